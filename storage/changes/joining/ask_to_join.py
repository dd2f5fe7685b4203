"""Somebody asks to join a club; or tries a code that no club has."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.address import PersonName
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.queries.clubs import club
from storage.tables.chats import chats, wrong_codes
from storage.tables.people import circumstances, consents, members, persons

CONSENT_WORDING = "join.consent/3"


@dataclass(frozen=True, slots=True)
class JoinAsked:
    member_id: int
    person_id: int
    club_id: int
    club_name: str
    name: PersonName
    birth_year: int
    hamlet: str


@dataclass(frozen=True, slots=True)
class AskToJoin:
    """A person asks to be taken in. The chat speaks for her from now on."""

    club_id: int
    name: str
    birth_year: int
    sex: str
    hamlet: str
    phone: str
    hardship: str
    address: str
    own_word: str = "cháu"
    called: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> JoinAsked:
        person_id = self._known_person(db, deed) or self._new_person(db, deed)
        member_id = self._asked(db, deed, person_id)
        self._note_consents(db, deed, person_id, member_id)
        db.execute(
            update(chats)
            .where(chats.c.id == deed.chat_id)
            .values(person_id=person_id, club_id=self.club_id)
        )
        name, named = club(db, self.club_id).name, PersonName(self.name, self.address)
        return JoinAsked(
            member_id, person_id, self.club_id, name, named, self.birth_year, self.hamlet
        )

    def _known_person(self, db: Connection, deed: Deed) -> int | None:
        """Whoever is known, as a volunteer perhaps, has said anew how to be addressed."""
        if deed.person_id is not None:
            db.execute(
                update(persons)
                .where(persons.c.id == deed.person_id)
                .values(address=self.address, bot_word=self.own_word, called=self.called or None)
            )
        return deed.person_id

    def _asked(self, db: Connection, deed: Deed, person_id: int) -> int:
        """The membership that waits; one that she took back herself is asked for anew."""
        there = db.execute(
            select(members.c.id, members.c.state, members.c.decided_by)
            .where(members.c.club_id == self.club_id, members.c.person_id == person_id)
            .with_for_update()
        ).first()
        asked = {"state": "asked", "asked_at": deed.now}
        if there is None:
            return inserted(db, members, person_id=person_id, club_id=self.club_id, **asked)
        if there.state != "refused" or there.decided_by != person_id:
            raise Refused(Code.ALREADY_DONE)
        anew = update(members).where(members.c.id == there.id)
        db.execute(anew.values(decided_by=None, **asked))
        return int(there.id)

    def _new_person(self, db: Connection, deed: Deed) -> int:
        return inserted(
            db,
            persons,
            name=self.name,
            birth_year=self.birth_year,
            sex=self.sex,
            phone=self.phone or None,
            hamlet=self.hamlet,
            address=self.address,
            bot_word=self.own_word,
            called=self.called or None,
            created_at=deed.now,
        )

    def _note_consents(self, db: Connection, deed: Deed, person_id: int, member_id: int) -> None:
        purposes = {"membership": True, "poverty": self.hardship in {"poor", "near_poor", "none"}}
        db.execute(
            insert(consents),
            [
                {
                    "person_id": person_id,
                    "purpose": purpose,
                    "wording": CONSENT_WORDING,
                    "given": given,
                    "at": deed.now,
                }
                for purpose, given in purposes.items()
            ],
        )
        if self.hardship != "unsaid":
            db.execute(
                insert(circumstances).values(
                    member_id=member_id,
                    kind="hardship",
                    value=self.hardship,
                    valid_from=deed.today,
                )
            )


@dataclass(frozen=True, slots=True)
class WrongCodeNoted:
    pass


@dataclass(frozen=True, slots=True)
class NoteWrongCode:
    """A code that no club has; counted, so that guessing is slowed down."""

    def carry_out(self, db: Connection, deed: Deed) -> WrongCodeNoted:
        db.execute(insert(wrong_codes).values(chat_id=deed.chat_id, at=deed.now))
        return WrongCodeNoted()
