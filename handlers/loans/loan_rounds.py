"""A round of lending: the board opens it, members ask, the meeting decides, two enter it."""

from datetime import timedelta

from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.loans.loan_by_meeting import decision_told, minutes_of
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.loans import loan_changes as say_change
from messages.loans import loan_requests as say_request
from messages.loans import loan_rounds as say
from messages.loans import loan_votes as say_vote
from messages.loans.loan_lines import of_whom
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.loans.loan_rounds import DecideRound, OpenRound, RoundOpened
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.loans.lending import free_to_lend
from storage.queries.loans.loans import Loan, loan
from storage.queries.loans.rounds import Ranked, Round, asked_in_all, open_round, requests_ranked
from storage.queries.members.members import member_persons
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals

OFFERED_DAYS = (7, 14)


@dialogue("open_round", title=say.open_title, about=2)
async def open_loan_round(ask: Ask, me: Visitor) -> OpenRound | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    if await read(open_round, me.club_id) is not None:
        return said_no(Code.ROUND_OPEN)
    offers = [me.today + timedelta(days=each) for each in OFFERED_DAYS]
    closes_on = await ask.day("until", say.until_when(), offers=offers)
    if not await ask.confirm("agreed", say.open_read_back(closes_on)):
        return Said(say.not_opened())
    return OpenRound(closes_on)


@after(RoundOpened)
def round_opened(fact: RoundOpened, me: Visitor, db: Connection) -> Told:
    """All members hear it, with a way to ask."""
    ask_now = (StartPress("loan"), say_request.title())
    card = news(say.has_opened(fact.round.closes_on), ask_now)
    others = tuple((each, card) for each in member_persons(db, me.club_id) if each != me.person)
    return Told(closing(say.opened(fact.round.closes_on)), others)


@screen("round")
def round_screen(me: Visitor, db: Connection, argument: str) -> Card:
    """How the round stands; the board sees the requests in their order."""
    if not me.may(Action.ASK_LOAN):
        return shown_no(Code.NOT_ALLOWED)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    found = open_round(db, me.club_id)
    if found is None:
        ways = [(StartPress("open_round"), say.open_title())] if _enters(me) else []
        return Card(say.none(), choices=choices([*ways, menu]))
    requests = requests_ranked(db, me.club_id, found.id, me.today)
    page = say.page(
        closes_on=found.closes_on,
        asked=asked_in_all(requests),
        requests=len(requests),
        free=free_to_lend(db, me.club_id),
    )
    if me.may(Action.VOTE_LOAN) and requests:
        page = say.list_(page, [_line(each) for each in requests])
    return Card(page, choices=choices([*_ways(me, found), menu]))


def _ways(me: Visitor, found: Round) -> list[tuple[Press, Moment]]:
    if found.collects(me.today):
        return [(StartPress("loan"), say_request.title())]
    return [(StartPress("decide_round"), say.decide_title())] if _enters(me) else []


def _enters(me: Visitor) -> bool:
    return me.may(Action.PLAN_MEETING)


def _line(each: Ranked) -> Moment:
    return say.line(
        name=each.loan.name,
        amount=each.loan.terms.principal,
        purpose=each.loan.purpose,
        repaid=each.applicant.loans_repaid,
        since=each.applicant.joined_on,
    )


@dialogue("decide_round", title=say.decide_title, about=4)
async def decide_round(ask: Ask, me: Visitor) -> DecideRound | Said | Redo:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    found = await read(open_round, me.club_id)
    if found is None:
        return Said(say.not_to_decide())
    if found.collects(me.today):
        return Said(say.still_collects(found.closes_on))
    requests = await read(requests_ranked, me.club_id, found.id, me.today)
    free = await read(free_to_lend, me.club_id)
    agreed, refused = await _chosen(ask, requests, free)
    day = await ask.day("minutes", say_vote.minutes_of(), ahead=False, offers=[me.today])
    described = say.described(
        minutes_on=day,
        agreed=[_short(each) for each in agreed],
        refused=[_short(each) for each in refused],
    )
    if not await ask.confirm("sure", say_change.read_back(described)):
        return Redo((*(_question(each.loan) for each in requests), "minutes", "sure"))
    return DecideRound(found.id, tuple(each.id for each in agreed), day)


async def _chosen(ask: Ask, requests: list[Ranked], free: Money) -> tuple[list[Loan], list[Loan]]:
    """Each request in its order, yes or no; what the fund cannot pay any more is a no."""
    agreed: list[Loan] = []
    refused: list[Loan] = []
    left = free
    for each in requests:
        amount = each.loan.terms.principal
        if amount <= left and await ask.yes_or_no(
            _question(each.loan), say.lend_to(_line(each), left)
        ):
            agreed.append(each.loan)
            left -= amount
        else:
            refused.append(each.loan)
    return agreed, refused


def _question(asked: Loan) -> str:
    return f"lend_{asked.id}"


def _short(asked: Loan) -> Moment:
    return of_whom(asked.name, asked.terms.principal)


@waiting
def rounds_to_decide(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """A round whose days are over and whose decision nobody has entered."""
    if not _enters(me):
        return []
    found = open_round(db, me.club_id)
    if found is None or found.collects(me.today):
        return []
    if waiting_proposals(db, me.club_id, ProposalKind.LOAN_ROUND):
        return []
    return [(StartPress("decide_round"), say.decide_title())]


def _asked(db: Connection, about: Proposal) -> tuple[list[Loan], list[Loan]]:
    """The loans that a decision agrees to, in their order, and the others."""
    agreed: list[int] = about.content["agreed"]
    others = [each for each in about.content["asked"] if each not in agreed]
    return _loans(db, about.club_id, agreed), _loans(db, about.club_id, others)


def _loans(db: Connection, club_id: int, numbers: list[int]) -> list[Loan]:
    found = [loan(db, club_id, each) for each in numbers]
    return [each for each in found if each is not None]


def _described(db: Connection, about: Proposal) -> Moment:
    agreed, refused = _asked(db, about)
    return say.described(
        minutes_on=minutes_of(about),
        agreed=[_short(each) for each in agreed],
        refused=[_short(each) for each in refused],
    )


def _done(db: Connection, fact: Agreed) -> Moment:
    agreed, refused = _asked(db, fact.proposal)
    return say.decided(len(agreed), len(refused))


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """Everybody who asked; the board and who pays out for each loan that was agreed to."""
    agreed, refused = _asked(db, fact.proposal)
    told = [each for one in agreed for each in decision_told(db, one, fact.proposal)]
    for one in refused:
        told += [
            (who, card)
            for who, card in decision_told(db, one, fact.proposal)
            if who == one.borrower
        ]
    return told


MATTERS[ProposalKind.LOAN_ROUND] = MatterSaid(_described, _done, _told)

entrance(
    ScreenPress("round"),
    label=say.title,
    open_to=lambda me: me.may(Action.ASK_LOAN),
    command="dotvay",
    words=("đợt vay", "vòng vay", "bình xét vay", "round", "loan round"),
    in_menu=False,
)
