"""What the board hears of a meeting that was planned by the club's own day."""

from datetime import date, time

from messages.cards import Card, Choice
from messages.moments import Moment, moment
from messages.presses import ScreenPress, packed
from messages.wording import Words


@moment("plan_meeting.usual_planned")
def usual_planned(  # noqa: PLR0917 – everything the board has to know to leave it so
    words: Words, day: date, time: time, place: str, beside: date | None = None
) -> str:
    """`beside` is another meeting of the same month."""
    lines = [
        words.say(
            "By the club's meeting day I have planned the next meeting: {day}, at {time}.",
            day=day,
            time=time,
        )
    ]
    if place:
        lines.append(words.say("• Place: {place}", place=place))
    else:
        lines.append(words.say("Where you meet I do not know yet; please say so."))
    if beside is not None:
        lines.append(words.say("In the same month there is a meeting on {day} too.", day=beside))
    if words.buttons:
        how = words.say(
            "If that is right there is nothing to do. To change it, or to add the talk and what "
            "to bring, press below."
        )
    else:
        how = words.say(
            "If that is right there is nothing to do. To change it, or to add the talk and what "
            "to bring, type the words below."
        )
    lines.append(how)
    return "\n".join(lines)


@moment("plan_meeting.see_or_change")
def see_or_change(words: Words) -> str:
    return words.say("See it or change it")


def usual_card(meeting_id: int, told: Moment) -> Card:
    """`usual_planned(…)` as a pushed message."""
    opens = Choice(packed(ScreenPress("attendance", str(meeting_id))), see_or_change())
    return Card(told, choices=(opens,), numbered=False)
