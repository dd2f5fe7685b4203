"""Whoever presses whatever on the practice club's phones is answered, and the books hold."""

import itertools
import re

import pytest

from bot.channels.web.channel import NAME, raw_update
from handlers.talk.heard import Kind
from messages.presses import Step
from storage.inbox import Arrival
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.web import WebMessage
from storage.tables.trail import faults
from tests.kit.practice import PracticePage

CLUB = 1
ROLES = ("thành viên", "chủ nhiệm", "thủ quỹ", "tình nguyện", "có mã")
Path = tuple[str, ...]
_NUMBER = re.compile(r"^\d+\. ")


class Presser:
    """Somebody who presses buttons on one phone."""

    def __init__(self, here: PracticePage, phone: str) -> None:
        self.here = here
        self.phone = phone
        self.keys = itertools.count(1)
        self.seen = 0

    async def _says(self, kind: Kind, text: str) -> WebMessage:
        """Returns the newest message, which has to be an answer to this."""
        key = f"{self.phone}-{next(self.keys)}"
        arrival = Arrival(NAME, "", key, self.phone, raw_update(kind, text))
        await self.here.room.house.core.take_in([arrival])
        await self.here.room.house.until_idle()
        messages = await self.here.room.messages(self.phone, self.seen)
        assert messages, f"no answer to {text!r}"
        self.seen = messages[-1].id
        return messages[-1]

    async def follows(self, path: Path) -> WebMessage | None:
        """From the start along buttons by their label; None where one is no longer there."""
        stopped = await self._says(Kind.TEXT, "thôi")
        for way_out in pressed(stopped).values():
            if way_out.endswith(f":{Step.THROW_AWAY}"):
                await self._says(Kind.PRESS, way_out)
        newest = await self._says(Kind.START, "")
        for label in path:
            press = pressed(newest).get(label)
            if press is None:
                return None
            newest = await self._says(Kind.PRESS, press)
        return newest


def pressed(message: WebMessage) -> dict[str, str]:
    """What the buttons of a message press, by label without its number."""
    return {_NUMBER.sub("", each["label"]): each["press"] for row in message.rows for each in row}


def our_faults(db: Connection) -> list[tuple[object, ...]]:
    return [tuple(row)[1:] for row in db.execute(faults.select())]


async def press_everything(here: PracticePage, role: str, depth: int) -> set[Path]:
    """Every path of so many buttons from the greeting on; returns those that were walked."""
    presser = Presser(here, await here.phone(role))
    waiting: list[Path] = [()]
    walked: set[Path] = set()
    while waiting:
        path = waiting.pop(0)
        newest = await presser.follows(path)
        assert here.store.change(our_faults) == [], path
        if newest is None:
            continue
        walked.add(path)
        # The way back and the menu lead to where we have been.
        new = [label for label in pressed(newest) if label not in path]
        if len(path) < depth:
            waiting += [(*path, label) for label in new]
    return walked


@pytest.mark.parametrize("role", ROLES)
async def test_two_presses_deep_everything_is_answered(here: PracticePage, role: str) -> None:
    walked = await press_everything(here, role, depth=2)
    assert len(walked) > 3
    with here.store.reading() as db:
        assert books_faults(db, CLUB) == []


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
async def test_three_presses_deep_everything_is_answered(here: PracticePage, role: str) -> None:
    await press_everything(here, role, depth=3)
    with here.store.reading() as db:
        assert books_faults(db, CLUB) == []
