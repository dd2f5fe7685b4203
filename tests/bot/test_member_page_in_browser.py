"""The members' page in a real browser, on lines that break and with servers that die."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Route, expect

from storage.queries import Connection
from storage.store import Store
from storage.tables.chats import web_messages
from tests.kit.browser import open_page
from tests.kit.member_page import (
    MemberPage,
    OwnPage,
    answers,
    declared,
    fill_club,
    members_page,
    page_settings,
    phone,
)
from tests.kit.running_program import RunningProgram
from tests.kit.set_time import clock_at, program_by
from tests.kit.telegram_house import free_port
from tests.kit.world import START


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
    await hoa.begins_to_pay()
    await page.context.set_offline(True)
    await hoa.says("2")
    await expect(hoa.waiting).to_contain_text("đang chờ gửi")
    await expect(page.get_by_test_id("connection")).to_contain_text("Mất mạng")
    await page.context.set_offline(False)
    await hoa.hears("bằng cách nào")
    await expect(hoa.waiting).to_have_count(0)
    await expect(page.get_by_test_id("connection")).to_be_empty()
    await hoa.pays()
    assert here.store.change(declared) == 1
    await expect(hoa.mine.filter(has_text="2")).to_have_count(1)


async def test_the_page_opens_without_a_network_and_keeps_what_is_typed_over_a_reload(
    hoa: OwnPage, here: MemberPage
) -> None:
    page = hoa.page
    await OwnPage(page).is_kept()
    await hoa.begins_to_pay()
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


async def _killed_under_a_tap(program: RunningProgram, own: OwnPage, label: str) -> None:
    """She taps while nothing runs, and sees it wait; then it runs again."""
    program.kill()
    await program.gone()
    await own.taps(label)
    await expect(own.page.get_by_test_id("connection")).to_contain_text("Mất mạng")
    await expect(own.waiting).to_contain_text("đang chờ gửi")
    program.start()


async def test_a_server_killed_in_the_middle_of_a_dialogue(
    browser: Browser, sqlite_url: str, tmp_path: Path
) -> None:
    port, store, clock = free_port(), Store(sqlite_url), clock_at(START)
    persons = store.change(fill_club, clock)
    program = program_by(clock, page_settings(sqlite_url, port), tmp_path / "log")
    program.start()
    try:
        async with (
            phone(f"http://127.0.0.1:{port}") as session,
            open_page(browser, forgiven="Failed to load resource") as page,
        ):
            await answers(session)
            own = OwnPage(page)
            link = MemberPage("", store, persons, clock, session).link("hoa")
            await own.opens(link)
            await own.says("đóng phí")
            await own.hears("muốn đóng góp gì")
            await _killed_under_a_tap(program, own, "Đóng phí")
            await own.hears("còn thiếu phí")
            await own.says("2")
            await own.hears("bằng cách nào")
            await own.pays()
            assert store.change(declared) == 1
        assert await program.end() == 0
    finally:
        program.kill()
        store.close_now()
    for hidden in (link.partition("#")[2], "/my/"):
        assert hidden not in program.output


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
