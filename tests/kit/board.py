"""What a board says and does with its books, and what then stands in them."""

from club.money import Money
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import cash_in
from tests.kit.giving import tell_fee
from tests.kit.village import Phone, Village


def holds(v: Village) -> None:
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []


def said(phone: Phone) -> str:
    """The newest message, wherever its lines are broken."""
    return " ".join(phone.heard.split())


def in_tin(v: Village) -> Money:
    with v.store.reading() as db:
        return cash_in(db, v.club.club_id, v.club.tin)


async def fee_confirmed(v: Village) -> None:
    await tell_fee(v)
    await v.giang.taps("Xem và xác nhận")
    await v.giang.taps("Tiền đã ở trong tay")


async def counts(phone: Phone, sum_: str) -> None:
    await phone.says("kiểm quỹ")
    await phone.taps("Tổng số tiền")
    await phone.says(sum_)
