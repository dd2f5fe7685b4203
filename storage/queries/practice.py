"""What the practice page shows around its phones."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from sqlalchemy import Connection, func, insert, inspect, or_, select, update

from storage.tables.areas import clubs
from storage.tables.chats import chats
from storage.tables.people import offices, persons, volunteers
from storage.tables.schedule import practice_clock, reminders


def practice_club(db: Connection) -> str:
    """The practice club's name; '' if this database has none."""
    found = db.execute(select(clubs.c.name).where(clubs.c.practice).order_by(clubs.c.id)).first()
    return "" if found is None else str(found.name)


class Marked(Enum):
    """What a database is for."""

    EMPTY = "empty"
    PRACTICE = "practice"
    REAL = "real"


def marked_as(db: Connection) -> Marked:
    """What a database is for, whatever tables it has."""
    tables = set(inspect(db).get_table_names())
    if not tables:
        return Marked.EMPTY
    if not {practice_clock.name, clubs.name, persons.name} <= tables:
        return Marked.REAL
    if db.execute(select(practice_clock.c.practice)).first() is not None:
        return Marked.PRACTICE
    known = [db.execute(select(each.c.id).limit(1)).first() for each in (clubs, persons)]
    return Marked.REAL if any(known) else Marked.EMPTY


def clock_ahead(db: Connection) -> timedelta:
    """How far the practice clock is ahead."""
    found = db.execute(select(practice_clock.c.ahead_seconds)).first()
    return timedelta(seconds=0 if found is None else found.ahead_seconds)


def mark_as_practice(db: Connection, now: datetime) -> None:
    """From now on this database is for practice only."""
    db.execute(insert(practice_clock).values(ahead_seconds=0, practice=True, started_at=now))


def practice_started(db: Connection) -> str:
    """When this practice began: an open page sees by it that the practice is another one."""
    found = db.execute(select(practice_clock.c.started_at)).first()
    return "" if found is None else str(found.started_at.isoformat())


def ahead_seconds(db: Connection, ahead: timedelta) -> None:
    """Keep how far the practice clock has been moved."""
    db.execute(update(practice_clock).values(ahead_seconds=int(ahead.total_seconds())))


class NotThere(LookupError):
    """No such phone, or no such person."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Messages of one kind that go out at one time."""

    due_at: datetime
    kind: str
    count: int
    name: str
    period: str


def planned(db: Connection, most: int) -> tuple[list[Planned], int]:
    """The next planned messages, those of one kind and time in one line; and how many lines."""
    lines = (
        select(
            reminders.c.due_at,
            reminders.c.kind,
            func.count().label("count"),
            func.min(persons.c.name).label("name"),
            func.min(reminders.c.period).label("period"),
        )
        .join(persons, persons.c.id == reminders.c.person_id)
        .where(reminders.c.state == "planned")
        .group_by(reminders.c.due_at, reminders.c.kind)
    )
    count = db.execute(select(func.count()).select_from(lines.subquery())).scalar_one()
    found = db.execute(lines.order_by(reminders.c.due_at, reminders.c.kind).limit(most))
    return [Planned(*row) for row in found], int(count)


def next_planned_at(db: Connection, after: datetime) -> datetime | None:
    """When the next planned message goes out."""
    return db.execute(
        select(func.min(reminders.c.due_at)).where(
            reminders.c.state == "planned", reminders.c.due_at > after
        )
    ).scalar()


def roles_of(db: Connection, today: date) -> dict[int, list[str]]:
    """The offices of everybody who holds one today, and who is a volunteer."""
    found = db.execute(
        select(offices.c.person_id, offices.c.role)
        .where(
            offices.c.from_day <= today,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
        )
        .order_by(offices.c.id)
    )
    roles: dict[int, list[str]] = {}
    for row in found:
        roles.setdefault(row.person_id, []).append(row.role)
    for person_id in db.execute(select(volunteers.c.person_id)).scalars():
        roles.setdefault(person_id, []).append("volunteer")
    return roles


@dataclass(frozen=True, slots=True)
class PracticePerson:
    person_id: int
    name: str
    birth_year: int | None
    roles: list[str]


def people(db: Connection, today: date) -> list[PracticePerson]:
    """Everybody this database knows who has not been erased."""
    found = db.execute(
        select(persons.c.id, persons.c.name, persons.c.birth_year)
        .where(persons.c.erased_at.is_(None))
        .order_by(persons.c.id)
    )
    roles = roles_of(db, today)
    return [
        PracticePerson(row.id, row.name, row.birth_year, roles.get(row.id, [])) for row in found
    ]


def open_phone(db: Connection, channel: str, person_id: int, now: datetime) -> str:
    """A chat for this person on the page. Raises NotThere."""
    person = db.execute(select(persons.c.language).where(persons.c.id == person_id)).first()
    if person is None:
        raise NotThere("no such person")
    key = f"p{person_id}"
    there = db.execute(
        select(chats.c.id).where(chats.c.channel == channel, chats.c.key == key)
    ).first()
    if there is None:
        db.execute(
            insert(chats).values(
                channel=channel,
                key=key,
                person_id=person_id,
                language=person.language,
                created_at=now,
            )
        )
    return key


def open_stranger(
    db: Connection, channel: str, key: str, now: datetime, *, language: str = "vi"
) -> None:
    """A phone that belongs to nobody Liên knows."""
    db.execute(insert(chats).values(channel=channel, key=key, language=language, created_at=now))
