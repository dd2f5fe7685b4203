"""A member lets somebody type for her, by a code; and ends it (Club rules, F.2)."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from club.helping import (
    CODE_DIGITS,
    CODE_HOLDS,
    CONSENT_HOLDS_DAYS,
    EndedAs,
)
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed, Private
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.second_person import (
    Proposed,
    carried_out,
    locked_club_of,
    propose,
)
from storage.changes.rights import must_be_allowed
from storage.queries.helping.helping import (
    Helping,
    consent_to_use,
    hash_of_code,
    helped_by,
    helpers_of,
    helpings_of_club,
)
from storage.queries.helping.witnesses import without_phone
from storage.queries.members.members import name_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.chats import chats, wrong_codes
from storage.tables.helping import helper_codes, helping_consents, helpings
from storage.tables.people import members

CONSENT_FORMS = ("thumbprint", "signature", "spoken")


@dataclass(frozen=True, slots=True)
class HelperCodeMade:
    """`code` is said once, to whoever made it; `name` is for whom it lets somebody type."""

    code: str
    name: str
    minutes: int
    own: bool


@dataclass(frozen=True, slots=True)
class MakeHelperCode:
    """For herself; or, with `member_id`, the board for somebody without a phone, by consent."""

    member_id: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> HelperCodeMade:
        locked_club_of(deed, db)
        own = self.member_id is None
        member_id, person_id = _herself(db, deed) if own else self._phoneless(db, deed)
        consent = None if own else self._consent(db, deed)
        code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
        # A newer code takes the place of one that was not used.
        db.execute(
            update(helper_codes)
            .where(helper_codes.c.member_id == member_id, helper_codes.c.ends_at > deed.now)
            .values(ends_at=deed.now)
        )
        inserted(
            db,
            helper_codes,
            club_id=deed.club_id,
            member_id=member_id,
            code_hash=hash_of_code(code),
            made_by=deed.person,
            consent_id=consent,
            made_at=deed.now,
            ends_at=deed.now + CODE_HOLDS,
        )
        minutes = CODE_HOLDS // timedelta(minutes=1)
        return HelperCodeMade(code, name_of(db, person_id), minutes, own)

    def _phoneless(self, db: Connection, deed: Deed) -> tuple[int, int]:
        must_be_allowed(db, deed, Action.END_HELPER)
        assert self.member_id is not None
        return self.member_id, phoneless(db, deed, self.member_id)

    def _consent(self, db: Connection, deed: Deed) -> int:
        """A consent that was agreed holds until somebody has typed a code made by it."""
        assert self.member_id is not None
        since = deed.today - timedelta(days=CONSENT_HOLDS_DAYS)
        consent = consent_to_use(db, self.member_id, since)
        if consent is None:
            raise Refused(Code.NOT_ALLOWED)
        return consent


def _herself(db: Connection, deed: Deed) -> tuple[int, int]:
    if deed.person_id is None:
        raise Refused(Code.NOT_ALLOWED)
    mine = (members.c.club_id == deed.club_id) & (members.c.person_id == deed.person_id)
    found = db.execute(select(members.c.id).where(mine, members.c.state == "member")).scalar()
    if found is None:
        raise Refused(Code.NOT_ALLOWED)
    return int(found), deed.person_id


def phoneless(db: Connection, deed: Deed, member_id: int) -> int:
    """The person of a member of this club without a phone; refused for anybody else."""
    assert deed.club_id is not None
    for each in without_phone(db, deed.club_id):
        if each.member_id == member_id:
            return each.person_id
    raise Refused(Code.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class ProposeHelper:
    """Somebody of the board was there when a member without a phone agreed to a helper; a second
    one has to have been there too.
    """

    member_id: int
    form: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.END_HELPER)
        phoneless(db, deed, self.member_id)
        if self.form not in CONSENT_FORMS:
            raise Refused(Code.NOT_FOUND)
        content = {"form": self.form, "member": self.member_id}
        return propose(db, deed, ProposalKind.HELPER, content, subject=self.member_id)


@carried_out(ProposalKind.HELPER)
def _consent_agreed(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    phoneless(db, deed, agreed.subject)
    inserted(
        db,
        helping_consents,
        club_id=agreed.club_id,
        member_id=agreed.subject,
        form=agreed.content["form"],
        noted_by=agreed.proposed_by,
        second_person=deed.person,
        agreed_on=deed.today,
    )
    return ()


@dataclass(frozen=True, slots=True)
class HelperBegan:
    """`renewed`: the same helper goes on for another year."""

    helping: Helping
    renewed: bool
    made_by: int
    her_phone: bool


@dataclass(frozen=True, slots=True)
class EndHelping:
    """By the member, by the helper or by the board of the club; it takes effect at once."""

    helping_id: int

    def carry_out(self, db: Connection, deed: Deed) -> "HelpingEnded":
        db.execute(select(helpings.c.id).where(helpings.c.id == self.helping_id).with_for_update())
        about, ended_as = self._of(db, deed)
        end(db, about.id, ended_as, by=deed.person, now=deed.now)
        return HelpingEnded(about, ended_as)

    def _of(self, db: Connection, deed: Deed) -> tuple[Helping, EndedAs]:
        """What it is to the one who ends it; a helper may end his own alone."""
        mine = helped_by(db, deed.person, deed.today)
        hers = helpers_of(db, deed.person, deed.today)
        for found, ended_as in ((hers, EndedAs.MEMBER), (mine, EndedAs.HELPER)):
            for each in found:
                if each.id == self.helping_id:
                    return each, ended_as
        must_be_allowed(db, deed, Action.END_HELPER)
        if deed.club_id is not None:
            for each in helpings_of_club(db, deed.club_id, deed.today):
                if each.id == self.helping_id:
                    return each, EndedAs.BOARD
        raise Refused(Code.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class HelpingEnded:
    helping: Helping
    ended_as: EndedAs


def end(
    db: Connection, helping_id: int, ended_as: EndedAs, *, by: int | None, now: datetime
) -> None:
    """It is over from now on; what is being typed at this moment is refused."""
    db.execute(
        update(helpings)
        .where(helpings.c.id == helping_id, helpings.c.ended_at.is_(None))
        .values(ended_at=now, ended_by=by, why=ended_as.value)
    )


@dataclass(frozen=True, slots=True)
class Speaking:
    """For whom this chat speaks from now on; None for the person herself."""

    helping: Helping | None


@dataclass(frozen=True, slots=True)
class SpeakFor(Private):
    """A helper chooses for whom he types from now on: for a member, or for himself."""

    helping_id: int | None

    def carry_out(self, db: Connection, deed: Deed) -> Speaking:
        if deed.person_id is None:
            raise Refused(Code.NOT_ALLOWED)
        chosen = None
        if self.helping_id is not None:
            mine = {each.id: each for each in helped_by(db, deed.person, deed.today)}
            if self.helping_id not in mine:
                raise Refused(Code.HELPING_OVER)
            chosen = mine[self.helping_id]
        speak_for(db, deed.chat_id, chosen)
        return Speaking(chosen)


def speak_for(db: Connection, chat_id: int, chosen: Helping | None) -> None:
    """The chat speaks for this member, or again for its own person."""
    number = None if chosen is None else chosen.id
    db.execute(update(chats).where(chats.c.id == chat_id).values(helping_id=number))


@dataclass(frozen=True, slots=True)
class WrongHelperCode:
    pass


@dataclass(frozen=True, slots=True)
class NoteWrongHelperCode(Private):
    """A code that lets nobody type; counted with other wrong codes, so that guessing is slow."""

    def carry_out(self, db: Connection, deed: Deed) -> WrongHelperCode:
        inserted(db, wrong_codes, chat_id=deed.chat_id, at=deed.now)
        return WrongHelperCode()
