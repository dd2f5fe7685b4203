"""The lines of the monthly summary about members and their meeting."""

from datetime import date

from messages.formats import short_day
from messages.moments import moment
from messages.wording import Words


@moment("summary.members")
def members(words: Words, all: int, older: int, women: int) -> str:
    return words.say(
        "Members: {all}; {older} from 60 on, {women} women", all=all, older=older, women=women
    )


@moment("summary.members_alone")
def members_alone(words: Words, all: int) -> str:
    """Of whom neither age nor sex has been told."""
    return words.say("Members: {all}", all=all)


@moment("summary.no_members")
def no_members(words: Words) -> str:
    return words.say("No members so far")


@moment("summary.met_without_roll")
def met_without_roll(words: Words, held_on: date) -> str:
    return words.say("Meeting on {day}: no roll was taken", day=short_day(held_on))


@moment("summary.new_and_left")
def new_and_left(words: Words, new: int, left: int) -> str:
    return words.say("New: {new}, left: {left}", new=new, left=left)


@moment("summary.met")
def met(words: Words, held_on: date, present: int, members: int) -> str:
    return words.say(
        "Meeting on {day}: {present} of {members} came",
        day=short_day(held_on),
        present=present,
        members=members,
    )


@moment("summary.earlier_attendance")
def earlier_attendance(words: Words, percent: int, earlier: int) -> str:
    return words.say(
        "That is {percent}%; in the months before {earlier}%", percent=percent, earlier=earlier
    )


@moment("summary.guests")
def guests(words: Words, guests: int) -> str:
    return words.plural("With {count} guest", "With {count} guests", guests)


@moment("summary.no_meeting")
def no_meeting(words: Words) -> str:
    return words.say("No meeting in this month")


@moment("summary.meeting_planned")
def meeting_planned(words: Words, planned_on: date) -> str:
    return words.say("No meeting yet; it is planned for {day}", day=short_day(planned_on))
