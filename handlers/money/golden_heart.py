"""The Golden Heart book for everybody to read; gifts from outside and goods by the board."""

from dataclasses import dataclass
from datetime import date

from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.question import Heard, Hearing
from handlers.dialogue.questions import TextQuestion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.money.contribute_questions import HowManyQuestion
from handlers.money.contributions_said import thing_of
from handlers.money.given_lately import LATELY_DAYS, is_that_one
from handlers.money.take_fee import by_bank
from handlers.money.take_gift import KINDS, sum_given, thing_given
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import contribute as say_contribute
from messages.money import given_lately as say_lately
from messages.money import golden_heart as say
from messages.money import take_fee as say_fee
from messages.money import take_gift as say_gift
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.empty_words import hides_a_name
from messages.understand.plain import bare
from messages.understand.readings import Value
from storage.changes.money.record_gift import (
    ChooseNaming,
    GiftRecorded,
    GiveGoods,
    GoodsGiven,
    NamingChosen,
    RecordGift,
)
from storage.queries import Connection
from storage.queries.money.golden_heart import PublicGift, Stock, goods_in_stock, public_gifts

GIFTS_A_PAGE = 8
LONGEST_DONOR = 80
NEWEST_GIFTS = 20


@screen("golden_heart")
def golden_heart(me: Visitor, db: Connection, argument: str) -> Card:
    """The public list, the newest first; `argument` is the page."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    page = int(argument) if argument.isdecimal() and len(argument) < 6 else 0
    gifts = public_gifts(db, me.club_id, first=page * GIFTS_A_PAGE, most=GIFTS_A_PAGE + 1)
    lines = [_line(each) for each in gifts[:GIFTS_A_PAGE]]
    lines = [*lines, say.thanks()] if lines else [say.empty()]
    ways: list[tuple[Press, Moment]] = [(StartPress("golden_heart_name"), say.name_title())]
    if len(gifts) > GIFTS_A_PAGE:
        ways.insert(0, (ScreenPress("golden_heart", str(page + 1)), say.older()))
    if me.may(Action.ENTER_MEMBER):
        ways.append((StartPress("record_gift"), say.record_title()))
        ways.append((ScreenPress("goods"), say.goods_title()))
        ways.append((StartPress("take_gift"), say_gift.title()))
    ways.append((ScreenPress("menu"), say_everywhere.menu_word()))
    return Card(say.page(me.my_membership.club_name, lines), choices=choices(ways))


def _line(each: PublicGift) -> Moment:
    what = _what(each.kind, each.amount, each.item, (each.quantity_thousandths, each.unit))
    return say.line(each.given_on, each.giver, what, is_member=each.is_member)


def _what(kind: str, amount: Money | None, item: str, counted: tuple[int, str]) -> Moment:
    if amount is not None:
        return say_contribute.plain_sum(amount)
    return say_contribute.line(kind, thing_of(item, *counted))


@screen("goods")
def goods(me: Visitor, db: Connection, argument: str) -> Card:
    """Each kind of goods: received, given, left."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    stock = goods_in_stock(db, me.club_id)
    lines = [_stock_line(each) for each in stock]
    ways: list[tuple[Press, Moment]] = [(ScreenPress("golden_heart"), say.title())]
    if me.may(Action.ENTER_MEMBER) and any(each.left for each in stock):
        ways.insert(0, (StartPress("give_goods"), say.give_title()))
        ways.insert(1, (StartPress("goods_keeper"), say.keeper_title()))
    return Card(say.page(me.my_membership.club_name, lines or [say.empty()]), choices=choices(ways))


def _stock_line(each: Stock) -> Moment:
    unit = say_contribute.unit_of(each.unit, each.received - each.given)
    received = each.received
    if each.keeper is None or not each.left:
        return say.goods_line(each.item, unit, received=received, given=each.given)
    return say.kept_line(each.item, unit, received=received, given=each.given, keeper=each.keeper)


@dialogue("golden_heart_name", title=say.name_title, about=1)
async def golden_heart_name(ask: Ask, me: Visitor) -> ChooseNaming | Said:
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return said_no(Code.NOT_ALLOWED)
    return ChooseNaming(await ask.may_i("named", say.may_be_named()))


@after(NamingChosen)
def naming_chosen(fact: NamingChosen, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.naming_chosen(named=fact.may_be_named)))


@dataclass(frozen=True, slots=True)
class DonorQuestion(TextQuestion):
    """Who gave; "họ giấu tên" is nobody's name."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        return Value("") if hides_a_name(text) else TextQuestion.hear(self, text, hearing)


@dialogue("record_gift", title=say.record_title, about=5)
async def record_gift(ask: Ask, me: Visitor) -> RecordGift | Said:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    donor = ""
    if await ask.may_i("named", say.does_donor_agree()):
        donor = await DonorQuestion("donor", say.who_gave(), LONGEST_DONOR, False)
    kinds = KINDS if me.may(Action.CONFIRM_CONTRIBUTION) else KINDS[1:]
    kind = await ask.choice("kind", say.what_kind(), among=kinds, shown_as=say.kind)
    given = await (_money if kind == "money" else _thing)(ask, me, kind, donor)
    what = _what(kind, given.amount, given.item, (given.quantity_thousandths, given.unit))
    if await _is_the_same(me, given, what):
        return Said(say_lately.nothing_twice())
    if kind == "money" and given.amount is not None:
        what = say_contribute.sum_read_back(given.amount)
    if not await ask.confirm("agreed", say.record_read_back(given.donor, what)):
        return Said(say_fee.nothing())
    return given


async def _is_the_same(me: Visitor, given: RecordGift, what: Moment) -> bool:
    """Whether it stands in the book already (Club rules, B.3); asked only where it may."""
    newest = await read(public_gifts, me.club_id, first=0, most=NEWEST_GIFTS)
    same = [each for each in newest if _is_alike(each, given, me.today)]
    if not same:
        return False
    prompt = say_lately.gift_once_more(given.donor, what, same[0].given_on)
    return await is_that_one(prompt, same[0].number)


def _is_alike(each: PublicGift, given: RecordGift, today: date) -> bool:
    if each.is_member or (today - each.given_on).days > LATELY_DAYS:
        return False
    told = (given.kind, given.amount, given.item, given.quantity_thousandths)
    stands = (each.kind, each.amount, each.item, each.quantity_thousandths)
    return stands == told and bare(str(each.giver)) == bare(given.donor)


async def _money(ask: Ask, me: Visitor, kind: str, donor: str) -> RecordGift:
    return RecordGift(
        donor=donor,
        donor_agreed=bool(donor),
        kind=kind,
        amount=await sum_given(ask),
        by_bank=await by_bank(ask, me),
    )


async def _thing(ask: Ask, me: Visitor, kind: str, donor: str) -> RecordGift:
    item, unit, count = await thing_given(ask, kind)
    return RecordGift(
        donor=donor,
        donor_agreed=bool(donor),
        kind=kind,
        item=item,
        unit=unit,
        quantity_thousandths=count * 1000,
    )


@after(GiftRecorded)
def gift_recorded(fact: GiftRecorded, me: Visitor, db: Connection) -> Told:
    given = fact.gift
    what = _what(given.kind, given.amount, given.item, (given.quantity_thousandths, given.unit))
    return Told(closing(say.recorded(what, fact.voucher)))


@dialogue("give_goods", title=say.give_title, about=3)
async def give_goods(ask: Ask, me: Visitor) -> GiveGoods | Said:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    there = [each for each in await read(goods_in_stock, me.club_id) if each.left >= 1000]
    if not there:
        return Said(say.no_goods())
    goods_ = await ask.choice(
        "goods",
        say.which_goods(),
        among=there,
        shown_as=lambda each: say.stock(
            each.item, each.left, say_contribute.unit_of(each.unit, each.left)
        ),
        key=lambda each: f"{each.item}/{each.unit}",
    )
    prompt = say_contribute.how_many(say_contribute.unit(goods_.unit))
    count = await HowManyQuestion("count", prompt, 1, goods_.left // 1000, (), unit=goods_.unit)
    whom = await ask.text("whom", say.to_whom(), longest=120)
    what = say_contribute.line("goods", thing_of(goods_.item, count * 1000, goods_.unit))
    if not await ask.confirm("agreed", say.give_read_back(what, whom)):
        return Said(say_fee.nothing())
    return GiveGoods(goods_.item, goods_.unit, count * 1000, whom)


@after(GoodsGiven)
def goods_given(fact: GoodsGiven, me: Visitor, db: Connection) -> Told:
    given = fact.goods
    what = say_contribute.line(
        "goods", thing_of(given.item, given.quantity_thousandths, given.unit)
    )
    return Told(closing(say.given(what, fact.left, say_contribute.unit_of(given.unit, fact.left))))


entrance(
    ScreenPress("golden_heart"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="tamlongvang",
    words=("tấm lòng vàng", "sổ tấm lòng vàng", "golden heart", "golden heart book"),
    in_menu=False,
)
