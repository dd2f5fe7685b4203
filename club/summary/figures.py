"""The figures of one month. They are what a closed month keeps, and what every form of it shows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from club.areas import Area
from club.calendar import Month
from club.money import NOTHING, Money
from club.summary.member_figures import MemberFigures


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; of nothing there is no percentage."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Whole percent, half up; None where there is nothing to take a part of."""
        if self.whole <= 0:
            return None
        return (200 * self.part + self.whole) // (2 * self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFigures:
    """Whether the club met, who came, and the attendance of the months before, newest first.

    guests: who came besides the members; None in months closed before they were counted.
    planned_on: when a meeting of the month stands planned; a past one is without its roll.
    """

    held_on: date | None
    attendance: Share
    has_minutes: bool
    earlier: tuple[tuple[Month, Share], ...]
    guests: int | None = None
    planned_on: date | None = None

    def waits_for_roll(self, until: date, *, is_over: bool) -> bool:
        """Whether a planned day has gone by without its roll; the last day of a month that is over
        is one of them, though the figures are counted up to it.
        """
        if self.held_on is not None or self.planned_on is None:
            return False
        return is_over or self.planned_on < until

    @property
    def came(self) -> Share | None:
        """Who came of the members; None where no meeting was held or its roll was not taken."""
        return self.attendance if self.held_on is not None and self.attendance.part else None

    @property
    def earlier_rolls(self) -> tuple[tuple[Month, Share], ...]:
        """The meetings before of which the roll was taken, newest first."""
        return tuple((month, share) for month, share in self.earlier if share.part)

    @property
    def earlier_percent(self) -> int | None:
        """The attendance over all of those earlier meetings together."""
        shares = [share for _, share in self.earlier_rolls]
        together = Share(sum(each.part for each in shares), sum(each.whole for each in shares))
        return together.percent


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """How many activities there were in each of the eight areas, in their order."""

    activities: tuple[tuple[Area, int], ...]

    @property
    def worked_on(self) -> tuple[Area, ...]:
        return tuple(area for area, count in self.activities if count)

    @property
    def left_out(self) -> tuple[Area, ...]:
        return tuple(area for area, count in self.activities if not count)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeFigures:
    """Fees on a cash basis: received in the month, and what is owed up to its end (rules, A.4)."""

    received: Money
    in_advance: Money
    owed: Money
    members_owing: int
    members_paid_up: int


@dataclass(frozen=True, slots=True)
class Goods:
    """So much of a thing in its unit."""

    item: str
    unit: str
    quantity: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenHeartFigures:
    """What was given: money, goods by thing and unit, working days."""

    money: Money
    goods: tuple[Goods, ...]
    working_days: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FundFigures:
    """The cash of a fund over the month, and what stands behind it at the end.

    Always closing = opening + received − paid; what a club brought when it was founded is opening.
    """

    id: int
    name: str
    is_lending: bool
    opening: Money
    received: Money
    paid: Money
    closing: Money
    outstanding: Money
    owed_to_lenders: Money
    member_shares: Money

    @property
    def total(self) -> Money:
        """Cash and lent principal: lending and repaying do not change it (club rules, A.5)."""
        return self.closing + self.outstanding

    @property
    def own_capital(self) -> Money:
        return self.total - self.owed_to_lenders - self.member_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyHeld:
    """The money of all funds at the end of the month: what can be counted, and what a bank keeps.

    in_cash: in boxes and in hands.
    """

    in_cash: Money
    in_bank: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CashCountFigures:
    """The counts of the month over all places; nothing was counted where places is 0."""

    places: int
    counted: Money
    expected: Money

    @property
    def difference(self) -> Money:
        """Negative when cash is missing."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """Late instalments by their own age in days, and the whole rest of those loans (rules, C.6)."""

    to_30_days: Money
    to_90_days: Money
    over_90_days: Money
    at_risk: Money
    loans: int

    @property
    def all(self) -> Money:
        return self.to_30_days + self.to_90_days + self.over_90_days


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanFigures:
    """Lending in the month and at its end.

    repaid: principal; repayment: in đồng, of the principal that fell due in the month what was
    paid by its end; borrowers_in_need: of those who need a loan, how many have one.
    """

    requests: int
    asked: Money
    agreements: int
    agreed: Money
    payouts: int
    paid_out: Money
    repaid: Money
    interest: Money
    written_off: Money
    outstanding: Money
    overdue: Overdue
    repayment: Share
    borrowers: int
    borrowers_in_need: Share
    rescheduled: int
    recovered: Money = NOTHING
    """Came back on loans written off; 0 in months closed before it was counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFigures:
    """Help and home care: people are counted once, visits each time."""

    people_helped: int
    help_money: Money
    visits: int
    clients: int
    home_care_volunteers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeFigures:
    """What else the club lives on: heads, groups and deeds, nobody's name or health.

    exchanges: meetings with other clubs in the year up to the end of the month.
    """

    community_actions: int
    health_checked: int
    livelihood_groups: int
    livelihood_members: int
    performing_teams: int
    exchanges: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportFigures:
    """Support sessions that took place with at least one volunteer."""

    sessions: int
    volunteers: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFigures:
    """The lesson of the month: members it was sent to, and members who answered its question."""

    reached: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything about one club in one month; `until` is its last counted day."""

    month: Month
    until: date
    members: MemberFigures
    meeting: MeetingFigures
    areas: AreaFigures
    fees: FeeFigures
    golden_heart: GoldenHeartFigures
    funds: tuple[FundFigures, ...]
    cash_count: CashCountFigures
    loans: LoanFigures
    care: CareFigures
    support: SupportFigures
    lessons: LessonFigures
    board_trained_on: date | None
    waiting: int
    to_phone: int
    life: LifeFigures | None = None
    """None in months that were closed before these were counted."""
    held: MoneyHeld | None = None
    """None likewise."""

    @property
    def lending_fund_total(self) -> Money:
        """The total that the norm of 50 million goes by: of the funds that lend."""
        funds = [fund.total for fund in self.funds if fund.is_lending]
        return Money(sum(each.dong for each in funds))

    @property
    def cash_to_lend(self) -> Money:
        """Cash in the funds that lend."""
        funds = [fund.closing for fund in self.funds if fund.is_lending]
        return Money(sum(each.dong for each in funds))
