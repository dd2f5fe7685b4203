"""The cashier takes a repayment; the borrower gets a receipt with what is left."""

from dataclasses import replace
from datetime import date

from club.accounts import Kind
from club.arrears import late
from club.members import Action
from club.money import NOTHING, Money, total
from club.refusals import Code
from club.repayments import Spread, spread_repayment, sum_to_close
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.loans.pay_out_loan import place_label
from handlers.loans.vote_on_loan import subject_number
from handlers.menus import closing
from handlers.money.given_lately import is_the_same
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.loans import loan_cash as say_cash
from messages.loans import loan_repayments as say
from messages.loans import loan_rest as say_more
from messages.moments import Moment
from messages.money import confirm_contribution as say_receipt
from messages.money import given_lately as say_lately
from messages.papers.kinds import Paper
from messages.papers.receipts import receipt
from messages.presses import StartPress
from messages.understand.people import ways_to_name
from storage.changes.loans.take_repayment import RepaymentTaken, TakeRepayment
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.loans.lending import PlaceWithCash, lending, places_with_cash
from storage.queries.loans.loans import Loan, LoanState
from storage.queries.members.members import name_of
from storage.queries.money.cash_keepers import loans_in_care


@dialogue("repayment", title=say.repayment_title, about=3)
async def take_repayment(ask: Ask, me: Visitor) -> TakeRepayment | Said | Redo:
    if not me.may(Action.TAKE_REPAYMENT):
        return said_no(Code.NOT_ALLOWED)
    running = await _which(ask, me)
    if running is None:
        return Said(say.nobody_repays())
    given = await _given(ask, running, me.today)
    if await is_the_same(me, member_id=running.member, kind=Kind.REPAYMENT, amount=given):
        return Said(say_lately.nothing_twice())
    into = await _place(ask, me, running)
    settled = await read(lending, me.club_id, me.today)
    spread = spread_repayment(running.instalments, given, me.today, settled.order)
    is_gift = bool(spread.rest) and await _is_gift(ask, running, spread.rest)
    by = "" if ask.is_open("brought_by") else await _bringer(ask)
    if not await ask.confirm("agreed", _read_back(running, spread, is_gift, brought_by=by)):
        return await _what_is_wrong(ask)
    return TakeRepayment(
        running.id,
        into.place.id,
        given - spread.rest,
        handed_back=NOTHING if is_gift else spread.rest,
        donated=spread.rest if is_gift else NOTHING,
        brought_by=by,
    )


async def _given(ask: Ask, running: Loan, today: date) -> Money:
    """How much she repays; what is due and what would close the loan are offered."""
    due_on, due = due_now(running, today)
    to_close = sum_to_close(running.instalments, today)
    return await ask.money(
        "amount",
        say.how_much_repaid(name=running.name, due_on=due_on, due=due, to_close=to_close),
        offers=sorted({due, to_close}),
        whole=to_close,
        due=due,
        interest=_interest_due(running, today),
    )


async def _place(ask: Ask, me: Visitor, running: Loan) -> PlaceWithCash:
    """Where the money goes; asked only where there is a choice."""
    places = await read(places_with_cash, me.club_id, running.fund)
    if len(places) == 1:
        return places[0]
    return await ask.choice(
        "place",
        say_cash.into_which_place(),
        among=places,
        shown_as=place_label,
        key=lambda each: each.place.id,
    )


async def _is_gift(ask: Ask, running: Loan, rest: Money) -> bool:
    """What is more than owed is hers: she has it back, or gives it (Club rules, C.5)."""
    return await ask.choice(
        "rest",
        say_more.what_of_the_rest(running.name, rest),
        among=(False, True),
        shown_as=say_more.rest,
        key=lambda each: "gift" if each else "back",
    )


def _read_back(running: Loan, spread: Spread, is_gift: bool, *, brought_by: str) -> Moment:
    read_back = say.repayment_read_back(
        name=running.name,
        kept=spread.principal + spread.interest,
        principal=spread.principal,
        interest=spread.interest,
        handed_back=NOTHING if is_gift else spread.rest,
    )
    if is_gift:
        read_back = say_more.with_gift(read_back, spread.rest)
    return say_more.with_bringer(read_back, brought_by) if brought_by else read_back


async def _bringer(ask: Ask) -> str:
    return await ask.text("brought_by", say_more.who_brought(), longest=60)


async def _what_is_wrong(ask: Ask) -> Said | Redo:
    """Another sum, somebody else who brought it, or nothing at all."""
    parts = ("amount", "brought_by", "none")
    wrong = await ask.choice("wrong", say_more.what_is_wrong(), among=parts, shown_as=say_more.part)
    if wrong == "none":
        return Said(say_cash.not_recorded())
    if wrong == "brought_by":
        await _bringer(ask)
        return Redo(("wrong", "agreed"))
    return Redo(("amount", "once_more", "rest", "wrong", "agreed"))


async def _which(ask: Ask, me: Visitor) -> Loan | None:
    """The running loan the dialogue is about, or one of those this person takes money for."""
    care = await read(
        loans_in_care, me.club_id, LoanState.RUNNING, keeper=me.person, today=me.today
    )
    about = [each for each in care if each.id == subject_number(me)]
    if me.subject or not care:
        return about[0] if about else None
    return await ask.choice(
        "loan",
        say.who_repays(),
        among=care,
        shown_as=lambda each: _due_line(each, me.today),
        key=lambda each: each.id,
        said_as=lambda each: ways_to_name(each.name),
    )


def _due_line(running: Loan, today: date) -> Moment:
    due_on, due = due_now(running, today)
    return say.due_of(running.name, due_on, due)


def due_now(running: Loan, today: date) -> tuple[date, Money]:
    """What is due: everything past its day, or else the next instalment; and since or by when."""
    overdue = late(running.instalments, today)
    if overdue:
        return overdue[0].instalment.due_on, total(each.left for each in overdue)
    following = running.next_instalment
    if following is None:
        return today, NOTHING
    return following.instalment.due_on, following.left


def _interest_due(running: Loan, today: date) -> Money:
    """What of that is interest."""
    overdue, following = late(running.instalments, today), running.next_instalment
    open_now = overdue or ([following] if following else [])
    return total(each.interest_left for each in open_now)


@after(RepaymentTaken)
def repayment_taken(fact: RepaymentTaken, me: Visitor, db: Connection) -> Told:
    """The receipt says what is left and what comes next; all repaid is thanked for."""
    taken, kept = fact.loan, fact.spread.principal + fact.spread.interest
    reply = say.repayment_kept(
        name=taken.name, kept=kept, voucher=fact.voucher, left=taken.outstanding
    )
    not_right = StartPress("dispute", f"entry {fact.transaction_id}")
    said = news(_receipt(fact, me.today), (not_right, say_receipt.not_right()))
    card = replace(said, papers=(_receipt_paper(fact, me, db),))
    return Told(closing(reply), ((taken.borrower, card),))


def _receipt(fact: RepaymentTaken, today: date) -> Moment:
    next_on, next_sum = due_now(fact.loan, today)
    said = say.receipt(
        kept=fact.spread.principal + fact.spread.interest,
        paid_on=today,
        voucher=fact.voucher,
        principal=fact.spread.principal,
        interest=fact.spread.interest,
        handed_back=fact.handed_back,
        left=fact.loan.outstanding,
        next_on=None if fact.is_all_repaid else next_on,
        next_sum=next_sum,
    )
    if fact.donated:
        said = say_more.gift_thanked(said, fact.donated)
    return say_more.brought(said, fact.brought_by) if fact.brought_by else said


def _receipt_paper(fact: RepaymentTaken, me: Visitor, db: Connection) -> Paper:
    spread = fact.spread
    return receipt(
        club=club(db, fact.loan.club).name,
        voucher=fact.voucher,
        who=fact.loan.name,
        what=say.receipt_for(spread.principal, spread.interest),
        amount=spread.principal + spread.interest,
        day=me.today,
        by=name_of(db, me.person),
    )


entrance(
    StartPress("repayment"),
    label=say.repayment_title,
    open_to=lambda me: me.may(Action.TAKE_REPAYMENT),
    command="thuno",
    words=("thu nợ", "thu tiền vay", "trả nợ", "repayment", "take a repayment"),
)
