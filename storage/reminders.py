"""What is planned to be said by itself: planned once, claimed once, each with what became of it.

The truth is the row. Its unique key (club, person, kind, subject, period) outlives the message, so
that any number of processes may plan and queue at the same time, and any of them may die.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    bindparam,
    delete,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage.among import among
from storage.queries.reminding.reminding import Wanted
from storage.tables.areas import clubs
from storage.tables.chats import LETTER_WAITS, outbox
from storage.tables.columns import Instant
from storage.tables.schedule import reminders

_KEY = ("club_id", "person_id", "kind", "subject", "period")
# By its name: a statement's own `excluded` is a table made anew for each, a tenth of what planning
# takes in a small club.
_FOLLOWS: dict[str, ColumnElement[Any]] = {
    name: literal_column(f"excluded.{name}") for name in ("due_at", "ends_at")
}


@dataclass(frozen=True, slots=True)
class Times:
    """When a reminder goes out, and when it has lost its sense; instants in UTC."""

    due_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """A reminder that this process alone looks at, until its transaction ends."""

    id: int
    club_id: int
    person_id: int
    kind: str
    subject: str
    period: str
    due_at: datetime
    ends_at: datetime
    timezone: str


def plan(
    db: Connection, kind: str, wanted: Wanted, times: Times, *, now: datetime, period: str = ""
) -> int:
    """Plan this for everybody in `wanted`; returns how many rows are new or have a new time.

    Whoever had it already, in whatever state, is left alone; one still planned follows its
    subject to another time.
    """
    make = sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert
    rows = _to_plan(wanted, _key_of(wanted, kind, period), times, now=now)
    added = make(reminders).from_select([*_KEY, "due_at", "ends_at", "planned_at", "state"], rows)
    _by_these_values(db)
    return db.execute(
        added.on_conflict_do_update(
            index_elements=_KEY,
            set_=_FOLLOWS,
            where=reminders.c.state == "planned",
        )
    ).rowcount


def _to_plan(wanted: Wanted, key: tuple[Any, ...], times: Times, *, now: datetime) -> Wanted:
    """The rows that are not there yet, or are planned for another time."""
    due, ends = literal(times.due_at, Instant), literal(times.ends_at, Instant)
    known = select(reminders.c.id).where(
        *(reminders.c[name] == value for name, value in zip(_KEY, key, strict=True)),
        or_(
            reminders.c.state != "planned",
            and_(reminders.c.due_at == due, reminders.c.ends_at == ends),
        ),
    )
    planned = (literal(now, Instant), literal("planned", Text))
    return (
        wanted.with_only_columns(*key, due, ends, *planned, maintain_column_froms=True)
        .where(~known.correlate_except(reminders).exists())
        .order_by(*key[:2])
    )


def begun_by(wanted: Wanted, moment: datetime) -> Wanted:
    """Of these, those about something that begins until this moment."""
    return wanted.where(wanted.selected_columns.starts_at <= moment)


def withdraw(db: Connection, kind: str, wanted: Wanted) -> int:
    """Take back what is planned of this kind for anybody who is not in `wanted` any more."""
    still = wanted.where(*_same(wanted)).correlate(reminders).exists()
    gone = delete(reminders).where(reminders.c.kind == kind, reminders.c.state == "planned", ~still)
    _by_these_values(db)
    with _without_nested_loops(db):
        return db.execute(gone).rowcount


def _by_these_values(db: Connection) -> None:
    """PostgreSQL goes by the kind and days of each statement: by a plan for any values, which it
    takes from the sixth time on, 21,000 clubs took longer than 170 s, by these 64 s.
    """
    if db.dialect.name != "sqlite":
        db.exec_driver_sql("SET LOCAL plan_cache_mode = force_custom_plan")


@contextmanager
def _without_nested_loops(db: Connection) -> Iterator[None]:
    """PostgreSQL takes who is wanted for two rows and compares each reminder with each of them: of
    21,000 clubs 14,000 with 42,000, for 81 s; by hashes 1.5 s.
    """
    if db.dialect.name == "sqlite":
        yield
        return
    db.exec_driver_sql("SET LOCAL enable_nestloop = off")
    yield
    db.exec_driver_sql("SET LOCAL enable_nestloop = on")


def claim(
    db: Connection, now: datetime, most: int, *, without: Collection[str] = (), only: str = ""
) -> list[Claimed]:
    """What is due, oldest first; on PostgreSQL what another process holds is left out.

    `without` these kinds, or `only` this one.
    """
    due = _whole().where(reminders.c.state == "planned", reminders.c.due_at <= now)
    if without:
        due = due.where(reminders.c.kind.not_in(without))
    if only:
        due = due.where(reminders.c.kind == only)
    return _claimed(
        db,
        due.order_by(reminders.c.due_at, reminders.c.id)
        .limit(most)
        .with_for_update(of=reminders, skip_locked=True),
    )


def of_letters(db: Connection, letter_ids: Sequence[int]) -> dict[Claimed, datetime]:
    """The reminders whose letters are among these and still wait; each with when the letter was
    made.
    """
    found = db.execute(_OF_LETTERS, {"letters": list(letter_ids)})
    return {Claimed(*row[:-1]): row.made_at for row in found}


def still_wanted(db: Connection, wanted: Wanted, ids: Collection[int]) -> dict[int, Any]:
    """Those of these reminders that still have their sense, each with what its text needs."""
    found = db.execute(
        wanted.add_columns(reminders.c.id.label("reminder_id")).where(
            *_same(wanted), reminders.c.id.in_(ids)
        )
    )
    return {row.reminder_id: row for row in found}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a claimed reminder: queued, dropped, replaced or unreachable; and why."""

    id: int
    state: str
    why: str | None = None


def settle(db: Connection, verdicts: Sequence[Verdict]) -> None:
    """Write what became of claimed reminders."""
    if verdicts:
        db.execute(
            _SETTLE, [{"of_id": each.id, "state": each.state, "why": each.why} for each in verdicts]
        )


_SETTLE = (
    update(reminders)
    .where(reminders.c.id == bindparam("of_id"))
    .values(state=bindparam("state"), why=bindparam("why"))
)


def postpone(db: Connection, later: Sequence[tuple[int, datetime]]) -> None:
    """These are planned for a later moment: now is a quiet time."""
    if later:
        db.execute(_POSTPONE, [{"of_id": id_, "due_at": due_at} for id_, due_at in later])


_POSTPONE = (
    update(reminders)
    .where(reminders.c.id == bindparam("of_id"))
    .values(due_at=bindparam("due_at"), state="planned", why=None)
)


_newer, _older = reminders.alias("newer"), reminders.alias("older")
_OVERTAKEN = (
    select(_older.c.id)
    .join(
        _newer,
        and_(
            tuple_(_newer.c.club_id, _newer.c.person_id, _newer.c.kind)
            == tuple_(_older.c.club_id, _older.c.person_id, _older.c.kind),
            _older.c.due_at < _newer.c.due_at,
        ),
    )
    .where(_older.c.state == "queued")
)


def replace_waiting(db: Connection, newer_ids: Sequence[int]) -> int:
    """Older reminders of the same kind that still wait in the outbox give way to these."""
    overtaken = _OVERTAKEN.where(_newer.c.id.in_(newer_ids))
    gone = take_back(db, outbox.c.reminder_id.in_(overtaken), why="replaced")
    settle(db, [Verdict(each, "replaced", "a newer one came") for each in gone])
    return len(gone)


def take_back_letters(db: Connection, reminder_ids: Sequence[int], why: str) -> None:
    """The letters of these reminders are not sent, if they have not been begun."""
    take_back(db, outbox.c.reminder_id.in_(reminder_ids), why=why)


def take_back(db: Connection, which: ColumnElement[bool], *, why: str) -> list[int]:
    """Drop waiting letters; returns their reminders."""
    gone = db.execute(
        update(outbox)
        .where(which, LETTER_WAITS)
        .values(state="dropped", why=why)
        .returning(outbox.c.reminder_id)
    )
    return list(gone.scalars())


def _whole() -> Any:
    columns = [reminders.c[name] for name in ("id", *_KEY, "due_at", "ends_at")]
    return select(*columns, clubs.c.timezone).join(clubs, clubs.c.id == reminders.c.club_id)


_OF_LETTERS = (
    _whole()
    .join(outbox, outbox.c.reminder_id == reminders.c.id)
    .add_columns(outbox.c.made_at)
    .where(among(outbox.c.id, "letters"), outbox.c.state == "waiting")
)


def _claimed(db: Connection, query: Any) -> list[Claimed]:
    return [Claimed(*row) for row in db.execute(query)]


def _key_of(wanted: Wanted, kind: str, period: str) -> tuple[Any, ...]:
    columns = wanted.selected_columns
    return (
        columns.club_id,
        columns.person_id,
        literal(kind, Text).label("kind"),
        columns.subject,
        literal(period, Text).label("period"),
    )


def _same(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    columns = wanted.selected_columns
    return tuple(columns[name] == reminders.c[name] for name in ("club_id", "person_id", "subject"))
