"""What clubs ask the officer of their commune, after two of the board have agreed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from club.in_office import InOffice
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.home_care import number_in
from handlers.menus import closing, on_page
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.members import officer_matters as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.officer_matters import AnswerAsOfficer, OfficerAnswered
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.members import name_of
from storage.queries.members.office_times import OfficerMatter, matters_waiting, officer_matter
from storage.queries.members.officers import commune_officers


@dataclass(frozen=True, slots=True)
class OfficerSaid:
    """How a kind is said to the officer, and who else hears of the officer's yes."""

    described: Callable[[Connection, OfficerMatter], Moment]
    told: Callable[[Connection, OfficerMatter], Sequence[tuple[int, Card]]] = lambda db, about: ()


MATTERS_OF_OFFICER: dict[str, OfficerSaid] = {}


def _described(db: Connection, about: OfficerMatter) -> Moment:
    return MATTERS_OF_OFFICER[about.kind].described(db, about)


def officers_asked(db: Connection, fact: Agreed) -> list[tuple[int, Card]]:
    """The officers of the commune hear what two of the board agreed on."""
    return officers_told(db, fact.proposal.club_id, fact)


def officers_told(db: Connection, club_id: int, fact: Agreed) -> list[tuple[int, Card]]:
    """The same of a matter that is another club's than the proposal."""
    about = next(
        each
        for each in reversed(matters_waiting(db))
        if each.club_id == club_id and each.proposed_by == fact.proposal.proposed_by
    )
    return _asked(db, about, fact)


def _asked(db: Connection, about: OfficerMatter, fact: Agreed) -> list[tuple[int, Card]]:
    text = say.officer_please(
        club(db, about.club_id).name,
        _described(db, about),
        name_of(db, about.proposed_by),
        name_of(db, about.seconded_by),
    )
    card = news(text, (StartPress("officer_matter", str(about.id)), say.officer_title()))
    on = fact.proposal.proposed_on
    return [(each, card) for each in commune_officers(db, about.club_id, on)]


def _mine(db: Connection, me: Visitor) -> list[OfficerMatter]:
    return [
        each
        for each in matters_waiting(db)
        if me.person_id in commune_officers(db, each.club_id, me.today)
    ]


@screen("officer_matters")
def officer_matters(me: Visitor, db: Connection, argument: str) -> Card:
    """All that waits for this officer."""
    found = [] if me.person_id is None else _mine(db, me)
    if not found:
        return closing(say.officer_none())
    ways: list[tuple[Press, Moment]] = [
        (
            StartPress("officer_matter", str(each.id)),
            say.officer_line(club(db, each.club_id).name, _described(db, each)),
        )
        for each in found
    ]
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    body = say.officer_some(len(found))
    return Card(body, choices=choices(on_page("officer_matters", argument, ways)))


@dialogue("officer_matter", title=say.officer_title, about=1)
async def officer_matter_(ask: Ask, me: Visitor) -> AnswerAsOfficer | Said:
    number = number_in(me.subject)
    about = None if number is None or me.person_id is None else await read(officer_matter, number)
    if about is None or me.person_id not in await read(commune_officers, about.club_id, me.today):
        return said_no(Code.NOT_ALLOWED)
    if about.state != "waiting":
        return said_no(Code.ANSWERED)
    name = (await read(club, about.club_id)).name
    what = await read(_described, about)
    if await ask.confirm("agreed", say.officer_do_you_agree(name, what)):
        return AnswerAsOfficer(about.id, yes=True)
    why = await ask.text("why", say.officer_why_not(), longest=300)
    return AnswerAsOfficer(about.id, yes=False, why=why)


@after(OfficerAnswered)
def officer_answered(fact: OfficerAnswered, me: Visitor, db: Connection) -> Told:
    about = fact.matter
    what = _described(db, about)
    said = say.officer_agreed(what) if fact.yes else say.officer_refused(what, fact.why)
    two = (InOffice(about.proposed_by), InOffice(about.seconded_by))
    told: dict[int, Card] = {each: news(said) for each in two}
    others = MATTERS_OF_OFFICER[about.kind].told(db, about) if fact.yes else ()
    more = [(each, card) for each, card in others if each not in told and each != me.person_id]
    return Told(closing(say.officer_thanks()), (*told.items(), *more))


entrance(
    ScreenPress("officer_matters"),
    label=say.officer_list_title,
    open_to=lambda me: me.person_id is not None,
    command="canbodongy",
    words=("việc cần cán bộ đồng ý", "cán bộ đồng ý", "what clubs ask the officer"),
)
