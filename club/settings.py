"""Every setting of a club: its kind, what holds without a decision, its limits (Club rules, A–E).

A value is kept as plain JSON: sums in đồng, percentages in hundredths, meeting days as
`MeetingDay` writes them. There is one way to read one (`storage.queries.settings.settings`) and one
to change one (`storage.changes.settings.change_setting`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from club.borrowing import LADDER, SMALLEST
from club.calendar import MeetingDay
from club.loans import DEFAULT_RATE_HUNDREDTHS_PERCENT_A_MONTH, Basis, RepaymentForm
from club.refusals import Code, Refused
from club.reminders import LESSON_DAY, MOURNING_DAYS, USUAL, Subject
from club.repayments import Order

DAYS_BEFORE_IT_HOLDS = 7
"""A rule that the board has changed holds from so many days later (Club rules, preamble)."""

LARGEST_SUM = 10_000_000_000
LONGEST_TEXT = 200


class Kind(StrEnum):
    """What a value is, and so how it is asked for and said."""

    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"
    YES_NO = "yes_no"
    TEXT = "text"
    MEETING_DAY = "meeting_day"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    SPAN = "span"
    SUMS = "sums"
    SHARES = "shares"


class Topic(StrEnum):
    """What a setting is about; settings of a topic stand together."""

    MEETING = "meeting"
    SPENDING = "spending"
    CONTRIBUTIONS = "contributions"
    LOANS = "loans"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting. `least` and `most` limit numbers, sums and percentages; `among` the words.

    at_once: harmless, so the board decides it alone and it holds from today.
    """

    name: str
    topic: Topic
    kind: Kind
    default: Any
    least: int = 0
    most: int = LARGEST_SUM
    among: tuple[str, ...] = ()
    at_once: bool = False

    def holds_from(self, today: date) -> date:
        """The first day of a value that is decided today."""
        return today if self.at_once else today + timedelta(days=DAYS_BEFORE_IT_HOLDS)


def _setting(name: str, topic: Topic, kind: Kind, default: Any, **more: Any) -> Setting:
    return Setting(name=name, topic=topic, kind=kind, default=default, **more)


_ALL = (
    _setting("meeting_day", Topic.MEETING, Kind.MEETING_DAY, "solar 24"),
    _setting("meeting_place", Topic.MEETING, Kind.TEXT, "", at_once=True),
    _setting("lesson_day", Topic.MEETING, Kind.NUMBER, LESSON_DAY, least=1, most=31, at_once=True),
    _setting("expense_limit", Topic.SPENDING, Kind.MONEY, 1_000_000),
    _setting("cash_limit", Topic.SPENDING, Kind.MONEY, 5_000_000),
    _setting("sick_visit_sum", Topic.SPENDING, Kind.MONEY, 0, most=10_000_000),
    _setting("funeral_sum", Topic.SPENDING, Kind.MONEY, 0, most=10_000_000),
    _setting("longevity_sum", Topic.SPENDING, Kind.MONEY, 0, most=10_000_000),
    _setting("interest_split", Topic.LOANS, Kind.SHARES, []),
    _setting(
        "loan_rate",
        Topic.LOANS,
        Kind.PERCENT,
        DEFAULT_RATE_HUNDREDTHS_PERCENT_A_MONTH,
        most=166,  # 20 % a year (Civil Code, article 468)
    ),
    _setting(
        "loan_basis",
        Topic.LOANS,
        Kind.ONE_OF,
        Basis.REMAINING.value,
        among=tuple(each.value for each in Basis),
    ),
    _setting(
        "loan_forms",
        Topic.LOANS,
        Kind.SOME_OF,
        [each.value for each in RepaymentForm],
        among=tuple(each.value for each in RepaymentForm),
    ),
    _setting("loan_months", Topic.LOANS, Kind.SPAN, [3, 24], least=1, most=60),
    _setting("loan_member_months", Topic.LOANS, Kind.NUMBER, 3, most=60),
    _setting("loan_ladder", Topic.LOANS, Kind.SUMS, [each.dong for each in LADDER], least=100_000),
    _setting("loan_one_at_a_time", Topic.LOANS, Kind.YES_NO, True),
    _setting("loan_one_a_household", Topic.LOANS, Kind.YES_NO, True),
    _setting("loan_smallest", Topic.LOANS, Kind.MONEY, SMALLEST.dong, least=10_000),
    _setting("loan_step", Topic.LOANS, Kind.MONEY, 1_000, least=1_000, most=100_000),
    _setting(
        "repayment_order",
        Topic.LOANS,
        Kind.ONE_OF,
        Order.INTEREST_FIRST.value,
        among=tuple(each.value for each in Order),
    ),
    _setting("remind_fees", Topic.REMINDERS, Kind.YES_NO, True, at_once=True),
    _setting("remind_loans", Topic.REMINDERS, Kind.YES_NO, True, at_once=True),
    _setting("remind_lessons", Topic.REMINDERS, Kind.YES_NO, True, at_once=True),
    _setting("send_greetings", Topic.REMINDERS, Kind.YES_NO, True, at_once=True),
    _setting("mourning_days", Topic.REMINDERS, Kind.NUMBER, MOURNING_DAYS, most=100),
    # Around Tết a club may be silent about money for longer than usual, never for less long.
    _setting(
        "tet_money_from",
        Topic.REMINDERS,
        Kind.NUMBER,
        USUAL.money_from,
        least=20,
        most=USUAL.money_from,
    ),
    _setting(
        "tet_money_until",
        Topic.REMINDERS,
        Kind.NUMBER,
        USUAL.money_until,
        least=USUAL.money_until,
        most=15,
    ),
)

REMINDER_SETTINGS = {
    Subject.FEES: "remind_fees",
    Subject.LOANS: "remind_loans",
    Subject.LESSONS: "remind_lessons",
    Subject.GREETINGS: "send_greetings",
}
"""What a club can leave unsaid. Meetings are not among it: members rely on them."""

SETTINGS: dict[str, Setting] = {each.name: each for each in _ALL}
"""All settings by name, in the order in which they are shown."""


def settings_about(topic: Topic) -> list[Setting]:
    return [each for each in SETTINGS.values() if each.topic is topic]


def check_value(setting: Setting, value: Any) -> None:
    """Refuses a value beyond the limits; one of another kind is our own fault (ValueError)."""
    match setting.kind:
        case Kind.MONEY | Kind.NUMBER | Kind.PERCENT:
            _check_whole(setting, value)
        case Kind.YES_NO:
            _check_is(setting, value, value in (True, False))
        case Kind.TEXT:
            _check_is(setting, value, isinstance(value, str) and len(value) <= LONGEST_TEXT)
        case Kind.MEETING_DAY:
            MeetingDay.parse(value)
        case Kind.ONE_OF:
            _check_is(setting, value, str(value) in setting.among)
        case Kind.SOME_OF:
            _check_is(setting, value, bool(value) and set(value) <= set(setting.among))
        case Kind.SPAN | Kind.SUMS:
            _check_rising(setting, value)
        case Kind.SHARES:
            _check_shares(setting, value)


def _check_is(setting: Setting, value: Any, is_right: bool) -> None:
    if not is_right:
        raise ValueError(f"{setting.name} cannot be {value!r}")


def _check_whole(setting: Setting, value: Any) -> None:
    _check_is(setting, value, type(value) is int)
    if not setting.least <= value <= setting.most:
        raise Refused(Code.SETTING_OUT_OF_RANGE)


def _check_rising(setting: Setting, value: Any) -> None:
    """Numbers each at least as large as the one before; of a span there are two."""
    lengths = (2,) if setting.kind is Kind.SPAN else range(1, 11)
    _check_is(setting, value, isinstance(value, list | tuple) and len(value) in lengths)
    for each in value:
        _check_whole(setting, each)
    if list(value) != sorted(value):
        raise Refused(Code.SETTING_OUT_OF_RANGE)


def _check_shares(setting: Setting, value: Any) -> None:
    """Percentages by fund, together not above the whole."""
    _check_is(setting, value, all(len(each) == 2 for each in value))
    percents = [percent for _, percent in value]
    if any(percent < 0 for percent in percents) or sum(percents) > 100:
        raise Refused(Code.SETTING_OUT_OF_RANGE)
