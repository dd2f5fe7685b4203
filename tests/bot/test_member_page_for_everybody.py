"""The members' page for everybody: keyboard alone, screen reader, large letters."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, Request, expect

from tests.bot.test_page_for_everybody import complaints
from tests.kit.browser import DESK, PHONE, open_page
from tests.kit.member_page import MemberPage, OwnPage, declared, members_page

SMALL = (320, 640)
DESK_AT_TWICE = (640, 450)  # what a window of 1280 × 900 shows at 200 %
PHONE_AT_TWICE = (195, 422)
SIZES = [DESK, PHONE, SMALL, DESK_AT_TWICE, PHONE_AT_TWICE]
NAMES = ["desk", "phone", "small", "desk at 200 %", "phone at 200 %"]


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    async with members_page(sqlite_url) as page:
        yield page


@pytest.fixture
async def hoa(browser: Browser, here: MemberPage) -> AsyncIterator[OwnPage]:
    """Hoa before her page, on a line that may break."""
    async with open_page(browser, forgiven="Failed to load resource") as page:
        own = OwnPage(page)
        await own.opens(here.link("hoa"))
        yield own


async def test_a_whole_talk_by_the_keyboard_alone(browser: Browser, here: MemberPage) -> None:
    async with open_page(browser, size=DESK) as page:
        own, keys = OwnPage(page), page.keyboard
        await page.goto(here.link("hoa"))
        await keys.press("Tab")
        await expect(page.get_by_test_id("open-page")).to_be_focused()
        await keys.press("Enter")
        await expect(own.newest).to_be_visible()
        for answer in ("Đóng phí, ủng hộ", "Đóng phí", "30.000", "Đưa tận tay", "Đúng hết"):
            await _chooses(own, answer)
        await own.hears("đã báo")
        assert here.store.change(declared) == 1


async def _chooses(own: OwnPage, label: str) -> None:
    """From the top of the page: the first link leads to the newest question, Tab to its answers."""
    button = own.newest.get_by_role("button", name=label).first
    await expect(button).to_be_visible()
    await own.page.locator("#size").focus()
    await own.page.keyboard.press("Tab")
    await expect(own.page.locator("#to-newest")).to_be_focused()
    await own.page.keyboard.press("Enter")
    for _ in range(6):
        if await button.evaluate("it => it === document.activeElement"):
            break
        await own.page.keyboard.press("Tab")
    await expect(button).to_be_focused()
    heard = own.messages.locator("[data-from=lien]")
    before = await heard.count()
    await own.page.keyboard.press("Enter")
    await expect(heard).to_have_count(before + 1)


async def test_what_is_new_is_read_out_and_what_was_there_is_not(hoa: OwnPage) -> None:
    await expect(hoa.messages).to_have_attribute("role", "log")
    await expect(hoa.messages).to_have_attribute("aria-live", "polite")
    await expect(hoa.page.get_by_test_id("connection")).to_have_attribute("role", "status")
    await hoa.page.reload()
    await expect(hoa.messages).to_have_attribute("aria-live", "off")
    await expect(hoa.newest).to_be_visible()


@pytest.mark.parametrize("size", SIZES, ids=NAMES)
async def test_no_rule_is_broken_and_nothing_is_cut(
    browser: Browser, here: MemberPage, size: tuple[int, int]
) -> None:
    async with open_page(browser, size=size, forgiven="401") as page:
        await page.goto(f"{here.address}/")
        await expect(page.get_by_test_id("closed")).to_have_text("Trang nói chuyện với cháu Liên")
        await looks_well(page)
        await page.goto(here.link("hoa"))
        await expect(page.get_by_test_id("open-page")).to_be_visible()
        await looks_well(page)
        own = OwnPage(page)
        await page.get_by_test_id("open-page").click()
        await own.begins_to_pay()
        await page.get_by_test_id("say-field").fill("năm mươi nghìn đồng")
        await looks_well(page)
        await page.goto(f"{here.address}/")
        await page.context.clear_cookies()
        for _ in range(2):  # who had it once is not told anew what it is
            await page.reload()
            await expect(page.get_by_test_id("closed")).to_have_text("Trang này đang đóng")
        await looks_well(page)


async def looks_well(page: Page) -> None:
    """At every size of letters: rules kept, nothing too small, nothing beyond the window."""
    assert await complaints(page) == []
    for size in range(3):
        await page.evaluate("size => (document.documentElement.dataset.size = size)", size)
        assert await page.evaluate(TOO_SMALL) == []
        assert await page.evaluate(CUT) == []
    await page.evaluate("document.documentElement.dataset.size = 0")


TOO_SMALL = """() => {
  const seen = (it) => it.checkVisibility() && it.getClientRects().length;
  const own = (it) => [...it.childNodes].some((part) => part.nodeType === 3 && part.data.trim());
  const texts = [...document.querySelectorAll("body *")].filter((it) => own(it) && seen(it));
  const small = texts.filter((it) => parseFloat(getComputedStyle(it).fontSize) < 20);
  const buttons = [...document.querySelectorAll("button, textarea")].filter(seen);
  const thin = buttons.filter((it) => it.getBoundingClientRect().height < 48);
  // The dot behind a button's figure is there for those who listen.
  const wrong = [...small.filter((it) => it.className !== "dot"), ...thin];
  return wrong.map((it) => it.outerHTML.slice(0, 120));
}"""

CUT = """() => {
  const seen = (it) => it.checkVisibility() && !it.closest(".unseen, .to-newest");
  const beyond = ({ left, right }) => right > innerWidth + 1 || left < -1;
  const all = [...document.querySelectorAll("body *")];
  const wide = all.filter((it) => seen(it) && beyond(it.getBoundingClientRect()));
  const page = document.documentElement;
  return [
    ...(page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} wide`] : []),
    ...wide.map((it) => it.outerHTML.slice(0, 120)),
  ];
}"""


async def test_a_planted_fault_is_found(hoa: OwnPage) -> None:
    page = hoa.page
    await page.evaluate("document.querySelector('.send').style.fontSize = '12px'")
    assert await page.evaluate(TOO_SMALL)
    await page.evaluate("document.querySelector('.send').style.marginLeft = '30rem'")
    await page.evaluate("document.querySelector('.field').style.flexWrap = 'nowrap'")
    assert await page.evaluate(CUT)


async def test_all_that_travels_is_little_and_comes_from_here_alone(
    browser: Browser, here: MemberPage
) -> None:
    async with open_page(browser) as page:
        asked: list[Request] = []

        def note(request: Request) -> None:
            asked.append(request)

        page.on("requestfinished", note)
        own = OwnPage(page)
        await own.opens(here.link("hoa"))
        await OwnPage(page).is_kept()
        await own.begins_to_pay()
        sizes = [await each.sizes() for each in asked if "/my/events" not in each.url]
        sent = sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes)
        assert len(asked) > 20
        assert sent < 100_000
        assert {each.url.startswith(here.address) for each in asked} == {True}


async def test_less_movement_for_those_who_ask_for_it(hoa: OwnPage) -> None:
    await hoa.page.emulate_media(reduced_motion="reduce")
    moving = await hoa.page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter((it) => getComputedStyle(it).animationName !== 'none').length"
    )
    assert moving == 0
