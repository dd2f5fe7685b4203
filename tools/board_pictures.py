"""Pictures for the guide of boards: what stands on the phones of a chair and a cashier."""

from pathlib import Path

from playwright.async_api import Browser

from tests.kit.browser import open_page
from tests.kit.phones import PagePhone, opened
from tests.kit.practice import PracticePage

PHONE = (390, 844)

# Role, what is typed, what is then to be read, the picture.
SCENES = (
    ("chủ nhiệm", "việc ban chủ nhiệm", "Việc", "board_menu.png"),
    ("chủ nhiệm", "việc cần làm", "Khóa sổ tháng", "board_tasks.png"),
    ("thủ quỹ", "thu phí", "ai ạ?", "board_fees.png"),
    ("chủ nhiệm", "báo cáo tháng", "Thành viên", "board_month.png"),
)


async def take(here: PracticePage, browser: Browser, into: Path) -> None:
    """One picture a scene, each as it is answered."""
    for role, typed, heard, name in SCENES:
        async with open_page(browser, size=PHONE) as page:
            await opened(page, here.address)
            phone = PagePhone(page, await here.phone(role))
            await phone.comes_to_the_front()
            await phone.says(typed)
            await phone.hears(heard)
            await page.mouse.move(0, 0)
            await page.wait_for_timeout(1500)
            await page.screenshot(path=into / name)
