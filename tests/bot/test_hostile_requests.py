"""Requests that nobody means well with, as bytes on the line: every door answers and goes on.

`pytest -s` prints how many were sent.
"""

import asyncio
import gzip
import json
import logging
import shutil
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from storage.tables.chats import chats
from storage.tables.people import persons
from tests.fuzz.over_http import faults_in
from tests.kit.everybody import Country
from tests.kit.http_door import WEBHOOK_SECRET, HttpDoor, http_door
from tests.kit.member_page import members_page
from tests.kit.raw_requests import answered, request, status_of
from tests.kit.table_page import open_a_table

JSON = b"Content-Type: application/json"
SAID = json.dumps({"key": "k", "text": "chào", "press": "v:menu:", "label": "x"}).encode()
POSTS = ("/my/say", "/my/press", "/my/enter", "/my/table/entry", "/paper/open", "/my/photo?key=p")
HOOKS = {"/telegram": b"X-Telegram-Bot-Api-Secret-Token", "/zalo": b"X-Bot-Api-Secret-Token"}
GETS = ("/", "/my/messages", "/my/table", "/my/papers/1", "/paper/file", "/lent/" + "A" * 30)
A_BATCH = 12
NOW = datetime(2026, 11, 2, tzinfo=UTC)
NO_LETTERS = b"\xff\xfe" + b"\xc3" * 40

Sent = tuple[str, bytes]


def batched(all_: tuple[Sent, ...], size: int) -> Iterator[tuple[Sent, ...]]:
    for at in range(0, len(all_), size):
        yield all_[at : at + size]


@pytest.fixture
async def door(filled_country: tuple[Path, Country], tmp_path: Path) -> AsyncIterator[HttpDoor]:
    file, country = filled_country
    shutil.copy(file, tmp_path / "lien.db")
    async with http_door(f"sqlite+aiosqlite:///{tmp_path / 'lien.db'}", country) as opened:
        yield opened


def _headers(path: str, door: HttpDoor) -> list[bytes]:
    """What opens this way to a member, and says that the body is of the right kind."""
    cookie = door.of("member", "own").cookie.encode()
    kind = b"Content-Type: image/jpeg" if "photo" in path else JSON
    said = [kind, b"Connection: close", b"Cookie: lien_page=" + cookie + b"; lien_paper=" + cookie]
    if path in HOOKS:
        said.append(HOOKS[path] + b": " + WEBHOOK_SECRET.encode())
    return said


def _bodies(door: HttpDoor) -> Iterator[Sent]:
    """Every way to post, with a body that is none, or not of the length or kind that is said."""
    chunked = b"Transfer-Encoding: chunked"
    damaged: list[tuple[bytes, bytes]] = [
        *((b"Content-Encoding: " + kind, SAID) for kind in (b"gzip", b"deflate", b"br", b"zstd")),
        (b"Content-Encoding: gzip", gzip.compress(b"a" * 3_000_000)),
        (chunked, b"zz\r\nabc\r\n0\r\n\r\n"),
        (chunked, b'5\r\n{"key\r\nnone\r\n'),
        (chunked + b"\r\nContent-Length: 4", b"0\r\n\r\n"),
        (b"Content-Length: -4", SAID),
        (b"Content-Length: " + b"9" * 30, SAID),
        (b"Content-Length: 4\r\nContent-Length: 5", SAID),
        *((b"X: y", body) for body in (b"\xff\xfe\x00", b"[" * 10_000, b"9" * 5000, b"null")),
        (b"X: y", b'{"key": ' + b'{"a":' * 9000 + b"1" + b"}" * 9001),
        (b"X: y", SAID.replace(b"k", b"\\u0000").replace(b"ch", b"\\ud800")),
        (b"Expect: what nobody knows", SAID),
        (b"Upgrade: websocket\r\nConnection: Upgrade", SAID),
    ]
    for path in (*POSTS, *HOOKS):
        for header, body in damaged:
            sent = request("POST", path.encode(), [*_headers(path, door), header], body)
            yield f"POST {path} {header!r} {body[:20]!r}", sent


def _heads(door: HttpDoor) -> Iterator[Sent]:
    """Every way to ask, with headers, a method or an address that are none."""
    strange = [
        *(b"Cookie: %s=%s" % (name, NO_LETTERS) for name in (b"lien_page", b"lien_paper")),
        *(name + b": \xff\xfe" for name in (b"Accept-Language", b"Accept-Encoding", b"Origin")),
        *(b"Range: bytes=9-1", b"X: " + b"a" * 9000, b"X" * 9000 + b": a", b"X:\0"),
        *(b" folded", b"\r\n".join(b"X%d: a" % each for each in range(300)), b"Host: evil.example"),
        *(b"If-None-Match: \xff", b"Content-Type: \xff/\xfe; charset=\xff"),
    ]
    for path in GETS:
        for header in strange:
            name = header.partition(b":")[0].lower()
            own = [each for each in _headers(path, door) if each.partition(b":")[0].lower() != name]
            sent = request("GET", path.encode(), [*own, header])
            yield f"GET {path} {header[:40]!r}", sent
    for path in (*POSTS, *HOOKS):
        kind = b"Content-Type: \xff/\xfe; charset=\xff"
        own = [kind, *_headers(path, door)[1:]]
        yield f"POST {path} of no kind", request("POST", path.encode(), own, SAID)
        broken = [
            JSON,
            b"Connection: close",
            b"Cookie: lien_page=%s; lien_paper=%s" % (NO_LETTERS, NO_LETTERS),
        ]
        yield f"POST {path} cookie", request("POST", path.encode(), broken, SAID)


def _addresses(door: HttpDoor) -> Iterator[Sent]:
    places = [
        *(b"/%", b"/%ff%fe", b"/my/papers/%00", b"/my/papers/1%0d%0aX:%201", b"/lent/%ff" * 4),
        *(b"/lent/" + b"%ed%a0%80" * 8, b"/lent/\xff" + b"A" * 30, b"/page/..%2f..%2fserver.py"),
        *(b"/page/%252e%252e%252fserver.py", b"/page/....//", b"//evil.example/", b"/\\evil"),
        *(b"http://evil.example/my/table", b"*", b"/my/messages?after=%ff", b"/my/photo?key=%ff"),
        *(b"/my/table?seen=%ed%a0%80", b"/?" + b"a" * 9000, b"/" + b"a" * 70_000, b"/<script>"),
    ]
    for place in places:
        for method in ("GET", "POST", "NOBODY"):
            yield f"{method} {place[:40]!r}", request(method, place, _headers("", door))
    for raw in (b"\x16\x03\x01\x02\x00\r\n\r\n", b"GET\r\n\r\n", b"G\0T / HTTP/1.1\r\n\r\n", b"\0"):
        yield repr(raw), raw + b"GET / HTTP/9.9\r\n\r\nPRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"


async def test_no_request_ends_in_a_fault_or_a_line_of_the_log(
    door: HttpDoor, caplog: pytest.LogCaptureFixture
) -> None:
    ends, wrong, before = Counter[int](), [], set(faults_in(door))
    with caplog.at_level(logging.WARNING):
        for some in batched((*_bodies(door), *_heads(door), *_addresses(door)), A_BATCH):
            answers = await asyncio.gather(*(answered(door, sent) for _, sent in some))
            for (what, _), heard in zip(some, answers, strict=True):
                ends[status_of(heard)] += 1
                if status_of(heard) >= 500 or b"Traceback" in heard:
                    wrong.append(f"{what}: {heard[:80]!r}")
    await door.house.until_idle()
    sys.stdout.write(
        f"\nhostile requests: {sum(ends.values())}, ends {dict(sorted(ends.items()))}\n"
    )
    assert wrong == []
    assert set(faults_in(door)) == before
    assert [each.getMessage() for each in caplog.records] == []


async def test_every_answer_bears_guards_and_what_is_hers_is_kept_by_nobody(
    door: HttpDoor,
) -> None:
    """Whether it says yes or no, and whoever made it."""
    for method in ("GET", "POST", "HEAD", "PUT"):
        for path in (*GETS, *POSTS, *HOOKS, "/my/events", "/nothing", "/page/nothing"):
            cookie = {"Cookie": f"lien_page={door.of('member', 'own').cookie}"}
            async with door.session.request(method, path, headers=cookie) as answer:
                headers = answer.headers
            assert "default-src 'self'" in headers["Content-Security-Policy"], (method, path)
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert headers["Server"] == "Lien"
            kept = path == "/" and answer.status == 200
            assert ("no-store" in headers["Cache-Control"]) is not kept, (method, path)


async def _line(door: HttpDoor, begun: bytes) -> asyncio.StreamWriter:
    _, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(begun)
    return writer


async def test_many_lines_from_one_address_hold_up_nobody(door: HttpDoor) -> None:
    """Empty, with half a head, with half a body: others are answered as before."""
    half = request("POST", b"/my/say", [*_headers("", door), b"Content-Length: 50"], b"{")
    begun = [b"", b"GET /my/me", half]
    lines = [await _line(door, begun[each % 3]) for each in range(150)]
    try:
        cookie = door.of("member", "own").cookie
        assert (await door.asks("GET", "/my/messages", cookie))[0] == 200
        body = {"key": "meanwhile", "text": "chào"}
        assert (await door.asks("POST", "/my/say", cookie, body))[0] == 200
    finally:
        for each in lines:
            each.close()


@pytest.mark.parametrize("why", ["frozen", "erased"])
async def test_a_link_to_a_paper_opens_nothing_once_the_phone_is_lost_or_she_is_erased(
    door: HttpDoor, why: str
) -> None:
    """By the link, by the cookie of one used before, and by the messenger's address."""
    one, other = door.of("member", "own"), door.of("cashier", "own")
    ways = [("GET", "/paper/file", None), ("POST", "/paper/open", {"secret": one.lent})]
    ways.append(("GET", f"/lent/{one.lent_picture}", None))
    for method, path, body in ways:
        assert (await door.asks(method, path, one.lent, body))[0] == 200, path
    if why == "frozen":
        change = chats.update().where(chats.c.id == one.who.chat_id).values(frozen_at=NOW)
    else:
        hers = persons.c.id == one.who.person_id
        change = persons.update().where(hers).values(erased_at=NOW)
    door.country.store.change(lambda db: db.execute(change))
    for method, path, body in ways:
        status, heard = await door.asks(method, path, one.lent, body)
        assert status in {404, 410}, path
        assert one.mark.encode() not in heard
    assert (await door.asks("GET", "/paper/file", other.lent))[0] == 200


async def test_what_no_database_keeps_as_it_was_typed_is_heard_all_the_same(
    database_url: str,
) -> None:
    """A line that is never taken would be sent by the phone for ever, before all that follow."""
    async with members_page(database_url) as here:
        await here.enters(here.link("hoa").partition("#")[2])
        await here.messages()
        status, answer = await here.posts("/my/say", {"key": "a\0b", "text": "trợ\0giúp\ud83c"})
        assert (status, answer["message"]["text"]) == (200, "trợ giúp?")
        press = {"key": "c", "press": "v:\0", "label": "Mở\0"}
        assert (await here.posts("/my/press", press))[0] == 200
        assert (await here.enters("HX\0", "\0")).status == 200
        await here.messages()
        table = here.store.change(open_a_table, here.persons, here.clock)
        await here.enters(here.link("giang").partition("#")[2], "another")
        entry: dict[str, Any] = {
            "table": table,
            "member": here.persons["hoa"],
            "made": 1_793_000_000_000,
        }
        entry |= {"version": 1, "sums": {"fee": 30_000, "interest": 0, "principal": 0, "gift": 0}}
        strange = {**entry, "key": "k\0", "entry": "e\0"}
        assert (await here.posts("/my/table/entry", strange))[0] == 200
        far = {**entry, "key": "l", "entry": "f", "version": 2**40}
        assert (await here.posts("/my/table/entry", far))[0] == 400
