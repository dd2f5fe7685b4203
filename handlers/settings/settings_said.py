"""The value of a setting as it is said: the same on the screen, in questions and in notices."""

from collections.abc import Callable
from typing import Any

from club.money import Money
from club.settings import SETTINGS, Kind, Setting
from handlers.money.books_said import fund_line
from messages.moments import Moment
from messages.settings import setting_values as say
from storage.queries import Connection
from storage.queries.money.ledger import funds_of

COUNTED: dict[str, Callable[[int], Moment]] = {
    "loan_member_months": say.months,
    "mourning_days": say.days,
    "tet_money_from": say.day_of_chap,
    "tet_money_until": say.day_of_first_month,
}
"""What a number is a number of; else it is a day of the month."""


def value_said(db: Connection, club_id: int, name: str, value: Any) -> Moment:
    """The value, as it is kept, in words."""
    about = SETTINGS[name]
    match about.kind:
        case Kind.SHARES:
            funds = {each.id: fund_line(each) for each in funds_of(db, club_id)}
            return say.shares([[funds[fund], percent] for fund, percent in value if percent])
        case Kind.SOME_OF:
            return say.some([say.word(each) for each in value])
        case Kind.SUMS:
            return say.sums([Money(each) for each in value])
        case Kind.SPAN:
            return say.months_between(*value)
    return _one_value(about, value)


def _one_value(about: Setting, value: Any) -> Moment:
    match about.kind:
        case Kind.MONEY:
            return (say.limit if about.name == "expense_limit" else say.sum_)(Money(value))
        case Kind.NUMBER:
            return COUNTED.get(about.name, say.day_of_month)(value)
    ways: dict[Kind, Callable[[Any], Moment]] = {
        Kind.PERCENT: say.percent_a_month,
        Kind.YES_NO: say.yes_no,
        Kind.MEETING_DAY: say.meeting_day,
        Kind.ONE_OF: say.word,
        Kind.TEXT: say.text,
    }
    return ways[about.kind](value)
