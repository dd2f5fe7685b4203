"""Meetings planned by the club's own rule, some time before they are held, by nobody in person."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from club.calendar import ONE_DAY, MeetingDay, Month, day_in_zone, instant_of, zone_of
from storage.changes.inserting import inserted
from storage.queries.meetings.meetings import newest_meeting
from storage.queries.settings.settings import setting
from storage.tables.areas import club_settings, clubs
from storage.tables.meetings import meetings

DAYS_AHEAD = 14
USUAL_HOUR = time(8, 0)
"""Where no meeting was held yet."""
LONGEST_TURN = timedelta(days=62)
"""A meeting longer ago stands for no turn that is still to come."""

Rules = Sequence[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class UsualMeetingPlanned:
    """Planned by the rule; `begins` is in UTC."""

    meeting_id: int
    club_id: int
    day: date
    begins: datetime
    timezone: str


@dataclass(frozen=True, slots=True)
class _Turn:
    """A day on which a club's rule has it meet."""

    club_id: int
    day: date
    timezone: str
    rule: str


def plan_usual_meetings(
    db: Connection, now: datetime, most: int = 200
) -> list[UsualMeetingPlanned]:
    """Plans what the rules of all clubs bring within two weeks and nobody has planned; at most so
    many at once.

    One meeting a turn (a month, by a lunar rule a lunar month): a meeting that the board planned,
    moved away or called off is that turn's. The rule is the one that holds on the day itself. Any
    number of processes may do it at once; a club without a settled day is left alone.
    """
    found = []
    open_turns = sorted(_open_turns(db, now), key=lambda each: (each.club_id, each.day))
    for turn in open_turns[:most]:
        planned = _planned(db, turn, now)
        if planned is not None:
            found.append(planned)
    return found


def _open_turns(db: Connection, now: datetime) -> Iterator[_Turn]:
    """The turns ahead for which there is no meeting."""
    near = [
        _Turn(club_id, day, timezone, rule)
        for club_id, (timezone, rules) in _rules_of_clubs(db, now).items()
        for day, rule in _days_ahead(rules, day_in_zone(now, _zone(timezone)))
    ]
    there = _days_taken(db, now) if near else {}
    return (each for each in near if not _is_taken(each, there.get(each.club_id, ())))


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return zone_of(name)


def _rules_of_clubs(db: Connection, now: datetime) -> dict[int, tuple[str, list[tuple[date, str]]]]:
    """What living clubs have settled about their meeting day, in the order in which it holds.

    A knock a minute asks it for a whole country: clubs whose next meeting is planned by their rule
    are left out.
    """
    today = now.date()
    planned = select(meetings.c.id).where(
        meetings.c.club_id == clubs.c.id,
        meetings.c.starts_at > now,
        meetings.c.stands_for > today,
        meetings.c.stands_for <= today + DAYS_AHEAD * ONE_DAY,
    )
    rows = db.execute(
        select(clubs.c.id, clubs.c.timezone, club_settings.c.valid_from, club_settings.c.value)
        .join(club_settings, club_settings.c.club_id == clubs.c.id)
        .where(
            club_settings.c.name == "meeting_day",
            clubs.c.ended_on.is_(None),
            ~planned.correlate(clubs).exists(),
        )
        .order_by(club_settings.c.valid_from, club_settings.c.id)
    )
    found: dict[int, tuple[str, list[tuple[date, str]]]] = {}
    for row in rows:
        found.setdefault(row.id, (row.timezone, []))[1].append((row.valid_from, row.value))
    return found


def _days_ahead(rules: Rules, today: date) -> list[tuple[date, str]]:
    """The meeting days of the coming two weeks, each with the rule that holds then."""
    found = []
    for each in {rule for _, rule in rules}:
        for day in _coming(each, today):
            holding = [rule for valid_from, rule in rules if valid_from <= day]
            if holding and holding[-1] == each:
                found.append((day, each))
    return found


@lru_cache(maxsize=512)
def _coming(rule: str, today: date) -> list[date]:
    meets = MeetingDay.parse(rule)
    days = (today + count * ONE_DAY for count in range(1, DAYS_AHEAD + 1))
    return [day for day in days if meets.falls_on(day)]


def _days_taken(
    db: Connection, now: datetime, of_club: int | None = None
) -> defaultdict[int, list[tuple[date, date, str]]]:
    """By club: for which day each meeting stands, on which it is, and what became of it."""
    asked = select(
        meetings.c.club_id,
        func.coalesce(meetings.c.stands_for, meetings.c.held_on).label("turn"),
        meetings.c.held_on,
        meetings.c.state,
    ).where(meetings.c.starts_at > now - LONGEST_TURN)
    if of_club is not None:
        asked = asked.where(meetings.c.club_id == of_club)
    found = defaultdict[int, list[tuple[date, date, str]]](list)
    for row in db.execute(asked):
        found[row.club_id].append((row.turn, row.held_on, row.state))
    return found


def _is_taken(turn: _Turn, there: Sequence[tuple[date, date, str]]) -> bool:
    meets = MeetingDay.parse(turn.rule)
    mine = meets.turn_of(turn.day)
    return any(
        meets.turn_of(stands_for) == mine or (held_on == turn.day and state != "cancelled")
        for stands_for, held_on, state in there
    )


def _planned(db: Connection, turn: _Turn, now: datetime) -> UsualMeetingPlanned | None:
    """The club's row is locked, and the turn looked at once more: somebody may have been faster."""
    db.execute(select(clubs.c.id).where(clubs.c.id == turn.club_id).with_for_update(key_share=True))
    if _is_taken(turn, _days_taken(db, now, turn.club_id)[turn.club_id]):
        return None
    at, place = _hour_and_place(db, turn)
    begins = instant_of(turn.day, at, zone_of(turn.timezone))
    meeting_id = inserted(
        db,
        meetings,
        club_id=turn.club_id,
        month=Month.of(turn.day),
        held_on=turn.day,
        starts_at=begins,
        place=place,
        state="planned",
        stands_for=turn.day,
        cause=f"usual:{turn.club_id}:{turn.day}",
    )
    return UsualMeetingPlanned(meeting_id, turn.club_id, turn.day, begins, turn.timezone)


def _hour_and_place(db: Connection, turn: _Turn) -> tuple[time, str]:
    """As last time; before the first meeting at eight, at the place that the club has settled."""
    last = newest_meeting(db, turn.club_id)
    if last is not None:
        return last.at, last.place
    return USUAL_HOUR, str(setting(db, turn.club_id, "meeting_place", turn.day))
