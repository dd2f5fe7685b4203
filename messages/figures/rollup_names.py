"""What the indicators, spans, criteria and targets of a roll-up are called."""

from club.calendar import Month
from club.rollup.targets import Aim
from club.spans import Length, Span
from messages.figures.summary_names import indicator_name
from messages.formats import figures
from messages.moments import moment
from messages.sums import quantity
from messages.wording import Words


@moment("rollup.span_name")
def span_name(words: Words, span: str) -> str:
    """quý 3/2026; a month as everywhere."""
    of = Span.parse(span)
    year = str(of.first.year)
    match of.length:
        case Length.MONTH:
            return words.shown(of.first)
        case Length.QUARTER:
            return words.say("quarter {number} of {year}", number=of.number, year=year)
        case Length.HALF if of.number == 1:
            return words.say("the first half of {year}", year=year)
        case Length.HALF:
            return words.say("the second half of {year}", year=year)
    return words.say("the year {year}", year=year)


_AS_IN_THE_SUMMARY = frozenset(
    {
        *("members", "older", "women", "older_women", "poor", "attendance", "payouts"),
        *("fees_received", "gifts_in_money", "lending_fund_total", "paid_out", "repaid"),
        *("interest", "borrowers", "outstanding", "overdue_loans", "overdue", "in_need"),
        *("in_need_percent", "people_helped", "help_money", "home_visits"),
        *("home_care_volunteers", "support_sessions", "support_minutes", "lesson_reached"),
    }
)


@moment("rollup.indicator")
def rollup_indicator(words: Words, code: str) -> str:
    """Short enough for a row of a table."""
    if code in _AS_IN_THE_SUMMARY:
        return indicator_name.write(words, code=code)
    names = {
        "new": words.say("New members"),
        "left": words.say("Members who left"),
        "meetings": words.say("Months with a meeting"),
        "areas_mean": words.say("Areas worked on, a club and month"),
        "met_with_all_areas_percent": words.say("Months with a meeting and all eight areas"),
        "board_trained": words.say("Clubs whose board was trained this year"),
        "fund_of_50_million": words.say("Clubs with a fund of 50 million"),
    }
    return names[code]


def rule_of(words: Words, over: str) -> str:
    """By which rule several months become one figure."""
    rules = {
        "sum": words.say("sum of the months"),
        "last": words.say("each club's last closed month"),
        "mean": words.say("mean of the closed months"),
        "share": words.say("share of the sums"),
    }
    return rules[over]


@moment("rollup.criterion")
def criterion(words: Words, code: str) -> str:
    names = {
        "books_closed": words.say("every month closed"),
        "met_monthly": words.say("a meeting every month"),
        "all_areas": words.say("all eight areas every month"),
        "attended_well": words.say("80% at every meeting"),
        "fund_of_50_million": words.say("a fund of 50 million"),
        "half_in_need_borrow": words.say("half of those in need borrow"),
        "board_trained": words.say("board trained this year"),
    }
    return names[code]


@moment("rollup.target")
def target(words: Words, code: str) -> str:
    names = {
        "new_clubs": words.say("New clubs in the period"),
        "older_people": words.say("Older people in clubs"),
        "older_women_percent": words.say("Women among the older"),
        "communes_percent": words.say("Communes with a club (mountains – delta)"),
        "boards_trained_percent": words.say("Boards trained this year"),
        "fund_percent": words.say("Clubs with a fund of 50 million"),
        "in_need_percent": words.say("Those in need who borrow"),
        "all_areas_percent": words.say("All eight areas and a meeting"),
    }
    return names[code]


def aim_said(words: Words, aim: Aim | None, *, percent: bool) -> str:
    """ "50–60%", "6.000 or more"; where none is stated it says so."""
    if aim is None:
        return words.say("not stated")
    sign = "%" if percent else ""
    if aim.highest is not None:
        return f"{aim.lowest}–{aim.highest}{sign}"
    if percent and aim.lowest == 100:
        return "100%"
    return words.say("{number} or more", number=f"{figures(aim.lowest)}{sign}")


def value_said(unit: str, over: str, value: int | None) -> str:
    """As it stands in tables, sums without their unit; – where there is nothing to show."""
    if value is None:
        return "–"
    if over == "mean":
        return quantity(value * 10)
    if unit == "percent":
        return f"{value}%"
    if unit == "minutes":
        return quantity(round(value * 10 / 60) * 100)
    return ("−" if value < 0 else "") + figures(abs(value))


def months_said(words: Words, last: str) -> str:
    """The month of "2026-08"; "" is never."""
    return words.shown(Month.parse(last)) if last else words.say("never")
