"""How much of the fee: offered by months, or any other sum."""

from collections.abc import Sequence
from dataclasses import dataclass

from club.calendar import Month
from club.contributions import FeeOwed, total_owed
from club.money import Money
from handlers.dialogue.question import Option, Question
from handlers.dialogue.questions import MoneyQuestion
from messages import contribute as say

MONTHS_AHEAD_OFFERED = (1, 3, 6)
SMALLEST = Money(1000)


@dataclass(frozen=True, slots=True)
class FeeSumQuestion(MoneyQuestion):
    """A sum, with what each offer pays for written on it."""

    paying: tuple[tuple[FeeOwed, ...], ...] = ()

    def options(self) -> tuple[Option, ...]:
        return tuple(
            Option(
                str(total_owed(months).dong),
                say.months([each.month for each in months], total_owed(months)),
            )
            for months in self.paying
        )


def fee_sum(name: str, months: Sequence[FeeOwed], today: Month) -> Question[Money]:
    """Asks how much is paid of these months, which are owed or can be paid ahead, in order."""
    owed = [each for each in months if each.month <= today]
    paying = _offered(tuple(months), len(owed))
    return FeeSumQuestion(
        name,
        say.how_much_fee(total_owed(owed) if owed else None, owed[0].month if owed else None),
        at_least=min(SMALLEST, total_owed(months)),
        up_to=total_owed(months),
        offers=tuple(total_owed(each) for each in paying),
        usual=None,
        paying=paying,
    )


def _offered(months: tuple[FeeOwed, ...], owed: int) -> tuple[tuple[FeeOwed, ...], ...]:
    """All that is owed, the oldest month, some months ahead."""
    counts = (owed, 1, owed + 3) if owed else MONTHS_AHEAD_OFFERED
    possible = dict.fromkeys(each for each in counts if 0 < each <= len(months))
    return tuple(months[:count] for count in possible)
