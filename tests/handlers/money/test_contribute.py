"""Contributing: told by the member, confirmed by the cashier, once in the books."""

from datetime import timedelta

import pytest

from club.calendar import Month
from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.money.contributions import gifts_of
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import cash_by_place
from tests.kit.giving import in_books, tell_fee
from tests.kit.village import village

RECEIPT = """PHIẾU THU – CLB Thôn Đoài
Số: PT 1/2026
Đóng phí tháng 6/2026 đến tháng 11/2026
30.000 đồng (ba mươi nghìn đồng)
Ngày nhận: thứ hai 02/11/2026
Người nhận: chú Hoàng Văn Giang
Câu lạc bộ cảm ơn bác ạ."""


async def test_the_fee_from_the_question_to_the_receipt(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("đóng góp")
        assert "muốn đóng góp gì" in v.hoa.heard
        assert "1. Đóng phí câu lạc bộ (còn thiếu 30.000 đồng)" in v.hoa.labels
        await v.hoa.says("1")
        assert "còn thiếu phí 30.000 đồng, từ tháng 6/2026" in v.hoa.heard
        assert "1. Tháng 6/2026 đến tháng 11/2026: 30.000 đồng" in v.hoa.labels
        assert "2. Tháng 6/2026: 5.000 đồng" in v.hoa.labels
        await v.hoa.says("1")
        assert "đóng tiền bằng cách nào" in v.hoa.heard
        await v.hoa.taps("Đưa tận tay chú Hoàng Văn Giang, thủ quỹ")
        assert "30.000 đồng (ba mươi nghìn đồng)" in v.hoa.heard
        assert "Đưa tận tay chú Hoàng Văn Giang" in v.hoa.heard
        await v.hoa.taps("Đúng hết rồi")
        assert "đã báo chú Hoàng Văn Giang, thủ quỹ, xác nhận" in v.hoa.heard
        assert in_books(v) == []
        assert "Nguyễn Thị Hoa báo đã đóng" in v.giang.heard
        await v.giang.taps("Xem và xác nhận")
        assert "đã có tiền này chưa" in v.giang.heard
        await v.giang.taps("Tiền đã ở trong tay")
        assert "đã vào sổ, phiếu thu số PT 1/2026" in v.giang.heard
        assert v.hoa.heard == RECEIPT
        assert v.hoa.labels == ["Không đúng ạ"]
        assert in_books(v) == [30_000]
        with v.store.reading() as db:
            assert cash_by_place(db, v.club.club_id) == {v.club.tin: Money(30_000)}
            facts = fee_facts(db, v.club.club_id, v.hoa.member_id or 0)
        assert [each.month for each in facts.paid] == [Month(2026, m) for m in range(6, 12)]


async def test_another_sum_covers_the_oldest_months(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await v.hoa.says("contribute")
        await v.hoa.taps("The club's fee")
        await v.hoa.says("12k")
        await v.hoa.taps("In the meeting")
        assert "6/2026 to 8/2026: 12.000 đồng (twelve thousand đồng)" in v.hoa.heard
        await v.hoa.taps("All correct")
        await v.giang.taps("Look and confirm")
        await v.giang.taps("The cash is in my hand")
        assert "Fee of 6/2026 to 8/2026" in v.hoa.heard
        assert in_books(v) == [12_000]


async def test_nothing_beyond_a_year_ahead_is_taken(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("contribute")
        await v.hoa.taps("The club's fee")
        await v.hoa.says("2 million")
        assert "a sum from 1.000 đồng to 90.000 đồng" in v.hoa.heard


async def test_a_gift_of_money_stands_in_both_books(database_url: str) -> None:
    async with village(database_url) as v:
        await v.lan.says("/donggop")
        await v.lan.taps("Ủng hộ tiền")
        await v.lan.taps("50.000 đồng")
        await v.lan.taps("tại buổi sinh hoạt")
        assert "ủng hộ Sổ Tấm lòng vàng: 50.000 đồng (năm mươi nghìn đồng)" in v.lan.heard
        await v.lan.says("đúng")
        await v.giang.says("/congviec")
        await v.giang.taps("Đỗ Thị Lan")
        await v.giang.says("đúng")
        assert "Ủng hộ vào Sổ Tấm lòng vàng" in v.lan.heard
        assert in_books(v) == [50_000]
        with v.store.reading() as db:
            (gift,) = gifts_of(db, v.lan.member_id or 0)
        assert (gift.kind, gift.amount) == ("money", Money(50_000))


async def test_goods_are_noted_and_never_enter_cash(database_url: str) -> None:
    async with village(database_url) as v:
        await v.manh.says("đóng góp")
        await v.manh.taps("Ủng hộ hiện vật")
        await v.manh.says("gạo nếp")
        await v.manh.taps("cân")
        await v.manh.says("10")
        assert "gạo nếp: 10 cân" in v.manh.heard
        await v.manh.taps("Đúng hết rồi")
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Đã nhận đủ")
        assert "SỔ TẤM LÒNG VÀNG" in v.manh.heard
        assert in_books(v) == []
        with v.store.reading() as db:
            (gift,) = gifts_of(db, v.manh.member_id or 0)
        assert (gift.item, gift.unit, gift.quantity_thousandths) == ("gạo nếp", "kg", 10_000)


async def test_days_of_work(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.manh.says("đóng góp")
        await v.manh.taps("Góp ngày công")
        await v.manh.says("dọn đường làng")
        await v.manh.says("2")
        assert "2 ngày công: dọn đường làng" in v.manh.heard


async def test_the_cashier_says_it_has_not_arrived_and_why(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Chưa nhận được")
        await v.giang.says("bác chưa đưa tiền cho tôi")
        assert "sẽ đọc: “bác chưa đưa tiền cho tôi”" in v.giang.heard
        await v.giang.taps("Đúng hết rồi")
        assert "đã báo lý do" in v.giang.heard
        assert "Lý do: bác chưa đưa tiền cho tôi" in v.hoa.heard
        assert in_books(v) == []


async def test_it_is_taken_back_within_ten_minutes(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await v.waits(minutes=10)
        await v.hoa.taps("Rút lại")
        assert "đã rút lại" in v.hoa.heard
        assert "Nguyễn Thị Hoa đã rút lại" in v.giang.heard
        await v.giang.taps("Xem và xác nhận")
        assert "đã được rút lại" in v.giang.heard
        assert in_books(v) == []


async def test_after_ten_minutes_it_is_too_late_to_take_it_back(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("contribute")
        for answer in ("1", "1", "In the meeting", "All correct"):
            await v.hoa.says(answer)
        await v.waits(minutes=10, seconds=1)
        await v.hoa.taps("Take it back")
        assert "more than ten minutes" in v.hoa.heard
        await v.hoa.says("take back")
        assert "more than ten minutes" in v.hoa.heard


async def test_nobody_takes_back_what_another_told(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("contribute")
        for answer in ("1", "1", "In the meeting", "All correct"):
            await v.hoa.says(answer)
        await v.lan.says("s:take_back:1", kind=Kind.PRESS)
        assert "nothing of yours" in v.lan.heard
        await v.giang.taps("Look and confirm")
        await v.giang.taps("The cash is in my hand")
        assert in_books(v) == [30_000]


async def test_a_second_fee_while_one_waits_becomes_a_question(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.hoa.says("đóng phí")
        await v.hoa.says("1")
        assert "đã báo đóng phí 30.000 đồng" in v.hoa.heard
        await v.hoa.taps("Không")
        assert "không phải làm gì nữa" in v.hoa.heard


async def test_what_is_not_right_is_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.taps("Đóng phí câu lạc bộ")
        await v.hoa.says("1")
        await v.hoa.taps("tại buổi sinh hoạt")
        await v.hoa.taps("Chưa đúng")
        await v.hoa.taps("Số tiền đã đóng")
        await v.hoa.taps("tháng 6/2026: 5.000 đồng")
        assert "phí tháng 6/2026: 5.000 đồng (năm nghìn đồng)" in v.hoa.heard


async def test_a_stranger_and_a_volunteer_contribute_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for phone in (v.la, v.quan):
            for said in ("/donggop", "/rutlai"):
                await phone.says(said)
                assert "đồng" not in phone.heard
        for press in ("s:confirm_contribution:1", "s:dispute:1", "s:answer_dispute:1"):
            await v.la.says(press, kind=Kind.PRESS)
            await v.hoa.says(press, kind=Kind.PRESS)
            assert "số" not in v.la.heard


async def test_the_fee_of_next_year_is_paid_ahead_when_nothing_is_owed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        v.clock.move(timedelta(minutes=5))
        await v.hoa.says("đóng góp")
        await v.hoa.taps("Đóng phí câu lạc bộ")
        assert "không thiếu phí" in v.hoa.heard
        await v.hoa.taps("tháng 12/2026 đến tháng 2/2027: 15.000 đồng")
        assert "đóng tiền bằng cách nào" in v.hoa.heard


@pytest.mark.parametrize(
    ("typed", "covered"),
    [
        ("30 nghìn", "tháng 6/2026 đến tháng 11/2026: 30.000 đồng"),
        ("12k", "tháng 6/2026 đến tháng 8/2026: 12.000 đồng"),
        ("năm nghìn", "tháng 6/2026: 5.000 đồng"),
        ("2", "tháng 6/2026: 5.000 đồng"),
    ],
)
async def test_the_sum_is_typed_or_chosen(sqlite_url: str, typed: str, covered: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("/donggop")
        await v.hoa.says("1")
        await v.hoa.says(typed)
        await v.hoa.says("1")
        assert covered in v.hoa.heard


@pytest.mark.parametrize("typed", ["2", "2 cân", "hai cân", "2kg", "hai"])
async def test_a_quantity_may_carry_its_unit(sqlite_url: str, typed: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("/donggop")
        for answer in ("3", "gạo", "cân", typed):
            await v.hoa.says(answer)
        assert "gạo: 2 cân" in v.hoa.heard


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("tôi muốn ủng hộ 5 cân gạo", "Gạo: 5 cân"),
        ("10 quyển vở học sinh", "Vở học sinh: 10 quyển"),
        ("2 con gà", "Gà: 2 con"),
    ],
)
async def test_the_thing_may_be_told_with_how_much_of_it(
    sqlite_url: str, said: str, line: str
) -> None:
    async with village(sqlite_url) as v:
        for each in ("/donggop", "3", said):
            await v.hoa.says(each)
        assert line in v.hoa.heard
        await v.hoa.taps("Đúng hết rồi")
        assert f"{line}." in v.giang.heard


async def test_five_kilos_are_no_five_litres(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for each in ("/donggop", "3", "tôi góp nước mắm", "lít", "5 cân"):
            await v.hoa.says(each)
        assert "đang ghi theo lít" in v.hoa.heard and "bao nhiêu lít" in v.hoa.heard
        for each in ("quay lại", "cân", "2 yến"):
            await v.hoa.says(each)
        assert "nước mắm: 20 cân" in v.hoa.heard


@pytest.mark.parametrize(
    ("said", "asked"),
    [("góp hiện vật", "ủng hộ gì"), ("đóng góp ngày công", "góp công việc gì")],
)
async def test_the_words_may_say_what_is_given(sqlite_url: str, said: str, asked: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says(said)
        assert asked in v.hoa.heard


async def test_an_amount_is_no_number_of_a_choice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("menu")
        await v.hoa.says("5 cân")
        assert "chưa hiểu" in v.hoa.heard
