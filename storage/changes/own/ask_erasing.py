"""Somebody asks to be erased, takes it back, or is erased once the days are over. Club rules, G."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Select, Subquery, and_, func, or_, select, update

from club.address import PersonName
from club.personal_data.standing_in import FORGOTTEN_AFTER, WAITS, Bonds
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.own.erase_person import erase_person, hold_person
from storage.queries.members.members import name_of
from storage.queries.own.about_her import all_records_of
from storage.queries.own.bonds import bonds_of
from storage.tables.erasing import erasures_asked
from storage.tables.helping import helpings
from storage.tables.people import members, officers, persons, volunteers

AT_ONCE = 5
NOBODY_ANY_MORE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ErasingAsked:
    """From `due_at` on nothing can be taken back."""

    person_id: int
    club_id: int | None
    name: PersonName
    due_at: datetime
    bonds: Bonds


@dataclass(frozen=True, slots=True)
class AskErasing:
    """By herself, on her own account; never by a helper (Club rules, F.2)."""

    def carry_out(self, db: Connection, deed: Deed) -> ErasingAsked:
        if deed.typed_by is not None:
            raise Refused(Code.NOT_FOR_HELPER)
        if waiting_for(db, deed.person) is not None:
            raise Refused(Code.ALREADY_DONE)
        bonds = bonds_of(db, all_records_of(db, deed.person), deed.today)
        due_at = deed.now + WAITS
        inserted(
            db,
            erasures_asked,
            club_id=deed.club_id,
            person_id=deed.person,
            form="chat",
            asked_at=deed.now,
            due_at=due_at,
            state="waiting",
        )
        name = name_of(db, deed.person)
        return ErasingAsked(deed.person, deed.club_id, name, due_at, bonds)


@dataclass(frozen=True, slots=True)
class ErasingWithdrawn:
    person_id: int
    club_id: int | None
    name: PersonName


@dataclass(frozen=True, slots=True)
class WithdrawErasing:
    """Everything stays as it is."""

    def carry_out(self, db: Connection, deed: Deed) -> ErasingWithdrawn:
        if deed.typed_by is not None:
            raise Refused(Code.NOT_FOR_HELPER)
        withdraw(db, deed.person, deed.now)
        return ErasingWithdrawn(deed.person, deed.club_id, name_of(db, deed.person))


def withdraw(db: Connection, person_id: int, now: datetime) -> None:
    """Take back what waits for her. Refused(NOTHING_WAITING) where nothing does."""
    waiting = update(erasures_asked).where(
        erasures_asked.c.person_id == person_id, erasures_asked.c.state == "waiting"
    )
    if not db.execute(waiting.values(state="withdrawn", ended_at=now)).rowcount:
        raise Refused(Code.NOTHING_WAITING)


def waiting_for(db: Connection, person_id: int) -> datetime | None:
    """When she will be erased; None where she has not asked."""
    found = select(erasures_asked.c.due_at).where(
        erasures_asked.c.person_id == person_id, erasures_asked.c.state == "waiting"
    )
    return db.execute(found).scalar()


def erase_due(db: Connection, now: datetime, most: int = AT_ONCE) -> int:
    """Erase whose days are over; returns how many. Runs again after a crash where it stopped."""
    due = db.execute(
        select(erasures_asked.c.id, erasures_asked.c.person_id)
        .where(erasures_asked.c.state == "waiting", erasures_asked.c.due_at <= now)
        .order_by(erasures_asked.c.id)
        .limit(most)
    ).all()
    return sum(_erase_asked(db, number, person_id, now) for number, person_id in due)


def _erase_asked(db: Connection, number: int, person_id: int, now: datetime) -> bool:
    """Unless she has taken it back in this very moment."""
    hold_person(db, person_id)
    done = update(erasures_asked).where(
        erasures_asked.c.id == number, erasures_asked.c.state == "waiting"
    )
    if not db.execute(done.values(state="done", ended_at=now)).rowcount:
        return False
    erase_person(db, person_id, now)
    return True


def erase_long_gone(db: Connection, now: datetime, most: int = AT_ONCE) -> int:
    """Whoever has been in no club for ten years, or never came into one; nothing may bind her."""
    today = now.date()
    gone = 0
    for person_id in db.execute(_long_gone(now, today).limit(most)).scalars().all():
        if bonds_of(db, all_records_of(db, person_id), today).none:
            erase_person(db, person_id, now)
            gone += 1
    return gone


def _long_gone(now: datetime, today: date) -> Select[int]:
    """The oldest first; whoever is anything today is not among them."""
    last = _last_membership()
    never_came = and_(last.c.left_on.is_(None), last.c.asked_at < now - NOBODY_ANY_MORE)
    return (
        select(persons.c.id)
        .select_from(persons.outerjoin(last, last.c.person_id == persons.c.id))
        .where(
            persons.c.erased_at.is_(None),
            persons.c.created_at < now - NOBODY_ANY_MORE,
            *(persons.c.id.not_in(each) for each in _somebody_today(today)),
            or_(last.c.left_on < today - FORGOTTEN_AFTER, last.c.person_id.is_(None), never_came),
        )
        .order_by(persons.c.id)
    )


def _last_membership() -> Subquery:
    left_on, asked_at = func.max(members.c.left_on), func.max(members.c.asked_at)
    wanted = select(members.c.person_id, left_on.label("left_on"), asked_at.label("asked_at"))
    return wanted.group_by(members.c.person_id).subquery()


def _somebody_today(today: date) -> tuple[Select[int], ...]:
    """Members, volunteers, helpers, officers."""
    goes_on = or_(officers.c.to_day.is_(None), officers.c.to_day >= today)
    return (
        select(members.c.person_id).where(members.c.state.in_(("asked", "member"))),
        select(volunteers.c.person_id),
        select(helpings.c.helper_id).where(helpings.c.ended_at.is_(None)),
        select(officers.c.person_id).where(goes_on),
    )
