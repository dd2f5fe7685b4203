"""The minutes on paper: short and very long, in both languages, every word copied out right."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from club.address import PersonName
from club.money import Money
from messages.meetings import minutes_lines
from messages.meetings.minutes_lines import PARTS
from messages.own import account
from messages.papers import minutes_pages
from messages.papers.kinds import drawn, paper_of
from messages.wording import Words
from tests.kit.printed import pages, text

DAY = date(2026, 11, 24)
NASTY = '#panic("no") *bold* $1 <a> \\ "quoted"'


def the_minutes(language: str, **values: Any) -> bytes:
    usual: dict[str, Any] = {
        "club": "CLB Thôn Đoài",
        "commune": "Xã Mỹ Đức",
        "day": DAY,
        "begins": time(8),
        "ended": None,
        "place": "Nhà văn hóa",
        "counts": [8, 7, 0, 1],
        "guests": [],
        "parts": [[part, [], ""] for part in PARTS],
        "decided": [],
        "roll": [],
        "addenda": [],
        "signers": [["secretary", "Phạm Thị Đào"], ["chair", "Trần Văn Bình"]],
        "signed_on": None,
    }
    wanted = paper_of(minutes_pages.minutes(**(usual | values)).as_json())
    return drawn(wanted, Words(language)).content


def test_short_minutes_are_one_page_and_say_that_nobody_signed() -> None:
    [only] = pages(the_minutes("vi"))
    assert "BIÊN BẢN SINH HOẠT CÂU LẠC BỘ" in only
    assert "Biên bản chưa ký." in only
    assert "Tổng số thành viên: 8. Có mặt: 7." in only


@pytest.mark.parametrize(
    ("language", "lent", "row"),
    [
        ("vi", "Buổi họp cho bác Nguyễn Thị Hoa vay 5.000.000 đồng", "Người lo"),
        ("en", "The meeting lends 5.000.000 đồng to Nguyễn Thị Hoa", "Who does it"),
    ],
)
def test_long_minutes_go_over_pages_and_lose_nothing(language: str, lent: str, row: str) -> None:
    hoa = PersonName("Nguyễn Thị Hoa", "bác")
    loan = minutes_lines.loan("agreed", hoa, Money(5_000_000), by_meeting=True)
    fund = account.fund_line(
        account.fund("income"), Money(50_650_000), cash=Money(12_450_000), lent=Money(38_200_000)
    )
    words = "Y tá nói về phòng ngã. " * 50 + NASTY
    made = the_minutes(
        language,
        ended=time(10, 30),
        parts=[[part, [fund, loan] if part == "report" else [], words] for part in PARTS],
        decided=[[f"Việc số {n} " + "dài " * 20, hoa, DAY + timedelta(days=n)] for n in range(20)],
        roll=[[f"Người Thứ {n}", "present" if n % 7 else "excused"] for n in range(60)],
        addenda=[[DAY, hoa, "Bổ sung một chỗ"]],
        signed_on=DAY,
    )
    found = pages(made)
    assert 3 <= len(found) <= 8
    said = text(made)
    assert lent in said
    assert said.count(NASTY) == len(PARTS)
    assert all(f"Việc số {n} " in said for n in range(20))
    assert all(f"Người Thứ {n} " in said for n in range(60))
    assert sum(row in each for each in found) >= 2, "a table that goes on repeats its heading"
    assert "Bổ sung một chỗ" in said
    assert said.rindex("Trần Văn Bình") > said.index("Người Thứ 59")
