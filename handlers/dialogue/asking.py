"""What a dialogue awaits: a question to the person, or a reading of the books. Nothing else."""

from collections.abc import Callable, Container, Generator, Sequence
from dataclasses import dataclass
from datetime import date
from datetime import time as Clock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from club.calendar import Month
from club.money import Money
from handlers.dialogue import choice_questions, day_questions, name_questions, questions
from handlers.dialogue.percent_question import PercentQuestion
from handlers.dialogue.photo_questions import PhotoQuestion, PhotosQuestion, VoiceQuestion
from handlers.dialogue.question import Question
from handlers.dialogue.read_backs import confirm_question
from messages.moments import Moment
from storage.queries import Connection

ONE_DONG = Money(1)

P = ParamSpec("P")
T = TypeVar("T")


# Answers of the books within one transaction: nothing is written between the questions of a set.
Memory = dict[tuple[Any, ...], Any]


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A question to the books, answered at once by the engine."""

    query: Callable[..., T]
    args: tuple[Any, ...]
    kwargs: tuple[tuple[str, Any], ...]

    def answer(self, db: Connection, memory: Memory) -> T:
        """The answer, or the one that the same question had before in this transaction."""
        question = (self.query, self.args, self.kwargs)
        try:
            asked_before = question in memory
        except TypeError:  # about something that has no hash, a list perhaps
            return self.query(db, *self.args, **dict(self.kwargs))
        if not asked_before:
            memory[question] = self.query(db, *self.args, **dict(self.kwargs))
        found: T = memory[question]
        return found

    def __await__(self) -> Generator[Any, Any, T]:
        answer: T = yield self
        return answer


def read(
    query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
) -> Read[T]:
    """Ask the books inside a dialogue: `loans = await read(open_loans, me.member_id)`."""
    return Read(query, args, tuple(kwargs.items()))


class Ask:
    """The questions a dialogue can ask. Each has a name, unique in its dialogue and never reused
    for another meaning.
    """

    def __init__(self, answered: Container[str] = ()) -> None:
        self._answered = answered

    def is_open(self, name: str) -> bool:
        """Whether this question has no answer yet: what only its words need is read only then."""
        return name not in self._answered

    def choice(
        self,
        name: str,
        prompt: Moment,
        *,
        among: Sequence[T],
        shown_as: Callable[[T], Moment],
        key: Callable[[T], object] = str,
        said_as: Callable[[T], Sequence[str]] = choice_questions.no_other_words,
    ) -> Question[T]:
        """One of `among`. Typed by number, word or the start of a word.

        `said_as`: phrases besides its label by which a sentence said before has chosen it.
        """
        return choice_questions.ChoiceQuestion(name, prompt, tuple(among), shown_as, key, said_as)

    def yes_or_no(self, name: str, prompt: Moment) -> Question[bool]:
        """A yes or a no; a typed "thôi" stops here as everywhere and answers nothing."""
        return choice_questions.YesNoQuestion(name, prompt)

    def is_it_so(self, name: str, prompt: Moment) -> Question[bool]:
        """A yes or a no to what is only asked about ("is it you?"): nothing is done by the yes."""
        return choice_questions.IsItSoQuestion(name, prompt)

    def may_i(self, name: str, prompt: Moment) -> Question[bool]:
        """A yes or a no to what is done to somebody or with what is hers: a consent, an offer.

        Here a typed "thôi" is a no: who is asked for something declines with that word.
        """
        return choice_questions.LeaveQuestion(name, prompt)

    def confirm(
        self,
        name: str,
        read_back: Moment,
        *,
        yes: Moment | None = None,
        no: Moment | None = None,
        of: Moment | None = None,
        photos: Sequence[int] = (),
        told: Callable[[str], bool | None] = lambda _: None,
    ) -> Question[bool]:
        """Yes to exactly what was read back; if that changes meanwhile it is asked again.

        Where a sum of money is read back no number agrees to it, nor a second tap at the same
        place, nor the same words again. `yes` and `no` are the labels; `of` is the part of the
        read-back that must not have changed, without it all of it. `photos` are shown under it.
        `told` reads what says yes or no in other words than those of the labels.
        """
        return confirm_question(name, read_back, yes=yes, no=no, of=of, photos=photos, told=told)

    def money(
        self,
        name: str,
        prompt: Moment,
        *,
        at_least: Money = ONE_DONG,
        up_to: Money | None = None,
        offers: Sequence[Money] = (),
        usual: Money | None = None,
        whole: Money | None = None,
        due: Money | None = None,
        interest: Money | None = None,
    ) -> Question[Money]:
        """A sum. `offers` are shown as choices; above `usual` it is asked back.

        `whole` is what "all of it" means here, `due` what "as usual" does, `interest` what of that
        is interest; all are asked back.
        """
        kind = questions.MoneyQuestion
        offered = tuple(offers)
        return kind(name, prompt, at_least, up_to, offered, usual, whole, due, interest)

    def number(
        self,
        name: str,
        prompt: Moment,
        *,
        at_least: int,
        up_to: int,
        offers: Sequence[int] = (),
        counted: Callable[[int], Moment] | None = None,
    ) -> Question[int]:
        """A whole number; `counted` says it with its unit where it is repeated."""
        return questions.NumberQuestion(name, prompt, at_least, up_to, tuple(offers), counted)

    def percent(self, name: str, prompt: Moment, *, at_least: int, up_to: int) -> Question[int]:
        """A percentage, all in hundredths of a percent."""
        return PercentQuestion(name, prompt, at_least, up_to)

    def text(
        self,
        name: str,
        prompt: Moment,
        *,
        longest: int = 200,
        may_skip: bool = False,
        number_fits: bool = False,
        cues: tuple[str, ...] = (),
    ) -> Question[str]:
        """Free words; '' when skipped. A short number alone is asked back, unless it fits, and so
        is a mere yes. `cues`: behind these words it may be said already in a sentence before.
        """
        return questions.TextQuestion(name, prompt, longest, may_skip, number_fits, cues)

    def photo(self, name: str, prompt: Moment, *, optional: bool = False) -> Question[int | None]:
        """A picture that is sent; its number, None where it was skipped. Bytes are never here."""
        return PhotoQuestion(name, prompt, optional)

    def photos(
        self, name: str, prompt: Moment, *, most: int = 5, optional: bool = False
    ) -> Question[tuple[int, ...]]:
        """One picture or more, until "that is all"; their numbers, none where it was skipped."""
        return PhotosQuestion(name, prompt, most, optional)

    def voice_note(
        self, name: str, prompt: Moment, *, optional: bool = False
    ) -> Question[int | None]:
        """A voice message, kept as it was sent; its number, None where it was skipped."""
        return VoiceQuestion(name, prompt, optional)

    def name(self, name: str, prompt: Moment) -> Question[str]:
        """A person's full name, tidied but not spoiled."""
        return name_questions.NameQuestion(name, prompt)

    def birth_year(self, name: str, prompt: Moment) -> Question[int]:
        return day_questions.BirthYearQuestion(name, prompt)

    def phone(self, name: str, prompt: Moment) -> Question[str]:
        """A phone number as +84…; '' when skipped."""
        return name_questions.PhoneQuestion(name, prompt)

    def day(
        self, name: str, prompt: Moment, *, ahead: bool = True, offers: Sequence[date] = ()
    ) -> Question[date]:
        return day_questions.DayQuestion(name, prompt, ahead, tuple(offers))

    def time(self, name: str, prompt: Moment) -> Question[Clock]:
        return day_questions.TimeQuestion(name, prompt)

    def month(self, name: str, prompt: Moment, *, offers: Sequence[Month] = ()) -> Question[Month]:
        return day_questions.MonthQuestion(name, prompt, tuple(offers))
