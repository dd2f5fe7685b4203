"""Home care: who is cared for, who visits, when it pauses and ends; and every visit."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from club.home_care import MOST_VISITS, OLDEST_VISIT
from club.members import Action
from club.refusals import Code, Refused
from club.rights import may
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed, roles_of
from storage.queries.life.home_care import Client, Visit, client, visit
from storage.queries.money.closing import next_to_close
from storage.queries.money.payments import person_of
from storage.tables.activities import home_visits
from storage.tables.club_life import care_clients, care_pauses, care_volunteers


@dataclass(frozen=True, slots=True)
class CareChanged:
    """`what`: begun, visits, address, volunteer, no_volunteer, paused, resumed or ended.

    `person_id`: the volunteer it is about.
    """

    client: Client
    what: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class VisitLogged:
    visit: Visit
    client: Client


@dataclass(frozen=True, slots=True)
class VisitTakenBack:
    visit: Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginCare:
    """A member is cared for at home from today on; one cared for before is taken up again."""

    member_id: int
    visits_a_week: int
    address: str = ""
    volunteer: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> CareChanged:
        club_id = locked_club_of(deed, db)
        must_be_allowed(db, deed, Action.PLAN_CARE)
        if person_of(db, club_id, self.member_id) is None:
            raise Refused(Code.NOT_FOUND)
        _check_visits(self.visits_a_week)
        number = self._begun(db, deed, club_id)
        if self.volunteer is not None:
            _add_volunteer(db, deed, number, self.volunteer)
        return CareChanged(_client(db, deed, club_id, number), "begun", self.volunteer)

    def _begun(self, db: Connection, deed: Deed, club_id: int) -> int:
        same = (care_clients.c.club_id == club_id, care_clients.c.member_id == self.member_id)
        before = db.execute(select(care_clients).where(*same)).first()
        values = {
            "visits_a_week": self.visits_a_week,
            "address": self.address.strip(),
            "since": deed.today,
        }
        if before is None:
            ids = {"club_id": club_id, "member_id": self.member_id, "cause": deed.cause}
            return inserted(db, care_clients, **ids, **values)
        if before.ended_on is None:
            raise Refused(Code.ALREADY_DONE)
        db.execute(update(care_clients).where(*same).values(**values, ended_on=None))
        number: int = before.id
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCare:
    """Other visits a week, another address, or the end of it; None leaves it as it is."""

    client_id: int
    visits_a_week: int | None = None
    address: str | None = None
    ends: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> CareChanged:
        club_id = locked_club_of(deed, db)
        must_be_allowed(db, deed, Action.PLAN_CARE)
        found = _client(db, deed, club_id, self.client_id)
        row = update(care_clients).where(care_clients.c.id == found.id)
        if self.ends:
            db.execute(row.values(ended_on=deed.today, address=""))
            _resume(db, deed, found.id)
            return CareChanged(found, "ended")
        if self.visits_a_week is not None:
            _check_visits(self.visits_a_week)
            db.execute(row.values(visits_a_week=self.visits_a_week))
        if self.address is not None:
            db.execute(row.values(address=self.address.strip()))
        what = "visits" if self.visits_a_week is not None else "address"
        return CareChanged(_client(db, deed, club_id, found.id), what)


@dataclass(frozen=True, slots=True)
class AddCareVolunteer:
    client_id: int
    person_id: int

    def carry_out(self, db: Connection, deed: Deed) -> CareChanged:
        club_id = locked_club_of(deed, db)
        must_be_allowed(db, deed, Action.PLAN_CARE)
        found = _client(db, deed, club_id, self.client_id)
        if self.person_id == found.person_id or found.is_visited_by(self.person_id):
            raise Refused(Code.ALREADY_DONE)
        _add_volunteer(db, deed, found.id, self.person_id)
        return CareChanged(_client(db, deed, club_id, found.id), "volunteer", self.person_id)


@dataclass(frozen=True, slots=True)
class RemoveCareVolunteer:
    client_id: int
    person_id: int

    def carry_out(self, db: Connection, deed: Deed) -> CareChanged:
        club_id = locked_club_of(deed, db)
        must_be_allowed(db, deed, Action.PLAN_CARE)
        found = _client(db, deed, club_id, self.client_id)
        if not found.is_visited_by(self.person_id):
            raise Refused(Code.NOTHING_WAITING)
        db.execute(
            update(care_volunteers)
            .where(
                care_volunteers.c.client_id == found.id,
                care_volunteers.c.person_id == self.person_id,
            )
            .values(to_day=deed.today)
        )
        return CareChanged(_client(db, deed, club_id, found.id), "no_volunteer", self.person_id)


@dataclass(frozen=True, slots=True)
class PauseCare:
    """She is in hospital or away: nobody is reminded. Without a reason she is back at home."""

    client_id: int
    why: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> CareChanged:
        club_id = locked_club_of(deed, db)
        found = _client(db, deed, club_id, self.client_id)
        if not found.is_visited_by(deed.person):
            must_be_allowed(db, deed, Action.PLAN_CARE)
        if not self.why:
            _resume(db, deed, found.id)
        elif found.paused:
            raise Refused(Code.ALREADY_DONE)
        else:
            db.execute(
                insert(care_pauses).values(client_id=found.id, why=self.why, from_day=deed.today)
            )
        what = "paused" if self.why else "resumed"
        return CareChanged(_client(db, deed, club_id, found.id), what)


@dataclass(frozen=True, slots=True)
class LogVisit:
    """By a volunteer of hers; the board may note it for one who has no phone (`visitor`)."""

    client_id: int
    day: date
    visitor: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> VisitLogged:
        club_id = locked_club_of(deed, db)
        found = _client(db, deed, club_id, self.client_id)
        visitor = self._visitor(db, deed, found)
        self._check_day(db, deed, club_id)
        if _visited_already(db, found, visitor, self.day):
            raise Refused(Code.ALREADY_DONE)
        number = inserted(
            db,
            home_visits,
            club_id=club_id,
            member_id=found.member_id,
            visitor_id=visitor,
            visited_on=self.day,
            cause=deed.cause,
        )
        noted = visit(db, club_id, number)
        assert noted is not None
        return VisitLogged(noted, found)

    def _visitor(self, db: Connection, deed: Deed, found: Client) -> int:
        visitor = self.visitor or deed.person
        if visitor != deed.person:
            must_be_allowed(db, deed, Action.PLAN_CARE)
        if not found.is_visited_by(visitor):
            raise Refused(Code.NOT_HER_VOLUNTEER)
        return visitor

    def _check_day(self, db: Connection, deed: Deed, club_id: int) -> None:
        if self.day > deed.today:
            raise Refused(Code.DAY_IN_FUTURE)
        if deed.today - self.day > OLDEST_VISIT:
            raise Refused(Code.DAY_TOO_OLD)
        if self.day < next_to_close(db, club_id).first_day:
            raise Refused(Code.MONTH_CLOSED, month=next_to_close(db, club_id).previous())


@dataclass(frozen=True, slots=True)
class TakeBackVisit:
    """Noted by mistake: by whoever made the visit, or the board, while its month is open."""

    visit_id: int

    def carry_out(self, db: Connection, deed: Deed) -> VisitTakenBack:
        club_id = locked_club_of(deed, db)
        found = visit(db, club_id, self.visit_id)
        if found is None:
            raise Refused(Code.NOTHING_WAITING)
        if found.visitor_id != deed.person and not may(roles_of(db, deed), Action.PLAN_CARE):
            raise Refused(Code.NOT_ALLOWED)
        first = next_to_close(db, club_id)
        if found.visited_on < first.first_day:
            raise Refused(Code.MONTH_CLOSED, month=first.previous())
        db.execute(delete(home_visits).where(home_visits.c.id == found.id))
        return VisitTakenBack(found)


def _visited_already(db: Connection, found: Client, visitor: int, day: date) -> bool:
    same = select(home_visits.c.id).where(
        home_visits.c.club_id == found.club_id,
        home_visits.c.member_id == found.member_id,
        home_visits.c.visitor_id == visitor,
        home_visits.c.visited_on == day,
    )
    return db.execute(same).first() is not None


def _add_volunteer(db: Connection, deed: Deed, client_id: int, person_id: int) -> None:
    """Whoever visited her before does so again."""
    again = db.execute(
        update(care_volunteers)
        .where(care_volunteers.c.client_id == client_id, care_volunteers.c.person_id == person_id)
        .values(since=deed.today, to_day=None)
    )
    if not again.rowcount:
        db.execute(
            insert(care_volunteers).values(
                client_id=client_id, person_id=person_id, since=deed.today
            )
        )


def _resume(db: Connection, deed: Deed, client_id: int) -> None:
    db.execute(
        update(care_pauses)
        .where(care_pauses.c.client_id == client_id, care_pauses.c.to_day.is_(None))
        .values(to_day=deed.today)
    )


def _check_visits(count: int) -> None:
    if not 1 <= count <= MOST_VISITS:
        raise Refused(Code.NUMBER_OUT_OF_RANGE, lowest=1, highest=MOST_VISITS)


def _client(db: Connection, deed: Deed, club_id: int, number: int) -> Client:
    found = client(db, club_id, number, deed.today)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found
