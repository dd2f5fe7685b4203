"""A year of the village as a small ledger table; its months are added up in test_golden_year.py."""

from datetime import date

from club import ledger
from club.accounts import Source
from club.calendar import Month
from storage.queries import Connection
from storage.tables.books import fee_months, places
from storage.tables.loans import repayments
from tests.kit.golden_month import GoldenMonth, thousand
from tests.kit.village import Village

FIRST, LAST = Month(2026, 5), Month(2027, 4)
AFTER_IT = date(2027, 5, 2)

# Day, what, and then: a fund and thousands | how many came | who, and from which month to which
# (a fee is five thousand a month) | who, thousands, due days | who, thousands of principal and of
# interest. What is banked goes to the bank; less than nothing comes back from there.
YEAR = """\
2026-05-04 opening   income     20000
2026-05-04 opening   operating  300
2026-06-24 meeting   6
2026-06-24 fee       hoa        2026-06 2026-06
2026-06-24 fee       lan        2026-06 2026-06
2026-07-24 meeting   7
2026-07-24 fee       hoa        2026-07 2026-07
2026-07-24 gift      operating  100
2026-07-25 banked    income     12000
2026-08-24 meeting   5
2026-08-24 loan      lan        3000 2026-09-24 2026-10-24 2026-11-24
2026-09-24 meeting   8
2026-09-24 repayment lan        1000 42
2026-10-24 expense   operating  50
2026-11-24 meeting   4
2026-11-24 fee       hoa        2026-08 2026-12
2026-11-24 repayment lan        1000 42
2026-12-24 meeting   6
2026-12-24 gift      operating  200
2026-12-24 expense   operating  80
2026-12-24 repayment lan        1000 42
2027-01-20 banked    income     -5000
2027-01-24 meeting   8
2027-01-24 loan      manh       4000 2027-02-24 2027-03-24
2027-03-24 meeting   5
2027-03-24 repayment manh       2000 42
2027-04-24 meeting   7
2027-04-24 repayment manh       2000 42
"""


class GoldenYear(GoldenMonth):
    """Writes the table into the village's books, line by line."""

    def __init__(self, db: Connection, v: Village) -> None:
        super().__init__(db, v)
        self.loan_of: dict[str, int] = {}
        self.parts_paid: dict[str, int] = {}
        self.bank: int | None = None

    def write(self) -> None:
        for line in YEAR.splitlines():
            day, what, *rest = line.split()
            getattr(self, f"line_{what}")(date.fromisoformat(day), *rest)

    def line_opening(self, day: date, fund: str, amount: str) -> None:
        self.entry(
            ledger.opening_balance(
                fund=self._fund(fund),
                place=self.tin,
                amount=thousand(int(amount)),
                source=Source.GRANT,
                happened_on=day,
            )
        )

    def line_meeting(self, day: date, present: str) -> None:
        self.meeting(day, present=int(present))

    def line_fee(self, day: date, who: str, first: str, last: str) -> None:
        months, end = [Month.parse(first)], Month.parse(last)
        while months[-1] < end:
            months.append(months[-1].next())
        fee = ledger.fee_received(
            fund=self.operating,
            place=self.tin,
            amount=thousand(5 * len(months)),
            member=self.member(who),
            means=months[0],
            happened_on=day,
        )
        number = self.entry(fee)
        for each in months:
            self.row(
                fee_months,
                transaction_id=number,
                member_id=self.member(who),
                month=each,
                amount=thousand(5),
            )

    def line_banked(self, day: date, fund: str, amount: str) -> None:
        """Carried from the box to the bank; less than nothing comes back."""
        there = int(amount) > 0
        self.entry(
            ledger.moved(
                fund=self._fund(fund),
                from_place=self.tin if there else self._bank(),
                to_place=self._bank() if there else self.tin,
                amount=thousand(abs(int(amount))),
                happened_on=day,
            )
        )

    def line_gift(self, day: date, fund: str, amount: str) -> None:
        self.entry(
            ledger.donation_received(
                fund=self._fund(fund),
                place=self.tin,
                amount=thousand(int(amount)),
                happened_on=day,
            )
        )

    def line_expense(self, day: date, fund: str, amount: str) -> None:
        self.entry(
            ledger.expense_paid(
                fund=self._fund(fund),
                place=self.tin,
                amount=thousand(int(amount)),
                happened_on=day,
            )
        )

    def line_loan(self, day: date, who: str, amount: str, *due: str) -> None:
        days = [date.fromisoformat(each) for each in due]
        self.loan_of[who] = self.loan(who, int(amount), day, days)

    def line_repayment(self, day: date, who: str, principal: str, interest: str) -> None:
        back, earned = thousand(int(principal)), thousand(int(interest))
        number = self.entry(
            ledger.repayment_received(
                fund=self.income,
                place=self.tin,
                loan=self.loan_of[who],
                member=self.member(who),
                principal=back,
                interest=earned,
                happened_on=day,
            )
        )
        self.parts_paid[who] = self.parts_paid.get(who, 0) + 1
        self.row(
            repayments,
            loan_id=self.loan_of[who],
            transaction_id=number,
            instalment_number=self.parts_paid[who],
            principal=back,
            interest=earned,
            paid_on=day,
        )

    def _bank(self) -> int:
        if self.bank is None:
            self.bank = self.row(places, club_id=self.v.club.club_id, kind="bank")
        return self.bank

    def _fund(self, name: str) -> int:
        return {"income": self.income, "operating": self.operating}[name]


def write_golden_year(v: Village) -> None:
    """The village lives from May 2026 to April 2027."""
    v.store.change(lambda db: GoldenYear(db, v).write())
