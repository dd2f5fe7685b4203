"""The meeting table in a real browser: lines that break, phones that die, two at once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Route, expect

from club.meeting_table import Sums
from club.money import Money
from messages.understand.spell import in_words, in_words_en
from storage.store import Store
from tests.bot.test_member_page_for_everybody import looks_well
from tests.kit.browser import open_page
from tests.kit.member_page import (
    MemberPage,
    OwnPage,
    answers,
    fill_club,
    members_page,
    page_settings,
    phone,
)
from tests.kit.set_time import clock_at, program_by
from tests.kit.table_page import TablePage, drop_the_table, on_table, open_a_table
from tests.kit.telegram_house import free_port, until
from tests.kit.world import START

PHONE, SMALL, PHONE_AT_TWICE = (360, 740), (320, 640), (195, 422)
NUMBERS = [0, 5, 15, 21, 105, 1_000, 30_000, 127_500, 1_005_000, 1_000_200, 2_350_000_001]


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    """The page of a club whose meeting table is open."""
    async with members_page(sqlite_url) as page:
        page.store.change(open_a_table, page.persons, page.clock)
        yield page


@pytest.fixture
async def giang(browser: Browser, here: MemberPage) -> AsyncIterator[TablePage]:
    """The cashier before the table, on a line that may break."""
    async with open_page(browser, size=PHONE, forgiven="Failed to load resource") as page:
        await OwnPage(page).opens(here.link("giang"))
        table = TablePage(page)
        await table.opens()
        yield table


def sums_of(here: MemberPage, name: str) -> Sums:
    return here.store.change(on_table).reckoned.sums_of(here.persons[name])


def kept(here: MemberPage) -> int:
    return len(here.store.change(on_table).versions)


async def test_without_a_network_nothing_is_lost_and_nothing_is_there_twice(
    giang: TablePage, here: MemberPage
) -> None:
    page = giang.page
    await OwnPage(page).is_kept()
    await giang.takes_as_expected("Hoa")
    await giang.waits(0)
    await page.context.set_offline(True)
    await giang.enters("Lan", fee="20", gift="50")
    await giang.takes_as_expected("Tý")
    await giang.waits(2)
    await giang.has("Lan", "phí 20.000, Tấm lòng vàng 50.000 · chờ gửi")
    await expect(page.get_by_test_id("table-sums")).to_contain_text("Đã thu: 130.000 đồng")
    await expect(page.get_by_test_id("table-sums")).to_contain_text("một trăm ba mươi nghìn đồng")
    await page.reload()
    await giang.opens()
    await giang.waits(2)
    await giang.has("Tý", "phí 30.000 · chờ gửi")
    await giang.enters("Bình", fee="10")
    await giang.waits(3)
    assert kept(here) == 1
    await page.context.set_offline(False)
    await giang.tries_again()
    await giang.waits(0)
    assert kept(here) == 4
    await until(lambda: sums_of(here, "lan") == Sums(fee=Money(20_000), gift=Money(50_000)))
    assert here.store.change(on_table).cash.taken == Money(140_000)


async def test_an_answer_that_is_lost_makes_nothing_twice(
    giang: TablePage, here: MemberPage
) -> None:
    lost: list[str] = []

    async def lose(route: Route) -> None:
        lost.append(route.request.url)
        await route.fetch()
        await route.abort("connectionreset")

    await giang.page.route("**/my/table/entry", lose, times=2)
    await giang.takes_as_expected("Hoa")
    await giang.waits(0)
    assert lost
    assert kept(here) == 1
    await until(lambda: sums_of(here, "hoa").fee == Money(30_000))


async def test_two_tabs_are_one_table(giang: TablePage, here: MemberPage) -> None:
    other = TablePage(await giang.page.context.new_page())
    await other.page.goto(here.address)
    await other.opens()
    await giang.page.context.set_offline(True)
    await giang.takes_as_expected("Hoa")
    await other.waits(1)
    await other.enters("Lan", fee="15")
    await giang.waits(2)
    await giang.page.context.set_offline(False)
    for each in (giang, other):
        await each.tries_again()
        await each.waits(0)
        await each.has("Hoa", "phí 30.000")
        await each.has("Lan", "phí 15.000")
    assert kept(here) == 2


async def test_the_same_fee_from_two_phones_is_a_question_on_both(
    browser: Browser, giang: TablePage, here: MemberPage
) -> None:
    async with open_page(browser, size=PHONE, forgiven="Failed to load resource") as page:
        await OwnPage(page).opens(here.link("lan"))
        lan = TablePage(page)
        await lan.opens()
        await page.context.set_offline(True)
        await lan.takes_as_expected("Hoa")
        await giang.takes_as_expected("Hoa")
        await giang.waits(0)
        await page.context.set_offline(False)
        await lan.tries_again()
        await lan.waits(0)
        for each in (lan, giang):
            await expect(each.row("Hoa").get_by_test_id("table-question")).to_contain_text(
                "khoản khác hay ghi trùng"
            )
        assert here.store.change(on_table).cash.taken == Money(30_000)
        await lan.answers("Hoa", "Ghi trùng")
        await expect(giang.row("Hoa").get_by_test_id("table-question")).to_have_count(0)
        await until(lambda: sums_of(here, "hoa") == Sums(fee=Money(30_000)))
        assert not here.store.change(on_table).reckoned.questions


async def test_the_phone_asks_before_it_writes_what_looks_doubtful(
    giang: TablePage, here: MemberPage
) -> None:
    await giang.takes_as_expected("Hoa")
    await giang.enters("Hoa", fee="10")
    await giang.answers("Hoa", "Khoản khác")
    await giang.waits(0)
    await until(lambda: sums_of(here, "hoa").fee == Money(40_000))
    await giang.enters("Lan", fee="100", principal="50")
    await giang.answers("Lan", "Phần dư là ủng hộ")
    await giang.waits(0)
    await until(lambda: sums_of(here, "lan").total == Money(150_000))
    assert sums_of(here, "lan").gift == Money(60_000)
    await giang.enters("Tý", fee="-5")
    await expect(giang.row("Tý")).to_contain_text("chỉ gõ số")
    await giang.row("Tý").locator("input[name=fee]").fill("0")
    await giang.row("Tý").get_by_test_id("table-enter").click()
    await expect(giang.row("Tý")).to_contain_text("Chưa có số tiền nào")
    assert kept(here) == 3


async def test_who_works_with_keys_stays_with_the_person(giang: TablePage) -> None:
    """What was taken is drawn anew, and its button is gone: the next key is no other person's."""
    await giang.row("Hoa").get_by_role("button", name="Như dự kiến").press("Enter")
    await giang.has("Hoa", "30.000")
    await giang.waits(0)
    await expect(giang.row("Hoa").locator(".table-name")).to_be_focused()
    await giang.page.keyboard.press("Enter")
    await expect(giang.row("Hoa").locator("input[name=fee]")).to_be_visible()


async def test_a_line_is_corrected_and_taken_out(giang: TablePage, here: MemberPage) -> None:
    await giang.enters("Hoa", fee="20")
    await giang.waits(0)
    row = giang.row("Hoa")
    await row.locator(".table-name").click()
    await row.get_by_role("button", name="Sửa").click()
    await row.locator("input[name=fee]").fill("25")
    await row.get_by_test_id("table-enter").click()
    await giang.has("Hoa", "phí 25.000")
    await giang.waits(0)
    await until(lambda: sums_of(here, "hoa").fee == Money(25_000))
    await row.locator(".table-name").click()
    await row.get_by_role("button", name="Bỏ", exact=True).click()
    await expect(row.get_by_test_id("table-has")).to_have_count(0)
    await giang.waits(0)
    await until(lambda: sums_of(here, "hoa") == Sums())


async def test_what_comes_too_late_is_shown_until_somebody_has_read_it(
    giang: TablePage, here: MemberPage
) -> None:
    page = giang.page
    await page.context.set_offline(True)
    await giang.takes_as_expected("Hoa")
    number = here.store.change(on_table).table.id
    here.store.change(drop_the_table, here.persons["giang"], here.clock, number)
    await page.context.set_offline(False)
    await giang.tries_again()
    refused = page.get_by_test_id("table-refused")
    await expect(refused).to_contain_text("không còn mở")
    await page.reload()
    await page.get_by_test_id("open-table").click()
    await expect(refused).to_contain_text("Nguyễn Thị Hoa: 30.000")
    await refused.get_by_role("button", name="Tôi đã đọc").click()
    await expect(refused).to_be_empty()
    await page.reload()
    await expect(page.get_by_test_id("say-field")).to_be_visible()
    await expect(page.get_by_test_id("open-table")).to_be_hidden()


async def test_a_server_that_dies_and_comes_back(
    browser: Browser, sqlite_url: str, tmp_path: Path
) -> None:
    port, store, clock = free_port(), Store(sqlite_url), clock_at(START)
    persons = store.change(fill_club, clock)
    store.change(open_a_table, persons, clock)
    program = program_by(clock, page_settings(sqlite_url, port), tmp_path / "log")
    program.start()
    try:
        async with (
            phone(f"http://127.0.0.1:{port}") as session,
            open_page(browser, size=PHONE, forgiven="Failed to load resource") as page,
        ):
            await answers(session)
            own, giang = OwnPage(page), TablePage(page)
            await own.opens(MemberPage("", store, persons, clock, session).link("giang"))
            await giang.opens()
            await giang.takes_as_expected("Hoa")
            await giang.waits(0)
            program.kill()
            await program.gone()
            await giang.takes_as_expected("Lan")
            await giang.waits(1)
            program.start()
            await giang.waits(0)
            assert store.change(on_table).cash.taken == Money(60_000)
        assert await program.end() == 0
    finally:
        program.kill()
        store.close_now()


async def test_closing_goes_on_in_the_talk(giang: TablePage) -> None:
    await giang.takes_as_expected("Hoa")
    await giang.waits(0)
    await giang.page.get_by_test_id("close-table").click()
    own = OwnPage(giang.page)
    await own.hears("đếm tất cả tiền")
    await own.says("30000")
    await own.hears("tờ thu đã ký")


@pytest.mark.parametrize("size", [PHONE, SMALL, PHONE_AT_TWICE], ids=str)
async def test_no_rule_is_broken_and_nothing_is_cut(
    browser: Browser, here: MemberPage, size: tuple[int, int]
) -> None:
    async with open_page(browser, size=size) as page:
        await OwnPage(page).opens(here.link("giang"))
        await looks_well(page)
        table = TablePage(page)
        await table.opens()
        await table.enters("Hoa", fee="20")
        await table.waits(0)
        await table.enters("Hoa", fee="20")
        await table.row("Lan").locator(".table-name").click()
        await table.row("Lan").locator("input[name=fee]").fill("x")
        await looks_well(page)


async def test_sums_are_said_as_they_are_everywhere(giang: TablePage) -> None:
    said = await giang.page.evaluate(
        """async (numbers) => {
          const { spelled, typed } = await import("/page/table_sums.js");
          const texts = ["20", "1.250.000", "50k", "1 triệu", "-5", "1,5", "abc", ""];
          return {
            vi: numbers.map((each) => spelled(each, "vi")),
            en: numbers.map((each) => spelled(each, "en")),
            typed: texts.map((each) => String(typed(each))),
          };
        }""",
        NUMBERS,
    )
    assert said["vi"] == [in_words(each) for each in NUMBERS]
    assert said["en"] == [in_words_en(each) for each in NUMBERS]
    numbers = ["20000", "1250000", "50000", "1000000", "NaN", "NaN", "NaN", "0"]
    assert said["typed"] == numbers


async def test_whoever_keeps_no_table_sees_none(here: MemberPage) -> None:
    await here.enters(here.link("hoa").partition("#")[2])
    async with here.session.get("/my/table") as answer:
        assert await answer.json() == {}
    body = {"key": "k", "entry": "e", "table": 1, "version": 1, "member": 3, "made": 1}
    sums = {"fee": 1000, "interest": 0, "principal": 0, "gift": 0}
    status, said = await here.posts("/my/table/entry", {**body, "sums": sums})
    assert status == 409
    assert "error" in said
    for wrong in ({"sums": 5}, {"sums": sums, "version": -1}, {"sums": {**sums, "fee": -1}}):
        assert (await here.posts("/my/table/entry", {**body, **wrong}))[0] == 400
    none_known: list[object] = [["cash"], {}, 7, None, "none known"]
    for each in none_known:
        asked = {**body, "sums": sums, "answer": each}
        assert (await here.posts("/my/table/entry", asked))[0] == 400
    assert (await here.posts("/my/table/entry", {"sums": sums}))[0] == 400
    assert kept(here) == 0
