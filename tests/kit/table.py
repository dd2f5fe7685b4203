"""A village's meeting table, as the tests open, fill and close it."""

from datetime import timedelta

from sqlalchemy import select

from storage.queries.money.meeting_table import TableNow, open_table, table_now
from storage.queries.money.table_bookings import BookedLine, booked_lines
from storage.tables.books import transactions
from tests.kit.village import Phone, Village


async def opens_table(phone: Phone, counted: str = "0") -> None:
    """For today, without a meeting; the tin holds what is counted."""
    await phone.says("bàn thu tiền")
    await phone.taps("Mở bàn thu tiền")
    await phone.says(counted)
    await phone.says("đúng")
    assert "đã mở" in phone.heard, phone.last


async def enters(phone: Phone, who: str, sums: str) -> None:
    """One person by name or number, and what she gives."""
    await phone.says("thu từng người")
    await phone.says(who)
    await phone.says(sums)


async def closes_table(phone: Phone, counted: str) -> None:
    """The keeper of the cash counts; a second person has to agree."""
    await phone.says("đóng bàn")
    await phone.says(counted)
    await phone.taps("Bỏ qua")  # the photo of the sheet
    await phone.says("đúng")


def table(v: Village) -> TableNow:
    """The open table as it stands."""
    with v.store.reading() as db:
        found = open_table(db, v.club.club_id)
        assert found is not None
        return table_now(db, found)


def booked(v: Village, number: int = 1) -> list[BookedLine]:
    """What a closed table has written."""
    with v.store.reading() as db:
        return booked_lines(db, number)


def slips(v: Village) -> list[tuple[str | None, int | None, int | None]]:
    """The books: slip, who recorded it, who stood for it beside."""
    with v.store.reading() as db:
        found = db.execute(
            select(
                transactions.c.voucher, transactions.c.recorded_by, transactions.c.second_person
            ).order_by(transactions.c.sequence)
        )
        return [tuple(row) for row in found]


def later(v: Village, minutes: int = 1) -> None:
    """Time goes by at the table."""
    v.clock.move(timedelta(minutes=minutes))
