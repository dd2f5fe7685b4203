"""Places typed without marks, written as the club knows them."""

import pytest

from messages.understand.known_places import place_as_known

KNOWN = ("Nhà văn hóa thôn Đoài", "Xóm Đình", "Thôn Thượng", "thôn Ba", "Thon Ha", "Sân kho")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Xom Dinh", "Xóm Đình"),
        ("thon thuong", "Thôn Thượng"),
        ("nha van hoa thon doai", "Nhà văn hóa thôn Đoài"),
        ("Nha van hoa", "Nhà văn hóa"),
        ("Thon doai", "Thôn Đoài"),
        ("dinh", "Đình"),
        ("NHA VAN HOA XOM DINH", "Nhà văn hóa xóm Đình"),
        ("san kho, xom dinh", "Sân kho, xóm Đình"),
        ("xom 3", "Xóm 3"),
        ("tram y te", "Trạm y tế"),
    ],
)
def test_what_is_known_gets_its_marks(typed: str, written: str) -> None:
    assert place_as_known(typed, KNOWN) == written


@pytest.mark.parametrize(
    "typed",
    ["", "Xóm Đinh", "Nhà van hoa", "nha ba Minh", "nha van hoa cu", "Thon Ha", "…", "Can Tho"],
)
def test_what_has_marks_or_holds_an_unknown_word_stays(typed: str) -> None:
    assert place_as_known(typed, KNOWN) == typed


def test_two_spellings_tell_nothing() -> None:
    assert place_as_known("xom dinh", ("Xóm Đình", "Xóm Định")) == "xom dinh"
    assert place_as_known("nha ong dinh", ("Nhà ông Đình", "Xóm Định")) == "Nhà ông Đình"
    assert place_as_known("xom dinh", ("Xóm Đình", "xóm đình")) == "Xóm Đình"
