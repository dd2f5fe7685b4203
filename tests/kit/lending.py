"""A club that lends: money in its fund, people of one household, and the books held together."""

from itertools import count

from club.accounts import Source
from club.ledger import opening_balance
from club.money import Money, total
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import settle
from storage.changes.money.book import write_entry
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.loans.loans import Loan, LoanState, loans_of
from storage.queries.money.ledger import principal_by_loan
from storage.tables.people import households, member_households
from tests.kit.village import FOUNDED, Phone, Village

_CAUSES = count(1)


def give_fund(v: Village, millions: int) -> None:
    """So many millions lie in the tin, for lending."""
    v.store.change(_give, v, Money(millions * 1_000_000))


def _give(db: Connection, v: Village, amount: Money) -> None:
    now = v.clock.now()
    deed = Deed(
        chat_id=1,
        channel="web",
        person_id=v.giang.person_id,
        club_id=v.club.club_id,
        now=now,
        today=now.date(),
        cause=f"opening:{next(_CAUSES)}",
    )
    entry = opening_balance(
        fund=v.club.income_fund,
        place=v.club.tin,
        amount=amount,
        source=Source.GRANT,
        happened_on=now.date(),
    )
    write_entry(db, deed, entry)


def one_household(v: Village, *phones: Phone) -> None:
    """These people live together since the club was founded."""
    v.store.change(_live_together, v.club.club_id, phones)


def _live_together(db: Connection, club_id: int, phones: tuple[Phone, ...]) -> None:
    household = inserted(db, households, club_id=club_id, name="")
    for each in phones:
        inserted(
            db,
            member_households,
            member_id=each.member_id,
            household_id=household,
            valid_from=FOUNDED,
        )


def settle_in(v: Village, name: str, value: object) -> None:
    """The club has settled this since it was founded."""
    v.store.change(settle, v.club.club_id, name, value, FOUNDED, v.clock.now())


def loans_of_phone(v: Village, phone: Phone) -> list[Loan]:
    """Her loans as the books say, the oldest first."""
    assert phone.member_id is not None
    with v.store.reading() as db:
        return loans_of(db, phone.member_id)


def check_books(v: Village) -> None:
    """Every invariant holds; a loan's principal in the books is its schedule less what was paid.

    Of a loan that was written off nothing is left in the books.
    """
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        booked = principal_by_loan(db, v.club.club_id)
        for phone in v.phones.values():
            for each in loans_of(db, phone.member_id) if phone.member_id else ():
                scheduled = total(one.instalment.principal for one in each.instalments)
                paid = total(one.principal_paid for one in each.instalments)
                left = booked.get(each.id, Money(0))
                gone = each.outstanding if each.state is LoanState.WRITTEN_OFF else Money(0)
                assert left + gone == scheduled - paid == each.outstanding
