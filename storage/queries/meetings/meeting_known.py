"""What the minutes of a meeting know by themselves: the roll, the money, the month's work."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, select

from club.accounts import Account, Kind
from club.meetings import Presence
from club.meetings import attendance as attendance_of
from club.minutes import ActivityThen, FundThen, Known, LoanMatter
from club.money import NOTHING, Money
from storage.queries.meetings.meetings import Meeting
from storage.queries.members.naming import NAMED
from storage.queries.money.ledger import funds_of
from storage.queries.money.proposals import ProposalKind
from storage.tables.activities import activities, help_given
from storage.tables.attending import meeting_guests
from storage.tables.books import postings, reversals, transactions
from storage.tables.loans import loans
from storage.tables.meetings import attendance, meeting_answers, meetings
from storage.tables.people import members, persons
from storage.tables.proposals import proposals

LONGEST_BETWEEN_MEETINGS = timedelta(days=45)


def known_of(db: Connection, of: Meeting) -> Known:
    """The figures as they are now; finishing the minutes freezes them."""
    roll = _roll(db, of)
    count = attendance_of([presence for _, presence in roll], members=len(roll))
    taken = _taken_on(db, of)
    since = _since(db, of)
    return Known(
        members=count.members,
        present=count.present,
        excused=count.excused,
        roll=tuple((name, presence.value) for name, presence in roll),
        guests=_guests(db, of),
        funds=_funds(db, of),
        payers=_payers(db, of),
        fees=taken[Kind.FEE],
        gifts=taken[Kind.DONATION],
        repaid=taken[Kind.REPAYMENT],
        loans=(*_decided_loans(db, of), *_changed_loans(db, of)),
        refused=_refused(db, of),
        activities=_activities(db, of, since),
        helped=_helped(db, of, since),
        next_meeting=_next(db, of),
    )


def _roll(db: Connection, of: Meeting) -> tuple[tuple[str, Presence], ...]:
    """Every member on the roll; excused is whoever had said that it was not possible."""
    found = db.execute(
        select(attendance.c.present, meeting_answers.c.answer, NAMED)
        .join(members, members.c.id == attendance.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .outerjoin(
            meeting_answers,
            and_(
                meeting_answers.c.meeting_id == attendance.c.meeting_id,
                meeting_answers.c.member_id == attendance.c.member_id,
            ),
        )
        .where(attendance.c.meeting_id == of.id)
        .order_by(members.c.id)
    )
    return tuple((str(row.name), _presence(row)) for row in found)


def _presence(row: Any) -> Presence:
    if row.present:
        return Presence.PRESENT
    return Presence.EXCUSED if row.answer == "no" else Presence.ABSENT


def _guests(db: Connection, of: Meeting) -> tuple[tuple[str, int], ...]:
    found = db.execute(
        select(meeting_guests.c.kind, meeting_guests.c.people)
        .where(meeting_guests.c.meeting_id == of.id, meeting_guests.c.people > 0)
        .order_by(meeting_guests.c.id)
    )
    return tuple((row.kind, row.people) for row in found)


def _since(db: Connection, of: Meeting) -> date:
    """The day of the meeting before; what was done after it belongs to this one."""
    before = db.execute(
        select(func.max(meetings.c.held_on)).where(
            meetings.c.club_id == of.club_id,
            meetings.c.state == "held",
            meetings.c.held_on < of.day,
        )
    ).scalar()
    earliest = of.day - LONGEST_BETWEEN_MEETINGS
    return earliest if before is None else max(before, earliest)


def _next(db: Connection, of: Meeting) -> date | None:
    found: date | None = db.execute(
        select(func.min(meetings.c.held_on)).where(
            meetings.c.club_id == of.club_id,
            meetings.c.state != "cancelled",
            meetings.c.held_on > of.day,
        )
    ).scalar()
    return found


# Money


def _funds(db: Connection, of: Meeting) -> tuple[FundThen, ...]:
    """Each fund by what has happened up to the end of the day, whenever it was entered."""
    found = db.execute(
        select(postings.c.fund_id, postings.c.account, func.sum(postings.c.amount))
        .join(transactions, transactions.c.id == postings.c.transaction_id)
        .where(
            postings.c.club_id == of.club_id,
            postings.c.account.in_((Account.CASH.value, Account.PRINCIPAL.value)),
            transactions.c.happened_on <= of.day,
        )
        .group_by(postings.c.fund_id, postings.c.account)
    )
    sums: dict[tuple[int, str], Money] = defaultdict(lambda: NOTHING)
    for fund_id, account, amount in found:
        sums[fund_id, account] = _money(amount)
    return tuple(
        FundThen(
            each.kind,
            each.name,
            sums[each.id, Account.CASH.value],
            sums[each.id, Account.PRINCIPAL.value],
        )
        for each in funds_of(db, of.club_id)
    )


def _taken_on(db: Connection, of: Meeting) -> dict[Kind, Money]:
    """What each kind of entry brought in cash on the day; what was reversed later counts not."""
    found = db.execute(
        select(transactions.c.kind, func.sum(postings.c.amount))
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .where(*_on_the_day(of), postings.c.account == Account.CASH.value)
        .group_by(transactions.c.kind)
    )
    taken: dict[Kind, Money] = defaultdict(lambda: NOTHING)
    taken.update({Kind(kind): _money(amount) for kind, amount in found})
    return taken


def _payers(db: Connection, of: Meeting) -> int:
    found = db.execute(
        select(func.count(transactions.c.for_member.distinct())).where(
            *_on_the_day(of), transactions.c.kind == Kind.FEE.value
        )
    )
    return int(found.scalar_one())


def _on_the_day(of: Meeting) -> tuple[Any, ...]:
    reversed_ones = (
        select(transactions.c.reverses_id)
        .where(transactions.c.club_id == of.club_id, transactions.c.reverses_id.is_not(None))
        .scalar_subquery()
    )
    return (
        transactions.c.club_id == of.club_id,
        transactions.c.happened_on == of.day,
        transactions.c.id.not_in(reversed_ones),
    )


def _money(amount: Any) -> Money:
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(amount))


# Loans


def _of_the_day(of: Meeting) -> Any:
    """Decided by this meeting, or by the board on its day."""
    by_board = and_(loans.c.minutes_on.is_(None), loans.c.decided_on == of.day)
    return and_(loans.c.club_id == of.club_id, (loans.c.minutes_on == of.day) | by_board)


_AGREED = ("agreed", "running", "repaid", "written_off")


def _decided_loans(db: Connection, of: Meeting) -> list[LoanMatter]:
    found = db.execute(
        select(loans.c.principal, loans.c.minutes_on, NAMED)
        .join(members, members.c.id == loans.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(_of_the_day(of), loans.c.state.in_(_AGREED))
        .order_by(loans.c.round_rank, loans.c.id)
    )
    return [
        LoanMatter("agreed", str(row.name), row.name.form, row.principal, row.minutes_on == of.day)
        for row in found
    ]


def _refused(db: Connection, of: Meeting) -> int:
    found = select(func.count()).select_from(loans)
    return int(db.execute(found.where(_of_the_day(of), loans.c.state == "refused")).scalar_one())


_CHANGES = {
    ProposalKind.RESCHEDULE.value: "rescheduled",
    ProposalKind.WRITE_OFF.value: "written_off",
}


def _changed_loans(db: Connection, of: Meeting) -> list[LoanMatter]:
    """Loans put on a new schedule or written off by this meeting."""
    found = db.execute(
        select(proposals.c.kind, proposals.c.content, loans.c.principal, NAMED)
        .join(loans, loans.c.id == proposals.c.subject_id)
        .join(members, members.c.id == loans.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            proposals.c.club_id == of.club_id,
            proposals.c.kind.in_(list(_CHANGES)),
            proposals.c.state == "agreed",
        )
        .order_by(proposals.c.id)
    )
    return [
        LoanMatter(
            _CHANGES[row.kind],
            str(row.name),
            row.name.form,
            Money(row.content.get("amount", row.principal.dong)),
            by_meeting=True,
        )
        for row in found
        if row.content["minutes_on"] == of.day.isoformat()
        and row.content.get("decided_by", "meeting") == "meeting"
    ]


# The month's work


def _activities(db: Connection, of: Meeting, since: date) -> tuple[ActivityThen, ...]:
    found = db.execute(
        select(activities.c.area, activities.c.what, activities.c.people_count)
        .where(
            activities.c.club_id == of.club_id,
            activities.c.done_on > since,
            activities.c.done_on <= of.day,
        )
        .order_by(activities.c.done_on, activities.c.id)
    )
    return tuple(ActivityThen(row.area, row.what, row.people_count) for row in found)


def _helped(db: Connection, of: Meeting, since: date) -> int:
    found = db.execute(
        select(func.count())
        .select_from(
            help_given.outerjoin(reversals, reversals.c.reverses_id == help_given.c.transaction_id)
        )
        .where(
            help_given.c.club_id == of.club_id,
            reversals.c.id.is_(None),
            help_given.c.given_on > since,
            help_given.c.given_on <= of.day,
        )
    )
    return int(found.scalar_one())
