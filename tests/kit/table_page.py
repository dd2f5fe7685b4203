"""The meeting table on the members' page, as the tests open and use it in a real browser."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, Page, expect

from bot.clock import Clock
from club.calendar import day_in_zone
from club.money import Money
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.changes.money.meeting_table import DropTable, OpenTable
from storage.queries import Connection
from storage.queries.money.ledger import places_of
from storage.queries.money.meeting_table import TableNow, open_table, table_now
from storage.tables.people import groups, member_groups

CLUB = 1
READING_MS = 500
"""Whoever presses sooner at the same place has tapped twice, and the page hears it once."""
FOUNDED = date(2026, 5, 4)


def open_a_table(db: Connection, persons: dict[str, int], clock: Clock) -> int:
    """A table of today with an empty tin; bà Lan keeps the books and is in Tổ 1 with bác Hoa."""
    give_office(db, CLUB, persons["lan"], "bookkeeper", FOUNDED)
    group = inserted(db, groups, club_id=CLUB, name="Tổ 1")
    for member in (persons["hoa"], persons["lan"]):
        inserted(db, member_groups, member_id=member, group_id=group, valid_from=FOUNDED)
    new = NewMember("Phan Thị Tý", 1950, "female", FOUNDED, address="bà", hamlet="Thôn Đoài")
    enter_member(db, CLUB, new, clock.now())
    (tin,) = [each.id for each in places_of(db, CLUB) if each.kind == "tin"]
    deed = deed_of(persons["giang"], clock, "open")
    return OpenTable(None, tin, Money(0)).carry_out(db, deed).table.id


def drop_the_table(db: Connection, person: int, clock: Clock, table: int) -> None:
    DropTable(table, "hoãn họp").carry_out(db, deed_of(person, clock, "drop"))


def deed_of(person: int, clock: Clock, cause: str) -> Deed:
    now = clock.now()
    return Deed(1, "web", person, CLUB, now, day_in_zone(now, ZoneInfo("Asia/Ho_Chi_Minh")), cause)


def on_table(db: Connection) -> TableNow:
    """The open table as it stands."""
    table = open_table(db, CLUB)
    assert table is not None
    return table_now(db, table)


@dataclass(slots=True)
class TablePage:
    """The table before one person, who works with a mouse."""

    page: Page

    async def opens(self) -> None:
        await self.page.get_by_test_id("open-table").click()
        await expect(self.page.get_by_test_id("table-person").first).to_be_visible()

    def row(self, name: str) -> Locator:
        return self.page.get_by_test_id("table-person").filter(has_text=name)

    async def takes_as_expected(self, name: str) -> None:
        await self.row(name).get_by_role("button", name="Như dự kiến").click()

    async def enters(self, name: str, **sums: str) -> None:
        row = self.row(name)
        await row.locator(".table-name").click()
        for part, typed in sums.items():
            await row.locator(f"input[name={part}]").fill(typed)
        await row.get_by_test_id("table-enter").click()

    async def has(self, name: str, text: str) -> None:
        await expect(self.row(name).get_by_test_id("table-has")).to_contain_text(text)

    async def answers(self, name: str, label: str) -> None:
        asked = self.row(name).get_by_test_id("table-question")
        await asked.get_by_role("button", name=label, exact=True).click()

    async def waits(self, count: int) -> None:
        text = f"{count} khoản chờ gửi" if count else "Mọi khoản đã gửi"
        await expect(self.page.get_by_test_id("table-sent")).to_have_text(text)

    async def tries_again(self) -> None:
        """The line seems to be back."""
        with suppress(Exception):
            await self.page.evaluate("window.dispatchEvent(new Event('online'))")
