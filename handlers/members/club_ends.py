"""Clubs become one, a club is dissolved: chair and bookkeeper, then the officer (rules, E.4)."""

from collections.abc import Callable

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.before_ending import no_officer, not_ready, said_before
from handlers.members.officer_matters import (
    MATTERS_OF_OFFICER,
    OfficerSaid,
    officers_asked,
    officers_told,
)
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.news import news
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import club_ends as say
from messages.moments import Moment
from messages.money import second_person as say_second
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.end_club import (
    DISSOLVED,
    MERGED,
    DissolveClub,
    MergeInto,
)
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.clubs_ended import (
    Hindrance,
    belongings,
    came_from,
    hindrances,
    neighbours,
)
from storage.queries.members.members import member_persons, name_of
from storage.queries.members.office_times import OfficerMatter
from storage.queries.money.proposals import (
    Proposal,
    ProposalKind,
    proposal,
    seconds_of,
    waiting_proposals,
)


def may_end_club(me: Visitor) -> bool:
    """Chair and bookkeeper."""
    return me.may(Action.END_CLUB)


@screen("club_ends")
def club_ends(me: Visitor, db: Connection, argument: str) -> Card:
    """What can become of the club, and what has to be finished before."""
    if not may_end_club(me):
        return shown_no(Code.NOT_ALLOWED)
    lines, first = said_before(me, db)
    ways = [*first, *END_WAYS, (ScreenPress("menu"), everywhere.menu_word())]
    return Card(say.page(), before=(say.first(lines),) if lines else (), choices=choices(ways))


END_WAYS: list[tuple[Press, Moment]] = [
    (StartPress("merge_club"), say.merge_title()),
    (StartPress("dissolve_club"), say.dissolve_title()),
]
"""What can become of a club; each is put here beside its dialogue or before."""


def officer_decides(described: Callable[[Connection, Proposal], Moment]) -> MatterSaid:
    """How a kind is said of which the officer of the own commune is asked once two have agreed."""
    return MatterSaid(
        described,
        lambda db, fact: say.officer_asked(described(db, fact.proposal)),
        officers_asked,
    )


def proposal_behind(db: Connection, about: OfficerMatter) -> Proposal:
    """What two of the board agreed on, of which the officer is asked."""
    found = proposal(db, about.club_id, about.content["proposal"])
    assert found is not None
    return found


@dialogue("merge_club", title=say.merge_title, about=2)
async def merge_club(ask: Ask, me: Visitor) -> MergeInto | Said | Card:
    if not may_end_club(me):
        return said_no(Code.NOT_ALLOWED)
    no = await read(no_officer, me)
    if no is not None:
        return said_no(no)
    found = await read(hindrances, me.club_id, me.today)
    if found:
        return not_ready(found)
    near = await read(neighbours, me.club_id, me.today)
    if not near:
        return Said(say.nobody_near())
    into = await ask.choice(
        "into",
        say.into_which(),
        among=near,
        shown_as=lambda each: say.club_line(each.name, each.hamlet),
        key=lambda each: each.id,
    )
    has = await read(belongings, me.club_id)
    text = say.merge_read_back(into.name, has.people, has.cash, lent=has.lent, owed=has.owed)
    if not await ask.confirm("agreed", text):
        return Said(say.stays())
    return MergeInto(into.id)


def _merge_described(db: Connection, about: Proposal) -> Moment:
    into = about.content["into"]
    return say.merge_described(club(db, about.club_id).name, club(db, into).name)


def _merge_done(db: Connection, fact: Agreed) -> Moment:
    return say.other_club_asked(club(db, fact.proposal.content["into"]).name)


def _other_club_told(db: Connection, fact: Agreed) -> list[tuple[int, Card]]:
    """Chair and bookkeeper of the other club are asked."""
    into = fact.proposal.content["into"]
    waiting = waiting_proposals(db, into, ProposalKind.TAKE_IN)
    about = next(each for each in waiting if each.subject_id == fact.proposal.club_id)
    card = news(
        _take_in_described(db, about), (StartPress("second", str(about.id)), say_second.look())
    )
    return [(each, card) for each in seconds_of(db, about, about.proposed_on)]


def _take_in_described(db: Connection, about: Proposal) -> Moment:
    from_club = about.content["from"]
    has = belongings(db, from_club)
    by = name_of(db, about.proposed_by)
    return say.they_ask(club(db, from_club).name, by, has.people, means=has.funds)


def _take_in_done(db: Connection, fact: Agreed) -> Moment:
    return say.officer_asked(_taken_in(db, fact.proposal))


def _taken_in(db: Connection, about: Proposal) -> Moment:
    return say.merge_described(club(db, about.content["from"]).name, club(db, about.club_id).name)


MATTERS[ProposalKind.MERGE_INTO] = MatterSaid(_merge_described, _merge_done, _other_club_told)
MATTERS[ProposalKind.TAKE_IN] = MatterSaid(
    _take_in_described,
    _take_in_done,
    lambda db, fact: officers_told(db, fact.proposal.content["from"], fact),
)


def _merge_of(db: Connection, about: OfficerMatter) -> Moment:
    into = about.content["into"]
    return say.merge_described(club(db, about.club_id).name, club(db, into).name)


def _merge_told(db: Connection, about: OfficerMatter) -> list[tuple[int, Card]]:
    """Every member of both clubs."""
    into = about.content["into"]
    names = (club(db, about.club_id).name, club(db, into).name)
    came = set(came_from(db, about.club_id, MERGED))
    return [
        (each, news(say.you_are_in(*names) if each in came else say.they_came(*names)))
        for each in member_persons(db, into)
    ]


MATTERS_OF_OFFICER["merge_clubs"] = OfficerSaid(_merge_of, _merge_told)


# Dissolved


@dialogue("dissolve_club", title=say.dissolve_title, about=2)
async def dissolve_club(ask: Ask, me: Visitor) -> DissolveClub | Said | Card:
    if not may_end_club(me):
        return said_no(Code.NOT_ALLOWED)
    no = await read(no_officer, me)
    if no is not None:
        return said_no(no)
    found = await read(_left_to_do, me.club_id, me)
    if found:
        return not_ready(found)
    receiver = await ask.text("receiver", say.who_receives(), longest=120)
    has = await read(belongings, me.club_id)
    name = me.my_membership.club_name
    if not await ask.confirm("agreed", say.dissolve_read_back(name, has.cash, receiver)):
        return Said(say.stays())
    return DissolveClub(receiver)


def _left_to_do(db: Connection, club_id: int, me: Visitor) -> list[Hindrance]:
    return hindrances(db, club_id, me.today, dissolved=True)


def _dissolve_described(db: Connection, about: Proposal) -> Moment:
    return say.dissolve_described(club(db, about.club_id).name, about.reason)


MATTERS[ProposalKind.DISSOLVE] = officer_decides(_dissolve_described)


def _dissolve_of(db: Connection, about: OfficerMatter) -> Moment:
    return _dissolve_described(db, proposal_behind(db, about))


def _dissolve_told(db: Connection, about: OfficerMatter) -> list[tuple[int, Card]]:
    card = news(say.dissolved(club(db, about.club_id).name))
    return [(each, card) for each in came_from(db, about.club_id, DISSOLVED)]


MATTERS_OF_OFFICER["dissolve"] = OfficerSaid(_dissolve_of, _dissolve_told)


entrance(
    ScreenPress("club_ends"),
    label=say.title,
    open_to=may_end_club,
    command="gopgiaithe",
    words=(
        "gộp câu lạc bộ",
        "tách câu lạc bộ",
        "split the club",
        "giải thể câu lạc bộ",
        "merge or dissolve the club",
    ),
    in_menu=False,
)
