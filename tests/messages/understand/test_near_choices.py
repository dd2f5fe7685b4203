"""Other words for a choice than those on its button."""

import pytest

from messages.understand.near_choices import near_choices

PLACES = ("Hộp tiền", "Tài khoản ngân hàng")
HANDS = ("Tiền đã ở trong tay", "Đã thấy tiền trong tài khoản")


@pytest.mark.parametrize("said", ["tiền mặt", "tien mat a", "bằng tiền mặt", "trong két", "hộp"])
def test_cash_is_the_box_or_the_hand(said: str) -> None:
    assert near_choices(said, PLACES) == [0]
    assert near_choices(said, HANDS) == [0]


@pytest.mark.parametrize(
    "said", ["ck", "qua ngân hàng", "chuyen khoan roi", "agribank", "transfer"]
)
def test_the_bank_is_the_account(said: str) -> None:
    assert near_choices(said, PLACES) == [1]
    assert near_choices(said, HANDS) == [1]


def test_two_boxes_are_asked_back_and_other_words_are_none() -> None:
    assert near_choices("tiền mặt", ("Hộp tiền", "Hộp tiền của bác Lan", "Ngân hàng")) == [0, 1]
    for said in ("mặt trận", "tiền mặt hay ngân hàng", "bò", ""):
        assert near_choices(said, PLACES) == []
