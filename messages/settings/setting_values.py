"""Names of settings, what each changes, and values in words."""

from collections.abc import Sequence
from typing import Any

from club.money import Money
from messages.examples import percent_in_figures
from messages.loans.loan_lines import form_in_words
from messages.moments import Spoken, moment
from messages.wording import Words


def name_in_words(words: Words, name: str) -> str:
    """Short, for a line or a button."""
    names = {
        "meeting_day": words.say("Meeting day"),
        "meeting_place": words.say("Usual meeting place"),
        "lesson_day": words.say("Lesson day"),
        "expense_limit": words.say("Paid out by one alone"),
        "cash_limit": words.say("Cash kept in one place"),
        "sick_visit_sum": words.say("Visit to the sick"),
        "funeral_sum": words.say("Funeral"),
        "longevity_sum": words.say("Longevity wishes"),
        "interest_split": words.say("Interest for other funds"),
        "loan_rate": words.say("Loan interest"),
        "loan_basis": words.say("Interest is counted on"),
        "loan_forms": words.say("Ways to repay"),
        "loan_months": words.say("Length of a loan"),
        "loan_member_months": words.say("Months before a first loan"),
        "loan_ladder": words.say("Largest loans"),
        "loan_one_at_a_time": words.say("One loan at a time"),
        "loan_one_a_household": words.say("One loan a household"),
        "loan_smallest": words.say("Smallest loan"),
        "loan_step": words.say("Instalments are rounded to"),
        "repayment_order": words.say("A repayment pays first"),
    }
    return names[name] if name in names else _reminder_in_words(words, name)


def _reminder_in_words(words: Words, name: str) -> str:
    names = {
        "remind_fees": words.say("Remind of fees"),
        "remind_loans": words.say("Remind of instalments"),
        "remind_lessons": words.say("Send lessons"),
        "send_greetings": words.say("Send greetings"),
        "mourning_days": words.say("Silence after a death"),
        "tet_money_from": words.say("No word about money before Tết"),
        "tet_money_until": words.say("No word about money after Tết"),
    }
    return names[name]


def effect_in_words(words: Words, name: str) -> str:
    """One sentence on what the setting changes."""
    effects = (_effects_for_club, _effects_for_loans, _effects_on_reminders)
    return next(found[name] for each in effects if name in (found := each(words)))


def _effects_for_club(words: Words) -> dict[str, str]:
    return {
        "meeting_day": words.say(
            "I plan the meetings by it two weeks ahead; the due days of new loans go by it. In a "
            "lunar year with a leap month a lunar day brings thirteen meetings; fees and interest "
            "stay twelve."
        ),
        "meeting_place": words.say("It is offered when a meeting is planned."),
        "lesson_day": words.say("On that day of the month each member gets a phone lesson."),
        "expense_limit": words.say(
            "Up to this sum the cashier or the bookkeeper pays out alone; above it a second "
            "person of the board has to agree."
        ),
        "cash_limit": words.say(
            "When more than this lies in the tin or in somebody's hands, I tell the chair, the "
            "bookkeeper and the cashier. A bank account has no limit."
        ),
        "sick_visit_sum": words.say("The cashier pays it alone when a member is sick."),
        "funeral_sum": words.say("The cashier pays it alone when a member has died."),
        "longevity_sum": words.say("The cashier pays it alone for a member's longevity wishes."),
        "interest_split": words.say(
            "When a month is closed, these funds get so much of its interest."
        ),
    }


def _effects_for_loans(words: Words) -> dict[str, str]:
    return {
        "loan_rate": words.say("Interest of new loans; loans already agreed stay as they are."),
        "loan_basis": words.say("How the interest of new loans is counted."),
        "loan_forms": words.say("Which ways to repay a member can choose from."),
        "loan_months": words.say("For how many months the club lends."),
        "loan_member_months": words.say("How long somebody is a member before the first loan."),
        "loan_ladder": words.say("The most that is lent, by how many loans were repaid before."),
        "loan_one_at_a_time": words.say("Whether the first loan is repaid before a second one."),
        "loan_one_a_household": words.say("Whether a household has one loan at a time."),
        "loan_smallest": words.say("Less than this the club does not lend."),
        "loan_step": words.say("Instalments of new loans are multiples of this sum."),
        "repayment_order": words.say("What a payment is counted for when it is not enough."),
    }


def _effects_on_reminders(words: Words) -> dict[str, str]:
    return {
        "remind_fees": words.say("Three days after the meeting, once, whoever has not paid."),
        "remind_loans": words.say("Before and after the day of an instalment."),
        "remind_lessons": words.say("Once a month each member's next phone lesson."),
        "send_greetings": words.say("Before Tết, on 6 June and on 1 October."),
        "mourning_days": words.say(
            "For that long, a household in which somebody died hears nothing about money."
        ),
        "tet_money_from": words.say("From that day on I will remind nobody of money."),
        "tet_money_until": words.say("Until the end of that day I will remind nobody of money."),
    }


# Values


@moment("setting.sum")
def sum_(words: Words, amount: Money) -> str:
    return words.shown(amount) if amount else words.say("nothing settled (0 đồng)")


@moment("setting.limit")
def limit(words: Words, amount: Money) -> str:
    if amount:
        return words.say("up to {amount}", amount=amount)
    return words.say("nothing: every payment needs two")


@moment("setting.percent_a_month")
def percent_a_month(words: Words, hundredths: int) -> str:
    return words.say("{percent} a month", percent=percent_in_figures(words, hundredths))


@moment("setting.months")
def months(words: Words, count: int) -> str:
    return words.plural("one month", "{count} months", count)


@moment("setting.months_between")
def months_between(words: Words, least: int, most: int) -> str:
    return words.say("{least} to {most} months", least=least, most=most)


@moment("setting.day_of_month")
def day_of_month(words: Words, number: int) -> str:
    return words.say("day {number} of each month", number=number)


@moment("setting.days")
def days(words: Words, count: int) -> str:
    return words.plural("one day", "{count} days", count)


@moment("setting.day_of_chap")
def day_of_chap(words: Words, number: int) -> str:
    return words.say("from day {number} of the twelfth lunar month", number=number)


@moment("setting.day_of_first_month")
def day_of_first_month(words: Words, number: int) -> str:
    return words.say("until day {number} of the first lunar month", number=number)


@moment("setting.yes_no")
def yes_no(words: Words, value: bool) -> str:
    return words.say("yes") if value else words.say("no")


@moment("setting.text")
def text(words: Words, text: str) -> str:
    return text or words.say("not settled yet")


@moment("setting.sums")
def sums(words: Words, sums: Sequence[Money]) -> str:
    return ", ".join(words.shown(each) for each in sums)


@moment("setting.words")
def some(words: Words, values: Sequence[Spoken]) -> str:
    return "; ".join(str(each) for each in values)


@moment("setting.word")
def word(words: Words, value: str) -> str:
    """One of the words a setting can have."""
    names = {
        "remaining": words.say("what is still owed"),
        "flat": words.say("always the whole loan"),
        "interest_first": words.say("interest, then the borrowed money"),
        "principal_first": words.say("the borrowed money, then interest"),
        "oldest_first": words.say("the oldest instalment"),
    }
    return names[value] if value in names else form_in_words(words, value)


@moment("setting.shares")
def shares(words: Words, pairs: Sequence[Any]) -> str:
    """`pairs` of a fund and its percentage."""
    if not pairs:
        return words.say("nothing: all of it stays in the fund that lends")
    return ", ".join(f"{fund} {percent} %" for fund, percent in pairs)


@moment("setting.meeting_day")
def meeting_day(words: Words, rule: str) -> str:
    """'solar 24', 'lunar 15', 'weekday last 6' in words."""
    match rule.split():
        case ["solar", number]:
            return _on_solar_day(words, int(number))
        case ["lunar", number]:
            return _on_lunar_day(words, int(number))
        case [_, nth, weekday]:
            which = which_in_month_in_words(words, nth)
            return words.say(
                "{weekday}, the {which} of the month",
                weekday=weekday_in_words(words, int(weekday)),
                which=which,
            )
    raise ValueError(f"no meeting day: {rule}")


def _on_solar_day(words: Words, number: int) -> str:
    if number <= 28:
        return words.say("day {number} of each month", number=number)
    return words.say("day {number} of each month, in a shorter month the last day", number=number)


def _on_lunar_day(words: Words, number: int) -> str:
    if number == 15:
        return words.say("the full moon, day 15 of each lunar month")
    if number == 30:
        return words.say("day 30 of each lunar month, in a short month the 29th")
    return words.say("day {number} of each lunar month", number=number)


@moment("setting.meeting_day_ahead")
def meeting_day_ahead(words: Words, value: Spoken, days: Sequence[str]) -> str:
    """A meeting day that is about to be settled, with the first days it will bring."""
    return words.say("{value} (the first ones: {days})", value=value, days=", ".join(days))


def which_in_month_in_words(words: Words, nth: str) -> str:
    """First to fourth, or last."""
    names = {
        "1": words.say("first"),
        "2": words.say("second"),
        "3": words.say("third"),
        "4": words.say("fourth"),
        "last": words.say("last"),
    }
    return names[nth]


def weekday_in_words(words: Words, number: int) -> str:
    """Monday is 0."""
    names = (
        words.say("Monday"),
        words.say("Tuesday"),
        words.say("Wednesday"),
        words.say("Thursday"),
        words.say("Friday"),
        words.say("Saturday"),
        words.say("Sunday"),
    )
    return names[number]


@moment("setting.weekday")
def weekday(words: Words, number: int) -> str:
    return weekday_in_words(words, number)


@moment("setting.which_in_month")
def which_in_month(words: Words, nth: str) -> str:
    return which_in_month_in_words(words, nth)
