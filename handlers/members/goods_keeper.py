"""Goods that the club keeps go to another member to keep; both of them hear it."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.money.contributions_said import thing_of
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.moments import Moment
from messages.money import contribute as say_contribute
from messages.money import golden_heart as say
from messages.money import take_fee as say_fee
from storage.changes.money.keep_goods import ChangeKeeper, KeeperChanged
from storage.queries import Connection
from storage.queries.members.members import name_of
from storage.queries.money.golden_heart import Stock, goods_in_stock


@dialogue("goods_keeper", title=say.keeper_title, about=3)
async def goods_keeper(ask: Ask, me: Visitor) -> ChangeKeeper | Said:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    there = [each for each in await read(goods_in_stock, me.club_id) if each.left > 0]
    if not there:
        return Said(say.no_goods())
    goods = await ask.choice(
        "goods",
        say.which_goods(),
        among=there,
        shown_as=lambda each: say.stock(each.item, each.left, say_contribute.unit(each.unit)),
        key=lambda each: f"{each.item}/{each.unit}",
    )
    member = await member_named(ask, me, prompt=say.who_keeps(goods.item, goods.keeper or ""))
    if member is None:
        return said_no(Code.NOT_FOUND)
    if not await ask.confirm("agreed", say.keeper_read_back(_left(goods), member.name)):
        return Said(say_fee.nothing())
    return ChangeKeeper(goods.item, goods.unit, member.member_id)


def _left(goods: Stock) -> Moment:
    return say_contribute.line("goods", thing_of(goods.item, goods.left, goods.unit))


@after(KeeperChanged)
def keeper_changed(fact: KeeperChanged, me: Visitor, db: Connection) -> Told:
    """Who has them now, and who had them, both hear it."""
    what, who = _left(fact.goods), name_of(db, fact.keeper_id)
    told = []
    if fact.keeper_id != me.person:
        told.append((fact.keeper_id, closing(say.you_keep(what, name_of(db, me.person)))))
    before = fact.goods.keeper_id
    if before is not None and before != me.person:
        told.append((before, closing(say.you_keep_no_more(what, who))))
    return Told(closing(say.keeper_changed(what, who)), tuple(told))
