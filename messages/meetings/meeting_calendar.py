"""The meetings as a file for the calendar of a phone."""

from datetime import date

from messages.moments import moment
from messages.wording import Words


@moment("meeting_calendar.title")
def title(words: Words) -> str:
    return words.say("Meetings in the phone's calendar")


@moment("meeting_calendar.here_it_is")
def here_it_is(words: Words, count: int) -> str:
    return words.plural(
        "Here is the meeting for your phone's calendar. Open the file and agree to add it.",
        "Here are {count} meetings for your phone's calendar. Open the file and agree to add them.",
        count,
    )


@moment("meeting_calendar.called_off")
def called_off(words: Words, day: date) -> str:
    return words.say(
        "The meeting on {day} is called off. Opening this file takes it out of your phone's "
        "calendar.",
        day=day,
    )


@moment("meeting_calendar.nothing")
def nothing(words: Words) -> str:
    return words.say("No meeting is planned yet, so there is nothing for the calendar.")


@moment("meeting_calendar.in_calendar")
def in_calendar(words: Words) -> str:
    """On a button."""
    return words.say("Into my phone's calendar")


@moment("meeting_calendar.out_of_calendar")
def out_of_calendar(words: Words) -> str:
    """On a button under a meeting called off."""
    return words.say("Out of my phone's calendar")
