"""What the monthly summary is computed from: plain rows, as storage reads them.

A month in a row is the month the fact is booked in. Rows of later months do no harm, they are left
out; of earlier months those named at each row are needed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from club.accounts import Account, Kind
from club.areas import Area
from club.calendar import Month
from club.loans import Instalment
from club.money import Money
from club.summary.figures import LifeFigures, MoneyHeld


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """Anybody who is or was a member, with what was known of her at the end of the month.

    None stands for "not known" or "rather not say".
    """

    id: int
    joined_on: date
    left_on: date | None = None
    birth_year: int | None = None
    is_woman: bool | None = None
    is_poor: bool | None = None
    needs_loan: bool | None = None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting that was held: those present, of those who were members. Of past months too."""

    month: Month
    held_on: date
    present: int
    members: int
    has_minutes: bool = False
    guests: int = 0


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Something done in one of the eight areas."""

    month: Month
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRow:
    """A posting, or the sum of such that agree in all else and in sign. From the first day on.

    `kind` is that of its entry; of a reversal it is that of the entry which was reversed.
    """

    month: Month
    kind: Kind
    account: Account
    fund: int
    amount: Money
    is_reversal: bool = False


@dataclass(frozen=True, slots=True)
class FundRow:
    """A fund of the club; the income-generation fund is the one that lends."""

    id: int
    name: str
    is_lending: bool = False


@dataclass(frozen=True, slots=True)
class CashCountRow:
    """The last count of a place in the month, and what the books say was there at that moment.

    A shortage or overage posted because of this count is part of what was expected.
    """

    month: Month
    place: int
    counted: Money
    expected: Money


@dataclass(frozen=True, slots=True)
class FeeOwedRow:
    """The fee of a month that a member who is not exempt owes. Of all months up to this one."""

    member: int
    period: Month
    amount: Money


@dataclass(frozen=True, slots=True)
class FeePaidRow:
    """So much booked for the fee of a month, net of reversals. Of all months up to this one."""

    member: int
    period: Month
    month: Month
    amount: Money


@dataclass(frozen=True, slots=True)
class GiftRow:
    """Goods or working days in the Golden Heart book; money stands in the postings."""

    month: Month
    item: str
    unit: str
    quantity: Decimal
    is_working_days: bool = False


@dataclass(frozen=True, slots=True)
class LoanRequestRow:
    """A request for a loan, and the month in which it was agreed to, if it was."""

    month: Month
    asked: Money
    agreed_month: Month | None = None
    agreed: Money | None = None


@dataclass(frozen=True, slots=True)
class PrincipalPaidRow:
    """Principal that came back on a loan, net of reversals."""

    month: Month
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanRow:
    """A loan that was paid out, its present schedule, and every repayment of principal."""

    id: int
    borrower: int
    paid_out_month: Month
    instalments: tuple[Instalment, ...]
    principal_paid: tuple[PrincipalPaidRow, ...] = ()
    written_off_month: Month | None = None
    is_rescheduled: bool = False


@dataclass(frozen=True, slots=True)
class HelpRow:
    """Help given to somebody in need; the person is a key that tells people apart, not a name."""

    month: Month
    person: int


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A home-care visit to a client."""

    month: Month
    client: int


@dataclass(frozen=True, slots=True)
class HelpedRow:
    """The time one volunteer gave in one support session."""

    month: Month
    session: int
    volunteer: int
    minutes: int


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson that was sent to a member; done when she answered its question."""

    month: Month
    member: int
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubRows:
    """All there is about one club. Counts without rows are those of the moment of asking."""

    members: tuple[MemberRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    funds: tuple[FundRow, ...] = ()
    postings: tuple[PostingRow, ...] = ()
    cash_counts: tuple[CashCountRow, ...] = ()
    fees_owed: tuple[FeeOwedRow, ...] = ()
    fees_paid: tuple[FeePaidRow, ...] = ()
    gifts: tuple[GiftRow, ...] = ()
    loan_requests: tuple[LoanRequestRow, ...] = ()
    loans: tuple[LoanRow, ...] = ()
    help_given: tuple[HelpRow, ...] = ()
    visits: tuple[VisitRow, ...] = ()
    helped: tuple[HelpedRow, ...] = ()
    lessons: tuple[LessonRow, ...] = ()
    home_care_volunteers: int = 0
    board_trained_on: date | None = None
    waiting: int = 0
    """Contributions and repayments that wait for the cashier."""
    to_phone: int = 0
    life: LifeFigures | None = None
    held: MoneyHeld | None = None
    planned_on: date | None = None
    """The first meeting of the month that stands planned; a past one is without its roll."""
