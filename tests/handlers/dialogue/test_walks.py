"""Somebody types and presses at random, also buttons of long ago: the rules of a talk hold."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date

import pytest

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Redo
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.presses import StartPress, packed
from storage.store import Store
from tests.kit.one_chat import OneChat, Remember, asking, declared
from tests.kit.small_dialogues import animal, money

WORDS = (
    *("1", "2", "3", "4", "5", "6", "0", "99", "cow", "pig", "Hoa", "50k", "2 triệu", "20", "mai"),
    *("yes", "no", "đúng", "không", "thôi", "dừng", "quay lại", "nhắc lại", "nghe", "menu"),
    *("gọi người thật", "giúp", "more", "xem thêm", "/start", "/xyz", "", "🙂", "blah blah"),
)
NAMES = [f"Nguyễn Thị {each}" for each in ("Hoa", "Lan", "Mai", "Cúc", "Đào", "Huệ", "Sen")]


async def whole(ask: Ask, me: Visitor) -> Remember | Redo:
    """Every kind of question, with a way to correct what was read back."""
    who = await ask.choice("who", asking("Who?"), among=NAMES, shown_as=asking)
    sum_ = await ask.money("sum", asking("How much?"), usual=Money(1_000_000))
    months = await ask.number("months", asking("How long?"), at_least=1, up_to=24, offers=(6, 12))
    day = await ask.day("day", asking("When?"), offers=(date(2026, 11, 24), date(2026, 12, 24)))
    word = await ask.text("word", asking("Anything else?"), may_skip=True)
    if not await ask.confirm("agreed", asking(f"{who} {sum_.dong} {months} {day} {word}")):
        among = ["who", "sum", "months", "day", "word"]
        wrong = await ask.choice("wrong", asking("What is wrong?"), among=among, shown_as=asking)
        return Redo((wrong, "wrong", "agreed"))
    return Remember(who, sum_.dong, months, str(day), word)


@contextmanager
def all_declared() -> Iterator[None]:
    with ExitStack() as stack:
        for name, play in (("whole", whole), ("animal", animal), ("money", money)):
            stack.enter_context(declared(name, play))
        yield


class Walk:
    """One person who does anything at all, for so many steps."""

    def __init__(self, chat: OneChat, seed: int) -> None:
        self.chat = chat
        self.chance = random.Random(seed)
        self.presses = [packed(StartPress(name)) for name in ("whole", "animal", "money")]

    def goes(self, steps: int) -> None:
        for _ in range(steps):
            came = len(self.chat.shown)
            self.chance.choices(self._ways(), weights=(6, 6, 2, 1, 1))[0]()
            assert len(self.chat.shown) == came + 1, "one answer to each thing said"
            self.presses += [each.press for each in self.chat.buttons()]
            self._rules_hold()

    def _ways(self) -> list[Callable[[], object]]:
        chat, chance = self.chat, self.chance
        return [
            lambda: chat.says(chance.choice(WORDS)),
            lambda: chat.presses(chance.choice([each.press for each in chat.buttons()] or ["x"])),
            lambda: chat.presses(chance.choice(self.presses)),
            lambda: chat.says("", kind=chance.choice([Kind.OTHER, Kind.EDITED, Kind.START])),
            self._restart,
        ]

    def _restart(self) -> None:
        """A new process on the same database, a day later."""
        again = OneChat(self.chat.store, clock=self.chat.clock)
        again.shown = self.chat.shown
        self.chat = again
        self.chat.waits(days=1)
        self.chat.says("nhắc lại")

    def _rules_hold(self) -> None:
        assert self.chat.faults == 0
        places = [place for (place,) in self.chat.rows("SELECT place FROM dialogues")]
        assert places.count("front") <= 1
        assert places.count("parked") <= 3
        assert self.chat.buttons(), "there is always a way on"
        noted = self.chat.rows("SELECT count(*) FROM audit WHERE deed = 'Remember'")
        ended = "place = 'done' AND name IN ('whole', 'animal', 'money')"
        done = self.chat.rows(f"SELECT count(*) FROM dialogues WHERE {ended}")
        assert noted == done, "each end is recorded once"
        assert self.chat.rows("SELECT id FROM inbox WHERE state <> 'done'") == []


def walked(url: str, seed: int, steps: int) -> None:
    store = Store(url)
    try:
        with all_declared():
            chat = OneChat(store)
            chat.begins("whole")
            Walk(chat, seed).goes(steps)
    finally:
        store.close_now()


@pytest.mark.parametrize("seed", range(4))
def test_the_rules_of_a_talk_hold_whatever_is_said(sqlite_url: str, seed: int) -> None:
    walked(sqlite_url, seed, steps=80)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 130))
def test_the_rules_of_a_talk_hold_for_long(sqlite_url: str, seed: int) -> None:
    walked(sqlite_url, seed, steps=400)
