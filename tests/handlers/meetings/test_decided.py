"""What a meeting decided: asked about at the next one, corrected until the signature."""

from tests.kit.meeting import presses
from tests.kit.minutes import A_MONTH, decides, met, today
from tests.kit.village import village


async def test_a_decision_is_asked_about_at_the_next_meeting(database_url: str) -> None:
    async with village(database_url) as v:
        first = met(v, today(v))
        await decides(v.dao, first, "Sửa mái nhà văn hóa", "mạnh", "20/12/2026")
        assert "giao cho chú việc này" in v.manh.heard
        await decides(v.dao, first, "Mua loa", "hoa", "25/12/2026")
        await decides(v.dao, first, "Trồng cây", "lan", "26/12/2026")
        await v.lan.says("việc đã quyết")
        assert "Mua loa – bác Nguyễn Thị Hoa, hạn 25/12/2026" in v.lan.heard
        await v.waits(days=A_MONTH.days)
        second = met(v, today(v))
        await presses(v.dao, f"s:minutes_part:{second} warm_up 0")
        await v.dao.says("Hát mở đầu")
        assert "Sửa mái nhà văn hóa" in v.dao.heard
        await v.dao.taps("Đã xong")
        await v.dao.taps("Chưa xong")
        await v.dao.taps("Thôi không làm")
        await v.dao.says("trời rét")
        assert "Việc đã quyết trước: Sửa mái nhà văn hóa – đã xong" in v.dao.heard
        assert "Trồng cây – thôi không làm: trời rét" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        await v.hoa.says("việc đã quyết")
        assert "Mua loa" in v.hoa.heard
        assert "mái" not in v.hoa.heard
        await v.hoa.taps("Việc đã xong")
        assert "Trồng cây: thôi ngày" in v.hoa.heard


async def test_overdue_is_on_the_list_and_done_is_told(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        first = met(v, today(v))
        await decides(v.dao, first, "Sửa mái nhà văn hóa", "mạnh", "5/11/2026")
        await v.waits(days=5)
        await v.cuc.says("việc cần làm")
        assert "Quá hạn: Sửa mái nhà văn hóa" in v.cuc.last
        await v.manh.says("việc của tôi")
        await v.manh.taps("Quá hạn")
        assert len(v.manh.labels) >= 2
        assert "Thôi không làm" not in v.manh.last
        await v.manh.taps("Đã xong")
        await v.manh.taps("Đúng hết rồi")
        assert "báo việc này đã xong" in v.dao.heard
        await v.cuc.says("việc cần làm")
        assert "Quá hạn" not in v.cuc.last
        await presses(v.hoa, "s:decision:1 done")
        assert "không" in v.hoa.heard.lower()


async def test_a_decision_is_corrected_or_taken_out_until_the_signature(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v, today(v))
        await decides(v.dao, meeting, "Sửa mái", "mạnh", "5/12/2026")
        await v.dao.taps("Ghi sai, sửa lại")
        await v.dao.taps("Ghi sai, sửa lại")
        await v.dao.taps("Ghi lại việc này")
        await v.dao.says("Sửa mái nhà văn hóa")
        await v.dao.taps("Cả ban chủ nhiệm")
        await v.dao.says("1/10/2026")
        assert "đến ngày nào thì xong" in v.dao.heard
        await v.dao.says("6/12/2026")
        await v.dao.taps("Đúng hết rồi")
        await v.lan.says("việc đã quyết")
        assert "1 việc đã quyết" in v.lan.heard
        assert "Sửa mái nhà văn hóa – cả ban chủ nhiệm, hạn 06/12/2026" in v.lan.heard
        await presses(v.dao, "s:decision:1")
        await v.dao.taps("Bỏ ra khỏi biên bản")
        await v.dao.taps("Đúng hết rồi")
        await v.lan.says("việc đã quyết")
        assert "không còn việc nào" in v.lan.heard
