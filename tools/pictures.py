"""Takes the pictures of the page for README: `.venv/bin/python -m tools.pictures`.

A practice club at a fixed hour is opened in a real browser, people talk with Liên, and what is then
to be seen goes into docs/pictures/.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Page

from tests.kit.browser import open_page, running_browser
from tests.kit.member_page import OwnPage, members_page
from tests.kit.phones import PagePhone, opened
from tests.kit.practice import PracticePage, make_practice_club, practice_page
from tests.kit.sources import ROOT
from tools import board_pictures, paper_pictures, rollup_pictures, words

PICTURES = ROOT / "docs/pictures"
DESK, PHONE = (1500, 940), (390, 844)


def main() -> int:
    words.compile_stale()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/practice.db"
        make_practice_club(url)
        paper_pictures.take(url, PICTURES)
        rollup_pictures.take(PICTURES)
        asyncio.run(_take(url))
        boards = f"sqlite+aiosqlite:///{folder}/boards.db"
        make_practice_club(boards)
        asyncio.run(_take_for_boards(boards))
        asyncio.run(_take_of_members_page(f"sqlite+aiosqlite:///{folder}/members.db"))
    for file in sorted(PICTURES.glob("*.png")):
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")
    return 0


async def _take(url: str) -> None:
    async with practice_page(url) as here, running_browser() as browser:
        await here.room.knock()
        await _on_a_desk(here, browser)
        await _on_a_phone(here, browser)


async def _take_for_boards(url: str) -> None:
    async with practice_page(url) as here, running_browser() as browser:
        await here.room.knock()
        await board_pictures.take(here, browser, PICTURES)


async def _on_a_desk(here: PracticePage, browser: Browser) -> None:
    """Hoa pays her fee, the cashier confirms, the chair reads the month."""
    async with _page(here, browser, DESK, 1) as page:
        hoa, chair, cashier = await _phones(here, page)
        await hoa.says("đóng phí")
        await hoa.hears("muốn đóng góp gì")
        await hoa.taps("Đóng phí câu lạc bộ")
        await hoa.hears("còn thiếu phí")
        await hoa.says("1")
        await hoa.hears("bằng cách nào")
        await hoa.taps("Đưa tận tay chú Hoàng Văn Giang")
        await hoa.hears("mười nghìn đồng")
        await hoa.taps("Đúng hết rồi")
        await cashier.taps("Xem và xác nhận")
        await cashier.hears("đã có tiền này chưa")
        await cashier.taps("Tiền đã ở trong tay")
        await hoa.hears("PHIẾU THU")
        await chair.says("báo cáo tháng")
        await chair.hears("Thành viên")
        await hoa.comes_to_the_front()
        await _at_its_end(hoa)
        await _settled(page)
        await page.screenshot(path=PICTURES / "desk.png")


async def _on_a_phone(here: PracticePage, browser: Browser) -> None:
    """The next day's reminder, with its three answers."""
    async with _page(here, browser, PHONE, 1.5) as page:
        hoa, *_ = await _phones(here, page)
        await hoa.comes_to_the_front()
        await here.room.move_clock("day")
        await hoa.hears("có đến được không")
        await _at_its_end(hoa)
        await _settled(page)
        await page.screenshot(path=PICTURES / "phone.png")


async def _take_of_members_page(url: str) -> None:
    """A member pays her fee on her own page."""
    async with (
        members_page(url) as here,
        running_browser() as browser,
        open_page(browser, size=PHONE) as page,
    ):
        hoa = OwnPage(page)
        await hoa.opens(here.link("hoa"))
        await hoa.says("đóng phí")
        await hoa.hears("muốn đóng góp gì")
        await _settled(page)
        await page.screenshot(path=PICTURES / "member_page.png")


async def _phones(here: PracticePage, page: Page) -> list[PagePhone]:
    roles = ("thành viên", "chủ nhiệm", "thủ quỹ")
    return [PagePhone(page, await here.phone(role)) for role in roles]


async def _at_its_end(phone: PagePhone) -> None:
    """Down to the newest message, where it is not to be seen yet."""
    if await phone.whole.get_by_test_id("new-messages").is_visible():
        await phone.looks_at_what_is_new()


async def _settled(page: Page) -> None:
    """Notices have gone and lists have scrolled to their end."""
    await page.mouse.move(0, 0)
    await page.wait_for_timeout(1500)


@asynccontextmanager
async def _page(
    here: PracticePage, browser: Browser, size: tuple[int, int], sharpness: float
) -> AsyncIterator[Page]:
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=sharpness,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    page = await context.new_page()
    await opened(page, here.address)
    yield page
    await context.close()


if __name__ == "__main__":
    sys.exit(main())
