"""What comes in lies in `inside`, one file a slip; what goes out is laid into `outside`."""

import asyncio
import json
from itertools import count
from pathlib import Path

from aiohttp import web

from bot.channels.channel import Channel, NotTaken, Refused, TakeIn, Unreachable
from handlers.talk.heard import Heard, Kind
from messages.parts import parts_of
from messages.render import Abilities, Shown
from storage.inbox import Arrival
from storage.outbox import Hearer
from storage.store import DatabaseFailed
from tests.kit.slips import NAME

LONGEST_TEXT = 160
MOST_PARTS = 12
PAUSE_SECONDS = 0.01


class SlipChannel:
    """The way out; `gone` are houses at whose door nobody takes a slip any more."""

    name = NAME
    abilities = Abilities(buttons=False, longest_text=LONGEST_TEXT * MOST_PARTS)

    def __init__(self, outside: Path) -> None:
        self._outside = outside
        self._numbers = count(1)
        self.gone: set[str] = set()

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        if hearer.key in self.gone:
            raise Unreachable("nobody opens")
        if not shown.text:
            raise Refused("an empty slip")
        for part in parts_of(shown.text, LONGEST_TEXT, MOST_PARTS):
            try:
                slip = self._outside / f"{next(self._numbers):06}-{hearer.key}"
                slip.write_text(part, encoding="utf-8")
            except OSError as error:
                raise NotTaken(type(error).__name__) from None


class SlipService:
    """The messenger with both ways."""

    is_posted_to = False
    # A slip lies in the folder until it is stored.
    hands_out_once = False

    def __init__(self, folder: Path) -> None:
        self._inside = folder / "inside"
        self._outside = folder / "outside"
        self._slips = SlipChannel(self._outside)

    @property
    def channel(self) -> Channel:
        return self._slips

    @property
    def slips(self) -> SlipChannel:
        return self._slips

    def read(self, raw: str) -> Heard:
        return Heard(Kind.TEXT, json.loads(raw)["text"])

    async def open(self) -> None:
        for each in (self._inside, self._outside):
            each.mkdir(exist_ok=True)

    async def close(self) -> None:
        """Nothing is held."""

    async def run(self, take_in: TakeIn) -> None:
        while True:
            for slip in sorted(self._inside.iterdir()):
                try:
                    await take_in([arrival(slip)])
                except DatabaseFailed:
                    break
                slip.unlink()
            await asyncio.sleep(PAUSE_SECONDS)

    def add_routes(self, application: web.Application, take_in: TakeIn) -> None:
        """Nobody posts."""


def arrival(slip: Path) -> Arrival:
    """A file "17-hoa" is the slip 17 of Hoa's; one without a name is kept aside."""
    number, _, who = slip.name.partition("-")
    text = slip.read_text(encoding="utf-8", errors="replace").replace("\0", " ")
    return Arrival(NAME, "", number, who or None, json.dumps({"text": text}))
