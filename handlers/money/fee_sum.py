"""How much of the fee: offered by months, or any other sum."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from club.calendar import Month
from club.contributions import FeeOwed, total_owed
from club.money import Money
from handlers.dialogue.question import Heard, Hearing, Option, Question
from handlers.dialogue.questions import MoneyQuestion
from handlers.talk.said_at_once import THIS_MONTH
from messages.moments import Moment
from messages.money import contribute as say
from messages.understand.durations import read_months
from messages.understand.plain import bare
from messages.understand.readings import Either, Reading, Unclear, Value, Why, reading_of
from messages.understand.told import Piece, stretch_told

_ALL_OWED = frozenset(
    {"het", "tat ca", "tat", "du", "dong het", "dong du", "tra het", "ca", "all", "all of it"}
)
_SETTLES = re.compile(
    r"(?:thi |cu |bac |toi |tui |cho |xin |thoi )*(?:dong|nop|tra|thanh toan|gop|nap)"
    r"(?: (?:cho|not|luon|phi|tien|no))* (?:het|du|tat ca|tat|ca)"
    r"(?: (?:di|luon|cho xong|cho|xong|no|phi|tien|con thieu|so thieu|chau|con|nhe|nha|a|cac thang"
    r"|may thang|thang thieu|thang no|mot the|mot lan))*"
    r"|(?:het|du|tat ca)(?: (?:cac|may|\d+|hai|ba|bon|nam|sau))? (?:thang )?(?:con )?(?:thieu|no)"
    r"(?: (?:di|luon|a|nhe|nha|chau))*"
)
"""All that is owed, in more words."""
_MONTHS_LISTED = re.compile(
    r"thang (\d{1,2})(?:(?: ?,| va| voi| cung| toi| den)+ (?:thang )?\d{1,2})+"
)
_UP_TO = re.compile(
    r"(?:thi |cu |bac |toi |tui |cho )*(?:(?:dong|nop|tra) )?(?:luon )?(?:den|toi|cho den)"
    r" (?:het )?thang (\d{1,2}|chap)(?: (?:luon|di|nhe|nha|a|chau|am|thoi))*"
)
_WHOLE_YEAR = frozenset({"ca nam", "dong ca nam", "the whole year"})
_FEE_SAID = frozenset({"thang", "nam", "het", "tat", "du", "months", "month", "all"})
_MONTH_NAMED = re.compile(r"(?:cho |cua )?thang (\d{1,2})")
_AT_ONCE = re.compile(
    r"(?<=\w)(?: (?:mot (?:luot|the|lan|luc)|cung luc|luon|cho gon|at once|in one go))+"
    r"(?: (?:a|nhe|nha|di|chau|con|em))*$"
)
_TIME = re.compile(r"\b(?:thang|nam|months?|years?)$")
MONTHS_AHEAD_OFFERED = (1, 3, 6)
_AS_EVER = re.compile(
    r"(?:dong |nop |cu |van )*(?:nhu|giong) (?:thang truoc|thang roi|lan truoc|moi khi|moi lan"
    r"|moi thang|cu|hom truoc|ky truoc)(?: a| thoi| nhe| nha)*"
    r"|as (?:usual|always|before)|(?:the )?same(?: as| again)?(?: last month| before| usual)?"
    r"|like last month"
)
"""As in other months: what one month costs, or all that is open."""
SMALLEST = Money(1000)


@dataclass(frozen=True, slots=True)
class FeeSumQuestion(MoneyQuestion):
    """A sum, with what each offer pays for written on it."""

    paying: tuple[tuple[FeeOwed, ...], ...] = ()
    payable: tuple[FeeOwed, ...] = ()
    owed: int = 0

    def hear(self, text: str, hearing: Hearing) -> Heard:
        """A sum, or how many months: "tháng này", "3 tháng", "cả năm", "hết"."""
        counts = self._months_said(text)
        if not counts:
            return MoneyQuestion.hear(self, text, hearing)
        sums = [total_owed(self.payable[:each]).dong for each in counts if self._has(each)]
        return reading_of(sums, Why.TOO_LARGE)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        sum_ = MoneyQuestion.found_in(self, words, hearing)
        return sum_ or stretch_told(words, lambda text: self._months(text, hearing), _FEE_SAID)

    def _months(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = self.hear(text, hearing) if self._months_said(text) else None
        return heard if isinstance(heard, Value | Either) else Unclear(Why.NOT_A_NUMBER)

    def _has(self, count: int) -> bool:
        return 0 < count <= len(self.payable)

    def _months_said(self, text: str) -> list[int]:
        """How many months are meant, one or two ways; none where a sum or nothing is."""
        said = _AT_ONCE.sub("", bare(text))
        if said in _WHOLE_YEAR | _ALL_OWED or _SETTLES.fullmatch(said):
            return [12 if said in _WHOLE_YEAR else self.owed or 1]
        if said in THIS_MONTH or _AS_EVER.fullmatch(said):
            # With older months open, this month's fee pays the oldest of them, or all is meant.
            return [1] if self.owed <= 1 else [self.owed, 1]
        if named := _MONTH_NAMED.fullmatch(said):
            # Months are paid in their order: one that is named alone counts as the first.
            first = self.payable[0].month.month if self.payable else 0
            return [1] if int(named[1]) == first else []
        if _MONTHS_LISTED.fullmatch(said):
            return self._listed([int(each) for each in re.findall(r"\d{1,2}", said)], said)
        if named := _UP_TO.fullmatch(said):
            return self._up_to(named[1])
        months = read_months(said) if _TIME.search(said) else None
        return [months.value] if isinstance(months, Value) else []

    def _up_to(self, named: str) -> list[int]:
        """How many months up to the one named; the last of the moon's year may be two of ours."""
        wanted = {12, 1} if named == "chap" else {int(named)}
        ahead = [each.month.month for each in self.payable]
        return [at + 1 for at, month in enumerate(ahead[:12]) if month in wanted]

    def _listed(self, named: list[int], said: str) -> list[int]:
        """How many months are named, where they are the next ones to pay, in their order."""
        if len(named) == 2 and re.search(r" (?:toi|den) ", said):
            named = list(range(named[0], named[1] + 1))
        payable = [each.month.month for each in self.payable[: len(named)]]
        return [len(named)] if named == payable else []

    def options(self) -> tuple[Option, ...]:
        return tuple(
            Option(
                str(total_owed(months).dong),
                say.months([each.month for each in months], total_owed(months)),
            )
            for months in self.paying
        )


def fee_sum(
    name: str, months: Sequence[FeeOwed], today: Month, prompt: Moment | None = None
) -> Question[Money]:
    """Asks how much is paid of these months, which are owed or can be paid ahead, in order."""
    owed = [each for each in months if each.month <= today]
    paying = _offered(tuple(months), len(owed))
    return FeeSumQuestion(
        name,
        prompt
        or say.how_much_fee(total_owed(owed) if owed else None, owed[0].month if owed else None),
        at_least=min(SMALLEST, total_owed(months)),
        up_to=total_owed(months),
        offers=tuple(total_owed(each) for each in paying),
        usual=None,
        whole=total_owed(owed) if owed else None,
        paying=paying,
        payable=tuple(months),
        owed=len(owed),
    )


def _offered(months: tuple[FeeOwed, ...], owed: int) -> tuple[tuple[FeeOwed, ...], ...]:
    """All that is owed, the oldest month, some months ahead."""
    counts = (owed, 1, owed + 3) if owed else MONTHS_AHEAD_OFFERED
    possible = dict.fromkeys(each for each in counts if 0 < each <= len(months))
    return tuple(months[:count] for count in possible)
