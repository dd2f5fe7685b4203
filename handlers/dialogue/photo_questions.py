"""Questions that are answered by sending a picture or a recording; what is stored is its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from handlers.dialogue.question import (
    DONE,
    Hearing,
    NoLongerFits,
    Option,
    Question,
    pick_typed,
)
from messages import photos as say
from messages.moments import Moment, written
from messages.understand.plain import bare
from messages.understand.polite import BARE_KIN, CLOSING, OPENING
from messages.understand.readings import Reading, Unclear, Value, Why

SKIP = "skip"
PHOTO, VOICE = "photo", "voice"
_NONE = frozenset(
    {"bo qua", "khong", "khong co", "khong co anh", "khong chup", "khong chup duoc", "chua co"}
    | {"ko co", "k co", "hong co", "khong co ghi am", "khong ghi am", "thoi khong can"}
    | {"khong gui", "chua chup", "khong can", "skip", "no", "none", "no photo", "without"}
    | {"khong co dau", "khong co anh dau", "chua co anh", "khong biet chup", "khong biet gui"}
    | {"khong co hoa don", "khong gui duoc", "no picture", "nothing", "i have none"}
)
_ENOUGH = frozenset(
    {"xong", "xong roi", "het", "het roi", "het anh", "du", "du roi", "vay thoi", "the thoi"}
    | {"chi co vay", "chi vay thoi", "chi co the", "done", "enough", "that is all", "finished"}
)


@dataclass(frozen=True, slots=True)
class PhotoQuestion(Question[int | None]):
    """One picture; None where it was skipped."""

    may_skip: bool
    wants: ClassVar[str] = PHOTO

    def options(self) -> tuple[Option, ...]:
        return (Option(SKIP, say.skip()),) if self.may_skip else ()

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return _none_said(self, text, hearing)

    def picked(self, option_id: str) -> Any:
        if option_id != SKIP or not self.may_skip:
            raise NoLongerFits
        return None

    def revive(self, stored: Any) -> int | None:
        if stored is None and not self.may_skip:
            raise NoLongerFits
        return None if stored is None else int(stored)

    def shown(self, stored: Any) -> Moment:
        return say.kept(1) if stored else say.skip()

    def simpler(self, shown: int) -> Moment:
        return say.how_to_send(self.may_skip)

    def example(self) -> Moment:
        return say.example(self.may_skip)


@dataclass(frozen=True, slots=True)
class VoiceQuestion(PhotoQuestion):
    """One recording; None where it was skipped."""

    wants: ClassVar[str] = VOICE

    def options(self) -> tuple[Option, ...]:
        return (Option(SKIP, say.skip_voice()),) if self.may_skip else ()

    def shown(self, stored: Any) -> Moment:
        return say.recording() if stored else say.skip_voice()

    def simpler(self, shown: int) -> Moment:
        return say.how_to_speak(self.may_skip)

    def example(self) -> Moment:
        return say.voice_example(self.may_skip)


@dataclass(frozen=True, slots=True)
class PhotosQuestion(Question[tuple[int, ...]]):
    """Up to `most` pictures, one after the other; none where it was skipped."""

    most: int
    may_skip: bool
    wants: ClassVar[str] = PHOTO
    wants_several: ClassVar[bool] = True

    def options(self) -> tuple[Option, ...]:
        return (Option(SKIP, say.skip()),) if self.may_skip else ()

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        if DONE not in (hearing.shown or ()):
            return _none_said(self, text, hearing)
        # "Không có": no more than these.
        label = bare(written(say.done(), hearing.words))
        is_enough = bare(text) == label or _says(text, _ENOUGH | _NONE)
        return Value(DONE) if is_enough else Unclear(Why.EMPTY)

    def picked(self, option_id: str) -> Any:
        if option_id != SKIP or not self.may_skip:
            raise NoLongerFits
        return []

    def part_prompt(self, parts: Sequence[int]) -> Moment:
        return say.so_many(len(parts), self.most) if parts else self.prompt

    def part_options(self, parts: Sequence[int]) -> tuple[Option, ...]:
        return (Option(DONE, say.done()),) if parts else self.options()

    def joined(self, parts: Sequence[int], today: date) -> Any:
        return list(parts) if len(parts) >= self.most else None

    def revive(self, stored: Any) -> tuple[int, ...]:
        if not stored and not self.may_skip:
            raise NoLongerFits
        return tuple(int(each) for each in stored)

    def shown(self, stored: Any) -> Moment:
        return say.kept(len(stored)) if stored else say.skip()

    def simpler(self, shown: int) -> Moment:
        return say.how_to_send(self.may_skip)

    def example(self) -> Moment:
        return say.example(self.may_skip)


_MANNERS = BARE_KIN | {bare(each) for each in OPENING | CLOSING}


def _says(text: str, phrases: frozenset[str]) -> bool:
    """Whether this is one of these phrases, whatever manners stand around it."""
    said = bare(text)
    words = said.split()
    while words and words[-1] in _MANNERS and " ".join(words) not in phrases:
        words.pop()
    while words and words[0] in _MANNERS and " ".join(words) not in phrases:
        words.pop(0)
    return said in phrases or " ".join(words) in phrases


def _none_said(question: Question[Any], text: str, hearing: Hearing) -> Reading[Any]:
    options = question.options()
    if not options:
        return Unclear(Why.NOT_AN_OPTION)
    is_label = isinstance(pick_typed(options, text, hearing.words), Value)
    if is_label or _says(text, _NONE):
        return Value(question.picked(SKIP))
    return Unclear(Why.EMPTY)
