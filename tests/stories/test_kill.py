"""The program is killed again and again in the middle of many talks; nobody may notice.

SIGKILL at seeded points: a while after the start, or the very moment a message arrives at a phone
and before the program can have heard so. Updates that were not confirmed come again, and every
other life each update comes twice. What a person saw confirmed has to be in the books, once.
"""

import asyncio
import random
import sys
import time
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from club.money import Money
from messages.formats import money
from storage.store import Store
from storage.tables.books import declarations, postings, transactions
from storage.tables.chats import inbox, outbox
from storage.tables.people import members, persons
from tests.kit.running_program import RunningProgram, telegram_settings
from tests.kit.telegram_checks import Json
from tests.kit.telegram_club import TelegramClub, telegram_club
from tests.kit.telegram_house import free_port, webhook_settings
from tests.kit.telegram_person import Person, Seen
from tests.kit.telegram_server import TelegramServer
from tests.stories.crowd import (
    AGAIN,
    CASHIER,
    CHAIR,
    PUSHED,
    Crowd,
    gives,
    joins,
    names,
    without_mark,
    works,
)

JOINING_AT_ONCE = 16
GIVING = 6
SECONDS_TO_COME_UP = 30.0
FIRST_UPDATE_ID = 700_000_001
SHORT_KILLS = 9
LONG_KILLS = 150


@dataclass(slots=True)
class Story:
    """Everything a run needs, and what is remembered of it."""

    server: TelegramServer
    program: RunningProgram
    club: TelegramClub
    crowd: Crowd
    started_at: list[float] = field(default_factory=list)
    kills: int = 0
    strangers: dict[str, Person] = field(default_factory=dict)

    @property
    def phones(self) -> list[Person]:
        return [
            *self.club.board.values(),
            *self.club.members.values(),
            *self.strangers.values(),
        ]


async def live(story: Story, kills: int) -> None:
    """Everybody talks while the program is killed so often; then all of them come to their end."""
    names_left = iter(names()[GIVING:])
    async with asyncio.TaskGroup() as people:
        for _ in range(JOINING_AT_ONCE):
            people.create_task(_one_stranger_after_another(story, names_left))
        for phone in story.club.members.values():
            people.create_task(gives(story.crowd, phone))
        people.create_task(works(story.crowd, story.club.board["chair"], CHAIR))
        people.create_task(works(story.crowd, story.club.board["cashier"], CASHIER))
        for number in range(kills):
            story.server.deliver_each_twice = number % 2 == 1
            await _one_life(story)
        story.server.deliver_each_twice = False
        _start(story)
        story.crowd.over.set()
    await story.server.until_confirmed(30)
    assert await story.program.end() == 0, story.program.output


async def _one_stranger_after_another(story: Story, names_left: Iterator[str]) -> None:
    while not story.crowd.over.is_set():
        name = next(names_left)
        story.strangers[name] = story.server.person(name, language_code="en")
        await joins(story.crowd, story.strangers[name], name)


async def _one_life(story: Story) -> None:
    """From a start to a kill."""
    die = story.crowd.die
    asked = len(story.server.requests)
    _start(story)
    async with asyncio.timeout(SECONDS_TO_COME_UP):
        while len(story.server.requests) == asked:
            assert story.program.is_running, story.program.output
            await asyncio.sleep(0.01)
    match die.choice(("time", "message", "pushed")):
        case "time":
            await asyncio.sleep(die.uniform(0.0, 0.8))
            _kill(story)
        case "message":
            await _killed_by_message(story, die.randint(1, 60), "")
        case "pushed":
            await _killed_by_message(story, die.randint(1, 6), die.choice(PUSHED))
    await story.program.gone()


async def _killed_by_message(story: Story, number: int, phrase: str) -> None:
    """Killed when so many messages with this in them have arrived, before the program hears so."""
    left = number
    done = asyncio.Event()

    def arrived(chat_id: int, message: Json) -> None:
        nonlocal left
        left -= phrase in str(message.get("text"))
        if left == 0:
            _kill(story)
            done.set()

    story.server.world.on_sent = arrived
    try:
        async with asyncio.timeout(2):
            await done.wait()
    except TimeoutError:
        _kill(story)
    finally:
        story.server.world.on_sent = None


def _start(story: Story) -> None:
    story.started_at.append(time.monotonic())
    story.program.start()


def _kill(story: Story) -> None:
    story.program.kill()
    story.kills += 1


# What has to be true afterwards


def check_phones(story: Story) -> None:
    """At most one repeated reply per chat and kill, said to be one; nothing pushed comes twice."""
    for phone in story.phones:
        sent = [event for event in phone.chat.events if event.kind == "sent"]
        # What was on the wire at a kill arrives a moment after it: lives are told apart by starts.
        repeats = Counter(
            bisect(story.started_at, event.at)
            for event in sent
            if Seen(event.message).text.startswith(AGAIN)
        )
        assert repeats[1] == 0, phone.transcript
        assert not repeats or max(repeats.values()) == 1, phone.transcript
        _check_no_silent_repeat(phone, [Seen(event.message) for event in sent])


def _check_no_silent_repeat(phone: Person, messages: list[Seen]) -> None:
    plain = [each for each in messages if not each.text.startswith(AGAIN)]
    again = [each for each in messages if each.text.startswith(AGAIN)]
    times = Counter(without_mark(each) for each in plain if "That button" not in each.text)
    for said, how_often in times.items():
        assert how_often == 1, f"{said} came {how_often} times:\n{phone.transcript}"
    assert not [each for each in again if any(phrase in each.text for phrase in PUSHED)]


def check_books(story: Story, db: Connection) -> None:
    """Each confirmed talk is in the books exactly once, and none is there twice."""
    asked = _times(db, select(persons.c.name).join(members, members.c.person_id == persons.c.id))
    taken_in = _times(
        db,
        select(persons.c.name)
        .join(members, members.c.person_id == persons.c.id)
        .where(members.c.state == "member"),
    )
    told = _times(db, select(declarations.c.amount))
    booked = _times(
        db,
        select(postings.c.amount).where(postings.c.account == "cash", postings.c.amount > Money(0)),
    )
    for kept, seen in (
        (asked, story.crowd.joined),
        (taken_in, story.crowd.taken_in),
        (told, story.crowd.given),
        (booked, story.crowd.booked),
    ):
        assert max(kept.values(), default=0) <= 1, kept.most_common(3)
        assert set(seen) <= set(kept), sorted(set(seen) - set(kept))
        assert max(Counter(seen).values(), default=0) <= 1
    sums = db.execute(
        select(func.sum(postings.c.amount)).group_by(postings.c.transaction_id)
    ).scalars()
    assert set(sums) <= {Money(0)}
    assert db.execute(select(func.count()).select_from(transactions)).scalar_one() >= len(booked)


def _times(db: Connection, query: object) -> Counter[str]:
    found = db.execute(query).scalars()  # type: ignore[call-overload]
    return Counter(money(each) if isinstance(each, Money) else str(each) for each in found)


def check_nothing_is_lost(story: Story, db: Connection) -> None:
    """Every update was attended to; every letter arrived, or is named unknown."""
    states = Counter(db.execute(select(inbox.c.state)).scalars())
    made = story.server.queue.next_update_id - FIRST_UPDATE_ID
    assert states == {"done": made}, (states, made)
    letters = Counter(tuple(row) for row in db.execute(select(outbox.c.kind, outbox.c.state)))
    assert {state for _, state in letters} <= {"sent", "unknown"}, letters
    assert letters["reply", "unknown"] == 0, letters
    assert letters["notice", "unknown"] <= 40 * story.kills, letters


async def tell(
    database_url: str, log: Path, *, seed: int, kills: int, settings: dict[str, str] | None = None
) -> Story:
    """One whole story with its checks."""
    async with TelegramServer(seed=seed, first_update_id=FIRST_UPDATE_ID) as server:
        store = Store(database_url)
        try:
            club = telegram_club(store, server, members=names()[:GIVING])
            chosen = telegram_settings(server, database_url, **(settings or {}))
            program = RunningProgram(chosen, log)
            story = Story(server, program, club, Crowd(random.Random(seed)))
            try:
                await live(story, kills)
            finally:
                program.kill()
            check_phones(story)
            with store.reading() as db:
                check_books(story, db)
                check_nothing_is_lost(story, db)
        finally:
            await store.close()
    return story


Report = Callable[[str], None]


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Report:
    """Prints past pytest, so that the figures are seen when all is well, too."""

    def say(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return say


def summary(story: Story, seed: int) -> str:
    crowd = story.crowd
    dialogues = len(crowd.joined) + len(crowd.given) + len(crowd.booked) + len(crowd.taken_in)
    return (
        f"kill story, seed {seed}: {story.kills} kills, {dialogues} dialogues confirmed "
        f"({len(crowd.joined)} joined, {len(crowd.taken_in)} taken in, {len(crowd.given)} gave, "
        f"{len(crowd.booked)} booked), {crowd.repeats} replies repeated and marked"
    )


async def test_killed_at_any_point_nothing_is_lost_or_done_twice(
    sqlite_url: str, tmp_path: Path, report: Report
) -> None:
    seed = 20261121
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=SHORT_KILLS)
    report(summary(story, seed))
    assert story.kills == SHORT_KILLS
    assert len(story.crowd.joined) >= JOINING_AT_ONCE
    assert len(story.crowd.given) >= GIVING
    assert story.crowd.booked
    assert story.crowd.taken_in


async def test_killed_on_postgresql(
    fresh_postgres: Callable[..., str], postgres_template: str, tmp_path: Path, report: Report
) -> None:
    seed = 20261122
    url = fresh_postgres(template=postgres_template)
    story = await tell(url, tmp_path / "log", seed=seed, kills=SHORT_KILLS // 3)
    report(f"PostgreSQL, {summary(story, seed)}")
    assert story.kills == SHORT_KILLS // 3
    assert story.crowd.given


async def test_killed_with_a_webhook(sqlite_url: str, tmp_path: Path, report: Report) -> None:
    seed, kills = 20261123, SHORT_KILLS // 3
    hook = webhook_settings(free_port(), "only-between-the-two-of-us")
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=kills, settings=hook)
    report(f"webhook, {summary(story, seed)}")
    assert story.kills == kills
    assert story.crowd.given


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_killed_many_times(
    sqlite_url: str, tmp_path: Path, report: Report, seed: int
) -> None:
    story = await tell(sqlite_url, tmp_path / "log", seed=seed, kills=LONG_KILLS)
    report(summary(story, seed))
    assert story.kills == LONG_KILLS
