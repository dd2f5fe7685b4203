"""Every entry keeps the seal it was written with, in the open month and after its closing."""

import pytest
from sqlalchemy import text

from club.calendar import Month
from storage.schema import bring_up_to_date, go_back
from storage.store import Store
from tests.kit.broken_books import break_
from tests.kit.club_books import ClubBooks

OCTOBER = Month(2026, 10)


_OPEN = "(SELECT id FROM transactions WHERE sequence = 9)"


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE transactions SET kind = 'fee' WHERE sequence = 9",
        "UPDATE transactions SET happened_on = '2026-10-02' WHERE sequence = 9",
        "UPDATE transactions SET means_month = '2026-10' WHERE sequence = 9",
        "UPDATE transactions SET booked_month = '2026-11' WHERE sequence = 9",
        "UPDATE transactions SET recorded_at = '2026-10-02 03:04:05.000000' WHERE sequence = 9",
        "UPDATE transactions SET recorded_by = 4 WHERE sequence = 9",
        "UPDATE transactions SET second_person = 4 WHERE sequence = 9",
        "UPDATE transactions SET for_member = 4 WHERE sequence = 9",
        "UPDATE transactions SET channel = 'paper' WHERE sequence = 9",
        "UPDATE transactions SET reason_digest = 'x' WHERE sequence = 9",
        f"UPDATE postings SET member_id = 4 WHERE transaction_id = {_OPEN}",
        f"UPDATE postings SET source = 'x' WHERE transaction_id = {_OPEN}",
        f"UPDATE postings SET amount = 10 * amount WHERE transaction_id = {_OPEN}",
        f"DELETE FROM postings WHERE transaction_id = {_OPEN}",
        f"INSERT INTO fee_months (transaction_id, member_id, month, amount) "
        f"VALUES ({_OPEN}, 4, '2026-10', 9000)",
    ],
)
def test_an_entry_of_the_open_month_keeps_its_seal(lived: ClubBooks, harm: str) -> None:
    assert "entry 9 was changed after it was written" in break_(lived, harm)


@pytest.mark.parametrize(("number", "before"), [(9, ""), (8, "month 2026-09: ")])
def test_the_last_entry_taken_out_whole_is_missed(
    lived: ClubBooks, number: int, before: str
) -> None:
    entry, of_it = f"sequence >= {number}", "transaction_id IN (SELECT id FROM transactions WHERE "
    faults = break_(
        lived,
        f"DELETE FROM postings WHERE {of_it}{entry})",
        f"DELETE FROM transactions WHERE {entry}",
    )
    assert any(each.startswith(f"{before}entry {number} is gone") for each in faults), faults
    assert "entry 9 is gone" in faults


def test_what_was_changed_before_its_month_was_closed_stays_named(lived: ClubBooks) -> None:
    break_(lived, "UPDATE transactions SET recorded_by = 4 WHERE sequence = 9")
    lived.passes(31)
    lived.closes(OCTOBER)
    assert lived.faults == ["entry 9 was changed after it was written"]


def test_books_from_before_the_seals_get_them_and_lose_them(lived: ClubBooks) -> None:
    before = _seals(lived.store)
    go_back(lived.store, "0035")
    bring_up_to_date(lived.store)
    # Those of closed months stand in the closings.
    assert _seals(lived.store) == [each for each in before if each[0] == 9]
    assert lived.faults == []
    broken = break_(lived, "UPDATE transactions SET channel = 'paper' WHERE sequence IN (2, 9)")
    assert broken == [
        "month 2026-08: entry 2 was changed after it was closed",
        "entry 9 was changed after it was written",
    ]


def _seals(store: Store) -> list[tuple[int, str]]:
    with store.reading() as db:
        found = db.execute(text("SELECT sequence, seal FROM entry_seals ORDER BY sequence"))
        return [(row.sequence, row.seal) for row in found]
