"""How somebody says what she is to be called."""

import pytest

from messages.understand.address import read_address, without_manners


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bà", ("bà", "")),
        ("Bà ạ", ("bà", "")),
        ("ba", ("bà", "")),
        ("bác", ("bác", "")),
        ("o", ("o", "")),
        ("mệ", ("mệ", "")),
        ("me", ("mệ", "")),
        ("dì nghe con", ("dì", "")),
        ("dạ cô", ("cô", "")),
        ("co a", ("cô", "")),
        ("gọi tôi là bà", ("bà", "")),
        ("cứ gọi tôi là bà thôi", ("bà", "")),
        ("gọi bà cũng được", ("bà", "")),
        ("bà Hai", ("bà", "Hai")),
        ("ba hai", ("bà", "Hai")),
        ("bác tư hoa nhé", ("bác", "Tư Hoa")),
        ("Cụ Bửu cháu ạ", ("cụ", "Bửu")),
        ("dượng Bảy", ("dượng", "Bảy")),
        ("bà H'Hen", ("bà", "H'Hen")),
        ("bà 12", None),
        ("bà {you}", None),
        ("Hai", None),
        ("mẹ Tý", None),
        ("bà hay cô", None),
        ("bà hay cô cũng được", None),
        ("bà gì cũng được", None),
        ("chị em gì cũng được", None),
        ("bà là người ở xóm trên mới về đây", None),
        ("1", None),
        ("???", None),
        ("🙂", None),
        ("", None),
    ],
)
def test_a_form_of_address_alone_or_with_a_name(typed: str, meant: tuple[str, str] | None) -> None:
    assert read_address(typed) == meant


def test_politeness_around_is_left_out_and_one_word_always_stays() -> None:
    assert without_manners("cứ gọi tôi là Tư Hoa nhé") == "Tư Hoa"
    assert without_manners("con") == "con"
    assert without_manners("nhé") == "nhé"
