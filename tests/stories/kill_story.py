"""Many people talk while the program is killed again and again, at seeded points.

Of several processes on one database one is killed at a time; the others go on.
"""

import asyncio
import signal
import time
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from storage.store import Store
from storage.tables.chats import outbox
from tests.kit.running_program import SECONDS_TO_COME_UP, RunningProgram
from tests.kit.telegram_checks import Json
from tests.kit.telegram_club import TelegramClub
from tests.kit.telegram_house import until
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer
from tests.stories.crowd import CASHIER, CHAIR, PUSHED, Crowd, gives, joins, names, works

JOINING_AT_ONCE = 16
GIVING = 6
LISTENS = "Liên is listening"
ASKS = "does for all: updates"


@dataclass(slots=True)
class Story:
    """Everything a run needs, and what is remembered of it."""

    server: TelegramServer
    store: Store
    programs: Sequence[RunningProgram]
    club: TelegramClub
    crowd: Crowd
    started_at: list[float] = field(default_factory=list)
    kills: int = 0
    strangers: dict[str, Person] = field(default_factory=dict)

    @property
    def output(self) -> str:
        """What all of them have written, the newest at the end of each."""
        return "\n".join(each.output[-4000:] for each in self.programs)

    @property
    def running(self) -> list[RunningProgram]:
        return [each for each in self.programs if each.is_running]

    @property
    def phones(self) -> list[Person]:
        return [
            *self.club.board.values(),
            *self.club.members.values(),
            *self.strangers.values(),
        ]


async def live(story: Story, kills: int) -> None:
    """Everybody talks while the program is killed so often; then all of them come to their end."""
    if len(story.programs) > 1:
        await _some_are_up(story, len(story.programs))
    async with asyncio.TaskGroup() as group:
        people = [group.create_task(each) for each in _people(story)]
        for number in range(kills):
            story.server.deliver_each_twice = number % 2 == 1
            await _one_life(story)
        story.server.deliver_each_twice = False
        await _some_are_up(story, 1)
        at_work = story.running
        story.crowd.over.set()
        while not all(each.done() for each in people):
            assert all(each.is_running for each in at_work), story.output
            await asyncio.sleep(0.2)
    await story.server.until_confirmed(90)
    await until(lambda: _all_is_sent(story), 120)
    for each in at_work:
        assert await each.end() == 0, story.output


def _people(story: Story) -> Iterator[Coroutine[Any, Any, None]]:
    names_left = iter(names()[GIVING:])
    for _ in range(JOINING_AT_ONCE):
        yield _one_stranger_after_another(story, names_left)
    for phone in story.club.members.values():
        yield gives(story.crowd, phone)
    yield works(story.crowd, story.club.board["chair"], CHAIR)
    yield works(story.crowd, story.club.board["cashier"], CASHIER)


def _all_is_sent(story: Story) -> bool:
    """What is pushed goes out at a measured pace, so some of it may be behind."""
    with story.store.reading() as db:
        waits = select(outbox.c.id).where(outbox.c.state.in_(("waiting", "sending"))).limit(1)
        return db.execute(waits).first() is None


async def _one_stranger_after_another(story: Story, names_left: Iterator[str]) -> None:
    while not story.crowd.over.is_set():
        name = next(names_left)
        story.strangers[name] = story.server.person(name, language_code="en")
        await joins(story.crowd, story.strangers[name], name)


async def _one_life(story: Story) -> None:
    """From a start to a kill."""
    die = story.crowd.die
    await _some_are_up(story, 2)
    program = _busiest(story) if die.random() < 0.7 else die.choice(story.running)
    match die.choice(("time", "message", "pushed")):
        case "time":
            await asyncio.sleep(die.uniform(0.0, 0.8))
            _kill(story, program)
        case "message":
            await _killed_by_message(story, program, die.randint(1, 60), "")
        case "pushed":
            await _killed_by_message(story, program, die.randint(1, 6), die.choice(PUSHED))
    assert await program.gone() == -signal.SIGKILL, program.output


async def _some_are_up(story: Story, count: int) -> None:
    """With fewer than so many at work all that were killed are started again."""
    if len(story.running) < min(count, len(story.programs)):
        for each in story.programs:
            if not each.is_running:
                await _come_up(story, each)


def _busiest(story: Story) -> RunningProgram:
    """The one that asks for updates."""
    lines = [(each.output.splitlines(), each) for each in story.running]
    asking = {
        max((line for line in written if ASKS in line), default=""): each for written, each in lines
    }
    return asking[max(asking)]


async def _killed_by_message(
    story: Story, program: RunningProgram, number: int, phrase: str
) -> None:
    """Killed when so many messages with this in them have arrived, before the program hears so."""
    left = number
    done = asyncio.Event()

    def arrived(chat_id: int, message: Json) -> None:
        nonlocal left
        left -= phrase in str(message.get("text"))
        if left == 0 and not done.is_set():
            _kill(story, program)
            done.set()

    story.server.world.on_sent = arrived
    try:
        async with asyncio.timeout(2):
            await done.wait()
    except TimeoutError:
        if left > 0:
            _kill(story, program)
    finally:
        story.server.world.on_sent = None


async def _come_up(story: Story, program: RunningProgram) -> None:
    """Returns when the program has said its first word: to the server, or of several in its log."""
    asked, listened = len(story.server.requests), program.output.count(LISTENS)
    story.started_at.append(time.monotonic())
    program.start()
    async with asyncio.timeout(SECONDS_TO_COME_UP):
        while program.output.count(LISTENS) == listened:
            assert program.is_running, program.output
            await asyncio.sleep(0.01)
            if len(story.programs) == 1 and len(story.server.requests) > asked:
                return


def _kill(story: Story, program: RunningProgram) -> None:
    program.kill()
    story.kills += 1
