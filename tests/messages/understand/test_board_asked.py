"""Who is who, and what only holds the same words."""

import pytest

from messages.understand.board_asked import office_asked, office_named, phone_asked


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("ai la thu quy", "cashier"),
        ("thủ quỹ của hội là ai vậy cháu", "cashier"),
        ("cháu ơi ai là chủ nhiệm", "chair"),
        ("phó chủ nhiệm là ai", "deputy"),
        ("ban chủ nhiệm gồm những ai", ""),
        ("ai là người nợ", None),
        ("bà Lan là thủ quỹ", None),
        ("ai làm thủ quỹ thay bà Em tháng này", None),
    ],
)
def test_an_office_is_asked_for(said: str, office: str | None) -> None:
    assert office_asked(said) == office


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("sdt ong Binh", "binh"),
        ("cho bác số điện thoại của ông Bình với", "binh"),
        ("so dien thoai thu quy", "thu quy"),
        ("điện thoại hỏng rồi", "hong roi"),
        ("ong Binh", None),
    ],
)
def test_whose_number_is_asked_for(said: str, whose: str | None) -> None:
    assert phone_asked(said) == whose


def test_an_office_is_known_by_its_name() -> None:
    assert office_named("thu quy") == "cashier" and office_named("binh") is None
