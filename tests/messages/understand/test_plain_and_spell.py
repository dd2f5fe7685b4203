"""One form of text whatever wrote it; numbers in words."""

import pytest

from club.money import Money
from messages.understand import bare, in_words, in_words_en, plain


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  năm   mươi \n nghìn ", "năm mươi nghìn"),
        ("na\u0306m", "năm"),
        ("５０．０００　đ", "50.000 đ"),
        ("\u200b50\u200dk\ufeff", "50k"),
        ("\u202e50k\u202c", "50k"),
        ("50\u00a0000", "50 000"),
        ("٥٠", "50"),
        ("a\x00b\x07", "ab"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("H’Hen", "H’Hen"),
        ("", ""),
    ],
)
def test_text_is_made_plain(typed: str, expected: str) -> None:
    assert plain(typed) == expected


def test_long_text_is_cut() -> None:
    assert len(plain("a" * 5000)) == 4096
    assert len(plain("ă" * 5000)) == 4096


def test_piled_up_marks_are_cut_to_four() -> None:
    assert len(plain("a" + "\u0300" * 1000)) <= 5


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Đồng Ý!", "dong y"),
        ("«Thôi.»", "thoi"),
        ("ĐƯỢC RỒI…", "duoc roi"),
        ("Ê Đê", "e de"),
        ("K'Brể", "k'bre"),
        ("...", ""),
    ],
)
def test_text_is_made_bare(typed: str, expected: str) -> None:
    assert bare(typed) == expected


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "không", "zero"),
        (4, "bốn", "four"),
        (10, "mười", "ten"),
        (15, "mười lăm", "fifteen"),
        (21, "hai mươi mốt", "twenty-one"),
        (11, "mười một", "eleven"),
        (25, "hai mươi lăm", "twenty-five"),
        (50, "năm mươi", "fifty"),
        (100, "một trăm", "one hundred"),
        (105, "một trăm linh năm", "one hundred and five"),
        (115, "một trăm mười lăm", "one hundred and fifteen"),
        (999, "chín trăm chín mươi chín", "nine hundred and ninety-nine"),
        (1_010, "một nghìn không trăm mười", "one thousand and ten"),
        (50_000, "năm mươi nghìn", "fifty thousand"),
        (1_005_000, "một triệu không trăm linh năm nghìn", "one million five thousand"),
        (1_500_000, "một triệu năm trăm nghìn", "one million five hundred thousand"),
        (1_000_200, "một triệu không nghìn hai trăm", "one million two hundred"),
        (1_000_000_000, "một tỷ", "one billion"),
        (
            2_000_000_005,
            "hai tỷ không triệu không nghìn không trăm linh năm",
            "two billion and five",
        ),
        (-7, "âm bảy", "minus seven"),
    ],
)
def test_a_number_is_said(number: int, vietnamese: str, english: str) -> None:
    assert in_words(number) == vietnamese
    assert in_words(Money(number)) == vietnamese
    assert in_words_en(number) == english
