"""A person takes back what she has said of herself, while nobody has answered it."""

from dataclasses import dataclass

from sqlalchemy import Connection, Update, delete, select, update

from club.declarations import check_can_take_back
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import lock_club
from storage.queries.money.declared import Declared, Word, declared
from storage.tables.books import disputes
from storage.tables.loans import loans
from storage.tables.meetings import meeting_answers
from storage.tables.people import circumstances, members
from storage.tables.sessions import help_requests


@dataclass(frozen=True, slots=True)
class WordTakenBack:
    """`number` is that of the loan, the request, the member, the dispute or the meeting."""

    word: Word
    number: int
    club_id: int


@dataclass(frozen=True, slots=True)
class TakeBackWord:
    """Her own word, within ten minutes, while nobody has answered it (Club rules, B.6).

    Raises Refused NOT_FOUND where it is not hers, NOTHING_WAITING, TOO_LATE_TO_TAKE_BACK. A
    contribution is taken back by its own change.
    """

    word: Word
    number: int

    def carry_out(self, db: Connection, deed: Deed) -> WordTakenBack:
        found = self._mine(db, deed)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        # Whoever answers it locks the club or the row; what was read before may be different now.
        lock_club(db, found.club_id)
        found = self._mine(db, deed)
        assert found is not None
        check_can_take_back(declared_at=found.at, now=deed.now, waiting=found.waits)
        _TAKE_BACK[self.word](db, deed, self.number)
        return WordTakenBack(self.word, self.number, found.club_id)

    def _mine(self, db: Connection, deed: Deed) -> Declared | None:
        return declared(db, self.word, self.number, person_id=deed.person, now=deed.now)


def _loan(db: Connection, deed: Deed, number: int) -> None:
    waiting = update(loans).where(loans.c.id == number, loans.c.state == "asked")
    _if_it_waits(db, waiting.values(state="withdrawn", ended_on=deed.today))


def _help(db: Connection, deed: Deed, number: int) -> None:
    waiting = update(help_requests).where(
        help_requests.c.id == number, help_requests.c.state == "open"
    )
    _if_it_waits(db, waiting.values(state="closed"))


def _joining(db: Connection, deed: Deed, number: int) -> None:
    """Nothing of her circumstances stays; she may ask again."""
    waiting = update(members).where(members.c.id == number, members.c.state == "asked")
    _if_it_waits(db, waiting.values(state="refused", decided_by=deed.person))
    db.execute(delete(circumstances).where(circumstances.c.member_id == number))


def _dispute(db: Connection, deed: Deed, number: int) -> None:
    """Answered by herself, so that nobody has to look into it."""
    waiting = update(disputes).where(disputes.c.id == number, disputes.c.state == "open")
    _if_it_waits(
        db, waiting.values(state="answered", answered_by=deed.person, answered_at=deed.now)
    )


def _if_it_waits(db: Connection, change: Update) -> None:
    """Somebody may have answered it a moment ago, without the club's lock."""
    if not db.execute(change).rowcount:
        raise Refused(Code.NOTHING_WAITING)


def _answer(db: Connection, deed: Deed, number: int) -> None:
    """As if she had not answered yet."""
    mine = select(members.c.id).where(members.c.person_id == deed.person)
    db.execute(
        delete(meeting_answers).where(
            meeting_answers.c.meeting_id == number, meeting_answers.c.member_id.in_(mine)
        )
    )


_TAKE_BACK = {
    Word.LOAN: _loan,
    Word.HELP: _help,
    Word.JOINING: _joining,
    Word.DISPUTE: _dispute,
    Word.ANSWER: _answer,
}
