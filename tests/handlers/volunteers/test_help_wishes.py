"""The board sees who would like help with what, and opens a session for it; lessons to print."""

from handlers.talk.heard import Kind
from tests.kit.village import Phone, village


async def wants_help(phone: Phone, lesson: str) -> None:
    """Has a lesson to its end and asks for help with it."""
    await phone.says("các bài học")
    while not any(lesson in label for label in phone.labels):
        await phone.taps("Xem thêm")
    await phone.taps(next(each for each in phone.labels if lesson in each))
    while any(label.endswith("Tiếp") for label in phone.labels):
        await phone.says("1")
    await phone.says("1")
    await phone.taps(next(each for each in phone.labels if "chỉ giúp" in each))
    assert f"Dùng điện thoại, bài “{lesson}”" in phone.heard
    await phone.says("có")


async def test_from_a_lesson_to_a_session_for_those_who_want_help(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("ai cần giúp gì")
        assert v.binh.heard == "Dạ, lúc này chưa có ai đang chờ giúp ạ."
        for phone in (v.hoa, v.lan):
            await wants_help(phone, "Chụp ảnh và gửi ảnh")
        assert "bà Đỗ Thị Lan" in v.binh.heard
        assert "bài “Chụp ảnh và gửi ảnh”" in v.binh.heard
        await wants_help(v.manh, "VNeID: giấy tờ trong điện thoại")
        await v.binh.says("ai cần giúp gì")
        assert "có 3 người muốn được giúp" in v.binh.heard
        assert [label.partition(". ")[2] for label in v.binh.labels[:2]] == [
            "Dùng điện thoại, bài “Chụp ảnh và gửi ảnh”: 2 người",
            "Dùng điện thoại, bài “VNeID: giấy tờ trong điện thoại”: 1 người",
        ]
        await v.binh.taps(v.binh.labels[0])
        assert "• Bà Nguyễn Thị Hoa" in v.binh.heard or "• Bác Nguyễn Thị Hoa" in v.binh.heard
        assert "Đỗ Thị Lan" in v.binh.heard
        await v.binh.taps("Bài học để in")
        assert [(each.file_name, each.file_mime) for each in v.binh.papers] == [
            ("bai-hoc-photos.pdf", "application/pdf")
        ]
        await v.binh.says("ai cần giúp")
        await v.binh.taps(v.binh.labels[0])
        await v.binh.taps("Mở buổi hỗ trợ")
        assert "Các thành viên đang nhờ giúp việc này:" in v.binh.heard


async def test_the_same_help_is_asked_for_once_another_lessons_beside_it(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await wants_help(v.hoa, "Chụp ảnh và gửi ảnh")
        first = v.hoa.heard
        await wants_help(v.hoa, "Chụp ảnh và gửi ảnh")
        assert v.hoa.heard != first
        await wants_help(v.hoa, "Nhắn tin bằng giọng nói")
        assert v.hoa.heard == first
        await v.binh.says("ai cần giúp")
        assert "có 1 người muốn được giúp" in v.binh.heard
        assert len(v.binh.labels) == 3


async def test_members_see_neither_wishes_nor_sheets(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        for carried in ("v:help_wishes:", "v:help_wish:digital photos", "v:lesson_sheet:photos"):
            await v.hoa.says(carried, kind=Kind.PRESS)
            assert v.hoa.heard == "Only the person in charge of this can do it."
            assert v.hoa.papers == []
        await v.binh.says("v:help_wish:digital photos", kind=Kind.PRESS)
        assert v.binh.heard == "Nobody waits for this any more."
        await v.binh.says("v:lesson_sheet:no-such", kind=Kind.PRESS)
        assert v.binh.papers == []
        await v.binh.says("print a lesson")
        await v.binh.taps("Calls that want to cheat you")
        assert [each.file_name for each in v.binh.papers] == ["lesson-scams.pdf"]
