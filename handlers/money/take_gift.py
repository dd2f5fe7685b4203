"""A member's gift entered for her: by whoever takes it at once, by the rest of the board to be
confirmed.
"""

from club.accounts import Kind
from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.members_named import member_named
from handlers.money.contribute import GIFTS_OFFERED, LARGEST_GIFT, USUAL_GIFT
from handlers.money.contributions_said import thing_of
from handlers.money.given_lately import is_the_same
from handlers.money.goods_asked import LARGEST_COUNT, LONGEST_THING, goods_asked
from handlers.money.take_fee import by_bank
from handlers.talk.refusing import said_no
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import confirm_contribution as say_confirm
from messages.money import contribute as say_contribute
from messages.money import given_lately as say_lately
from messages.money import golden_heart as say
from messages.money import take_fee as say_fee
from messages.money import take_gift as say_gift
from messages.presses import StartPress
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.money.take_gift import TakeGift
from storage.queries.members.members import name_of
from storage.queries.members.offices import Candidate
from storage.queries.money.contributions import money_taker, takes_money_of

KINDS = ("money", "goods", "days")


@dialogue("take_gift", title=say_gift.title, about=4)
async def take_gift(ask: Ask, me: Visitor) -> TakeGift | DeclareContribution | Said:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    member = await member_named(ask, me)
    if member is None:
        return Said(say_offices.no_such_member())
    kind = await ask.choice("kind", say.what_kind(), among=KINDS, shown_as=say.kind)
    given = await (_money if kind == "money" else _thing)(ask, me, member, kind)
    if isinstance(given, Said):
        return given
    at_once = await read(
        takes_money_of, me.club_id, giver=member.person_id, person=me.person, today=me.today
    )
    if not at_once:
        return await _waits(ask, me, member, given)
    in_account = kind == "money" and await by_bank(ask, me)
    how = say_confirm.answer("in_account" if in_account else "in_hand")
    is_money = given.amount is not None
    read_back = say_gift.read_back(member.name, _line(given), how if is_money else "")
    if not await ask.confirm("agreed", read_back):
        return Said(say_fee.nothing())
    return TakeGift(
        member_id=member.member_id,
        kind=kind,
        amount=given.amount,
        item=given.item,
        unit=given.unit,
        quantity_thousandths=given.quantity_thousandths,
        by_bank=in_account,
    )


async def _money(ask: Ask, me: Visitor, member: Candidate, kind: str) -> DeclareContribution | Said:
    amount = await sum_given(ask)
    if await is_the_same(me, member_id=member.member_id, kind=Kind.DONATION, amount=amount):
        return Said(say_lately.nothing_twice())
    return DeclareContribution(member_id=member.member_id, kind=kind, amount=amount)


async def _thing(ask: Ask, me: Visitor, member: Candidate, kind: str) -> DeclareContribution:
    item, unit, count = await thing_given(ask, kind)
    return DeclareContribution(
        member_id=member.member_id,
        kind=kind,
        item=item,
        unit=unit,
        quantity_thousandths=count * 1000,
    )


async def thing_given(ask: Ask, kind: str) -> tuple[str, str, int]:
    """What goods or days of work were given: the thing, its unit, how many of it."""
    if kind != "days":
        return await goods_asked(ask, say.what_thing())
    item = await ask.text("thing", say.what_work(), longest=LONGEST_THING)
    prompt = say_contribute.how_many_days()
    return item, "day", await ask.number("count", prompt, at_least=1, up_to=LARGEST_COUNT)


async def sum_given(ask: Ask) -> Money:
    """How much money was given."""
    return await ask.money(
        "sum",
        say.how_much(),
        at_least=Money(1_000),
        up_to=LARGEST_GIFT,
        offers=GIFTS_OFFERED,
        usual=USUAL_GIFT,
    )


def _line(given: DeclareContribution) -> Moment:
    if given.amount is not None:
        return say_contribute.line("money", [say_contribute.sum_read_back(given.amount)])
    thing = thing_of(given.item, given.quantity_thousandths, given.unit)
    return say_contribute.line(given.kind, thing)


async def _waits(
    ask: Ask, me: Visitor, member: Candidate, given: DeclareContribution
) -> DeclareContribution | Said:
    """Whoever does not take it only tells of it; who does says when it is there."""
    taker = await read(
        money_taker, me.club_id, giver=member.person_id, teller=me.person, today=me.today
    )
    name = await read(name_of, taker)
    if not await ask.confirm("told", say_gift.waits_read_back(member.name, _line(given), name)):
        return Said(say_fee.nothing())
    return given if given.amount is None else _handed(given, taker)


def _handed(given: DeclareContribution, taker: int | None) -> DeclareContribution:
    return DeclareContribution(
        member_id=given.member_id,
        kind=given.kind,
        amount=given.amount,
        paid_how="hands",
        handed_to=taker,
    )


entrance(
    StartPress("take_gift"),
    label=say_gift.title,
    open_to=lambda me: me.may(Action.ENTER_MEMBER),
    command="nhanungho",
    words=("thành viên ủng hộ", "nhận tiền ủng hộ", "ghi ủng hộ hộ", "a member's gift"),
    in_menu=False,
)
