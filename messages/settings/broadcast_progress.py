"""How far a word to many has come: on the way, held, at its end; and what its sender may do."""

from datetime import date

from club.address import PersonName
from messages.cards import Card, Choice
from messages.moments import Moment, moment
from messages.presses import ScreenPress, packed
from messages.wording import Words


@moment("broadcasts.how_far")
def how_far(words: Words) -> str:
    return words.say("See how far it is")


@moment("broadcasts.line")
def line(words: Words, day: date, name: PersonName, state: str) -> str:
    return words.say("{day}, {name}: {state}", day=day, name=name, state=_state(words, state))


def _state(words: Words, state: str) -> str:
    names = {
        "running": words.say("on its way"),
        "paused": words.say("held"),
        "cancelled": words.say("cancelled"),
        "done": words.say("at its end"),
    }
    return names[state]


@moment("broadcasts.none")
def none(words: Words) -> str:
    return words.say("No message to many has gone out in the last days.")


@moment("broadcasts.which")
def which(words: Words) -> str:
    return words.say("The messages to many of the last days:")


@moment("broadcasts.status")
def status(
    words: Words,
    day: date,
    name: PersonName,
    state: str,
    *,
    sent: int,
    people: int,
    on_its_way: int,
    to_phone: int,
    unknown: int,
    cancelled: int,
    night: bool,
) -> str:
    """Where it stands, "sent 120/340", and what became of the others."""
    lines = [
        words.say(
            "Message of {name}, {day}: {state}.", name=name, day=day, state=_state(words, state)
        ),
        words.say("• Sent: {sent}/{people}", sent=sent, people=people),
    ]
    if on_its_way:
        lines.append(words.say("• Still to go: {count}", count=on_its_way))
    if state == "running" and on_its_way and night:
        lines.append(words.say("• It is a quiet time now, so it goes on when that is over"))
    return "\n".join([*lines, *_rest(words, to_phone, unknown, cancelled)])


def _rest(words: Words, to_phone: int, unknown: int, cancelled: int) -> list[str]:
    lines = []
    if to_phone:
        lines.append(words.say("• Not reached, please phone: {count}", count=to_phone))
    if unknown:
        lines.append(
            words.say("• Perhaps arrived, I could not see it: {count}", count=unknown),
        )
    if cancelled:
        lines.append(words.say("• Not sent any more: {count}", count=cancelled))
    return lines


@moment("broadcasts.outcome")
def outcome(words: Words, *, sent: int, people: int, to_phone: int, unknown: int) -> str:
    """Told to the sender when all is over."""
    lines = [
        words.say("The message that you gave me has been brought round."),
        words.say("• Sent: {sent}/{people}", sent=sent, people=people),
        *_rest(words, to_phone, unknown, 0),
    ]
    return "\n".join(lines)


def outcome_card(body: Moment, number: int, *, phones: bool) -> Card:
    """For the sender; `phones`: with the way to those who have to be phoned."""
    opens = [Choice(packed(ScreenPress("broadcast", str(number))), how_far())]
    if phones:
        opens.insert(0, Choice(packed(ScreenPress("to_phone")), whom_to_phone()))
    return Card(body, choices=tuple(opens), numbered=False)


@moment("broadcasts.whom_to_phone")
def whom_to_phone(words: Words) -> str:
    return words.say("Whom to phone")


@moment("broadcasts.look_again")
def look_again(words: Words) -> str:
    return words.say("Look again")


@moment("broadcasts.steer_title")
def steer_title(words: Words) -> str:
    return words.say("Hold or stop it")


@moment("broadcasts.which_order")
def which_order(words: Words) -> str:
    return words.say("What shall I do with it? What has left already cannot be called back.")


@moment("broadcasts.order")
def order(words: Words, order: str) -> str:
    names = {
        "pause": words.say("Hold it for now"),
        "go_on": words.say("Go on sending"),
        "cancel": words.say("Send no more of it"),
    }
    return names[order]


@moment("broadcasts.steered")
def steered(words: Words, order: str) -> str:
    done = {
        "pause": words.say("It is held. Nobody else gets it until you tell me to go on."),
        "go_on": words.say("I go on sending it."),
        "cancel": words.say("Nobody else gets it."),
    }
    return done[order]
