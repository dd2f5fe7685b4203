"""The cashier enters fees for members; what is old needs two, what is his own goes to the chair."""

from datetime import date

from sqlalchemy import insert, select, update

from handlers.talk.heard import Kind
from storage.tables.books import declarations, transactions
from storage.tables.people import circumstances, members, persons
from tests.kit.board import said
from tests.kit.giving import in_books, tell_fee
from tests.kit.lending import give_fund, one_household
from tests.kit.village import Phone, Village, village


async def names_her(phone: Phone, name: str = "hoa") -> None:
    await phone.says("thu phí")
    await phone.says(name)
    await phone.taps({"hoa": "Nguyễn Thị Hoa", "lan": "Đỗ Thị Lan"}[name])


def on_record(v: Village) -> list[tuple[int, int | None, str]]:
    with v.store.reading() as db:
        found = db.execute(
            select(declarations.c.declared_by, declarations.c.decided_by, declarations.c.state)
        )
        return [tuple(row) for row in found]


async def test_the_cashier_enters_a_fee_and_she_gets_the_receipt(database_url: str) -> None:
    async with village(database_url) as v:
        await names_her(v.giang)
        await v.giang.taps("Hôm nay")
        assert "bác Nguyễn Thị Hoa còn thiếu 30.000 đồng, từ tháng 6/2026" in v.giang.heard
        await v.giang.says("12 nghìn")
        assert "Chú ghi cho bác Nguyễn Thị Hoa" in v.giang.heard
        assert "Tháng 8/2026 mới đóng một phần, còn thiếu 3.000 đồng" in v.giang.heard
        await v.giang.says("đúng")
        assert "đã vào sổ, phiếu thu số PT 1/2026" in v.giang.heard
        receipt = v.hoa.texts[-1].text
        assert receipt.startswith("Chú Hoàng Văn Giang ghi hộ bác.")
        assert "Đóng phí tháng 6/2026 đến tháng 8/2026" in receipt
        assert "còn thiếu 3.000 đồng" in receipt
        assert in_books(v) == [12_000]
        giang = v.giang.person_id or 0
        assert on_record(v) == [(giang, giang, "confirmed")]


async def test_who_is_exempt_is_said_at_once_and_why(sqlite_url: str) -> None:
    """Before any other question; a ground that was recorded later holds from then on."""
    async with village(sqlite_url) as v:
        hoa = persons.c.id == (v.hoa.person_id or 0)
        v.store.change(lambda db: db.execute(update(persons).where(hoa).values(birth_year=1940)))
        await names_her(v.giang)
        assert "đã đến tuổi 80, không phải đóng phí từ tháng 1/2020" in v.giang.heard
        lan = select(members.c.id).where(members.c.person_id == (v.lan.person_id or 0))
        poor = {"kind": "hardship", "value": "poor", "valid_from": date(2020, 1, 1)}
        v.store.change(
            lambda db: db.execute(
                insert(circumstances).values(member_id=lan.scalar_subquery(), **poor)
            )
        )
        await names_her(v.giang, "lan")
        assert "không phải đóng phí từ tháng 1/2020: sổ ghi là hộ nghèo" in v.giang.heard


async def test_more_than_is_owed_is_said_to_be_ahead(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await names_her(v.giang)
        await v.giang.taps("Hôm nay")
        await v.giang.says("42 nghìn")
        assert "Trong đó 12.000 đồng là đóng trước, đến hết tháng 2/2027" in v.giang.heard
        assert "Tháng 2/2027 mới đóng một phần, còn thiếu 3.000" in v.giang.heard
        await v.giang.says("đúng")
        assert "12.000 đồng là đóng trước" in v.hoa.texts[-1].text


async def test_a_day_long_ago_needs_a_second_person(database_url: str) -> None:
    async with village(database_url) as v:
        await names_her(v.giang)
        await v.giang.taps("Hôm khác")
        await v.giang.says("15/8/2026")
        await v.giang.says("15 nghìn")
        assert "quá 60 ngày" in v.giang.heard
        await v.giang.says("đúng")
        assert in_books(v) == []
        await v.em.taps("Xem và trả lời")
        assert "Phí của bác Nguyễn Thị Hoa: 15.000 đồng" in v.em.heard
        await v.em.says("đúng")
        assert in_books(v) == [15_000]
        assert "phí của bác Nguyễn Thị Hoa đã vào sổ" in v.hoa.heard
        with v.store.reading() as db:
            row = db.execute(select(transactions)).one()
        assert (row.recorded_by, row.second_person) == (v.giang.person_id, v.em.person_id)
        assert str(row.happened_on) == "2026-08-15"


async def test_a_day_to_come_is_refused(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await names_her(v.giang)
        await v.giang.taps("Hôm khác")
        await v.giang.says("15/12/2026")
        if "bao nhiêu" in v.giang.heard:
            await v.giang.says("5 nghìn")
            await v.giang.says("đúng")
        assert in_books(v) == []


async def test_of_his_household_the_chair_confirms(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        one_household(v, v.giang, v.lan)
        await names_her(v.giang, "lan")
        await v.giang.says("30 nghìn")
        assert "chờ ông Trần Văn Bình nhận tiền" in v.giang.heard
        await v.giang.says("đúng")
        assert in_books(v) == []
        assert "Chú Hoàng Văn Giang ghi hộ" in v.lan.heard
        assert "ghi hộ bà Đỗ Thị Lan" in v.binh.heard
        await v.binh.taps("Xem và xác nhận")
        await v.binh.taps("Tiền đã ở trong tay")
        assert in_books(v) == [30_000]


async def test_the_secretary_only_tells_of_it(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.dao.says("take a fee")
        await v.dao.says("hoa")
        await v.dao.taps("Nguyễn Thị Hoa")
        await v.dao.says("5k")
        assert "waits until Hoàng Văn Giang has the money" in v.dao.heard
        await v.dao.says("correct")
        assert in_books(v) == []
        await v.giang.taps("Look and confirm")
        await v.giang.taps("The cash is in my hand")
        assert in_books(v) == [5_000]
        assert (v.dao.person_id, v.giang.person_id, "confirmed") in on_record(v)


async def test_nobody_else_enters_fees_for_others(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("s:take_fee:", kind=Kind.PRESS)
        assert "chỉ người phụ trách mới làm được" in v.hoa.heard


async def test_what_she_told_and_he_enters_is_a_question_and_never_twice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await names_her(v.giang)
        assert "đã báo đóng phí 30.000 đồng, đang chờ xác nhận" in v.giang.heard
        await v.giang.says("không")
        assert "không ghi hai lần" in v.giang.heard
        assert in_books(v) == []


async def test_a_day_of_a_closed_month_falls_into_the_open_one_and_says_so(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 1)
        await v.waits(days=30)
        for phone in (v.binh, v.em):
            await phone.says("khóa sổ")
            await phone.taps("Khóa sổ tháng 11/2026")
            await phone.taps("Đồng ý khóa sổ")
        await names_her(v.giang)
        await v.giang.taps("Hôm khác")
        await v.giang.says("20/11")
        await v.giang.says("30 nghìn")
        await v.giang.says("đúng")
        assert "Sổ tháng 11/2026 đã khóa, nên khoản này ghi vào sổ tháng 12/2026" in said(v.giang)
        assert in_books(v)[-1] == 30_000


async def test_a_member_is_found_as_people_speak_of_her(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in ("bà Hoa", "chị Hoa ơi", "bà Hoa vừa nộp tiền", "Nguyễn Thị Hao"):
            await v.giang.says("thu phí")
            await v.giang.says(said)
            assert any("Hoa" in label for label in v.giang.labels), said
            await v.giang.says("thôi")
            await v.giang.taps("Bỏ hẳn")
        await v.giang.says("thu phí")
        for nobody in ("ba tháng", "ông Tuấn", "30.000"):
            await v.giang.says(nobody)
        assert "thành viên nào tên như vậy" in v.giang.heard
