"""Members of a list whose own yes is missing: what the board reads, and how it is noted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from messages.cards import Card, Choice
from messages.formats import short_day
from messages.moments import Moment, moment
from messages.money.entry_kinds import bulleted
from messages.presses import StartPress, packed
from messages.wording import Words


@moment("missing_consent.title")
def title(words: Words) -> str:
    return words.say("Note a consent on paper")


@moment("missing_consent.names_will_go")
def names_will_go(words: Words, last_day: date, names: Sequence[str], bound: Sequence[str]) -> str:
    """bound: those with a loan or a share, whose names stay until that is settled."""
    parts = []
    if names:
        parts.append(
            words.say(
                "For these members on the list no consent is noted. After {day} their names are "
                "deleted:\n"
                "{names}",
                day=short_day(last_day),
                names=bulleted([str(each) for each in names]),
            )
        )
    if bound:
        parts.append(
            words.say(
                "Of these too; they have a loan or a share, so their names stay until that is "
                "settled:\n{names}",
                names=bulleted([str(each) for each in bound]),
            )
        )
    parts.append(words.say("If somebody has signed, or given a thumbprint, please note it here."))
    return "\n".join(parts)


def names_will_go_card(last_day: date, names: Sequence[Any], bound: Sequence[Any]) -> Card:
    """The message to the board, with the way to note a consent."""
    way = Choice(packed(StartPress("note_consent")), title())
    body: Moment = names_will_go(last_day, list(names), list(bound))
    return Card(body, choices=(way,), numbered=False)


@moment("missing_consent.who")
def who(words: Words) -> str:
    return words.say(
        "Who has agreed? The day after each name is how long it may be kept without a consent."
    )


@moment("missing_consent.line")
def line(words: Words, name: str, last_day: date) -> str:
    return words.say("{name} (until {day})", name=name, day=short_day(last_day))


@moment("missing_consent.form")
def how(words: Words, name: str) -> str:
    return words.say("How has {name} agreed?", name=name)


@moment("missing_consent.form_name")
def form(words: Words, form: str) -> str:
    return {
        "signature": words.say("By signature"),
        "thumbprint": words.say("By thumbprint"),
        "witness": words.say("By word before a witness"),
    }[form]


@moment("missing_consent.when")
def when(words: Words) -> str:
    return words.say("On which day?")


@moment("missing_consent.read_back")
def read_back(words: Words, name: str, form: str, day: date) -> str:
    forms = {
        "signature": words.say("by signature"),
        "thumbprint": words.say("by thumbprint"),
        "witness": words.say("by word before a witness"),
    }
    return words.say(
        "{name} has agreed {how} on {day} that the club keeps the name. Is that right?",
        name=name,
        how=forms[form],
        day=short_day(day),
    )


@moment("missing_consent.recorded")
def recorded(words: Words, name: str) -> str:
    return words.say("It is noted: {name} has agreed.", name=name)


@moment("missing_consent.nobody")
def nobody(words: Words) -> str:
    return words.say("For everybody on the list a consent is noted.")


@moment("missing_consent.task")
def task(words: Words, count: int, last_day: date) -> str:
    return words.plural(
        "One consent on paper, until {day}",
        "{count} consents on paper, until {day}",
        count,
        day=short_day(last_day),
    )
