"""Meetings as a file that the calendars of phones and computers read (RFC 5545)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from messages.papers.kinds import Drawn, paper
from messages.wording import Words

CALENDAR = "text/calendar"
LASTS = timedelta(hours=2)
REMINDED_BEFORE = timedelta(days=1)


@paper("calendar")
def calendar_file(
    words: Words, *, club: str, made_at: str, entries: Sequence[Sequence[Any]]
) -> Drawn:
    """`entries` of uid, begin (ISO, UTC), place, talk, what to bring, changes and state.

    A file with nothing but meetings called off takes them out of the calendar (METHOD:CANCEL).
    """
    from icalendar import Calendar  # noqa: PLC0415 – heavy, and only here

    calendar = Calendar()
    calendar.add("prodid", "-//Lien//Club meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    off = bool(entries) and all(each[-1] == "cancelled" for each in entries)
    calendar.add("method", "CANCEL" if off else "PUBLISH")
    calendar.add("x-wr-calname", club)
    for each in entries:
        calendar.add_component(_event(words, club, made_at, each))
    only = f"-{entries[0][1][:10]}" if len(entries) == 1 else ""
    name = "meeting" if words.language == "en" else "sinh-hoat"
    return Drawn(
        calendar.to_ical(),
        f"{name}{only}.ics",
        CALENDAR,
        words.say("Calendar file: meetings of {club}", club=club),
    )


def _event(words: Words, club: str, made_at: str, entry: Sequence[Any]) -> Any:
    from icalendar import Event  # noqa: PLC0415 – see above

    uid, begin, place, talk, bring, changes, state = entry
    begins = datetime.fromisoformat(begin)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.fromisoformat(made_at))
    event.add("dtstart", begins)
    event.add("dtend", begins + LASTS)
    event.add("sequence", changes)
    event.add("summary", words.say("Meeting of {club}", club=club))
    if place:
        event.add("location", place)
    lines = [words.say("Talk: {talk}", talk=talk)] if talk else []
    lines += [words.say("Please bring: {bring}", bring=bring)] if bring else []
    if lines:
        event.add("description", "\n".join(lines))
    status = {"cancelled": "CANCELLED", "expected": "TENTATIVE"}
    event.add("status", status.get(state, "CONFIRMED"))
    if state != "cancelled":
        event.add_component(_alarm(words, club))
    return event


def _alarm(words: Words, club: str) -> Any:
    from icalendar import Alarm  # noqa: PLC0415 – see above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words.say("Tomorrow: meeting of {club}", club=club))
    alarm.add("trigger", -REMINDED_BEFORE)
    return alarm
