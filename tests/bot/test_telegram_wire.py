"""What Liên sends, read by two libraries that know the Bot API: neither finds anything odd."""

import json
from typing import Any

import pytest

from tests.kit.telegram_club import CODE, telegram_club
from tests.kit.telegram_house import telegram_house, until
from tests.kit.telegram_server import TelegramServer
from tests.kit.telegram_wire import Request

SENT = {"sendmessage", "answercallbackquery"}
SET = {
    "getme", "setmycommands", "setmyshortdescription", "setmydescription", "setchatmenubutton"
}  # fmt: skip


@pytest.fixture(scope="module")
def talk(sqlite_template: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database for the one talk that all of these read."""
    file = tmp_path_factory.mktemp("wire") / "lien.db"
    file.write_bytes(sqlite_template.read_bytes())
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(scope="module")
async def requests(talk: str) -> list[Request]:
    """Everything sent in a talk with buttons, pushed messages and taps."""
    async with TelegramServer() as server, telegram_house(server, talk) as store:
        club = telegram_club(store, server, members=[], language="vi")
        mo = server.person("Mơ")
        await mo.starts(CODE)
        await mo.sees()
        await mo.taps("1.")
        for answer in ("Nguyễn Thị Mơ", "1950"):
            await mo.sees()
            await mo.says(answer)
        await mo.sees()
        await mo.taps("1.")
        await mo.sees()
        await club.board["chair"].says("menu")
        await club.board["chair"].sees()
        methods = SENT | SET
        await until(lambda: methods <= {each.method for each in server.sent})
        return list(server.sent)


def test_the_server_took_all_of_them(requests: list[Request]) -> None:
    assert {each.method for each in requests} == SENT | SET
    assert [each for each in requests if each.status != 200] == []


def test_aiogram_reads_every_request_and_every_answer(requests: list[Request]) -> None:
    from aiogram import methods, types

    classes = {name.lower(): getattr(methods, name) for name in methods.__all__}
    for each in requests:
        read = classes[each.method].model_validate(each.values)
        known = set(type(read).model_fields)
        assert set(each.values) <= known, set(each.values) - known
        assert each.answer is not None
        if each.method == "sendmessage":
            message = types.Message.model_validate(each.answer["result"])
            assert message.text == read.text
            assert_same_buttons(each, message.reply_markup)


def test_python_telegram_bot_reads_every_message(requests: list[Request]) -> None:
    from telegram import BotCommand, InlineKeyboardMarkup, Message

    for each in requests:
        assert each.answer is not None
        if each.method == "sendmessage":
            message = Message.de_json(each.answer["result"], None)
            assert message.text == each.values["text"]
            assert_same_buttons(each, message.reply_markup)
            markup = each.values.get("reply_markup")
            if markup is not None:
                again = InlineKeyboardMarkup.de_json(json.loads(json.dumps(markup)), None)
                assert again.to_dict() == markup
        if each.method == "setmycommands":
            for command in each.values["commands"]:
                assert BotCommand.de_json(command, None).to_dict() == command


def assert_same_buttons(request: Request, markup: Any) -> None:
    rows = (request.values.get("reply_markup") or {}).get("inline_keyboard", [])
    read = [] if markup is None else markup.inline_keyboard
    assert [[button.text for button in row] for row in read] == [
        [button["text"] for button in row] for row in rows
    ]


def test_a_choice_has_a_row_of_its_own_and_the_small_ones_share_one(
    requests: list[Request],
) -> None:
    markups = [
        each.values["reply_markup"]["inline_keyboard"]
        for each in requests
        if "reply_markup" in each.values
    ]
    assert markups
    for rows in markups:
        wide = [row for row in rows if len(row) > 1]
        assert len(wide) <= 1
        assert not wide or wide == [rows[-1]]
        assert all(len(button["callback_data"].encode()) <= 64 for row in rows for button in row)


def test_commands_and_descriptions_are_there_in_both_languages(requests: list[Request]) -> None:
    for method in ("setmycommands", "setmyshortdescription", "setmydescription"):
        codes = [each.values.get("language_code") for each in requests if each.method == method]
        assert codes == [None, "vi", "en"]
    commands = next(each.values["commands"] for each in requests if each.method == "setmycommands")
    assert "thamgia" in [each["command"] for each in commands]
    assert 1 <= len(commands) <= 20
