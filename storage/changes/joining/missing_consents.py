"""A consent on paper is noted for a member of a list; names without one are forgotten in time."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection, insert, update

from club.address import PersonName
from club.consents import ConsentForm, told_from
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.own.erase_person import erase_person
from storage.changes.rights import must_be_allowed
from storage.queries.joining.missing_consents import PURPOSE, MissingConsent, missing_consents
from storage.tables.people import consents, consents_missing

WORDING = "import.consent/1"
NOON_IN_VIETNAM = time(5, tzinfo=UTC)


def note_missing(db: Connection, club_id: int, member_id: int, today: date) -> None:
    """She came in by a list, without a word of hers."""
    inserted(db, consents_missing, club_id=club_id, member_id=member_id, since=today)


@dataclass(frozen=True, slots=True)
class ConsentRecorded:
    name: PersonName
    form: ConsentForm
    given_on: date


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Her yes on paper, with its form and day, by somebody of the board."""

    member_id: int
    form: ConsentForm
    given_on: date

    def carry_out(self, db: Connection, deed: Deed) -> ConsentRecorded:
        must_be_allowed(db, deed, Action.ENTER_MEMBER)
        club_id = locked_club_of(deed, db)
        if self.given_on > deed.today:
            raise Refused(Code.DAY_IN_FUTURE)
        waiting = {each.member_id: each for each in missing_consents(db, club_id)}
        about = waiting.get(self.member_id)
        if about is None:
            raise Refused(Code.NOT_FOUND)
        db.execute(
            insert(consents).values(
                person_id=about.person_id,
                purpose=PURPOSE,
                wording=WORDING,
                given=True,
                form=self.form.value,
                at=datetime.combine(self.given_on, NOON_IN_VIETNAM),
            )
        )
        _end(db, about, "given", deed.today)
        return ConsentRecorded(about.name, self.form, self.given_on)


def due_to_be_told(db: Connection, today: date) -> Mapping[int, list[MissingConsent]]:
    """By club, whose names will go in a week; noted as told."""
    found = defaultdict(list)
    for each in missing_consents(db):
        if each.told_on is None and told_from(each.since) <= today:
            found[each.club_id].append(each)
            told = update(consents_missing).where(consents_missing.c.id == each.id)
            db.execute(told.values(told_on=today))
    return found


def forget_without_consent(db: Connection, today: date) -> int:
    """Names of whom nobody has recorded a yes go; returns how many.

    Only after the board has known for a week. Whoever has a loan or a share stays until that is
    settled; entries keep their sums and numbers, which name nobody.
    """
    gone = 0
    for each in missing_consents(db):
        if each.told_on is not None and each.last_day < today and not each.is_bound:
            _forget(db, each, today)
            gone += 1
    return gone


def _forget(db: Connection, about: MissingConsent, today: date) -> None:
    erase_person(db, about.person_id, datetime.combine(today, NOON_IN_VIETNAM))
    _end(db, about, "gone", today)


def _end(db: Connection, about: MissingConsent, outcome: str, today: date) -> None:
    ended = update(consents_missing).where(consents_missing.c.id == about.id)
    db.execute(ended.values(outcome=outcome, ended_on=today))
