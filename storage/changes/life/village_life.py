"""What a club does that needs nobody's answer: activities, visits, help, training, gifts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert

from club.areas import Area
from club.ledger import donation_received, help_paid
from club.money import Money
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import booked_month, write_entry
from storage.queries.money.ledger import cash_in
from storage.tables.activities import activities, help_given, home_visits
from storage.tables.books import cash_counts, golden_heart, places
from storage.tables.meetings import board_trainings
from storage.tables.people import needs_asked


def add_bank_account(db: Connection, deed: Deed, *, bank: str, account: str, holder: str) -> int:
    """The club's account at a bank; `bank` is the six figures of its BIN. Returns its place."""
    return inserted(
        db,
        places,
        club_id=deed.club_id,
        kind="bank",
        bank_bin=bank,
        bank_account=account,
        bank_holder=holder,
    )


def log_activity(db: Connection, deed: Deed, *, area: Area, what: str, people: int) -> None:
    """Something done in one of the eight areas on the day of the deed."""
    db.execute(
        insert(activities).values(
            club_id=deed.club_id,
            area=area.value,
            done_on=deed.today,
            what=what,
            people_count=people,
            logged_by=deed.person_id,
            logged_at=deed.now,
            cause=deed.cause,
        )
    )


def log_visit(db: Connection, deed: Deed, *, member_id: int) -> None:
    """The person of the deed looked after a member at her home."""
    db.execute(
        insert(home_visits).values(
            club_id=deed.club_id,
            member_id=member_id,
            visitor_id=deed.person_id,
            visited_on=deed.today,
            cause=deed.cause,
        )
    )


def log_help(db: Connection, deed: Deed, *, member_id: int, kind: str, what: str) -> None:
    """Help that was not money: goods, days or paperwork."""
    _note_help(db, deed, member_id=member_id, kind=kind, what=what, transaction_id=None)


@dataclass(frozen=True, slots=True)
class Purse:
    """Money of one fund in one place."""

    fund: int
    place: int


def give_help(
    db: Connection, deed: Deed, purse: Purse, *, member_id: int, amount: Money, what: str
) -> None:
    """Money to a member who is sick, bereaved or in need. Raises Refused without the cash."""
    entry = help_paid(
        fund=purse.fund,
        place=purse.place,
        amount=amount,
        member=member_id,
        happened_on=deed.today,
    )
    written = write_entry(db, deed, entry, for_member=member_id)
    _note_help(
        db,
        deed,
        member_id=member_id,
        kind="money",
        what=what,
        transaction_id=written.transaction_id,
    )


def _note_help(
    db: Connection, deed: Deed, *, member_id: int, kind: str, what: str, transaction_id: int | None
) -> None:
    db.execute(
        insert(help_given).values(
            club_id=deed.club_id,
            member_id=member_id,
            given_on=deed.today,
            kind=kind,
            what=what,
            transaction_id=transaction_id,
            cause=deed.cause,
        )
    )


def receive_outside_gift(
    db: Connection, deed: Deed, purse: Purse, *, donor: str, amount: Money
) -> None:
    """Money from somebody who is no member, with its line in the Golden Heart book."""
    assert deed.club_id is not None
    entry = donation_received(
        fund=purse.fund, place=purse.place, amount=amount, happened_on=deed.today
    )
    written = write_entry(db, deed, entry)
    db.execute(
        insert(golden_heart).values(
            club_id=deed.club_id,
            given_on=deed.today,
            booked_month=booked_month(db, deed.club_id, deed.today),
            kind="money",
            donor=donor,
            donor_agreed=True,
            amount=amount,
            transaction_id=written.transaction_id,
            cause=deed.cause,
        )
    )


def note_training(db: Connection, deed: Deed, *, refresher: bool) -> None:
    """The board was trained on the day of the deed."""
    db.execute(
        insert(board_trainings).values(
            club_id=deed.club_id, trained_on=deed.today, refresher=refresher
        )
    )


def note_need(db: Connection, member_id: int, asked_on: date, *, needs_loan: bool) -> None:
    """A member's answer to "would you need a loan?" (Club rules, C.8)."""
    db.execute(
        insert(needs_asked).values(member_id=member_id, needs_loan=needs_loan, asked_on=asked_on)
    )


def count_cash(db: Connection, deed: Deed, place: int, *, second_person: int) -> None:
    """The cash of a place was counted by two, and it was what the books say (Club rules, A.1)."""
    assert deed.club_id is not None
    there = cash_in(db, deed.club_id, place)
    db.execute(
        insert(cash_counts).values(
            club_id=deed.club_id,
            place_id=place,
            counted_on=deed.today,
            expected=there,
            counted=there,
            counted_by=deed.person_id,
            second_person=second_person,
            cause=deed.cause,
        )
    )
