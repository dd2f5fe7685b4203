"""Whole groups of a club found a club of their own: chair, bookkeeper, officer (rules, E.4)."""

from collections.abc import Sequence

from club.accounts import Source
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.members.before_ending import no_officer, not_ready
from handlers.members.club_ends import (
    END_WAYS,
    may_end_club,
    officer_decides,
    proposal_behind,
)
from handlers.members.officer_matters import MATTERS_OF_OFFICER, OfficerSaid
from handlers.money.books_said import MATTERS
from handlers.news import news
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.members import club_ends as say_ends
from messages.members import split_club as say
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.members.split_club import FIRST_BOARD, SplitClub
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.clubs_ended import hindrances
from storage.queries.members.clubs_split import Parting, parting, usual_percent, who_goes
from storage.queries.members.groups import InGroup, living_groups, people_in_groups
from storage.queries.members.members import member_persons, name_of
from storage.queries.members.office_times import OfficerMatter
from storage.queries.money.proposals import Proposal, ProposalKind

NO_MORE = 0


@dialogue("split_club", title=say.title, about=8)
async def split_club(ask: Ask, me: Visitor) -> SplitClub | Said | Card:
    if (not_yet := await _not_yet(me)) is not None:
        return not_yet
    groups = await _groups(ask, await read(_sizes, me))
    going = await read(_who_goes, me, groups)
    if isinstance(going, Code):
        return said_no(going)
    people, stay = going
    name = await ask.text("name", say.what_name(), longest=80)
    board = await _board(ask, people)
    usual = usual_percent(len(people), stay)
    prompt = say.how_much(len(people), stay, usual)
    percent = await ask.number("percent", prompt, at_least=0, up_to=100)
    goes = await read(_parting, me, groups, percent)
    if isinstance(goes, Code):
        return said_no(goes)
    lead = say.holders(*(each.name for each in board))
    if not await ask.confirm("agreed", say.read_back(name, len(people), _sums(goes), lead)):
        return Said(say_ends.stays())
    members = tuple(each.member_id for each in board)
    return SplitClub(name=name, groups=groups, percent=percent, board=members)


async def _not_yet(me: Visitor) -> Said | Card | None:
    """Why nothing can begin."""
    if not may_end_club(me):
        return said_no(Code.NOT_ALLOWED)
    no = await read(no_officer, me)
    if no is not None:
        return said_no(no)
    found = await read(hindrances, me.club_id, me.today)
    if found:
        return not_ready(found)
    return None if len(await read(_sizes, me)) > 1 else Said(say.no_groups())


def _sizes(db: Connection, me: Visitor) -> dict[int, tuple[str, int]]:
    """Name and number of people of each group that has any."""
    people = people_in_groups(db, me.club_id, me.today)
    there = ((each, people.get(each.id, [])) for each in living_groups(db, me.club_id))
    return {each.id: (each.name, len(those)) for each, those in there if those}


async def _groups(ask: Ask, sizes: dict[int, tuple[str, int]]) -> tuple[int, ...]:
    """One after the other, at least one; all of them cannot go."""
    chosen: list[int] = []

    def shown(number: int) -> Moment:
        return say.group(*sizes[number]) if number in sizes else say.no_more_groups()

    while len(chosen) < len(sizes):
        left = [each for each in sizes if each not in chosen]
        found = await ask.choice(
            f"group_{len(chosen) + 1}",
            say.which_groups([shown(each) for each in chosen]),
            among=[NO_MORE, *left] if chosen else left,
            shown_as=shown,
        )
        if found == NO_MORE:
            break
        chosen.append(found)
    return tuple(chosen)


async def _board(ask: Ask, people: Sequence[InGroup]) -> list[InGroup]:
    """Three different people for the offices without which no club can keep money."""
    board: list[InGroup] = []
    for role in FIRST_BOARD:
        left = [each for each in people if each not in board]
        person = await ask.choice(
            role.value,
            say.who_is(role.value),
            among=left,
            shown_as=lambda each: say.person(each.name),
            key=lambda each: each.member_id,
        )
        board.append(person)
    return board


def _who_goes(
    db: Connection, me: Visitor, groups: Sequence[int]
) -> tuple[tuple[InGroup, ...], int] | Code:
    try:
        return who_goes(db, me.club_id, groups, me.today)
    except Refused as no:
        return no.code


def _parting(db: Connection, me: Visitor, groups: Sequence[int], percent: int) -> Parting | Code:
    try:
        return parting(db, me.club_id, groups, percent, me.today)
    except Refused as no:
        return no.code


def _sums(goes: Parting) -> Moment:
    own = [say.own_of(each.value, amount) for each in Source if (amount := goes.from_source(each))]
    return say.sums(goes.cash, goes.lent, goes.owed, own)


def _described(db: Connection, about: Proposal) -> Moment:
    """What goes along as the books stand now."""
    what, day = about.content, about.proposed_on
    try:
        goes = parting(db, about.club_id, what["groups"], what["percent"], day)
    except Refused:
        return say.done(about.reason)
    names = {each.member_id: each.name for each in goes.people}
    board = [names[each] for each in what["board"] if each in names]
    if len(board) < len(FIRST_BOARD):
        return say.done(about.reason)
    return say.described(about.reason, len(goes.people), _sums(goes), say.holders(*board))


MATTERS[ProposalKind.SPLIT] = officer_decides(_described)


def _of(db: Connection, about: OfficerMatter) -> Moment:
    found = proposal_behind(db, about)
    return say.done(found.reason) if "founded" in about.content else _described(db, found)


def _told(db: Connection, about: OfficerMatter) -> list[tuple[int, Card]]:
    """Every member of both clubs; the new board hears its code as well."""
    new = club(db, about.content["founded"])
    went = member_persons(db, new.id)
    board = {role.value: about.content[role.value] for role in FIRST_BOARD}
    leads = {
        person: news(say.you_lead(new.name, new.join_code, role)) for role, person in board.items()
    }
    before = club(db, about.club_id).name
    theirs = news(say.you_are_in(before, new.name, name_of(db, board["chair"])))
    stay = news(say.they_went(new.name, len(went)))
    told = [(each, leads.get(each, theirs)) for each in went]
    return told + [(each, stay) for each in member_persons(db, about.club_id) if each not in went]


MATTERS_OF_OFFICER["split"] = OfficerSaid(_of, _told)

END_WAYS.insert(0, (StartPress("split_club"), say.title()))
