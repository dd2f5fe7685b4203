"""Two things told in one sentence, and what the club's interest is asked with."""

import pytest

from club.money import Money
from messages.understand.interest_asked import asks_of_interest
from messages.understand.told import sentence_of, sum_told
from messages.understand.two_things import paid_instead, two_works


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("nộp phí 20 nghìn với trả nợ 500", ("nộp phí 20 nghìn", "trả nợ 500")),
        ("đóng phí 20k và ủng hộ 50k", ("đóng phí 20k", "ủng hộ 50k")),
        ("nop phi 20 nghin roi tra no 500 nghin", ("nop phi 20 nghin", "tra no 500 nghin")),
        (
            "thu của bà Lan hai chục, chi 50 nghìn mua chè",
            ("thu của bà Lan hai chục", "chi 50 nghìn mua chè"),
        ),
        ("pay the fee 20k and repay 500k", ("pay the fee 20k", "repay 500k")),
    ],
)
def test_two_works_are_told_apart(text: str, both: tuple[str, str]) -> None:
    assert two_works(text) == both


@pytest.mark.parametrize(
    "text",
    [
        *("vay 5 triệu, trả 500 mỗi tháng", "nộp phí 20 nghìn", "nộp phí với trả nợ"),
        "họp và góp ý",
        "thu của bà Lan 50, ông Mạnh 30",
    ],
)
def test_one_work_stays_one(text: str) -> None:
    assert two_works(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bà Hoa nộp thay bà Lan 20 nghìn", ("bà Hoa", "nộp của bà Lan 20 nghìn")),
        ("đóng hộ bà Lan 20 nghìn", ("", "đóng của bà Lan 20 nghìn")),
        ("ông Mạnh trả nợ giùm cho bà Lan 500k", ("ông Mạnh", "trả nợ của bà Lan 500k")),
        ("Hoa paid for Lan 20k", ("Hoa", "the fee of Lan 20k")),
        ("I paid for tea 20k", None),
        ("bà Hoa nộp 20 nghìn", None),
        ("hộ bà Lan nộp 20 nghìn", None),
    ],
)
def test_who_pays_for_whom(text: str, told: tuple[str, str] | None) -> None:
    assert paid_instead(text) == told


@pytest.mark.parametrize(
    "text",
    [
        *("lãi mấy phân", "lãi suất bao nhiêu", "lai bao nhieu", "lãi cao không"),
        "vay thì lãi thế nào",
        *("vay 5 triệu một tháng lãi bao nhiêu", "vay 5tr lai bn", "quỹ cho vay lãi mấy phân"),
        *("lãi bao nhiêu phần trăm hả cháu", "what is the interest", "interest rate?"),
    ],
)
def test_who_asks_of_interest(text: str) -> None:
    assert asks_of_interest(text)


@pytest.mark.parametrize(
    "text",
    [
        *("bác còn nợ lãi bao nhiêu", "lãi tháng này bao nhiêu", "lãi của bác bao nhiêu", "lãi"),
        *("trả lãi 20 nghìn", "bà Lan nợ lãi bao nhiêu", "vay 5 triệu", "nuôi lợn có lãi không"),
    ],
)
def test_what_else_is_asked_with_interest(text: str) -> None:
    assert not asks_of_interest(text)


@pytest.mark.parametrize(
    ("text", "thousands"),
    [
        ("thu bà Hoa hai chục", 20),
        ("bán ve chai được hai trăm", 200),
        ("chi hai trăm rưỡi mua chè", 250),
        ("bà Lan đóng năm chục hôm qua", 50),
    ],
)
def test_tens_in_words_are_a_sum_where_money_is_told(text: str, thousands: int) -> None:
    piece = sum_told(sentence_of(text))
    assert piece is not None
    assert piece.readings[0] == Money(1000 * thousands)


@pytest.mark.parametrize(
    "text",
    ["thu được hai chục người", "nộp hai chục cân gạo", "ba chục cụ đến", "góp hai chục quả trứng"],
)
def test_what_is_counted_is_no_sum(text: str) -> None:
    assert sum_told(sentence_of(text)) is None
