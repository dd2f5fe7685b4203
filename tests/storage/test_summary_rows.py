"""What the monthly summary reads: reversals, raises, sessions, lessons, people not reached."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from club import ledger
from club.calendar import Month
from club.money import Money
from club.summary.figures import Figures
from storage.changes.deed import Deed
from storage.changes.money.book import write_entry
from storage.queries.figures.summary import club_month
from storage.tables.books import fee_months, fee_rates
from storage.tables.chats import chats
from storage.tables.people import members
from storage.tables.sessions import lesson_ends, lesson_reads, signups
from tests.kit.golden_month import OCTOBER, GoldenMonth, write_golden_month
from tests.kit.planned import at, at_the_moment, open_a_session, plan_a_meeting
from tests.kit.village import Village, village


def figures_of(v: Village, month: Month, today: date | None = None) -> Figures:
    found = v.store.change(club_month, v.club.club_id, month, today or v.clock.now().date())
    assert found is not None
    return found.summary.figures


async def test_a_reversed_fee_frees_its_month_in_the_month_of_the_reversal(
    database_url: str,
) -> None:
    """Hoa's fee for October is received in October and reversed in November."""
    async with village(database_url) as v:
        v.store.change(_fee_and_its_reversal, v)
        october, november = figures_of(v, OCTOBER), figures_of(v, Month(2026, 11))
        # 8 members × 5 months (June to October) × 5.000 = 200.000, of which one month is paid.
        assert (october.fees.received, october.fees.owed) == (Money(5_000), Money(195_000))
        # 8 × 6 × 5.000 = 240.000, and nothing is paid any more.
        assert (november.fees.received, november.fees.owed) == (Money(-5_000), Money(240_000))


async def test_a_raise_does_not_reopen_months_that_are_paid(database_url: str) -> None:
    """From October on 8.000; Hoa had paid October for 5.000 in September."""
    async with village(database_url) as v:
        v.store.change(_pays_ahead_of_a_raise, v)
        fees = figures_of(v, OCTOBER).fees
        # 8 × 4 × 5.000 (June to September) + 7 × 8.000 = 160.000 + 56.000
        assert fees.owed == Money(216_000)


async def test_who_left_owes_no_longer_and_is_counted_as_left(database_url: str) -> None:
    async with village(database_url) as v:
        v.store.change(_leaves, v.phones["manh"].member_id, date(2026, 10, 10))
        october = figures_of(v, OCTOBER)
        assert (october.members.all, october.members.left) == (7, 1)
        assert october.fees.owed == Money(7 * 5 * 5_000)
        assert figures_of(v, Month(2026, 9)).members.all == 8


async def test_hours_count_for_volunteers_who_checked_in(database_url: str) -> None:
    async with village(database_url) as v:
        open_a_session(v, at(20, 14), "quan", "binh")
        v.store.change(_checks_in, v.phones["quan"].person_id, at(20, 14))
        support = figures_of(v, Month(2026, 11), date(2026, 11, 30)).support
        assert (support.sessions, support.volunteers, support.minutes) == (1, 1, 90)


async def test_lessons_sent_and_finished_and_people_not_reached(database_url: str) -> None:
    """The lesson reaches seven of eight; Hoa finishes hers; Lan's chat is blocked."""
    async with village(database_url) as v:
        v.store.change(_blocks, v.phones["lan"].person_id)
        await at_the_moment(v, at(15, 9), closed=False)
        v.store.change(_finishes, v.phones["hoa"].person_id, v.clock.now())
        plan_a_meeting(v, at(20, 8))
        await at_the_moment(v, at(17, 8), closed=False)
        november = figures_of(v, Month(2026, 11))
        assert (november.lessons.reached, november.lessons.done) == (7, 1)
        assert november.to_phone == 1
        assert figures_of(v, OCTOBER).lessons.reached == 0


async def test_a_lesson_answered_again_counts_in_each_month_one_that_was_skipped_in_none(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        for moment in (at(3, 9, month=9), at(4, 9, month=10), at(5, 9)):
            v.store.change(_ends, v.phones["hoa"].person_id, moment, "right")
        v.store.change(_finishes, v.phones["hoa"].person_id, at(3, 9, month=9))
        v.store.change(_ends, v.phones["lan"].person_id, at(6, 9), "skipped")
        for month in (Month(2026, 9), OCTOBER, Month(2026, 11)):
            assert figures_of(v, month).lessons.done == 1


async def test_a_running_month_is_counted_up_to_today(database_url: str) -> None:
    async with village(database_url) as v:
        write_golden_month(v)
        figures = figures_of(v, OCTOBER, date(2026, 10, 24))
        assert figures.until == date(2026, 10, 24)
        # Lan's instalment was due on 24 September: 30 days, so still in the first class.
        assert figures.loans.overdue.to_30_days == Money(3_000_000)


def _fee_and_its_reversal(db: Any, v: Village) -> None:
    golden = GoldenMonth(db, v)
    golden.fee("hoa", OCTOBER)
    day = date(2026, 11, 2)
    number = db.execute(select(fee_months.c.transaction_id)).scalar_one()
    fee = ledger.fee_received(
        fund=golden.operating,
        place=golden.tin,
        amount=Money(5_000),
        member=golden.member("hoa"),
        means=OCTOBER,
        happened_on=date(2026, 10, 24),
    )
    deed = Deed(1, "web", v.phones["giang"].person_id, v.club.club_id, v.clock.now(), day, "r")
    back = write_entry(db, deed, ledger.reversal_of(fee, day), reverses=number).transaction_id
    golden.row(
        fee_months,
        transaction_id=back,
        member_id=golden.member("hoa"),
        month=OCTOBER,
        amount=Money(-5_000),
    )


def _pays_ahead_of_a_raise(db: Any, v: Village) -> None:
    golden = GoldenMonth(db, v)
    day = date(2026, 9, 24)
    fee = ledger.fee_received(
        fund=golden.operating,
        place=golden.tin,
        amount=Money(5_000),
        member=golden.member("hoa"),
        means=OCTOBER,
        happened_on=day,
    )
    number = golden.entry(fee)
    golden.row(
        fee_months,
        transaction_id=number,
        member_id=golden.member("hoa"),
        month=OCTOBER,
        amount=Money(5_000),
    )
    golden.row(
        fee_rates,
        club_id=v.club.club_id,
        amount=Money(8_000),
        period_months=1,
        valid_from=OCTOBER,
    )


def _leaves(db: Any, member_id: int | None, day: date) -> None:
    db.execute(update(members).where(members.c.id == member_id).values(state="left", left_on=day))


def _checks_in(db: Any, person_id: int | None, moment: datetime) -> None:
    db.execute(
        update(signups)
        .where(signups.c.person_id == person_id)
        .values(checked_in_at=moment - timedelta(minutes=5))
    )


def _blocks(db: Any, person_id: int | None) -> None:
    db.execute(update(chats).where(chats.c.person_id == person_id).values(unreachable="blocked"))


def _finishes(db: Any, person_id: int | None, moment: datetime) -> None:
    db.execute(
        insert(lesson_reads).values(
            person_id=person_id,
            lesson="phone",
            step=5,
            answer=0,
            opened_at=moment,
            finished_at=moment,
        )
    )


def _ends(db: Any, person_id: int | None, moment: datetime, outcome: str) -> None:
    row = {"person_id": person_id, "lesson": "phone", "outcome": outcome, "ended_at": moment}
    db.execute(insert(lesson_ends).values(row))
