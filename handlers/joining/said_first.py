"""What somebody says of herself before she is asked: with her first line, with the club's code, or
instead of a yes to the consent. It is kept for the questions that come, and waits for the consent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.dialogue.choice_questions import ChoiceQuestion, LeaveQuestion
from handlers.dialogue.name_questions import NameQuestion
from handlers.dialogue.question import Heard, Hearing, Later, WithMore
from handlers.dialogue.questions import TextQuestion
from handlers.dialogue.visitor import Visitor
from handlers.menus import code_in, looks_like_join_code
from handlers.talk.said_at_once import Begun
from messages.joining import said_first as say
from messages.understand.answers import read_yes_no
from messages.understand.introductions import (
    introduces_somebody,
    place_told,
    title_told,
    wishes_to_join,
    without_code,
)
from messages.understand.phones import read_phone
from messages.understand.phrases import place_of
from messages.understand.plain import bare
from messages.understand.polite import does_not_know
from messages.understand.readings import Reading, Value
from messages.understand.told import BETWEEN, STORY, Piece, sentence_of
from messages.understand.words import words_of

ELSEWHERE = "?"
_WANTS = ("muốn vào", "xin vào", "cho vào", "cho bác vào", "cho tôi vào", "cho bà vào", "let me in")
_REFUSING = frozenset({"khong", "ko", "thoi", "dung", "chua", "not", "don't", "no"})
_CLEAR = frozenset({"co", "khong", "yes", "no"})


def begun_joining(text: str, me: Visitor) -> Begun | None:
    """A stranger who says who she is and gives a code, or wishes to join, begins to join."""
    words = sentence_of(text)
    if me.memberships or len(words) < 2 or place_of(words, "tình nguyện") is not None:
        return None
    code = _code_said(text, words)
    if code:
        return Begun("join", code, carried=_kept(without_code(words, code)))
    if introduces_somebody(words) and wishes_to_join(words):
        return Begun("join", carried=_kept(words))
    return None


def _code_said(text: str, words: Sequence[str]) -> str | None:
    """A code in a sentence; letters alone are one only where they are called so."""
    code = None if looks_like_join_code(text) else code_in(text)
    if code is None or any(sign.isdigit() for sign in code):
        return code
    return code if any(bare(each) in {"ma", "code"} for each in words) else None


def _kept(words: Sequence[str]) -> dict[str, str]:
    """As a story, without pauses at its ends; nothing where nothing is said."""
    said = " ".join(words).strip(f" {BETWEEN}")
    return {STORY: said, **_of_her_title(words)} if said else {}


_SEX_OF = {
    **dict.fromkeys(("bà", "cô", "mệ", "dì", "chị"), "female"),
    **dict.fromkeys(("ông", "chú", "dượng", "anh"), "male"),
}


def _of_her_title(words: Sequence[str]) -> dict[str, str]:
    """ "Bà Lê Thị Mai" says how to call her, and that she is a woman; "cụ" says the first alone."""
    title = title_told(words)
    if title is None:
        return {}
    sex = _SEX_OF.get(title)
    return {"address": title} if sex is None else {"address": title, "sex": sex}


@dataclass(frozen=True, slots=True)
class OwnNameQuestion(NameQuestion):
    """Her own name; the title before it answers the questions for her sex and form of address."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = NameQuestion.hear(self, text, hearing)
        more = _of_her_title(sentence_of(text))
        match heard:
            case Value(name) if more:
                return WithMore(name, more)
            case WithMore(name, carried):
                return WithMore(name, {**more, **carried})
        return heard


@dataclass(frozen=True, slots=True)
class CodeQuestion(TextQuestion):
    """The club's code; who is introduced beside it, or instead, is kept."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        words, code = sentence_of(text), code_in(text)
        if code is not None and not looks_like_join_code(text):
            return WithMore(code, _kept(without_code(words, code)))
        if code is None and introduces_somebody(words):
            return Later(_kept(words), say.kept_and_code())
        return TextQuestion.hear(self, text, hearing)


@dataclass(frozen=True, slots=True)
class ConsentQuestion(LeaveQuestion):
    """A clear yes or no, alone or at either end of a sentence; nothing else agrees."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = LeaveQuestion.hear(self, text, hearing)
        words = sentence_of(text)
        if isinstance(heard, Value) or len(words) < 2:
            return heard
        parts = " ".join(words).split(BETWEEN)
        for place, rest in ((0, parts[1:]), (-1, parts[:-1])):
            agreed = _clearly(parts[place])
            if rest and agreed is not None:
                return WithMore(agreed, _kept(BETWEEN.join(rest).split()))
        if introduces_somebody(words):
            return Later(_kept(words), say.kept_for_later())
        if _wants_in(words):
            return Later({}, say.yes_first())
        return heard


def _wants_in(words: Sequence[str]) -> bool:
    """To want to be in the club is no yes to what is kept of her: that is asked once more."""
    wants = wishes_to_join(words) or any(place_of(words, each) is not None for each in _WANTS)
    return wants and not any(bare(each) in _REFUSING for each in words)


def _clearly(part: str) -> bool | None:
    agreed = read_yes_no(part)
    is_clear = bare(part).strip() in _CLEAR or "dong y" in bare(part)
    return agreed.value if isinstance(agreed, Value) and is_clear else None


@dataclass(frozen=True, slots=True)
class HamletQuestion(TextQuestion):
    """Where she lives, in a club without groups; `known` is written as the club writes it."""

    known: str = ""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if isinstance(read_phone(text), Value):
            # Said one question too early; where she lives is still to be told.
            return Later({"phone": text}, say.number_kept())
        heard = TextQuestion.hear(self, text, hearing)
        return Value(self.known) if self._is_known(heard) else heard

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        found = place_told(words)
        if found is not None and self._is_known(Value(found.readings[0])):
            return Piece(found.begin, found.end, (self.known,))
        return found

    def _is_known(self, heard: Heard) -> bool:
        """Without its marks and the word for what kind of place it is: "doai", "Thon doai"."""
        said = heard.value if isinstance(heard, Value) else ""
        return bool(self.known) and _of_place(said) == _of_place(self.known)


def _of_place(name: str) -> str:
    words = [each.strip(",.") for each in bare(name).split()]
    while len(words) > 1 and words[0] in _KINDS_OF_PLACE:
        words = words[1:]
    return " ".join(words)


_KINDS_OF_PLACE = frozenset({"o", "tai", "thon", "xom", "ap", "ban", "lang", "to", "khu", "pho"})


@dataclass(frozen=True, slots=True)
class PlaceQuestion(ChoiceQuestion[str]):
    """Where she lives: a group of the club, or any other place by its own name; ELSEWHERE for the
    button that says so.
    """

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = ChoiceQuestion.hear(self, text, hearing)
        if isinstance(heard, Value):
            return heard
        if does_not_know(words_of(text)):
            return Value(ELSEWHERE)
        told = self.found_in(sentence_of(text), hearing)
        return heard if told is None else _as_value(told)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        group = ChoiceQuestion.found_in(self, words, hearing)
        place = place_told(words)
        if group is None or place is None:
            return group or place
        # "Xóm Đông, tổ 2": both are said, and both are of where she lives.
        return place if place.begin <= group.begin < group.end <= place.end else group

    def revive(self, stored: str) -> str:
        return stored


def _as_value(told: Piece) -> Reading[str]:
    return Value(told.readings[0])
