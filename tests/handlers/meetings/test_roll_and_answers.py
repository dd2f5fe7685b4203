"""The roll begins with what people had answered, and says where it ends unlike it."""

from tests.kit.meeting import plans, presses, reminded
from tests.kit.village import village

DAYS_TO_THE_MEETING = 22


async def test_whoever_said_no_starts_as_absent_and_a_roll_unlike_the_answers_says_so(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        _, no, _ = await reminded(v, v.manh)
        await presses(v.manh, no)
        await v.waits(days=DAYS_TO_THE_MEETING)
        await presses(v.em, "s:roll_call:1")
        assert "có mặt 7, vắng 1" in v.em.heard
        assert v.em.labels[0] == "1. Chú Bùi Văn Mạnh: vắng"
        await v.em.says("xong")
        assert "Có 7 người chưa trả lời, đều đang ghi có mặt" in v.em.heard
        assert "Đã báo không đến" not in v.em.heard
        await v.em.taps("Chưa đúng")
        await v.em.taps("Chú Bùi Văn Mạnh: vắng")
        await v.em.taps("Bà Đỗ Thị Lan: có mặt")
        await v.em.says("xong")
        assert "Đã báo không đến mà vẫn ghi có mặt: chú Bùi Văn Mạnh" in v.em.heard
        assert "chưa trả lời" not in v.em.heard
