"""Contributions in the village: told as people do, and what stands in the books after."""

from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import entries_of
from tests.kit.village import Village


def in_books(v: Village) -> list[int]:
    """The cash that each entry brought, after a look that everything holds."""
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        entries = entries_of(db, v.club.club_id)
    return [max(each.amount.dong for each in entry.postings) for entry in entries]


async def tell_fee(v: Village) -> None:
    """Bà Hoa tells of a fee that she handed to the cashier, and says that it is right."""
    await v.hoa.says("đóng góp")
    await v.hoa.taps("Đóng phí câu lạc bộ")
    await v.hoa.taps("tháng 6/2026 đến tháng 11/2026")
    await v.hoa.taps("Đưa tận tay chú Hoàng Văn Giang")
    await v.hoa.taps("Đúng hết rồi")
