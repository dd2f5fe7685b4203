"""Meetings, sessions and reminders of a village, written and read straight from their tables."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update

from bot.knocking import Knocker
from club.calendar import Month
from storage.queries import Connection
from storage.tables.books import closed_months
from storage.tables.chats import outbox
from storage.tables.meetings import meeting_answers, meetings
from storage.tables.schedule import reminders
from storage.tables.sessions import signups, support_sessions
from tests.kit.owing import close
from tests.kit.village import Village

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2026) -> datetime:
    """An hour of a day by the village's clocks; November 2026 unless another month is said."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


async def at_the_moment(v: Village, moment: datetime, *, closed: bool = True) -> int:
    """Move the clock there, knock once, let everything go out; returns how many messages.

    `closed`: every month that is over is closed by then, so that nobody is reminded of it.
    """
    v.clock.move(moment - v.clock.now())
    if closed:
        close_months(v)
    count = await Knocker(v.house).knock()
    await v.house.until_idle()
    return count


def close_months(v: Village) -> None:
    """Every month that is over is closed."""
    v.store.change(_close_months, v)


def _close_months(db: Connection, v: Village) -> None:
    there = set(db.execute(select(closed_months.c.month)).scalars())
    month = Month(2026, 5)
    while month < Month.of(v.clock.now().date()):
        if month not in there:
            close(db, v, month)
        month = month.next()


def plan_a_meeting(v: Village, starts: datetime, *, talk: str = "") -> int:
    """A planned meeting in the village's club; returns its number."""
    local = starts.astimezone(ZONE)
    values: dict[str, Any] = {
        "club_id": v.club.club_id,
        "month": _month(local),
        "held_on": local.date(),
        "starts_at": starts,
        "place": "Nhà văn hóa thôn Đoài",
        "talk": talk,
        "state": "planned",
        "cause": f"test:{starts.isoformat()}",
    }
    return v.store.change(_inserted, meetings, values)


def move_the_meeting(v: Village, meeting_id: int, starts: datetime) -> None:
    local = starts.astimezone(ZONE)
    values = {"starts_at": starts, "held_on": local.date(), "month": _month(local)}
    v.store.change(_update, meetings, meeting_id, values)


def cancel_the_meeting(v: Village, meeting_id: int) -> None:
    v.store.change(_update, meetings, meeting_id, {"state": "cancelled"})


def answers(v: Village, meeting_id: int, name: str, answer: str) -> None:
    """What a member of the cast said to "will you come?"."""
    values = {
        "meeting_id": meeting_id,
        "member_id": v.phones[name].member_id,
        "answer": answer,
        "answered_at": v.clock.now(),
    }
    v.store.change(_inserted, meeting_answers, values)


def open_a_session(v: Village, starts: datetime, *volunteers: str) -> int:
    """An open support session in which these of the cast have a place; returns its number."""
    values = {
        "club_id": v.club.club_id,
        "topic": "digital",
        "starts_at": starts,
        "minutes": 90,
        "hamlet": "Thôn Đoài",
        "place": "Nhà văn hóa thôn Đoài",
        "capacity": 3,
        "state": "open",
        "cause": f"test:session:{starts.isoformat()}",
    }
    session_id: int = v.store.change(_inserted, support_sessions, values)
    for name in volunteers:
        taking = {
            "session_id": session_id,
            "person_id": v.phones[name].person_id,
            "place": "taking",
            "asked_at": v.clock.now(),
        }
        v.store.change(_inserted, signups, taking)
    return session_id


def reminders_of(v: Village, kind: str, name: str = "") -> list[tuple[str, str | None]]:
    """State and reason of every reminder of a kind, of one of the cast or of all, oldest first."""
    person = v.phones[name].person_id if name else None
    return v.store.change(_states, kind, person)


def due_times(v: Village, kind: str) -> set[datetime]:
    """When the planned reminders of this kind are due."""
    return set(v.store.change(_due, kind))


def outcomes(v: Village) -> list[str]:
    """How the sending of every reminder stands, in the order they were queued."""
    return v.store.change(_outcomes)


def _month(local: datetime) -> Any:
    return Month.of(local.date())


def _inserted(db: Connection, table: Any, values: dict[str, Any]) -> int:
    return int(db.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())


def _update(db: Connection, table: Any, number: int, values: dict[str, Any]) -> None:
    db.execute(update(table).where(table.c.id == number).values(**values))


def _states(db: Connection, kind: str, person: int | None) -> list[tuple[str, str | None]]:
    found = select(reminders.c.state, reminders.c.why).where(reminders.c.kind == kind)
    if person is not None:
        found = found.where(reminders.c.person_id == person)
    return [(row.state, row.why) for row in db.execute(found.order_by(reminders.c.id))]


def _due(db: Connection, kind: str) -> Iterable[datetime]:
    return list(
        db.execute(
            select(reminders.c.due_at).where(
                reminders.c.kind == kind, reminders.c.state == "planned"
            )
        ).scalars()
    )


def _outcomes(db: Connection) -> list[str]:
    found = select(outbox.c.state).where(outbox.c.kind == "reminder").order_by(outbox.c.id)
    return list(db.execute(found).scalars())
