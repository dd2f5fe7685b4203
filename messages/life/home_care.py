"""Home care: who is cared for, the visits, and what is said when visits are missing."""

from collections.abc import Sequence
from datetime import date

from messages.cards import Card, Choice
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.presses import StartPress, packed
from messages.wording import Words


@moment("care.title")
def title(words: Words) -> str:
    return words.say("Care at home")


@moment("care.mine")
def mine(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join(
        [
            words.say("You visit:"),
            bulleted([str(each) for each in lines]),
            words.say("Have you been there today? Tap the name and I note the visit."),
        ]
    )


@moment("care.client_line")
def client_line(  # noqa: PLR0917
    words: Words, name: str, address: str, made: int, agreed: int, paused: str = ""
) -> str:
    who = words.say("{name}, {where}", name=name, where=address) if address else words.shown(name)
    if paused:
        return words.say("{who}: {why}", who=who, why=why_in_words(words, paused))
    return words.plural(
        "{who}: {made} of {count} visit this week",
        "{who}: {made} of {count} visits this week",
        agreed,
        who=who,
        made=made,
    )


def why_in_words(words: Words, why: str) -> str:
    """Why nobody is to visit for now."""
    names = {
        "hospital": words.say("in hospital"),
        "away": words.say("away from home"),
        "other": words.say("no visits for now"),
    }
    return names[why]


@moment("care.visited")
def visited(words: Words, name: str) -> str:
    return words.say("Visited: {name}", name=name)


@moment("care.nobody_to_visit")
def nobody_to_visit(words: Words) -> str:
    return words.say(
        "Nobody has been given to you to visit yet. If you would like to help, please tell the "
        "club's board."
    )


@moment("care.whom")
def whom(words: Words) -> str:
    return words.say("Whom did you visit?")


@moment("care.who_visited")
def who_visited(words: Words, name: str) -> str:
    return words.say("Who visited {name}?", name=name)


@moment("care.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day?")


@moment("care.read_back")
def read_back(words: Words, name: str, day: date) -> str:
    return words.say("I note: a visit to {name}, {day}. Is that right?", name=name, day=day)


@moment("care.logged")
def logged(words: Words, name: str, day: date) -> str:
    return words.say(
        "I have noted your visit to {name}, {day}. Thank you for looking after each other.",
        name=name,
        day=day,
    )


@moment("care.take_back")
def take_back(words: Words) -> str:
    return words.say("Take the visit back")


@moment("care.taken_back")
def taken_back(words: Words, name: str, day: date) -> str:
    return words.say("The visit to {name}, {day}, is gone.", name=name, day=day)


@moment("care.not_noted")
def not_noted(words: Words) -> str:
    return words.say("All right, I have noted no visit.")


@moment("reminders.visits_missed")
def visits_missed(words: Words, name: str, made: int, due: int) -> str:
    return words.say(
        "Last week {name} was visited {made} of {due} agreed times. Perhaps you can look in this "
        "week. If it does not suit you, please tell the club's board.",
        name=name,
        made=made,
        due=due,
    )


@moment("reminders.visited_today")
def visited_today(words: Words) -> str:
    return words.say("I was there today")


def visits_missed_card(client_id: int, name: str, *, made: int, due: int) -> Card:
    """One tap notes today's visit; another says that nobody is at home."""
    ways = (
        (StartPress("log_visit", str(client_id)), visited_today()),
        (StartPress("pause_care", str(client_id)), pause_title()),
    )
    return Card(
        visits_missed(name, made, due),
        choices=tuple(Choice(packed(press), label) for press, label in ways),
        numbered=False,
    )


@moment("care.pause_title")
def pause_title(words: Words) -> str:
    return words.say("Away or in hospital")


@moment("care.why")
def why(words: Words, name: str) -> str:
    return words.say("Why is {name} not to be visited for now?", name=name)


@moment("care.reason")
def reason(words: Words, why: str) -> str:
    return words.say("{why}", why=why_in_words(words, why).capitalize())


@moment("care.clients_title")
def clients_title(words: Words) -> str:
    return words.say("People cared for")
