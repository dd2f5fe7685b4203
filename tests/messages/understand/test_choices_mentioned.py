"""Which choices a longer answer speaks of."""

import pytest

from messages.understand.choices_mentioned import choices_mentioned

PURPOSES = ("Nuôi bò, trâu", "Nuôi lợn", "Nuôi gà, vịt", "Nuôi cá", "Trồng lúa, rau màu")
HELP = ("Dùng điện thoại", "Sức khỏe", "Chăm sóc tại nhà", "Giấy tờ", "Việc đồng áng")
AREAS = ("Tăng thu nhập", "Chăm sóc sức khỏe", "Văn hóa, văn nghệ")
PEOPLE = ("Bà Nguyễn Thị Hoa", "Ông Nguyễn Văn Bình", "Bà Trần Thị Lan")


@pytest.mark.parametrize(
    ("text", "labels", "meant"),
    [
        ("bác nuôi con gà con vịt", PURPOSES, [2]),
        ("nuoi con ga con vit", PURPOSES, [2]),
        ("tui tính mua con bò cái", PURPOSES, [0]),
        ("nuôi gà với nuôi cá", PURPOSES, [2, 3]),
        ("nuôi dê", PURPOSES, []),
        ("cái điện thoại nó cứ hiện quảng cáo hoài", HELP, [0]),
        ("đi khám, cần giấy tờ bảo hiểm", HELP, [3]),
        ("bác bị đau lưng", HELP, []),
        # With its marks "ca" (a bowl) is not "cá".
        ("cái ca của bác", PURPOSES, []),
        ("hôm qua bà Hoa nói thế", PEOPLE, [0]),
        ("nguyễn", PEOPLE, []),
        ("", PURPOSES, []),
        ("của và cho", PURPOSES, []),
        ("1 2 3", PURPOSES, []),
        # One of three words of a label is nothing in a long sentence.
        ("thu nham cua ba Hoa roi, chi co 10 nghin thoi", AREAS, []),
        ("thu nhập", AREAS, [0]),
    ],
)
def test_the_choices_spoken_of(text: str, labels: tuple[str, ...], meant: list[int]) -> None:
    assert choices_mentioned(text, labels) == meant
