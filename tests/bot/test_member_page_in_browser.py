"""The members' page in a real browser: a bad line, the keyboard alone, large letters."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Request, Route, expect
from sqlalchemy import func, select

from bot.clock import Clock
from storage.queries import Connection
from storage.store import Store
from storage.tables.books import declarations
from tests.bot.test_page_for_everybody import complaints
from tests.kit.browser import DESK, PHONE, open_page
from tests.kit.member_page import (
    MemberPage,
    OwnPage,
    answers,
    fill_club,
    members_page,
    page_settings,
    phone,
)
from tests.kit.running_program import RunningProgram
from tests.kit.telegram_house import free_port

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


def declared(db: Connection) -> int:
    return int(db.execute(select(func.count()).select_from(declarations)).scalar_one())


async def is_kept(page: Page) -> None:
    """Waits until the page's files lie on the phone."""
    await page.evaluate("navigator.serviceWorker.ready")
    await page.wait_for_function("navigator.serviceWorker.controller !== null")


async def pays_her_fee(own: OwnPage) -> None:
    """From the question how it is paid to its end."""
    await own.taps("Đưa tận tay")
    await own.hears("xem lại")
    await own.taps("Đúng hết")
    await own.hears("đã báo")


async def begins_to_pay(own: OwnPage) -> None:
    await own.says("đóng phí")
    await own.hears("muốn đóng góp gì")
    await own.taps("Đóng phí")
    await own.hears("còn thiếu phí")


async def test_nothing_happens_before_the_tap(browser: Browser, here: MemberPage) -> None:
    async with open_page(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        link = here.link("hoa")
        await page.goto(link)
        await expect(page.get_by_test_id("open-page")).to_be_visible()
        secret = link.partition("#")[2]
        assert not [url for url in asked if "/my/" in url or secret in url.partition("#")[0]]
        await page.get_by_test_id("open-page").click()
        await expect(page.get_by_test_id("whose")).to_have_text("Bác Hoa · CLB Thôn Đoài")
        assert secret not in page.url
        assert await page.evaluate("document.cookie") == ""


async def test_a_line_lost_in_the_middle_of_a_dialogue(hoa: OwnPage, here: MemberPage) -> None:
    page = hoa.page
    await begins_to_pay(hoa)
    await page.context.set_offline(True)
    await hoa.says("2")
    await expect(hoa.waiting).to_contain_text("đang chờ gửi")
    await expect(page.get_by_test_id("connection")).to_contain_text("Mất mạng")
    await page.context.set_offline(False)
    await hoa.hears("bằng cách nào")
    await expect(hoa.waiting).to_have_count(0)
    await expect(page.get_by_test_id("connection")).to_be_empty()
    await pays_her_fee(hoa)
    assert here.store.change(declared) == 1
    await expect(hoa.mine.filter(has_text="2")).to_have_count(1)


async def test_the_page_opens_without_a_network_and_keeps_what_is_typed_over_a_reload(
    hoa: OwnPage, here: MemberPage
) -> None:
    page = hoa.page
    await is_kept(page)
    await begins_to_pay(hoa)
    await page.context.set_offline(True)
    await page.reload()
    await hoa.hears("còn thiếu phí")
    await hoa.says("2")
    await hoa.says("bác Hoa đây")
    await page.reload()
    await expect(hoa.waiting).to_have_count(2)
    await page.context.set_offline(False)
    await expect(hoa.waiting).to_have_count(0)
    said = [each["text"] for each in here.store.change(_lines) if each["mine"]]
    assert said[-2:] == ["2", "bác Hoa đây"]


def _lines(db: Connection) -> list[dict[str, object]]:
    from storage.tables.chats import web_messages

    found = db.execute(web_messages.select().order_by(web_messages.c.id))
    return [{"text": row.text, "mine": row.from_person} for row in found]


async def test_an_answer_that_is_lost_makes_nothing_twice(hoa: OwnPage, here: MemberPage) -> None:
    lost: list[str] = []

    async def lose(route: Route) -> None:
        lost.append(route.request.url)
        await route.fetch()
        await route.abort("connectionreset")

    await hoa.page.route("**/my/say", lose, times=2)
    await hoa.says("trợ giúp")
    await expect(hoa.waiting).to_have_count(0)
    await expect(hoa.mine).to_have_count(1)
    assert len(lost) <= 2
    assert [each["text"] for each in here.store.change(_lines)].count("trợ giúp") == 1


async def test_an_answer_to_the_tap_that_is_lost_does_not_lock_her_out(
    browser: Browser, here: MemberPage
) -> None:
    async with open_page(browser, forgiven="Failed to load resource") as page:

        async def lose(route: Route) -> None:
            async with phone(here.address) as other:
                # What the browser asked reaches the server; what it answers is lost.
                body = route.request.post_data_json
                assert (await other.post("/my/enter", json=body)).status == 200
            await route.abort("connectionreset")

        await page.route("**/my/enter", lose, times=1)
        await OwnPage(page).opens(here.link("hoa"))
        await expect(page.get_by_test_id("whose")).to_contain_text("Bác Hoa")


async def test_two_tabs_are_one_talk(hoa: OwnPage, here: MemberPage) -> None:
    second = OwnPage(await hoa.page.context.new_page())
    await second.page.goto(here.address)
    await expect(second.newest).to_be_visible()
    await hoa.page.context.set_offline(True)
    await hoa.says("một")
    await second.says("hai")
    await hoa.says("ba")
    await expect(second.waiting).to_have_count(3)
    await hoa.page.context.set_offline(False)
    for own in (hoa, second):
        await expect(own.waiting).to_have_count(0)
        await expect(own.mine).to_have_count(3)
    said = [each["text"] for each in here.store.change(_lines) if each["mine"]]
    assert said == ["một", "hai", "ba"]


async def test_a_server_killed_in_the_middle_of_a_dialogue(
    browser: Browser, sqlite_url: str, tmp_path: Path
) -> None:
    port, store = free_port(), Store(sqlite_url)
    persons = store.change(fill_club, Clock())
    program = RunningProgram(page_settings(sqlite_url, port), tmp_path / "log")
    program.start()
    try:
        async with (
            phone(f"http://127.0.0.1:{port}") as session,
            open_page(browser, forgiven="Failed to load resource") as page,
        ):
            await answers(session)
            own = OwnPage(page)
            link = MemberPage("", store, persons, Clock(), session).link("hoa")
            await own.opens(link)
            await own.says("đóng phí")
            await own.hears("muốn đóng góp gì")
            program.kill()
            await program.gone()
            await own.taps("Đóng phí")
            await expect(page.get_by_test_id("connection")).to_contain_text("Mất mạng")
            await expect(own.waiting).to_contain_text("đang chờ gửi")
            program.start()
            await own.hears("còn thiếu phí")
            await own.says("2")
            await own.hears("bằng cách nào")
            await pays_her_fee(own)
            assert store.change(declared) == 1
            secret = link.partition("#")[2]
        assert await program.end() == 0
    finally:
        program.kill()
        store.close_now()
    assert secret not in program.output
    assert "/my/" not in program.output


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
        await page.goto(here.link("hoa"))
        await expect(page.get_by_test_id("open-page")).to_be_visible()
        await looks_well(page)
        own = OwnPage(page)
        await page.get_by_test_id("open-page").click()
        await begins_to_pay(own)
        await page.get_by_test_id("say-field").fill("năm mươi nghìn đồng")
        await looks_well(page)
        await page.goto(f"{here.address}/")
        await page.context.clear_cookies()
        await page.reload()
        await expect(page.get_by_test_id("closed")).to_be_visible()
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
        page.on("requestfinished", lambda request: asked.append(request))
        own = OwnPage(page)
        await own.opens(here.link("hoa"))
        await is_kept(page)
        await begins_to_pay(own)
        sizes = [await each.sizes() for each in asked if "/my/events" not in each.url]
        sent = sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes)
        assert len(asked) > 20
        assert sent < 100_000
        assert {each.url.startswith(here.address) for each in asked} == {True}


async def test_a_page_closed_elsewhere_shows_nothing_any_more(
    hoa: OwnPage, here: MemberPage
) -> None:
    async with phone(here.address) as session:
        other = MemberPage(here.address, here.store, here.persons, here.clock, session)
        await other.enters(here.link("hoa").partition("#")[2])
        for number, said in enumerate(("đóng trang", "có")):
            await other.posts("/my/say", {"key": f"k{number}", "text": said})
            await asyncio.sleep(0.5)
    await expect(hoa.page.get_by_test_id("closed")).to_be_visible()
    await expect(hoa.messages).to_have_count(0)
    assert "đóng trang" not in await hoa.page.evaluate("JSON.stringify(localStorage)")
    await hoa.opens(here.link("hoa"))
    await hoa.hears("chào bác Hoa")


async def test_what_was_not_sent_when_the_page_was_closed_is_sent_after_it_is_opened_again(
    hoa: OwnPage, here: MemberPage
) -> None:
    page = hoa.page
    await page.context.set_offline(True)
    await hoa.says("trợ giúp")
    await page.context.clear_cookies()
    await page.context.set_offline(False)
    await expect(page.get_by_test_id("closed")).to_be_visible()
    await hoa.opens(here.link("hoa"))
    await expect(hoa.mine.filter(has_text="trợ giúp")).to_have_count(1)
    assert [each["text"] for each in here.store.change(_lines)].count("trợ giúp") == 1


async def test_less_movement_for_those_who_ask_for_it(hoa: OwnPage) -> None:
    await hoa.page.emulate_media(reduced_motion="reduce")
    moving = await hoa.page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".filter((it) => getComputedStyle(it).animationName !== 'none').length"
    )
    assert moving == 0
