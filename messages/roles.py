"""Names of offices, and how the practice page labels its phones."""

from collections.abc import Sequence

from club.address import given_name
from club.calendar import Month
from messages.wording import Words, capital


def office(words: Words, role: str) -> str:
    """The office in words."""
    names = {
        "chair": words.say("chair"),
        "deputy": words.say("deputy chair"),
        "secretary": words.say("secretary"),
        "bookkeeper": words.say("bookkeeper"),
        "cashier": words.say("cashier"),
        "group_leader": words.say("group leader"),
        "checker": words.say("checker"),
        "member": words.say("member"),
        "volunteer": words.say("young volunteer"),
        "officer": words.say("officer of the Association"),
    }
    return names[role]


def phone_name(words: Words, name: str, address: str) -> str:
    """Whose phone it is: 'Bác Hoa'."""
    if not name:
        return words.say("A stranger")
    return capital(f"{address} {given_name(name)}") if words.language == "vi" else name


def several_people(words: Words, count: int) -> str:
    """How many a planned message goes to."""
    return words.plural("{count} person", "{count} people", count)


def phone_role(words: Words, roles: Sequence[str], birth_year: int | None, this_year: int) -> str:
    """What the person is, and how old."""
    if not roles and birth_year is None:
        return words.say("has the club's link")
    shown = [office(words, role) for role in roles] or [words.say("member")]
    if birth_year is not None:
        age = this_year - birth_year
        shown.append(words.plural("{count} year old", "{count} years old", age))
    return ", ".join(shown)


def planned_line(words: Words, kind: str, period: str = "") -> str:
    """What the scheduler is going to say; of which month, where it is about one ("2026-11")."""
    return _of_month(words, kind, period) or _planned(words, kind)


def _of_month(words: Words, kind: str, period: str) -> str:
    try:
        month = Month.parse(period)
    except ValueError:
        return ""
    return {
        "lesson": words.say("The lesson of {month} on using the phone", month=month),
        "summary": words.say("Summary of {month}", month=month),
        "month_not_closed": words.say("{month} is not closed yet", month=month),
    }.get(kind, "")


def _planned(words: Words, kind: str) -> str:
    return {
        "meeting_planned": words.say("I have planned the next meeting"),
        "meeting_soon": words.say("The meeting is in three days: will you come?"),
        "meeting_today": words.say("The meeting is today"),
        "meeting_changed": words.say("The meeting has been moved or called off"),
        "decision_due": words.say("Something that was decided is due in three days"),
        "lesson": words.say("The month's lesson on using the phone"),
        "session_tomorrow": words.say("The support session is tomorrow"),
        "session_soon": words.say("The support session is in two hours"),
        "help_tomorrow": words.say("Help comes tomorrow"),
        "help_soon": words.say("Help comes in two hours"),
        "fee_not_paid": words.say("The month's fee"),
        "fee_arrears": words.say("Fees not paid for more than a year"),
        "instalment": words.say("An instalment is due"),
        "instalment_late": words.say("An instalment is late"),
        "loan_need": words.say("Is a loan needed?"),
        "training": words.say("The board's yearly training"),
        "longevity": words.say("The longevity wishes of the year"),
        "greeting": words.say("A greeting"),
        "summary": words.say("The monthly summary"),
        "month_not_closed": words.say("The month is not closed yet"),
        "unfinished": words.say("Something was left unfinished"),
        "areas_untouched": words.say("Areas in which nothing was done for a quarter"),
        "term_ends": words.say("A term of office ends soon"),
        "visits_missed": words.say("Visits at home that were missed"),
        "news": words.say("A message to many"),
        "helping_ends": words.say("A helper's year ends in two weeks"),
        "on_behalf": words.say("The checker has five entries to look at"),
    }.get(kind, kind)
