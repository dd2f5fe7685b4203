"""A club with a past comes in, all of it or nothing: members, fees paid, loans that run, balances.

The fees of the past are facts without entries: their money is part of the balances, which come in
by the source they had, not as income.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Connection, insert, select

from club.accounts import RETURNABLE, Source
from club.importing import Consent, Incoming, IncomingMember, RowsWrong
from club.ledger import opening_balance, opening_loan
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.missing_consents import note_missing
from storage.changes.members.enter_member import MemberEntered, NewMember, enter_member
from storage.changes.money.book import lock_club, place_of_kind, write_entry
from storage.queries.joining.import_plan import import_plan
from storage.queries.joining.planned_import import (
    Key,
    Plan,
    PlannedBalance,
    PlannedLoan,
    cause_of_balance,
    cause_of_loan,
)
from storage.queries.loans.lending import lending_fund
from storage.queries.own.address import region_of_club
from storage.tables.books import opening_fees, owed_terms
from storage.tables.loans import instalments, loans
from storage.tables.people import consents, members
from storage.tables.trail import audit

CONSENT_WORDING = "import.consent/1"
_NOON_IN_VIETNAM = time(5, tzinfo=UTC)


def _silently(done: int, of: int) -> None: ...


@dataclass(frozen=True, slots=True)
class ClubImported:
    """What was written, and what was there already."""

    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportClub:
    """An operator takes a club's paper books over. `tell` hears how many members are done."""

    incoming: Incoming
    tell: Callable[[int, int], None] = _silently

    def carry_out(self, db: Connection, deed: Deed) -> ClubImported:
        """Raises RowsWrong, before anything is written, where a row cannot be taken over."""
        club_id = deed.club_id
        if club_id is None:
            raise LookupError("a list belongs to a club")
        lock_club(db, club_id)
        plan = import_plan(db, club_id, self.incoming, deed.today)
        if plan.faults:
            raise RowsWrong(tuple(plan.faults))
        writer = _Writer(db, deed, club_id)
        for number, member in enumerate(plan.members, start=1):
            writer.enter(member)
            self.tell(number, len(plan.members))
        writer.note_fees(plan)
        for loan in plan.loans:
            writer.open_loan(loan)
        for balance in plan.balances:
            writer.open_balance(balance)
        writer.note()
        return ClubImported(plan)


class _Writer:
    """Writes what was found good; knows the numbers of those who are new."""

    def __init__(self, db: Connection, deed: Deed, club_id: int) -> None:
        self._db, self._deed, self._club_id = db, deed, club_id
        self._region = region_of_club(db, club_id)
        self._fund = lending_fund(db, club_id)
        self._entered: dict[Key, MemberEntered] = {}

    def enter(self, row: IncomingMember) -> None:
        """The member with what she agreed to have kept."""
        new = NewMember(
            name=row.name,
            birth_year=row.birth_year,
            sex=row.sex,
            joined_on=row.joined_on or self._deed.today,
            phone=row.phone,
            hamlet=row.hamlet,
            group=row.group,
            household=row.household,
            hardship=row.hardship,
            region=self._region,
        )
        entered = enter_member(self._db, self._club_id, new, self._deed.now)
        self._entered[row.at] = entered
        if row.consent is not None:
            purposes = ["membership", *(["poverty"] if row.hardship else [])]
            rows = [_consent(entered.person_id, row.consent, each) for each in purposes]
            self._db.execute(insert(consents), rows)
        else:
            note_missing(self._db, self._club_id, entered.member_id, self._deed.today)

    def note_fees(self, plan: Plan) -> None:
        """The months that were paid before."""
        rows = [
            {
                "club_id": self._club_id,
                "member_id": self._number(each.whose),
                "month": each.month,
                "amount": each.amount,
                "recorded_at": self._deed.now,
                "recorded_by": self._deed.person_id,
            }
            for each in plan.fees
        ]
        if rows:
            self._db.execute(insert(opening_fees), rows)

    def open_loan(self, planned: PlannedLoan) -> None:
        """The loan as it runs, what is left to pay of it, and its principal in the books."""
        member_id = self._number(planned.whose)
        cause = cause_of_loan(self._club_id, member_id, planned.loan)
        loan_id = self._loan(planned, member_id, cause)
        rows = [
            {
                "loan_id": loan_id,
                "number": each.number,
                "due_on": each.due_on,
                "principal": each.principal,
                "interest": each.interest,
            }
            for each in planned.instalments
        ]
        self._db.execute(insert(instalments), rows)
        entry = opening_loan(
            fund=self._fund,
            loan=loan_id,
            member=member_id,
            principal=planned.loan.left,
            source=planned.loan.source,
            happened_on=self._deed.today,
        )
        write_entry(self._db, self._deed, entry, cause=cause, for_member=member_id)

    def _loan(self, planned: PlannedLoan, member_id: int, cause: str) -> int:
        terms, lent_on = planned.terms, planned.loan.lent_on
        return inserted(
            self._db,
            loans,
            club_id=self._club_id,
            member_id=member_id,
            fund_id=self._fund,
            purpose=planned.loan.purpose,
            principal=terms.principal,
            months=terms.months,
            rate_hundredths_percent_a_month=terms.rate_hundredths_percent_a_month,
            form=terms.form.value,
            basis=terms.basis.value,
            step=terms.step,
            state="running",
            asked_at=self._deed.now,
            asked_on=lent_on,
            asked_by=self._person(planned.whose),
            decided_on=lent_on,
            paid_out_on=lent_on,
            cash_confirmed_at=self._deed.now,
            cause=cause,
        )

    def open_balance(self, planned: PlannedBalance) -> None:
        """The cash, against where it came from."""
        balance = planned.balance
        owner = None if planned.owner is None else self._number(planned.owner)
        entry = opening_balance(
            fund=planned.fund,
            place=place_of_kind(self._db, self._club_id, balance.place),
            amount=balance.amount,
            source=balance.source,
            happened_on=self._deed.today,
            member=owner,
        )
        cause = cause_of_balance(self._club_id, planned.fund, balance, owner)
        if planned.lender:
            # A cause names nobody: who lent it stands in the terms alone.
            cause = f"{self._deed.cause}:{balance.at.row}"
        written = write_entry(self._db, self._deed, entry, cause=cause, for_member=owner)
        if balance.source in RETURNABLE:
            inserted(
                self._db,
                owed_terms,
                club_id=self._club_id,
                transaction_id=written.transaction_id,
                kind="share" if balance.source is Source.SHARE else "lent",
                member_id=owner,
                lender=planned.lender,
                fund_id=planned.fund,
                cause=cause,
            )

    def note(self) -> None:
        """That it was done; there is no chat."""
        row = {"at": self._deed.now, "club_id": self._club_id, "deed": "ClubImported"}
        self._db.execute(insert(audit), row)

    def _number(self, key: Key) -> int:
        return key if isinstance(key, int) else self._entered[key].member_id

    def _person(self, key: Key) -> int:
        if not isinstance(key, int):
            return self._entered[key].person_id
        found = select(members.c.person_id).where(members.c.id == key)
        return int(self._db.execute(found).scalar_one())


def _consent(person_id: int, consent: Consent, purpose: str) -> dict[str, object]:
    return {
        "person_id": person_id,
        "purpose": purpose,
        "wording": CONSENT_WORDING,
        "given": True,
        "form": consent.form.value,
        "at": _noon_of(consent.given_on),
    }


def _noon_of(day: date) -> datetime:
    return datetime.combine(day, _NOON_IN_VIETNAM)
