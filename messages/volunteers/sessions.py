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
        "green": words.say("A green and clean home"),
        "paperwork": words.say("Paperwork"),
        "home_care": words.say("Care at home"),
        "field_work": words.say("Work in the field"),
    }
    return names[topic]


@moment("sessions.language")
def language(words: Words, language: str) -> str:
    """What older people speak at home, by its code."""
    names = {
        "tay": words.say("Tày"),
        "thai": words.say("Thái"),
        "muong": words.say("Mường"),
        "khmer": words.say("Khmer"),
        "hmong": words.say("H'Mông"),
        "nung": words.say("Nùng"),
        "dao": words.say("Dao"),
        "gia_rai": words.say("Gia Rai"),
        "e_de": words.say("Ê Đê"),
        "ba_na": words.say("Ba Na"),
        "cham": words.say("Chăm"),
        "chinese": words.say("Hoa"),
    }
    return names[language]


@moment("sessions.needs_language")
def needs_language(words: Words, language: Spoken) -> str:
    return words.say("• Language: one has to speak {language}", language=language)


@moment("sessions.do_you_speak")
def do_you_speak(words: Words, language: Spoken) -> str:
    return words.say(
        "The older people of this session speak {language}. Do you speak it?", language=language
    )


@moment("sessions.in_a_home")
def in_a_home(words: Words) -> str:
    return words.say("• In somebody's home")


@moment("sessions.alone_so_far")
def alone_so_far(words: Words) -> str:
    return words.say(
        "So far you would be alone. Please wait outside until somebody of the board is there; the "
        "board knows."
    )


@moment("sessions.new_time")
def new_time(words: Words) -> str:
    return words.say("The session has a new time. Does it still suit you?")


@moment("sessions.comes_still")
def comes_still(words: Words) -> str:
    return words.say("I can come at the new time")


@moment("sessions.noted_for_you")
def noted_for_you(words: Words, minutes: int) -> str:
    if not minutes:
        return words.say("It is noted that you could not come.")
    return words.say("It is noted that you helped for {length}.", length=length(words, minutes))


@moment("sessions.you_said")
def you_said(words: Words, minutes: int) -> str:
    return words.say(
        "You said that you helped for {length}. It counts as soon as it is confirmed.",
        length=length(words, minutes),
    )


@moment("sessions.looked_into")
def looked_into(words: Words) -> str:
    return words.say("Somebody is looking into the hours.")


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
            "One support session is open near you; press it to see more of it.",
            "{count} support sessions are open near you; press one to see more of it.",
            count,
        )
        if count
        else words.say("No support session is open near you at present.")
    ]
    if requests:
        lines.append(words.say("Older people near you also ask for help:"))
        lines += map(str, requests)
    if not count:
        lines.append(
            words.say(
                "As soon as one is opened I write to you. "
                "If you can help elsewhere too, please change where you help."
            )
        )
    return "\n".join(lines)


@moment("sessions.request_near")
def request_near(words: Words, topic: Spoken, hamlet: str, count: int) -> str:
    return words.plural(
        "• {topic}, {hamlet}: one person",
        "• {topic}, {hamlet}: {count} people",
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
    return words.say(
        "You are waiting in line, at place {line}. I will tell you when a place is free.", line=line
    )


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
