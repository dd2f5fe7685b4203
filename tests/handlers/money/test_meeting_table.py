"""The meeting table in chat: two phones, questions, counting and closing, what is left open."""

from sqlalchemy import select

from club.money import Money
from storage.queries.money.ledger import cash_in
from storage.tables.meeting_tables import meeting_tables
from storage.tables.photos import photos
from tests.handlers.loans.test_loan_cash import agreed, hand_out
from tests.kit.giving import tell_fee
from tests.kit.lending import check_books, give_fund, one_household
from tests.kit.table import booked, closes_table, enters, later, opens_table, slips, table
from tests.kit.village import Village, village


def in_tin(v: Village) -> int:
    with v.store.reading() as db:
        return cash_in(db, v.club.club_id, v.club.tin).dong


async def agrees(v: Village, name: str) -> str:
    phone = v.phones[name]
    await phone.taps("Xem và trả lời")
    return await phone.says("đúng")


async def two_phones_enter(v: Village) -> None:
    """Cashier and bookkeeper sit side by side."""
    await enters(v.giang, "hoa", "phí 20, lãi 7, gốc 100")
    assert "phí 20.000 đồng, lãi 7.000 đồng, gốc 100.000 đồng" in v.giang.heard
    later(v)
    await enters(v.em, "7", "như dự kiến")  # bà Lan, by her number on the sheet
    assert "bà Đỗ Thị Lan, phí 35.000 đồng" in v.em.heard
    assert "8. Chú Bùi Văn Mạnh" in v.em.heard
    await v.em.says("1")
    assert "chú Bùi Văn Mạnh, phí 35.000 đồng" in v.em.heard
    later(v)
    await enters(v.giang, "manh", "ủng hộ 50")
    await v.giang.says("bàn thu")
    assert "Đã ghi: 3 trên 8 người" in v.giang.heard
    assert "247.000 đồng (hai trăm bốn mươi bảy nghìn đồng)" in v.giang.heard
    assert [each for each, *_ in slips(v)][2:] == []


async def test_a_whole_meeting_by_two_phones_comes_into_the_books_at_once(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        give_fund(v, 30)
        await agreed(v, v.hoa)
        await hand_out(v)
        await v.waits(days=30)
        before = in_tin(v)
        await opens_table(v.giang, str(before))
        assert "vừa mở bàn thu tiền" in v.em.heard
        await two_phones_enter(v)
        await closes_table(v.giang, str(before + 247_000))
        assert in_tin(v) == before
        await agrees(v, "em")
        assert "đã đóng và vào sổ: 247.000 đồng" in v.em.heard
        assert in_tin(v) == before + 247_000
        check_books(v)
        hoa = v.hoa.heard
        assert "Tổng cộng: 127.000 đồng (một trăm hai mươi bảy nghìn đồng)" in hoa
        assert "lãi 35.000 đồng, gốc 72.000 đồng" in hoa  # in the club's own order
        assert "Tấm lòng vàng: 50.000 đồng" in v.manh.heard
        assert {each[2] for each in slips(v)[2:]} == {v.em.person_id}
        await v.hoa.taps("Phí không đúng ạ")
        assert "đúng" in v.hoa.heard


async def test_the_same_fee_from_two_phones_is_a_question(database_url: str) -> None:
    async with village(database_url) as v:
        await opens_table(v.giang)
        await v.waits(minutes=11)
        await enters(v.giang, "hoa", "phí 20")
        later(v, 4)
        await enters(v.em, "hoa", "20")
        assert "bác Nguyễn Thị Hoa đã nộp phí 20.000 đồng" in v.em.heard
        assert "do chú Hoàng Văn Giang ghi lúc 9 giờ 11" in v.em.heard
        assert "khoản khác hay ghi trùng" in v.em.heard
        assert table(v).cash.taken == Money(20_000)
        await v.giang.says("đóng bàn")
        assert "còn 1 câu hỏi phải trả lời" in v.giang.heard
        await v.em.taps("Trả lời câu hỏi ở bàn")
        await v.em.taps("Ghi trùng, bỏ ra")
        assert table(v).cash.taken == Money(20_000)
        assert table(v).reckoned.questions == ()
        await enters(v.em, "hoa", "10")
        await v.em.taps("Trả lời câu hỏi ở bàn")
        await v.em.taps("Khoản khác")
        assert table(v).cash.taken == Money(30_000)


async def test_it_does_not_close_before_the_cash_agrees(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 20")
        await v.giang.says("đóng bàn")
        await v.giang.says("15 nghìn")
        assert "Thiếu 5.000 đồng" in v.giang.heard
        assert "Bác Nguyễn Thị Hoa: phí 20.000 đồng" in v.giang.heard
        assert "Chưa ghi gì cho" in v.giang.heard
        await v.giang.taps("Để tìm và đếm lại")
        assert table(v).table.state == "open"
        await v.giang.says("đóng bàn")
        await v.giang.says("15 nghìn")
        await v.giang.taps("Vẫn lệch")
        await v.giang.says("trả nhầm tiền thừa")
        await v.giang.taps("Bỏ qua")
        await v.giang.says("đúng")
        assert "Phải có: 20.000 đồng. Lý do lệch: trả nhầm tiền thừa" in v.em.heard
        await agrees(v, "em")
        assert in_tin(v) == 15_000
        check_books(v)
        await v.em.says("việc cần làm")
        assert "5.000 đồng" in v.em.last


async def test_what_changes_while_the_second_person_counts_is_counted_again(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 20")
        await closes_table(v.giang, "20000")
        await enters(v.cuc, "lan", "phí 5")
        await agrees(v, "em")
        assert in_tin(v) == 0
        assert table(v).table.state == "open"
        await closes_table(v.giang, "25000")
        await agrees(v, "em")
        assert in_tin(v) == 25_000
        await v.em.taps("Xem và trả lời", back=1)
        assert "đã có người trả lời" in v.em.heard
        check_books(v)


async def test_the_cashiers_own_fee_is_confirmed_by_the_chair(database_url: str) -> None:
    async with village(database_url) as v:
        one_household(v, v.giang, v.lan)
        await opens_table(v.giang)
        await enters(v.giang, "giang", "phí 30")
        await enters(v.giang, "lan", "phí 30")
        await enters(v.giang, "hoa", "phí 30")
        await closes_table(v.giang, "90000")
        assert "cháu đã hỏi ông Trần Văn Bình" in v.giang.heard
        await v.em.says("việc cần làm")
        assert "đóng bàn" not in v.em.last
        await agrees(v, "binh")
        recorded = {each[0]: each[1:] for each in slips(v)}
        giang, binh = v.giang.person_id, v.binh.person_id
        assert recorded == {
            "PT 1/2026": (binh, giang),
            "PT 2/2026": (giang, binh),
            "PT 3/2026": (binh, giang),
        }
        check_books(v)


async def test_only_the_keeper_of_the_cash_closes(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bàn thu tiền")
        assert "Bàn thu tiền ngày" not in v.hoa.heard
        await opens_table(v.em)
        await enters(v.em, "hoa", "phí 20")
        await v.em.says("đóng bàn")
        assert "do chú Hoàng Văn Giang đóng" in v.em.heard


async def test_more_than_is_owed_is_handed_back_or_given(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 100, gốc 50")
        assert "nhiều hơn số phải đóng 60.000 đồng" in v.giang.heard
        await v.giang.taps("Trả lời câu hỏi ở bàn")
        await v.giang.taps("Phần dư là ủng hộ")
        assert table(v).reckoned.sums.gift == Money(60_000)
        await enters(v.giang, "lan", "gốc 50")
        await v.giang.taps("Trả lời câu hỏi ở bàn")
        await v.giang.taps("Đưa lại phần dư")
        assert table(v).cash.taken == Money(150_000)
        for nonsense in ("phí 0", "phí -5", "một rổ trứng", "phí 99999999999999"):
            await v.giang.says("thu từng người")
            await v.giang.says("manh")
            await v.giang.says(nonsense)
            assert "chưa hiểu" in v.giang.heard or "đồng" in v.giang.heard
            await v.giang.says("thôi")
        assert table(v).cash.taken == Money(150_000)


async def test_what_she_told_herself_is_not_taken_twice(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "như dự kiến")
        assert "đã tự báo đóng phí 30.000 đồng" in v.giang.heard
        await v.giang.taps("Trả lời câu hỏi ở bàn")
        await v.giang.taps("Đúng khoản đã báo")
        await closes_table(v.giang, "30000")
        await agrees(v, "em")
        assert in_tin(v) == 30_000
        await v.giang.says("việc cần làm")
        assert "Nguyễn Thị Hoa" not in v.giang.last
        check_books(v)


async def test_a_line_is_corrected_and_taken_out_by_either(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 20")
        await v.em.says("bàn thu")
        await v.em.taps("Xem thêm")
        await v.em.taps("Sửa một dòng")
        await v.em.says("hoa")
        await v.em.taps("Sửa số tiền")
        await v.em.says("phí 25")
        assert table(v).cash.taken == Money(25_000)
        await v.giang.says("bàn thu")
        await v.giang.taps("Xem thêm")
        await v.giang.taps("Sửa một dòng")
        await v.giang.says("6")
        await v.giang.taps("Bỏ dòng này")
        assert table(v).cash.taken == Money(0)
        await v.giang.says("đóng bàn")
        assert "chưa ghi khoản nào" in v.giang.heard


async def test_an_open_table_is_told_of_and_can_be_dropped(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 20")
        await v.binh.says("việc cần làm")
        assert "Bàn thu ngày 02/11/2026 đang mở" in v.binh.last
        await v.waits(days=30)
        await v.binh.says("khóa sổ")
        await v.giang.says("bàn thu")
        await v.giang.taps("Xem thêm")
        assert "In tờ thu tiền để ký" in v.giang.last
        await v.giang.taps("Bỏ bàn thu này")
        await v.giang.says("họp hoãn, đã đưa lại tiền")
        await v.giang.says("đúng")
        assert "Không khoản nào vào sổ" in v.giang.heard
        assert "đã bỏ bàn thu tiền" in v.binh.heard
        assert in_tin(v) == 0
        assert booked(v) == []


async def test_cash_that_is_not_as_booked_is_counted_first(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await v.giang.says("bàn thu")
        await v.giang.taps("Mở bàn thu tiền")
        await v.giang.says("900 nghìn")
        assert "sổ ghi 1.000.000 đồng" in v.giang.heard
        # Counted once more, the sum is typed at once.
        await v.giang.says("950000")
        assert "đếm được 950.000 đồng" in v.giang.heard
        await v.giang.taps("Mở bàn thu tiền")
        await v.giang.says("900 nghìn")
        await v.giang.says("1000000")
        assert "1.000.000 đồng" in v.giang.heard and "sổ ghi" not in v.giang.heard
        await v.giang.says("quay lại")
        await v.giang.says("900 nghìn")
        await v.giang.taps("Kiểm quỹ")
        assert "từng loại tờ" in v.giang.heard


async def test_the_photo_of_the_signed_sheet_is_the_voucher(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 20")
        await v.giang.says("đóng bàn")
        await v.giang.says("20 nghìn")
        assert "ảnh" in v.giang.heard
        await v.giang.sends_photo()
        assert "Kèm ảnh tờ thu đã ký" in v.giang.heard
        await v.giang.says("đúng")
        await agrees(v, "em")
        with v.store.reading() as db:
            sheet = db.execute(select(meeting_tables.c.sheet_photo_id)).scalar_one()
            about = db.execute(select(photos.c.about).where(photos.c.id == sheet)).scalar_one()
        assert about == "sheet"
