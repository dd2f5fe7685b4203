"""The board answers a meeting for whoever has no phone, and asks for a lift for her."""

from storage.queries.meetings.lifts import lifts_to
from storage.queries.meetings.meetings import invited, meeting_by_number
from tests.kit.loan_walks import enter_without_phone
from tests.kit.meeting import answers, plans, presses, reminded
from tests.kit.village import Village, village


def rides(v: Village) -> list[tuple[str, str]]:
    with v.store.reading() as db:
        meeting = meeting_by_number(db, 1)
        assert meeting is not None
        return [(str(e.rider.name), str(e.driver.name)) for e in lifts_to(db, meeting).agreed]


def noted(v: Village) -> list[str]:
    """For whom the board has answered."""
    with v.store.reading() as db:
        meeting = meeting_by_number(db, 1)
        assert meeting is not None
        return [str(each.name) for each in invited(db, meeting) if each.is_noted_by_board]


async def test_a_lift_is_asked_for_whom_nothing_can_be_written_to(database_url: str) -> None:
    async with village(database_url) as v:
        await plans(v.dao)
        await v.dao.says("trả lời họp thay")
        assert "tự trả lời ở đó" in v.dao.heard
        enter_without_phone(v)
        await presses(v.manh, (await reminded(v, v.manh))[0])
        await v.manh.taps("Tôi chở được người khác")
        await v.manh.taps("1 người")
        await v.manh.says("không")
        await v.dao.says("điểm danh")
        await v.dao.taps("Trả lời hộ người không có điện thoại")
        assert "ai đã nhắn với cô" in v.dao.heard
        await v.dao.taps("Phan Thị Tý")
        await v.dao.taps("Cần người chở")
        assert "có chú Bùi Văn Mạnh, Thôn Đoài" in v.dao.heard
        assert "chở bà Phan Thị Tý đi" in v.dao.heard
        assert "bà Phan Thị Tý" in v.manh.heard
        assert [(r.split()[-1], d.split()[-1]) for r, d in rides(v)] == [("Tý", "Mạnh")]
        assert len(noted(v)) == 1
        await v.dao.says("trả lời họp thay")
        await v.dao.says("1")
        await v.dao.says("2")
        await v.dao.says("1")
        assert "Không đến được" in v.dao.heard
        assert rides(v) == []
        await v.dao.says("điểm danh")
        await v.dao.taps("Ai không đến được")
        assert "(ban chủ nhiệm ghi hộ)" in v.dao.heard


async def test_nobody_else_answers_for_others_nor_for_who_has_a_phone(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await plans_in_english(v)
        enter_without_phone(v)
        await presses(v.hoa, "s:answer_for:1")
        assert "Only the person in charge" in v.hoa.heard
        await v.dao.says("answer the meeting for")
        assert not any("Hoa" in each for each in v.dao.labels)
        await v.waits(days=60)
        await v.dao.says("1")
        assert answers(v) == {}


async def plans_in_english(v: Village) -> None:
    await v.dao.says("plan a meeting")
    for said in ("24/11", "8 am", "House of culture", "skip", "skip", "all correct"):
        await v.dao.says(said)
