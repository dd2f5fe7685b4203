"""The pages as somebody with a small old phone has them: few abilities, hasty taps, a way back."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, Route, expect

from messages.understand.distress import cries_for_help
from tests.bot.test_member_page_for_everybody import TOO_SMALL, looks_well
from tests.kit.browser import open_page
from tests.kit.member_page import MemberPage, OwnPage, members_page
from tests.kit.table_page import READING_MS, TablePage, on_table, open_a_table

SMALL = (320, 568)
SIZES = [SMALL, (568, 320), (320, 290), (390, 844), (195, 340)]
LATER_ABILITIES = """
delete AbortSignal.timeout; delete Array.prototype.at; delete crypto.randomUUID;
delete Array.prototype.findLast; delete window.structuredClone; delete Object.hasOwn;
"""


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    async with members_page(sqlite_url) as page:
        yield page


@pytest.fixture
async def hoa(browser: Browser, here: MemberPage) -> AsyncIterator[OwnPage]:
    async with open_page(browser, size=SMALL, forgiven="Failed to load resource") as page:
        own = OwnPage(page)
        await own.opens(here.link("hoa"))
        yield own


async def test_a_browser_of_years_ago_talks_all_the_same(
    browser: Browser, here: MemberPage
) -> None:
    async with open_page(browser, size=SMALL) as page:
        await page.add_init_script(LATER_ABILITIES)
        own = OwnPage(page)
        await own.opens(here.link("hoa"))
        await own.begins_to_pay()
        await expect(own.waiting).to_have_count(0)


@pytest.mark.parametrize("path", ["/", "/#w-" + "A" * 22, "/paper/#" + "A" * 22])
async def test_a_phone_that_cannot_open_the_page_says_what_to_do(
    browser: Browser, here: MemberPage, path: str
) -> None:
    """Where no script runs, none of the page's words come; these stand in the page itself."""
    for movement in ("no-preference", "reduce"):
        context = await browser.new_context(
            java_script_enabled=False, viewport={"width": 320, "height": 568}
        )
        page = await context.new_page()
        await page.emulate_media(reduced_motion=movement)
        await page.goto(here.address + path)
        await expect(page.get_by_text("nhờ con cháu mở bằng máy khác")).to_be_visible()
        await expect(page.get_by_role("button")).to_have_count(0)
        await context.close()


async def test_a_link_to_a_paper_opens_on_a_phone_that_keeps_the_members_page(
    hoa: OwnPage, here: MemberPage
) -> None:
    """What the phone keeps is that page alone: a paper has a page of its own, and is a file."""
    await hoa.is_kept()
    await hoa.page.goto(f"{here.address}/paper/#{'A' * 22}")
    await expect(hoa.page.get_by_test_id("open-paper")).to_be_visible()
    answer = await hoa.page.goto(f"{here.address}/paper/file")
    assert answer is not None and answer.status == 404


async def test_what_stands_there_first_is_gone_once_the_page_has_begun(
    browser: Browser, here: MemberPage
) -> None:
    async with open_page(browser, size=SMALL, forgiven="401") as page:
        for path in ("/", "/paper/#" + "A" * 22):
            await page.goto(here.address + path)
            await expect(page.locator(".gate button")).to_be_visible()
            await expect(page.locator(".starting")).to_have_count(0)
            await looks_well(page)


async def test_the_phones_way_back_leads_from_the_table_to_the_talk(
    browser: Browser, here: MemberPage
) -> None:
    here.store.change(open_a_table, here.persons, here.clock)
    async with open_page(browser, size=SMALL) as page:
        own = OwnPage(page)
        await own.opens(here.link("giang"))
        table = TablePage(page)
        for leave in (page.go_back, page.get_by_test_id("back-to-talk").click):
            await table.opens()
            await leave()
            await expect(page.get_by_test_id("table")).to_be_hidden()
            await expect(own.newest).to_be_visible()
            assert await page.evaluate("history.state") is None
        await page.go_forward()
        await expect(page.get_by_test_id("table")).to_be_visible()


async def test_two_taps_in_a_row_take_one_fee_and_open_nothing_else(
    browser: Browser, here: MemberPage
) -> None:
    """The button goes with the first tap, and the next person's line comes to stand there."""
    here.store.change(open_a_table, here.persons, here.clock)
    async with open_page(browser, size=SMALL) as page:
        await OwnPage(page).opens(here.link("giang"))
        table = TablePage(page)
        await table.opens()
        await _taps_twice(page, table.row("Hoa").get_by_role("button", name="Như dự kiến"))
        await table.has("Hoa", "30.000")
        await table.waits(0)
        assert len(here.store.change(on_table).versions) == 1
        opened = page.locator('.table-name[aria-expanded="true"]')
        await expect(opened).to_have_count(0)
        await page.wait_for_timeout(READING_MS)
        await table.takes_as_expected("Lan")
        await table.has("Lan", "30.000")


async def test_two_taps_in_a_row_answer_one_question(hoa: OwnPage) -> None:
    """What comes to stand under the finger meanwhile is not meant, as an older message's button."""
    await hoa.begins_to_pay()
    await hoa.page.evaluate(_PLANTS_ANOTHER)
    await _taps_twice(hoa.page, hoa.newest.get_by_role("button", name="30.000"))
    await hoa.hears("bằng cách nào")
    assert await hoa.page.evaluate("window.pressed") == 0


@pytest.mark.parametrize(("double", "pressed"), [(True, 0), (False, 1)])
async def test_a_quick_hand_at_a_mouse_is_heard_each_time(
    hoa: OwnPage, double: bool, pressed: int
) -> None:
    """What its owner's machine calls a double click is one, two clicks in a row are two."""
    await hoa.begins_to_pay()
    await hoa.page.evaluate(_PLANTS_ANOTHER)
    x, y = await _middle(hoa.newest.get_by_role("button", name="30.000"))
    if double:
        await hoa.page.mouse.dblclick(x, y)
    else:
        await hoa.page.mouse.click(x, y)
        await hoa.page.mouse.click(x, y)
    await hoa.hears("bằng cách nào")
    assert await hoa.page.evaluate("window.pressed") == pressed


_PLANTS_ANOTHER = """() => {
  window.pressed = 0;
  const list = document.querySelector(".list");
  const first = (event) => {
    const other = document.createElement("button");
    other.textContent = "another";
    other.style.cssText = `position:fixed;z-index:9;width:80px;height:60px;
      left:${event.clientX - 40}px;top:${event.clientY - 30}px`;
    other.onclick = () => window.pressed++;
    list.append(other);
  };
  list.addEventListener("click", first, { once: true });
}"""


async def _middle(on: Locator) -> tuple[float, float]:
    await on.scroll_into_view_if_needed()
    box = await on.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


async def _taps_twice(page: Page, on: Locator) -> None:
    x, y = await _middle(on)
    await page.touchscreen.tap(x, y)
    await page.touchscreen.tap(x, y)


async def test_what_fails_each_time_is_told_and_holds_up_nothing(hoa: OwnPage) -> None:
    """By a fault of ours; what was said after it goes out all the same."""

    async def fails(route: Route) -> None:
        if "hỏng" in (route.request.post_data or ""):
            await route.fulfill(status=500, json={"error": "That did not work; it is our fault."})
        else:
            await route.continue_()

    await hoa.page.route("**/my/say", fails)
    await hoa.says("hỏng rồi")
    await hoa.says("trợ giúp")
    told = hoa.waiting.filter(has_text="hỏng rồi")
    await expect(told).to_contain_text("Lỗi ở phía cháu Liên")
    await expect(hoa.mine.filter(has_text="trợ giúp")).to_be_visible()
    await expect(hoa.page.get_by_text("our fault")).to_have_count(0)


async def test_a_cry_for_help_waits_behind_nothing(hoa: OwnPage) -> None:
    """Neither behind a line that is asked to wait nor behind one whose answer is long in coming."""

    async def holds_up(route: Route) -> None:
        said = route.request.post_data or ""
        if "chờ" in said:
            await route.fulfill(status=503, json={"error": "Please try again in a moment."})
        elif "ngực" in said:
            await route.continue_()

    await hoa.page.route("**/my/say", holds_up)
    for line in ("chờ một chút", "Nga", "từ từ đã", "cháu ơi bác đau ngực quá"):
        await hoa.says(line)
    await expect(hoa.mine.filter(has_text="đau ngực quá")).to_be_visible()
    await expect(hoa.waiting.filter(has_text="Nga")).to_be_visible()
    await expect(hoa.page.get_by_text("115").first).to_be_visible()


CRIES = (
    *("cứu tôi với", "cuu bac voi", "đau ngực quá", "dau nguc qua", "bà bị ngã", "toi nga roi"),
    *("khó thở quá cháu ơi", "ko tho duoc", "ông nhà tôi đột quỵ", "chay nha roi", "cứu", "SOS"),
    *("tôi muốn chết", "gọi 115 giúp", "gay tay roi", "I fell", "ngất xỉu rồi", "Help me!"),
)
NO_CRIES = (
    *("Nga", "bà Nga", "từ từ đã", "đúng", "50 nghìn", "đóng phí cho bà Nga", "tê tay", "thu 6"),
    *("té ra là thế", "Nguyễn Thị Ngã", "cháu ơi", "tự túc", "cây đa", "chay", "bếp ăn"),
)


async def test_the_phone_knows_most_cries_by_itself(hoa: OwnPage) -> None:
    known = """async (lines) => {
        const { criesForHelp } = await import("/page/cries.js");
        return lines.filter(criesForHelp);
    }"""
    found = await hoa.page.evaluate(known, [*CRIES, *NO_CRIES])
    assert found == list(CRIES)
    assert all(map(cries_for_help, CRIES))


async def test_a_line_that_is_too_long_is_refused_in_words_she_reads(hoa: OwnPage) -> None:
    await hoa.says("dài " * 3000)
    await expect(hoa.waiting).to_contain_text("xin viết làm mấy lần")
    await expect(hoa.waiting).not_to_contain_text("characters")


async def test_nothing_moves_when_the_line_is_lost(hoa: OwnPage) -> None:
    """Upright, across, behind a keyboard, and at 200 %."""
    tops = [await _top_of_talk(hoa, size) for size in SIZES]
    await hoa.page.context.set_offline(True)
    await hoa.says("chào")
    await expect(hoa.page.get_by_test_id("connection")).to_contain_text("Mất mạng")
    assert [await _top_of_talk(hoa, size) for size in SIZES] == tops
    assert await hoa.page.evaluate(TOO_SMALL) == []
    await expect(hoa.page.get_by_test_id("send")).to_be_in_viewport(ratio=1)


async def _top_of_talk(own: OwnPage, size: tuple[int, int]) -> float:
    await own.page.set_viewport_size({"width": size[0], "height": size[1]})
    top = "document.querySelector('.list').getBoundingClientRect().top"
    return float(await own.page.evaluate(top))


async def test_where_colours_are_a_persons_own_every_button_has_a_line_around_it(
    hoa: OwnPage,
) -> None:
    await hoa.begins_to_pay()
    await hoa.page.emulate_media(forced_colors="active")
    bare = await hoa.page.evaluate(
        """[...document.querySelectorAll("button, .bubble")]
          .filter((it) => it.checkVisibility())
          .filter((it) => parseFloat(getComputedStyle(it).borderTopWidth) < 1)
          .map((it) => it.outerHTML.slice(0, 90))"""
    )
    assert bare == []


async def test_a_paper_is_asked_for_once_and_trouble_is_not_called_the_end_of_a_link(
    browser: Browser, here: MemberPage
) -> None:
    asked = 0

    async def is_busy(route: Route) -> None:
        nonlocal asked
        asked += 1
        await route.fulfill(status=503, json={"error": "Please try again in a moment."})

    async with open_page(browser, size=SMALL, forgiven="Failed to load resource") as page:
        await page.route("**/paper/open", is_busy)
        await page.goto(f"{here.address}/paper/#{'A' * 22}")
        await page.evaluate("[1, 2, 3].map(() => document.querySelector('#open').click())")
        status = page.get_by_test_id("paper-status")
        await expect(status).to_contain_text("bấm lại sau một phút")
        assert asked == 1
        await page.unroute("**/paper/open")
        await page.get_by_test_id("open-paper").click()
        await expect(status).to_contain_text("hết hạn")
