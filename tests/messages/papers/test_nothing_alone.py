"""What belongs together stays on one page, and what is not there takes no room."""

from datetime import date, timedelta
from typing import Any

import pytest

from club.address import PersonName
from club.calendar import Month
from club.money import Money
from messages.papers.certificates import certificate
from messages.papers.closing_pages import meeting_sheet
from messages.papers.kinds import drawn
from messages.papers.poster import poster
from messages.wording import Words
from tests.kit.printed import pages

VI = Words("vi")
DAY = date(2026, 11, 23)
CLUB = "CLB Liên thế hệ tự giúp nhau thôn Đoài"
LONG = "Câu lạc bộ Liên thế hệ tự giúp nhau khu dân cư Nguyễn Thị Minh Khai mở rộng"
QUAN = "Ngô Minh Quân"
OF_ALL: dict[str, Any] = {"commune": "Xã Mỹ Đức", "day": DAY}


def one_line(content: bytes) -> list[str]:
    """Its pages, each without its line breaks."""
    return [" ".join(page.split()) for page in pages(content)]


def of_hours(sessions: int, *clubs: str) -> list[str]:
    lines = [
        [DAY - timedelta(days=number), "Dùng điện thoại", clubs[number % len(clubs)], 60]
        for number in range(sessions)
    ]
    return one_line(
        drawn(
            certificate(
                club=CLUB,
                **OF_ALL,
                name=QUAN,
                from_day=DAY,
                to_day=DAY,
                minutes=60 * sessions,
                lines=lines,
                chair="Trần Văn Bình",
                code="ABCD-EFGH-JKMN",
            ),
            VI,
        ).content
    )


@pytest.mark.parametrize("sessions", [1, 11, 23, 24, 60])
def test_whoever_signs_a_certificate_sees_the_last_hours(sessions: int) -> None:
    *_, last = of_hours(sessions, CLUB)
    assert "Trần Văn Bình" in last
    assert "Tổng cộng" in last
    assert f"{sessions} " + (DAY - timedelta(days=sessions - 1)).strftime("%d/%m/%Y") in last


def test_a_certificate_names_the_clubs_row_by_row_only_where_there_are_several() -> None:
    [one] = of_hours(4, CLUB)
    assert one.count(CLUB) == 2, "by whom and for whom, above the table"
    [two] = of_hours(4, CLUB, "CLB Thôn Hạ")
    assert two.count("CLB Thôn Hạ") == 3


@pytest.mark.parametrize("members", [1, 11, 24, 25])
def test_the_sums_of_a_sheet_never_stand_alone(members: int) -> None:
    lines = [[f"Nguyễn Thị {n}.", Money(5_000), Money(0)] for n in range(1, members + 1)]
    made = meeting_sheet(club=LONG, **OF_ALL, month=Month(2026, 11), lines=lines)
    found = one_line(drawn(made, VI).content)
    [where] = [page for page in found if "Tổng cộng" in page]
    assert f"Nguyễn Thị {members}." in where
    assert all(f"Trang {number} / {len(found)}" in page for number, page in enumerate(found, 1))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("work", [0, 8])
def test_a_poster_is_one_page_with_its_last_line(language: str, work: int) -> None:
    values: dict[str, Any] = {
        "club": LONG,
        "commune": "Xã Mỹ Đức",
        "month": Month(2026, 11),
        "figures": [57 if work else 0, 0, 44 if work else 0],
        "work": [["tự giúp nhau", ["Dọn đường xóm Bến sau mưa"], 16]] * work,
        "donors": [PersonName("Nguyễn Thị Hoa", "bác")] if work else [],
        "meeting": [],
    }
    [only] = one_line(drawn(poster(**values), Words(language)).content)
    foot = {"vi": "xin mời gặp ban chủ nhiệm.", "en": "club's board."}
    assert only.replace("’", "'").rstrip().endswith(foot[language])
