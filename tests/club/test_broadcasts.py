"""What must not stand in a word to many, and how long one takes."""

import pytest

from club.broadcasts import (
    A_MINUTE,
    Audience,
    Forbidden,
    forbidden_in,
    may_send_again,
    minutes_needed,
)

OWN = "+84912001960"


@pytest.mark.parametrize(
    "text",
    [
        "Sáng chủ nhật 15/11/2026, 7 giờ 30, mời mọi người ra nhà văn hóa.",
        "Họp ngày 15-11-2026 8 giờ; mỗi người góp 50.000 đồng.",
        "Quỹ đã có 1.250.000.000 đồng, xin cảm ơn!",
        "Gọi cháu số 0912 001 960 nhé",
        "Gọi +84 912.001.960 hay (091) 2001960",
        "Mang 2 cái bát, 1 đôi đũa. Nhớ đúng 7:30 - 9:30 ngày 1.12.2026!",
        "Tổ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 cùng đi. Em nào rảnh thì giúp",
        "Khẩn: gọi 115 hoặc 113",
        "Một, hai, ba, bốn, năm cùng hô; không ai vắng",
    ],
)
def test_days_hours_sums_and_the_senders_own_number_may_stand_in_it(text: str) -> None:
    assert forbidden_in(text, OWN) is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Xem http://abc.example", Forbidden.LINK),
        ("Vào HTTPS : //abc", Forbidden.LINK),
        ("xem www.clb", Forbidden.LINK),
        ("Vào zalo.me/g/abc", Forbidden.LINK),
        ("Vào t.me/abc", Forbidden.LINK),
        ("thư cho binh@thondoai.vn", Forbidden.LINK),
        ("nhắn @lienclb nhé", Forbidden.LINK),
        ("vào liên\u200bclb．com", Forbidden.LINK),
        ("lienclb[.]com", Forbidden.LINK),
        ("vào lienclb chấm com", Forbidden.LINK),
        ("Chuyển vào 19036688112233", Forbidden.ACCOUNT),
        ("Chuyển vào 1903 6688 1122 33", Forbidden.ACCOUNT),
        ("STK: 123456", Forbidden.ACCOUNT),
        ("số tài khoản 7654321 nhé", Forbidden.ACCOUNT),
        ("１９０３６６８８１１２２３３", Forbidden.ACCOUNT),
        ("một chín không ba sáu sáu tám tám một", Forbidden.ACCOUNT),
        ("Gọi 0987654321", Forbidden.PHONE),
        ("Gọi 0987.654.321", Forbidden.PHONE),
        ("Gọi +84 987 654 321", Forbidden.PHONE),
        ("gọi 1900 1234", Forbidden.PHONE),
        ("gọi không chín tám bảy sáu năm bốn ba hai một", Forbidden.PHONE),
    ],
)
def test_links_accounts_and_other_numbers_are_seen(text: str, wrong: Forbidden) -> None:
    assert forbidden_in(text, OWN) is wrong


def test_without_a_number_of_her_own_every_number_is_anothers() -> None:
    assert forbidden_in("Gọi 0912001960", "") is Forbidden.PHONE
    assert forbidden_in("Gọi 0912001960", None) is Forbidden.PHONE


def test_how_long_it_takes() -> None:
    assert [minutes_needed(each) for each in (0, 1, A_MINUTE, A_MINUTE + 1)] == [1, 1, 1, 2]
    assert minutes_needed(21_000 * 60) == 700
    assert minutes_needed(21_000 * 60, 60_000) == 21


def test_three_a_day_for_a_club_one_for_an_officer() -> None:
    assert [may_send_again(each, Audience.GROUP) for each in (0, 2, 3)] == [True, True, False]
    assert [may_send_again(each, Audience.BOARDS) for each in (0, 1)] == [True, False]
