"""Months of which little or nothing is known: said as not known everywhere, and said shortly."""

import json
from datetime import date
from typing import Any

import pytest

from club.calendar import Month
from club.summary import count_month, monthly_summary
from club.summary.groups import GROUP_OF, without_nothing
from club.summary.indicators import FUND_INDICATORS, INDICATORS, Subject, measures
from club.summary.rows import ClubRows, FundRow, MeetingRow, MemberRow
from messages.figures.summary import Page, overview, page
from messages.figures.summary_forms import summary_json
from messages.figures.summary_kept import kept
from messages.figures.summary_names import written_value
from messages.moments import written
from messages.papers.kinds import drawn
from messages.papers.summary_picture import picture_data
from messages.papers.summary_sheet import summary_sheet
from messages.wording import Words
from tests.kit.printed import pages

NOVEMBER = Month(2026, 11)
TODAY = date(2026, 11, 23)
MET_ON = date(2026, 11, 6)
CLUB = "CLB Thôn Đoài"
VI = Words("vi")
FUNDS = tuple(FundRow(number, name, name == "income") for number, name in ((1, "income"), (2, "x")))
UNTOLD = tuple(MemberRow(id=number, joined_on=date(2026, 10, 1)) for number in range(57))
TOLD = tuple(
    MemberRow(id=number, joined_on=MET_ON, birth_year=1950, is_woman=number > 9, is_poor=False)
    for number in range(57)
)
# Held, and nobody ticked on the list.
NO_ROLL = (MeetingRow(NOVEMBER, MET_ON, present=0, members=57, guests=3),)
ROLL = (MeetingRow(NOVEMBER, MET_ON, present=40, members=57, guests=3),)


def month(**rows: Any):  # type: ignore[no-untyped-def]
    return monthly_summary(count_month(ClubRows(funds=FUNDS, **rows), NOVEMBER, today=TODAY))


def values(summary: Any) -> dict[str, str]:
    found = measures(summary.figures)
    return {each.code: written_value(each.unit, each.value) for each in found if not each.about}


def on_paper(summary: Any, language: str = "vi") -> list[str]:
    made = summary_sheet(
        club=CLUB, commune="Xã Mỹ Đức", day=TODAY, chair="", bookkeeper="", summary=kept(summary)
    )
    return pages(drawn(made, Words(language)).content)


def in_chat(summary: Any) -> str:
    said = [page(CLUB, summary, each, for_board=True) for each in Page]
    said.append(overview(CLUB, summary, for_board=True))
    return "\n".join(written(each, VI) for each in said)


@pytest.mark.parametrize(("meetings", "came"), [((), "–"), (NO_ROLL, "–"), (ROLL, "40")])
def test_who_came_is_only_said_where_it_was_counted(meetings: Any, came: str) -> None:
    """The same in the sheets, the picture, the chat and the JSON."""
    summary = month(members=TOLD, meetings=meetings)
    said = values(summary)
    assert said["present"] == came
    assert (said["attendance"] == "–") is (came == "–")
    assert said["guests"] == ("3" if meetings else "–")
    tiles = picture_data(VI, CLUB, summary, for_board=True)["tiles"]
    [shown] = [each["value"] for each in tiles if each["label"] == "Người dự sinh hoạt"]
    assert shown.partition("/")[0] == came
    figures = summary_json(CLUB, summary)["figures"]["meeting"]
    assert (figures["attendance"] is None) is (came == "–")
    assert (figures["guests"] is None) is (not meetings)
    assert " 0/57" not in in_chat(summary) + json.dumps(tiles)
    assert ("chưa điểm danh" in in_chat(summary)) is (meetings == NO_ROLL)


def test_what_no_member_has_told_is_not_known() -> None:
    said = values(month(members=UNTOLD))
    unknown = ("older", "older_from_55", "older_women", "women", "younger", "poor")
    assert {said[code] for code in unknown} == {"–"}
    assert said["members"] == said["age_not_known"] == "57"
    text = in_chat(month(members=UNTOLD))
    assert "Thành viên: 57 người\n" in text
    assert "Nghèo" not in text
    assert "? Nữ trong số từ 60 tuổi: chưa rõ" in text
    assert "? Thành viên từ 60 tuổi: chưa rõ" in text
    told = values(month(members=TOLD))
    assert (told["older"], told["women"], told["poor"]) == ("57", "47", "0")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("rows", [{}, {"members": UNTOLD}, {"members": TOLD}])
def test_an_empty_month_is_one_page(rows: Any, language: str) -> None:
    [only] = on_paper(month(**rows), language)
    if language == "vi":
        assert "4. Vay vốn: Chưa có khoản vay nào" in only
        assert "Tháng 10/2026" not in only, "there is no month before"
        assert ("1. Thành viên và sinh hoạt: Chưa có" in only) is (not rows)


def test_rows_stay_where_there_is_something_now_or_was_before() -> None:
    now = count_month(ClubRows(members=TOLD, meetings=ROLL), NOVEMBER, today=TODAY)
    before = count_month(ClubRows(), NOVEMBER.previous(), today=TODAY)
    for one, other in ((now, before), (before, now)):
        rows, empty = without_nothing(measures(one, other))
        codes = {each.code for each in rows}
        assert {"members", "left", "present", "guests"} <= codes
        assert {each.subject for each in rows} == {Subject.PEOPLE}
        left = {group for group, _ in empty}
        assert not codes & {code for code, group in GROUP_OF.items() if group in left}


def test_every_indicator_belongs_to_a_group() -> None:
    assert set(GROUP_OF) == {each.code for each in INDICATORS} | set(FUND_INDICATORS) | {"area"}


def test_an_empty_picture_has_lines_and_no_empty_charts() -> None:
    data = picture_data(VI, CLUB, month(), for_board=True)
    assert not data["attendance"]["bars"]
    assert not data["funds"]["bars"]
    assert not data["areas"]["cells"]
    assert {each["before"] for each in data["tiles"]} == {""}


def test_an_empty_month_says_little_in_chat() -> None:
    text = written(overview(CLUB, month(), for_board=True), VI)
    assert "Chưa có thành viên nào" in text
    assert "Chưa ai vay vốn" in text
    assert "0 người" not in text
    assert "1. Mời thêm" in text
