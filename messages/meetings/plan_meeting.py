"""Planning a meeting, moving it, calling it off."""

from datetime import date, time

from messages.meetings.where_held import where_held
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("plan_meeting.title")
def title(words: Words) -> str:
    return words.say("Plan the meeting")


@moment("plan_meeting.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day shall the club meet? You can also type another day.")


@moment("plan_meeting.day_is_past")
def day_is_past(words: Words, day: date) -> str:
    return words.say("{day} is over. Which day still to come?", day=day)


@moment("plan_meeting.day_is_taken")
def day_is_taken(words: Words, day: date) -> str:
    return words.say("A meeting is planned for {day} already. Which other day?", day=day)


@moment("plan_meeting.another_there")
def another_there(words: Words, there: date, day: date) -> str:
    return words.say(
        "A meeting is planned for {there} already, in the same month. What about {day}?",
        there=there,
        day=day,
    )


@moment("plan_meeting.with_another_there")
def with_another_there(words: Words, what: str) -> str:
    names = {
        "move": words.say("Move it to this day"),
        "both": words.say("Plan a second meeting"),
        "keep": words.say("Leave all as it is"),
    }
    return names[what]


@moment("plan_meeting.is_it_talk")
def is_it_talk(words: Words, talk: str) -> str:
    return words.say("“{talk}” looks like a time. Is it really what the talk is about?", talk=talk)


@moment("plan_meeting.as_usual")
def as_usual(words: Words, time: time, place: str) -> str:
    return words.say("At {time}, {place}, as last time?", time=time, place=where_held(words, place))


@moment("plan_meeting.still_then_and_there")
def still_then_and_there(words: Words, time: time, place: str) -> str:
    return words.say("Still at {time}, {place}?", time=time, place=where_held(words, place))


@moment("plan_meeting.what_time")
def what_time(words: Words) -> str:
    return words.say("At what time does it begin?")


@moment("plan_meeting.at_usual_place")
def at_usual_place(words: Words, place: str) -> str:
    return words.say("At {place}, as usual?", place=where_held(words, place))


@moment("plan_meeting.where")
def where(words: Words) -> str:
    return words.say("Where do you meet?")


@moment("plan_meeting.what_talk")
def what_talk(words: Words) -> str:
    return words.say("What will the talk be about?")


@moment("plan_meeting.bring_what")
def bring_what(words: Words) -> str:
    return words.say("Shall the members bring something?")


@moment("plan_meeting.read_back")
def read_back(  # noqa: PLR0917 – a read-back shows everything that was said
    words: Words, day: date, time: time, place: str, talk: str, bring: str
) -> str:
    nothing = words.say("none")
    lines = [
        words.say("Let me read it back:"),
        words.say("• Day: {day}", day=day),
        words.say("• Time: {time}", time=time),
        words.say("• Place: {place}", place=where_held(words, place)),
        words.say("• Talk: {talk}", talk=talk or nothing),
        words.say("• To bring: {bring}", bring=bring or nothing),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("plan_meeting.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is not correct? I will ask for it again and keep the rest.")


@moment("plan_meeting.part")
def part(words: Words, part: str) -> str:
    names = {
        "day": words.say("Day"),
        "hour": words.say("Time and place"),
        "talk": words.say("Talk"),
        "bring": words.say("What to bring"),
    }
    return names[part]


@moment("plan_meeting.describe_title")
def describe_title(words: Words) -> str:
    return words.say("Talk and what to bring")


@moment("plan_meeting.described")
def described(words: Words, day: date) -> str:
    return words.say("I have noted it for the meeting on {day}.", day=day)


@moment("plan_meeting.describe_read_back")
def describe_read_back(words: Words, day: date, talk: str, bring: str) -> str:
    nothing = words.say("none")
    lines = [
        words.say("Meeting on {day}:", day=day),
        words.say("• Talk: {talk}", talk=talk or nothing),
        words.say("• To bring: {bring}", bring=bring or nothing),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("plan_meeting.planned")
def planned(words: Words, day: date) -> str:
    return words.say(
        "The meeting on {day} is planned. Three days before, I will ask the members whether "
        "they come.",
        day=day,
    )


@moment("plan_meeting.planned_soon")
def planned_soon(words: Words, day: date) -> str:
    """Less than three days are left."""
    return words.say(
        "The meeting on {day} is planned. It is soon, so I will ask the members as soon as I "
        "may whether they come; please tell them yourselves too.",
        day=day,
    )


@moment("plan_meeting.board_hears")
def board_hears(words: Words, day: date, time: time, place: str) -> str:
    return words.say(
        "The meeting is planned: {day}, at {time}, {place}.",
        day=day,
        time=time,
        place=where_held(words, place),
    )


# Moving and calling off


@moment("plan_meeting.move_title")
def move_title(words: Words) -> str:
    return words.say("Move the meeting")


@moment("plan_meeting.nothing_to_move")
def nothing_to_move(words: Words) -> str:
    return words.say("No meeting is planned that could be changed.")


@moment("plan_meeting.move_to_which_day")
def move_to_which_day(words: Words, day: date) -> str:
    return words.say("The meeting is planned for {day}. To which day shall it move?", day=day)


@moment("plan_meeting.move_read_back")
def move_read_back(words: Words, before: date, day: date, time: time, place: str) -> str:  # noqa: PLR0917
    if before == day:
        return words.say(
            "The meeting on {day} stays on that day, at {time}, {place}. Is that right?",
            day=day,
            time=time,
            place=where_held(words, place),
        )
    return words.say(
        "The meeting on {before} moves to {day}, at {time}, {place}. Is that right?",
        before=before,
        day=day,
        time=time,
        place=where_held(words, place),
    )


@moment("plan_meeting.stays")
def stays(words: Words) -> str:
    return words.say("The meeting stays as it was planned.")


@moment("plan_meeting.moved")
def moved(words: Words, day: date, told: int) -> str:
    if not told:
        return words.say("The meeting takes place on {day}. Nobody had been asked yet.", day=day)
    return words.plural(
        "The meeting takes place on {day}. I have told one member.",
        "The meeting takes place on {day}. I have told {count} members.",
        told,
        day=day,
    )


@moment("plan_meeting.moved_to")
def moved_to(  # noqa: PLR0917 – from when to when and where
    words: Words, before: date, day: date, time: time, place: str, answer: Spoken = ""
) -> str:
    """For a member; `answer` is what she had said about the earlier day."""
    change = words.say("The club's meeting on {before} has been changed.", before=before)
    if before != day:
        change = words.say("The club's meeting on {before} has been moved.", before=before)
    now = words.say(
        "It is on {day}, at {time}, {place}.", day=day, time=time, place=where_held(words, place)
    )
    if not answer:
        return "\n".join([change, now, words.say("Will you come?")])
    kept = words.say("You had said: {answer}. Does that still hold?", answer=answer)
    return "\n".join([change, now, kept])


@moment("plan_meeting.cancel_title")
def cancel_title(words: Words) -> str:
    return words.say("Call the meeting off")


@moment("plan_meeting.why_cancel")
def why_cancel(words: Words, day: date) -> str:
    return words.say("Why is the meeting on {day} called off? I will tell the members.", day=day)


@moment("plan_meeting.cancel_read_back")
def cancel_read_back(words: Words, day: date, why: str) -> str:
    return words.say("The meeting on {day} is called off: {why}. Is that right?", day=day, why=why)


@moment("plan_meeting.cancelled")
def cancelled(words: Words, day: date, told: int) -> str:
    if not told:
        return words.say("The meeting on {day} is called off. Nobody had been asked yet.", day=day)
    return words.plural(
        "The meeting on {day} is called off. I have told one member.",
        "The meeting on {day} is called off. I have told {count} members.",
        told,
        day=day,
    )


@moment("plan_meeting.does_not_take_place")
def does_not_take_place(words: Words, day: date, why: str) -> str:
    return words.say(
        "The club's meeting on {day} does not take place: {why}. "
        "I will tell you when there is a new day.",
        day=day,
        why=why,
    )
