"""A death, recorded by one of the board and confirmed by another (Club rules, E.3).

From the record on nothing is written to the account. A false report is undone whole.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select, update

from club.helping import EndedAs
from club.members import Action
from club.refusals import Code, Refused
from club.second_person import Matter, check_second
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.change_member import member_locked
from storage.changes.members.leave_club import check_leaving, end_offices
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.page_sessions import close_pages
from storage.queries.members.deaths import Death, death
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.member_record import HeldForHer, KnownMember, held_for, known_member
from storage.tables.board_life import deaths
from storage.tables.chats import LETTER_WAITS, chats, invitations, outbox
from storage.tables.helping import helpings
from storage.tables.people import members, offices, persons, volunteers
from storage.tables.schedule import reminders

WHY = "the person has died"


@dataclass(frozen=True, slots=True)
class DeathRecorded:
    """It waits for another of the board to confirm it; everything has stopped already."""

    death: Death


@dataclass(frozen=True, slots=True)
class RecordDeath:
    """Refused for oneself, a day to come, and whoever is recorded already."""

    member_id: int
    died_on: date

    def carry_out(self, db: Connection, deed: Deed) -> DeathRecorded:
        club_id, who = member_locked(db, deed, self.member_id)
        if who.state == "left":
            raise Refused(Code.NOT_FOUND)
        check_leaving(db, deed, who, self.died_on)
        ended = _end_all(db, deed, who.person_id, self.died_on)
        number = inserted(
            db,
            deaths,
            club_id=club_id,
            person_id=who.person_id,
            member_id=who.member_id,
            died_on=self.died_on,
            recorded_by=deed.person,
            recorded_in=deed.chat_id,
            recorded_at=deed.now,
            ended=ended,
            state="recorded",
        )
        return DeathRecorded(_there(db, club_id, number))


def _end_all(db: Connection, deed: Deed, person_id: int, day: date) -> dict[str, Any]:
    """End what she was and held; returns it as it was before, by number."""
    was = {"members": _memberships(db, person_id), "offices": _offices(db, person_id, deed.today)}
    hers = update(members).where(members.c.id.in_([number for number, *_ in was["members"]]))
    db.execute(hers.values(state="died", left_on=day))
    end_offices(db, [number for number, _ in was["offices"]], deed.today)
    helping = update(volunteers).where(
        volunteers.c.person_id == person_id, volunteers.c.ended_on.is_(None)
    )
    helped = db.execute(helping.values(ended_on=deed.today).returning(volunteers.c.id)).scalars()
    db.execute(update(persons).where(persons.c.id == person_id).values(died_on=day))
    _fall_silent(db, deed, person_id)
    typed = _end_helping(db, deed, person_id, [number for number, *_ in was["members"]])
    return {**was, "volunteers": list(helped), "helpings": typed}


def _end_helping(db: Connection, deed: Deed, person_id: int, member_ids: list[int]) -> list[int]:
    """Nobody types for her any more, nor she for anybody (Club rules, F.2)."""
    hers = or_(helpings.c.member_id.in_(member_ids), helpings.c.helper_id == person_id)
    return list(
        db.execute(
            update(helpings)
            .where(hers, helpings.c.ended_at.is_(None))
            .values(ended_at=deed.now, ended_by=deed.person, why=EndedAs.GONE.value)
            .returning(helpings.c.id)
        ).scalars()
    )


def _memberships(db: Connection, person_id: int) -> list[list[Any]]:
    found = db.execute(
        select(members.c.id, members.c.state).where(
            members.c.person_id == person_id,
            or_(members.c.state == "member", members.c.state == "asked"),
        )
    )
    return [[row.id, row.state] for row in found]


def _offices(db: Connection, person_id: int, today: date) -> list[list[Any]]:
    """Those held today or later, with the day on which each was to end."""
    found = db.execute(
        select(offices.c.id, offices.c.to_day).where(
            offices.c.person_id == person_id,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
        )
    )
    return [[row.id, None if row.to_day is None else row.to_day.isoformat()] for row in found]


def _fall_silent(db: Connection, deed: Deed, person_id: int) -> None:
    """Pages and links close; what waits to be said is not said."""
    close_pages(db, deed.now, person_id=person_id, chat_id=deed.chat_id)
    hers = select(chats.c.id).where(chats.c.person_id == person_id)
    db.execute(
        update(outbox)
        .where(outbox.c.chat_id.in_(hers), LETTER_WAITS)
        .values(state="dropped", why=WHY)
    )
    db.execute(
        update(reminders)
        .where(reminders.c.person_id == person_id, reminders.c.state == "planned")
        .values(state="dropped", why=WHY)
    )
    db.execute(
        update(invitations)
        .where(invitations.c.person_id == person_id, invitations.c.used_at.is_(None))
        .values(ends_at=deed.now)
    )


@dataclass(frozen=True, slots=True)
class DeathConfirmed:
    """`held`: what the loan still is, and what is listed for return to the family."""

    death: Death
    held: HeldForHer


@dataclass(frozen=True, slots=True)
class ConfirmDeath:
    """Another person of the board, on another account, not of the recorder's household."""

    death_id: int

    def carry_out(self, db: Connection, deed: Deed) -> DeathConfirmed:
        must_be_allowed(db, deed, Action.SECOND)
        club_id = locked_club_of(deed, db)
        about = _there(db, club_id, self.death_id)
        if about.state != "recorded":
            raise Refused(Code.ANSWERED)
        proposer = person_in(db, club_id, about.recorded_by, deed.today)
        check_second(
            Matter(proposer, about.recorded_in),
            offices_held(db, club_id, deed.today),
            person=deed.person,
            account=deed.chat_id,
        )
        _settle(db, about, state="confirmed", confirmed_by=deed.person, confirmed_at=deed.now)
        held = held_for(db, club_id, about.member_id, deed.today)
        return DeathConfirmed(_there(db, club_id, about.id), held)


@dataclass(frozen=True, slots=True)
class DeathUndone:
    """The report was false; she is what she was."""

    death: Death


@dataclass(frozen=True, slots=True)
class UndoDeath:
    """By anybody of the board, in one step, before or after it was confirmed."""

    death_id: int

    def carry_out(self, db: Connection, deed: Deed) -> DeathUndone:
        must_be_allowed(db, deed, Action.KEEP_MEMBERS)
        club_id = locked_club_of(deed, db)
        about = _there(db, club_id, self.death_id)
        if about.state == "undone":
            raise Refused(Code.ALREADY_DONE)
        ended = db.execute(select(deaths.c.ended).where(deaths.c.id == about.id)).scalar_one()
        _restore(db, about.person_id, ended)
        _settle(db, about, state="undone")
        return DeathUndone(_there(db, club_id, about.id))


def _restore(db: Connection, person_id: int, ended: dict[str, Any]) -> None:
    """What ended by the record begins again; an office that somebody took meanwhile stays his."""
    for number, state in ended["members"]:
        again = update(members).where(members.c.id == number)
        db.execute(again.values(state=state, left_on=None))
    for number, until in ended["offices"]:
        if not _taken_since(db, number):
            to_day = None if until is None else date.fromisoformat(until)
            db.execute(update(offices).where(offices.c.id == number).values(to_day=to_day))
    for number in ended["helpings"]:
        again = update(helpings).where(helpings.c.id == number)
        db.execute(again.values(ended_at=None, ended_by=None, why=None))
    for number in ended["volunteers"]:
        db.execute(update(volunteers).where(volunteers.c.id == number).values(ended_on=None))
    db.execute(update(persons).where(persons.c.id == person_id).values(died_on=None))


def _taken_since(db: Connection, office_id: int) -> bool:
    """Whether somebody else came into the office after it ended."""
    mine, other = offices.alias("mine"), offices.alias("other")
    found = db.execute(
        select(other.c.id)
        .join(mine, mine.c.club_id == other.c.club_id)
        .where(
            mine.c.id == office_id,
            other.c.id != mine.c.id,
            other.c.role == mine.c.role,
            other.c.role.not_in(("deputy", "group_leader", "checker")),
            other.c.from_day > mine.c.to_day,
            other.c.to_day.is_(None),
        )
    )
    return found.first() is not None


def _settle(db: Connection, about: Death, **values: object) -> None:
    db.execute(update(deaths).where(deaths.c.id == about.id).values(**values))


def _there(db: Connection, club_id: int, number: int) -> Death:
    found = death(db, club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


@dataclass(frozen=True, slots=True)
class DeathTold:
    """A member has told the board of a death; nothing is recorded by it."""

    club_id: int
    who: KnownMember
    by: int


@dataclass(frozen=True, slots=True)
class TellOfDeath:
    """By any member: of the household, or a neighbour. The board records it."""

    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> DeathTold:
        must_be_allowed(db, deed, Action.SEE_FUNDS)
        club_id = locked_club_of(deed, db)
        who = known_member(db, club_id, self.member_id)
        if who is None or who.state == "left":
            raise Refused(Code.NOT_FOUND)
        if who.state == "died":
            raise Refused(Code.ALREADY_DONE)
        if who.person_id == deed.person_id:
            raise Refused(Code.OWN_AFFAIR)
        return DeathTold(club_id, who, deed.person)


@dataclass(frozen=True, slots=True)
class SaidToLive:
    """Somebody wrote from the account of a person who is recorded as dead."""

    death: Death


@dataclass(frozen=True, slots=True)
class SayAlive:
    """The board hears that the report is said to be wrong, with the way to undo it."""

    death_id: int

    def carry_out(self, db: Connection, deed: Deed) -> SaidToLive:
        row = db.execute(
            select(deaths.c.club_id).where(
                deaths.c.id == self.death_id,
                deaths.c.person_id == deed.person,
                deaths.c.state != "undone",
            )
        ).first()
        if row is None:
            raise Refused(Code.NOT_FOUND)
        return SaidToLive(_there(db, row.club_id, self.death_id))
