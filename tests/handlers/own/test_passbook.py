"""The passbook, in chat and on paper: every sum as in the books; hers for nobody else's eyes."""

import pytest

from handlers.talk.heard import Kind
from messages.presses import ScreenPress, StartPress, packed
from storage.queries.web import WebFile, web_file
from tests.kit import printed
from tests.kit.giving import in_books, tell_fee
from tests.kit.village import Phone, Village, village

PRINT = packed(ScreenPress("print_passbook"))


async def fee_paid(v: Village) -> int:
    """Hoa's fee, confirmed; the sum in the books."""
    await tell_fee(v)
    await v.giang.taps("Xem và xác nhận")
    await v.giang.taps("Tiền đã ở trong tay")
    [amount] = in_books(v)
    return amount


def newest_paper(v: Village, phone: Phone) -> WebFile:
    with v.store.reading() as db:
        found = web_file(db, phone.key, phone.papers[-1].id)
    assert found is not None
    return found


async def test_in_chat_it_has_a_page_for_each_subject_and_the_way_to_paper(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await fee_paid(v)
        await v.hoa.says("sổ của tôi")
        assert "In ra giấy" in v.hoa.last
        await v.hoa.taps("Xem cả sổ")
        assert "Năm 2026: 30.000 đồng, cho 6 tháng" in v.hoa.heard
        assert "Đến hôm nay còn thiếu: 0 đồng" in v.hoa.heard
        for page, said in (
            ("Đã ủng hộ", "Chưa có gì ạ"),
            ("Đã vay", "Chưa có gì ạ"),
            ("Các buổi sinh hoạt", "Chưa có gì ạ"),
            ("Phí từng năm", "30.000 đồng"),
        ):
            await v.hoa.taps(page)
            assert said in v.hoa.heard
        before = len(v.hoa.papers)
        await v.hoa.taps("In ra giấy")
        assert len(v.hoa.papers) == before + 1
        assert "cháu" in v.hoa.heard


async def test_on_paper_it_has_the_sums_of_the_books(database_url: str) -> None:
    async with village(database_url) as v:
        amount = await fee_paid(v)
        await v.hoa.says("in sổ của tôi")
        paper = newest_paper(v, v.hoa)
        assert (paper.name, paper.mime) == ("so-thanh-vien.pdf", "application/pdf")
        said = printed.text(paper.content)
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
        assert "Mỹ Đức, ngày 02 tháng 11 năm 2026" in said
        assert "Nguyễn Thị Hoa, vào câu lạc bộ ngày 04/05/2026" in said
        assert f"Đã nhận tất cả: {amount // 1000}.000 đồng" in said
        assert "Phí còn thiếu đến ngày này: 0 đồng" in said
        assert "6 5.000 7 5.000 8 5.000 9 5.000 10 5.000 11 5.000 12 Tổng cộng 30.000" in said


@pytest.mark.parametrize("who", ["lan", "manh", "cuc", "quan", "la"])
async def test_nobody_gets_another_members_passbook(sqlite_url: str, who: str) -> None:
    async with village(sqlite_url) as v:
        await fee_paid(v)
        phone = v.phones[who]
        for said, kind in (
            (f"{PRINT}:{v.hoa.member_id}", Kind.PRESS),
            (packed(ScreenPress("print_passbook", str(v.hoa.member_id))), Kind.PRESS),
            (packed(ScreenPress("passbook", str(v.hoa.member_id))), Kind.PRESS),
            (packed(StartPress("print_member_passbook", str(v.hoa.member_id))), Kind.PRESS),
            ("in sổ của bác Hoa", Kind.TEXT),
            ("in sổ thành viên", Kind.TEXT),
            ("Hoa", Kind.TEXT),
        ):
            await phone.says(said, kind=kind)
            assert "Năm 2026" not in phone.heard
        for paper in phone.papers:
            with v.store.reading() as db:
                found = web_file(db, phone.key, paper.id)
            assert found is not None
            assert "Nguyễn Thị Hoa" not in printed.text(found.content)


@pytest.mark.parametrize("who", ["em", "giang", "binh"])
async def test_who_keeps_the_books_prints_it_for_a_member(sqlite_url: str, who: str) -> None:
    async with village(sqlite_url) as v:
        await fee_paid(v)
        phone = v.phones[who]
        await phone.says("in sổ thành viên")
        await phone.says("hoa")
        if "Nguyễn Thị Hoa" not in phone.heard or not phone.papers:
            await phone.says("1")
        assert "bác Nguyễn Thị Hoa" in phone.heard
        assert "Nguyễn Thị Hoa" in printed.text(newest_paper(v, phone).content)
        assert v.hoa.papers[-1].file_name != "so-thanh-vien.pdf"


async def test_in_english_too(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.lan.says("print my passbook")
        assert "Here is your passbook" in v.lan.heard
        said = printed.text(newest_paper(v, v.lan).content)
        assert "MEMBER'S PASSBOOK" in said
        assert "Đỗ Thị Lan, member since 04/05/2026" in said
        assert "(none)" in said
