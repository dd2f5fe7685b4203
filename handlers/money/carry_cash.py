"""What the chair or a deputy took in for the cashier waits for the cashier to take it over."""

from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.moments import Moment
from messages.money import carry_cash as say
from messages.presses import Press, StartPress
from storage.changes.money.carry_to_tin import CarryToTin, CashCarried
from storage.queries import Connection
from storage.queries.members.members import name_of
from storage.queries.money.ledger import Place, cash_by_place, places_of


def cash_in_hands(db: Connection, club_id: int) -> list[tuple[Place, Money]]:
    """Everybody who has money of the club in hand, and how much."""
    cash = cash_by_place(db, club_id)
    return [
        (each, cash[each.id])
        for each in places_of(db, club_id)
        if each.kind == "hands" and cash.get(each.id)
    ]


@waiting
def cash_to_take_over(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """For the cashier, what others have in hand."""
    if not me.may(Action.CARRY_TO_TIN):
        return []
    return [
        (StartPress("carry_cash", str(place.id)), say.task(place.keeper, amount))
        for place, amount in cash_in_hands(db, me.club_id)
        if place.keeper_id != me.person_id
    ]


@dialogue("carry_cash", title=say.title, about=1)
async def carry_cash(ask: Ask, me: Visitor) -> CarryToTin | Said:
    if not me.may(Action.CARRY_TO_TIN):
        return said_no(Code.NOT_ALLOWED)
    for place, amount in await read(cash_in_hands, me.club_id):
        if str(place.id) != me.subject:
            continue
        if not await ask.confirm("here", say.is_it_here(place.keeper, amount)):
            return Said(say.nothing_moved())
        return CarryToTin(place.id, amount)
    return Said(say.nothing_there())


@after(CashCarried)
def cash_carried(fact: CashCarried, me: Visitor, db: Connection) -> Told:
    """Whoever kept it hears that she keeps it no more."""
    place = fact.from_place
    told = closing(say.was_carried(name_of(db, me.person), fact.amount))
    others = () if place.keeper_id is None else ((place.keeper_id, told),)
    return Told(closing(say.carried(place.keeper, fact.amount)), others)
