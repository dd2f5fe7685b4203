"""The monthly summary says box and bank apart; only what can be counted by hand is called cash.

In the golden month all lies in the tin: 43.507.000 by the books. 40.000.000 of it are carried to
the bank on 25 October: 3.507.000 stay.
"""

from datetime import date

from club import ledger
from messages.figures.summary_forms import summary_json
from storage.changes.inserting import inserted
from storage.queries import Connection
from storage.queries.figures.summary import club_month
from storage.tables.books import places
from tests.kit.golden_month import OCTOBER, GoldenMonth, thousand, write_golden_month
from tests.kit.village import Village, village


class Later(GoldenMonth):
    """Entries of its own beside those of the month."""

    def cause(self) -> str:
        return f"later:{super().cause()}"


def carried_to_the_bank(db: Connection, v: Village) -> None:
    books = Later(db, v)
    books.entry(
        ledger.moved(
            fund=books.income,
            from_place=books.tin,
            to_place=inserted(db, places, club_id=v.club.club_id, kind="bank"),
            amount=thousand(40_000),
            happened_on=date(2026, 10, 25),
        )
    )


async def test_box_and_bank_are_said_apart_and_only_the_box_is_to_be_counted(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        write_golden_month(v)
        await v.binh.says("báo cáo tháng 10")
        assert "ngân hàng" not in v.binh.heard
        v.store.change(carried_to_the_bank, v)
        await v.binh.says("báo cáo tháng 10")
        assert "• tiền mặt và tiền gửi 43.042.000 đồng" in v.binh.heard
        assert "Tiền mặt theo sổ: 3.507.000 đồng\nNgân hàng theo sổ: 40.000.000" in v.binh.heard
        await v.hoa.says("báo cáo tháng 10")
        assert "ngân hàng" not in v.hoa.heard
        await v.binh.says("báo cáo tháng 11")
        assert "Đếm tiền mặt: theo sổ là 3.507.000 đồng" in v.binh.heard
        with v.store.reading() as db:
            found = club_month(db, v.club.club_id, OCTOBER, v.clock.now().date())
        assert found is not None
        figures = summary_json(found.club_name, found.summary)["figures"]
        assert figures["held"] == {"in_cash": 3_507_000, "in_bank": 40_000_000}
