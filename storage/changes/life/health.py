"""Health figures are written down with her consent, and taken away when she withdraws it."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select, update

from club.health import Measured, check_measured
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.life.health import PURPOSE, agreed_to_health
from storage.queries.money.payments import person_of
from storage.tables.club_life import health_checks
from storage.tables.people import consents, members

WORDING = "health.consent/1"


@dataclass(frozen=True, slots=True)
class HealthNoted:
    """No figures: whoever is told of it opens them herself."""

    check_id: int
    member_id: int
    person_id: int
    club_id: int
    agreed_now: bool
    measured: Measured = field(repr=False)


@dataclass(frozen=True, slots=True)
class HealthRefused:
    """She has said no; nothing is kept."""

    person_id: int


@dataclass(frozen=True, slots=True)
class HealthForgotten:
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHealth:
    """By herself, or by somebody who may measure; `agrees`: her yes, given just now.

    Refused HEALTH_NOT_AGREED without her yes.
    """

    member_id: int
    measured: Measured = field(repr=False)
    agrees: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> HealthNoted:
        if deed.club_id is None:
            raise Refused(Code.NOT_ALLOWED)
        person = person_of(db, deed.club_id, self.member_id)
        if person is None:
            raise Refused(Code.NOT_FOUND)
        own = person == deed.person_id
        must_be_allowed(db, deed, Action.SEE_OWN_ACCOUNT if own else Action.MEASURE_HEALTH)
        if self.measured.is_empty:
            raise Refused(Code.REASON_MISSING)
        check_measured(self.measured)
        self._must_have_agreed(db, deed, person, own=own)
        number = self._kept(db, deed)
        return HealthNoted(number, self.member_id, person, deed.club_id, self.agrees, self.measured)

    def _must_have_agreed(self, db: Connection, deed: Deed, person: int, *, own: bool) -> None:
        if agreed_to_health(db, person):
            return
        if not self.agrees:
            raise Refused(Code.HEALTH_NOT_AGREED)
        _say(db, deed, person, given=True, form="chat" if own else "spoken")

    def _kept(self, db: Connection, deed: Deed) -> int:
        pressure = self.measured.pressure
        return inserted(
            db,
            health_checks,
            club_id=deed.club_id,
            member_id=self.member_id,
            measured_by=deed.person,
            measured_on=deed.today,
            measured_at=deed.now,
            weight_grams=self.measured.weight_grams,
            height_cm=self.measured.height_cm,
            systolic=None if pressure is None else pressure.systolic,
            diastolic=None if pressure is None else pressure.diastolic,
            cause=deed.cause,
        )


@dataclass(frozen=True, slots=True)
class RefuseHealth:
    """Her no is kept too, so that nobody takes silence for a yes."""

    person_id: int

    def carry_out(self, db: Connection, deed: Deed) -> HealthRefused:
        if self.person_id != deed.person_id:
            must_be_allowed(db, deed, Action.MEASURE_HEALTH)
        _say(db, deed, self.person_id, given=False, form="chat")
        return HealthRefused(self.person_id)


@dataclass(frozen=True, slots=True)
class ForgetHealth:
    """She withdraws her consent: every figure of hers is gone, that she was there stays."""

    def carry_out(self, db: Connection, deed: Deed) -> HealthForgotten:
        hers = select(members.c.id).where(members.c.person_id == deed.person)
        db.execute(
            update(health_checks)
            .where(health_checks.c.member_id.in_(hers))
            .values(weight_grams=None, height_cm=None, systolic=None, diastolic=None)
        )
        _say(db, deed, deed.person, given=False, form="chat")
        return HealthForgotten(deed.person)


def _say(db: Connection, deed: Deed, person: int, *, given: bool, form: str) -> None:
    db.execute(
        insert(consents).values(
            person_id=person, purpose=PURPOSE, wording=WORDING, given=given, form=form, at=deed.now
        )
    )
