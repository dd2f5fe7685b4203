"""What every indicator of the monthly summary is called, and how its value is written."""

from datetime import date

from club.money import Money
from club.summary.indicators import Measure, Subject, Unit, Value
from messages.figures.summary_lines import fund_name
from messages.figures.summary_steps import area
from messages.formats import figures, short_day
from messages.moments import Moment, Spoken, moment
from messages.sums import quantity
from messages.wording import Words


@moment("summary.indicator_name")
def indicator_name(words: Words, code: str) -> str:
    """Short enough for a row of a table."""
    names = (_people, _help, _activities, _money, _funds, _loans)
    return next(found[code] for each in names if code in (found := each(words)))


def _people(words: Words) -> dict[str, str]:
    return {
        "members": words.say("Members"),
        "older": words.say("Aged 60 and more"),
        "older_from_55": words.say("Aged 55 and more"),
        "older_women": words.say("Women aged 60 and more"),
        "women": words.say("Women"),
        "younger": words.say("Under 60"),
        "age_not_known": words.say("Year of birth not known"),
        "poor": words.say("Poor and near-poor"),
        "new": words.say("New in the month"),
        "left": words.say("Left in the month"),
        "meeting_held_on": words.say("Day of the meeting"),
        "present": words.say("Present at the meeting"),
        "guests": words.say("Guests at the meeting"),
        "attendance": words.say("Attendance"),
        "earlier_attendance": words.say("Attendance, the five meetings before"),
    }


def _help(words: Words) -> dict[str, str]:
    return {
        "people_helped": words.say("People helped"),
        "help_money": words.say("Help in money"),
        "home_visits": words.say("Home-care visits"),
        "care_clients": words.say("People cared for at home"),
        "home_care_volunteers": words.say("Volunteers for care at home"),
        "support_sessions": words.say("Support sessions"),
        "support_volunteers": words.say("Volunteers at support sessions"),
        "support_minutes": words.say("Hours of support"),
        "lesson_reached": words.say("Lesson on the phone: reached"),
        "lesson_done": words.say("Lesson on the phone: to the end"),
        "to_phone": words.say("People to phone"),
    }


def _activities(words: Words) -> dict[str, str]:
    return {
        "areas_worked_on": words.say("Areas worked on"),
        "board_trained_on": words.say("Last training of the board"),
        "area": words.say("Activities in the area"),
        "community_actions": words.say("Work for the whole village"),
        "health_checked": words.say("Members weighed or measured"),
        "livelihood_groups": words.say("Livelihood groups"),
        "livelihood_members": words.say("Members in livelihood groups"),
        "performing_teams": words.say("Performing teams"),
        "exchanges": words.say("Other clubs met this year"),
    }


def _money(words: Words) -> dict[str, str]:
    return {
        "fees_received": words.say("Member fees received"),
        "fees_in_advance": words.say("Of that paid ahead"),
        "fees_owed": words.say("Member fees owed"),
        "members_owing": words.say("Members who owe a fee"),
        "gifts_in_money": words.say("Golden Heart book, in money"),
        "held_in_cash": words.say("Cash in the box"),
        "held_in_bank": words.say("Money at the bank"),
        "cash_counted": words.say("Cash counted"),
        "cash_difference": words.say("Counted more (+) or less (−) than the books"),
        "lending_fund_total": words.say("Income-generation fund, with what is lent"),
        "waiting": words.say("Contributions waiting for the cashier"),
    }


def _funds(words: Words) -> dict[str, str]:
    return {
        "fund_opening": words.say("Money at the beginning of the month"),
        "fund_received": words.say("Received in the month"),
        "fund_paid": words.say("Paid out of the fund"),
        "fund_closing": words.say("Money at the end of the month"),
        "fund_outstanding": words.say("Lent out"),
        "fund_total": words.say("Money and lent together"),
    }


def _loans(words: Words) -> dict[str, str]:
    return {
        "requests": words.say("Requests for a loan"),
        "asked": words.say("Sum asked for"),
        "agreements": words.say("Loans agreed to"),
        "agreed": words.say("Sum agreed to"),
        "payouts": words.say("Loans paid out"),
        "paid_out": words.say("Sum paid out"),
        "repaid": words.say("Principal repaid"),
        "interest": words.say("Interest received"),
        "repayment_rate": words.say("Repayment rate"),
        "outstanding": words.say("Principal still out"),
        "borrowers": words.say("Members with a loan"),
        "overdue_loans": words.say("Overdue loans"),
        "overdue": words.say("Overdue, all together"),
        "overdue_to_30_days": words.say("Overdue 1–30 days"),
        "overdue_to_90_days": words.say("Overdue 31–90 days"),
        "overdue_over_90_days": words.say("Overdue over 90 days"),
        "at_risk": words.say("Whole rest of the overdue loans"),
        "rescheduled": words.say("Running loans with a new schedule"),
        "written_off": words.say("Written off in the month"),
        "recovered": words.say("Came back on loans written off"),
        "in_need": words.say("Members who need a loan"),
        "in_need_with_loan": words.say("Of those, with a loan"),
        "in_need_percent": words.say("Share of those in need with a loan"),
    }


@moment("summary.subject_name")
def subject_name(words: Words, subject: str) -> str:
    names = {
        Subject.PEOPLE: words.say("People and meeting"),
        Subject.AREAS: words.say("The eight areas"),
        Subject.MONEY: words.say("Fees, gifts and funds"),
        Subject.LOANS: words.say("Loans of the club"),
    }
    return names[Subject(subject)]


@moment("summary.indicator_of")
def indicator_of(words: Words, name: Spoken, about: Spoken) -> str:
    """One of several: "Income-generation fund: lent out"."""
    return words.say("{about}: {name}", about=about, name=_lowered(str(name)))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def name_of(measure: Measure) -> Moment:
    """What the figure is called; of a fund or an area with its name."""
    name = indicator_name(code=measure.code)
    if measure.code == "area":
        return area_title(area=area(code=measure.about))
    if measure.about:
        return indicator_of(name=name, about=fund_name(name=measure.about))
    return name


@moment("summary.area_title")
def area_title(words: Words, area: Spoken) -> str:
    return words.say("Area: {area}", area=area)


def written_value(unit: Unit, value: Value) -> str:
    """The value as it stands in tables, without the unit of sums; – where there is none."""
    if value is None:
        return "–"
    match unit, value:
        case Unit.DAY, date():
            return short_day(value)
        case Unit.DONG, Money(dong):
            return ("−" if dong < 0 else "") + figures(abs(dong))
        case Unit.PERCENT, int():
            return f"{value}%"
        case Unit.MINUTES, int():
            return quantity(round(value * 1000 / 60 / 100) * 100)
        case _, int():
            return figures(value)
    raise TypeError(f"{value!r} is no {unit}")


@moment("summary.measure")
def measure_line(  # noqa: PLR0917 – one line, five facts
    words: Words, name: Spoken, value: str, before: str, unit: str, how: Spoken
) -> str:
    """The figure, the month before, and how it is counted."""
    named = words.say("đồng") if unit == "dong" else ""
    return words.say(
        "{name}: {value} (the month before: {before})\n• {how}",
        name=name,
        value=f"{value} {named}".strip() if value != "–" else value,
        before=before,
        how=how,
    )
