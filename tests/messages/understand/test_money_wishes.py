"""Wishes about money as they are typed with a thumb."""

import pytest

from messages.understand.money_wishes import plainly_wished, sum_in_slang


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vay 5 trieu nuoi lon dc ko chau", "vay 5 trieu nuoi lon"),
        ("tui mun vay 3 củ nuôi gà", "tui muốn vay 3 củ nuôi gà"),
        ("mượn quỹ 2 triệu được hông con", "vay quỹ 2 triệu"),
        ("cho bac muon 3 trieu", "cho bac vay 3 trieu"),
        ("nha toi can 5 trieu de nuoi ca", "nha toi vay 5 trieu de nuoi ca"),
        ("gop 50 k zo quy", "gop 50k vao quy"),
        ("muon dong phi", "muon dong phi"),
        ("cần 2 cân gạo", "cần 2 cân gạo"),
        ("mua lon con", "mua lon con"),
    ],
)
def test_it_is_put_into_plain_words(typed: str, meant: str) -> None:
    assert plainly_wished(typed) == meant


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("10 chai mua bò", (0, 2)),
        ("tầm 7 lít", (1, 3)),
        ("một trăm rưỡi", (0, 3)),
        ("mua bò", None),
    ],
)
def test_where_a_sum_in_slang_stands(said: str, place: tuple[int, int] | None) -> None:
    assert sum_in_slang(said.split()) == place
