"""The board opens a support session, sees who comes, calls it off."""

from collections.abc import Sequence
from datetime import date, time

from messages import formats
from messages.moments import Spoken, moment
from messages.sessions import length
from messages.wording import Words


@moment("open_session.title")
def title(words: Words) -> str:
    return words.say("Open a support session")


@moment("open_session.which_topic")
def which_topic(words: Words) -> str:
    return words.say("What shall the young people help with?")


@moment("open_session.what_title")
def what_title(words: Words) -> str:
    return words.say(
        "In a few words: what exactly? For example: video calls with the grandchildren."
    )


@moment("open_session.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day?")


@moment("open_session.what_time")
def what_time(words: Words) -> str:
    return words.say("From what time?")


@moment("open_session.how_long")
def how_long(words: Words) -> str:
    return words.say("For how many minutes?")


@moment("open_session.which_hamlet")
def which_hamlet(words: Words) -> str:
    return words.say("In which hamlet? Every volunteer near sees this.")


@moment("open_session.which_address")
def which_address(words: Words) -> str:
    return words.say(
        "At which address? Only a volunteer whom the board knows sees it, after signing up."
    )


@moment("open_session.how_many")
def how_many(words: Words) -> str:
    return words.say("How many volunteers do you need?")


@moment("open_session.read_back")
def read_back(  # noqa: PLR0917 – a read-back shows everything that was said
    words: Words,
    topic: Spoken,
    title: str,
    day: date,
    time: time,
    minutes: int,
    hamlet: str,
    place: str,
    capacity: int,
) -> str:
    lines = [
        words.say("Let me read it back:"),
        words.say("• What: {what}", what=f"{topic}, {title}" if title else topic),
        words.say("• Time: {day}, at {time}", day=day, time=time),
        words.say("• Length: {length}", length=length(words, minutes)),
        words.say("• Hamlet: {hamlet}", hamlet=hamlet),
        words.say("• Address: {address}", address=place),
        words.say("• Volunteers: {count}", count=capacity),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("open_session.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is not correct? I will ask for it again and keep the rest.")


@moment("open_session.part")
def part(words: Words, part: str) -> str:
    names = {
        "topic": words.say("What it is about"),
        "day": words.say("Day"),
        "time": words.say("Time and length"),
        "hamlet": words.say("Hamlet and address"),
        "capacity": words.say("How many volunteers"),
    }
    return names[part]


@moment("open_session.opened")
def opened(words: Words, day: date, told: int) -> str:
    return words.plural(
        "The session on {day} is open. I have told one volunteer near you.",
        "The session on {day} is open. I have told {count} volunteers near you.",
        told,
        day=day,
    )


@moment("open_session.help_is_coming")
def help_is_coming(words: Words, topic: Spoken, day: date, time: time) -> str:
    return words.say(
        "You asked for help: {topic}. The board has opened a session on {day}, at {time}. "
        "Young volunteers are being found now.",
        topic=topic,
        day=day,
        time=time,
    )


# The club's sessions


@moment("open_session.club_sessions")
def club_sessions(words: Words, count: int) -> str:
    if not count:
        return words.say("The club has no session planned.")
    return words.plural(
        "The club has one session planned:", "The club has {count} sessions planned:", count
    )


@moment("open_session.who_comes")
def who_comes(
    words: Words, capacity: int, coming: Sequence[Spoken], waiting: Sequence[Spoken]
) -> str:
    lines = [
        words.say("Taking part: {count} of {capacity}", count=len(coming), capacity=capacity),
        *[f"• {each}" for each in coming],
    ]
    if waiting:
        lines.append(words.say("Waiting in line: {count}", count=len(waiting)))
        lines += [f"• {each}" for each in waiting]
    return "\n".join(lines)


@moment("open_session.volunteer")
def volunteer(words: Words, name: str, phone: str, minutes: int | None) -> str:
    shown = f"{name}, {formats.phone(phone)}" if phone else name
    if minutes is None:
        return shown
    return words.say("{name}: helped for {length}", name=shown, length=length(words, minutes))


@moment("open_session.cancel_title")
def cancel_title(words: Words) -> str:
    return words.say("Call the session off")


@moment("open_session.sure_to_cancel")
def sure_to_cancel(words: Words, day: date, time: time) -> str:
    return words.say(
        "Shall the session on {day}, at {time}, be called off? I tell the volunteers.",
        day=day,
        time=time,
    )


@moment("open_session.cancelled")
def cancelled(words: Words, told: int) -> str:
    return words.plural(
        "The session is called off. I have told one volunteer.",
        "The session is called off. I have told {count} volunteers.",
        told,
    )


@moment("open_session.does_not_take_place")
def does_not_take_place(words: Words, day: date, time: time) -> str:
    return words.say(
        "The support session on {day}, at {time}, does not take place. Thank you all the same!",
        day=day,
        time=time,
    )
