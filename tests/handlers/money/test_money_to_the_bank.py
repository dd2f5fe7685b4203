"""The cashier carries money to the bank and back; what was sold comes into the books."""

import pytest

from club.money import Money
from handlers.talk.heard import Kind
from messages.understand.bank_moves import earned_by_selling, goes_to_bank
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import cash_by_fund, cash_by_place, fund_positions
from tests.kit.lending import give_fund
from tests.kit.village import Village, village


def cash(v: Village) -> list[int]:
    """What lies in the places that hold something, the largest sum first."""
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        sums = cash_by_place(db, v.club.club_id).values()
    return sorted((each.dong for each in sums if each), reverse=True)


async def test_what_is_carried_to_the_bank_stays_the_same_funds(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 5)
        with v.store.reading() as db:
            before = cash_by_fund(db, v.club.club_id)
        await v.giang.says("cầm 2 triệu ra ngân hàng gửi")
        assert "Từ hộp tiền gửi vào tài khoản câu lạc bộ" in v.giang.heard
        assert "2.000.000 đồng (hai triệu đồng), Quỹ tăng thu nhập" in v.giang.heard
        await v.giang.says("đúng")
        assert "Hộp tiền còn 3.000.000 đồng" in v.giang.heard
        assert cash(v) == [3_000_000, 2_000_000]
        await v.giang.says("rút 500 nghìn từ ngân hàng về")
        await v.giang.says("đúng")
        assert "Tài khoản còn 1.500.000 đồng" in v.giang.heard
        assert cash(v) == [3_500_000, 1_500_000]
        with v.store.reading() as db:
            assert cash_by_fund(db, v.club.club_id) == before


async def test_no_more_goes_than_lies_there_and_a_no_moves_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.giang.says("money to the bank")
        assert "no money of the club in the tin" in v.giang.heard
        give_fund(v, 5)
        await v.giang.says("money to the bank")
        await v.giang.says("6 million")
        assert "more than is possible here" in v.giang.heard
        await v.giang.says("all of it")
        await v.giang.says("1")
        assert "5.000.000 đồng" in v.giang.heard or "5,000,000" in v.giang.heard
        await v.giang.says("not right")
        assert "nothing is written" in v.giang.heard
        assert cash(v) == [5_000_000]


async def test_what_goes_one_way_is_never_written_the_other_way(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.giang.says("rút 2 triệu từ ngân hàng về")
        assert "tài khoản không có tiền" in v.giang.heard
        await v.giang.says("đúng")
        assert cash(v) == [5_000_000]
        await v.giang.says("cầm 5 triệu ra ngân hàng gửi")
        await v.giang.says("đúng")
        await v.giang.says("cầm 2 triệu ra ngân hàng gửi")
        assert "hộp tiền không có tiền" in v.giang.heard
        assert cash(v) == [5_000_000]


async def test_nobody_but_the_cashier_carries_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for phone in (v.binh, v.em, v.hoa, v.la):
            for start in ("s:move_cash:to_bank", "s:record_income:"):
                await phone.says(start, kind=Kind.PRESS)
            await phone.says("cầm 2 triệu ra ngân hàng gửi")
            assert "gửi vào tài khoản" not in phone.heard
        assert cash(v) == [5_000_000]


async def test_what_was_sold_is_income_with_a_slip(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("bán rau được 300 nghìn")
        assert "300.000 đồng (ba trăm nghìn đồng)" in v.giang.heard
        await v.giang.says("đúng")
        assert "Phiếu PT 1/2026" in v.giang.heard
        assert cash(v) == [300_000]
        with v.store.reading() as db:
            positions = fund_positions(db, v.club.club_id)
        assert [each for each in positions.values() if each.cash == Money(300_000)]


@pytest.mark.parametrize(
    ("text", "to_bank"),
    [
        ("chú mang 3 triệu gửi ngân hàng rồi", True),
        ("cam 2tr ra ngan hang gui", True),
        ("nộp 2 triệu vào tài khoản clb", True),
        ("took 2 million to the bank", True),
        ("rút ngân hàng 500 nghìn", False),
        ("lấy 1 triệu ở ngân hàng về", False),
        ("withdrew 1 million from the bank", False),
        ("bà Hoa chuyển khoản phí 20 nghìn", None),
        ("bác nộp phí 20 nghìn vào tài khoản", None),
        ("quỹ gửi ngân hàng bao nhiêu", None),
        ("gửi cô Giang 20 nghìn", None),
        ("đổi tài khoản ngân hàng", None),
    ],
)
def test_money_told_to_go_to_the_bank(text: str, to_bank: bool | None) -> None:
    assert goes_to_bank(text) is to_bank


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        *((each, True) for each in ("bán rau được 300 nghìn", "ban rau duoc 300 nghin")),
        *((each, True) for each in ("clb bán gà thu 2 triệu", "cho thuê bàn ghế được 200 nghìn")),
        *((each, False) for each in ("bận 300 nghìn", "bán rau được bao nhiêu")),
        *((each, False) for each in ("bán bò trả nợ 5 triệu", "bà Hoa nộp 300 nghìn")),
    ],
)
def test_money_told_to_be_earned(text: str, earned: bool) -> None:
    assert earned_by_selling(text) is earned
