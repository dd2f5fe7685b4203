"""A volunteer offers the own place in a session to another."""

from datetime import date, time

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("swap.title")
def title(words: Words) -> str:
    return words.say("Ask somebody else to go")


@moment("swap.whom")
def whom(words: Words) -> str:
    return words.say("Whom shall I ask to go in your place?")


@moment("swap.anybody")
def anybody(words: Words) -> str:
    return words.say("Any volunteer near")


@moment("swap.nobody_near")
def nobody_near(words: Words) -> str:
    return words.say(
        "There is no other volunteer near who could go. If you cannot come, please drop out; the "
        "board then looks for somebody."
    )


@moment("swap.offered")
def offered(words: Words, told: int) -> str:
    return words.plural(
        "I have asked one volunteer. Until somebody says yes, the place is still yours.",
        "I have asked {count} volunteers. Until somebody says yes, the place is still yours.",
        told,
    )


@moment("swap.can_you_go")
def can_you_go(words: Words, name: str, about: Spoken) -> str:
    return words.say(
        "{name} cannot come to this session and asks whether you can go instead:\n{about}",
        name=name,
        about=about,
    )


@moment("swap.take_title")
def take_title(words: Words) -> str:
    return words.say("Go in somebody's place")


@moment("swap.i_go")
def i_go(words: Words) -> str:
    return words.say("I go instead")


@moment("swap.i_cannot")
def i_cannot(words: Words) -> str:
    return words.say("I cannot go either")


@moment("swap.cannot_title")
def cannot_title(words: Words) -> str:
    return words.say("Say no to a swap")


@moment("swap.sure_to_go")
def sure_to_go(words: Words, day: date, time: time, hamlet: str) -> str:
    return words.say(
        "Shall I put you down for {day}, at {time}, {hamlet}?", day=day, time=time, hamlet=hamlet
    )


@moment("swap.stays_so")
def stays_so(words: Words) -> str:
    return words.say("That is all right. Everything stays as it was.")


@moment("swap.taken_over")
def taken_over(words: Words) -> str:
    return words.say("Thank you for going instead! The place is yours.")


@moment("swap.went_to")
def went_to(words: Words, name: str, day: date) -> str:
    return words.say(
        "{name} goes in your place on {day}. Your name is off the list.", name=name, day=day
    )


@moment("swap.board_hears")
def board_hears(words: Words, before: str, name: str, topic: Spoken, day: date) -> str:  # noqa: PLR0917
    return words.say(
        "{name} goes instead of {before} to the session “{topic}” on {day}.",
        name=name,
        before=before,
        topic=topic,
        day=day,
    )


@moment("swap.said_no")
def said_no(words: Words, name: str, day: date) -> str:
    return words.say(
        "{name} cannot go on {day} either. The place is still yours.", name=name, day=day
    )


@moment("swap.no_noted")
def no_noted(words: Words) -> str:
    return words.say("That is all right. I have told the one who asked.")
