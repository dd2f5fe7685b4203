"""What strangers send over HTTP, to everything that `lien run` answers, and how it ended.

Whatever comes: no answer above 499, no fault set aside by the program, nothing kept twice.
"""

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from random import Random
from typing import Any
from urllib.parse import quote

import aiohttp
from sqlalchemy import select

from club.meeting_table import PARTS
from storage.tables.trail import faults
from tests.fuzz.nasty import VALUES, WORDS, worse_body, worse_bytes, worse_words
from tests.fuzz.on_the_line import lines
from tests.fuzz.places import telegram_body, zalo_body
from tests.kit.http_door import WEBHOOK_SECRET, HttpDoor
from tests.kit.photographs import photographed

Sent = Callable[[Random, HttpDoor], Awaitable[int]]

_SAID = ("chào", "đóng phí 20 nghìn", "vay vốn", "1", "có", "HXMK2345", "mất điện thoại", "thôi")
_ENTRY = {
    **{"entry": "e1", "key": "k1", "version": 1, "made": 1_793_000_000_000, "answer": ""},
    **{"sums": dict.fromkeys(PARTS, 0)},
}
_PICTURE = photographed(40, 30)


async def webhooks(chance: Random, door: HttpDoor) -> int:
    """What a messenger posts, made worse, with the secret that is its own."""
    if chance.random() < 0.6:
        secret = {"X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET}
        return await _posts(door, "/telegram", telegram_body(chance), **secret)
    secret = {"X-Bot-Api-Secret-Token": WEBHOOK_SECRET}
    return await _posts(door, "/zalo", zalo_body(chance), **secret)


async def page(chance: Random, door: HttpDoor) -> int:
    """A body that the members' page might post, made worse, by somebody who has a page open."""
    one = chance.choice(door.people)
    path, right = chance.choice(
        (
            ("/my/say", {"text": worse_words(chance, _SAID)}),
            ("/my/press", {"press": worse_words(chance, ("v:menu:", "s:loan:")), "label": "Mở"}),
            ("/my/enter", {"carried": worse_words(chance, ("w-" + "A" * 22, "HXMK2345"))}),
            ("/my/table/entry", _ENTRY | {"table": door.table, "member": door.member}),
            ("/paper/open", {"secret": one.lent}),
        )
    )
    body = right | {"key": f"f{chance.randrange(10**12)}"}
    sent = worse_body(chance, body) if chance.random() < 0.7 else _as_json(body)
    if path == "/my/say":
        door.clock.move(timedelta(seconds=4))  # within what one chat may bring in
    return await _posts(door, path, sent, cookie=_cookie(chance, one.cookie))


async def addresses(chance: Random, door: HttpDoor) -> int:
    """An address with something in it that is none, by whatever method."""
    word = quote(chance.choice((*WORDS, *map(str, VALUES[:12]))).encode("utf-8", "replace"))
    path = chance.choice(
        (
            *(f"/my/papers/{word}", f"/my/messages?after={word}", f"/lent/{word}", f"/{word}"),
            *(f"/page/{word}", f"/my/table?seen={word}", f"/my/photo?key={word}", "/paper/file"),
        )
    )
    method = chance.choice(("GET", "GET", "GET", "POST", "PUT", "HEAD"))
    one = chance.choice(door.people)
    path = "/" + path[:7000].lstrip("/")  # two of them would be the name of another machine
    status, _ = await door.asks(method, path, _cookie(chance, one.cookie))
    return status


async def pictures(chance: Random, door: HttpDoor) -> int:
    """A picture from the page, damaged, with whatever key and kind."""
    one = chance.choice(door.people)
    door.clock.move(timedelta(minutes=7))  # within what one chat may have made anew
    kind = chance.choice(("image/jpeg", "image/png", "image/svg+xml", "text/html", "image/"))
    key = f"f{chance.randrange(10**12)}"
    return await _posts(
        door,
        f"/my/photo?key={key}",
        worse_bytes(chance, _PICTURE),
        cookie=one.cookie,
        **{"Content-Type": kind},
    )


def _as_json(body: Any) -> bytes:
    return json.dumps(body).encode()


def _cookie(chance: Random, right: str) -> str:
    if chance.random() < 0.85:
        return right
    return quote(worse_words(chance, (right,)).encode("utf-8", "replace"))[:4000]


async def _posts(
    door: HttpDoor, path: str, body: bytes, *, cookie: str = "", **headers: str
) -> int:
    with suppress(aiohttp.ClientConnectionError):
        return (await door.asks("POST", path, cookie, body, **headers))[0]
    return 0  # a body that is refused unread: the line is cut


OVER_HTTP: dict[str, Sent] = {
    "webhooks": webhooks,
    "page": page,
    "addresses": addresses,
    "pictures": pictures,
    "lines": lines,
}


def faults_in(door: HttpDoor) -> list[str]:
    """What the program has set aside as a fault of its own: where and of which kind."""
    wanted = select(faults.c.where, faults.c.kind, faults.c.trace)
    with door.country.store.reading() as db:
        return [
            f"{row.kind} in {row.where}: {row.trace.splitlines()[-1].strip()}"
            for row in db.execute(wanted)
        ]
