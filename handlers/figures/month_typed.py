"""A month typed behind the word that opens a screen of months: "báo cáo tháng 10"."""

from club.calendar import Month
from handlers.dialogue.visitor import Visitor
from messages.presses import Press, ScreenPress
from messages.understand.months_mentioned import month_mentioned, says_a_month
from messages.understand.readings import Either, Value
from messages.understand.wishing import only_wishes
from messages.understand.words import words_of

UNKNOWN = "unknown"
"""The argument of the screen where no month was understood."""


def month_typed(screen: str, text: str, me: Visitor) -> ScreenPress | None:
    """The screen of that month; of two readings the one that is over already.

    With words that only wish it, the screen without a month; None where they may mean something
    else.
    """
    match month_mentioned(text, today=me.today):
        case Value(month):
            return ScreenPress(screen, str(month))
        case Either(readings):
            past = [each for each in readings if each <= Month.of(me.today)]
            return ScreenPress(screen, str(max(past) if past else min(readings)))
    if all(map(only_wishes, words_of(text))):
        return ScreenPress(screen)
    return ScreenPress(screen, UNKNOWN) if says_a_month(text) else None


def month_in_a_form(text: str, me: Visitor, *, screen: str, papers: str, form: str) -> Press | None:
    """As `month_typed`, on the screen of papers where a form of it was wished as well."""
    typed = month_typed(screen, text, me)
    if not form or (typed is not None and typed.argument == UNKNOWN):
        return typed
    month = typed.argument if typed is not None and typed.argument else str(Month.of(me.today))
    return ScreenPress(papers, f"{month} {form}")
