"""The page of `lien try` in a real browser, at the size of a desk and of a phone."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, Route, expect

from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import entries_of
from tests.kit.browser import DESK, PHONE, open_page
from tests.kit.phones import PagePhone, opened
from tests.kit.practice import PracticePage

CLUB = 1


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
async def page(
    browser: Browser, here: PracticePage, request: pytest.FixtureRequest
) -> AsyncIterator[Page]:
    """The page, opened in a window of either size."""
    async with open_page(browser, size=request.param) as page:
        await opened(page, here.address)
        yield page


async def phones(page: Page, here: PracticePage) -> dict[str, PagePhone]:
    roles = {"hoa": "thành viên", "binh": "chủ nhiệm", "giang": "thủ quỹ", "quan": "tình nguyện"}
    found = {name: PagePhone(page, await here.phone(role)) for name, role in roles.items()}
    return found | {"la": PagePhone(page, "la")}


async def ask_to_join(stranger: PagePhone) -> None:
    """From the link to the read-back, partly typed and partly tapped."""
    await stranger.comes_to_the_front()
    await stranger.taps("Mở đường dẫn")
    await stranger.hears("có đồng ý không")
    await stranger.taps("1. Có")
    await stranger.hears("họ và tên")
    await stranger.says("nguyễn thị mơ")
    await stranger.hears("sinh năm nào")
    await stranger.says("1950")
    await stranger.hears("nữ hay nam")
    await stranger.taps("1. Nữ")
    await stranger.hears("thôn nào")
    await stranger.taps("Tổ xóm Bến")
    await stranger.hears("số điện thoại")
    await stranger.taps("Bỏ qua")
    await stranger.hears("hộ nghèo")
    await stranger.taps("Không có")
    await stranger.hears("xưng hô")
    await stranger.taps("2. Bác")
    await stranger.hears("Họ tên: Nguyễn Thị Mơ")
    await stranger.taps("Đúng hết")
    await stranger.hears("đã báo ban chủ nhiệm")


async def test_a_stranger_joins_and_the_chair_takes_her_in(page: Page, here: PracticePage) -> None:
    of = await phones(page, here)
    await ask_to_join(of["la"])
    await of["binh"].comes_to_the_front()
    await of["binh"].hears("Nguyễn Thị Mơ, sinh năm 1950")
    await of["binh"].taps("Xem và trả lời")
    await of["binh"].hears("nhận người này")
    await of["binh"].taps("1. Có")
    await of["binh"].hears("đã là thành viên")
    await of["la"].comes_to_the_front()
    await of["la"].hears("đã nhận bác rồi")
    state = await here.room.state()
    assert state["phones"][-1]["name"] == "Bác Mơ"


async def declares_her_fee(hoa: PagePhone) -> None:
    await hoa.says("đóng phí")
    await hoa.hears("muốn đóng góp gì")
    await hoa.taps("1. Đóng phí")
    await hoa.hears("đóng bao nhiêu")
    await hoa.taps("1. Tháng")
    await hoa.hears("bằng cách nào")
    await hoa.taps("Hoàng Văn Giang, thủ quỹ")
    await hoa.hears("mười nghìn đồng")
    await hoa.taps("Đúng hết")


async def test_a_member_pays_her_fee_and_the_cashier_confirms(
    page: Page, here: PracticePage
) -> None:
    of = await phones(page, here)
    await of["hoa"].comes_to_the_front()
    await declares_her_fee(of["hoa"])
    await of["hoa"].hears("đã báo chú Hoàng Văn Giang")
    await of["giang"].comes_to_the_front()
    await of["giang"].taps("Xem và xác nhận")
    await of["giang"].hears("đã có tiền này chưa")
    await of["giang"].taps("Tiền đã ở trong tay")
    await of["giang"].hears("đã vào sổ")
    await of["hoa"].comes_to_the_front()
    await of["hoa"].hears("PHIẾU THU")
    picture = of["hoa"].messages.get_by_test_id("picture")
    await expect(picture).to_have_attribute(
        "alt", re.compile(r"Phiếu thu PT \d+/2026: 10.000 đồng")
    )
    await picture.scroll_into_view_if_needed()
    await expect(picture).to_have_js_property("complete", True)
    await expect(picture).to_have_js_property("naturalWidth", 1080)
    with here.store.reading() as db:
        assert books_faults(db, CLUB) == []
        newest = entries_of(db, CLUB)[-1]
    assert sum(max(each.amount.dong, 0) for each in newest.postings) == 10_000


async def test_what_is_planned_is_listed_and_arrives_when_the_clock_moves(
    page: Page, here: PracticePage
) -> None:
    await here.room.knock()
    of = await phones(page, here)
    await of["hoa"].comes_to_the_front()
    if not await page.get_by_test_id("planned").is_visible():
        await page.get_by_test_id("open-panel").click()
    await expect(page.get_by_test_id("planned")).to_contain_text("Ba ngày nữa sinh hoạt")
    await page.get_by_test_id("clock-day").click()
    await expect(page.get_by_test_id("clock-hour-shown")).to_have_text("09:00")
    await expect(page.get_by_test_id("progress")).to_contain_text("Đã xong")
    if not await of["hoa"].whole.get_by_test_id("say-field").is_enabled():
        await page.keyboard.press("Escape")
    await of["hoa"].hears("sinh hoạt vào thứ sáu 06/11/2026, lúc 8 giờ")


async def test_a_reminder_is_answered_with_one_tap(page: Page, here: PracticePage) -> None:
    await here.room.move_clock("day")
    of = await phones(page, here)
    await of["hoa"].comes_to_the_front()
    await of["hoa"].hears("có đến được không")
    await of["hoa"].taps("Tôi đến được")
    await of["hoa"].hears("cháu")
    await expect(of["hoa"].mine.last).to_contain_text("Tôi đến được")


@pytest.fixture
async def shaky_page(browser: Browser, here: PracticePage) -> AsyncIterator[Page]:
    """A page that may complain of a broken connection."""
    async with open_page(browser, size=PHONE, forgiven="net::ERR_") as page:
        await opened(page, here.address)
        yield page


async def test_a_lost_connection_keeps_what_was_typed_and_sends_it_once(
    shaky_page: Page, here: PracticePage
) -> None:
    page = shaky_page
    of = await phones(page, here)
    await of["hoa"].comes_to_the_front()
    before = len(await here.texts(of["hoa"].id))
    lost: list[str] = []

    async def lose(route: Route) -> None:
        lost.append(route.request.url)
        # The first is lost on its way there, the second is kept and its answer lost.
        if len(lost) == 2:
            await route.fetch()
        await route.abort("connectionreset")

    await page.route("**/say", lose, times=2)
    await of["hoa"].says("trợ giúp")
    await expect(of["hoa"].whole.get_by_test_id("waiting")).to_have_count(0, timeout=20_000)
    await here.room.house.until_idle()
    assert len(lost) == 2
    assert (await here.texts(of["hoa"].id))[before:].count("trợ giúp") == 1
    assert len(await here.texts(of["hoa"].id)) == before + 2
    await expect(of["hoa"].mine).to_have_count(1)


async def test_without_a_network_it_says_so_and_sends_what_was_typed_later(
    shaky_page: Page, here: PracticePage
) -> None:
    hoa = (await phones(shaky_page, here))["hoa"]
    await hoa.comes_to_the_front()
    await shaky_page.context.set_offline(True)
    await hoa.says("trợ giúp")
    await expect(hoa.whole.get_by_test_id("waiting")).to_have_count(1)
    await expect(shaky_page.get_by_test_id("connection")).to_contain_text("Mất kết nối")
    await shaky_page.context.set_offline(False)
    await expect(hoa.whole.get_by_test_id("waiting")).to_have_count(0, timeout=20_000)
    await expect(shaky_page.get_by_test_id("connection")).to_be_empty(timeout=20_000)
    await expect(hoa.mine).to_have_count(1)
    assert (await here.texts(hoa.id)).count("trợ giúp") == 1


async def test_two_taps_in_a_row_are_one(page: Page, here: PracticePage) -> None:
    of = await phones(page, here)
    await of["hoa"].comes_to_the_front()
    await of["hoa"].newest.get_by_role("button", name="Đóng phí, ủng hộ").dblclick()
    await of["hoa"].hears("muốn đóng góp gì")
    await here.room.house.until_idle()
    await expect(of["hoa"].mine).to_have_count(1)


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=\"document.title='broken'\">",
        "<script>document.title='broken'</script>",
        "</textarea><b>đậm</b> &amp; &lt;",
    ],
)
async def test_markup_is_shown_as_it_was_typed(page: Page, here: PracticePage, text: str) -> None:
    of = await phones(page, here)
    await of["la"].comes_to_the_front()
    title = await page.title()
    await of["la"].says(text)
    await expect(of["la"].mine.last).to_contain_text(text)
    await page.reload()
    await expect(of["la"].mine.last).to_contain_text(text)
    assert await page.title() == title
    assert await of["la"].messages.locator("img, script, b").count() == 0


async def test_one_more_phone_is_opened_and_greeted(page: Page, here: PracticePage) -> None:
    await page.get_by_test_id("add-phone").click()
    await page.get_by_test_id("people-search").fill("le thi cuc")
    await page.get_by_test_id("person-2").click()
    cuc = PagePhone(page, "p2")
    await cuc.hears("chào bà Cúc")
    assert "p2" in {each["id"] for each in (await here.room.state())["phones"]}


async def test_two_pages_show_the_same(browser: Browser, page: Page, here: PracticePage) -> None:
    of = await phones(page, here)
    async with open_page(browser, size=DESK) as other:
        await opened(other, here.address)
        await of["la"].comes_to_the_front()
        await of["la"].says("chào cháu")
        theirs = PagePhone(other, "la")
        await expect(theirs.mine.last).to_contain_text("chào cháu")


async def test_nothing_is_wider_than_the_window(page: Page) -> None:
    wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0


async def test_the_page_speaks_english_too(page: Page, here: PracticePage) -> None:
    of = await phones(page, here)
    await of["hoa"].comes_to_the_front()
    if not await page.get_by_test_id("language-en").is_visible():
        await page.get_by_test_id("open-panel").click()
    await page.get_by_test_id("language-en").click()
    await expect(page.get_by_test_id("clock-day")).to_have_text("+1 day")
    await expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(("width", "open_at_first"), [(1280, False), (1500, False), (1600, True)])
async def test_the_panel_covers_no_phone(
    browser: Browser, here: PracticePage, *, width: int, open_at_first: bool
) -> None:
    async with open_page(browser, size=(width, 800)) as page:
        await opened(page, here.address)
        of = await phones(page, here)
        for each in ("hoa", "binh", "giang"):
            await of[each].comes_to_the_front()
        panel = page.locator("#panel")
        assert await panel.is_visible() is open_at_first
        if not open_at_first:
            await page.get_by_test_id("open-panel").click()
        there = await panel.bounding_box()
        assert there is not None
        left_of_panel = there["x"]
        boxes = [await each.bounding_box() for each in await page.locator(".phone").all()]
        beside_it = 4 if open_at_first else 3
        assert len(boxes) >= beside_it
        for box in boxes[:beside_it]:
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= left_of_panel
