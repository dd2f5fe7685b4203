"""What members of the village owe, written straight into its tables."""

from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update

from club.calendar import Month
from club.money import Money
from club.summary.frozen import frozen
from storage.queries import Connection
from storage.queries.money.closing import month_figures
from storage.tables.areas import club_communes
from storage.tables.books import closed_months, declarations, fee_rates, opening_fees
from storage.tables.loans import instalments, loans
from storage.tables.meetings import board_trainings
from storage.tables.people import members, officers, persons
from tests.kit.village import Village


def pays_until(v: Village, month: Month, *names: str) -> None:
    """These have paid their fee for every month up to this one, before the club's books began."""
    v.store.change(_pays, v, month, names)


def _pays(db: Connection, v: Village, until: Month, names: tuple[str, ...]) -> None:
    rate = db.execute(select(fee_rates.c.amount).order_by(fee_rates.c.id)).scalars().first()
    for name in names:
        for ahead in range(36):
            month = Month(2026, 5).plus(ahead)
            if month <= until:
                row = {
                    "club_id": v.club.club_id,
                    "member_id": v.phones[name].member_id,
                    "month": month,
                    "amount": rate,
                    "recorded_at": v.clock.now(),
                }
                db.execute(insert(opening_fees).values(row))


def lent(v: Village, name: str, *due: date) -> int:
    """A running loan of a million an instalment; returns its number."""
    return int(v.store.change(_lent, v, name, due))


def _lent(db: Connection, v: Village, name: str, due: tuple[date, ...]) -> int:
    phone = v.phones[name]
    each = Money(1_000_000)
    values: dict[str, Any] = {
        "club_id": v.club.club_id,
        "member_id": phone.member_id,
        "fund_id": v.club.income_fund,
        "purpose": "livestock",
        "principal": Money(each.dong * len(due)),
        "months": len(due),
        "rate_hundredths_percent_a_month": 70,
        "form": "monthly",
        "basis": "remaining",
        "state": "running",
        "asked_at": v.clock.now(),
        "asked_on": v.clock.now().date(),
        "asked_by": phone.person_id,
        "paid_out_on": v.clock.now().date(),
        "cause": f"lent:{name}:{due[0]}",
    }
    loan_id = int(db.execute(insert(loans).values(**values).returning(loans.c.id)).scalar_one())
    of = {"loan_id": loan_id, "principal": each, "interest": Money(7_000), "months": 1}
    for number, day in enumerate(due, 1):
        db.execute(insert(instalments).values(number=number, due_on=day, **of))
    return loan_id


def is_repaid(v: Village, loan_id: int) -> None:
    v.store.change(_set, loans, loan_id, {"state": "repaid"})


def falls_due(v: Village, loan_id: int, number: int, day: date) -> None:
    """The instalment has another day."""
    v.store.change(_moved, loan_id, number, day)


def _moved(db: Connection, loan_id: int, number: int, day: date) -> None:
    found = (instalments.c.loan_id == loan_id, instalments.c.number == number)
    db.execute(update(instalments).where(*found).values(due_on=day))


def ends_membership(v: Village, name: str, state: str) -> None:
    """She left, or died."""
    values = {"state": state, "left_on": v.clock.now().date()}
    v.store.change(_set, members, v.phones[name].member_id, values)


def is_born(v: Village, name: str, year: int | None) -> None:
    v.store.change(_set, persons, v.phones[name].person_id, {"birth_year": year})


def _set(db: Connection, table: Any, number: int | None, values: dict[str, Any]) -> None:
    db.execute(update(table).where(table.c.id == number).values(**values))


def says_she_paid(v: Village, name: str) -> None:
    """A fee that waits for the cashier."""
    values = {
        "club_id": v.club.club_id,
        "member_id": v.phones[name].member_id,
        "kind": "fee",
        "amount": Money(20_000),
        "paid_how": "cash",
        "state": "waiting",
        "cause": f"says:{name}",
        "declared_by": v.phones[name].person_id,
        "declared_at": v.clock.now(),
    }
    v.store.change(_insert, declarations, values)


def _insert(db: Connection, table: Any, values: dict[str, Any]) -> None:
    db.execute(insert(table).values(**values))


def is_closed(v: Village, month: Month) -> None:
    """The month is closed, with its figures but without a chain."""
    v.store.change(close, v, month)


def close(db: Connection, v: Village, month: Month) -> None:
    """The row of a closed month, in a transaction that is open already."""
    now = v.clock.now()
    figures = month_figures(db, v.club.club_id, month, now.date())
    values = {
        "club_id": v.club.club_id,
        "month": month,
        "figures": {"figures": frozen(figures)},
        "rules_version": 1,
        "last_sequence": 0,
        "previous_code": "",
        "code": str(month).replace("-", "").ljust(64, "0"),
        "closed_by": v.binh.person_id,
        "second_person": v.em.person_id,
        "closed_at": now,
    }
    _insert(db, closed_months, values)


def becomes_officer(v: Village, name: str) -> None:
    """An officer of the commune in which the club is."""
    v.store.change(_officer, v.phones[name].person_id)


def _officer(db: Connection, person_id: int | None) -> None:
    area = db.execute(select(club_communes.c.area_id)).scalars().first()
    db.execute(
        insert(officers).values(area_id=area, person_id=person_id, from_day=date(2026, 5, 4))
    )


def was_trained(v: Village, day: date) -> None:
    values = {"club_id": v.club.club_id, "trained_on": day, "refresher": True}
    v.store.change(_insert, board_trainings, values)


def without_fee(v: Village) -> None:
    """The club has no fee."""
    v.store.change(_no_fee)


def _no_fee(db: Connection) -> None:
    db.execute(delete(fee_rates))
