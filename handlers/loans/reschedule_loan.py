"""A loan that cannot be paid as agreed gets more time, by board or meeting."""

from club.members import Action
from club.refusals import Code
from club.rescheduling import rescheduled
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.terms import MonthsQuestion
from handlers.dialogue.visitor import Visitor
from handlers.loans.loan_by_meeting import loan_meant, minutes_of
from handlers.loans.vote_on_loan import subject_number
from handlers.meetings.minutes_day import day_of_minutes, with_minutes
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.loans import loan_changes as say
from messages.moments import Moment
from storage.changes.loans.reschedule_loan import DECIDED_BY, RescheduleLoan
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.loans.lending import lending
from storage.queries.loans.loans import Loan, running_loans
from storage.queries.meetings.minutes import minute_takers
from storage.queries.money.proposals import Proposal, ProposalKind

OFFERED_MONTHS = (3, 6, 12)
LONGEST_MONTHS = 60


@dialogue("reschedule_loan", title=say.reschedule_title, about=5)
async def reschedule_loan(ask: Ask, me: Visitor) -> RescheduleLoan | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    running = await which_running(ask, me)
    if running is None:
        return Said(say.none_running())
    who = await ask.choice(
        "who", say.who_decided(running.name), among=DECIDED_BY, shown_as=say.decider
    )
    day = await day_of_minutes(ask, me)
    question = say.how_many_months(running.outstanding)
    months = await MonthsQuestion("months", question, 1, LONGEST_MONTHS, OFFERED_MONTHS)
    why = await ask.text("why", say.why_more_time(), longest=200)
    described = say.reschedule_described(
        name=running.name,
        months=months,
        who=who,
        minutes_on=day,
        plan=await read(_new_plan, running, months, me),
        why=why,
    )
    if who == "meeting":
        described = await read(with_minutes, me.club_id, day, described)
    if not await ask.confirm("agreed", say.read_back(described)):
        return Said(say.nothing_changed())
    return RescheduleLoan(
        loan_id=running.id, months=months, decided_by=who, minutes_on=day, reason=why
    )


def _new_plan(db: Connection, running: Loan, months: int, me: Visitor) -> list[list[object]]:
    """Day and sum of each instalment to come."""
    meets = lending(db, running.club, me.today).meets
    plan = rescheduled(
        running.instalments, running.terms, months=months, meets=meets, today=me.today
    )
    return [[each.due_on, each.amount] for each in plan if each.months]


async def which_running(ask: Ask, me: Visitor) -> Loan | None:
    """The loan the dialogue is about, or one of those whose minutes she may enter."""
    open_to_her = await read(_may_enter, me)
    about = [each for each in open_to_her if each.id == subject_number(me)]
    if me.subject or not open_to_her:
        return about[0] if about else None
    return await ask.choice(
        "loan",
        say.which_loan(),
        among=open_to_her,
        shown_as=lambda each: say.line(each.name, each.outstanding, 0),
        key=lambda each: each.id,
    )


def _may_enter(db: Connection, me: Visitor) -> list[Loan]:
    return [
        each
        for each in running_loans(db, me.club_id)
        if each.outstanding and me.person in minute_takers(db, me.club_id, each.borrower, me.today)
    ]


def _plan_of(changed: Loan) -> list[list[object]]:
    return [
        [each.instalment.due_on, each.left]
        for each in changed.instalments
        if each.instalment.months and each.left
    ]


def _described(db: Connection, about: Proposal) -> Moment:
    """The schedule as it would be if agreed to on the day it was entered."""
    running, months = loan_meant(db, about), int(about.content["months"])
    day = about.proposed_on
    plan = rescheduled(
        running.instalments,
        running.terms,
        months=months,
        meets=lending(db, about.club_id, day).meets,
        today=day,
    )
    described = say.reschedule_described(
        name=running.name,
        months=months,
        who=about.content["decided_by"],
        minutes_on=minutes_of(about),
        plan=[[each.due_on, each.amount] for each in plan if each.months],
        why=about.reason,
    )
    if about.content["decided_by"] != "meeting":
        return described
    return with_minutes(db, about.club_id, minutes_of(about), described)


def _done(db: Connection, fact: Agreed) -> Moment:
    changed = loan_meant(db, fact.proposal)
    following = changed.next_instalment
    assert following is not None
    return say.rescheduled(changed.name, following.instalment.due_on, following.left)


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    changed = loan_meant(db, fact.proposal)
    text = say.you_have_more_time(
        left=changed.outstanding, plan=_plan_of(changed), why=fact.proposal.reason
    )
    return [(changed.borrower, text)]


MATTERS[ProposalKind.RESCHEDULE] = MatterSaid(_described, _done, _told)
