"""What every payment asks: who may pay it, out of which fund and place, how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from club.money import NOTHING, Money
from club.payments import Purpose, needs_second
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said
from handlers.dialogue.visitor import Visitor
from handlers.money.books_said import fund_line, place_line
from handlers.money.payers import names_of_payers
from handlers.talk.refusing import said_no
from messages.moments import Moment
from messages.money import corrections as say_correct
from messages.money import payments as say
from storage.changes.money.pay_out_money import must_pay
from storage.queries import Connection
from storage.queries.loans.lending import PlaceWithCash, places_with_cash
from storage.queries.members.members import name_of
from storage.queries.members.offices import Candidate
from storage.queries.money.cash_keepers import cash_keeper_for
from storage.queries.money.ledger import Fund, cash_by_fund, funds_of
from storage.queries.money.payments import person_of
from storage.queries.settings.settings import setting


@dataclass(frozen=True, slots=True)
class Taken:
    """So much out of this fund and place."""

    fund: Fund
    place: PlaceWithCash
    amount: Money

    @property
    def source(self) -> Moment:
        return say.source(fund_line(self.fund), place_line(self.place.place))


def needs_two(  # noqa: PLR0917
    db: Connection, me: Visitor, purpose: Purpose, amount: Money, day: date
) -> bool:
    limit = Money(setting(db, me.club_id, "expense_limit", me.today))
    return needs_second(purpose, amount, limit=limit, happened_on=day, today=me.today)


async def may_not_pay(me: Visitor, purpose: Purpose, member: Candidate | None) -> Said | None:
    """Why not, and who does; None for whoever may."""
    return await read(_refused, me, purpose, member.member_id if member else None)


def _refused(db: Connection, me: Visitor, purpose: Purpose, to: int | None) -> Said | None:
    try:
        must_pay(db, me.club_id, me.today, purpose=purpose, payer=me.person, to=to)
    except Refused as no:
        if no.code is Code.NOT_ALLOWED:
            return Said(who_pays(db, me, purpose))
        if no.code is not Code.OWN_AFFAIR or to is None:
            return said_no(no.code)
        person = person_of(db, me.club_id, to)
        keeper = None if person is None else cash_keeper_for(db, me.club_id, person, me.today)
        return Said(say.stand_in(name_of(db, keeper)))
    return None


def who_pays(db: Connection, me: Visitor, purpose: Purpose) -> Moment:
    """Whom to turn to for such a payment."""
    return say.who_pays(names_of_payers(db, me, purpose))


async def how_much(ask: Ask, me: Visitor, amount: Money | None = None) -> Taken | Said:
    """Fund, place and sum; one fund or one place with enough cash is not asked for."""
    needed = amount or Money(1)
    cash = await read(cash_by_fund, me.club_id)
    funds = [f for f in await read(funds_of, me.club_id) if cash.get(f.id, NOTHING) >= needed]
    if not funds:
        return Said(say.no_cash())
    fund = funds[0] if len(funds) == 1 else await _which_fund(ask, funds, cash)
    there = await read(places_with_cash, me.club_id, fund.id)
    places = [each for each in there if each.cash >= needed]
    if not places:
        return Said(say.no_cash())
    place = places[0] if len(places) == 1 else await _which_place(ask, places)
    if amount is None:
        prompt = say.how_much(place.cash)
        amount = await ask.money("amount", prompt, up_to=place.cash, whole=place.cash)
    return Taken(fund, place, amount)


async def _which_fund(ask: Ask, funds: list[Fund], cash: Mapping[int, Money]) -> Fund:
    return await ask.choice(
        "fund",
        say.from_fund(),
        among=funds,
        shown_as=lambda each: say_correct.fund_with_cash(fund_line(each), cash[each.id]),
        key=lambda each: each.id,
    )


async def _which_place(ask: Ask, places: list[PlaceWithCash]) -> PlaceWithCash:
    return await ask.choice(
        "place",
        say.from_place(),
        among=places,
        shown_as=lambda each: say_correct.fund_with_cash(place_line(each.place), each.cash),
        key=lambda each: each.place.id,
    )
