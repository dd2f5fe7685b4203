"""Somebody who walks through dialogues on one phone: by buttons, or by typing alone.

    walker = Walker(v, Way.NUMBERS)
    await walker.walks(Walk("contribute", "hoa", ("đóng góp", "contribute"), {"what": "fee"}))

An answer is the id of a choice, or words where nothing is to choose. What is not said is the yes of
a question with one, or else its first choice. By typing, a choice is given by its number, by its
words without marks, or by the shortest unambiguous beginning of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from sqlalchemy import select

from handlers.dialogue.state import State
from handlers.talk.heard import Kind
from messages import everywhere as say
from messages.cards import Card, card_of
from messages.moments import written
from messages.own.addressing import words_for
from messages.understand.answers import read_yes_no, reserved_word
from messages.understand.plain import bare
from storage.outbox import hearer_in
from storage.queries import Connection
from storage.tables.chats import chats, dialogues, outbox
from tests.kit.village import Phone, Village

MOST_STEPS = 40
LONGEST_MESSAGE = 2000
_NOT_A_CHOICE = {"more", "skip"}


_NOTHING = Card(say.menu_word())


class Way(Enum):
    BUTTONS = "buttons"
    NUMBERS = "numbers"
    WORDS = "words"
    BEGINNINGS = "beginnings"


@dataclass(frozen=True)
class Walk:
    """One dialogue from its entrance to its end.

    `who`: the phone; "" is whoever of the village was last asked for it by a pushed message.
    `words` reach it, in Vietnamese and in English; then the choices that press `through`, in order,
    by how what they carry begins. Without words it is reached from what was shown or pushed.
    """

    dialogue: str
    who: str
    words: tuple[str, str] | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    through: tuple[str, ...] = ()


class Walker:
    """Walks in one way and notes which dialogues came to an end."""

    def __init__(self, v: Village, way: Way, language: str) -> None:
        self.v = v
        self.way = way
        self.language = language
        self.done: set[str] = set()

    async def walks(self, walk: Walk) -> None:
        phone = self.v.phones[walk.who] if walk.who else self._asked(walk)
        before = self._last_dialogue(phone)
        if walk.words is not None:
            await phone.says(walk.words[0 if self.language == "vi" else 1])
        for begins in walk.through:
            await self._goes(phone, begins)
        for _ in range(MOST_STEPS):
            front = self._front(phone)
            if front is None:
                break
            assert front.name == walk.dialogue, f"{front.name} instead of {walk.dialogue}"
            await self._answers(phone, State.of(front.state), walk)
        self._check_ended(phone, walk, before)

    def _check_ended(self, phone: Phone, walk: Walk, before: int) -> None:
        last = self._last(phone)
        assert last is not None and last.id > before, f"{walk} was not begun:\n{phone.last}"
        assert (last.name, last.place) == (walk.dialogue, "done"), f"{walk}:\n{phone.last}"
        for message in phone.messages:
            assert len(message.text) <= LONGEST_MESSAGE
            assert self.way is Way.BUTTONS or not message.rows
        self.done.add(walk.dialogue)

    # One step

    async def _answers(self, phone: Phone, state: State, walk: Walk) -> None:
        assert state.asked is not None
        if state.wants and "skip" not in state.shown and not state.parts:
            await phone.sends_photo()
            return
        wanted = walk.answers.get(state.asked, "skip" if state.wants and not state.parts else None)
        shown = state.shown
        if wanted is None:
            choices = [each for each in shown if each not in _NOT_A_CHOICE]
            wanted = "yes" if "yes" in choices else (choices or ["gạo nếp"])[0]
        if wanted == "skip" and self.way is Way.BEGINNINGS:
            # Free words may begin like the button, so only its whole label is its press.
            labels = self._labels(phone, self._newest(phone))
            await phone.says(bare(labels[shown.index(wanted)]))
        elif wanted in shown:
            await self._chooses(phone, self._newest(phone), shown.index(wanted))
        elif "more" in shown and not any(each.isspace() for each in wanted):
            await self._chooses(phone, self._newest(phone), shown.index("more"))
        else:
            await phone.says(wanted)

    async def _goes(self, phone: Phone, begins: str) -> None:
        """Choose what presses something that begins so, in what was shown last or was pushed."""
        for _ in range(MOST_STEPS):
            card = self._with(phone, begins)
            presses = [each.press for each in card.choices]
            found = [place for place, each in enumerate(presses) if each.startswith(begins)]
            if found:
                await self._chooses(phone, card, found[0])
                return
            more = [place for place, each in enumerate(presses) if _turns_a_page(each)]
            assert more, f"nothing begins with {begins}: {presses}\n{phone.last}"
            await self._chooses(phone, card, more[0])
        raise AssertionError(f"{begins} was not found")

    def _with(self, phone: Phone, begins: str) -> Card:
        """The newest reply, or a pushed message in which something begins so."""
        reply = self._newest(phone)
        if any(each.press.startswith(begins) for each in reply.choices):
            return reply
        for pushed in self._cards(phone, pushed=True):
            if any(each.press.startswith(begins) for each in pushed.choices):
                return pushed
        return reply

    async def _chooses(self, phone: Phone, card: Card, place: int) -> None:
        if self.way is Way.BUTTONS:
            await phone.says(card.choices[place].press, kind=Kind.PRESS)
            return
        labels = self._labels(phone, card)
        if self.way is Way.NUMBERS and card.numbered:
            assert f"{place + 1}. " in phone.heard, phone.heard
            await phone.says(str(place + 1))
        elif self.way is Way.BEGINNINGS:
            # What was shown last is meant first; a beginning of its choices is no other's.
            newest = self._newest(phone)
            shown = [] if newest == card else self._labels(phone, newest)
            await phone.says(_beginning([*labels, *shown], place))
        else:
            await phone.says(bare(labels[place]))

    # What lies behind the phone

    def _labels(self, phone: Phone, card: Card) -> list[str]:
        with self.v.store.reading() as db:
            words = words_for(hearer_in(db, _chat(db, phone)))
        return [written(each.label, words) for each in card.choices]

    def _newest(self, phone: Phone) -> Card:
        return next(iter(self._cards(phone, pushed=False)), _NOTHING)

    def _cards(self, phone: Phone, *, pushed: bool) -> Iterable[Card]:
        kind = outbox.c.kind != "reply" if pushed else outbox.c.kind == "reply"
        with self.v.store.reading() as db:
            rows = db.execute(
                select(outbox.c.card)
                .where(outbox.c.chat_id == _chat(db, phone), kind)
                .order_by(outbox.c.id.desc())
            ).scalars()
            return [card_of(each) for each in rows]

    def _asked(self, walk: Walk) -> Phone:
        """Whose newest pushed message leads to the dialogue."""
        begins = f"s:{walk.dialogue}:"
        for phone in self.v.phones.values():
            newest = next(iter(self._cards(phone, pushed=True)), None)
            if newest and any(each.press.startswith(begins) for each in newest.choices):
                return phone
        raise AssertionError(f"nobody was asked for {walk.dialogue}")

    def _front(self, phone: Phone) -> Any:
        last = self._last(phone)
        return last if last is not None and last.place == "front" else None

    def _last_dialogue(self, phone: Phone) -> int:
        last = self._last(phone)
        return 0 if last is None else int(last.id)

    def _last(self, phone: Phone) -> Any:
        with self.v.store.reading() as db:
            return db.execute(
                select(dialogues)
                .where(dialogues.c.chat_id == _chat(db, phone))
                .order_by(dialogues.c.id.desc())
                .limit(1)
            ).first()


async def all_of(walker: Walker, walks: Iterable[Walk]) -> None:
    """One after the other, as they stand."""
    for each in walks:
        await walker.walks(each)


def _chat(db: Connection, phone: Phone) -> int:
    return int(db.execute(select(chats.c.id).where(chats.c.key == phone.key)).scalar_one())


def _turns_a_page(press: str) -> bool:
    """ "v:menu:1", "v:tasks:2": the same screen with a number."""
    kind, _, rest = press.partition(":")
    return kind == "v" and rest.rpartition(":")[2].isdecimal() and "session" not in rest


def _beginning(labels: list[str], place: int) -> str:
    """The shortest beginning of a choice's words that begins no word of another choice."""
    said = [bare(each) for each in labels]
    mine = said[place]
    others = [each for at, each in enumerate(said) if at != place]
    for end in range(3, len(mine)):
        start = mine[:end]
        if start[0].isdecimal() or not start[-1].isalpha() or _means_something_else(start):
            continue
        if not any(f" {each}".find(f" {start}") >= 0 for each in others):
            return start
    return mine


def _means_something_else(start: str) -> bool:
    return reserved_word(start) is not None or hasattr(read_yes_no(start), "value")
