"""The cashier hands out an agreed loan; the borrower confirms the cash in her hand."""

from club.loans import due_meetings
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.loans.vote_on_loan import subject_number
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.loans import loan_cash as say
from messages.loans import loan_witness as say_witness
from messages.loans.loan_lines import of_whom
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.loans.pay_out_loan import (
    CashConfirmed,
    CashMissing,
    ConfirmCash,
    LoanPaidOut,
    PayOutLoan,
)
from storage.queries import Connection
from storage.queries.helping.witnesses import has_phone
from storage.queries.loans.lending import PlaceWithCash, lending, places_with_cash
from storage.queries.loans.loans import Loan, LoanState, loan, loans_of
from storage.queries.members.boards import board, holders
from storage.queries.money.cash_keepers import loans_in_care


@dialogue("pay_out_loan", title=say.pay_out_title, about=2)
async def pay_out_loan(ask: Ask, me: Visitor) -> PayOutLoan | Said:
    if not me.may(Action.PAY_OUT_LOAN):
        return said_no(Code.NOT_ALLOWED)
    agreed = await _which(ask, me)
    if agreed is None:
        return Said(say.nothing_to_pay_out())
    places = await read(places_with_cash, me.club_id, agreed.fund)
    enough = [each for each in places if each.cash >= agreed.terms.principal]
    if not enough:
        most = max(each.cash for each in places)
        return Said(say.too_little_cash(agreed.terms.principal, most))
    source = await ask.choice(
        "place",
        say.from_which_place(),
        among=enough,
        shown_as=place_label,
        key=lambda each: each.place.id,
    )
    meets = (await read(lending, me.club_id, me.today)).meets
    read_back = say.pay_out_read_back(
        name=agreed.name,
        amount=agreed.terms.principal,
        kind=source.place.kind,
        place=source.place.name,
        first_on=due_meetings(agreed.terms, me.today, meets)[0],
    )
    if not await ask.confirm("agreed", read_back):
        return Said(say.not_recorded())
    return PayOutLoan(agreed.id, source.place.id)


async def _which(ask: Ask, me: Visitor) -> Loan | None:
    """The agreed loan the dialogue is about, or one of those that wait for this person."""
    care = await read(loans_in_care, me.club_id, LoanState.AGREED, keeper=me.person, today=me.today)
    about = [each for each in care if each.id == subject_number(me)]
    if me.subject or not care:
        return about[0] if about else None
    return await ask.choice(
        "loan",
        say.whom_to_pay(),
        among=care,
        shown_as=lambda each: of_whom(each.name, each.terms.principal),
        key=lambda each: each.id,
    )


def place_label(each: PlaceWithCash) -> Moment:
    """A place with what lies there."""
    return say.place(each.place.kind, each.place.name, each.cash)


@after(LoanPaidOut)
def money_handed_out(fact: LoanPaidOut, me: Visitor, db: Connection) -> Told:
    """The borrower is asked whether she has it."""
    paid, amount = fact.loan, fact.loan.terms.principal
    question = cash_question(paid)
    if not has_phone(db, paid.borrower):
        return Told(_slip_card(paid, fact.voucher))
    return Told(
        closing(say.paid_out(paid.name, amount, fact.voucher)), ((paid.borrower, question),)
    )


def _slip_card(paid: Loan, voucher: str) -> Card:
    """Without a phone of hers, the slip with her mark stands for the answer."""
    said = say_witness.paid_out(paid.name, paid.terms.principal, voucher)
    note = (StartPress("witness_cash", str(paid.id)), say_witness.title())
    return Card(said, choices=choices([note, (ScreenPress("menu"), everywhere.menu_word())]))


def cash_question(paid: Loan) -> Card:
    """The question about the cash, pushed to the borrower."""
    return Card(
        say.have_you_got_it(paid.terms.principal),
        choices=choices([(StartPress("confirm_cash", str(paid.id)), say.answer_about_cash())]),
        numbered=False,
    )


@dialogue("confirm_cash", title=say.confirm_title, about=1)
async def confirm_cash(ask: Ask, me: Visitor) -> ConfirmCash | Said:
    if me.membership is None:
        return Said(say.nothing_to_confirm())
    paid = await read(loan, me.club_id, subject_number(me))
    if paid is None or paid.borrower != me.person or paid.paid_out_on is None:
        return Said(say.nothing_to_confirm())
    if paid.is_cash_confirmed:
        return said_no(Code.ALREADY_DONE)
    question = say.have_you_got_it(paid.terms.principal)
    here = await ask.confirm("in_hand", question, yes=say.got_it(), no=say.not_got_it())
    return ConfirmCash(paid.id, in_hand=here)


@after(CashConfirmed)
def cash_confirmed(fact: CashConfirmed, me: Visitor, db: Connection) -> Told:
    """Her receipt; those who keep cash and books hear it."""
    paid, first = fact.loan, fact.loan.instalments[0].instalment
    assert paid.paid_out_on is not None
    receipt = say.receipt_of_cash(
        amount=paid.terms.principal,
        paid_out_on=paid.paid_out_on,
        first_on=first.due_on,
        first=first.amount,
    )
    heard = holders(db, paid.club, me.today, "cashier", "bookkeeper")
    card = Card(say.cash_confirmed(paid.name, paid.terms.principal), numbered=False)
    return Told(closing(receipt), tuple((each, card) for each in heard if each != me.person))


@after(CashMissing)
def cash_is_missing(fact: CashMissing, me: Visitor, db: Connection) -> Told:
    """The whole board hears at once that the money did not arrive."""
    missing = fact.loan
    said = say.board_cash_missing(missing.name, missing.terms.principal)
    card = Card(said, numbered=False)
    told = {each.person_id: card for each in board(db, missing.club, me.today)}
    told.pop(me.person, None)
    return Told(closing(say.cash_missing()), tuple(told.items()))


@waiting
def loans_to_pay_out(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Agreed loans this visitor hands out, and her own to confirm."""
    care: list[Loan] = []
    if me.may(Action.PAY_OUT_LOAN):
        care = loans_in_care(db, me.club_id, LoanState.AGREED, keeper=me.person, today=me.today)
    own = loans_of(db, me.member_id, LoanState.RUNNING)
    return [
        *(_to_pay_out(each) for each in care),
        *(_to_confirm(each) for each in own if not each.is_cash_confirmed),
    ]


def _to_pay_out(agreed: Loan) -> tuple[Press, Moment]:
    label = say.pay_out_to(of_whom(agreed.name, agreed.terms.principal))
    return StartPress("pay_out_loan", str(agreed.id)), label


def _to_confirm(own: Loan) -> tuple[Press, Moment]:
    return StartPress("confirm_cash", str(own.id)), say.confirm_title()


entrance(
    StartPress("pay_out_loan"),
    label=say.pay_out_title,
    open_to=lambda me: me.may(Action.PAY_OUT_LOAN),
    command="chitienvay",
    words=("chi tiền vay", "trao tiền vay", "phát vay", "pay out a loan", "hand out a loan"),
)
