"""Who gets what over HTTP: somebody of every role × every way in × own, another's and no cookie.

The ways in are asked of the program itself, so none can be forgotten. Every phone holds a mark that
nobody else may ever read. `pytest -s` prints how many requests were made.
"""

import asyncio
import itertools
import json
import shutil
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from club.meeting_table import PARTS
from club.members import Action, Role
from club.refusals import Code, Refused
from club.rights import may
from handlers.doors import Key
from messages.moments import written
from messages.presses import Press, packed
from messages.refusals import refusal
from tests.kit.doors import fits, openings
from tests.kit.everybody import Country, Trying
from tests.kit.http_door import (
    PHOTO_MARK,
    WEBHOOK_SECRET,
    AtDoor,
    HttpDoor,
    http_door,
    marks_in,
)
from tests.kit.telegram_house import until

FOR_ALL = {"/", "/worker.js", "/page/{name}", "/paper/", "/paper/paper.js"}
BY_COOKIE = {
    *("/my/messages", "/my/events", "/my/papers/{line}", "/my/say", "/my/press", "/my/photo"),
    *("/my/table", "/my/table/entry"),
}
BY_LINK = {"/my/enter", "/paper/open", "/paper/file", "/lent/{secret}"}
BY_SECRET = {"/telegram", "/zalo"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
A_BATCH = 18
# Of pairs of people, and of what is shut for each, one in so many.
FEW_OR_ALL = pytest.mark.parametrize(
    "every", [pytest.param(16, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)]
)


@pytest.fixture
async def door(filled_country: tuple[Path, Country], tmp_path: Path) -> AsyncIterator[HttpDoor]:
    file, country = filled_country
    shutil.copy(file, tmp_path / "lien.db")
    async with http_door(f"sqlite+aiosqlite:///{tmp_path / 'lien.db'}", country) as opened:
        yield opened


def _pairs(door: HttpDoor, every: int) -> Iterable[tuple[AtDoor, AtDoor]]:
    """Each with herself, and with others: a different few for each."""
    for at, (one, other) in enumerate(itertools.product(door.people, repeat=2)):
        if one is other or at % every == 0:
            yield one, other


class Tried:
    """How much was tried, and what was not as it should be."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.leaks: list[str] = []

    def must(self, holds: bool, what: str, *, of: str) -> None:
        self.count[of] += 1
        if not holds:
            self.leaks.append(what)

    def tell(self) -> None:
        total = sum(self.count.values())
        sys.stdout.write(
            f"\nover HTTP: {total} tries {dict(self.count)}; {len(self.leaks)} leaks\n"
        )
        assert self.leaks == []


async def test_every_way_in_stands_in_one_of_the_lists(door: HttpDoor) -> None:
    found = {path for _, path in door.routes()}
    assert found == FOR_ALL | BY_COOKIE | BY_LINK | BY_SECRET
    changing = {path for method, path in door.routes() if method not in {"GET", "HEAD"}}
    assert changing == {
        *("/my/enter", "/my/say", "/my/press", "/my/photo", "/my/table/entry", "/paper/open"),
        *BY_SECRET,
    }


async def test_nobody_comes_in_without_what_it_asks_for(door: HttpDoor) -> None:
    """Every way × every method × no, old and guessed cookies: nothing told, nothing kept."""
    tried, before = Tried(), door.rows()
    cookies = ("", "x", "A" * 43, "link-" + "0" * 36, "' or 1=1 --" * 3, "cookie-" + "9" * 36)
    for path, method, cookie in itertools.product(
        sorted(BY_COOKIE | BY_LINK | BY_SECRET), METHODS, cookies
    ):
        if path == "/my/enter" and method == "POST":
            continue  # a stranger may come in by it, as a stranger: tried below
        address = path.format(line=door.people[0].lines[1], secret="A" * 43)
        status, body = await door.asks(method, address, cookie, _body_for(path, door))
        told = marks_in(body, door.people)
        shut = status in {401, 404, 405, 410, 415} and not told
        tried.must(shut, f"{method} {path} {cookie[:8]}: {status} {told}", of="without")
    assert door.rows() == before
    tried.tell()


def _body_for(path: str, door: HttpDoor) -> dict[str, Any]:
    return {
        **{"key": "k1", "text": "chào", "press": "v:menu:", "label": "Mở", "secret": "A" * 43},
        **_entry(door),
        **{"chat": door.people[0].who.chat_id, "person": 1, "club": 1},
    }


def _entry(door: HttpDoor) -> dict[str, Any]:
    return {
        **{"table": door.table, "entry": "e1", "version": 1, "member": door.member},
        **{"sums": dict.fromkeys(PARTS, 0) | {"gift": 10_000}},
        **{"made": 1_793_000_000_000, "answer": "", "removed": False},
    }


async def test_webhooks_take_nothing_without_their_secret(door: HttpDoor) -> None:
    tried, before = Tried(), door.rows()
    update = {"update_id": 1, "message": {"text": "chào", "chat": {"id": 1, "type": "private"}}}
    names = ("X-Telegram-Bot-Api-Secret-Token", "X-Bot-Api-Secret-Token", "Authorization", "Cookie")
    secrets = ("", "x", WEBHOOK_SECRET[:-1], WEBHOOK_SECRET + "x", WEBHOOK_SECRET.upper(), "é" * 20)
    for path, name, secret in itertools.product(sorted(BY_SECRET), names, secrets):
        status, _ = await door.asks("POST", path, "", update, **{name: secret})
        tried.must(status == 401, f"{path} {name} {secret}: {status}", of="webhook")
    assert door.rows() == before
    tried.tell()


@FEW_OR_ALL
async def test_everybody_reads_her_own_phone_and_nobody_elses(door: HttpDoor, every: int) -> None:
    """Every role × the lines, papers and photos of everybody."""
    tried = Tried()
    for one in door.people:
        await _reads_messages(door, tried, one)
    for one, other in _pairs(door, every):
        for line in other.lines:
            status, body = await door.asks("GET", f"/my/papers/{line}", one.cookie)
            tried.must(
                _right_file(one, other, line, (status, body)),
                f"{one.mark} /my/papers/{line} of {other.mark}: {status}",
                of="papers",
            )
    tried.tell()


async def _reads_messages(door: HttpDoor, tried: Tried, one: AtDoor) -> None:
    for after in ("0", "1", str(one.lines[0] - 1)):
        status, body = await door.asks("GET", f"/my/messages?after={after}", one.cookie)
        seen = marks_in(body, door.people)
        tried.must(status == 200 and seen == [one], f"{one.mark}: {seen}", of="messages")


def _right_file(one: AtDoor, other: AtDoor, line: int, answer: tuple[int, bytes]) -> bool:
    """Only on the own phone: her paper; and the photo where the table of rights lets her see it."""
    text, paper, _ = other.lines
    status, body = answer
    sees = one is other and line != text
    if line not in {text, paper}:
        who = one.who
        sees = sees and who.club == "own" and may(who.roles, Action.SEE_VOUCHERS) and not who.helps
    if not sees:
        return status == 404 and PHOTO_MARK not in body and b"mark-" not in body
    return status == 200 and b"mark-" in body


async def test_a_new_account_sees_no_photo_by_an_office_nobody_has_confirmed(
    door: HttpDoor,
) -> None:
    from sqlalchemy import update

    from storage.tables.chats import chats

    chair = door.of("chair", "own")
    path = f"/my/papers/{chair.lines[2]}"
    assert (await door.asks("GET", path, chair.cookie))[0] == 200
    hers = update(chats).where(chats.c.id == chair.who.chat_id)
    door.country.store.change(lambda db: db.execute(hers.values(offices_wait=True)))
    assert (await door.asks("GET", path, chair.cookie))[0] == 404
    door.country.store.change(lambda db: db.execute(hers.values(frozen_at=door.clock.now())))
    assert (await door.asks("GET", path, chair.cookie))[0] == 401


@FEW_OR_ALL
async def test_what_is_lent_opens_with_its_own_secret_alone(door: HttpDoor, every: int) -> None:
    tried = Tried()
    for one, other in _pairs(door, every):
        ways = {
            "link as picture": await door.asks("GET", f"/lent/{other.lent}", one.cookie),
            "picture as link": await door.asks(
                "POST", "/paper/open", one.cookie, {"secret": other.lent_picture}
            ),
            "cookie of the page": await door.asks("GET", "/paper/file", one.cookie),
            "number": await door.asks("GET", f"/lent/{other.who.chat_id}", one.cookie),
        }
        for name, (status, body) in ways.items():
            shut = status in {404, 410} and not marks_in(body, door.people)
            tried.must(shut, f"{one.mark} {name} of {other.mark}: {status}", of=name)
    own = await door.asks("GET", "/paper/file", door.people[0].lent)
    tried.must(marks_in(own[1], door.people) == [door.people[0]], "her own", of="own")
    tried.tell()


@FEW_OR_ALL
async def test_what_is_said_over_http_is_said_by_the_cookie_and_by_nothing_in_the_body(
    door: HttpDoor, every: int
) -> None:
    """Forged bodies name other chats, persons and clubs; a key of another phone is one's own."""
    tried = Tried()
    for one, other in _pairs(door, every):
        if one is other:
            continue
        forged = _body_for("/my/say", door) | {
            **{"key": f"same-{other.who.chat_id}", "text": f"forged by {one.mark}"},
            **{"chat": other.who.chat_id, "chat_key": other.key, "person": other.who.person_id},
            **{"person_id": other.who.person_id, "cookie": other.cookie, "owner": other.key},
        }
        status, body = await door.asks("POST", "/my/say", one.cookie, forged)
        seen = marks_in(body, door.people)
        tried.must(status in {200, 429} and seen in ([one], []), f"{one.mark}: {seen}", of="say")
        door.clock.move(timedelta(minutes=1))
    for other in door.people:
        _, body = await door.asks("GET", "/my/messages", other.cookie)
        tried.must(marks_in(body, door.people) == [other], f"{other.mark} hears others", of="heard")
    tried.tell()


async def test_the_meeting_table_is_for_who_keeps_it_in_that_club(door: HttpDoor) -> None:
    tried = Tried()
    for one in door.people:
        allowed = one.who.club == "own" and may(one.who.roles, Action.KEEP_TABLE)
        allowed = allowed and not one.who.helps
        _, body = await door.asks("GET", "/my/table", one.cookie)
        sees = bool(json.loads(body).get("table"))
        tried.must(sees == allowed, f"{one.mark} sees the table: {sees}", of="table")
        before = door.rows()["meeting_table_entries"]
        entry = _entry(door) | {"entry": f"e{one.who.chat_id}", "key": f"k{one.who.chat_id}"}
        status, _ = await door.asks("POST", "/my/table/entry", one.cookie, entry)
        kept = door.rows()["meeting_table_entries"] > before
        # Whoever may is asked by the table itself whether the sums are right.
        fits_table = status < 500 and kept is (status == 200)
        right = fits_table if allowed else status == 409 and not kept
        tried.must(right, f"{one.mark} writes: {status} {kept}", of="entry")
    tried.tell()


async def test_another_page_or_form_speaks_for_nobody(door: HttpDoor) -> None:
    tried, before = Tried(), door.rows()
    chair = door.of("chair", "own")
    changing = sorted(path for method, path in door.routes() if method == "POST")
    origins = ("http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1")
    kinds = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
    for path in (each for each in changing if each.startswith("/my/")):
        for origin in origins:
            body = _body_for(path, door)
            status, _ = await door.asks("POST", path, chair.cookie, body, Origin=origin)
            tried.must(status == 403, f"{path} from {origin}: {status}", of="origin")
        for kind in kinds:
            body = _body_for(path, door)
            status, _ = await door.asks("POST", path, chair.cookie, body, **{"Content-Type": kind})
            tried.must(status == 415, f"{path} as {kind}: {status}", of="form")
    assert door.rows() == before
    tried.tell()


async def test_an_open_line_hears_its_own_phone_alone(door: HttpDoor) -> None:
    """Everybody listens while everybody speaks."""
    tried = Tried()
    heard: dict[str, bytes] = {}

    async def listens(one: AtDoor) -> None:
        cookie = {"Cookie": f"lien_page={one.cookie}"}
        async with door.session.get("/my/events", headers=cookie) as events:
            while f"said-{one.mark}".encode() not in heard.setdefault(one.mark, b""):
                heard[one.mark] += await events.content.readany()

    async with asyncio.timeout(300), asyncio.TaskGroup() as tasks:
        for one in door.people:
            tasks.create_task(listens(one))
        await until(lambda: len(door.page.streams) == len(door.people), seconds=300)
        for one in door.people:
            said = {"key": "k", "text": f"said-{one.mark}"}
            tasks.create_task(_say(door, one, said))
    for one in door.people:
        seen = marks_in(heard[one.mark], door.people)
        tried.must(seen == [one], f"{one.mark} hears {seen}", of="lines")
    tried.tell()


async def _say(door: HttpDoor, one: AtDoor, said: dict[str, Any]) -> None:
    assert (await door.asks("POST", "/my/say", one.cookie, said))[0] == 200


Share = Callable[[Iterable[tuple[Press, tuple[Key, ...]]]], list[tuple[Press, tuple[Key, ...]]]]


@FEW_OR_ALL
async def test_what_the_table_does_not_open_stays_shut_over_http(
    door: HttpDoor, every: int
) -> None:
    """Every role × every dialogue and screen that is not hers, posted as a press from her page."""
    tried = Tried()
    todo = {one.mark: _not_hers(one, number, every) for number, one in enumerate(door.people)}
    while any(todo.values()):
        batch = {mark: presses[:A_BATCH] for mark, presses in todo.items()}
        todo = {mark: presses[A_BATCH:] for mark, presses in todo.items()}
        before = door.rows()
        await asyncio.gather(*(_presses(door, one, batch[one.mark], tried) for one in door.people))
        await door.house.until_idle()
        _nothing_moved(tried, before, door.rows())
        door.clock.move(timedelta(minutes=2))
        for one in door.people:
            await _was_refused(door, one, len(batch[one.mark]), tried)
    tried.tell()


def _not_hers(one: AtDoor, number: int, every: int) -> list[Press]:
    shut = [press for press, keys in openings() if not fits(one.who, keys)]
    return [press for at, press in enumerate(shut) if (at + number) % every == 0]


async def _presses(door: HttpDoor, one: AtDoor, presses: list[Press], tried: Tried) -> None:
    for each in presses:
        body = {"key": f"p-{packed(each)}", "press": packed(each), "label": "x"}
        status, _ = await door.asks("POST", "/my/press", one.cookie, body)
        tried.must(status == 200, f"{one.mark} {packed(each)}: {status}", of="presses")


async def _was_refused(door: HttpDoor, one: AtDoor, count: int, tried: Tried) -> None:
    """The answers to these are all the same no."""
    if not count:
        return
    words = door.country.store.change(lambda db: Trying(db, one.who).me.words)
    codes = (Code.NOT_ALLOWED, Code.NOT_FOR_HELPER)
    nos = [_on_one_line(written(refusal(Refused(each)), words)) for each in codes]
    _, body = await door.asks("GET", "/my/messages", one.cookie)
    answers = [e["text"] for e in json.loads(body)["messages"] if e["from"] == "lien"][-count:]
    for each in answers:
        refused = any(no in _on_one_line(each) for no in nos)
        tried.must(refused, f"{one.mark}: {each[:200]}", of="refused")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


TALK = {
    *("inbox", "outbox", "web_messages", "chats", "dialogues", "chat_uses", "page_sessions"),
    *("misunderstood", "audit"),
}


def _nothing_moved(tried: Tried, before: dict[str, int], after: dict[str, int]) -> None:
    moved = {name for name in after if after[name] != before[name]} - TALK
    tried.must(not moved, f"rows of {moved} are more or fewer", of="tables")


def test_every_role_is_at_the_door() -> None:
    """Of the roles that the table names, none is left out."""
    from tests.kit.everybody import OFFICES

    assert {*OFFICES, Role.MEMBER, Role.VOLUNTEER, Role.OFFICER} == set(Role)
