"""Until when somebody was elected; a stand-in for the cashier; an acting chair (rules, E.1)."""

from datetime import date

from club.calendar import ONE_DAY
from club.members import Action, Role
from club.offices import LONGEST_STAND_IN
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.life.home_care import number_in
from handlers.members.known_members import known_member_named
from handlers.members.officer_matters import MATTERS_OF_OFFICER, OfficerSaid, officers_asked
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.cards import Card
from messages.members import club_ends as say_ends
from messages.members import member_record as say_record
from messages.members import office_times as say
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.office_times import (
    EndStandIn,
    NameActingChair,
    NameStandIn,
    SetTerm,
    StandInEnded,
    TermSet,
)
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.member_record import KnownMember, known_member
from storage.queries.members.members import member_persons, name_of
from storage.queries.members.office_times import (
    OfficerMatter,
    StandIn,
    cash_is_counted,
    stand_ins_of,
)
from storage.queries.members.offices import HeldOffice, held_offices
from storage.queries.money.proposals import Proposal, ProposalKind


@dialogue("set_term", title=say.term_title, about=3)
async def set_term(ask: Ask, me: Visitor) -> SetTerm | Said:
    if not me.may(Action.APPOINT_OFFICE):
        return said_no(Code.NOT_ALLOWED)
    held = await read(held_offices, me.club_id, me.today)
    office = await ask.choice(
        "office",
        say_offices.which_office(),
        among=held,
        shown_as=lambda each: say.role_held(each.role.value, each.name),
        key=lambda each: each.office_id,
    )
    name = await read(name_of, office.person_id)
    until = await ask.day("until", say.term_until(name))
    if until <= me.today:
        return said_no(Code.DAY_PAST)
    if not await ask.confirm("agreed", say.term_read_back(name, office.role.value, until)):
        return Said(say_offices.nothing_changed())
    return SetTerm(office.office_id, until)


@after(TermSet)
def term_set(fact: TermSet, me: Visitor, db: Connection) -> Told:
    name = name_of(db, fact.office.person_id)
    return Told(closing(say.term_set(name, fact.office.role.value, fact.until)))


# A stand-in for the cashier


@dialogue("stand_in", title=say.stand_in_title, about=4)
async def stand_in(ask: Ask, me: Visitor) -> NameStandIn | Said:
    if not me.may(Action.NAME_STAND_IN):
        return said_no(Code.NOT_ALLOWED)
    if any(each.role is Role.CASHIER for each in await read(stand_ins_of, me.club_id)):
        return said_no(Code.STANDS_IN_ALREADY)
    if not await read(cash_is_counted, me.club_id, me.today):
        return said_no(Code.COUNT_FIRST)
    who = await _member(ask, me, say.stand_in_who())
    if who is None:
        return Said(say_record.not_found())
    until = await ask.day("until", say.stand_in_until(), offers=(me.today + LONGEST_STAND_IN / 2,))
    if not await ask.confirm("agreed", say.stand_in_read_back(who.name, until)):
        return Said(say_offices.nothing_changed())
    return NameStandIn(who.member_id, until)


async def _member(ask: Ask, me: Visitor, prompt: Moment) -> KnownMember | None:
    return await known_member_named(ask, me, prompt=prompt, states=("member",))


def _named(db: Connection, about: Proposal) -> KnownMember:
    found = known_member(db, about.club_id, about.content["member"])
    assert found is not None
    return found


def _stand_in_described(db: Connection, about: Proposal) -> Moment:
    until = date.fromisoformat(about.content["until"])
    return say.stand_in_described(_named(db, about).name, until)


def _stand_in_told(db: Connection, fact: Agreed) -> list[tuple[int, Moment]]:
    """The stand-in, and the cashier whose office waits."""
    about = fact.proposal
    who, until = _named(db, about), date.fromisoformat(about.content["until"])
    told = [(who.person_id, say.you_stand_in(club(db, about.club_id).name, until))]
    stands = next(each for each in stand_ins_of(db, about.club_id) if each.role is Role.CASHIER)
    cashier = _resumes(db, about.club_id, stands)
    if cashier is not None:
        told.append((cashier, say.cashier_told(who.name, until)))
    return told


def _resumes(db: Connection, club_id: int, stands: StandIn) -> int | None:
    later = held_offices(db, club_id, stands.to_day + ONE_DAY)
    found = [each.person_id for each in later if each.office_id == stands.resumes_office_id]
    return found[0] if found else None


MATTERS[ProposalKind.STAND_IN] = MatterSaid(
    _stand_in_described, lambda db, fact: _stand_in_described(db, fact.proposal), _stand_in_told
)


@waiting
def stand_ins_over(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """When the time is over two count the cash; chair and bookkeeper see to it."""
    if not me.may(Action.NAME_STAND_IN):
        return []
    return [
        (StartPress("end_stand_in", str(each.id)), say.stand_in_task(each.name))
        for each in stand_ins_of(db, me.club_id)
        if each.role is Role.CASHIER and each.to_day <= me.today
    ]


@dialogue("end_stand_in", title=say.end_stand_in_title, about=1)
async def end_stand_in(ask: Ask, me: Visitor) -> EndStandIn | Said:
    if not me.may(Action.NAME_STAND_IN):
        return said_no(Code.NOT_ALLOWED)
    number = number_in(me.subject)
    found = [e for e in await read(stand_ins_of, me.club_id) if e.role is Role.CASHIER]
    about = next((each for each in found if number is None or each.id == number), None)
    if about is None:
        return said_no(Code.NOT_FOUND)
    if not await ask.yes_or_no("sure", say.end_stand_in_sure(about.name)):
        return Said(say_offices.nothing_changed())
    return EndStandIn(about.id)


@after(StandInEnded)
def stand_in_ended(fact: StandInEnded, me: Visitor, db: Connection) -> Told:
    name = me.my_membership.club_name
    told: list[tuple[int, Card]] = [(fact.stand_in.person_id, news(say.stand_in_is_over(name)))]
    if fact.resumes is not None:
        told.append((fact.resumes, news(say.yours_again(name))))
    return Told(closing(say.stand_in_ended(fact.stand_in.name)), tuple(told))


# An acting chair


@dialogue("acting_chair", title=say.acting_title, about=3)
async def acting_chair(ask: Ask, me: Visitor) -> NameActingChair | Said:
    if not me.may(Action.NAME_ACTING_CHAIR):
        return said_no(Code.NOT_ALLOWED)
    if any(each.role is Role.CHAIR for each in await read(held_offices, me.club_id, me.today)):
        return said_no(Code.CHAIR_THERE)
    who = await _member(ask, me, say.acting_who())
    if who is None:
        return Said(say_record.not_found())
    if not await ask.confirm("agreed", say.acting_read_back(who.name)):
        return Said(say_offices.nothing_changed())
    return NameActingChair(who.member_id)


def _acting_described(db: Connection, about: Proposal) -> Moment:
    return say.acting_described(_named(db, about).name)


MATTERS[ProposalKind.ACTING_CHAIR] = MatterSaid(
    _acting_described,
    lambda db, fact: say.officer_is_asked(_acting_described(db, fact.proposal)),
    officers_asked,
)


def _acting_of(db: Connection, about: OfficerMatter) -> Moment:
    found = known_member(db, about.club_id, about.content["member"])
    assert found is not None
    return say.acting_described(found.name)


def _acting_told(db: Connection, about: OfficerMatter) -> list[tuple[int, Card]]:
    """Every member hears who is acting chair, and until when."""
    stands = next(each for each in stand_ins_of(db, about.club_id) if each.role is Role.CHAIR)
    text = say.members_told(club(db, about.club_id).name, stands.name, stands.to_day)
    return [(each, news(text)) for each in member_persons(db, about.club_id)]


MATTERS_OF_OFFICER["acting_chair"] = OfficerSaid(_acting_of, _acting_told)


def times_ways(
    me: Visitor, held: list[HeldOffice], stands: list[StandIn]
) -> list[tuple[Press, Moment]]:
    """What can be done about terms, stand-ins and the club itself, on the page of the offices."""
    ways: list[tuple[Press, Moment]] = []
    if me.may(Action.APPOINT_OFFICE):
        ways.append((StartPress("set_term"), say.term_title()))
    if me.may(Action.NAME_STAND_IN):
        there = any(each.role is Role.CASHIER for each in stands)
        ways.append(
            (StartPress("end_stand_in"), say.end_stand_in_title())
            if there
            else (StartPress("stand_in"), say.stand_in_title())
        )
    if all(each.role is not Role.CHAIR for each in held):
        ways.insert(0, (StartPress("acting_chair"), say.acting_title()))
    if me.may(Action.END_CLUB):
        ways.append((ScreenPress("club_ends"), say_ends.title()))
    return ways


entrance(
    StartPress("stand_in"),
    label=say.stand_in_title,
    open_to=lambda me: me.may(Action.NAME_STAND_IN),
    command="lamthay",
    words=("làm thay thủ quỹ", "thủ quỹ vắng", "stand in for the cashier"),
    in_menu=False,
)
entrance(
    StartPress("acting_chair"),
    label=say.acting_title,
    open_to=lambda me: me.may(Action.NAME_ACTING_CHAIR),
    command="quyenchunhiem",
    words=("quyền chủ nhiệm", "cử quyền chủ nhiệm", "acting chair"),
    in_menu=False,
)
