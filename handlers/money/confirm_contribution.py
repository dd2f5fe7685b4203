"""The cashier's word on a contribution that waits: it is here, or it is not and why."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from club.accounts import Kind
from club.calendar import Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.money.contributions_said import how_of, line_of
from handlers.money.fee_spread import booked_noted, waiting_noted
from handlers.money.given_lately import is_the_same
from handlers.money.several_payers import next_payer
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere as say_everywhere
from messages import tasks as say_tasks
from messages.cards import Card
from messages.helping import helping as say_helping
from messages.moments import Moment
from messages.money import confirm_contribution as say
from messages.money.corrections import booked_in
from messages.money.take_fee import entered_for_you
from messages.papers.kinds import Paper
from messages.papers.receipts import receipt as paper_receipt
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.money_received import received_told
from storage.changes.money.confirm_contribution import (
    ConfirmContribution,
    ContributionConfirmed,
    ContributionRefused,
    RefuseContribution,
)
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.helping.helped import who_typed
from storage.queries.members.members import name_of
from storage.queries.money.contributions import (
    Contribution,
    contribution,
    waiting_contributions,
    why_not_confirm,
)


@dialogue("confirm_contribution", title=say.title, about=2)
async def confirm_contribution(
    ask: Ask, me: Visitor
) -> ConfirmContribution | RefuseContribution | Said | Redo:
    if not me.may(Action.CONFIRM_CONTRIBUTION) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    given = await read(contribution, me.club_id, int(me.subject))
    if given is None or given.state != "waiting":
        return Said(await read(_decided, given, me))
    why_not = await read(why_not_confirm, given, me.person, me.today)
    if why_not is not None:
        return said_no(why_not)
    how = how_of(given, await read(name_of, given.handed_to))
    told = await read(waiting_noted, line_of(given), given, Month.of(me.today))
    typed = await read(who_typed, given.id)
    if typed is not None:
        by_helper = say_helping.typed_by(typed.helper, typed.name)
        how = say_helping.noted_by_helper(how, typed.helper, typed.name) if how else by_helper
    question = say.is_it_here(given.name, told, how)
    yes, no = say.answer(_yes(given)), say.answer("not_yet")
    if not await _booked_already(me, given) and await ask.confirm(
        "answer", question, yes=yes, no=no, told=received_told
    ):
        return ConfirmContribution(given.id)
    reason = await ask.text("reason", say.why_not(given.name), longest=200)
    if not await ask.confirm("sure", say.refusal_read_back(given.name, line_of(given), reason)):
        return Redo(("reason", "sure"))
    return RefuseContribution(given.id, reason)


async def _booked_already(me: Visitor, given: Contribution) -> bool:
    """Whether the cashier says that he has entered this very money before."""
    if given.amount is None:
        return False
    kind = Kind.FEE if given.kind == "fee" else Kind.DONATION
    return await is_the_same(me, member_id=given.member_id, kind=kind, amount=given.amount)


def _decided(db: Connection, given: Contribution | None, me: Visitor) -> Moment:
    """Who has answered it already, and when."""
    if given is None or given.decided_by is None or given.decided_at is None:
        return say.decided_already()
    if given.state == "taken_back":
        return say.decided_already()
    by = "" if given.decided_by == me.person_id else name_of(db, given.decided_by)
    at = given.decided_at.astimezone(ZoneInfo(me.my_membership.timezone))
    return say.decided_by(
        line_of(given), by, at.date(), at.time(), confirmed=given.state == "confirmed"
    )


def _yes(given: Contribution) -> str:
    """What a yes means for this kind: a screenshot proves nothing (Club rules, B.4)."""
    if given.kind not in {"fee", "money"}:
        return "received"
    return "in_account" if given.paid_how == "bank" else "in_hand"


@waiting
def contributions_to_confirm(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Those that wait for this very person."""
    if not me.may(Action.CONFIRM_CONTRIBUTION):
        return []
    return [
        (
            StartPress("confirm_contribution", str(each.id)),
            say.task(each.name, line_of(each)),
        )
        for each in waiting_contributions(db, me.club_id)
        if why_not_confirm(db, each, me.person, me.today) is None
    ]


@after(ContributionConfirmed)
def contribution_confirmed(fact: ContributionConfirmed, me: Visitor, db: Connection) -> Told:
    """The member gets the receipt, with a way to say that it is not right."""
    given = fact.declaration
    receipt = Card(
        booked_noted(db, _receipt(fact, me, db), fact),
        choices=choices([(StartPress("dispute", str(given.id)), say.not_right())]),
        before=_entered_by(given, db),
        numbered=False,
        papers=_receipt_papers(fact, me, db),
    )
    booked = say.booked(given.name, line_of(given), fact.voucher)
    following = next_payer(me.subject, me, db)
    return Told(_next(booked, _late(fact), following), ((given.person_id, receipt),))


def _entered_by(given: Contribution, db: Connection) -> tuple[Moment, ...]:
    """She is told what was done in her name."""
    typed = who_typed(db, given.id)
    if typed is not None:
        return (say_helping.typed_by(typed.helper, typed.name),)
    if given.declared_by == given.person_id:
        return ()
    return (entered_for_you(name_of(db, given.declared_by)),)


def _late(fact: ContributionConfirmed) -> tuple[Moment, ...]:
    """Its month is closed, and so it stands in the open one."""
    if fact.booked_in is None:
        return ()
    return (booked_in(Month.of(fact.received_on), fact.booked_in),)


def _receipt(fact: ContributionConfirmed, me: Visitor, db: Connection) -> Moment:
    given = fact.declaration
    name = club(db, given.club_id).name
    by = name_of(db, me.person)
    if given.amount is None or not fact.voucher:
        return say.gift_received(name, line_of(given), day=fact.received_on, by=by)
    return say.receipt(
        name,
        fact.voucher,
        given.amount,
        day=fact.received_on,
        by=by,
        months=list(fact.months),
    )


def _receipt_papers(fact: ContributionConfirmed, me: Visitor, db: Connection) -> tuple[Paper, ...]:
    """The receipt as a picture, where money was received."""
    given = fact.declaration
    if given.amount is None or not fact.voucher:
        return ()
    drawn = paper_receipt(
        club=club(db, given.club_id).name,
        voucher=fact.voucher,
        who=given.name,
        what=say.received_for(list(fact.months)),
        amount=given.amount,
        day=fact.received_on,
        by=name_of(db, me.person),
    )
    return (drawn,)


def _next(
    body: Moment,
    before: tuple[Moment, ...] = (),
    following: Sequence[tuple[Press, Moment]] = (),
) -> Card:
    """After one thing is done: what comes next of its kind, and the list of what still waits."""
    ways: list[tuple[Press, Moment]] = [
        *following,
        (ScreenPress("tasks"), say_tasks.title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    return Card(body, before=before, choices=choices(ways))


@after(ContributionRefused)
def contribution_refused(fact: ContributionRefused, me: Visitor, db: Connection) -> Told:
    given = fact.declaration
    regret = news(
        say.was_refused(line_of(given), name_of(db, me.person), fact.reason),
        (StartPress("dispute", str(given.id)), say.not_right()),
        (ScreenPress("person"), say_everywhere.person()),
    )
    return Told(_next(say.not_booked(given.name)), ((given.person_id, regret),))
