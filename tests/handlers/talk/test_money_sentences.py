"""Whole sentences about money, typed with a thumb, without marks, in the words of a place."""

import pytest

from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.village import village

LOANS = (
    ("bac muon vay ban 5 trieu mua lon con nuoi dc ko chau", "“Nuôi lợn”", "5.000.000"),
    ("tui mun vay 3 củ nuôi gà", "Nuôi gà, vịt", "3.000.000"),
    ("cho bac muon 3 trieu nuoi ca", "Nuôi cá", "3.000.000"),
    ("nha toi can 2tr5 de nuoi bo", "Nuôi bò, trâu", "2.500.000"),
    ("vay 4tr5 mua may khau đc hok", "Việc khác", "4.500.000"),
    ("e muốn mượn quỹ 2 triệu chữa nhà", "Việc khác", "2.000.000"),
)

PAID = (
    ("bac muon dong phi 15k dc ko", "Đóng phí câu lạc bộ", "15.000 đồng"),
    ("hnay bac dong phi 15 ng", "Đóng phí câu lạc bộ", "15.000 đồng"),
    ("gui chu giang 30 k tien phi", "phí tháng", "30.000 đồng"),
    ("nộp 15k tiền phí", "Đóng phí câu lạc bộ", "15.000 đồng"),
    ("bac ung ho 100k cho ba con bi lu lut", "Tấm lòng vàng", "100.000 đồng"),
    ("bac bieu hoi 5 chuc", "Tấm lòng vàng", "50.000 đồng"),
    ("biếu quỹ 2 chục", "Tấm lòng vàng", "20.000 đồng"),
    ("ủng hộ một trăm rưỡi", "Tấm lòng vàng", "150.000 đồng"),
    ("tui gop 50k zo quy", "Bác muốn đóng góp gì", ""),
)


async def test_a_loan_is_opened_with_its_sum_and_what_it_is_for(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for said, purpose, amount in LOANS:
            await v.hoa.says("/start")
            await v.hoa.says(said)
            if purpose == "Việc khác":
                await v.hoa.says("khác")
            elif "trong mấy tháng" not in v.hoa.heard:
                assert purpose in v.hoa.heard, said
                await v.hoa.says("đúng")
            assert amount in v.hoa.heard, said
            assert "trong mấy tháng" in v.hoa.heard, said


@pytest.mark.parametrize(("said", "kind", "amount"), PAID)
async def test_what_is_given_is_taken_with_its_sum(
    sqlite_url: str, said: str, kind: str, amount: str
) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says(said)
        assert kind in v.hoa.heard
        assert amount in f"{v.hoa.heard} {v.hoa.labels}"
        assert "Đúng, thêm" not in v.hoa.labels


async def test_a_sum_alone_puts_right_the_sum_that_was_read_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("đóng phí 15 nghìn", "1", "20 nghìn"):
            await v.hoa.says(line)
        assert "cháu hiểu là: 20.000 đồng" in v.hoa.heard
        assert "phí tháng 6/2026 đến tháng 9/2026: 20.000 đồng" in v.hoa.heard
        await v.hoa.says("20")
        assert "gõ số thì chưa đủ" in v.hoa.heard


async def test_as_last_month_is_one_month_or_all_that_is_open(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("đóng phí", "1", "như tháng trước"):
            await v.hoa.says(line)
        assert "5.000 đồng" in v.hoa.labels[0] or "5.000 đồng" in v.hoa.labels[1]
        assert "ý bác là điều nào" in v.hoa.heard


async def test_a_message_of_a_bank_in_the_middle_is_told_what_it_is(sqlite_url: str) -> None:
    sms = "TK 0123 +15,000VND luc 10:22. SD: 1,215,000VND. ND: dong phi"
    async with village(sqlite_url) as v:
        for line in ("đóng phí", "1", sms):
            await v.hoa.says(line)
        assert "tin nhắn của ngân hàng" in v.hoa.heard
        assert "Bác đóng bao nhiêu ạ?" in v.hoa.heard


async def test_a_few_words_to_a_read_back_put_right_what_they_can_mean(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for line in ("vay 2 triệu nuôi gà 6 tháng", "1", "một năm", "3 triệu"):
            await v.lan.says(line)
        assert "3.000.000 đồng" in v.lan.heard
        assert "Trong 12 tháng" in v.lan.heard
        await v.lan.says("con mèo")
        assert "Trong 12 tháng" not in v.lan.heard
        await v.lan.says("nhắc lại")
        assert "Trong 12 tháng" in v.lan.heard


async def test_a_payment_slip_begins_with_what_its_sentence_says(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.em.says("phieu chi 300k mua loa")
        assert "người nhận tên là gì" in v.em.heard
        await v.em.says("quán Tư")
        assert "Mua loa" in v.em.heard
        await v.em.says("1")
        assert "300.000 đồng" in v.em.heard
        assert "chi ngày nào" in v.em.heard


async def test_a_slip_is_begun_in_the_middle_of_a_read_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.em.says("bàn thu tiền")
        await v.em.taps("Mở bàn thu tiền")
        await v.em.says("5 triệu")
        await v.em.says("phieu chi 300 nghin mua loa")
        assert "cháu để lại đó" in v.em.heard
        assert "người nhận tên là gì" in v.em.heard


async def test_to_close_the_table_and_to_invite_are_heard_by_their_whole_names(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.em.says("chi tiền")
        await v.em.taps("Ghi phiếu chi")
        await v.em.says("dong ban thu tien")
        assert "chưa có bàn thu tiền nào đang mở" in v.em.heard
        for words in ("moi bang ma", "mời bằng mã"):
            await v.binh.says(words)
            assert "mã này để làm gì" in v.binh.heard
            await v.binh.says("thôi")


async def test_a_question_about_ones_own_money_shows_the_account_and_pays_nothing(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        for phone in (v.hoa, v.em):
            for words in (
                "phi cua toi da dong den thang nao",
                "toi dong phi den thang may roi",
                "tôi còn phải đóng bao nhiêu",
            ):
                await phone.says(words)
                assert "Tài khoản của" in phone.heard, words
                assert "tháng 11/2026" in phone.heard
        await v.em.says("bà hoa đóng phí chưa")
        assert "Tài khoản của" not in v.em.heard


async def test_the_cashier_asked_back_about_dung_is_never_taken_to_stop(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.says("dung")
        assert v.giang.heard.startswith("Dạ, chú gõ “đúng rồi” hay “dừng lại” ạ?")
        assert "chú gõ “dung roi” hoặc “thoi”" in v.giang.heard
        await v.giang.says("dung")
        assert "“dung” có thể là “đúng”, cũng có thể là “đừng”" in v.giang.heard
        await v.giang.says("diem danh")
        await v.giang.taps("Tiền đã ở trong tay", back=1)
        assert "câu này còn bỏ ngỏ" in v.giang.heard
        await v.giang.says("dung")
        await v.giang.says("dung vay")
        assert "đã vào sổ" in v.giang.heard
