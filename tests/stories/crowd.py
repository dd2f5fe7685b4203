"""People with phones who talk with Liên at their own pace: strangers, members, a board.

They act on what they read, never on what they expect; a message that says it was sent again, and
that they have answered already, they leave alone.
"""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import count, product

from tests.kit.telegram_club import CODE
from tests.kit.telegram_person import Person, Seen

# After three kills at the same message it is set aside, and the person is told.
SORRY = "something went wrong on my side"
AGAIN = "(Sent again, in case the first did not reach you)"
PATIENCE_SECONDS = 180.0
IDLE_SECONDS = 0.5
# So much is finished by the board even when the story is over.
ENOUGH = 5
# What nobody has just asked for.
PUSHED = ("asks to join the club.", "Please look and confirm", "has taken you in", "RECEIPT")
SUM = re.compile(r"[\d.]+ đồng")

_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
)
_MIDDLES = ("Thị", "Văn", "Ngọc", "Thanh", "Minh", "Thu", "Hữu", "Đức", "Kim", "Xuân")
_GIVEN = (
    "Mơ",
    "Nhàn",
    "Tý",
    "Sửu",
    "Dần",
    "Mão",
    "Thìn",
    "Tỵ",
    "Ngọ",
    "Mùi",
    "Thân",
    "Dậu",
    "Tuất",
)


def names() -> list[str]:
    """Names, each once."""
    return [" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN)]


@dataclass(slots=True)
class Crowd:
    """What all of them share: chance, the end of the story, and what they saw confirmed."""

    die: random.Random
    over: asyncio.Event = field(default_factory=asyncio.Event)
    joined: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    booked: list[str] = field(default_factory=list)
    taken_in: list[str] = field(default_factory=list)
    sums: "count[int]" = field(default_factory=lambda: count(21))
    repeats: int = 0
    apologies: int = 0

    async def thinks(self) -> None:
        await asyncio.sleep(self.die.uniform(0.01, 0.15))

    def hasty(self) -> bool:
        """Whether somebody taps twice, to be sure."""
        return self.die.random() < 0.2

    def next_sum(self) -> str:
        """A sum nobody else gives, so that it can be found in the books."""
        return f"{next(self.sums)}000"


@dataclass(slots=True)
class Reader:
    """Reads one phone's messages, leaving out those seen before."""

    crowd: Crowd
    phone: Person
    seen: set[str] = field(default_factory=set)

    async def next(self) -> Seen:
        """The next message that is new to this person."""
        while True:
            message = await self.phone.sees(PATIENCE_SECONDS)
            if self._is_new(message):
                return message

    async def next_soon(self) -> Seen | None:
        """The next message, or None when none comes for a moment."""
        try:
            message = await self.phone.sees(IDLE_SECONDS)
        except AssertionError:
            return None
        return message if self._is_new(message) else None

    def _is_new(self, message: Seen) -> bool:
        said = without_mark(message)
        if said in self.seen and message.text.startswith(AGAIN):
            self.crowd.repeats += 1
            return False
        self.seen.add(said)
        self.crowd.apologies += SORRY in said
        return True

    async def goes_on(self, message: Seen) -> bool:
        """After an apology: by its button, where there is something to go on with."""
        if message.button("Go on") is None:
            return False
        await self.phone.taps_old(message, "Go on")
        return True


def without_mark(message: Seen) -> str:
    """Text and buttons, as they were before the message was marked as sent again."""
    return f"{text_of(message)}\n{message.rows}"


def text_of(message: Seen) -> str:
    """The text without the mark."""
    return message.text.removeprefix(AGAIN).lstrip("\n")


async def joins(crowd: Crowd, phone: Person, name: str) -> None:
    """A stranger opens the club's link, answers everything, and reads that the board is asked."""
    reader = Reader(crowd, phone)
    answers = {
        "Do you agree?": ("tap", "Yes"),
        "What is your full name?": ("say", name),
        "In which year were you born?": ("say", "1950"),
        "Are you a woman or a man?": ("tap", "Woman"),
        "In which hamlet": ("say", "Thôn Đoài"),
        "What is your phone number?": ("tap", "Skip"),
        "Does your household have": ("tap", "Neither"),
        "How may I address you?": ("say", "bác"),
        "Is everything correct?": ("tap", "All correct"),
    }
    await phone.starts(CODE)
    while True:
        message = await reader.next()
        if "I have asked the board" in message.text:
            crowd.joined.append(name)
            return
        if SORRY in message.text and not await reader.goes_on(message):
            await phone.starts(CODE)
        for phrase, (way, answer) in answers.items():
            if phrase in message.text:
                await crowd.thinks()
                if way == "say":
                    await phone.says(answer)
                else:
                    await _taps(crowd, phone, message, answer)


async def gives(crowd: Crowd, phone: Person) -> None:
    """A member gives money again and again, each time another sum."""
    reader = Reader(crowd, phone)
    while not crowd.over.is_set():
        await phone.says("/donggop")
        await _gives_once(crowd, reader)


async def _gives_once(crowd: Crowd, reader: Reader) -> None:
    phone, amount = reader.phone, crowd.next_sum()
    while True:
        message = await reader.next()
        text = message.text
        if "I have noted it" in text:
            crowd.given.append(_sum_in(text))
            return
        await crowd.thinks()
        if SORRY in text and not await reader.goes_on(message):
            await phone.says("/donggop")
        elif "What would you like to contribute?" in text:
            await phone.taps_old(message, "Money for the Golden Heart book")
        elif "How much would you like to give?" in text:
            await phone.says(amount)
        elif "How did you hand the money over" in text:
            await phone.taps_old(message, message.buttons[0])
        elif "Please check that this is right" in text:
            await _taps(crowd, phone, message, "All correct")


async def _taps(crowd: Crowd, phone: Person, message: Seen, label: str) -> None:
    await phone.taps_old(message, label)
    if label == "All correct" and crowd.hasty():
        await phone.taps_old(message, label)


@dataclass(frozen=True, slots=True)
class Task:
    """How somebody of the board works: a notice with a button, a question, an end."""

    notice: str
    button: str
    question: str
    answer: str
    done: str
    note: Callable[[Crowd, str], None]


def takes_in(crowd: Crowd, text: str) -> None:
    crowd.taken_in.append(text.partition(" is a member now")[0])


def books(crowd: Crowd, text: str) -> None:
    crowd.booked.append(_sum_in(text))


CHAIR = Task(
    notice="asks to join the club.",
    button="Look and decide",
    question="Shall the club",
    answer="Yes",
    done="is a member now",
    note=takes_in,
)
CASHIER = Task(
    notice="Please look and confirm",
    button="Look and confirm",
    question="Do you have the money?",
    answer="The cash is in my hand",
    done="It is in the books",
    note=books,
)


async def works(crowd: Crowd, phone: Person, task: Task) -> None:
    """Somebody of the board answers what is pushed to them, one thing after another."""
    reader, waiting, done = Reader(crowd, phone), list[Seen](), 0
    busy: Seen | None = None
    async for message in _messages(crowd, reader):
        if message is not None and task.notice in message.text:
            waiting.append(message)
        elif message is not None and SORRY in message.text:
            if not await reader.goes_on(message) and busy is not None:
                await phone.taps_old(busy, task.button)
        elif message is not None and task.question in message.text:
            await crowd.thinks()
            await phone.taps_old(message, task.answer)
            if crowd.hasty():
                await phone.taps_old(message, task.answer)
        elif message is not None and task.done in message.text:
            task.note(crowd, text_of(message))
            busy, done = None, done + 1
        if busy is None and waiting and (done < ENOUGH or not crowd.over.is_set()):
            busy = waiting.pop(0)
            await phone.taps_old(busy, task.button)
        elif busy is None and done and crowd.over.is_set():
            return


async def _messages(crowd: Crowd, reader: Reader) -> AsyncIterator[Seen | None]:
    """Each new message; None when nothing came for a moment."""
    silent = 0.0
    while silent < PATIENCE_SECONDS:
        message = await reader.next_soon()
        silent = 0.0 if message is not None or not crowd.over.is_set() else silent + IDLE_SECONDS
        yield message
    raise AssertionError(f"{reader.phone.name} got no answer:\n{reader.phone.transcript}")


def _sum_in(text: str) -> str:
    found = SUM.search(text)
    assert found is not None, text
    return found.group()
