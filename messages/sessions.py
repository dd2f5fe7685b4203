"""Support sessions: opened, taken, dropped, and the time that was given."""

from collections.abc import Sequence
from datetime import date, time

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("sessions.topic")
def topic(words: Words, topic: str) -> str:
    """What a session is about, or what a member asks help with, by its code."""
    names = {
        "digital": words.say("Using the phone"),
        "health": words.say("Health"),
        "green": words.say("A green, clean home"),
        "paperwork": words.say("Paperwork"),
        "home_care": words.say("Care at home"),
        "field_work": words.say("Work in the field"),
    }
    return names[topic]


def length(words: Words, minutes: int) -> str:
    """1 hour 30 minutes"""
    hours, rest = divmod(minutes, 60)
    shown = []
    if hours:
        shown.append(words.plural("{count} hour", "{count} hours", hours))
    if rest or not hours:
        shown.append(words.plural("{count} minute", "{count} minutes", rest))
    return " ".join(shown)


# What volunteers see


@moment("sessions.title")
def title(words: Words) -> str:
    return words.say("Support sessions")


@moment("sessions.near")
def near(words: Words, count: int, requests: Sequence[Spoken]) -> str:
    lines = [
        words.plural(
            "One support session is open near you:",
            "{count} support sessions are open near you:",
            count,
        )
        if count
        else words.say("No support session is open near you at present.")
    ]
    if requests:
        lines.append(words.say("Older people near you also ask for help:"))
        lines += map(str, requests)
    return "\n".join(lines)


@moment("sessions.request_near")
def request_near(words: Words, topic: Spoken, hamlet: str, count: int) -> str:
    return words.plural(
        "• {topic}, {hamlet}: one person",
        "• {topic}, {hamlet}: {count} persons",
        count,
        topic=topic,
        hamlet=hamlet,
    )


@moment("sessions.line")
def line(words: Words, topic: Spoken, day: date, hamlet: str) -> str:
    """A session as a button."""
    return words.say("{topic}, {day}, {hamlet}", topic=topic, day=day, hamlet=hamlet)


@moment("sessions.about")
def about(  # noqa: PLR0917 – what a session is
    words: Words,
    topic: Spoken,
    title: str,
    day: date,
    time: time,
    minutes: int,
    hamlet: str,
    place: str = "",
) -> str:
    """A session; `place` is the address, only for whom the rules allow to see it."""
    lines = [
        words.say("{topic}: {title}", topic=topic, title=title) if title else str(topic),
        words.say("• Time: {day}, at {time}", day=day, time=time),
        words.say("• Length: {length}", length=length(words, minutes)),
        words.say("• Hamlet: {hamlet}", hamlet=hamlet),
    ]
    if place:
        lines.append(words.say("• Place: {place}", place=place))
    return "\n".join(lines)


@moment("sessions.with_state")
def with_state(words: Words, about: Spoken, states: Sequence[Spoken]) -> str:
    return "\n".join([str(about), *[str(each) for each in states]])


@moment("sessions.places_left")
def places_left(words: Words, free: int, waiting: int) -> str:
    if free:
        return words.plural("One place is free.", "{count} places are free.", free)
    return words.plural(
        "All places are taken; one volunteer waits in line.",
        "All places are taken; {count} volunteers wait in line.",
        waiting,
    )


@moment("sessions.you_take_part")
def you_take_part(words: Words) -> str:
    return words.say("You take part.")


@moment("sessions.you_wait")
def you_wait(words: Words, line: int) -> str:
    return words.say("You wait in line, place {line}. I tell you when a place is free.", line=line)


@moment("sessions.address_later")
def address_later(words: Words) -> str:
    return words.say("The exact address comes as soon as the board says that they know you.")


@moment("sessions.go_in_twos")
def go_in_twos(words: Words) -> str:
    return words.say("Please do not go into a home alone: the first visit is made in twos.")


@moment("sessions.was_cancelled")
def was_cancelled(words: Words) -> str:
    return words.say("This session has been called off.")


@moment("sessions.take")
def take(words: Words) -> str:
    return words.say("I take part")


@moment("sessions.wait")
def wait(words: Words) -> str:
    return words.say("Put me in line")


@moment("sessions.drop")
def drop(words: Words) -> str:
    return words.say("I cannot take part")


@moment("sessions.look")
def look(words: Words) -> str:
    return words.say("Look at the session")


@moment("sessions.all_sessions")
def all_sessions(words: Words) -> str:
    return words.say("All sessions near me")


@moment("sessions.new_near_you")
def new_near_you(words: Words, about: Spoken) -> str:
    return words.say("A new support session near you looks for volunteers:\n{about}", about=about)


# Taking part and dropping out


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
        return words.say("You have signed up for no session at present.")
    return words.plural(
        "You have signed up for one session:", "You have signed up for {count} sessions:", count
    )
