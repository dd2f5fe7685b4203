"""Money goes between the tin and the club's account; what was earned by selling is entered."""

from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.story import story_of
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.money.books_said import fund_line
from handlers.money.given_lately import is_income_told
from handlers.money.take_fee import by_bank
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.talk.said_at_once import Begun
from messages.money import given_lately as say_lately
from messages.money import move_cash as say
from messages.money import take_fee as say_fee
from messages.presses import StartPress
from messages.understand.bank_moves import earned_by_selling, goes_to_bank
from storage.changes.money.move_cash import CashMoved, MoveCash
from storage.changes.money.record_income import IncomeRecorded, RecordIncome
from storage.queries import Connection
from storage.queries.money.ledger import Fund, cash_in, funds_of, places_of

TO_BANK, FROM_BANK = "to_bank", "from_bank"
LARGEST_INCOME, USUAL_INCOME = Money(100_000_000), Money(5_000_000)


def money_of_funds(db: Connection, club_id: int, kind: str) -> list[tuple[Fund, Money]]:
    """Each fund of which money lies in the tin, or in the account, and how much."""
    places = [each.id for each in places_of(db, club_id) if each.kind == kind][:1]
    there = [
        (fund, cash_in(db, club_id, place, fund.id))
        for place in places
        for fund in funds_of(db, club_id)
    ]
    return [(fund, cash) for fund, cash in there if cash > NOTHING]


@dialogue("move_cash", title=say.title, about=3)
async def move_cash(ask: Ask, me: Visitor) -> MoveCash | Said:
    if not me.may(Action.CARRY_TO_TIN):
        return said_no(Code.NOT_ALLOWED)
    in_tin = await read(money_of_funds, me.club_id, "tin")
    in_bank = await read(money_of_funds, me.club_id, "bank")
    ways = [*([TO_BANK] if in_tin else []), *([FROM_BANK] if in_bank else [])]
    if not ways:
        return Said(say.nothing_there())
    if me.subject in {TO_BANK, FROM_BANK} - set(ways):
        # What she told goes this way alone: the other one is nobody's wish.
        return Said(say.nothing_in(me.subject == TO_BANK))
    to_bank = await _way(ask, me, ways) == TO_BANK
    fund, cash = await _of_fund(ask, in_tin if to_bank else in_bank)
    amount = await ask.money("amount", say.how_much(to_bank, cash), up_to=cash, whole=cash)
    if not await ask.confirm("agreed", say.read_back(to_bank, amount, fund_line(fund))):
        return Said(say.nothing_moved())
    return MoveCash(fund.id, amount, to_bank)


async def _way(ask: Ask, me: Visitor, ways: list[str]) -> str:
    if me.subject in ways or len(ways) == 1:
        return me.subject if me.subject in ways else ways[0]
    return await ask.choice(
        "way", say.which_way(), among=ways, shown_as=lambda each: say.way(each == TO_BANK)
    )


async def _of_fund(ask: Ask, there: list[tuple[Fund, Money]]) -> tuple[Fund, Money]:
    if len(there) == 1:
        return there[0]
    return await ask.choice(
        "fund",
        say.of_which_fund(),
        among=there,
        shown_as=lambda each: say.fund_there(fund_line(each[0]), each[1]),
        key=lambda each: each[0].id,
    )


@after(CashMoved)
def cash_moved(fact: CashMoved, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.moved(fact.to_bank, fact.amount, fact.left)))


@dialogue("record_income", title=say.income_title, about=2)
async def record_income(ask: Ask, me: Visitor) -> RecordIncome | Said:
    if not me.may(Action.CONFIRM_CONTRIBUTION):
        return said_no(Code.NOT_ALLOWED)
    amount = await ask.money("sum", say.how_much_earned(), up_to=LARGEST_INCOME, usual=USUAL_INCOME)
    if await is_income_told(me, amount):
        return Said(say_lately.nothing_twice())
    in_account = await by_bank(ask, me)
    if not await ask.confirm("agreed", say.income_read_back(amount, in_account)):
        return Said(say_fee.nothing())
    return RecordIncome(amount, in_account)


@after(IncomeRecorded)
def income_recorded(fact: IncomeRecorded, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.income_recorded(fact.amount, fact.voucher)))


def moved_or_earned(text: str, me: Visitor) -> Begun | None:
    """What the cashier tells: "cầm 2 triệu ra ngân hàng gửi", "bán rau được 300k"."""
    to_bank = goes_to_bank(text) if me.may(Action.CARRY_TO_TIN) else None
    if to_bank is not None:
        return Begun("move_cash", TO_BANK if to_bank else FROM_BANK, story_of(text))
    if me.may(Action.CONFIRM_CONTRIBUTION) and earned_by_selling(text):
        return Begun("record_income", carried=story_of(text))
    return None


entrance(
    StartPress("move_cash"),
    label=say.title,
    open_to=lambda me: me.may(Action.CARRY_TO_TIN),
    command="nganhang",
    words=("gửi ngân hàng", "rút ngân hàng", "gửi rút ngân hàng", "money to the bank"),
    in_menu=False,
)
entrance(
    StartPress("record_income"),
    label=say.income_title,
    open_to=lambda me: me.may(Action.CONFIRM_CONTRIBUTION),
    command="tienban",
    words=("ghi tiền bán hàng", "tiền bán hàng", "thu tiền bán hàng", "income together"),
    in_menu=False,
)
