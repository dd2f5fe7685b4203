"""Lines short enough for a large font."""

import pytest

from messages.lines import LONGEST_LINE, broken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Dạ, cháu xin lỗi đã làm phiền bác. Những gì bác đã nói, cháu vẫn giữ nguyên ạ.",
            ["Dạ, cháu xin lỗi đã làm phiền bác.", "Những gì bác đã nói, cháu vẫn giữ nguyên ạ."],
        ),
        (
            "Dạ, bác đã báo đóng phí 1.250.000 đồng (một triệu hai trăm năm mươi nghìn đồng).",
            [
                "Dạ, bác đã báo đóng phí 1.250.000 đồng",
                "(một triệu hai trăm năm mươi nghìn đồng).",
            ],
        ),
        (
            "Dạ, buổi sinh hoạt của câu lạc bộ thôn mình họp vào thứ ba 24/11/2026 ở đình ạ.",
            [
                "Dạ, buổi sinh hoạt của câu lạc bộ thôn mình họp vào thứ ba 24/11/2026 ở đình ạ.",
            ],
        ),
        (
            "Dạ, bà Mận đã đồng ý bằng chữ ký hôm ấy để câu lạc bộ giữ tên. Đúng chưa ạ?",
            ["Dạ, bà Mận đã đồng ý bằng chữ ký hôm ấy để câu lạc bộ giữ tên.", "Đúng chưa ạ?"],
        ),
        (
            "Dạ, người làm chứng phải là thành viên ngoài ban chủ nhiệm và ở khác nhà, bác nhé.",
            ["Dạ, người làm chứng phải là thành viên ngoài ban chủ nhiệm và ở khác nhà, bác nhé."],
        ),
        ("• ngắn\n• cũng ngắn", ["• ngắn", "• cũng ngắn"]),
        ("x" * 90, ["x" * 90]),
        ("", [""]),
    ],
)
def test_lines_break_where_one_draws_breath(text: str, lines: list[str]) -> None:
    assert broken(text).split("\n") == lines


def test_nothing_is_lost_and_no_line_is_long() -> None:
    text = "Dạ, còn 1.500.000 đồng, tức là một triệu rưỡi, " * 20
    shown = broken(text)
    assert shown.split() == text.split()
    assert max(map(len, shown.split("\n"))) <= LONGEST_LINE
    assert not [line for line in shown.split("\n") if line.startswith("đồng")]
