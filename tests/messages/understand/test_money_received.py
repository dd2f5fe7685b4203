"""“Do you have the money?”, answered in one's own words."""

import pytest

from messages.understand.money_received import received_told


@pytest.mark.parametrize(
    "said",
    [
        "nhận đủ rồi",
        "nhan du roi",
        "dạ nhận rồi cháu ạ",
        "đã nhận đủ",
        "chú cầm tiền rồi nhé",
        "có tiền rồi",
        "đủ tiền rồi",
        "bà ấy đưa rồi",
        "đưa cho chú rồi",
        "yes I have the money",
        "I got it",
    ],
)
def test_she_has_it(said: str) -> None:
    assert received_told(said) is True


@pytest.mark.parametrize(
    "said",
    [
        "chưa thấy tiền đâu cả",
        "chưa nhận",
        "chua nhan duoc dong nao",
        "chưa",
        "không thấy",
        "chưa đưa",
        "mới có 15 thôi",
        "mới nhận được 10 nghìn thôi",
        "not yet",
        "I haven't got the money",
    ],
)
def test_she_has_it_not(said: str) -> None:
    assert received_told(said) is False


@pytest.mark.parametrize(
    "said",
    [
        "đủ rồi",
        "ai đưa",
        "đã nhận chưa",
        "nhận bao nhiêu?",
        "rồi",
        "ừ",
        "50 nghìn",
        "",
        "bà Hoa",
        "x " * 400,
    ],
)
def test_what_says_neither(said: str) -> None:
    assert received_told(said) is None
