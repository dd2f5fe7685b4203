"""A link is taken up: it is used once, and somebody nobody knew becomes a person."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.address import Region, usual_form, usual_own_word
from club.invitations import kept
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.tables.chats import invitations
from storage.tables.people import consents, persons

CONSENT_WORDING = "invite.consent/3"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """Name, year of birth and sex are asked only of somebody nobody knows yet."""

    digest: str
    name: str = ""
    birth_year: int | None = None
    sex: str | None = None


def lock_invitation(db: Connection, digest: str) -> None:
    """Of two who take it up at once one waits here and then finds it used."""
    mine = invitations.c.secret_hash == kept(digest)
    db.execute(select(invitations.c.id).where(mine).with_for_update())


def mark_used(db: Connection, deed: Deed, invitation_id: int) -> None:
    used = {"used_at": deed.now, "used_by_chat": deed.chat_id}
    db.execute(update(invitations).where(invitations.c.id == invitation_id).values(**used))


def new_person(db: Connection, deed: Deed, said: TakenUp, region: Region) -> int:
    """The number of a person with the consent she gave at the first question."""
    form = usual_form(said.birth_year, said.sex, deed.today, region)
    person_id = inserted(
        db,
        persons,
        name=said.name,
        birth_year=said.birth_year,
        sex=said.sex,
        address=form,
        bot_word=usual_own_word(form, region),
        created_at=deed.now,
    )
    note_consent(db, deed, person_id)
    return person_id


def note_consent(db: Connection, deed: Deed, person_id: int) -> None:
    """Her own yes to what is asked before her name."""
    inserted(
        db,
        consents,
        person_id=person_id,
        purpose="membership",
        wording=CONSENT_WORDING,
        given=True,
        at=deed.now,
    )
