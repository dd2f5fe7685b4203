"""One chat at the desk without a loop: what is said goes through inbox, step and outbox at once.

Everything is written to the database and read back between all messages. Dialogues of a test are
declared for as long as a block runs, so that a test can play the release before and the one after.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import text

from bot.channels.web.channel import raw_update, read_update
from bot.steps import Steps
from handlers import everything  # noqa: F401 – declares screens and entrances
from handlers.dialogue.engine import SCRIPTS, Play, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.notices import NOTICES, Told, after
from handlers.talk.heard import Kind
from messages import everywhere as say
from messages.cards import card_of
from messages.moments import Moment
from messages.own.addressing import words_for
from messages.presses import StartPress, packed
from messages.render import Abilities, Button, Shown, render
from messages.understand.plain import bare
from storage import inbox
from storage.changes.deed import Deed
from storage.inbox import Arrival
from storage.queries import Connection
from storage.store import Store
from tests.kit.read_text import ReadText
from tests.kit.world import FrozenClock

_KEYS = count(1)


class OneChat:
    """A stranger's chat, in English. `shown` are all messages that came, as shown."""

    def __init__(
        self,
        store: Store,
        *,
        key: str = "anh",
        language: str = "en",
        abilities: Abilities | None = None,
        clock: FrozenClock | None = None,
    ) -> None:
        self.store = store
        self.key = key
        self.language = language
        self.abilities = abilities or Abilities()
        self.clock = clock or FrozenClock(run=7)
        self.steps = Steps(store, {"web": read_update}, self.clock)
        self.shown: list[Shown] = []

    def says(self, words: str, *, kind: Kind = Kind.TEXT, key: str | None = None) -> str:
        """Type something; returns the text that comes in answer."""
        return self.receives(raw_update(kind, words), key=key)

    def receives(self, raw: str, *, key: str | None = None) -> str:
        arrival = Arrival("web", "", key or f"o{next(_KEYS)}", self.key, raw, self.language)
        chats = self.store.change(
            inbox.take_in, [arrival], {}, run=self.clock.run, now=self.clock.now()
        )
        for letter in self.steps.round(sorted(chats)).letters:
            if letter.hearer.key == self.key:
                card, words = card_of(letter.card), words_for(letter.hearer)
                self.shown.append(render(card, words, self.abilities))
        return self.heard

    def begins(self, name: str, subject: str = "") -> str:
        return self.presses(packed(StartPress(name, subject)))

    def presses(self, press: str) -> str:
        return self.says(press, kind=Kind.PRESS)

    def taps(self, label: str, *, back: int = 0) -> str:
        """Press the button with this label, in the newest message or one so many `back`."""
        return self.presses(self.press(label, back=back))

    def press(self, label: str, *, back: int = 0) -> str:
        """What the button carries."""
        buttons = self.buttons(back=back)
        for each in buttons:
            if bare(each.label) == bare(label) or bare(each.label.partition(" ")[2]) == bare(label):
                return each.press
        raise AssertionError(f"no button {label!r} among {[each.label for each in buttons]}")

    def waits(self, **duration: float) -> None:
        self.clock.move(timedelta(**duration))

    @property
    def heard(self) -> str:
        return ReadText(self.shown[-1].text if self.shown else "")

    def buttons(self, *, back: int = 0) -> list[Button]:
        return [each for row in self.shown[-1 - back].rows for each in row]

    @property
    def labels(self) -> list[str]:
        """The big buttons of the newest message, with their numbers."""
        return [each.label for each in self.buttons() if not each.small]

    @property
    def navigation(self) -> list[str]:
        return [each.label for each in self.buttons() if each.small]

    def rows(self, query: str) -> list[Any]:
        """What lies in the database."""
        with self.store.reading() as db:
            return [tuple(row) for row in db.execute(text(query))]

    @property
    def places(self) -> dict[str, str]:
        """Where each dialogue of this chat is, by its name."""
        return dict(self.rows("SELECT name, place FROM dialogues ORDER BY id"))

    @property
    def faults(self) -> int:
        return len(self.rows("SELECT id FROM faults"))


@dataclass(frozen=True, slots=True)
class Remembered:
    """The fact that a test's dialogue came to its end with these answers."""

    answers: tuple[Any, ...]


class Remember:
    """A test's command: nothing but the note in the audit that every command leaves."""

    def __init__(self, *answers: Any) -> None:
        self.answers = answers

    def carry_out(self, db: Connection, deed: Deed) -> Remembered:
        return Remembered(self.answers)


def _told(fact: Remembered, me: Visitor, db: Connection) -> Told:
    return Told(closing(asking(f"remembered {list(fact.answers)}")))


def asking(words: str) -> Moment:
    """A prompt of a test."""
    return say.plain(words)


@contextmanager
def declared(name: str, play: Play, *, about: int = 3) -> Iterator[None]:
    """This dialogue exists, under this name, for as long as the block runs."""
    fresh = Remembered not in NOTICES
    if fresh:
        after(Remembered)(_told)
    dialogue(name, title=lambda: asking(f"the {name}"), about=about)(play)
    try:
        yield
    finally:
        del SCRIPTS[name]
        if fresh:
            del NOTICES[Remembered]
