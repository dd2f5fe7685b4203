"""Support sessions: what is open, who takes part or waits, and the time that was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, exists, func, select

from club.support import Place, SupportKind, SupportSession
from storage.queries.members.naming import NAMED
from storage.queries.volunteers.volunteers import in_the_commune_of, volunteer
from storage.tables.areas import clubs
from storage.tables.people import persons, volunteers
from storage.tables.sessions import signups, support_sessions
from storage.tables.volunteering import volunteer_blocks

IN_LINE_LAST = "dropped"


@dataclass(frozen=True, slots=True)
class Session:
    """A support session; `day` and `at` are the club's local day and time of `begins`."""

    id: int
    club_id: int
    topic: str
    title: str
    begins: datetime
    day: date
    at: time
    minutes: int
    hamlet: str
    place: str
    capacity: int
    state: str
    taken: int
    waiting: int
    language: str = ""
    at_home: bool = False
    moved: int = 0

    @property
    def free(self) -> int:
        return 0 if self.waiting else max(0, self.capacity - self.taken)

    @property
    def ends(self) -> datetime:
        return self.begins + timedelta(minutes=self.minutes)

    @property
    def planned(self) -> SupportSession:
        """What the club's rules need to know of it."""
        return SupportSession(SupportKind(self.topic), self.begins, self.ends, self.capacity)


@dataclass(frozen=True, slots=True)
class SignedUp:
    """A volunteer who takes part, or waits; `line` is the place in the waiting line, from 1.

    `minutes` are those that both sides agree on, `said` those the volunteer says, `noted` those
    of the board or the older person (0: did not come), by `noted_by`. `agreed_move` is the move
    of the session to which the volunteer has said yes.
    """

    person_id: int
    name: str
    birth_year: int | None
    phone: str
    place: Place
    line: int
    vouched: bool
    minutes: int | None
    said: int | None = None
    noted: int | None = None
    noted_by: int | None = None
    agreed_move: int = 0


def session(db: Connection, session_id: int) -> Session | None:
    """One session of any club; the address is for those whom the rules allow to see it."""
    row = db.execute(sessions_asked().where(support_sessions.c.id == session_id)).first()
    return None if row is None else session_of(row)


def sessions_near(db: Connection, person_id: int, now: datetime) -> list[Session]:
    """Open sessions in the volunteer's commune or hamlet that have not begun, the next first."""
    who = volunteer(db, person_id)
    if who is None:
        return []
    near = in_the_commune_of(who, support_sessions.c.club_id, support_sessions.c.hamlet)
    found = db.execute(
        sessions_asked()
        .where(
            support_sessions.c.state == "open",
            support_sessions.c.starts_at > now,
            near,
            ~_blocked_here(person_id),
        )
        .order_by(support_sessions.c.starts_at, support_sessions.c.id)
    )
    return [session_of(row) for row in found]


def _blocked_here(person_id: int) -> ColumnElement[bool]:
    return exists().where(
        volunteer_blocks.c.club_id == support_sessions.c.club_id,
        volunteer_blocks.c.person_id == person_id,
        volunteer_blocks.c.ended_at.is_(None),
    )


def club_sessions(db: Connection, club_id: int, since: datetime) -> list[Session]:
    """The club's sessions that begin after this instant and were not called off."""
    found = db.execute(
        sessions_asked()
        .where(
            support_sessions.c.club_id == club_id,
            support_sessions.c.state != "cancelled",
            support_sessions.c.starts_at > since,
        )
        .order_by(support_sessions.c.starts_at, support_sessions.c.id)
    )
    return [session_of(row) for row in found]


def my_sessions(db: Connection, person_id: int, since: datetime) -> list[Session]:
    """Sessions that begin after this instant in which the volunteer takes part or waits."""
    found = db.execute(
        sessions_asked()
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .where(
            signups.c.person_id == person_id,
            signups.c.place != IN_LINE_LAST,
            support_sessions.c.state != "cancelled",
            support_sessions.c.starts_at > since,
        )
        .order_by(support_sessions.c.starts_at, support_sessions.c.id)
    )
    return [session_of(row) for row in found]


def signed_up(db: Connection, session_id: int) -> list[SignedUp]:
    """Who takes part, then who waits, each in the order of signing up."""
    found = db.execute(
        select(
            persons.c.id,
            NAMED,
            persons.c.birth_year,
            persons.c.phone,
            signups.c.place,
            signups.c.minutes,
            signups.c.said_minutes,
            signups.c.noted_minutes,
            signups.c.noted_by,
            signups.c.agreed_move,
            volunteers.c.vouched_by,
        )
        .select_from(
            signups.join(persons, persons.c.id == signups.c.person_id).outerjoin(
                volunteers, volunteers.c.person_id == signups.c.person_id
            )
        )
        .where(signups.c.session_id == session_id, signups.c.place != IN_LINE_LAST)
        .order_by(signups.c.place, signups.c.asked_at, signups.c.id)
    ).all()
    taking = sum(row.place == Place.TAKING for row in found)
    return [_signed_up(row, line) for line, row in enumerate(found, start=1 - taking)]


def _signed_up(row: Any, line: int) -> SignedUp:
    return SignedUp(
        person_id=row.id,
        name=row.name,
        birth_year=row.birth_year,
        phone=row.phone or "",
        place=Place(row.place),
        line=max(0, line),
        vouched=row.vouched_by is not None,
        minutes=row.minutes,
        said=row.said_minutes,
        noted=row.noted_minutes,
        noted_by=row.noted_by,
        agreed_move=row.agreed_move or 0,
    )


def mine_of(people: Sequence[SignedUp], person_id: int | None) -> SignedUp | None:
    """The one among them with this number."""
    return next((each for each in people if each.person_id == person_id), None)


def sessions_asked() -> Any:
    """The select behind every `Session`, for questions that add to it; see `session_of`."""
    return select(
        support_sessions, clubs.c.timezone, _in("taking", "taken"), _in("waiting", "waiting")
    ).join(clubs, clubs.c.id == support_sessions.c.club_id)


def _in(place: str, name: str) -> ColumnElement[int]:
    """How many stand there, of each session by itself."""
    # An alias: a question that adds to the select may join the table itself.
    people = signups.alias(f"signups_{name}")
    return (
        select(func.count())
        .where(people.c.session_id == support_sessions.c.id, people.c.place == place)
        .correlate(support_sessions)
        .scalar_subquery()
        .label(name)
    )


def session_of(row: Any) -> Session:
    local = row.starts_at.astimezone(ZoneInfo(row.timezone))
    return Session(
        id=row.id,
        club_id=row.club_id,
        topic=row.topic,
        title=row.title,
        begins=row.starts_at,
        day=local.date(),
        at=local.time(),
        minutes=row.minutes,
        hamlet=row.hamlet,
        place=row.place,
        capacity=row.capacity,
        state=row.state,
        taken=int(row.taken or 0),
        waiting=int(row.waiting or 0),
        language=row.language or "",
        at_home=bool(row.at_home),
        moved=row.moved or 0,
    )
