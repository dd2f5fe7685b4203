"""The meeting gives a loan up; what is still paid on it later has come back."""

from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.loans.loan_by_meeting import loan_meant, minutes_of
from handlers.loans.pay_out_loan import place_label
from handlers.loans.reschedule_loan import which_running
from handlers.loans.vote_on_loan import subject_number
from handlers.meetings.minutes_day import day_of_minutes, with_minutes
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.loans import loan_cash as say_cash
from messages.loans import loan_changes as say
from messages.loans import loan_minutes as say_minutes
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.loans.write_off_loan import (
    GIVEN_UP_BY,
    LoanRecovered,
    RecoverLoan,
    WriteOffLoan,
)
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.loans.lending import places_with_cash
from storage.queries.loans.loans import Loan
from storage.queries.loans.written_off import WrittenOff, written_off_loans
from storage.queries.money.cash_keepers import cash_keeper_for
from storage.queries.money.proposals import Proposal, ProposalKind


@dialogue("write_off_loan", title=say.write_off_title, about=4)
async def write_off_loan(ask: Ask, me: Visitor) -> WriteOffLoan | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    running = await which_running(ask, me)
    if running is None:
        return Said(say.none_running())
    why = await ask.text("why", say.why_write_off(running.outstanding), longest=200)
    who = await ask.choice(
        "who", say_minutes.who_gives_up(running.name), among=GIVEN_UP_BY, shown_as=_decider
    )
    if who == "meeting":
        day = await day_of_minutes(ask, me)
    else:
        day = await ask.day("day", say_minutes.which_day(), ahead=False, offers=[me.today])
    what = WriteOffLoan(running.id, day, why, decided_by=who)
    described = await read(_given_up, running, running.outstanding, what)
    if not await ask.confirm("agreed", say.read_back(described)):
        return Said(say.nothing_changed())
    return what


def _decider(who: str) -> Moment:
    return say_minutes.decider(who)


def _given_up(db: Connection, running: Loan, amount: Money, what: WriteOffLoan) -> Moment:
    if what.decided_by == "officer":
        return say_minutes.given_up_with_officer(
            name=running.name, amount=amount, day=what.minutes_on, why=what.reason
        )
    described = say.write_off_described(
        name=running.name, amount=amount, minutes_on=what.minutes_on, why=what.reason
    )
    return with_minutes(db, running.club, what.minutes_on, described)


def _described(db: Connection, about: Proposal) -> Moment:
    running, by = loan_meant(db, about), about.content.get("decided_by", "meeting")
    what = WriteOffLoan(running.id, minutes_of(about), about.reason, decided_by=by)
    return _given_up(db, running, _amount(about), what)


def _done(db: Connection, fact: Agreed) -> Moment:
    return say.written_off(loan_meant(db, fact.proposal).name, _amount(fact.proposal))


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    text = say.yours_is_written_off(_amount(fact.proposal), fact.proposal.reason)
    return [(loan_meant(db, fact.proposal).borrower, text)]


def _amount(about: Proposal) -> Money:
    return Money(about.content["amount"])


MATTERS[ProposalKind.WRITE_OFF] = MatterSaid(_described, _done, _told)


@dialogue("recover_loan", title=say.recover_title, about=3)
async def recover_loan(ask: Ask, me: Visitor) -> RecoverLoan | Said:
    if not me.may(Action.TAKE_REPAYMENT):
        return said_no(Code.NOT_ALLOWED)
    gone = await _which(ask, me)
    if gone is None:
        return Said(say.none_running())
    amount = await ask.money(
        "amount",
        say.how_much_back(gone.loan.name, gone.lost),
        up_to=gone.lost,
        offers=[gone.lost],
        whole=gone.lost,
    )
    places = await read(places_with_cash, me.club_id, gone.loan.fund)
    into = places[0]
    if len(places) > 1:
        into = await ask.choice(
            "place",
            say_cash.into_which_place(),
            among=places,
            shown_as=place_label,
            key=lambda each: each.place.id,
        )
    if not await ask.confirm("agreed", say.recover_read_back(gone.loan.name, amount)):
        return Said(say_cash.not_recorded())
    return RecoverLoan(gone.loan.id, into.place.id, amount)


async def _which(ask: Ask, me: Visitor) -> WrittenOff | None:
    """The loan the dialogue is about, or one of those that this person takes money for."""
    gone = await read(_in_care, me)
    about = [each for each in gone if each.loan.id == subject_number(me)]
    if me.subject or not gone:
        return about[0] if about else None
    return await ask.choice(
        "loan",
        say.which_loan(),
        among=gone,
        shown_as=lambda each: say.written_off_line(each.loan.name, each.lost),
        key=lambda each: each.loan.id,
    )


def _in_care(db: Connection, me: Visitor) -> list[WrittenOff]:
    return [
        each
        for each in written_off_loans(db, me.club_id)
        if each.lost > NOTHING
        and cash_keeper_for(db, me.club_id, each.loan.borrower, me.today) == me.person
    ]


@after(LoanRecovered)
def recovered(fact: LoanRecovered, me: Visitor, db: Connection) -> Told:
    """The borrower has her receipt."""
    whose = fact.written_off.loan
    reply = say.recovered(name=whose.name, amount=fact.amount, voucher=fact.voucher, left=fact.left)
    thanks = news(say.thanks_for_recovery(fact.amount, fact.voucher))
    return Told(closing(reply), ((whose.borrower, thanks),))


entrance(
    StartPress("recover_loan"),
    label=say.recover_title,
    open_to=lambda me: me.may(Action.TAKE_REPAYMENT),
    command="thuhoino",
    words=("thu nợ đã xóa", "thu hồi nợ", "recovery", "recover a loan"),
    in_menu=False,
)
