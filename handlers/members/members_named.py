"""Finding a member by a part of the name, as people type it: without marks, in any order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeVar

from handlers.dialogue.asking import Ask, read
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import Guess, Heard, Hearing, WithMore, option_typed
from handlers.dialogue.questions import TextQuestion
from handlers.dialogue.visitor import Visitor
from messages.members import offices as say
from messages.moments import Moment
from messages.understand.answers import read_yes_no
from messages.understand.corrections import correction_in
from messages.understand.people import Described, people_meant, people_named
from messages.understand.plain import plain
from messages.understand.readings import Value
from messages.understand.told import Piece
from storage.queries.members.offices import Candidate, candidates

MOST_TRIES = 3
LONGEST_NAME = 60


class Named(Protocol):
    """Somebody with a name, and perhaps a hamlet and a year of birth."""

    @property
    def name(self) -> str: ...


P = TypeVar("P", bound=Named)


@dataclass(frozen=True, slots=True)
class NameTried(TextQuestion):
    """A name that perhaps nobody has: then it is no answer, and the next one asks again."""

    is_try: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class WhoQuestion(NameTried):
    """A name. Whom alone a sentence before has named is stored by number, and not asked again."""

    people: tuple[Candidate, ...] = ()

    def hear(self, text: str, hearing: Hearing) -> Heard:
        # "Dung" is a name, whatever else it may be.
        heard = TextQuestion.hear(self, text, hearing)
        named = isinstance(heard, Guess) and those_meant(text, self.people, in_passing=False)
        return Value(text.strip()) if named else heard

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        named = people_named(words, [_described(each) for each in self.people])
        if len(named) != 1:
            return None
        begin, end, places = named[0]
        one = _told(self.people[places[0]])
        return Piece(begin, end, (one if len(places) == 1 else " ".join(words[begin:end]),))

    def shown(self, stored: Any) -> Moment:
        told = [each for each in self.people if stored == _told(each)]
        return shown_member(told[0]) if told else TextQuestion.shown(self, stored)


def _told(each: Candidate) -> str:
    return f"#{each.member_id}"


async def member_named(
    ask: Ask, me: Visitor, *, prompt: Moment | None = None, name: str = "who"
) -> Candidate | None:
    """A member of the club, found by name; None after several names that nobody has.

    `name`: what the questions are called, where a dialogue asks for two people.
    """
    everybody = await read(candidates, me.club_id)
    asked = prompt = prompt or say.who()
    questions = name_questions(name)
    for question, which, again in zip(
        questions, which_questions(name), [*questions[1:], ""], strict=True
    ):
        typed = await WhoQuestion(question, prompt, LONGEST_NAME, False, people=tuple(everybody))
        told = [each for each in everybody if typed == _told(each)]
        if told:
            return told[0]
        found = those_meant(typed, everybody)
        one = await one_of_them(
            which,
            say.which_of_them(),
            among=found,
            shown_as=shown_member,
            key=_number,
            others=Others(again, everybody),
        )
        if one is not None:
            return one
        prompt = asked if found else say.nobody_of_that_name(typed)
    return None


def name_questions(name: str = "who") -> list[str]:
    """The names of the questions, for asking all of it again."""
    return [f"{name}_{number}" for number in range(1, MOST_TRIES + 1)]


def which_questions(name: str = "who") -> list[str]:
    """After each of them: which of those who may be meant."""
    base = "member" if name == "who" else f"{name}_member"
    return [base, *(f"{base}_{number}" for number in range(2, MOST_TRIES + 1))]


@dataclass(frozen=True, slots=True)
class Others:
    """Who may be named instead, and which question a name said too early answers."""

    again: str
    people: Sequence[Named]


@dataclass(frozen=True, slots=True)
class _OneOfThem(ChoiceQuestion[Any]):
    """ "Is it this person?": a no, in whatever words, is somebody else; so is another name."""

    others: Others | None = None

    def hear(self, text: str, hearing: Hearing) -> Heard:
        instead = self._named_instead(text)
        if instead:
            assert self.others is not None
            return WithMore(str(self.key(None)), {self.others.again: instead})
        return self._one_of_them(text, hearing)

    def _named_instead(self, text: str) -> str:
        """ "Không phải bà Hoa mà bà Nga": the name of somebody who is none of these."""
        if self.others is None or not self.others.again:
            return ""
        _, _, said = plain(text).rpartition(" mà ")
        said = correction_in(said) or said
        shown = {each.name for each in self.among if each is not None}
        found = those_meant(said, self.others.people, in_passing=False)
        return "" if not found or any(each.name in shown for each in found) else said

    def _one_of_them(self, text: str, hearing: Hearing) -> Heard:
        typed = option_typed(self.options(), text, hearing)
        agreed = read_yes_no(text)
        if isinstance(typed, Value) or not isinstance(agreed, Value):
            return ChoiceQuestion.hear(self, text, hearing)
        if not agreed.value:
            return Value(str(self.key(None)))
        if len(self.among) == 2:
            return Value(str(self.key(self.among[0])))
        return ChoiceQuestion.hear(self, text, hearing)


async def one_of_them(
    name: str,
    prompt: Moment,
    *,
    among: Sequence[P],
    shown_as: Callable[[P], Moment],
    key: Callable[[P], int],
    others: Others | None = None,
) -> P | None:
    """Which of these people is meant; None for none of them, or where there is nobody."""
    if not among:
        return None
    # Of other people it would be another answer.
    nobody = f"else-{len(among)}-{key(among[0])}-{key(among[-1])}"
    found: P | None = await _OneOfThem(
        name,
        prompt,
        (*among, None),
        lambda each: say.somebody_else() if each is None else shown_as(each),
        lambda each: nobody if each is None else key(each),
        others=others,
    )
    return found


def those_meant(typed: str, everybody: Sequence[P], *, in_passing: bool = True) -> list[P]:
    """Whom a typed name may mean: "bà Hoa xóm Đông". `in_passing`: in a longer sentence too, which
    must not be where somebody else may be meant.
    """
    described = [_described(each) for each in everybody]
    return [everybody[place] for place in people_meant(typed, described, in_passing=in_passing)]


def _described(each: Named) -> Described:
    return Described(each.name, getattr(each, "hamlet", ""), getattr(each, "birth_year", None))


def shown_member(each: Candidate) -> Moment:
    """With year of birth and hamlet, which tell two of one name apart."""
    return say.person(each.name, each.birth_year, each.hamlet)


def _number(each: Candidate) -> int:
    return each.member_id
