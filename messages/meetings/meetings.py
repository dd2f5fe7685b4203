"""The monthly meeting: planned, asked about, answered, moved, and its roll."""

from datetime import date, time

from messages.cards import Card, Choice
from messages.moments import Moment, Spoken, moment
from messages.presses import StartPress, packed
from messages.wording import Words


def _facts(words: Words, place: str, talk: str, bring: str) -> list[str]:
    """Place, talk and what to bring, a line each; what is not settled has no line."""
    lines = [words.say("• Place: {place}", place=place)] if place else []
    if talk:
        lines.append(words.say("• Talk: {talk}", talk=talk))
    if bring:
        lines.append(words.say("• Please bring: {bring}", bring=bring))
    return lines


# The reminder and its answers


@moment("meetings.will_you_come")
def will_you_come(  # noqa: PLR0917 – everything a member has to know to come
    words: Words, day: date, time: time, place: str, talk: str = "", bring: str = ""
) -> str:
    lines = [
        words.say("The club meets on {day}, at {time}.", day=day, time=time),
        *_facts(words, place, talk, bring),
        words.say("Will you come?"),
    ]
    return "\n".join(lines)


@moment("meetings.is_today")
def is_today(  # noqa: PLR0917 – everything a member has to know to come
    words: Words, time: time, place: str, talk: str = "", bring: str = ""
) -> str:
    lines = [
        words.say("The club meets today, at {time}.", time=time),
        *_facts(words, place, talk, bring),
        words.say("You said that you will come. The others look forward to it."),
    ]
    return "\n".join(lines)


@moment("meetings.i_come")
def i_come(words: Words) -> str:
    return words.say("I will come")


@moment("meetings.i_do_not_come")
def i_do_not_come(words: Words) -> str:
    return words.say("I cannot come")


@moment("meetings.i_need_a_lift")
def i_need_a_lift(words: Words) -> str:
    return words.say("I need a lift")


ANSWER_LABELS = {"yes": i_come, "no": i_do_not_come, "lift": i_need_a_lift}


def answer_choices(meeting_id: int) -> tuple[Choice, ...]:
    """The buttons that answer with one tap: they start "meeting" with the answer as subject."""
    return tuple(
        Choice(packed(StartPress("meeting", f"{meeting_id} {answer}")), label())
        for answer, label in ANSWER_LABELS.items()
    )


def invitation(meeting_id: int, question: Moment) -> Card:
    """`will_you_come(…)` or `is_today(…)` as a pushed message with the buttons to answer it."""
    return Card(question, choices=answer_choices(meeting_id), numbered=False)


@moment("meetings.title")
def title(words: Words) -> str:
    return words.say("Come to the meeting")


@moment("meetings.none_planned")
def none_planned(words: Words) -> str:
    return words.say("No meeting is planned yet. I will tell you when the board has planned it.")


@moment("meetings.is_over")
def is_over(words: Words, day: date) -> str:
    return words.say("That question was about the meeting of {day}, which is over.", day=day)


@moment("meetings.was_called_off")
def was_called_off(words: Words, day: date) -> str:
    return words.say(
        "That question was about the meeting of {day}, which has been called off.", day=day
    )


@moment("meetings.answer_for")
def answer_for(words: Words, day: date) -> str:
    return words.say("Answer for {day}", day=day)


@moment("meetings.your_answer")
def your_answer(words: Words, question: Spoken, answer: Spoken) -> str:
    return words.say(
        "{question}\nSo far you have said: {answer}. You can change it.",
        question=question,
        answer=answer,
    )


@moment("meetings.why_not")
def why_not(words: Words) -> str:
    return words.say("What a pity. May I ask why? You can also type it.")


@moment("meetings.reason")
def reason(words: Words, reason: str) -> str:
    """A reason that was offered, by its key; any other is what the member typed."""
    offered = {
        "sick": words.say("I am not well"),
        "away": words.say("I am away"),
        "family": words.say("The family needs me"),
        "work": words.say("I have work to do"),
        "unsaid": words.say("Rather not say"),
    }
    return offered.get(reason, reason)


REASONS = ("sick", "away", "family", "work", "unsaid")


@moment("meetings.undecided")
def undecided(words: Words) -> str:
    """Who is not sure whether she comes; nothing is noted by it."""
    return words.say(
        "Never mind, I have noted nothing yet. Once you are sure, type “I am coming” or “I am not"
        " coming”."
    )


@moment("meetings.say_why")
def say_why(words: Words) -> str:
    return words.say("Say why")


@moment("meetings.change_answer")
def change_answer(words: Words) -> str:
    return words.say("Change my answer")


@moment("meetings.noted_yes")
def noted_yes(words: Words, day: date, time: time) -> str:
    return words.say(
        "Thank you. I have noted that you come on {day}, at {time}.", day=day, time=time
    )


@moment("meetings.noted_lift")
def noted_lift(words: Words, day: date, time: time) -> str:
    return words.say(
        "Thank you. I have noted that you come on {day}, at {time}, and need a lift. "
        "The board sees it and will ask somebody to fetch you.",
        day=day,
        time=time,
    )


@moment("meetings.noted_no")
def noted_no(words: Words, day: date) -> str:
    return words.say(
        "I have noted that you cannot come on {day}. "
        "Until the meeting begins you can still change it.",
        day=day,
    )


@moment("meetings.noted_with")
def noted_with(words: Words, noted: Spoken, *, late: bool, others: bool) -> str:
    """What was noted, and a word on what she said besides."""
    lines = [str(noted)]
    if late:
        lines.append(words.say("It does not matter if you come a little late."))
    if others:
        lines.append(
            words.say(
                "I have noted it for you alone. Whoever of your house is a member too answers "
                "for themselves, or the board notes it."
            )
        )
    return "\n".join(lines)


@moment("meetings.needs_a_lift")
def needs_a_lift(words: Words, name: str, day: date) -> str:
    return words.say("{name} needs a lift to the meeting on {day}.", name=name, day=day)


@moment("meetings.see_answers")
def see_answers(words: Words) -> str:
    return words.say("See the answers")
