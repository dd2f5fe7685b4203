"""The time that volunteers give: noted at check-in, added up."""

from collections.abc import Sequence
from datetime import date

from messages.moments import Spoken, moment
from messages.volunteers.sessions import length
from messages.wording import Words


@moment("hours.title")
def title(words: Words) -> str:
    return words.say("My hours")


@moment("hours.total")
def total(words: Words, minutes: int, sessions: int, newest: Sequence[Spoken]) -> str:
    if not sessions:
        return words.say("No hours are noted yet. They count from your first session.")
    total = words.plural(
        "You have helped for {length}, in one session. Thank you!",
        "You have helped for {length}, in {count} sessions. Thank you!",
        sessions,
        length=length(words, minutes),
    )
    return "\n".join([total, *[str(each) for each in newest]])


@moment("hours.line")
def line(words: Words, day: date, topic: Spoken, minutes: int) -> str:
    return words.say(
        "• {day}: {topic}, {length}", day=day, topic=topic, length=length(words, minutes)
    )


# Check-in


@moment("hours.check_in_title")
def check_in_title(words: Words) -> str:
    return words.say("Note the time helped")


@moment("hours.i_was_there")
def i_was_there(words: Words) -> str:
    return words.say("I was there")


@moment("hours.who_was_there")
def who_was_there(words: Words) -> str:
    return words.say("Who was there?")


@moment("hours.nobody_to_check_in")
def nobody_to_check_in(words: Words) -> str:
    return words.say("Nobody has a place in this session whose time is not noted yet.")


@moment("hours.how_many_minutes")
def how_many_minutes(words: Words) -> str:
    return words.say("How many minutes did you help?")


@moment("hours.how_many_minutes_of")
def how_many_minutes_of(words: Words, longest: int) -> str:
    return words.say(
        "The session took {length}. How many minutes did you help?", length=length(words, longest)
    )


@moment("hours.how_long_was")
def how_long_was(words: Words, name: str, said: int | None) -> str:
    if said is None:
        return words.say("How long did {name} help?", name=name)
    return words.say(
        "{name} says: helped for {length}. How long was it?",
        name=name,
        length=length(words, said),
    )


@moment("hours.how")
def how(words: Words, how: str, minutes: int) -> str:
    names = {
        "whole": words.say("The whole session: {length}", length=length(words, minutes)),
        "said": words.say("As was said: {length}", length=length(words, minutes)),
        "other": words.say("Another time"),
        "absent": words.say("Did not come"),
    }
    return names[how]


@moment("hours.how_many_minutes_by")
def how_many_minutes_by(words: Words, name: str) -> str:
    return words.say("How many minutes did {name} help?", name=name)


@moment("hours.checked_in")
def checked_in(words: Words, minutes: int) -> str:
    return words.say(
        "Noted: {length}. Thank you for helping older people!", length=length(words, minutes)
    )


@moment("hours.waits_for_other_side")
def waits_for_other_side(words: Words, minutes: int) -> str:
    return words.say(
        "Thank you for helping! You say {length}. It counts as soon as the people you helped, or "
        "the board, confirm it.",
        length=length(words, minutes),
    )


@moment("hours.other_side_asked")
def other_side_asked(words: Words, name: str, topic: Spoken, day: date, minutes: int) -> str:  # noqa: PLR0917
    return words.say(
        "{name} says: helped for {length} on {day} ({topic}). Is that right?",
        name=name,
        length=length(words, minutes),
        day=day,
        topic=topic,
    )


@moment("hours.confirm")
def confirm(words: Words) -> str:
    return words.say("Confirm the hours")


@moment("hours.waits_for_you")
def waits_for_you(words: Words, name: str, day: date) -> str:
    return words.say("Hours of {name}, {day}", name=name, day=day)


@moment("hours.checked_in_by_board")
def checked_in_by_board(words: Words, name: str, minutes: int) -> str:
    return words.say("Noted: {name} helped for {length}.", name=name, length=length(words, minutes))


@moment("hours.absence_noted")
def absence_noted(words: Words, name: str) -> str:
    return words.say("Noted: {name} did not come. I will tell {name} kindly.", name=name)


@moment("hours.two_times_noted")
def two_times_noted(words: Words, name: str, said: int, noted: int) -> str:
    return words.say(
        "Noted: {noted}. {name} had said {said}, so I will ask once more.",
        name=name,
        said=length(words, said),
        noted=length(words, noted),
    )


@moment("hours.noted_for_you")
def noted_for_you(words: Words, day: date, minutes: int) -> str:
    return words.say(
        "For {day} it is noted that you helped for {length}. Thank you for helping older people!",
        day=day,
        length=length(words, minutes),
    )


@moment("hours.you_were_missed")
def you_were_missed(words: Words, day: date) -> str:
    return words.say(
        "It is noted that you could not come on {day}. That can happen to anybody; next time "
        "please tell me before. If you were there, please say so.",
        day=day,
    )


@moment("hours.noted_otherwise")
def noted_otherwise(words: Words, day: date, said: int, noted: int) -> str:
    return words.say(
        "For {day} you said {said}, and {noted} is noted. What is right?",
        day=day,
        said=length(words, said),
        noted=length(words, noted) if noted else words.say("nothing"),
    )


# When the two sides do not agree


@moment("hours.answer_title")
def answer_title(words: Words) -> str:
    return words.say("Look at the noted hours")


@moment("hours.not_right")
def not_right(words: Words) -> str:
    return words.say("That is not right")


@moment("hours.is_it_right")
def is_it_right(words: Words, day: date, noted: int) -> str:
    if not noted:
        return words.say("For {day} it is noted that you did not come. Is that right?", day=day)
    return words.say(
        "For {day} {length} is noted. Is that right?", day=day, length=length(words, noted)
    )


@moment("hours.stays_noted")
def stays_noted(words: Words) -> str:
    return words.say("Thank you. It stays as it is noted.")


@moment("hours.what_happened")
def what_happened(words: Words) -> str:
    return words.say("What was it like? A few words help whoever looks into it.")


@moment("hours.handed_on")
def handed_on(words: Words, name: str) -> str:
    return words.say(
        "I have asked {name} to look into it. I will tell you what is decided.", name=name
    )


@moment("hours.nobody_to_decide")
def nobody_to_decide(words: Words) -> str:
    return words.say(
        "I have kept it. Nobody of the board is without a part in it; please talk with the "
        "Association's officer of the commune."
    )


@moment("hours.please_decide")
def please_decide(  # noqa: PLR0917 – both sides
    words: Words, name: str, topic: Spoken, day: date, minutes: int, noted: int, said: str
) -> str:
    return words.say(
        "About the hours of {name} on {day} ({topic}): it is noted as {noted}, but {name} "
        "says {minutes}: “{said}”. You had no part in it: please ask both and decide.",
        name=name,
        topic=topic,
        day=day,
        noted=length(words, noted),
        minutes=length(words, minutes),
        said=said,
    )


@moment("hours.decide_title")
def decide_title(words: Words) -> str:
    return words.say("Decide about hours")


@moment("hours.how_many_count")
def how_many_count(words: Words, name: str, noted: int, minutes: int, said: str) -> str:  # noqa: PLR0917
    return words.say(
        "It is noted as {noted}, but {name} says {minutes}: “{said}”. How many minutes "
        "count? Type 0 for not there at all.",
        name=name,
        noted=length(words, noted),
        minutes=length(words, minutes),
        said=said,
    )


@moment("hours.sure_to_decide")
def sure_to_decide(words: Words, name: str, minutes: int) -> str:
    return words.say(
        "{length} will count, and I will tell {name}. Is that right?",
        name=name,
        length=length(words, minutes),
    )


@moment("hours.decided")
def decided(words: Words) -> str:
    return words.say("Thank you. It is decided, and everybody concerned is told.")


@moment("hours.was_decided")
def was_decided(words: Words, day: date, minutes: int, by: str) -> str:
    return words.say(
        "{by} has looked into the hours of {day}: {length} count.",
        by=by,
        day=day,
        length=length(words, minutes),
    )


@moment("hours.dispute_task")
def dispute_task(words: Words, name: str) -> str:
    return words.say("Decide about the hours of {name}", name=name)
