"""The roll told in one sentence, at the menu and at the list."""

from storage.queries.meetings.meetings import absent_members
from tests.kit.meeting import plans
from tests.kit.village import Village, village

DAYS_TO_THE_MEETING = 22


def absent(v: Village) -> set[int]:
    with v.store.reading() as db:
        return absent_members(db, 1)


async def test_the_secretary_tells_the_roll_in_one_line(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("6 nguoi den, vang ba Lan, ong Manh")
        assert "điểm danh buổi" not in v.dao.heard, "no meeting is waiting for its roll"
        await plans(v.dao)
        await v.waits(days=DAYS_TO_THE_MEETING)
        await v.hoa.says("6 người đến, vắng bà Lan, ông Mạnh")
        assert "• Có mặt" not in v.hoa.heard
        await v.dao.says("6 nguoi den, vang ba Lan, ong Manh")
        assert "Bà Đỗ Thị Lan: vắng; Chú Bùi Văn Mạnh: vắng" in v.dao.heard
        assert "• Có mặt: 6\n• Vắng: 2\nBà Đỗ Thị Lan, chú Bùi Văn Mạnh" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert absent(v) == {v.phones["lan"].member_id, v.phones["manh"].member_id}


async def test_what_does_not_fit_the_list_is_asked_beside_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.waits(days=DAYS_TO_THE_MEETING)
        await v.dao.says("4 người đến, vắng bà Nhói, ông Mạnh")
        assert "chưa rõ trong danh sách là ai: bà Nhói" in v.dao.heard
        assert "có mặt 7, vắng 1" in v.dao.heard
        await v.dao.says("vắng bà Lan, có 5 người đến")
        assert "nói 5 người đến, mà danh sách đang ghi 6 người" in v.dao.heard
        await v.dao.says("vắng cô Em nữa")
        assert "• Có mặt: 5\n• Vắng: 3" in v.dao.heard
        await v.dao.taps("Chưa đúng")
        await v.dao.says("đến đủ cả")
        assert "• Có mặt: 8\n• Vắng: 0" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert absent(v) == set()


async def test_another_sentence_is_no_try_at_the_days_word(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.waits(days=DAYS_TO_THE_MEETING)
        await v.dao.says("từ điểm danh")
        await v.hoa.says("tôi đến rồi")
        await v.hoa.says("hom nay toi dong bao nhieu vay chau")
        assert "Phí còn thiếu" in v.hoa.heard
        await v.hoa.says("tôi đến rồi")
        await v.hoa.says("ở đây đông vui lắm cháu ạ")
        assert "chưa đúng từ" not in v.hoa.heard
        await v.hoa.says("hạt lúa")
        assert "còn gõ được 4 lần" in v.hoa.heard
        # In a long list only the absent are said back.
        await v.dao.says("chỉ vắng bà Lan, đến 7 người")
        assert "cháu hiểu là: Bà Đỗ Thị Lan: vắng.\n" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        await v.dao.says("biên bản")
        await v.dao.says("1")
        await v.dao.says("xong")
        assert "bỏ qua phần 1" in v.dao.heard
