"""The page against the rules of accessibility (WCAG 2.2, AAA where contrast is concerned)."""

from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page

from tests.kit.browser import DESK, PHONE, open_page
from tests.kit.phones import PagePhone, opened
from tests.kit.practice import PracticePage

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


async def complaints(page: Page) -> list[str]:
    """What breaks a rule, one line each, with where it stands."""
    # A text that is just fading in has too little contrast.
    await page.emulate_media(reduced_motion="reduce")
    found: Any = (await Axe().run(page, options=RULES)).response
    assert found["passes"], "nothing was looked at"
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes']]}"
        for each in found["violations"]
    ]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_a_talk_with_buttons_breaks_no_rule(
    browser: Browser, here: PracticePage, size: tuple[int, int]
) -> None:
    await here.room.knock()
    async with open_page(browser, size=size) as page:
        await opened(page, here.address)
        hoa = PagePhone(page, await here.phone("thành viên"))
        await hoa.comes_to_the_front()
        await hoa.says("đóng phí")
        await hoa.hears("muốn đóng góp gì")
        assert await complaints(page) == []
        await page.get_by_test_id("add-phone").click()
        await page.get_by_test_id("person-2").wait_for()
        assert await complaints(page) == []


async def test_larger_type_and_the_panel_break_no_rule(
    browser: Browser, here: PracticePage
) -> None:
    await here.room.knock()
    async with open_page(browser, size=PHONE) as page:
        await opened(page, here.address)
        await page.get_by_test_id("open-panel").click()
        for _ in range(3):
            await page.get_by_test_id("size-larger").click()
        assert await complaints(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


async def test_a_planted_fault_is_found(browser: Browser, here: PracticePage) -> None:
    async with open_page(browser, size=PHONE) as page:
        await opened(page, here.address)
        await page.evaluate("document.querySelector('[data-testid=send]').textContent = ''")
        assert any("button-name" in each for each in await complaints(page))
