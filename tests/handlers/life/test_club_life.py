"""The eight areas: noted in a minute, corrected, taken away; read by all; ideas and plans."""

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.changes.members.enter_member import NewMember, enter_member
from storage.tables.activities import activities
from storage.tables.club_life import activity_plans
from tests.kit.village import FOUNDED, Village, village

MOST_MESSAGES = 5


def noted(v: Village) -> list[tuple[str, str, int, str]]:
    """Area, what, how many, day."""
    with v.store.reading() as db:
        found = db.execute(select(activities).order_by(activities.c.id))
        return [(row.area, row.what, row.people_count, str(row.done_on)) for row in found]


async def test_one_sentence_and_a_yes_note_an_activity(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("tập dưỡng sinh sáng nay 20 người")
        assert "Chăm sóc sức khỏe: Tập dưỡng sinh, 20 người" in v.binh.heard
        assert noted(v) == []
        await v.binh.says("đúng")
        assert noted(v) == [("CSSK", "Tập dưỡng sinh", 20, "2026-11-02")]
        assert "đã làm 1 trong tám mảng" in v.binh.heard
        await v.binh.taps("Thêm người hướng dẫn")
        await v.binh.says("hoa")
        assert "Người hướng dẫn: bác Nguyễn Thị Hoa" in v.binh.heard
        # The very same a second time, by somebody else: said so, and not counted twice.
        await v.cuc.says("tập dưỡng sinh sáng nay 25 người")
        await v.cuc.says("đúng")
        assert len(noted(v)) == 1
        await v.hoa.says("câu lạc bộ đã làm gì")
        assert "02/11: Tập dưỡng sinh (20 người)" in v.hoa.heard
        assert "Tháng này chưa có: Tăng thu nhập" in v.hoa.heard
        await v.la.says("câu lạc bộ đã làm gì")
        assert "dưỡng sinh" not in v.la.everything


async def test_step_by_step_in_five_messages(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        said = ["note an activity", "4", "2", "18 people", "yesterday", "yes"]
        for each in said:
            await v.binh.says(each)
        assert "I have noted it" in v.binh.heard
        assert len(said) - 1 <= MOST_MESSAGES
        assert [row[0] for row in noted(v)] == ["TGN"]
        await v.binh.taps("Take it away again")
        await v.binh.says("yes")
        assert noted(v) == []


async def test_what_cannot_be_is_asked_again(database_url: str) -> None:
    async with village(database_url) as v:
        for each in ("ghi hoạt động", "văn hóa", "Hát chèo"):
            await v.binh.says(each)
        for nonsense in ("-5 người", "1000 người", "nhiều lắm"):
            await v.binh.says(nonsense)
            assert "bao nhiêu người" in v.binh.heard
        await v.binh.says("20")
        await v.binh.says("mai")
        assert "ngày ấy chưa đến" in v.binh.heard
        await v.binh.says("15/11/2025")
        assert "đã khóa sổ, hoặc khi ấy chưa có câu lạc bộ" in v.binh.heard
        await v.binh.says("hôm qua")
        await v.binh.says("chưa đúng")
        await v.binh.taps("Số người")
        await v.binh.says("21")
        await v.binh.says("đúng")
        assert noted(v) == [("VHVN", "Hát chèo", 21, "2026-11-01")]
        # Without an office nobody notes anything for the club.
        await v.hoa.says("hát chèo hôm nay 50 người")
        await v.hoa.says("đúng")
        await v.hoa.opens("x")
        assert len(noted(v)) == 1


async def test_a_leader_of_an_unknown_name_and_of_a_name_that_two_have(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        other = NewMember("Trần Thị Hoa", 1949, "female", FOUNDED, hamlet="Thôn Đoài")
        v.store.change(enter_member, v.club.club_id, other, v.clock.now())
        await v.binh.says("trồng cây hôm nay 12 người")
        await v.binh.says("đúng")
        await v.binh.taps("Thêm người hướng dẫn")
        await v.binh.says("Bác sĩ Tuấn")
        assert "không có thành viên tên Bác sĩ Tuấn" in v.binh.heard
        await v.binh.says("phải")
        assert "Người hướng dẫn: Bác sĩ Tuấn" in v.binh.heard
        await v.binh.says("sửa hoạt động")
        await v.binh.taps("Trồng cây")
        await v.binh.taps("Sửa")
        await v.binh.taps("Người hướng dẫn")
        await v.binh.says("hoa")
        assert "trùng tên" in v.binh.heard
        await v.binh.taps("1949")
        assert "Trần Thị Hoa" in v.binh.heard


async def test_the_board_corrects_until_the_month_is_closed(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("trồng cây hôm nay 12 người")
        await v.binh.says("đúng")
        for each in ("sửa hoạt động", "1"):
            await v.dao.says(each)
        await v.dao.taps("Sửa")
        await v.dao.taps("Số người")
        await v.dao.says("14")
        assert noted(v)[0][2] == 14
        await v.dao.says("sửa hoạt động")
        await v.dao.says("1")
        await v.dao.taps("Xóa")
        await v.dao.says("không")
        assert len(noted(v)) == 1
        await v.hoa.says("câu lạc bộ đã làm gì")
        await v.hoa.taps("Xem từng việc")
        await v.hoa.taps("Trồng cây")
        assert not any("Sửa" in label or "Xóa" in label for label in v.hoa.labels)


async def test_ideas_lead_to_a_note_or_a_plan(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("gợi ý")
        assert "còn 8 mảng chưa có việc nào" in v.binh.heard
        assert "Chưa có việc chung nào" in v.binh.heard
        await v.binh.taps("Tăng thu nhập")
        await v.binh.says("1")
        await v.binh.taps("Lên kế hoạch")
        await v.binh.says("1/11/2026")
        assert "kế hoạch" not in v.binh.heard
        await v.binh.says("gợi ý")
        await v.binh.taps("Tự giúp nhau")
        await v.binh.says("1")
        await v.binh.taps("Lên kế hoạch")
        await v.binh.says("mai")
        assert "Dạ, đã lên kế hoạch" in v.binh.heard
        await v.waits(days=1)
        await v.cuc.says("việc cần làm")
        await v.cuc.taps("Định làm 03/11")
        await v.cuc.taps("Đã làm rồi")
        for each in ("15", "hôm nay", "đúng"):
            await v.cuc.says(each)
        assert [row[0] for row in noted(v)] == ["TGN"]
        with v.store.reading() as db:
            assert db.execute(select(activity_plans.c.state)).scalars().all() == ["done"]
        await v.cuc.says("gợi ý")
        assert "Chưa có việc chung" not in v.cuc.heard


async def test_teams_and_other_clubs(database_url: str) -> None:
    async with village(database_url) as v:
        await v.dao.says("nhóm sinh kế")
        assert "thiếu đội văn nghệ" in v.dao.heard
        await v.dao.taps("Lập nhóm")
        for each in ("1", "Tổ nuôi gà", "hoa", "1", "đúng"):
            await v.dao.says(each)
        await v.dao.taps("Tổ nuôi gà")
        await v.dao.taps("Ghi việc của nhóm")
        for each in ("Tiêm phòng cho gà", "6", "hôm nay", "đúng"):
            await v.dao.says(each)
        assert noted(v) == [("TTN", "Tiêm phòng cho gà", 6, "2026-11-02")]
        await v.hoa.says("nhóm sinh kế")
        await v.hoa.taps("Tổ nuôi gà")
        assert "Người phụ trách: bác Nguyễn Thị Hoa" in v.hoa.heard
        assert "Tiêm phòng cho gà" in v.hoa.heard
        await v.dao.says("giao lưu")
        for each in ("CLB thôn Trung", "hát chèo", "30", "hôm qua", "đúng"):
            await v.dao.says(each)
        await v.hoa.says("nhóm sinh kế")
        assert "giao lưu với câu lạc bộ khác 1 lần" in v.hoa.heard


async def test_members_see_the_photo_of_an_activity_once_everybody_on_it_agrees(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        for number, what, agree in ((1, "dọn đường làng", "không"), (2, "hát chèo", "có")):
            await v.binh.says(f"{what} hôm nay 12 người")
            await v.binh.says("đúng")
            await v.binh.says(f"s:photo_of_activity:{number}", kind=Kind.PRESS)
            await v.binh.sends_photo()
            assert "có đồng ý cho cả câu lạc bộ xem" in v.binh.heard
            await v.binh.says(agree)
        for number, seen in ((1, 0), (2, 1)):
            await v.hoa.says(f"v:activity:{number}", kind=Kind.PRESS)
            for about in ("activity", "shown_activity"):
                await v.hoa.says(f"v:photos:{about} {number}", kind=Kind.PRESS)
            assert len(v.hoa.papers) == seen
            await v.em.says(f"v:activity:{number}", kind=Kind.PRESS)
            await v.em.taps("Xem ảnh")
            assert len(v.em.papers) == number
