"""People on Zalo who join and give while the program is killed: they read, and type an answer.

Whoever gets none although the program is at work writes the same once more, as people do.
"""

import asyncio
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from messages.everywhere import interrupted, sent_again
from messages.moments import Moment, written
from messages.wording import Words
from tests.kit.zalo_club import CODE
from tests.kit.zalo_person import Person

PATIENCE_SECONDS = 2.5
LOOK_SECONDS = 0.2
SUM = re.compile(r"ghi nhận: ủng hộ Sổ Tấm lòng vàng: ([\d.]+ đồng)")
JOINED = "Cháu đã báo ban chủ nhiệm"


def as_written(moment: Moment) -> str:
    """As it is read by somebody whom Liên calls "bác", in one line."""
    return " ".join(written(moment, Words("vi")).split())


AGAIN = as_written(sent_again())
STOPPED = as_written(interrupted())


@dataclass(slots=True)
class ZaloCrowd:
    """What all share. `is_waited_for`: whether an answer can still be expected."""

    die: random.Random
    is_waited_for: Callable[[], bool]
    over: asyncio.Event = field(default_factory=asyncio.Event)
    joined: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    sums: "count[int]" = field(default_factory=lambda: count(21))
    repeats: int = 0
    stopped: int = 0
    typed_again: int = 0


@dataclass(slots=True)
class Talker:
    """One phone; `said` is what was typed last."""

    crowd: ZaloCrowd
    phone: Person
    said: str = ""
    seen: set[str] = field(default_factory=set)

    async def says(self, text: str) -> None:
        self.said = text
        await asyncio.sleep(self.crowd.die.uniform(0.01, 0.1))
        update = await self.phone.writes(text)
        if self.crowd.die.random() < 0.2:
            await self.phone.server.put(update)

    async def next(self) -> list[str]:
        """What is new, each in one line: she reads all of it before she answers the last."""
        since = time.monotonic()
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            unread = self.phone.messages[self.phone.seen :]
            self.phone.seen += len(unread)
            new = [text for each in unread if self._is_new(text := " ".join(each.text.split()))]
            if new:
                return [each.removeprefix(AGAIN).strip() for each in new]
            if self.crowd.is_waited_for():
                since = time.monotonic()
            elif time.monotonic() - since > PATIENCE_SECONDS:
                self.crowd.typed_again += 1
                since = time.monotonic()
                await self.says(self.said)

    def _is_new(self, text: str) -> bool:
        if text == STOPPED:
            self.crowd.stopped += 1
            return False
        if text.startswith(AGAIN) and text.removeprefix(AGAIN).strip() in self.seen:
            self.crowd.repeats += 1
            return False
        self.seen.add(text.removeprefix(AGAIN).strip())
        return True


async def joins(crowd: ZaloCrowd, phone: Person, name: str) -> None:
    """A stranger types the club's code, answers everything, and reads that the board is asked."""
    answers = {
        "Bác có đồng ý không": "1",
        "họ và tên đầy đủ": name,
        "bác sinh năm nào": "1950",
        "bác là nữ hay nam": "nữ",
        "bác ở thôn nào": "Thôn Đoài",
        "số điện thoại của bác là số nào": "bỏ qua",
        "hộ nghèo hay cận nghèo": "không có",
        "xưng hô thế nào": "bác",
        "Như vậy đã đúng hết chưa": "đúng",
    }
    talker = Talker(crowd, phone)
    await talker.says(CODE)
    while JOINED not in " ".join(new := await talker.next()):
        await _answers(talker, new[-1], answers, begin=CODE)
    crowd.joined.append(name)


async def gives(crowd: ZaloCrowd, phone: Person) -> None:
    """A member gives money again and again, each time another sum."""
    talker = Talker(crowd, phone)
    while not crowd.over.is_set():
        amount = f"{next(crowd.sums)}.000"
        answers = {
            "muốn đóng góp gì": "2",
            "muốn ủng hộ bao nhiêu": amount,
            "đóng tiền bằng cách nào": "1",
            f"xem lại có đúng không ạ: • ủng hộ Sổ Tấm lòng vàng: {amount} đồng": "đúng",
            "xem lại có đúng không ạ": "thôi",
            # Out of what she never wanted, by an answer that came twice.
            "mình tạm dừng ạ": "bỏ hẳn",
            "muốn bỏ việc nào": "1",
        }
        await talker.says("đóng góp")
        while not (done := _sums_in(new := await talker.next())):
            await _answers(talker, new[-1], answers, begin="đóng góp")
        crowd.given += done


def _sums_in(messages: list[str]) -> list[str]:
    return [found[1] for each in messages if (found := SUM.search(each))]


async def _answers(talker: Talker, text: str, answers: Mapping[str, str], *, begin: str) -> None:
    """What fits the question; out of a question that she never wanted, and then anew."""
    found = next((answer for phrase, answer in answers.items() if phrase in text), None)
    await talker.says(found or ("thôi" if "gõ: " in text and "thôi" in text else begin))
