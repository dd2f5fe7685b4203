"""Somebody in sudden difficulty is noticed by a member; the board decides, helps and closes it."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.home_care import number_in
from handlers.members.members_named import one_of_them, shown_member, those_meant
from handlers.menus import closing, on_page
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.life import hardship as say
from messages.members import deaths as say_deaths
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.asides import means_oneself
from messages.volunteers import help_given as say_help
from storage.changes.life.hardship import (
    CloseHardship,
    DecideHardship,
    HardshipClosed,
    HardshipDecided,
    HardshipTold,
    TellHardship,
)
from storage.queries import Connection
from storage.queries.life.hardship import Case, case_numbered, cases_found_by, help_of, open_cases
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.members.offices import Candidate, candidates

LONGEST_WHAT = 160
LONGEST_NAME = 60


@dialogue("tell_hardship", title=say.title, about=3)
async def tell_hardship(ask: Ask, me: Visitor) -> TellHardship | Said:
    if not me.may(Action.TELL_HARDSHIP):
        return said_no(Code.NOT_ALLOWED)
    typed = await ask.text("who", say.who(), longest=LONGEST_NAME)
    member = await _member(ask, me, typed)
    if isinstance(member, Said):
        return member
    what = await ask.text("what", say.what(), longest=LONGEST_WHAT)
    name = typed if member is None else member.name
    if not await ask.confirm("agreed", say.read_back(name, what)):
        return Said(say.not_told())
    if member is None:
        return TellHardship(what=what, who=typed)
    return TellHardship(what=what, member_id=member.member_id)


async def _member(ask: Ask, me: Visitor, typed: str) -> Candidate | Said | None:
    """The member of this name; None for somebody outside, said so."""
    everybody = await read(candidates, me.club_id)
    if means_oneself(typed):
        return next((each for each in everybody if each.member_id == me.member_id), None)
    found = those_meant(typed, everybody, in_passing=False)
    if len(found) == 1:
        return found[0]
    # "Hai vợ chồng ông Mạnh": somebody named in passing is asked about.
    found = found or those_meant(typed, everybody)
    one = await one_of_them(
        "member",
        say_offices.which_of_them() if len(found) == 1 else say.which_of_them(),
        among=found,
        shown_as=shown_member,
        key=lambda each: each.member_id,
    )
    if one is not None:
        return one
    outside = await ask.yes_or_no("outside", say.not_a_member(typed))
    return None if outside else Said(say.not_told())


async def _case(me: Visitor) -> Case | None:
    """The case that the button is about, where the visitor is of the board."""
    number = number_in(me.subject)
    if number is None or not me.may(Action.DECIDE_HARDSHIP):
        return None
    return await read(case_numbered, me.club_id, number)


@dialogue("decide_hardship", title=say.decide, about=1)
async def decide_hardship(ask: Ask, me: Visitor) -> DecideHardship | Said:
    case = await _case(me)
    if case is None:
        return said_no(Code.NOT_FOUND)
    said = await ask.text("decision", say.what_decided(_name(case)), longest=LONGEST_WHAT)
    return DecideHardship(case.id, said)


@dialogue("close_hardship", title=say.close, about=1)
async def close_hardship(ask: Ask, me: Visitor) -> CloseHardship | Said:
    case = await _case(me)
    if case is None:
        return said_no(Code.NOT_FOUND)
    said = await ask.text("outcome", say.how_it_came_out(_name(case)), longest=LONGEST_WHAT)
    return CloseHardship(case.id, said)


def _name(case: Case) -> Moment:
    return everywhere.plain(case.name)


@after(HardshipTold)
def hardship_told(fact: HardshipTold, me: Visitor, db: Connection) -> Told:
    """The board hears of it, but not the one it is about, should she be of it."""
    case = fact.case
    by = name_of(db, me.person)
    seen = say.board_hears(by, _name(case), case.what)
    if fact.is_death:
        seen = say_deaths.bereaved(by, case.what)
    card = news(seen, (ScreenPress("case", str(case.id)), say.look()))
    people = dict.fromkeys(each.person_id for each in board(db, case.club_id, me.today))
    told = tuple((each, card) for each in people if each not in {me.person, case.person_id})
    return Told(closing(say_deaths.told_board() if fact.is_death else say.told()), told)


@after(HardshipDecided)
def hardship_decided(fact: HardshipDecided, me: Visitor, db: Connection) -> Told:
    case = fact.case
    ways: list[tuple[Press, Moment]] = [
        (StartPress("give_help", f"case {case.id}"), say.give()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    reply = Card(say.decided(), choices=choices(ways))
    return Told(reply, _finder(case, me, say.finder_hears(_name(case), case.decision)))


@after(HardshipClosed)
def hardship_closed(fact: HardshipClosed, me: Visitor, db: Connection) -> Told:
    case = fact.case
    hears = say.finder_hears_closed(_name(case), case.outcome)
    return Told(closing(say.closed()), _finder(case, me, hears))


def _finder(case: Case, me: Visitor, hears: Moment) -> tuple[tuple[int, Card], ...]:
    return () if case.found_by == me.person else ((case.found_by, news(hears)),)


@screen("hardship")
def hardship(me: Visitor, db: Connection, argument: str) -> Card:
    """For the board all that is open, for others what they told themselves."""
    if not me.may(Action.TELL_HARDSHIP):
        return shown_no(Code.NOT_ALLOWED)
    of_board = me.may(Action.DECIDE_HARDSHIP)
    found = open_cases(db, me.club_id) if of_board else cases_found_by(db, me.club_id, me.person)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("case", str(each.id)), _line(each))
        for each in found
        if each.person_id != me.person
    ]
    count = len(ways)
    ways.append((StartPress("tell_hardship"), say.title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    body = say.which(count) if count else say.none()
    return Card(body, choices=choices(on_page("hardship", argument, ways)))


def _line(case: Case) -> Moment:
    return say.line(_name(case), decided=case.state == "decided")


@screen("case")
def one_case(me: Visitor, db: Connection, argument: str) -> Card:
    """One case, for the board and for whoever noticed it."""
    number = number_in(argument)
    if number is None or not me.may(Action.TELL_HARDSHIP):
        return shown_no(Code.NOT_FOUND)
    case = case_numbered(db, me.club_id, number)
    of_board = me.may(Action.DECIDE_HARDSHIP)
    if case is None or not case.may_be_read_by(me.person, of_board=of_board):
        return shown_no(Code.NOT_FOUND)
    given = [
        say_help.help_line(each.given_on, _name(case), each.kind, each.what)
        for each in help_of(db, case)
    ]
    body = say.case(
        _name(case),
        case.what,
        name_of(db, case.found_by),
        case.told_on,
        decision=case.decision,
        outcome=case.outcome,
        given=given if of_board else [],
    )
    return Card(body, choices=choices(_ways(me, case, of_board=of_board)))


def _ways(me: Visitor, case: Case, *, of_board: bool) -> list[tuple[Press, Moment]]:
    ways: list[tuple[Press, Moment]] = []
    if of_board and case.state != "closed" and case.person_id != me.person:
        ways.append((StartPress("decide_hardship", str(case.id)), say.decide()))
        ways.append((StartPress("give_help", f"case {case.id}"), say.give()))
        ways.append((StartPress("close_hardship", str(case.id)), say.close()))
    ways.append((ScreenPress("hardship"), say.list_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return ways


@waiting
def people_in_difficulty(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Whoever waits for the board to decide or to close it."""
    if not me.may(Action.DECIDE_HARDSHIP):
        return []
    return [
        (ScreenPress("case", str(each.id)), _line(each))
        for each in open_cases(db, me.club_id)
        if each.person_id != me.person
    ]


entrance(
    ScreenPress("hardship"),
    label=say.list_title,
    open_to=lambda me: me.may(Action.TELL_HARDSHIP),
    command="khokhan",
    words=("người gặp khó khăn", "hoàn cảnh khó khăn", "people in difficulty"),
)
entrance(
    StartPress("tell_hardship"),
    label=say.title,
    open_to=lambda me: me.may(Action.TELL_HARDSHIP),
    command="baokhokhan",
    words=("có người gặp khó khăn", "báo khó khăn", "gặp khó khăn", "somebody is in difficulty"),
    in_menu=False,
)
