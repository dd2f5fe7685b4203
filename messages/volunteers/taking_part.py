"""Taking part in a support session, waiting in line, dropping out; one's own sessions."""

from datetime import date, time

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("sessions.take_title")
def take_title(words: Words) -> str:
    return words.say("Take part in a session")


@moment("sessions.taken")
def taken(words: Words) -> str:
    return words.say("Thank you! I have put your name down.")


@moment("sessions.in_line")
def in_line(words: Words) -> str:
    return words.say("All places are taken, so I have put you in line.")


@moment("sessions.board_hears_taken")
def board_hears_taken(words: Words, name: str, topic: Spoken, day: date, free: int) -> str:  # noqa: PLR0917
    takes = words.say(
        "{name} takes part in the session “{topic}” on {day}.", name=name, topic=topic, day=day
    )
    return f"{takes} {_free_places(words, free)}"


def _free_places(words: Words, free: int) -> str:
    if not free:
        return words.say("No place is free any more.")
    return words.plural("One place is free.", "{count} places are free.", free)


@moment("sessions.board_hears_dropped")
def board_hears_dropped(words: Words, name: str, topic: Spoken, day: date, free: int) -> str:  # noqa: PLR0917
    drops = words.say(
        "{name} cannot take part in the session “{topic}” on {day}.",
        name=name,
        topic=topic,
        day=day,
    )
    return f"{drops} {_free_places(words, free)}"


@moment("sessions.drop_title")
def drop_title(words: Words) -> str:
    return words.say("Drop out of a session")


@moment("sessions.sure_to_drop")
def sure_to_drop(words: Words, day: date, time: time) -> str:
    return words.say(
        "Shall I take your name off the session on {day}, at {time}?", day=day, time=time
    )


@moment("sessions.not_dropped")
def not_dropped(words: Words) -> str:
    return words.say("Good, everything stays as it was.")


@moment("sessions.dropped")
def dropped(words: Words) -> str:
    return words.say("I have taken your name off. Thank you for telling me in time.")


@moment("sessions.moved_up")
def moved_up(words: Words, about: Spoken) -> str:
    return words.say("Good news: a place is free, and it is yours.\n{about}", about=about)


# My sessions


@moment("sessions.my_title")
def my_title(words: Words) -> str:
    return words.say("My sessions")


@moment("sessions.mine")
def mine(words: Words, count: int) -> str:
    if not count:
        none = words.say("You have signed up for no session at present.")
        next_step = words.say("Please look which ones are open near you, and take one.")
        return f"{none}\n{next_step}"
    return words.plural(
        "You have signed up for one session:", "You have signed up for {count} sessions:", count
    )
