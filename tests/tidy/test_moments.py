"""Everything Liên says renders in every language, and what was once said can still be said."""

import pytest

from messages.moments import KINDS, Moment, moment_of
from messages.wording import LANGUAGES
from tests.kit.said import complaints, fillings, texts_of
from tools import moments as ledger

# Built of other parts by hand; its codes are rendered in test_refusals.
BY_HAND = {"refused"}
# Values that are left empty on purpose.
SAYS_NOTHING = {"summary.blank", "summary.norm_verdict"}

names = sorted(set(KINDS) - BY_HAND)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_moment_can_be_read_aloud(language: str) -> None:
    wrong = [
        f"{name}: {complaint}: {text}"
        for name in names
        for text in texts_of(name, language)
        if text or name not in SAYS_NOTHING
        for complaint in complaints(text, language)
    ]
    assert wrong == []


def test_every_moment_was_filled() -> None:
    assert [name for name in names if not fillings(name)] == []
    assert len(names) > 300


def test_every_moment_comes_back_from_a_row_as_it_was() -> None:
    for name in names:
        for values in fillings(name):
            said = KINDS[name](**values)
            back = moment_of(said.as_json())
            assert back.as_json() == said.as_json()
            assert isinstance(back, Moment)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Dạ {you} ạ", "a placeholder is left"),
        ("Tổ None ạ", "a missing value is shown"),
        ("Số tiền Money(dong=5)", "a value is shown as code"),
        ("Hoàn cảnh near_poor", "a value is shown as code"),
        ("Dạ  vâng", "two spaces"),
        ("Số tiền là .", "a space before a sign"),
        ("Bác bấm OK ạ", "foreign: OK"),
        ("Bác gõ “menu” ạ", "foreign: menu"),
        (" ", "nothing is said"),
    ],
)
def test_a_planted_fault_is_found(text: str, complaint: str) -> None:
    assert complaint in complaints(text, "vi")


def test_vietnamese_words_are_not_taken_for_foreign_ones() -> None:
    assert complaints("Tháng tám, bác không nói “no” mà ăn no rồi ạ.", "vi") == ["foreign: no"] * 2
    assert complaints("Dạ, cháu gửi bác chốt sổ, nhóm bốn, thành viên ạ.", "vi") == []


# Rows in the outbox and open dialogues keep moments: what stood there must be readable for ever.


def test_every_moment_that_once_was_can_still_be_said() -> None:
    assert list(ledger.lost(ledger.read())) == [], "a migration has to change rows that hold it"


def test_every_moment_is_in_the_ledger() -> None:
    assert list(ledger.fresh(ledger.read())) == [], "python tools/moments.py writes them down"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("a.moment.of.yesterday 1", "is gone"),
        ("everywhere.parked 7 what", "has another version"),
        ("everywhere.parked 1 what,colour", "no longer takes colour"),
        ("everywhere.parked 1", "now needs what"),
    ],
)
def test_what_would_break_an_old_row_is_found(line: str, why: str) -> None:
    assert [why in each for each in ledger.lost([line])] == [True]


def test_a_new_value_with_a_default_breaks_no_old_row() -> None:
    assert list(ledger.lost(["example.sum_does_not_fit 1 least"])) == []
