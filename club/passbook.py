"""A member's passbook: all that stands about one person in the club's books, as values."""

from dataclasses import dataclass
from datetime import date

from club.calendar import Month
from club.money import Money, total
from club.repayments import OpenInstalment


@dataclass(frozen=True, slots=True)
class FeeYear:
    """What was received for each month of a year, January first; nothing where nothing was."""

    year: int
    paid: tuple[Money, ...]

    @property
    def total(self) -> Money:
        return total(self.paid)


@dataclass(frozen=True, slots=True)
class GiftLine:
    """A line of the Golden Heart book. `kind`: money, goods or days."""

    given_on: date
    kind: str
    amount: Money | None
    item: str
    unit: str
    quantity_thousandths: int


@dataclass(frozen=True, slots=True)
class RepaymentLine:
    """What was paid back on a day, with one slip."""

    paid_on: date
    voucher: str
    principal: Money
    interest: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanPage:
    """A loan that was paid out, its schedule as it stands, and what was paid back."""

    purpose: str
    principal: Money
    rate_hundredths_percent_a_month: int
    paid_out_on: date
    left: Money
    instalments: tuple[OpenInstalment, ...]
    repayments: tuple[RepaymentLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """Whether she came to a meeting; None where no roll was taken."""

    held_on: date
    present: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passbook:
    """Everything, the oldest first. `owed` are the months of fees still owed until today."""

    club_name: str
    commune: str
    name: str
    joined_on: date
    fee_years: tuple[FeeYear, ...]
    owed: Money
    owed_months: tuple[Month, ...]
    gifts: tuple[GiftLine, ...]
    loans: tuple[LoanPage, ...]
    meetings: tuple[MeetingLine, ...]

    @property
    def fees_paid(self) -> Money:
        return total(each.total for each in self.fee_years)
