"""Entering what the club had before its books began: fund, place, source and sum."""

from club.accounts import Source
from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import opening as say
from messages.money import owed as say_owed
from messages.own import account as say_account
from messages.presses import StartPress
from storage.changes.money.record_opening import OpeningRecorded, RecordOpening
from storage.queries import Connection
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.members.offices import Candidate
from storage.queries.money.ledger import Fund, funds_of

PLACES = ("tin", "bank")
SOURCES = (
    *(Source.GRANT, Source.DONATION, Source.BUDGET, Source.SHARE, Source.LENT),
    Source.ADDED_INTEREST,
)
USUAL = Money(200_000_000)
LARGEST = Money(10_000_000_000)


@dialogue("opening_balance", title=say.title, about=5)
async def enter_opening_balance(ask: Ask, me: Visitor) -> RecordOpening | Said:
    if not me.may(Action.OPENING_BALANCE):
        return said_no(Code.NOT_ALLOWED)
    funds = await read(funds_of, me.club_id)
    fund = await ask.choice(
        "fund", say.which_fund(), among=funds, shown_as=_fund, key=lambda each: each.id
    )
    place = await ask.choice("place", say.which_place(), among=PLACES, shown_as=say.place)
    source = await ask.choice("source", say.which_source(), among=SOURCES, shown_as=_source)
    owner = await _owner(ask, me, source)
    if isinstance(owner, Said):
        return owner
    member, lender = owner
    amount = await ask.money("amount", say.how_much(), usual=USUAL, up_to=LARGEST)
    whose = say_owed.of_whom(say.source(source.value), member.name if member else lender)
    read_back = say.read_back(_fund(fund), say.place(place), whose, amount)
    if not await ask.confirm("agreed", read_back):
        return Said(say.nothing_recorded())
    return RecordOpening(
        fund_id=fund.id,
        place=place,
        amount=amount,
        source=source,
        member_id=member.member_id if member else None,
        lender=lender,
    )


def _source(source: Source) -> Moment:
    return say.source(source.value)


async def _owner(ask: Ask, me: Visitor, source: Source) -> tuple[Candidate | None, str] | Said:
    """Whose money it is, if it is owed back: a member, or a lender by name."""
    if source is Source.LENT:
        return None, await ask.text("lender", say_owed.which_lender(), longest=80)
    if source is not Source.SHARE:
        return None, ""
    member = await member_named(ask, me)
    return Said(say_offices.no_such_member()) if member is None else (member, "")


def _fund(fund: Fund) -> Moment:
    return say_account.fund(fund.kind, fund.name)


@after(OpeningRecorded)
def opening_recorded(fact: OpeningRecorded, me: Visitor, db: Connection) -> Told:
    """The rest of the board hears of it, so that a mistake is seen at once."""
    notice = closing(
        say.was_recorded(
            name_of(db, me.person),
            _fund(fact.fund),
            fact.amount,
            source=say.source(fact.source.value),
        )
    )
    rest = {each.person_id for each in board(db, fact.club_id, me.today)} - {me.person}
    others = tuple((each, notice) for each in sorted(rest))
    return Told(closing(say.recorded(_fund(fact.fund), fact.amount)), others)


entrance(
    StartPress("opening_balance"),
    label=say.title,
    open_to=lambda me: me.may(Action.OPENING_BALANCE),
    command="sodu",
    words=("số dư", "số dư ban đầu", "opening balance"),
)
