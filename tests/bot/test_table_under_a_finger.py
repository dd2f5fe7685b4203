"""The meeting table in a real browser, changing while somebody has a finger on it."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from club.meeting_table import Sums
from club.money import Money
from tests.kit.browser import open_page
from tests.kit.member_page import MemberPage, OwnPage, members_page
from tests.kit.table_page import TablePage, on_table, open_a_table
from tests.kit.telegram_house import until

PHONE = (360, 740)


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    """The page of a club whose meeting table is open."""
    async with members_page(sqlite_url) as page:
        page.store.change(open_a_table, page.persons, page.clock)
        yield page


async def goes_down_on(page: Page, button: Locator) -> None:
    await button.scroll_into_view_if_needed()
    box = await button.bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    await page.mouse.down()


async def test_a_tap_counts_though_the_line_changes_under_the_finger(
    browser: Browser, here: MemberPage
) -> None:
    """Her first entry is sent, and known to be, while she presses to say what the second is."""
    async with open_page(browser, size=PHONE, forgiven="Failed to load resource") as page:
        await OwnPage(page).opens(here.link("giang"))
        table = TablePage(page)
        await table.opens()
        await OwnPage(page).is_kept()
        await page.context.set_offline(True)
        await table.takes_as_expected("Hoa")
        await table.enters("Hoa", fee="10")
        asked = table.row("Hoa").get_by_test_id("table-question")
        await goes_down_on(page, asked.get_by_role("button", name="Khoản khác", exact=True))
        await page.context.set_offline(False)
        async with page.expect_response(lambda got: "my/table?" in got.url and got.ok):
            await table.tries_again()
            await until(lambda: len(here.store.change(on_table).versions) == 1)
        await page.evaluate("new Promise((done) => setTimeout(done, 300))")
        await page.mouse.up()
        await expect(asked).to_have_count(0)
        await table.has("Hoa", "phí 40.000")
        await table.waits(0)
        hoa = here.persons["hoa"]
        await until(
            lambda: here.store.change(on_table).reckoned.sums_of(hoa) == Sums(fee=Money(40_000))
        )


async def test_what_came_while_a_finger_was_down_is_shown_when_it_goes_up(
    browser: Browser, here: MemberPage
) -> None:
    """She only rests it on the heading: no tap comes of it, and nothing stays hidden."""
    async with open_page(browser, size=PHONE, forgiven="Failed to load resource") as page:
        await OwnPage(page).opens(here.link("giang"))
        table = TablePage(page)
        await table.opens()
        await OwnPage(page).is_kept()
        await page.context.set_offline(True)
        await table.takes_as_expected("Hoa")
        await table.waits(1)
        await goes_down_on(page, page.locator("#table h2"))
        await page.context.set_offline(False)
        await table.tries_again()
        await until(lambda: len(here.store.change(on_table).versions) == 1)
        await page.mouse.move(5, 5)
        await page.mouse.up()
        await table.waits(0)
        await table.has("Hoa", "phí 30.000")
