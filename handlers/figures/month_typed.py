"""A month typed behind the word that opens a screen of months: "báo cáo tháng 10"."""

from club.calendar import Month
from handlers.dialogue.visitor import Visitor
from messages.presses import Press, ScreenPress
from messages.understand.dates import read_month
from messages.understand.readings import Either, Value

UNKNOWN = "unknown"
"""The argument of the screen where no month was understood."""


def month_typed(screen: str, text: str, me: Visitor) -> Press:
    """The screen of that month; of two readings the one that is over already."""
    match read_month(text, today=me.today):
        case Value(month):
            return ScreenPress(screen, str(month))
        case Either(readings):
            past = [each for each in readings if each <= Month.of(me.today)]
            return ScreenPress(screen, str(max(past) if past else min(readings)))
    return ScreenPress(screen, UNKNOWN)
