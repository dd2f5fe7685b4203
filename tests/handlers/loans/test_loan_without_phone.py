"""A member without a phone borrows: asked for by the board, the cash witnessed on a slip."""

from sqlalchemy import select

from club.money import Money
from handlers.talk.heard import Kind
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.loans.loans import Loan, LoanState, loans_of
from storage.tables.people import needs_asked
from tests.kit.board import said
from tests.kit.lending import check_books, give_fund
from tests.kit.village import FOUNDED, Village, village


def enter_ty(v: Village) -> int:
    """Grandmother Tý, who has no phone; her membership."""
    new = NewMember("Phan Thị Tý", 1946, "female", FOUNDED, hamlet="Thôn Đoài", address="bà")
    return int(v.store.change(enter_member, v.club.club_id, new, v.clock.now()).member_id)


def loan_of(v: Village, member_id: int) -> Loan:
    with v.store.reading() as db:
        return loans_of(db, member_id)[-1]


async def asked_for(v: Village) -> int:
    member = enter_ty(v)
    await v.dao.says("vay hộ")
    await v.dao.taps("Phan Thị Tý")
    assert "có thêm một người của ban chủ nhiệm" in said(v.dao)
    await v.dao.taps("Có")
    for answer in ("Nuôi gà, vịt", "2 triệu", "6", "Trả dần mỗi tháng"):
        await v.dao.says(answer)
    await v.dao.taps("Đúng hết rồi")
    return member


async def notes_the_slip(v: Village) -> None:
    """Whoever held the cash is no witness."""
    await v.giang.taps("Ghi phiếu của người vay")
    await v.giang.says("số 7")
    await v.giang.taps("Dấu điểm chỉ")
    assert not any("Giang" in each or "Bình" in each for each in v.giang.labels)
    await v.giang.taps("Nguyễn Thị Hoa")
    assert "chụp tờ giấy nhận tiền" in said(v.giang)
    await v.giang.says("bỏ qua")
    assert "chụp tờ giấy nhận tiền" in said(v.giang)
    await v.giang.sends_photo()
    assert "2.000.000 đồng (hai triệu đồng)" in said(v.giang)
    await v.giang.taps("Đúng hết rồi")


async def test_the_slip_and_the_witness_stand_for_her_answer(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 8)
        member = await asked_for(v)
        assert "Phan Thị Tý" in v.dao.everything
        for voter in (v.binh, v.cuc, v.dao):
            await voter.taps("Xem và biểu quyết")
            await voter.taps("Tôi đồng ý cho vay")
        await v.giang.taps("Trao tiền")
        await v.giang.taps("Hộp tiền")
        await v.giang.taps("Đúng hết rồi")
        assert "điểm chỉ trước người làm chứng" in said(v.giang)
        await notes_the_slip(v)
        assert "Nguyễn Thị Hoa làm chứng" in said(v.giang)
        assert "người làm chứng" in said(v.hoa)
        assert "người làm chứng" in said(v.em)
        loan = loan_of(v, member)
        assert (loan.is_cash_confirmed, loan.state) == (True, LoanState.RUNNING)
        assert loan.outstanding == Money(2_000_000)
        check_books(v)
        await v.giang.says(f"s:witness_cash:{loan.id}", kind=Kind.PRESS)
        assert "không có khoản nào" in said(v.giang)


async def test_whoever_has_a_phone_asks_for_herself(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 8)
        await v.dao.says("vay hộ")
        assert "thành viên nào cũng có điện thoại riêng" in said(v.dao)
        await v.hoa.says("vay hộ")
        assert "ai xin vay" not in said(v.hoa)


async def test_not_without_a_second_of_the_board(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 8)
        enter_ty(v)
        await v.dao.says("vay hộ")
        await v.dao.taps("Phan Thị Tý")
        await v.dao.taps("Không")
        assert "đợi khi đủ mặt" in said(v.dao)


async def test_the_need_is_asked_and_kept_with_its_day(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("nhu cầu vay")
        assert "có cần vay vốn" in said(v.hoa)
        await v.hoa.taps("Có")
        assert "cần vay vốn" in said(v.hoa)
        assert "1. Vay vốn" in v.hoa.labels
        await v.hoa.says("nhu cầu vay")
        await v.hoa.taps("Không")
        assert "chưa cần vay" in said(v.hoa)
        with v.store.reading() as db:
            rows = db.execute(select(needs_asked.c.needs_loan, needs_asked.c.asked_on)).all()
        assert rows == [(False, v.clock.now().date())]
