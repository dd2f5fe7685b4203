"""A support session is called off, moved, or made larger or smaller; who is coming, and who not."""

from collections.abc import Sequence
from datetime import date, time

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("open_session.cancel_title")
def cancel_title(words: Words) -> str:
    return words.say("Call the session off")


@moment("open_session.why_cancel")
def why_cancel(words: Words) -> str:
    return words.say("Why does it not take place? I will tell the volunteers these words.")


@moment("open_session.sure_to_cancel")
def sure_to_cancel(words: Words, day: date, time: time, reason: str = "") -> str:
    return words.say(
        "The session on {day}, at {time}, will be called off. I will tell the volunteers: "
        "“{reason}”\n"
        "Is that right?",
        day=day,
        time=time,
        reason=reason,
    )


@moment("open_session.cancelled")
def cancelled(words: Words, told: int) -> str:
    if not told:
        return words.say("The session is called off. Nobody had signed up, so nobody is told.")
    return words.plural(
        "The session is called off. I have told one volunteer.",
        "The session is called off. I have told {count} volunteers.",
        told,
    )


@moment("open_session.does_not_take_place")
def does_not_take_place(words: Words, day: date, time: time, reason: str = "") -> str:
    if not reason:
        return words.say(
            "The support session on {day}, at {time}, does not take place. Thank you all the same!",
            day=day,
            time=time,
        )
    return words.say(
        "The support session on {day}, at {time}, does not take place: {reason}\n"
        "Thank you all the same!",
        day=day,
        time=time,
        reason=reason,
    )


@moment("open_session.does_not_help")
def does_not_help(words: Words, day: date, time: time, reason: str) -> str:
    return words.say(
        "The help on {day}, at {time}, does not take place: {reason}\n"
        "Your request stays open; I will tell you as soon as there is a new day.",
        day=day,
        time=time,
        reason=reason,
    )


# Moving, and making it larger or smaller


@moment("open_session.move_title")
def move_title(words: Words) -> str:
    return words.say("Move the session")


@moment("open_session.to_which_day")
def to_which_day(words: Words, day: date, time: time) -> str:
    return words.say(
        "The session is on {day}, at {time}. To which day shall it move?", day=day, time=time
    )


@moment("open_session.sure_to_move")
def sure_to_move(  # noqa: PLR0917 – from when to when
    words: Words, before: date, before_at: time, day: date, time: time, count: int
) -> str:
    asked = words.plural(
        "I will ask the volunteer with a place once more.",
        "I will ask the {count} volunteers with a place once more.",
        count,
    )
    moved = words.say(
        "The session moves from {before}, at {before_at}, to {day}, at {time}. Is that right?",
        before=before,
        before_at=before_at,
        day=day,
        time=time,
    )
    return f"{moved}\n{asked}" if count else moved


@moment("open_session.moved")
def moved(words: Words, day: date, time: time) -> str:
    return words.say(
        "The session is now on {day}, at {time}. I have told everybody.", day=day, time=time
    )


@moment("open_session.was_moved")
def was_moved(words: Words, before: date, about: Spoken) -> str:
    return words.say(
        "The support session of {before} has a new time:\n{about}\nDoes it still suit you?",
        before=before,
        about=about,
    )


@moment("open_session.was_moved_waiting")
def was_moved_waiting(words: Words, before: date, about: Spoken) -> str:
    return words.say(
        "The support session of {before}, for which you wait in line, has a new time:\n{about}",
        before=before,
        about=about,
    )


@moment("open_session.help_moved")
def help_moved(words: Words, before: date, day: date, time: time) -> str:
    return words.say(
        "The help of {before} has a new time: {day}, at {time}.", before=before, day=day, time=time
    )


@moment("open_session.time_agreed")
def time_agreed(words: Words) -> str:
    return words.say("Thank you! The place is yours at the new time too.")


@moment("open_session.board_hears_agreed")
def board_hears_agreed(words: Words, name: str, day: date) -> str:
    return words.say("{name} comes at the new time too, on {day}.", name=name, day=day)


@moment("open_session.not_answered")
def not_answered(words: Words, name: Spoken) -> str:
    return words.say("{name} (has not said yet whether the new time suits)", name=name)


@moment("open_session.capacity_title")
def capacity_title(words: Words) -> str:
    return words.say("Change the places")


@moment("open_session.how_many_now")
def how_many_now(words: Words, capacity: int, taken: int) -> str:
    return words.say(
        "Places: {capacity}; taken so far: {taken}. How many places shall there be?",
        capacity=capacity,
        taken=taken,
    )


@moment("open_session.sure_capacity")
def sure_capacity(words: Words, capacity: int, in_line: Sequence[str], risen: Sequence[str]) -> str:
    lines = [
        words.plural("One place from now on.", "{count} places from now on.", capacity),
    ]
    if in_line:
        lines.append(words.say("These go to the waiting line, and I will tell them:"))
        lines += [f"• {each}" for each in in_line]
    if risen:
        lines.append(words.say("These wait in line and get a place:"))
        lines += [f"• {each}" for each in risen]
    lines.append(words.say("Is that right?"))
    return "\n".join(lines)


@moment("open_session.capacity_changed")
def capacity_changed(words: Words, capacity: int) -> str:
    return words.plural(
        "The session has one place now.", "The session has {count} places now.", capacity
    )


@moment("open_session.you_lost_the_place")
def you_lost_the_place(words: Words, day: date, time: time) -> str:
    return words.say(
        "The session on {day}, at {time}, needs fewer volunteers now, so you are in the "
        "waiting line. I will tell you as soon as a place is free. Thank you for being ready!",
        day=day,
        time=time,
    )


@moment("open_session.who_is_coming")
def who_is_coming(words: Words, name: str, topic: Spoken, day: date, time: time) -> str:  # noqa: PLR0917
    return words.say(
        "{name} comes to help you: {topic}, on {day}, at {time}.",
        name=name,
        topic=topic,
        day=day,
        time=time,
    )


@moment("open_session.is_not_coming")
def is_not_coming(words: Words, name: str, day: date) -> str:
    return words.say(
        "{name} cannot come on {day} after all. The board looks for somebody else.",
        name=name,
        day=day,
    )


@moment("open_session.one_too_few")
def one_too_few(words: Words, day: date) -> str:
    return words.say("Session on {day}: a second volunteer is needed", day=day)
