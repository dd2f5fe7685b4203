"""Being erased: asked with all that follows read back, taken back, and for who has no phone."""

from club.consents import ConsentForm
from club.members import Action
from club.money import NOTHING, total
from club.personal_data.standing_in import WAITS, Bonds
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.known_members import known_member_named
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.news import news
from handlers.notices import Told, after
from handlers.own.my_data import is_herself, its_day
from handlers.talk.refusing import said_no
from messages.joining import missing_consents as say_form
from messages.members import member_record as say_record
from messages.moments import Moment
from messages.own import erase_me as say
from messages.presses import StartPress
from storage.changes.money.second_person import Agreed
from storage.changes.own.ask_erasing import (
    AskErasing,
    ErasingAsked,
    ErasingWithdrawn,
    WithdrawErasing,
    waiting_for,
)
from storage.changes.own.erase_member import EraseMember, KeepMember
from storage.queries import Connection
from storage.queries.members.boards import holders
from storage.queries.members.member_record import held_for
from storage.queries.members.members import name_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.queries.own.about_her import all_records_of
from storage.queries.own.bonds import bonds_of

LIVING = ("member", "left")


def bonds_said(bonds: Bonds) -> Moment:
    return say.bonds(bonds.owes, bonds.share, cash=bonds.cash, offices=", ".join(bonds.offices))


@dialogue("erase_me", title=say.erase_title, about=1)
async def erase_me(ask: Ask, me: Visitor) -> AskErasing | Said:
    """Nobody agrees to it by the way: what goes and what stays is read back first."""
    if not is_herself(me):
        return said_no(Code.NOT_ALLOWED)
    if await read(waiting_for, me.person) is not None:
        return said_no(Code.ALREADY_DONE)
    ids = await read(all_records_of, me.person)
    bonds = await read(bonds_of, tuple(sorted(ids)), me.today)
    held = [await read(held_for, e.club_id, e.member_id, me.today) for e in me.memberships]
    read_back = say.erase_read_back(
        await read(name_of, me.person),
        bonds_said(bonds) if not bonds.none else "",
        prepaid=say.prepaid(total(each.prepaid for each in held) if held else NOTHING),
        on=its_day(me.now + WAITS),
    )
    sure = await ask.confirm("sure", read_back, yes=say.do_erase(), no=say.keep_all())
    return AskErasing() if sure else Said(say.stays())


@after(ErasingAsked)
def erasing_asked(fact: ErasingAsked, me: Visitor, db: Connection) -> Told:
    """The chair hears it, so that whatever is open can be settled."""
    hears = news(say.board_hears(fact.name, its_day(fact.due_at)))
    return Told(
        closing(say.asked(its_day(fact.due_at))), tuple((e, hears) for e in _chairs(fact, me, db))
    )


def _chairs(fact: ErasingAsked | ErasingWithdrawn, me: Visitor, db: Connection) -> list[int]:
    if fact.club_id is None:
        return []
    found = holders(db, fact.club_id, me.today, "chair", "deputy")
    return [each for each in found if each not in {me.person_id, fact.person_id}][:1]


@dialogue("keep_me", title=say.keep_title, about=1)
async def keep_me(ask: Ask, me: Visitor) -> WithdrawErasing | Said:
    if not is_herself(me):
        return said_no(Code.NOT_ALLOWED)
    if await read(waiting_for, me.person) is None:
        return Said(say.nothing_waits())
    return WithdrawErasing()


@after(ErasingWithdrawn)
def erasing_withdrawn(fact: ErasingWithdrawn, me: Visitor, db: Connection) -> Told:
    hears = news(say.board_hears_withdrawn(fact.name))
    others = tuple((each, hears) for each in _chairs(fact, me, db))
    if fact.person_id != me.person_id:
        return Told(closing(say.member_kept(fact.name)), others)
    return Told(closing(say.withdrawn()), others)


@dialogue("erase_member", title=say.member_title, about=4)
async def erase_member(ask: Ask, me: Visitor) -> EraseMember | KeepMember | Said:
    """For who has no phone: how she asked for it, and a second person of the board."""
    if not me.may(Action.KEEP_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    found = await known_member_named(ask, me, prompt=say.member_who(), states=LIVING)
    if found is None:
        return Said(say_record.not_found())
    waits = await read(waiting_for, found.person_id)
    if waits is not None:
        if await ask.yes_or_no("keep", say.member_waits(found.name, its_day(waits))):
            return KeepMember(found.member_id)
        return Said(say_record.stays())
    form = await ask.choice(
        "form",
        say.member_how(found.name),
        among=list(ConsentForm),
        shown_as=lambda each: say_form.form(each.value),
        key=lambda each: each.value,
    )
    ids = await read(all_records_of, found.person_id)
    bonds = bonds_said(await read(bonds_of, tuple(sorted(ids)), me.today))
    if not await ask.confirm("agreed", say.member_read_back(found.name, bonds)):
        return Said(say_record.stays())
    return EraseMember(found.member_id, form)


def _described(db: Connection, about: Proposal) -> Moment:
    how = say_form.form(about.content["form"])
    return say.member_described(name_of(db, about.content["person"]), how)


def _done(db: Connection, fact: Agreed) -> Moment:
    return say.member_done(name_of(db, fact.proposal.content["person"]))


MATTERS[ProposalKind.ERASE] = MatterSaid(_described, _done)


entrance(
    StartPress("erase_me"),
    label=say.erase_title,
    open_to=is_herself,
    command="xoadulieu",
    words=("xóa dữ liệu của tôi", "xóa dữ liệu", "xóa tôi", "erase me", "erase my data"),
    in_menu=False,
)
entrance(
    StartPress("keep_me"),
    label=say.keep_title,
    open_to=is_herself,
    command="khongxoa",
    words=("không xóa nữa", "thôi không xóa", "đừng xóa tôi", "do not erase me"),
    in_menu=False,
)
entrance(
    StartPress("erase_member"),
    label=say.member_title,
    open_to=lambda me: me.may(Action.KEEP_MEMBERS),
    command="xoathanhvien",
    words=("xóa dữ liệu thành viên", "thành viên xin xóa dữ liệu", "erase a member"),
    in_menu=False,
)
