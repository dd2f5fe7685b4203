"""Books that were changed behind the program's back: what is wrong is named, and where it is."""

import pytest
from sqlalchemy import text

from tests.kit.broken_books import break_
from tests.kit.club_books import ClubBooks

_ENTRY = "(SELECT id FROM transactions WHERE sequence = {})"


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (
            f"UPDATE postings SET amount = amount + 7 WHERE account = 'cash' "
            f"AND transaction_id = {_ENTRY.format(9)}",
            ["entry 9 does not sum to zero in fund 2: 7"],
        ),
        (
            f"UPDATE postings SET amount = 2 * amount WHERE transaction_id = {_ENTRY.format(3)}",
            [
                "entry 7 is not the opposite of entry 3",
                "month 2026-08: entry 3 was changed after it was closed",
                "month 2026-08: fund 2 closed with 119000, its entries say 242000",
            ],
        ),
        (
            "UPDATE transactions SET happened_on = '2026-08-30' WHERE sequence = 2",
            ["month 2026-08: entry 2 was changed after it was closed"],
        ),
        (
            "UPDATE transactions SET recorded_by = 4 WHERE sequence = 5",
            ["month 2026-09: entry 5 was changed after it was closed"],
        ),
        (
            "UPDATE transactions SET booked_month = '2026-08' WHERE sequence = 9",
            [
                "month 2026-08: entry 9 came in after it was closed",
                "entry 9 is booked in 2026-08, which was closed before it",
            ],
        ),
        (
            "UPDATE transactions SET sequence = 12 WHERE sequence = 9",
            ["the sequence has a gap: 12 stands where 9 should"],
        ),
        (
            "UPDATE closed_months SET figures = replace(figures, '\"women\":8', '\"women\":7')",
            ["month 2026-08: its figures or its code are not those it was closed with"],
        ),
        (
            "UPDATE closed_months SET code = 'x' || substr(code, 2) WHERE month = '2026-08'",
            [
                "month 2026-08: its figures or its code are not those it was closed with",
                "month 2026-09: its code does not follow from the month before it",
            ],
        ),
        (
            "DELETE FROM closed_months WHERE month = '2026-08'",
            ["month 2026-09: its code does not follow from the month before it"],
        ),
        (
            "UPDATE transactions SET voucher_number = 7, voucher = 'PT 7/2026' WHERE sequence = 9",
            ["slips of PT 2026 have a gap before PT 7/2026"],
        ),
        ("UPDATE instalments SET loan_id = 99 WHERE number = 10", ["instalment 10 has no loan"]),
        (
            "DELETE FROM instalments WHERE number = 10",
            ["loan 1: by its schedule 2400000 are still out, by its entries 2700000"],
        ),
        ("DELETE FROM instalments", ["loan 1 is running and has no instalments"]),
        (
            "UPDATE loans SET state = 'repaid'",
            ["loan 1 is repaid, its entries say that 2700000 are still out"],
        ),
        (
            "UPDATE loans SET state = 'agreed'",
            ["loan 1 is agreed and has instalments"],
        ),
        (
            "UPDATE loan_votes SET person_id = 6 WHERE person_id = 1",
            ["loan 1: the borrower has voted on it"],
        ),
        (
            "UPDATE loan_votes SET person_id = 7 WHERE person_id = 1",
            ["loan 1: person 7, who was never of the board, has voted on it"],
        ),
        (
            "UPDATE repayments SET principal = principal - 1000, interest = interest + 1000",
            [
                "entry 5 repays 300000 and interest 21000 of loan 1, its instalments say "
                "299000 and 22000",
                "month 2026-09: entry 5 was changed after it was closed",
            ],
        ),
        (
            "INSERT INTO fee_months (transaction_id, member_id, month, amount) "
            "SELECT transaction_id, member_id, month, amount FROM fee_months",
            [
                "entry 6 is a fee of 5000, its months say 10000",
                "member 7: the fee of 2026-09 was paid twice, 10000 in all",
                "month 2026-09: entry 6 was changed after it was closed",
            ],
        ),
        (
            "UPDATE fee_months SET member_id = 8",
            [
                "entry 6 pays months of another member",
                "month 2026-09: entry 6 was changed after it was closed",
            ],
        ),
        (
            "UPDATE transactions SET second_person = recorded_by WHERE sequence = 7",
            [
                "entry 7 has the same person twice",
                "month 2026-09: entry 7 was changed after it was closed",
            ],
        ),
        (
            "UPDATE proposals SET decided_in = proposed_in WHERE kind = 'reverse'",
            ["proposal 3 was agreed to by one person, or on one account"],
        ),
        (
            "UPDATE proposals SET transaction_id = NULL WHERE kind = 'reverse'",
            ["proposal 3 was agreed to and is not in the books"],
        ),
        (
            "UPDATE declarations SET transaction_id = NULL WHERE kind = 'fee'",
            ["contribution 1 is confirmed and not in the books"],
        ),
        (
            f"UPDATE postings SET amount = -amount WHERE transaction_id = {_ENTRY.format(1)}",
            ["place 1 holds less than nothing of fund 1"],
        ),
        (
            f"UPDATE postings SET club_id = 77 WHERE transaction_id = {_ENTRY.format(9)}",
            ["entry 9 touches another club"],
        ),
        (
            "INSERT INTO transactions SELECT 99, club_id, 10, kind, happened_on, means_month, "
            "booked_month, recorded_at, recorded_by, second_person, for_member, channel, 'x', "
            "NULL, NULL, NULL, NULL FROM transactions WHERE sequence = 9",
            ["entry 10 has no postings", "entry 10 was not written by Liên"],
        ),
        (
            "UPDATE entry_seals SET seal = 'x' WHERE sequence = 4",
            ["entry 4 was changed after it was written"],
        ),
        (
            "UPDATE transactions SET reverses_id = NULL WHERE sequence = 7",
            ["entry 7 is a correction of nothing"],
        ),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else None,
)
def test_what_was_broken_is_named(lived: ClubBooks, harm: str, found: list[str]) -> None:
    faults = break_(lived, harm)
    for each in found:
        assert any(fault.startswith(each) for fault in faults), faults


def test_a_whole_copy_holds(lived: ClubBooks) -> None:
    assert break_(lived) == []


def test_a_guard_that_is_gone_is_named(lived: ClubBooks) -> None:
    with lived.store.writing() as db:
        db.execute(text("DROP TRIGGER guard_closed_months_update"))
    assert lived.faults == ["guards of the books are missing: guard_closed_months_update"]
