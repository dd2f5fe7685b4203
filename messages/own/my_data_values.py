"""What the codes of one column mean in a person's own data, where another column's mean another."""

from functools import lru_cache

from messages.figures.praise import merit
from messages.loans.loan_lines import PURPOSES, form_in_words, purpose_in_words
from messages.own.my_data_words import code_words
from messages.roles import planned_line
from messages.wording import Words

LOAN_FORMS = ("monthly", "quarterly", "interest_monthly", "all_at_end")
MERITS = ("helps_others", "home_care", "livelihood", "gives", "teaches", "comes")
# Goods are paid in no way; what became of an entry on the way to the books says nothing to her.
_UNSAID = {("declarations", "paid_how"): {"given"}}
_UNSAID_ALL = {("meeting_table_entries", "answer")}


def in_words(words: Words, table: str, column: str, code: str) -> str | None:
    """The code in words; "" for what says nothing to her, None for what is no code."""
    if (table, column) in _UNSAID_ALL or code in _UNSAID.get((table, column), ()):
        return ""
    if (table, column) == ("reminders", "kind"):
        return planned_line(words, code)
    if (told := _of_columns(words).get((table, column, code))) is not None:
        return told
    return code_words(words).get(code)


@lru_cache(4)
def _of_columns(words: Words) -> dict[tuple[str, str, str], str]:
    return {
        **{("loans", "purpose", each): purpose_in_words(words, each) for each in PURPOSES},
        **{("loans", "form", each): form_in_words(words, each) for each in LOAN_FORMS},
        **{("praised_people", "merit", each): merit.write(words, code=each) for each in MERITS},
        **_of_offices(words),
        **_of_letters(words),
        **_of_the_club(words),
    }


def _of_offices(words: Words) -> dict[tuple[str, str, str], str]:
    return {
        ("person_corrections", "what", "name"): words.say("Name"),
        ("person_corrections", "what", "phone"): words.say("Phone"),
        ("person_corrections", "what", "hamlet"): words.say("Hamlet"),
        ("person_corrections", "what", "birth_year"): words.say("Year of birth"),
        ("deaths", "state", "recorded"): words.say("reported"),
        ("deaths", "state", "undone"): words.say("taken back"),
        ("parent_consents", "form", "account"): words.say("in the chat"),
        ("parent_consents", "form", "paper"): words.say("on paper"),
        ("erasures_asked", "form", "operator"): words.say("through the operator"),
        ("helpings", "why", "helper"): words.say("ended by the helper"),
        ("helpings", "why", "board"): words.say("ended by the board"),
        ("helpings", "why", "gone"): words.say("the helper has gone"),
        ("account_freezes", "outcome", "opened"): words.say("opened again"),
        ("account_freezes", "outcome", "cut_off"): words.say("cut off for good"),
    }


def _of_letters(words: Words) -> dict[tuple[str, str, str], str]:
    states = {
        "planned": words.say("planned"),
        "queued": words.say("sent"),
        "replaced": words.say("replaced by a newer one"),
        "unreachable": words.say("could not be sent"),
    }
    tables = ("reminders", "broadcast_people")
    return {(table, "state", code): said for table in tables for code, said in states.items()}


def _of_the_club(words: Words) -> dict[tuple[str, str, str], str]:
    return {
        ("care_pauses", "why", "hospital"): words.say("in hospital"),
        ("care_pauses", "why", "away"): words.say("away from home"),
        ("care_pauses", "why", "other"): words.say("no visits for now"),
        ("hardship_cases", "state", "decided"): words.say("decided"),
        ("hour_disputes", "state", "decided"): words.say("decided"),
        ("session_swaps", "state", "taken"): words.say("taken over"),
        ("session_swaps", "state", "over"): words.say("too late"),
        ("owed_terms", "kind", "share"): words.say("a member's share"),
        ("owed_terms", "kind", "lent"): words.say("money lent to the club"),
        ("payment_slips", "purpose", "expense"): words.say("an expense"),
        ("payment_slips", "purpose", "help"): words.say("help"),
        ("payment_slips", "purpose", "sick_visit"): words.say("a visit to the sick"),
        ("payment_slips", "purpose", "funeral"): words.say("a funeral"),
        ("payment_slips", "purpose", "longevity"): words.say("longevity wishes"),
    }
