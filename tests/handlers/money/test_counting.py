"""Counting the cash by two, and what becomes of a difference."""

from club.calendar import Month
from club.money import Money
from handlers.talk.heard import Kind
from storage.changes.inserting import inserted
from storage.queries.money.ledger import fund_positions
from storage.tables.books import places
from tests.kit.board import counts, fee_confirmed, holds, in_tin, said
from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.village import village

NOVEMBER = Month(2026, 11)


async def test_a_count_that_fits_needs_a_second_person_only(database_url: str) -> None:
    async with village(database_url) as v:
        await fee_confirmed(v)
        await counts(v.giang, "30 nghìn")
        assert "Khớp với sổ" in said(v.giang)
        await v.giang.taps("Đúng hết rồi")
        assert "Có người thứ hai đồng ý thì mới tính" in said(v.giang)
        assert "đếm được 30.000 đồng (ba mươi nghìn đồng)" in said(v.em)
        await v.em.taps("Xem và trả lời")
        assert "cùng đếm rồi, có đúng không" in said(v.em)
        await v.em.taps("Đúng hết rồi")
        assert "30.000 đồng, khớp với sổ" in said(v.em)
        assert "đã đồng ý" in said(v.giang)
        assert in_tin(v) == Money(30_000)
        holds(v)


async def test_who_tells_the_sum_at_once_has_chosen_to_tell_the_sum(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for each in ("kiểm quỹ", "310.000"):
            await v.giang.says(each)
        assert "310.000 đồng" in v.giang.heard and "từng loại tờ" not in v.giang.heard


async def test_what_is_missing_goes_under_inquiry_and_is_settled_by_a_decision(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "950 nghìn")
        assert "Sổ ghi 1.000.000 đồng: thiếu 50.000 đồng" in said(v.giang)
        await v.giang.says("chưa rõ")
        assert "Lý do: chưa rõ" in said(v.giang)
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "không phải nợ của ai" in said(v.em)
        assert in_tin(v) == Money(950_000)
        with v.store.reading() as db:
            fund = fund_positions(db, v.club.club_id)[v.club.income_fund]
        assert (fund.shortage, fund.own_capital) == (Money(50_000), Money(1_000_000))
        await v.em.says("/congviec")
        await v.em.taps("Giải quyết: thiếu 50.000 đồng")
        await v.em.taps("Quỹ chịu")
        await v.em.says("Buổi sinh hoạt ngày 2/11 quyết định")
        await v.em.taps("Đúng hết rồi")
        assert "Quỹ chịu" in said(v.binh)
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Đúng hết rồi")
        assert "đã giải quyết khoản thiếu 50.000 đồng" in said(v.em)
        holds(v)
        await v.em.says("/congviec")
        assert "Giải quyết" not in v.em.last


async def test_too_much_is_given_back_note_by_note(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await v.giang.says("kiểm quỹ")
        await v.giang.taps("Từng loại tờ")
        for count in ("0", "0", "0", "1", "0", "0", "0", "0", "0", "0"):
            await v.giang.says(count)
        assert "Sổ ghi 30.000 đồng: thừa 20.000 đồng" in said(v.giang)
        await v.giang.says("chưa rõ của ai")
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert in_tin(v) == Money(50_000)
        await v.binh.says("/congviec")
        await v.binh.taps("thừa 20.000 đồng")
        await v.binh.taps("Trả lại người có tiền")
        await v.binh.taps("Hộp tiền")
        await v.binh.says("Bà Lan đưa nhầm, ban chủ nhiệm thống nhất trả")
        await v.binh.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert in_tin(v) == Money(30_000)
        holds(v)


async def test_a_no_of_the_second_person_records_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "900 nghìn")
        await v.giang.says("chưa rõ")
        await v.giang.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Chưa đúng")
        await v.em.says("Tôi đếm được một triệu")
        assert "Tôi đếm được một triệu" in said(v.giang)
        assert in_tin(v) == Money(1_000_000)
        await v.em.says("/congviec")
        assert "kiểm quỹ" not in v.em.last.lower()


async def test_nobody_is_his_own_second_person_and_members_are_none(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "1 triệu")
        await v.giang.taps("Đúng hết rồi")
        for phone in (v.giang, v.hoa, v.la, v.quan):
            await phone.says("s:second:1", kind=Kind.PRESS)
            assert "cùng đếm rồi" not in phone.heard
        await v.hoa.says("kiểm quỹ")
        assert "đếm tiền ở đâu" not in said(v.hoa)


async def test_books_that_changed_after_the_count_are_counted_anew(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await tell_fee(v)
        await counts(v.dao, "1 triệu")
        await v.dao.taps("Đúng hết rồi")
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "trong lúc đó sổ đã có thay đổi" in said(v.em)
        assert in_tin(v) == Money(1_030_000)
        holds(v)


async def test_whoever_counted_takes_it_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await counts(v.giang, "1 triệu")
        await v.giang.taps("Đúng hết rồi")
        await v.giang.says("/congviec")
        await v.giang.taps("Đang chờ người thứ hai")
        await v.giang.says("có")
        assert "đã bỏ" in said(v.giang)
        await v.em.taps("Xem và trả lời")
        assert "đã được rút lại" in said(v.em)


async def test_in_english_too(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        give_fund(v, 1)
        await v.giang.says("count the cash")
        await v.giang.taps("The whole sum")
        await v.giang.says("one million and something")
        assert v.giang.heard
        await v.giang.says("900000")
        await v.giang.says("not known")
        assert "100.000 đồng is missing" in said(v.giang)
        await v.giang.taps("All correct")
        await v.em.taps("Look and answer")
        await v.em.taps("All correct")
        assert "nobody's debt" in said(v.em)
        holds(v)


async def test_of_an_account_at_a_bank_only_the_sum_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        values = {"club_id": v.club.club_id, "kind": "bank"}
        bank = v.store.change(lambda db: inserted(db, places, **values))
        await v.giang.says(f"s:count_cash:{bank}", kind=Kind.PRESS)
        assert "trong tài khoản" in said(v.giang)
        assert "tờ" not in said(v.giang)
        await v.giang.says("0")
        assert "khớp với sổ" in said(v.giang).lower()
