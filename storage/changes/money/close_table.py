"""Closing a meeting table: two have counted, and everything on it is booked in one transaction.

Each line is booked as it would be alone: fees with their months, repayments in the club's order,
gifts in the Golden Heart book. What concerns the cashier's own household is booked by whoever
confirms it (Club rules, B.3, B.4).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from club.calendar import Month
from club.declarations import Declaration, confirmer_for_all, keeper_of_cash
from club.meeting_table import Answer, Line, over_loans
from club.members import Action
from club.money import NOTHING, Money
from club.photos import About
from club.refusals import Code, Refused
from club.repayments import sum_to_close
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.money.book import Written
from storage.changes.money.confirm_contribution import book_gift, decide_declaration, note_gift
from storage.changes.money.count_cash import counted_by_two
from storage.changes.money.meeting_table import end, locked_table, outdate, require_open
from storage.changes.money.receive_fee import receive_fee
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.money.take_fee import Given, put_on_record
from storage.changes.rights import must_be_allowed
from storage.queries.loans.loans import LoanState, loans_of
from storage.queries.members.households import offices_held, person_in, persons_in
from storage.queries.money.contributions import contribution, waiting_of
from storage.queries.money.meeting_table import AtTable, MeetingTable, TableNow, table_now
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.meeting_tables import meeting_table_bookings


@dataclass(frozen=True, slots=True)
class CloseTable:
    """The keeper of the cash has counted it; `seal` is of the table as he saw it.

    A second person has to agree who has counted too; where the keeper's own household has paid it
    is the one who confirms that. With a difference there has to be a reason: it then goes under
    inquiry as it does in a count (Club rules, A.9).
    """

    table_id: int
    counted: Money
    seal: str
    reason: str = ""
    photo: int | None = None
    """The signed sheet, the voucher of the whole table."""

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        """Raises Refused while there are questions, and for whoever does not keep the cash."""
        must_be_allowed(db, deed, Action.KEEP_TABLE)
        club_id = locked_club_of(deed, db)
        table = locked_table(db, deed, self.table_id)
        require_open(table)
        if keeper_of_cash(offices_held(db, club_id, deed.today)) != deed.person:
            raise Refused(Code.NOT_ALLOWED)
        now = as_agreed(db, table, self.seal)
        if now.cash.difference(self.counted) and not self.reason.strip():
            raise Refused(Code.CASH_NOT_AS_BOOKED, counted=self.counted, booked=now.cash.expected)
        content = self._content(db, deed, now)
        outdate(db, deed, table.id)
        attach_photos(db, deed, [self.photo], about=About.SHEET, subject=table.id)
        return propose(
            db,
            deed,
            ProposalKind.MEETING_TABLE,
            content,
            subject=table.id,
            reason=self.reason.strip(),
        )

    def _content(self, db: Connection, deed: Deed, now: TableNow) -> dict[str, Any]:
        """What the second person agrees to, and who may."""
        content: dict[str, Any] = {
            "counted": self.counted.dong,
            "expected": now.cash.expected.dong,
            "taken": now.cash.taken.dong,
            "people": len(now.reckoned.lines),
            "seal": self.seal,
            "photo": self.photo,
        }
        own = own_affairs(db, now, deed)
        if own:
            confirmer = confirmer_for_all(own, offices_held(db, now.table.club_id, deed.today))
            if confirmer is None:
                raise Refused(Code.NOBODY_CONFIRMS)
            content["only"] = [confirmer]
        return content


def as_agreed(db: Connection, table: MeetingTable, seal: str) -> TableNow:
    """The table, if it is as it was seen and nothing on it is a question."""
    now = table_now(db, table)
    if now.reckoned.questions:
        raise Refused(Code.TABLE_QUESTIONS, count=len(now.reckoned.questions))
    if now.seal != seal:
        raise Refused(Code.BOOKS_CHANGED)
    return now


def own_affairs(db: Connection, now: TableNow, deed: Deed) -> list[Declaration]:
    """What concerns the keeper of the cash or his household, with each who entered it."""
    club_id = now.table.club_id
    keeper = person_in(db, club_id, deed.person, deed.today)
    there = {each.member_id: each.person_id for each in now.people}
    persons = persons_in(db, club_id, set(there.values()), deed.today)
    close = {
        member: persons[person]
        for member, person in there.items()
        if keeper.is_close_to(persons[person])
    }
    return [
        Declaration(close[member], by)
        for member, line in now.reckoned.lines.items()
        if member in close
        for by in {each.by for each in line.entries} | {each.now.by for each in line.entries}
    ]


@carried_out(ProposalKind.MEETING_TABLE)
def close(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """All of it is booked, or nothing. Raises Refused where the table has changed since."""
    table = locked_table(db, deed, agreed.subject)
    require_open(table)
    now = as_agreed(db, table, agreed.content["seal"])
    counted = Money(agreed.content["counted"])
    own = {each.concerns.id for each in own_affairs(db, now, _of(deed, agreed.proposed_by))}
    written = [
        each
        for person in now.people
        if person.member_id in now.reckoned.lines
        for each in _Booking(db, deed, agreed, now).of(person, is_own=person.person_id in own)
    ]
    place = table.place_id
    written += counted_by_two(db, deed, agreed, place=place, counted=counted)
    end(
        db,
        table.id,
        state="closed",
        counted=counted,
        closed_by=agreed.proposed_by,
        second_person=deed.person,
        closed_at=deed.now,
        sheet_photo_id=agreed.content["photo"],
    )
    return tuple(written)


def _of(deed: Deed, person: int) -> Deed:
    return replace(deed, person_id=person)


@dataclass(frozen=True, slots=True)
class _Booking:
    """Books the line of one person after the other, on the day of the meeting."""

    db: Connection
    deed: Deed
    agreed: Proposal
    now: TableNow

    def of(self, person: AtTable, *, is_own: bool) -> Iterator[Written]:
        """Recorded by the keeper with the other as second; what is his own the other way round."""
        line = self.now.reckoned.lines[person.member_id]
        keeper, other = self.agreed.proposed_by, self.deed.person
        by, second = (other, keeper) if is_own else (keeper, other)
        if line.sums.fee:
            yield self._fee(person, line, self._deed(by, person, "fee"), second)
        if line.sums.repaid:
            yield from self._repayments(person, line, self._deed(by, person, "loan"), second)
        if line.sums.gift:
            yield self._gift(person, line, self._deed(by, person, "gift"), second)

    def _deed(self, by: int, person: AtTable, what: str) -> Deed:
        # As on the day of the meeting: interest runs to it, and no office has changed since.
        cause = f"table:{self.now.table.id}:{person.member_id}:{what}"
        return replace(self.deed, person_id=by, today=self.now.table.held_on, cause=cause)

    def _fee(self, person: AtTable, line: Line, deed: Deed, second: int) -> Written:
        taken = receive_fee(
            self.db,
            deed,
            member_id=person.member_id,
            amount=line.sums.fee,
            place=self.now.table.place_id,
            happened_on=deed.today,
            second_person=second,
        )
        number = taken.written.transaction_id
        months = tuple(each.month for each in taken.covered)
        if not self._was_told(person, line, deed, number):
            given = Given(person.member_id, "fee", line.sums.fee, "meeting", months)
            put_on_record(self.db, deed, given, transaction_id=number)
        self._booked(person, "fee", number)
        return taken.written

    def _was_told(self, person: AtTable, line: Line, deed: Deed, number: int) -> bool:
        """Whether it answers what she told herself: that is decided with it."""
        if all(each.now.answer is not Answer.TOLD for each in line.entries):
            return False
        waiting = [each for each in waiting_of(self.db, person.member_id) if each.kind == "fee"]
        for each in waiting:
            decide_declaration(self.db, deed, each.id, state="confirmed", transaction_id=number)
        return bool(waiting)

    def _repayments(
        self, person: AtTable, line: Line, deed: Deed, second: int
    ) -> Iterator[Written]:
        running = loans_of(self.db, person.member_id, LoanState.RUNNING)
        most = [sum_to_close(each.instalments, deed.today) for each in running]
        for loan, part in zip(running, over_loans(line.sums.repaid, most), strict=True):
            if part == NOTHING:
                continue
            taking = TakeRepayment(loan.id, self.now.table.place_id, part)
            its = replace(deed, cause=f"{deed.cause}:{loan.id}")
            taken = taking.booked(self.db, its, second_person=second)
            self._booked(person, "repayment", taken.transaction_id)
            booked = Month.of(deed.today)
            yield Written(taken.transaction_id, 0, booked, taken.voucher)

    def _gift(self, person: AtTable, line: Line, deed: Deed, second: int) -> Written:
        given = Given(person.member_id, "money", line.sums.gift, "meeting")
        number = put_on_record(self.db, deed, given, transaction_id=None)
        told = contribution(self.db, self.now.table.club_id, number)
        assert told is not None
        written = book_gift(
            self.db,
            deed,
            told,
            place=self.now.table.place_id,
            happened_on=deed.today,
            second_person=second,
        )
        transaction = written.transaction_id
        decide_declaration(self.db, deed, number, state="confirmed", transaction_id=transaction)
        note_gift(self.db, deed, told, day=deed.today, transaction_id=transaction)
        self._booked(person, "gift", transaction)
        return written

    def _booked(self, person: AtTable, what: str, transaction_id: int) -> None:
        inserted(
            self.db,
            meeting_table_bookings,
            table_id=self.now.table.id,
            member_id=person.member_id,
            what=what,
            transaction_id=transaction_id,
        )
