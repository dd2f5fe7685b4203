"""Two records of one person become one: chosen, previewed, agreed to by a second person."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.known_members import known_member_named, shown_known
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.talk.refusing import said_no
from messages.members import join_records as say
from messages.members import member_record as say_record
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.members.join_records import JoinRecords, what_moves
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.member_record import known_member, record_to_join
from storage.queries.members.members import name_of, person_of_member
from storage.queries.money.proposals import Proposal, ProposalKind

LIVING = ("member", "left")


@dialogue("join_records", title=say.title, about=5)
async def join_records(ask: Ask, me: Visitor) -> JoinRecords | Said:
    if not me.may(Action.KEEP_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    kept = await known_member_named(ask, me, prompt=say.which_stays(), states=LIVING)
    if kept is None:
        return Said(say_record.not_found())
    old = await known_member_named(ask, me, prompt=say.which_goes(), states=LIVING, name="old")
    if old is None:
        return Said(say_record.not_found())
    if old.member_id == kept.member_id:
        return Said(say.the_same())
    comes = await read(what_moves, old.member_id, kept.member_id)
    moved = [say.moves(what, count) for what, count in comes.counts]
    read_back = say.read_back(shown_known(old), shown_known(kept), moved, comes.double_months)
    if not await ask.confirm("agreed", read_back):
        return Said(say_record.stays())
    return JoinRecords(old.member_id, kept.member_id)


def _described(db: Connection, about: Proposal) -> Moment:
    old = record_to_join(db, about.club_id, about.content["old"])
    kept = known_member(db, about.club_id, about.content["member"])
    if old is None or kept is None:
        return say.gone()
    said = say.same_person_described if _had_asked(about) else say.described
    return said(shown_known(old), shown_known(kept))


def _had_asked(about: Proposal) -> bool:
    return bool(about.content.get("asked"))


def _done(db: Connection, fact: Agreed) -> Moment:
    name = name_of(db, _kept(db, fact))
    return say.new_phone_done(name) if _had_asked(fact.proposal) else say.done(name)


def _kept(db: Connection, fact: Agreed) -> int:
    return person_of_member(db, fact.proposal.content["member"])


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment]]:
    """She hears it on her old phone too, should it not have been she."""
    if not _had_asked(fact.proposal):
        return []
    return [(_kept(db, fact), say.known_on_new_phone(club(db, fact.proposal.club_id).name))]


MATTERS[ProposalKind.JOIN_RECORDS] = MatterSaid(_described, _done, _told)


entrance(
    StartPress("join_records"),
    label=say.title,
    open_to=lambda me: me.may(Action.KEEP_MEMBERS),
    command="gopbanghi",
    words=("gộp bản ghi", "gộp thành viên", "một người hai bản ghi", "join two records"),
    in_menu=False,
)
