"""Two records of one person become one: chosen, previewed, agreed to by a second person."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.members.known_members import known_member_named, shown_known
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere as say_everywhere
from messages import misunderstood as say_else
from messages.cards import Card
from messages.members import join_records as say
from messages.members import member_record as say_record
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.join_records import (
    JoinRecords,
    KeepRecordsApart,
    RecordsApart,
    what_moves,
)
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.alike_records import AlikeRecords, alike_records
from storage.queries.members.member_record import KnownMember, known_member, record_to_join
from storage.queries.members.members import name_of, person_of_member
from storage.queries.members.offices import held_offices
from storage.queries.money.proposals import Proposal, ProposalKind

LIVING = ("member", "left")
ONE, TWO = "one", "two"


@dialogue("join_records", title=say.title, about=5)
async def join_records(ask: Ask, me: Visitor) -> JoinRecords | KeepRecordsApart | Said | Card:
    if not me.may(Action.KEEP_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    if me.subject:
        return await _of_the_pair(ask, me)
    kept = await known_member_named(ask, me, prompt=say.which_stays(), states=LIVING)
    if kept is None:
        return Said(say_record.not_found())
    old = await known_member_named(ask, me, prompt=say.which_goes(), states=LIVING, name="old")
    if old is None:
        return Said(say_record.not_found())
    if old.member_id == kept.member_id:
        return Said(say.the_same())
    return await _joined(ask, me, old, kept)


async def _of_the_pair(ask: Ask, me: Visitor) -> JoinRecords | KeepRecordsApart | Said | Card:
    """Two records of one name and year of birth, as they stand among the tasks."""
    there = await read(_asked_of, me)
    pair = next((each for each in there if _subject(each) == me.subject), None)
    if pair is None:
        return Said(say.gone())
    asked = say.one_or_two(shown_known(pair.kept), shown_known(pair.old))
    how = await ask.choice("how", asked, among=(ONE, TWO), shown_as=say.one_or_two_way)
    if how == TWO:
        return KeepRecordsApart(pair.old.member_id, pair.kept.member_id)
    return await _joined(ask, me, pair.old, pair.kept)


async def _joined(
    ask: Ask, me: Visitor, old: KnownMember, kept: KnownMember
) -> JoinRecords | Said | Card:
    both = await read(_both_in_office, me, old, kept)
    if both is not None:
        return both
    comes = await read(what_moves, old.member_id, kept.member_id)
    moved = [say.moves(what, count) for what, count in comes.counts]
    read_back = say.read_back(shown_known(old), shown_known(kept), moved, comes.double_months)
    if not await ask.confirm("agreed", read_back):
        return Said(say_record.stays())
    return JoinRecords(old.member_id, kept.member_id)


def _both_in_office(
    db: Connection, me: Visitor, old: KnownMember, kept: KnownMember
) -> Card | None:
    """One person holds one office: which both have, and the way to end one of them."""
    held = held_offices(db, me.club_id, me.today)
    hers = [[each for each in held if each.person_id == one.person_id] for one in (old, kept)]
    if not all(hers):
        return None
    lines = [
        say_else.officeholder(each.name, each.role.value) for offices in hers for each in offices
    ]
    ends = me.may(Action.APPOINT_OFFICE)
    way: tuple[Press, Moment] = (
        (StartPress("end_office"), say_offices.end_title())
        if ends
        else (ScreenPress("offices"), say_offices.title())
    )
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    return Card(say.both_in_office(lines, ends=ends), choices=choices([way, menu]))


def _asked_of(db: Connection, me: Visitor) -> list[AlikeRecords]:
    """Nobody says of herself that she is one with somebody else."""
    return [
        each
        for each in alike_records(db, me.club_id)
        if me.person not in {each.old.person_id, each.kept.person_id}
    ]


def _subject(pair: AlikeRecords) -> str:
    return f"{pair.old.member_id}-{pair.kept.member_id}"


@waiting
def records_alike(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Once for each two of one name and year: until somebody has said whether they are one."""
    if not me.may(Action.KEEP_MEMBERS):
        return []
    return [
        (StartPress("join_records", _subject(each)), say.task(each.kept.name))
        for each in _asked_of(db, me)
    ]


@after(RecordsApart)
def records_apart(fact: RecordsApart, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.apart(fact.name)))


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
    words=(
        *("gộp bản ghi", "gộp thành viên", "một người hai bản ghi", "join two records"),
        *("gộp hồ sơ", "gộp hai hồ sơ", "một người hai hồ sơ", "hai hồ sơ một người"),
        *("trùng người", "trùng hồ sơ", "trùng tên", "bị trùng", "same person twice"),
    ),
    in_menu=False,
)
