"""Shares of members and money lent to the club: taken in and given back by two of the board."""

from datetime import date

from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.members_named import member_named
from handlers.money.books_said import MATTERS, MatterSaid, fund_line, place_line, place_numbered
from handlers.news import news
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import confirm_contribution as say_receipt
from messages.money import corrections as say_correct
from messages.money import opening as say_opening
from messages.money import owed as say
from messages.money import payments as say_pay
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.money.owed_money import GiveBack, ReceiveOwed
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.loans.lending import places_with_cash
from storage.queries.members.offices import Candidate
from storage.queries.money.ledger import Fund, Place, funds_of, places_of
from storage.queries.money.owed import Owed, capital_by_source, owed_item, owed_items
from storage.queries.money.proposals import Proposal, ProposalKind

KINDS = ("share", "lent")
OWNERS = ("member", "other")
LONGEST_TERMS = 120


@screen("owed")
def owed(me: Visitor, db: Connection, argument: str) -> Card:
    """All that is owed back; for the keepers of the books the ways to change it."""
    if not me.may(Action.BOARD_WORK):
        return shown_no(Code.NOT_ALLOWED)
    items = [_line(each) for each in owed_items(db, me.club_id)]
    sources = capital_by_source(db, me.club_id)
    capital = [say.capital(say_opening.source(s.value), sum_) for s, sum_ in sources.items()]
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), say_everywhere.menu_word())]
    if me.may(Action.RECORD_OWED):
        ways.insert(0, (StartPress("receive_owed"), say.receive_title()))
        if items:
            ways.insert(1, (StartPress("give_back"), say.give_back_title()))
    return Card(say.page(me.my_membership.club_name, items, capital), choices=choices(ways))


def _who(each: Owed) -> Moment:
    return say_everywhere.plain(each.name or each.lender)


def _line(each: Owed) -> Moment:
    return say.line(_who(each), each.kind, each.left, each.due_on, each.terms)


@dialogue("receive_owed", title=say.receive_title, about=7)
async def receive_owed(ask: Ask, me: Visitor) -> ReceiveOwed | Said:
    if not me.may(Action.RECORD_OWED):
        return said_no(Code.NOT_ALLOWED)
    kind = await ask.choice("kind", say.which_kind(), among=KINDS, shown_as=say.kind)
    owner = "member"
    if kind == "lent":
        owner = await ask.choice("owner", say.whose(), among=OWNERS, shown_as=say_pay.receiver_kind)
    if owner == "other":
        lender = await ask.text("lender", say.which_lender(), longest=80)
        return await _received(ask, me, kind, None, lender=lender)
    member = await member_named(ask, me)
    if member is None:
        return Said(say_offices.no_such_member())
    return await _received(ask, me, kind, member, lender="")


async def _received(
    ask: Ask, me: Visitor, kind: str, member: Candidate | None, *, lender: str
) -> ReceiveOwed | Said:
    """Fund, place, sum and terms."""
    fund, place = await _where(ask, me)
    amount = await ask.money("amount", say.how_much())
    terms = await ask.text("terms", say.which_terms(), longest=LONGEST_TERMS, may_skip=True)
    due_on: date | None = None
    if kind == "lent" and await ask.yes_or_no("has_day", say.has_day()):
        due_on = await ask.day("due_on", say.which_day())
    who = say_everywhere.plain(member.name if member else lender)
    source = say_pay.source(fund_line(fund), place_line(place))
    described = say.receive_described(who, kind, amount, source, due_on, terms)
    if not await ask.confirm("agreed", say.read_back(described)):
        return Said(say_pay.not_recorded())
    return ReceiveOwed(
        kind=kind,
        fund=fund.id,
        place=place.id,
        amount=amount,
        member_id=member.member_id if member else None,
        lender=lender,
        terms=terms,
        due_on=due_on,
    )


async def _where(ask: Ask, me: Visitor) -> tuple[Fund, Place]:
    funds, places = await read(funds_of, me.club_id), await read(places_of, me.club_id)
    fund = await ask.choice(
        "fund", say.into_fund(), among=funds, shown_as=fund_line, key=lambda each: each.id
    )
    if len(places) == 1:
        return fund, places[0]
    place = await ask.choice(
        "place", say.into_place(), among=places, shown_as=place_line, key=lambda each: each.id
    )
    return fund, place


@dialogue("give_back", title=say.give_back_title, about=4)
async def give_back(ask: Ask, me: Visitor) -> GiveBack | Said:
    if not me.may(Action.RECORD_OWED):
        return said_no(Code.NOT_ALLOWED)
    items = await read(owed_items, me.club_id)
    if not items:
        return Said(say.nothing_owed())
    about = await ask.choice(
        "item", say.which_item(), among=items, shown_as=_line, key=lambda each: each.id
    )
    there = await read(places_with_cash, me.club_id, about.fund)
    places = [each for each in there if each.cash > NOTHING]
    if not places:
        return Said(say.no_cash())
    place = await ask.choice(
        "place",
        say_pay.from_place(),
        among=places,
        shown_as=lambda each: say_correct.fund_with_cash(place_line(each.place), each.cash),
        key=lambda each: each.place.id,
    )
    most = min(about.left, place.cash)
    prompt = say.how_much_back(about.left, place.cash)
    amount = await ask.money("amount", prompt, up_to=most, whole=most)
    funds = {each.id: fund_line(each) for each in await read(funds_of, me.club_id)}
    source = say_pay.source(funds[about.fund], place_line(place.place))
    left = about.left - amount
    described = say.back_described(_who(about), about.kind, amount, left, source)
    if not await ask.confirm("agreed", say.read_back(described)):
        return Said(say_pay.not_recorded())
    return GiveBack(about.id, place.place.id, amount)


def _about(db: Connection, about: Proposal) -> tuple[Owed, Money, Moment]:
    """What a proposal is about, its sum, and fund and place."""
    item = owed_item(db, about.club_id, about.subject)
    if item is None:
        raise LookupError("a proposal about terms that are not there")
    funds = {each.id: fund_line(each) for each in funds_of(db, about.club_id)}
    place = place_line(place_numbered(db, about.club_id, about.content["place"]))
    return item, Money(about.content["amount"]), say_pay.source(funds[item.fund], place)


def _receive_described(db: Connection, about: Proposal) -> Moment:
    item, amount, source = _about(db, about)
    return say.receive_described(_who(item), item.kind, amount, source, item.due_on, item.terms)


def _back_described(db: Connection, about: Proposal) -> Moment:
    item, amount, source = _about(db, about)
    return say.back_described(_who(item), item.kind, amount, item.left - amount, source)


def _done(db: Connection, fact: Agreed) -> Moment:
    item, amount, _ = _about(db, fact.proposal)
    taken = fact.proposal.kind is ProposalKind.RECEIVE_OWED
    return (say.received if taken else say.given_back)(_who(item), amount, fact.written[0].voucher)


def _owner_told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """The member whose money it is; she can say that it is not right."""
    item, _, _ = _about(db, fact.proposal)
    if item.person_id is None:
        return []
    said = say.owner_hears(_done(db, fact), club(db, fact.proposal.club_id).name)
    wrong = StartPress("dispute", f"entry {fact.written[0].transaction_id}")
    return [(item.person_id, news(said, (wrong, say_receipt.not_right())))]


MATTERS[ProposalKind.RECEIVE_OWED] = MatterSaid(_receive_described, _done, _owner_told)
MATTERS[ProposalKind.GIVE_BACK] = MatterSaid(_back_described, _done, _owner_told)

entrance(
    ScreenPress("owed"),
    label=say.title,
    open_to=lambda me: me.may(Action.BOARD_WORK),
    command="vongop",
    words=("vốn góp", "tiền mượn", "vốn góp tiền mượn", "shares", "money lent"),
    in_menu=False,
)
