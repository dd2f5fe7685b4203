"""The minutes of a meeting, written by several, signed by another, never rewritten."""

from datetime import date

from storage.queries.web import web_file
from tests.kit.meeting import presses
from tests.kit.minutes import decides, met, passes_over, signed, signs, today, writes
from tests.kit.printed import text
from tests.kit.village import Phone, Village, village


async def writes_three_parts(v: Village) -> None:
    """The first in words, the second left as it is known, the third about the talk."""
    await v.dao.says("viết tiếp biên bản")
    assert v.dao.labels[0] == "1. Viết tiếp phần 1: Khởi động"
    await v.dao.taps("1")
    assert "Có mặt 7 trên 8 thành viên" in v.dao.heard
    await v.dao.says("Ông Bình khai mạc, hát bài Quê hương")
    assert "“Ông Bình khai mạc, hát bài Quê hương”" in v.dao.heard
    await v.dao.taps("Đúng hết rồi")
    assert v.dao.labels[0] == "1. Viết tiếp phần 2: Báo cáo tình hình hoạt động"
    await v.dao.taps("1")
    assert "Quỹ tăng thu nhập: 0 đồng" in v.dao.heard
    await v.dao.taps("Bỏ qua")
    await v.dao.taps("Viết tiếp phần 3")
    assert "Chủ đề: Phòng ngã" in v.dao.heard
    await v.dao.says("Y tá xã nói, ai cũng ghi lại")
    await v.dao.taps("Đúng hết rồi")


async def writes_the_last_with_a_photo(v: Village) -> None:
    await v.dao.taps("Viết tiếp phần 6")
    await v.dao.says("Hát chèo")
    await v.dao.says("10 giờ 30 sáng")
    assert "có ảnh buổi họp không" in v.dao.heard
    await v.dao.sends_photo()
    await v.dao.says("xong")
    assert "giữ một lời ghi âm" in v.dao.heard
    await v.dao.says("bỏ qua")
    assert "Giữ kèm 1 ảnh" in v.dao.heard
    await v.dao.taps("Đúng hết rồi")


async def test_six_parts_by_short_questions_and_then_the_signature(database_url: str) -> None:
    async with village(database_url) as v:
        meeting = met(v, today(v), absent=("cuc",), talk="Phòng ngã")
        await writes_three_parts(v)
        await passes_over(v.dao, meeting, "whom_to_help", "next_month")
        await writes_the_last_with_a_photo(v)
        await v.dao.taps("Đã xong, xin chữ ký")
        assert "Chưa ghi: Báo cáo tình hình hoạt động" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert "ông Trần Văn Bình" in v.dao.heard
        assert v.em.messages == []
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Đúng hết rồi")
        assert "đã ký xong" in v.binh.heard
        assert "đã ký xong" in v.dao.heard
        assert signed(v) == 1
        await v.hoa.says("đọc biên bản")
        await v.hoa.taps("Đọc biên bản")
        assert "Y tá xã nói, ai cũng ghi lại" in v.hoa.heard
        assert "Buổi sinh hoạt kết thúc lúc 10 giờ 30" in v.hoa.heard
        assert "PDF" not in v.hoa.last
        pictures = len(v.hoa.papers)
        await v.hoa.taps("Xem ảnh")
        assert len(v.hoa.papers) == pictures + 1


async def test_the_same_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        meeting = met(v, today(v), talk="Not falling")
        await v.dao.says("write the minutes")
        await v.dao.taps("Go on: part 1, Warming up")
        assert "8 of 8 members came." in v.dao.heard
        await v.dao.says("All sang together")
        await v.dao.says("right")
        await presses(v.dao, f"s:minutes_part:{meeting} talk 0")
        await v.dao.says("skip")
        await v.dao.taps("Finished: ask for the signature")
        assert "Not written: Report on what was done" in v.dao.heard
        await v.dao.says("right")
        await v.binh.taps("Look and answer")
        await v.binh.says("right")
        assert "are signed. All members can read them." in v.binh.heard
        await v.lan.says("read the minutes")
        await v.lan.taps("Read the minutes")
        assert "All sang together" in v.lan.heard
        assert "Planned was: Not falling" in v.lan.heard


async def test_two_write_at_once_and_nothing_gets_lost(database_url: str) -> None:
    async with village(database_url) as v:
        meeting = met(v, today(v))
        await writes(v.dao, meeting, "warm_up", "Hát bài Quê hương")
        await v.binh.says("biên bản")
        assert "Cô Phạm Thị Đào cũng đang viết biên bản này" in v.binh.heard
        for phone in (v.dao, v.binh):
            await presses(phone, f"s:minutes_part:{meeting} talk 0")
        await writes(v.dao, meeting, "talk", "Bác sĩ nói về huyết áp")
        await v.binh.says("Trạm y tế phát tờ rơi")
        assert "vừa ghi phần này rồi ạ" in v.binh.heard
        assert "“Trạm y tế phát tờ rơi”" in v.binh.heard
        await v.binh.taps("Ghi thêm vào sau")
        await v.binh.taps("Đúng hết rồi")
        await v.binh.taps("Đọc biên bản")
        assert "Bác sĩ nói về huyết áp\nTrạm y tế phát tờ rơi" in v.binh.heard


async def rewrites(writer: Phone, part: str, before: str, after: str) -> None:
    await writer.says("biên bản")
    await writer.taps("Sửa một phần")
    await writer.taps(part)
    assert f"“{before}”" in writer.heard
    await writer.taps("Viết lại cả phần")
    await writer.says(after)
    await writer.taps("Đúng hết rồi")


async def test_a_part_is_corrected_until_it_is_signed_and_then_only_added_to(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v, today(v))
        await writes(v.dao, meeting, "talk", "Nói về rác")
        await rewrites(v.dao, "Truyền thông", "Nói về rác", "Nói về phân loại rác")
        await presses(v.dao, f"s:finish_minutes:{meeting}")
        await v.dao.taps("Đúng hết rồi")
        # While they wait nothing changes; taken back they are open again.
        await presses(v.cuc, f"s:minutes_part:{meeting} report 0")
        assert "đang chờ ký" in v.cuc.heard
        await v.dao.says("biên bản")
        await v.dao.taps("Sửa một phần")
        await v.dao.says("phải")
        await writes(v.dao, meeting, "report", "Kế toán đọc sổ")
        await signs(v.dao, v.binh, meeting)
        await presses(v.dao, f"s:minutes_part:{meeting} talk 2")
        assert "đã ký nên giữ nguyên" in v.dao.heard
        await v.dao.says("biên bản")
        await v.dao.taps("Ghi bổ sung")
        await v.dao.says("Có thêm hai khách")
        await v.dao.taps("Đúng hết rồi")
        assert "Bổ sung" in v.binh.heard
        await v.lan.says("đọc biên bản")
        await v.lan.taps("Đọc biên bản")
        assert "Nói về phân loại rác" in v.lan.heard
        assert "cô Phạm Thị Đào ghi: Có thêm hai khách" in v.lan.heard


async def test_nobody_signs_what_he_finished_himself(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v, today(v))
        await writes(v.binh, meeting, "talk", "Nói về rác")
        await presses(v.binh, f"s:finish_minutes:{meeting}")
        await v.binh.taps("Đúng hết rồi")
        assert "bà Lê Thị Cúc" in v.binh.heard
        await presses(v.binh, "s:second:1")
        assert signed(v) == 0
        await presses(v.em, "s:second:1")
        await v.em.says("đúng")
        assert signed(v) == 0
        await v.cuc.taps("Xem và trả lời")
        await v.cuc.taps("Chưa đúng")
        await v.cuc.says("thiếu phần kế hoạch")
        assert "vẫn còn nguyên, chưa ký" in v.cuc.heard
        assert "thiếu phần kế hoạch" in v.binh.heard
        assert "sửa chỗ chưa đúng" in v.binh.heard
        assert "chưa có gì" not in v.binh.heard.lower() + v.cuc.heard.lower()
        await v.binh.taps("biên bản")
        await writes(v.binh, meeting, "next_month", "Trồng rau")
        await signs(v.binh, v.cuc, meeting)
        assert signed(v) == 1


async def test_what_is_signed_keeps_its_figures(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v, today(v), absent=("hoa",))
        await passes_over(v.dao, meeting, "warm_up", "report")
        await signs(v.dao, v.binh, meeting)
        v.store.change(_everybody_came, meeting)
        await v.lan.says("đọc biên bản")
        await v.lan.taps("Đọc biên bản")
        assert "Có mặt 7 trên 8" in v.lan.heard


def _everybody_came(db, meeting: int) -> None:  # type: ignore[no-untyped-def]
    from sqlalchemy import update

    from storage.tables.meetings import attendance

    db.execute(update(attendance).where(attendance.c.meeting_id == meeting).values(present=True))


async def test_the_paper_says_it_officially_and_copies_out_right(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v, today(v), absent=("cuc",))
        await writes(v.dao, meeting, "talk", "Y tá nói về phòng ngã")
        await decides(v.dao, meeting, "Sửa mái nhà văn hóa", "mạnh", "20/12/2026")
        await signs(v.dao, v.binh, meeting)
        await v.dao.says("biên bản")
        await v.dao.taps("Bản in để ký")
        with v.store.reading() as db:
            found = web_file(db, v.dao.key, v.dao.papers[-1].id)
        assert found is not None
        said = text(found.content)
        for words in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập – Tự do – Hạnh phúc",
            "BIÊN BẢN SINH HOẠT CÂU LẠC BỘ",
            "Có mặt: 7.",
            "Y tá nói về phòng ngã",
            "Sửa mái nhà văn hóa Bùi Văn Mạnh 20/12/2026",
            "Trần Văn Bình, chủ nhiệm, đã đồng ý với biên bản này ngày",
            "Thư ký",
            "Nguyễn Thị Hoa có mặt",
        ):
            assert words in said, words
        await presses(v.hoa, f"v:minutes:{meeting} pdf")
        assert v.hoa.papers == []


async def test_missing_minutes_are_named_where_the_board_looks(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        day = today(v)
        meeting = met(v, day)
        await v.dao.says("việc cần làm")
        await v.dao.taps("Viết biên bản buổi")
        assert "… 1. Khởi động" in v.dao.heard
        await v.hoa.says("đọc biên bản")
        assert "chưa có biên bản nào" in v.hoa.heard
        await passes_over(v.dao, meeting, "talk")
        await signs(v.dao, v.binh, meeting)
        await v.dao.says("việc cần làm")
        assert "biên bản" not in v.dao.last.lower()


async def test_closing_a_month_names_its_missing_minutes_a_tap_away(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v, date(2026, 5, 24))
        await v.binh.says("khóa sổ")
        await v.binh.taps("biên bản")
        assert "Biên bản buổi chủ nhật 24/05/2026" in v.binh.heard
        await v.binh.taps("Viết tiếp phần 1")
        await v.binh.says("Hát mở đầu")
        await v.binh.taps("Đúng hết rồi")
        await signs(v.binh, v.cuc, meeting)
        await v.binh.says("khóa sổ")
        assert "biên bản" not in v.binh.last.lower()


async def test_nonsense_is_answered_kindly(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for carried in ("s:minutes_part:", "s:minutes_part:9 talk 0", "s:minutes_part:1 song 0"):
            await presses(v.dao, carried)
            assert "Dạ" in v.dao.heard
        await presses(v.hoa, "s:minutes_part:1 talk 0")
        assert "người phụ trách" in v.hoa.heard.lower() or "Dạ" in v.hoa.heard
        for carried in ("v:minutes:9", "v:minutes:2026-13-99", "v:minutes:x read y"):
            await presses(v.dao, carried)
            assert "chưa có biên bản nào" in v.dao.heard
        meeting = met(v, today(v))
        await presses(v.dao, f"s:minutes_part:{meeting} talk 0")
        await v.dao.says("x" * 1300)
        assert "không quá 1200 chữ" in v.dao.heard
        await presses(v.dao, f"s:finish_minutes:{meeting}")
        assert signed(v) == 0
