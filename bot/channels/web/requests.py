"""What every page of ours asks of a request, and how it says no: a sentence in JSON."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.channels.posted_body import posted_body
from bot.channels.web.looked_up import is_looked_at, kind_page
from club.calendar import VIETNAM
from storage.queries.practice import NotThere
from storage.queries.web import WebFile, WebMessage
from storage.store import DatabaseFailed, is_away

log = logging.getLogger("lien.web")

MOST_LETTERS = 10_000
MOST_BYTES = 64 * 1024

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object that was posted. Raises what `posted_body` does, and HTTPBadRequest."""
    raw = await posted_body(request, MOST_BYTES)
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise wrong("The request is not JSON.") from None
    if not isinstance(data, dict):
        raise wrong("The request is not a JSON object.")
    return data


def text_of(data: dict[str, Any], name: str, longest: int) -> str:
    """A text of the body. Raises HTTPBadRequest."""
    value = data.get(name)
    if not isinstance(value, str) or not value or len(value) > longest:
        raise wrong(f"“{name}” is a text of 1 to {longest} characters.")
    return storable(value)


def storable(text: str) -> str:
    """What no database keeps as it is, NUL and halves of character pairs, in letters that one does.

    A person never types them, but she may copy them: her line is heard all the same.
    """
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


def number_after(request: web.Request) -> int:
    """The number of the message after which more is wanted. Raises HTTPBadRequest."""
    after = request.query.get("after", "0")
    if not (after.isascii() and after.isdecimal() and len(after) <= 18):
        raise wrong("“after” is the number of a message.")
    return int(after)


def key_in_address(request: web.Request) -> str:
    """The key that the phone has made for what it posts. Raises HTTPBadRequest."""
    key = request.query.get("key", "")
    if not (0 < len(key) <= 80 and key.isascii() and key.isprintable()):
        raise wrong("“key” is a text of 1 to 80 characters.")
    return key


def wrong(sentence: str) -> web.HTTPBadRequest:
    """A request that makes no sense."""
    return web.HTTPBadRequest(
        text=json.dumps({"error": sentence}, ensure_ascii=False), content_type="application/json"
    )


def in_json(data: Any) -> web.Response:
    return web.json_response(data, dumps=_dumps)


def _dumps(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def shown(message: WebMessage, files: str) -> dict[str, Any]:
    """A message as the page draws it; `files` is where this page asks for pictures and files."""
    return {
        "id": message.id,
        "from": "me" if message.from_person else "lien",
        "at": message.at.astimezone(VIETNAM).isoformat(timespec="seconds"),
        "text": message.text,
        "buttons": message.rows,
        "again": message.again,
        "key": message.update_key,
        "file": _file_of(message, files),
    }


def _file_of(message: WebMessage, files: str) -> dict[str, Any] | None:
    if message.file_name is None:
        return None
    picture = (message.file_mime or "").startswith("image/")
    return {"address": f"{files}/{message.id}", "name": message.file_name, "picture": picture}


def as_file(found: WebFile | None) -> web.Response:
    """The picture or file itself. Raises HTTPNotFound, whoever it belongs to."""
    if found is None:
        raise web.HTTPNotFound
    shown_how = "inline" if found.mime.startswith("image/") else "attachment"
    return web.Response(
        body=found.content,
        content_type=found.mime,
        headers={
            "Content-Disposition": f'{shown_how}; filename="{found.name}"',
            "Cache-Control": "private, no-store",
        },
    )


def language_of(request: web.Request) -> str:
    """What a stranger's browser speaks."""
    return "en" if request.headers.get("Accept-Language", "").startswith("en") else "vi"


def number_of_line(request: web.Request) -> int:
    """The number in the address. Raises HTTPNotFound."""
    number = request.match_info["line"]
    if not (number.isascii() and number.isdecimal() and len(number) <= 18):
        raise web.HTTPNotFound
    return int(number)


@web.middleware
async def answer_kindly(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every error is a sentence in JSON, which the page can show; to a browser it is a page."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400 or error.content_type == "application/json":
            raise
        return _said(request, error.reason, error.status)
    except NotThere:
        return _said(request, "There is no such phone or person.", 404)
    except ConnectionError:
        raise  # nobody is there any more
    except Exception as error:
        if isinstance(error, DatabaseFailed) and is_away(error):
            log.error("the database did not take a request: %s", type(error).__name__)
            return _said(request, "Please try again in a moment.", 503)
        log.exception("a request failed: %s", type(error).__name__)
        return _said(request, "That did not work; it is our fault.", 500)


def _said(request: web.Request, sentence: str, status: int) -> web.Response:
    if is_looked_at(request):
        return kind_page(request, status)
    return web.json_response({"error": sentence}, status=status)
