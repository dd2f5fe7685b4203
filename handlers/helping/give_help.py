"""Help for a member in sudden difficulty: goods, working days, paperwork, or money."""

from club.members import Action
from club.payments import Purpose
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.money.taken_out import how_much, may_not_pay, needs_two
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere as say_everywhere
from messages.members import offices as say_offices
from messages.money import payments as say
from messages.presses import StartPress
from messages.volunteers import help_given as say_help
from storage.changes.helping.give_help import WITHOUT_MONEY, GiveHelp, HelpRecorded
from storage.changes.money.pay_out_money import PayOutMoney
from storage.queries import Connection
from storage.queries.life.hardship import Case, case_numbered
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.members.offices import Candidate, candidates, held_offices

LONGEST_WHAT = 120


@dialogue("give_help", title=say_help.help_title, about=6)
async def give_help(ask: Ask, me: Visitor) -> GiveHelp | PayOutMoney | Said:
    if not me.may(Action.RECORD_HELP):
        return said_no(Code.NOT_ALLOWED)
    case = await read(case_of, me)
    if case is not None and case.member_id is None:
        return await _help_outside(ask, case)
    return await _help_member(ask, me, case)


async def _help_member(ask: Ask, me: Visitor, case: Case | None) -> GiveHelp | PayOutMoney | Said:
    member = await _for_whom(ask, me, case)
    if member is None:
        return Said(say_offices.no_such_member())
    no = await may_not_pay(me, Purpose.HELP, member)
    kinds = WITHOUT_MONEY if no else (*WITHOUT_MONEY, "money")
    prompt = say_help.which_kind()
    if no and me.may(Action.BOARD_WORK):
        prompt = say_help.which_kind_but_money(no.body)
    kind = await ask.choice("kind", prompt, among=kinds, shown_as=say_help.kind)
    what = await ask.text("what", say_help.what_given(kind), longest=LONGEST_WHAT)
    found_by = await _found_by(ask, me) if case is None else case.found_by
    named = await ask.may_i("named", say_help.may_be_named(member.name))
    if kind == "money":
        return await _help_with_money(ask, me, member, what=what, found_by=found_by, named=named)
    if not await ask.confirm("agreed", say_help.help_read_back(member.name, kind, what, named)):
        return Said(say.not_recorded())
    return GiveHelp(
        member_id=member.member_id,
        kind=kind,
        what=what,
        found_by=found_by,
        may_be_named=named,
        case_id=None if case is None else case.id,
    )


def case_of(db: Connection, me: Visitor) -> Case | None:
    """The case of difficulty that the button is about ("case 7"), for the board."""
    number = me.subject.removeprefix("case ")
    if number == me.subject or not (number.isdecimal() and len(number) < 19):
        return None
    return case_numbered(db, me.club_id, int(number)) if me.may(Action.DECIDE_HARDSHIP) else None


async def _for_whom(ask: Ask, me: Visitor, case: Case | None) -> Candidate | None:
    if case is None:
        return await member_named(ask, me)
    everybody = await read(candidates, me.club_id)
    return next((each for each in everybody if each.member_id == case.member_id), None)


async def _help_outside(ask: Ask, case: Case) -> GiveHelp | Said:
    """For somebody who is no member: goods, days, papers; nobody reads the name."""
    kind = await ask.choice(
        "kind", say_help.which_kind(), among=WITHOUT_MONEY, shown_as=say_help.kind
    )
    what = await ask.text("what", say_help.what_given(kind), longest=LONGEST_WHAT)
    read_back = say_help.help_read_back(str(case.name), kind, what, named=False)
    if not await ask.confirm("agreed", read_back):
        return Said(say.not_recorded())
    return GiveHelp(
        member_id=None,
        kind=kind,
        what=what,
        found_by=case.found_by,
        may_be_named=False,
        case_id=case.id,
    )


async def _found_by(ask: Ask, me: Visitor) -> int | None:
    """The person of the board or group leader who noticed it; None for somebody else."""
    held = await read(held_offices, me.club_id, me.today)
    names = {each.person_id: each.name for each in held}
    found = await ask.choice(
        "found_by",
        say_help.who_noticed(),
        among=[*names, 0],
        shown_as=lambda each: say_help.finder(names.get(each, "")),
    )
    return found or None


async def _help_with_money(
    ask: Ask,
    me: Visitor,
    member: Candidate,
    *,
    what: str,
    found_by: int | None,
    named: bool,
) -> PayOutMoney | Said:
    paid = await how_much(ask, me)
    if isinstance(paid, Said):
        return paid
    to = say_everywhere.plain(member.name)
    slip = say.slip(what, paid.amount, to, paid.source)
    two = await read(needs_two, me, Purpose.HELP, paid.amount, me.today)
    if not await ask.confirm("agreed", say.read_back(slip, two)):
        return Said(say.not_recorded())
    return PayOutMoney(
        purpose=Purpose.HELP,
        fund=paid.fund.id,
        place=paid.place.place.id,
        amount=paid.amount,
        what=what,
        area=None,
        receiver_id=member.member_id,
        may_be_named=named,
        found_by=found_by,
    )


@after(HelpRecorded)
def help_recorded(fact: HelpRecorded, me: Visitor, db: Connection) -> Told:
    """Chair and secretary hear of it."""
    seen = say_help.help_board_hears(name_of(db, me.person), fact.name, fact.kind, fact.what)
    others = holders(db, fact.club_id, me.today, "chair", "secretary")
    told = tuple((each, closing(seen)) for each in dict.fromkeys(others) if each != me.person)
    return Told(closing(say_help.help_recorded()), told)


entrance(
    StartPress("give_help"),
    label=say_help.help_title,
    open_to=lambda me: me.may(Action.RECORD_HELP),
    command="giupdo",
    words=("giúp người khó khăn", "tự giúp nhau", "help a member"),
    in_menu=False,
)
