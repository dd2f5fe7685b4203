"""Telegram's webhook: where it posts, and how a press is answered without a call of our own."""

from typing import Any

from aiohttp import web

from bot.channels.telegram.updates import press_to_answer

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def answer_to(update: Any) -> web.Response:
    """The answer to a press may travel in the answer to the request."""
    press = press_to_answer(update)
    if press is None:
        return web.Response()
    return web.json_response({"method": "answerCallbackQuery", "callback_query_id": press})
