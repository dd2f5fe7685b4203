"""Who holds which office; the chair gives and ends them, and a holder may give up his own."""

from datetime import date

from club.members import Action, Role
from club.offices import TO_APPOINT, ended_by
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.handing_over import handing_over
from handlers.members.held_accounts import told_of_new_accounts
from handlers.members.members_named import member_named
from handlers.members.office_times import times_ways
from handlers.menus import closing, on_page
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.members import office_times as say_times
from messages.members import offices as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.appoint import Appoint, EndOffice, OfficeEnded, OfficeGiven
from storage.queries import Connection
from storage.queries.members.office_times import StandIn, stand_ins_of, terms_of
from storage.queries.members.offices import HeldOffice, held_offices

WITH_THE_BOOKS = frozenset({Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER})


@screen("offices")
def offices(me: Visitor, db: Connection, argument: str) -> Card:
    """Every office of today; for the chair the ways to change them."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    held = held_offices(db, me.club_id, me.today)
    stands = stand_ins_of(db, me.club_id)
    lines = _lines(held, terms_of(db, me.club_id)) + [_stand_in(each) for each in stands]
    ways: list[tuple[Press, Moment]] = []
    if me.may(Action.APPOINT_OFFICE):
        ways.append((StartPress("appoint"), say.appoint_title()))
        ways.append((StartPress("invite"), say.invite_title()))
    if _to_end(me, held):
        ways.append((StartPress("end_office"), say.end_title()))
    if me.may(Action.NOTE_TRAINING):
        ways.append((ScreenPress("trainings"), say_times.training_list_title()))
        ways += times_ways(me, held, stands)
    ways.append((ScreenPress("menu"), say_everywhere.menu_word()))
    body = say.page(me.my_membership.club_name, lines)
    return Card(body, choices=choices(on_page("offices", argument, ways)))


def _lines(held: list[HeldOffice], terms: dict[int, date]) -> list[Moment]:
    """Each office with its holder; and until when, where that was noted."""
    found = []
    for each in held:
        line = say.line(each.role.value, each.name, each.since)
        until = terms.get(each.office_id)
        found.append(line if until is None else say_times.term_line(line, until))
    return found


def _stand_in(each: StandIn) -> Moment:
    return say_times.stand_in_line(each.role.value, each.name, each.to_day)


def _to_end(me: Visitor, held: list[HeldOffice]) -> list[HeldOffice]:
    """What this visitor may end: the chair all, others their own."""
    if me.may(Action.APPOINT_OFFICE):
        return held
    return [each for each in held if each.person_id == me.person_id]


# "Chủ nhiệm" stands in the deputy's words as well.
_ROLE_SAID = {
    Role.DEPUTY: ("phó chủ nhiệm", "làm phó", "deputy"),
    Role.SECRETARY: ("thư ký", "thư kí", "secretary"),
    Role.BOOKKEEPER: ("kế toán", "bookkeeper"),
    Role.CASHIER: ("thủ quỹ", "cashier"),
}


@dialogue("appoint", title=say.appoint_title, about=4)
async def appoint(ask: Ask, me: Visitor) -> Appoint | Said:
    if not me.may(Action.APPOINT_OFFICE):
        return said_no(Code.NOT_ALLOWED)
    held = await read(held_offices, me.club_id, me.today)
    role = await ask.choice(
        "role",
        say.which_office(),
        among=TO_APPOINT,
        shown_as=lambda each: _role(each, held),
        said_as=lambda each: _ROLE_SAID.get(each, ()),
    )
    member = await member_named(ask, me)
    if member is None:
        return Said(say.no_such_member())
    try:
        ended = ended_by([each.holding for each in held], person=member.person_id, role=role)
    except Refused as no:
        return said_no(no.code)
    numbers = {each.office_id for each in ended}
    goes = [say.ends(e.name, e.role.value) for e in held if e.office_id in numbers]
    if not await ask.confirm("agreed", say.read_back(member.name, role.value, goes)):
        return Said(say.nothing_changed())
    return Appoint(member.member_id, role)


def _role(role: Role, held: list[HeldOffice]) -> Moment:
    return say.role(
        role.value, say_everywhere.listed([each.name for each in held if each.role is role])
    )


@after(OfficeGiven)
def office_given(fact: OfficeGiven, me: Visitor, db: Connection) -> Told:
    """Who comes and who goes both hear it."""
    told = [(fact.person_id, closing(say.you_are(fact.club_name, fact.role.value)))]
    for each in fact.ended:
        if each.person_id not in {fact.person_id, me.person_id}:
            gone = say.you_are_no_longer(fact.club_name, each.role.value)
            told.append((each.person_id, closing(gone)))
    told = [*_handed_over(fact, me, db), *told]
    reply = closing(say.done(fact.name, fact.role.value))
    if not fact.offices_wait:
        return Told(reply, tuple(told))
    waits = told_of_new_accounts(db, fact.person_id, me.today)
    return Told(reply, (*told, *waits.others), in_chats=waits.there)


def _handed_over(fact: OfficeGiven, me: Visitor, db: Connection) -> list[tuple[int, Card]]:
    """How the books stand, for whoever gives and whoever takes an office with money."""
    if fact.role not in WITH_THE_BOOKS:
        return []
    before = [each for each in fact.ended if each.role is fact.role]
    giver = str(before[0].name) if before else ""
    page = handing_over(me, db, fact.role.value, giver, str(fact.name))
    return [(each, page) for each in sorted({fact.person_id, *(e.person_id for e in before)})]


@dialogue("end_office", title=say.end_title, about=2)
async def end_office(ask: Ask, me: Visitor) -> EndOffice | Said:
    if me.membership is None:
        return said_no(Code.NOT_ALLOWED)
    mine = _to_end(me, await read(held_offices, me.club_id, me.today))
    if not mine:
        return said_no(Code.NOT_ALLOWED)
    office = await ask.choice(
        "office",
        say.which_office(),
        among=mine,
        shown_as=lambda each: say.role(each.role.value, each.name),
        key=lambda each: each.office_id,
    )
    if not await ask.confirm("agreed", say.really_end(office.name, office.role.value)):
        return Said(say.nothing_changed())
    return EndOffice(office.office_id)


@after(OfficeEnded)
def office_ended(fact: OfficeEnded, me: Visitor, db: Connection) -> Told:
    office = fact.office
    reply = closing(say.ended(office.name, office.role.value))
    if office.person_id == me.person_id:
        return Told(reply)
    gone = closing(say.you_are_no_longer(fact.club_name, office.role.value))
    return Told(reply, ((office.person_id, gone),))


entrance(
    ScreenPress("offices"),
    label=say.title,
    open_to=lambda me: me.may(Action.BOARD_WORK),
    command="banchunhiem",
    words=("ban chủ nhiệm", "chức vụ", "the board", "offices"),
)
