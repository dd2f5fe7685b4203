"""Three days before an instalment, on its day, 7 and 30 days after; the board hears of the last."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from club.calendar import ONE_DAY
from club.reminders import TIMINGS, Kind
from club.repayments import OpenInstalment
from messages import reminders_of_money as say
from messages.cards import Card
from scheduler.reminding import HORIZON, Reminding, Span, by_kind, day_of, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.loans.loans import Loan, running_loans
from storage.queries.reminding import reminding_money as about
from storage.queries.reminding.reminding_money import Day
from storage.reminders import Claimed

LASTS = timedelta(days=20)
"""So long after its day the last word is still said."""
LONGEST_QUIET = timedelta(days=12)
BOARD_HEARS_FROM_DAYS = min(TIMINGS[Kind.INSTALMENT_LATE].days)


def plan(db: Connection, span: Span) -> None:
    """The instalments of which something is to be said soon."""
    reminders.withdraw(db, Kind.INSTALMENT, about.instalments_due())
    last_word = max(TIMINGS[Kind.INSTALMENT].days) * ONE_DAY
    today = span.now.date()
    first = today - last_word - LASTS - LONGEST_QUIET
    for day in about.instalment_days(db, first, today + HORIZON + 4 * ONE_DAY):
        _plan_borrowers(db, day, span)
        _plan_board(db, day, span)


def _plan_borrowers(db: Connection, day: Day, span: Span) -> None:
    wanted = about.due_on(about.instalments_due(), day)
    for days, times in times_of(Kind.INSTALMENT, day.on, day.timezone, lasts=LASTS, span=span):
        reminders.plan(db, Kind.INSTALMENT, wanted, times, now=span.now, period=str(days))


def _plan_board(db: Connection, day: Day, span: Span) -> None:
    """The board hears once a morning, however many instalments are late by then."""
    wanted = about.board_with_loans_of(day, day_of(span, day.timezone))
    kind = Kind.INSTALMENT_LATE
    for _, times in times_of(kind, day.on, day.timezone, lasts=LASTS, span=span):
        morning = local(times.due_at, day.timezone).date()
        reminders.plan(db, kind, wanted, times, now=span.now, period=str(morning))


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """No sum is shown until it is opened; nothing is said of what was paid meanwhile."""
    loans = _Loans(db)
    wanted = reminders.still_wanted(db, about.instalments_due(), by_kind(claimed, Kind.INSTALMENT))
    asked = [row.member_id for row in wanted.values()]
    silent = about.in_mourning(db, asked, now.date())
    found = {
        number: say.instalment_card(row.due_on, (row.due_on - local(now, row.timezone).date()).days)
        for number, row in wanted.items()
        if row.member_id not in silent and loans.is_owed(row)
    }
    return found | _for_board(db, claimed, loans, now)


def _for_board(
    db: Connection, claimed: Sequence[Claimed], loans: "_Loans", now: datetime
) -> dict[int, Card]:
    found = {}
    board = about.board_of(about.BOARD_ROLES, now.date())
    ids = by_kind(claimed, Kind.INSTALMENT_LATE)
    wanted = reminders.still_wanted(db, board, ids)
    for each in claimed:
        if each.id not in wanted:
            continue
        today = local(now, each.timezone).date()
        late = loans.late(each.club_id, today, but_not=each.person_id)
        if late:
            lines = [say.late_line(name, days) for name, days in late]
            found[each.id] = say.instalments_late_card(lines)
    return found


class _Loans:
    """The running loans of the clubs that are asked about, each club read once."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._of_club: dict[int, list[Loan]] = {}

    def of(self, club_id: int) -> list[Loan]:
        if club_id not in self._of_club:
            self._of_club[club_id] = running_loans(self._db, club_id)
        return self._of_club[club_id]

    def is_owed(self, row: Any) -> bool:
        """Whether something of this instalment is still to be paid."""
        return any(
            loan.id == row.loan_id and self._instalment_is_open(loan, row.number)
            for loan in self.of(row.club_id)
        )

    def late(self, club_id: int, today: date, *, but_not: int) -> list[tuple[str, int]]:
        """Who is a week late or more, and by how many days; one's own is not told here."""
        found = [
            (loan.name, max((each.days_late(today) for each in loan.instalments), default=0))
            for loan in self.of(club_id)
            if loan.borrower != but_not
        ]
        return [(name, days) for name, days in found if days >= BOARD_HEARS_FROM_DAYS]

    @staticmethod
    def _instalment_is_open(loan: Loan, number: int) -> bool:
        return any(_has_number(each, number) and bool(each.left) for each in loan.instalments)


def _has_number(each: OpenInstalment, number: int) -> bool:
    return each.instalment.number == number


REMINDING = Reminding((Kind.INSTALMENT, Kind.INSTALMENT_LATE), plan, cards)
