"""Sums that have to be worked out, or are called by what they are; and sums within a story."""

import pytest

from club.money import Money
from messages.understand.mentioned import sums_mentioned
from messages.understand.reckoned import sums_reckoned
from messages.understand.standing_sums import sums_called

WHOLE, DUE = Money(2_000_000), Money(220_000)


@pytest.mark.parametrize(
    ("text", "thousands"),
    [
        ("hai tờ năm chục", [100]),
        ("2 tờ 50", [100]),
        ("3 tờ 20k", [60]),
        ("two notes of ten", [20]),
        ("1 tờ 500", [500]),
        ("20 nghìn x 3", [60, 20]),
        ("20 nghìn nhân 3", [60, 20]),
        ("3 tháng mỗi tháng 20 nghìn", [60, 20]),
        ("3 người mỗi người 20 nghìn", [60, 20]),
        ("20k/tháng x 6 tháng", [120, 20]),
        ("20 nghìn + 5 nghìn", [25, 20, 5]),
        ("20 nghìn với 5 nghìn", [25, 20, 5]),
        ("100 nghìn trừ 20 nghìn", [80, 100, 20]),
        ("gốc 500 nghìn lãi 20 nghìn", [520, 500, 20]),
        ("lãi 20 gốc 500", [520, 20, 500]),
    ],
)
def test_what_it_comes_to_stands_first(text: str, thousands: list[int]) -> None:
    assert sums_reckoned(text) == [Money(1000 * each) for each in thousands]


@pytest.mark.parametrize(
    "text",
    [
        *("20k/tháng", "50-100k", "15/3/1952", "2 con bò", "100 nghìn và 50", "2 tờ 30 nghìn", ""),
        "20 nghìn trừ 50 nghìn",
    ],
)
def test_what_nobody_can_work_out_is_left(text: str) -> None:
    assert sums_reckoned(text) == []


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("trả hết", [WHOLE]),
        ("tra het no", [WHOLE]),
        ("hết nợ", [WHOLE]),
        ("phần còn lại", [WHOLE]),
        ("tất cả luôn cháu", [WHOLE]),
        ("trả nốt", [WHOLE]),
        ("everything I owe", [WHOLE]),
        ("như cũ", [DUE]),
        ("như tháng trước ạ", [DUE]),
        ("gấp đôi", [DUE * 2]),
        ("kỳ này", [DUE]),
        ("trả tháng này thôi", [DUE]),
        ("cả gốc lẫn lãi", [DUE, WHOLE]),
        ("một nửa", [Money(1_000_000)]),
        ("hết tiền rồi", []),
        ("còn", []),
        ("50 nghìn", []),
    ],
)
def test_a_sum_is_known_by_what_it_is(text: str, sums: list[Money]) -> None:
    assert sums_called(text, whole=WHOLE, due=DUE) == sums


@pytest.mark.parametrize(
    ("text", "thousands"),
    [
        ("chỉ trả lãi", [20]),
        ("lãi thôi", [20]),
        ("chi tra lai thoi", [20]),
        ("tiền lãi kỳ này", [20]),
        ("only the interest", [20]),
        ("trả gốc thôi", [200]),
        ("gốc thôi ạ", [200]),
        ("trả dứt", [2000]),
        ("trả hết cả gốc cả lãi", [2000]),
    ],
)
def test_what_a_loan_owes_is_known_by_its_parts(text: str, thousands: list[int]) -> None:
    parts = {"interest": Money(20_000), "principal": Money(200_000)}
    sums = sums_called(text, whole=WHOLE, due=DUE, **parts)
    assert [each.dong // 1000 for each in sums] == thousands
    assert sums_called("chỉ trả lãi", whole=WHOLE, due=DUE) == []


def test_twice_as_much_is_never_more_than_there_is() -> None:
    assert sums_called("gấp đôi", whole=DUE, due=DUE) == []


@pytest.mark.parametrize("text", ["trả hết", "như cũ", "gấp đôi", "cả gốc lẫn lãi", "một nửa"])
def test_where_nobody_knows_it_nothing_is_made_up(text: str) -> None:
    assert sums_called(text, whole=None, due=None) == []


@pytest.mark.parametrize(
    ("text", "thousands"),
    [
        ("20 nghìn một tháng", [20]),
        ("20 nghìn 3 tháng", [20]),
        ("50 nghìn 1 người", [50]),
        ("20 nghìn và 5 nghìn", [20, 5]),
        ("please put down 100,000", [100]),
        ("50,000 for the fee", [50]),
        ("five million for a year", [5000]),
        ("ten toi la Hoa nop 20 nghin", [20]),
        ("đám đất 50 m2", []),
    ],
)
def test_a_sum_in_a_story_takes_no_number_of_the_next_word(text: str, thousands: list[int]) -> None:
    assert sums_mentioned(text) == [Money(1000 * each) for each in thousands]
