"""Meetings as a calendar file, read back by somebody else's program."""

from datetime import UTC, datetime
from typing import Any

import vobject

from messages.papers.calendar_file import calendar_file
from messages.papers.kinds import drawn
from messages.wording import Words
from storage.store import Store
from tests.kit.meeting import plans, presses
from tests.kit.planned import at, at_the_moment
from tests.kit.village import Phone, Village, village

LONG = (
    "Nhà văn hóa thôn Đoài, cạnh giếng làng, đi qua cổng chùa rồi rẽ phải; gửi xe ở sân đình, " * 3
)


def checked(content: bytes) -> Any:
    """The calendar as vobject reads it, after the rules of RFC 5545, 3.1 were checked by hand."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert all(len(each) <= 75 for each in lines)
    assert lines[0] == b"BEGIN:VCALENDAR"
    content.decode()
    for each in lines:
        # A fold never lies within a letter.
        each.decode()
    found = vobject.readOne(content.decode())
    found.validate(raiseException=True)
    return found


def file_of(v: Village, phone: Phone) -> bytes:
    """The newest file that came to a phone."""
    name = phone.papers[-1].file_name
    assert name is not None and name.endswith(".ics")
    return newest_file(v.store)


def newest_file(store: Store) -> bytes:
    with store.reading() as db:
        row = db.exec_driver_sql("SELECT content FROM web_files ORDER BY id DESC LIMIT 1").one()
    return bytes(row[0])


def only(content: bytes) -> Any:
    return checked(content).vevent


def is_as_planned(first: Any) -> Any:
    assert first.method.value == "PUBLISH"
    event = first.vevent
    assert event.dtstart.value == datetime(2026, 11, 24, 1, tzinfo=UTC)
    assert event.dtend.value == datetime(2026, 11, 24, 3, tzinfo=UTC)
    assert event.summary.value == "Sinh hoạt CLB Thôn Đoài"
    assert event.location.value == "Nhà văn hóa thôn"
    assert "Phòng ngã cho người cao tuổi" in event.description.value
    assert event.status.value == "CONFIRMED"
    assert event.sequence.value == "0"
    return event


async def test_one_meeting_moved_and_called_off_keeps_its_name(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await presses(v.hoa, "s:meeting:1 yes")
        await v.hoa.taps("Ghi vào lịch điện thoại")
        first = checked(file_of(v, v.hoa))
        event = is_as_planned(first)
        await presses(v.dao, "s:move_meeting:1")
        for said in ("26/11/2026", "phải"):
            await v.dao.says(said)
        await v.dao.taps("Đúng hết rồi")
        await presses(v.hoa, "v:calendar:1")
        moved = only(file_of(v, v.hoa))
        assert moved.uid.value == event.uid.value
        assert moved.sequence.value == "1"
        assert moved.dtstart.value == datetime(2026, 11, 26, 1, tzinfo=UTC)
        await presses(v.dao, "s:cancel_meeting:1")
        await v.dao.says("bão về")
        await v.dao.taps("Đúng hết rồi")
        await v.hoa.taps("Xóa khỏi lịch điện thoại")
        off = checked(file_of(v, v.hoa))
        assert off.method.value == "CANCEL"
        assert off.vevent.status.value == "CANCELLED"
        assert off.vevent.uid.value == event.uid.value
        assert off.vevent.sequence.value == "2"


async def test_the_months_ahead_keep_their_names_once_they_are_planned(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.hoa.says("lịch điện thoại")
        assert "7 buổi" in v.hoa.heard
        ahead = checked(file_of(v, v.hoa)).vevent_list
        days = [each.dtstart.value.date().isoformat() for each in ahead]
        assert days[0] == "2026-11-24"
        assert days[1:] == [f"{y}-{m:02}-24" for y, m in _after_november()]
        assert [each.status.value for each in ahead] == ["CONFIRMED", *["TENTATIVE"] * 6]
        assert len({each.uid.value for each in ahead}) == 7
        await at_the_moment(v, at(11, 9, month=12))
        await v.hoa.says("lịch điện thoại")
        later = checked(file_of(v, v.hoa)).vevent_list
        assert later[0].uid.value == ahead[1].uid.value
        assert later[0].status.value == "CONFIRMED"


def _after_november() -> list[tuple[int, int]]:
    return [(2026, 12), *((2027, month) for month in range(1, 6))]


async def test_of_another_club_and_to_strangers_there_is_no_file(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("lịch điện thoại")
        assert "chưa có buổi" in v.hoa.heard.lower()
        await plans(v.dao)
        for phone in (v.la, v.quan):
            await presses(phone, "v:calendar:1")
            assert phone.papers == []
        for nonsense in ("v:calendar:99", "v:calendar:x", "v:calendar:-1"):
            await presses(v.hoa, nonsense)


def test_long_texts_are_folded_and_signs_of_the_format_mean_themselves() -> None:
    for language in ("vi", "en"):
        file = drawn(
            calendar_file(
                club="CLB “Thôn Đoài”; một, hai",
                made_at="2026-11-02T02:00:00+00:00",
                entries=[
                    [
                        "meeting-1@lien",
                        "2026-11-24T01:00:00+00:00",
                        LONG,
                        "BEGIN:VEVENT\r\nSUMMARY:x; y, z \\ n",
                        "áo ấm 🧥",
                        3,
                        "planned",
                    ]
                ],
            ),
            Words(language),
        )
        event = only(file.content)
        assert event.location.value == LONG.strip() or event.location.value == LONG
        assert "SUMMARY:x; y, z \\ n" in event.description.value
        assert "áo ấm 🧥" in event.description.value
        assert file.mime == "text/calendar"
        assert file.file_name.isascii() and file.file_name.endswith("2026-11-24.ics")
