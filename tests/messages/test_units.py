"""Goods and working days are said with one word everywhere, in the number that fits."""

import pytest

from messages.figures import summary_lines
from messages.moments import written
from messages.money import contribute
from messages.money.book_columns import cell_in_words
from messages.units import goods_in_words, unit_in_words, work_in_words
from messages.wording import Words

ENGLISH, VIETNAMESE = Words("en"), Words("vi")


@pytest.mark.parametrize(
    ("thousandths", "english", "vietnamese"),
    [
        (1000, "rice: 1 kilogram", "rice: 1 cân"),
        (30_000, "rice: 30 kilograms", "rice: 30 cân"),
        (2500, "rice: 2,5 kilograms", "rice: 2,5 cân"),
    ],
)
def test_the_report_says_goods_as_the_golden_heart_book(
    thousandths: int, english: str, vietnamese: str
) -> None:
    for words, said in ((ENGLISH, english), (VIETNAMESE, vietnamese)):
        unit = contribute.unit_of("kg", thousandths)
        of_book = contribute.line("goods", ["rice", contribute.quantity_(thousandths), unit])
        of_report = summary_lines.goods(thousandths=thousandths, unit="kg", item="rice")
        assert goods_in_words(words, "rice", thousandths, "kg") == said
        assert written(of_book, words) == said
        assert written(of_report, words) == f"• {said}"


def test_a_unit_of_the_clubs_own_stays_as_it_was_typed() -> None:
    assert unit_in_words(ENGLISH, "thùng", 1000) == "thùng"
    assert goods_in_words(VIETNAMESE, "mì", 3000, "thùng") == "mì: 3 thùng"
    assert goods_in_words(VIETNAMESE, "chăn", 3000, "") == "chăn: 3"


def test_the_sheets_have_the_unit_in_words() -> None:
    assert cell_in_words(VIETNAMESE, "kg") == "cân"
    assert cell_in_words(VIETNAMESE, "thùng") == "thùng"


def test_one_working_day_is_no_days() -> None:
    said = [work_in_words(ENGLISH, each) for each in (1000, 500, 2000)]
    assert said == ["1 working day", "0,5 working days", "2 working days"]
    one = contribute.line("days", ["roof", "1", ""])
    two = contribute.line("days", ["roof", "2", ""])
    assert [written(each, ENGLISH) for each in (one, two)] == [
        "1 day of work: roof",
        "2 days of work: roof",
    ]
