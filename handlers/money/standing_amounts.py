"""Amounts voted once for visits, funerals and longevity wishes, paid by the cashier alone."""

from datetime import date

from club.members import Action
from club.money import Money
from club.payments import STANDING, Purpose
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import member_named
from handlers.money.given_lately import SlipTold, is_paid_already
from handlers.money.payers import Pays, pays
from handlers.money.taken_out import how_much, may_not_pay, who_pays
from handlers.talk.refusing import said_no
from messages import everywhere as say_everywhere
from messages.members import offices as say_offices
from messages.money import given_lately as say_lately
from messages.money import payments as say
from messages.volunteers import help_given as say_help
from storage.changes.money.pay_out_money import PayOutMoney
from storage.queries import Connection
from storage.queries.members.offices import Candidate
from storage.queries.settings.settings import setting


def voted(db: Connection, club_id: int, today: date) -> dict[Purpose, Money]:
    """The standing amounts that the club has voted."""
    sums = {each: Money(setting(db, club_id, name, today)) for each, name in STANDING.items()}
    return {each: sum_ for each, sum_ in sums.items() if sum_}


@dialogue("standing_amount", title=say_help.standing_title, about=3)
async def standing_amount(ask: Ask, me: Visitor) -> PayOutMoney | Said:
    if not me.may(Action.BOARD_WORK):
        return said_no(Code.NOT_ALLOWED)
    if await read(pays, me, Purpose.SICK_VISIT) is Pays.NOBODY:
        return Said(await read(who_pays, me, Purpose.SICK_VISIT))
    sums = await read(voted, me.club_id, me.today)
    if not sums:
        return Said(say_help.none_voted())
    purpose = await ask.choice(
        "purpose",
        say_help.which_standing(),
        among=tuple(sums),
        shown_as=lambda each: say_help.purpose_with_sum(each.value, sums[each]),
    )
    member = await member_named(ask, me)
    if member is None:
        return Said(say_offices.no_such_member())
    no = await may_not_pay(me, purpose, member)
    if no is not None:
        return no
    return await _paid(ask, me, purpose, member, amount=sums[purpose])


async def _paid(
    ask: Ask, me: Visitor, purpose: Purpose, member: Candidate, *, amount: Money
) -> PayOutMoney | Said:
    paid = await how_much(ask, me, amount)
    if isinstance(paid, Said):
        return paid
    if await is_paid_already(me, SlipTold(paid.amount, me.today, receiver_id=member.member_id)):
        return Said(say_lately.nothing_twice())
    to = say_everywhere.plain(member.name)
    slip = say.slip(say_help.purpose(purpose.value), paid.amount, to, paid.source)
    if not await ask.confirm("agreed", say.read_back(slip, False)):
        return Said(say.not_recorded())
    return PayOutMoney(
        purpose=purpose,
        fund=paid.fund.id,
        place=paid.place.place.id,
        amount=paid.amount,
        what="",
        area=None,
        receiver_id=member.member_id,
    )
