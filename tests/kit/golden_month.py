"""October 2026 of the village, small enough to be added up by hand in the tests' comments."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert

from club import ledger
from club.accounts import Entry, Source
from club.calendar import Month
from club.money import Money
from storage.changes.deed import Deed
from storage.changes.money.book import write_entry
from storage.queries import Connection
from storage.tables.activities import activities, help_given, home_visits
from storage.tables.books import cash_counts, fee_months, golden_heart
from storage.tables.loans import instalments, loans, repayments
from storage.tables.meetings import attendance, meetings
from storage.tables.minutes import minutes
from storage.tables.people import needs_asked
from tests.kit.village import Village

OCTOBER = Month(2026, 10)


def thousand(amount: int) -> Money:
    return Money(amount * 1000)


class GoldenMonth:
    """Writes the month into the village's books, entry by entry."""

    def __init__(self, db: Connection, v: Village) -> None:
        self.db = db
        self.v = v
        self.income, self.operating = v.club.income_fund, v.club.operating_fund
        self.tin = v.club.tin
        self._causes = 0

    def write(self) -> None:
        self.books_open()
        self.loans()
        self.fees_and_gifts()
        self.meetings()
        self.everything_else()

    def books_open(self) -> None:
        opening = {"place": self.tin, "source": Source.GRANT, "happened_on": date(2026, 5, 4)}
        self.entry(ledger.opening_balance(fund=self.income, amount=thousand(50_000), **opening))  # type: ignore[arg-type]
        self.entry(ledger.opening_balance(fund=self.operating, amount=thousand(300), **opening))  # type: ignore[arg-type]

    def loans(self) -> None:
        """Lan: three million, all on 24 September, never repaid. Mạnh: six million in thirds."""
        self.loan("lan", 3_000, date(2026, 8, 24), [date(2026, 9, 24)])
        due = [date(2026, 10, 24), date(2026, 11, 24), date(2026, 12, 24)]
        his = self.loan("manh", 6_000, date(2026, 9, 24), due)
        back = self.entry(
            ledger.repayment_received(
                fund=self.income,
                place=self.tin,
                loan=his,
                member=self.member("manh"),
                principal=thousand(2_000),
                interest=thousand(42),
                happened_on=date(2026, 10, 24),
            )
        )
        self.row(
            repayments,
            loan_id=his,
            transaction_id=back,
            instalment_number=1,
            principal=thousand(2_000),
            interest=thousand(42),
            paid_on=date(2026, 10, 24),
        )

    def loan(self, name: str, amount: int, paid_out_on: date, due: list[date]) -> int:
        """A loan in equal parts, paid out in cash; returns its number."""
        number = self.asked_for(name, amount, paid_out_on, months=len(due))
        for place, day in enumerate(due, start=1):
            part = thousand(amount // len(due))
            self.row(
                instalments,
                loan_id=number,
                number=place,
                due_on=day,
                principal=part,
                interest=thousand(42),
            )
        self.entry(
            ledger.loan_paid_out(
                fund=self.income,
                place=self.tin,
                loan=number,
                member=self.member(name),
                principal=thousand(amount),
                happened_on=paid_out_on,
            )
        )
        return number

    def asked_for(self, name: str, amount: int, day: date, *, months: int) -> int:
        return self.row(
            loans,
            club_id=self.v.club.club_id,
            member_id=self.member(name),
            fund_id=self.income,
            purpose="pigs",
            principal=thousand(amount),
            months=months,
            rate_hundredths_percent_a_month=70,
            form="monthly",
            basis="remaining",
            state="running",
            asked_at=at(day),
            asked_on=day,
            asked_by=self.v.phones[name].person_id,
            decided_on=day,
            paid_out_on=day,
            cause=self.cause(),
        )

    def fees_and_gifts(self) -> None:
        """Hoa pays October, Lan October and November; two hundred thousand and rice are given."""
        self.fee("hoa", OCTOBER)
        self.fee("lan", OCTOBER, OCTOBER.next())
        day = date(2026, 10, 24)
        self.entry(
            ledger.donation_received(
                fund=self.operating, place=self.tin, amount=thousand(200), happened_on=day
            )
        )
        self.entry(
            ledger.expense_paid(
                fund=self.operating, place=self.tin, amount=thousand(50), happened_on=day
            )
        )
        self.row(
            golden_heart,
            club_id=self.v.club.club_id,
            given_on=day,
            booked_month=OCTOBER,
            kind="goods",
            item="gạo",
            unit="kg",
            quantity_thousandths=10_500,
            cause=self.cause(),
        )

    def fee(self, name: str, *months: Month) -> None:
        fee = ledger.fee_received(
            fund=self.operating,
            place=self.tin,
            amount=thousand(5 * len(months)),
            member=self.member(name),
            means=months[0],
            happened_on=date(2026, 10, 24),
        )
        number = self.entry(fee)
        for each in months:
            self.row(
                fee_months,
                transaction_id=number,
                member_id=self.member(name),
                month=each,
                amount=thousand(5),
            )

    def meetings(self) -> None:
        self.meeting(date(2026, 9, 24), present=6)
        self.meeting(date(2026, 10, 24), present=5)

    def meeting(self, day: date, *, present: int) -> None:
        number = self.row(
            meetings,
            club_id=self.v.club.club_id,
            month=Month.of(day),
            held_on=day,
            starts_at=at(day),
            place="Nhà văn hóa",
            state="held",
            cause=self.cause(),
        )
        self.row(
            minutes,
            club_id=self.v.club.club_id,
            meeting_id=number,
            state="signed",
            begun_at=at(day),
        )
        everybody = [each.member_id for each in self.v.phones.values() if each.member_id]
        for place, member in enumerate(everybody):
            self.row(
                attendance,
                meeting_id=number,
                member_id=member,
                present=place < present,
                noted_at=at(day),
            )

    def everything_else(self) -> None:
        """Two areas, one visit, one person helped, Hoa needs a loan, the tin counted."""
        club, day = self.v.club.club_id, date(2026, 10, 24)
        for area in ("TTN", "CSSK", "CSSK"):
            self.row(
                activities,
                club_id=club,
                area=area,
                done_on=day,
                what="x",
                logged_at=at(day),
                cause=self.cause(),
            )
        self.care(day)
        self.row(needs_asked, member_id=self.member("hoa"), needs_loan=True, asked_on=day)
        self.row(
            cash_counts,
            club_id=club,
            place_id=self.tin,
            counted_on=day,
            expected=thousand(43_507),
            counted=thousand(43_500),
            counted_by=self.v.phones["giang"].person_id,
            cause=self.cause(),
        )

    def care(self, day: date) -> None:
        hers = {"club_id": self.v.club.club_id, "member_id": self.member("lan")}
        visitor = self.v.phones["cuc"].person_id
        self.row(home_visits, **hers, visitor_id=visitor, visited_on=day, cause=self.cause())
        self.row(help_given, **hers, given_on=day, kind="paperwork", cause=self.cause())

    def member(self, name: str) -> int:
        number = self.v.phones[name].member_id
        assert number is not None
        return number

    def entry(self, entry: Entry) -> int:
        deed = Deed(
            chat_id=1,
            channel="web",
            person_id=self.v.phones["giang"].person_id,
            club_id=self.v.club.club_id,
            now=at(entry.happened_on),
            today=entry.happened_on,
            cause=self.cause(),
        )
        return write_entry(self.db, deed, entry).transaction_id

    def row(self, table: Any, **values: Any) -> int:
        return int(
            self.db.execute(insert(table).values(**values).returning(table.c.id)).scalar_one()
        )

    def cause(self) -> str:
        self._causes += 1
        return f"golden:{self._causes}"


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def write_golden_month(v: Village) -> None:
    """The village lives through October 2026."""
    v.store.change(lambda db: GoldenMonth(db, v).write())
