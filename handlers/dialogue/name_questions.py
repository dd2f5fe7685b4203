"""Questions for names and phones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.dialogue.question import Heard, Hearing, Option, Question, WithMore, pick_typed
from messages import everywhere as say
from messages import examples
from messages import misunderstood as say_more
from messages.formats import phone
from messages.moments import Moment
from messages.understand.empty_words import declines
from messages.understand.introductions import introduces_somebody, name_told, name_with_place
from messages.understand.names import read_name
from messages.understand.phones import has_no_phone, read_phone
from messages.understand.plain import plain
from messages.understand.readings import Reading, Unclear, Value, Why
from messages.understand.told import BETWEEN, STORY, Piece, phone_told, sentence_of, without

_NAME_AND_YEAR = re.compile(
    r"(?P<name>[^\d]+?)[,;]?\s+(?P<year>(?:(?:sinh\s+)?năm\s+|sn\s+|born\s+(?:in\s+)?)?"
    r"\d{2,4}(?:\s*(?:tuổi|tuoi|t))?)",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class NameQuestion(Question[str]):
    stop_or_answer: ClassVar[frozenset[str]] = frozenset({"thoi"})

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if declines(text):
            return Unclear(Why.NOT_A_NAME)
        heard = read_name(text)
        if isinstance(heard, Unclear) and (both := _NAME_AND_YEAR.fullmatch(plain(text))):
            # "Nguyễn Thị Hoa 1952": the year answers the question that comes next.
            name = read_name(both["name"])
            if isinstance(name, Value):
                return WithMore(name.value, {"year": both["year"]})
        if not isinstance(heard, Unclear):
            return self._where_she_lives(text) or heard
        return self._before_a_pause(text) or self._introduced(text) or heard

    def _introduced(self, text: str) -> WithMore | None:
        """ "Tôi tên là Nguyễn Thị Hoa sinh năm 1952 ở xóm Đông": the rest answers what comes."""
        words = sentence_of(text)
        told = name_told(words)
        if told is None or not introduces_somebody(words):
            return None
        return WithMore(told.readings[0], {STORY: " ".join(without(words, told))})

    def _where_she_lives(self, text: str) -> WithMore | None:
        """ "Lê Văn Hùng ở xóm Đình" is no name of six words."""
        words = sentence_of(text)
        told = name_with_place(words)
        if told is None:
            return None
        return WithMore(told.readings[0], {STORY: " ".join(without(words, told))})

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        return name_told(words)

    def _before_a_pause(self, text: str) -> WithMore | None:
        """ "Nguyễn Thị Hoa, sinh năm 1952, xóm Đông": what follows answers the next questions."""
        words = sentence_of(text)
        if BETWEEN not in words:
            return None
        pause = words.index(BETWEEN)
        name = read_name(" ".join(words[:pause]))
        more = {STORY: " ".join(words[pause:])}
        return WithMore(name.value, more) if isinstance(name, Value) else None

    def simpler(self, shown: int) -> Moment:
        return say_more.only_the_name(self.example())

    def revive(self, stored: Any) -> str:
        return str(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.name_is(str(stored))

    def example(self) -> Moment:
        return examples.name()


@dataclass(frozen=True, slots=True)
class PhoneQuestion(Question[str]):
    def options(self) -> tuple[Option, ...]:
        return (Option("skip", say.skip()),)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_phone(text)
        # "1" is no phone number, so here it can only mean the one button.
        if isinstance(heard, Unclear) and has_no_phone(text):
            return Value("")
        if heard == Unclear(Why.NOT_A_PHONE) and len(re.findall(r"\d", text)) < _FEWEST_DIGITS:
            typed = pick_typed(self.options(), text, hearing.words)
            return Value("") if isinstance(typed, Value) else heard
        return heard

    def simpler(self, shown: int) -> Moment:
        return say_more.only_the_digits(self.example())

    def picked(self, option_id: str) -> Any:
        return ""

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        return phone_told(words)

    def shown(self, stored: Any) -> Moment:
        return say.plain(phone(str(stored)) if stored else "")

    def revive(self, stored: Any) -> str:
        return str(stored)

    def example(self) -> Moment:
        return examples.phone()
