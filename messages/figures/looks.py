"""Who has looked at the club's figures from outside."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("looks.title")
def title(words: Words) -> str:
    return words.say("Who of the Association has looked")


@moment("looks.list")
def looks(words: Words, rows: Sequence[Spoken]) -> str:
    if not rows:
        return words.say("Nobody of the Association has looked at the club's figures so far.")
    head = words.say("Officers who looked, the newest first (figures only, never a person):")
    return "\n".join([head, *map(str, rows)])


@moment("looks.one")
def look(words: Words, name: PersonName, day: date, span: Spoken, commune: str) -> str:  # noqa: PLR0917
    if commune:
        return words.say(
            "• {day}: {name}, {span}, the sheet of {commune}",
            day=short_day(day),
            name=name,
            span=str(span),
            commune=commune,
        )
    return words.say(
        "• {day}: {name}, {span}, this club's own figures",
        day=short_day(day),
        name=name,
        span=str(span),
    )
