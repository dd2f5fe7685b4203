"""A round of lending: opened, asked for, ranked openly, decided in the meeting by two."""

from datetime import timedelta

from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.loans.loans import LoanState
from tests.kit.board import said
from tests.kit.lending import check_books, give_fund, loans_of_phone
from tests.kit.village import Phone, Village, village


async def opens(v: Village) -> None:
    await v.dao.says("đợt vay")
    await v.dao.taps("Mở đợt vay")
    await v.dao.says("9/11")
    await v.dao.taps("Đúng hết rồi")


async def asks(phone: Phone, amount: str) -> None:
    for answer in ("vay vốn", "Nuôi gà, vịt", amount, "12", "Trả dần mỗi tháng"):
        await phone.says(answer)
    await phone.taps("Đúng hết rồi")


async def test_a_round_is_collected_ranked_and_decided(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 8)
        await opens(v)
        assert "đợt vay đã mở" in said(v.dao).lower()
        for phone in (v.hoa, v.lan, v.binh):
            assert "vừa mở một đợt vay" in said(phone)
        await v.hoa.taps("Vay vốn")
        for answer in ("Nuôi cá", "5 triệu", "12", "Trả dần mỗi tháng"):
            await v.hoa.says(answer)
        await v.hoa.taps("Đúng hết rồi")
        assert "đã ghi đơn của bác vào đợt vay" in said(v.hoa)
        await asks(v.lan, "4 triệu")
        await asks(v.manh, "2 triệu")
        assert not any("biểu quyết" in label for label in v.binh.labels)
        await the_list(v)
        await decides(v)
        check_books(v)


async def the_list(v: Village) -> None:
    """The board sees who asks, in order; members see how much."""
    await v.em.says("đợt vay")
    assert "Đã có 3 đơn, tổng cộng 11.000.000 đồng" in said(v.em)
    assert "1) bác nguyễn thị hoa – 5.000.000 đồng, nuôi cá; chưa vay lần nào" in said(v.em).lower()
    await v.hoa.says("đợt vay")
    assert "Đã có 3 đơn" in said(v.hoa)
    assert "Lan" not in said(v.hoa)
    await v.dao.says("đợt vay")
    assert not any("Ghi kết quả" in label for label in v.dao.labels)


async def decides(v: Village) -> None:
    v.clock.move(timedelta(days=8))
    await v.dao.says("việc cần làm")
    await v.dao.taps("Ghi kết quả bình xét đợt vay")
    assert "Quỹ còn 8.000.000 đồng" in said(v.dao)
    await v.dao.taps("Có")
    # What is left does not reach for the second, so only the third is asked about.
    assert "chú bùi văn mạnh" in said(v.dao).lower()
    assert "Quỹ còn 3.000.000 đồng" in said(v.dao)
    await v.dao.taps("Có")
    await v.dao.says("hôm nay")
    assert "1) bác nguyễn thị hoa – 5.000.000 đồng" in said(v.dao).lower()
    await v.dao.taps("Đúng hết rồi")
    assert loans_of_phone(v, v.hoa)[0].state is LoanState.ASKED
    await v.em.taps("Xem và trả lời")
    await v.em.taps("Đúng hết rồi")
    assert "2 đơn được vay, 1 đơn lần này chưa được" in said(v.em)
    assert "tin vui" in v.hoa.heard
    assert "tin vui" in v.manh.heard
    assert "chưa" in said(v.lan)
    states = [loans_of_phone(v, each)[0].state for each in (v.hoa, v.lan, v.manh)]
    assert states == [LoanState.AGREED, LoanState.REFUSED, LoanState.AGREED]
    await v.giang.taps("Trao tiền")
    await v.giang.taps("Hộp tiền")
    await v.giang.taps("Đúng hết rồi")
    assert loans_of_phone(v, v.manh)[0].outstanding == Money(2_000_000)


async def test_one_round_at_a_time_and_only_the_board_opens_it(database_url: str) -> None:
    async with village(database_url) as v:
        await opens(v)
        await v.cuc.says("đợt vay")
        assert not any("Mở đợt vay" in label for label in v.cuc.labels)
        await v.lan.says("đợt vay")
        assert not any("Mở đợt vay" in label for label in v.lan.labels)


async def test_a_request_of_a_round_is_not_voted_on_by_the_board(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 8)
        await opens(v)
        await asks(v.hoa, "2 triệu")
        (loan,) = loans_of_phone(v, v.hoa)
        await v.binh.says(f"s:vote_on_loan:{loan.id}", kind=Kind.PRESS)
        assert "buổi sinh hoạt" in said(v.binh)
        await v.binh.says(f"s:meeting_on_loan:{loan.id}", kind=Kind.PRESS)
        assert "chỉ người phụ trách" in said(v.binh)
        v.clock.move(timedelta(days=9))
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.ASKED


async def test_after_its_day_a_request_goes_to_the_board_as_always(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 8)
        await opens(v)
        v.clock.move(timedelta(days=8))
        await asks(v.hoa, "2 triệu")
        assert "Xem và biểu quyết" in v.binh.labels
