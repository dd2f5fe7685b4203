"""`lien run` with the members' page over real HTTP: a club, its people without any messenger.

async with members_page(url) as here:
    await here.opens_for(page, "hoa")
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import aiohttp
from playwright.async_api import Locator, Page, expect
from sqlalchemy import func, select

from bot.clock import Clock
from bot.run import live
from bot.settings import settings
from storage.changes.deed import Deed
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.changes.own.my_page import MakePageLink
from storage.queries import Connection
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.books import declarations
from tests.kit.telegram_house import NO_FILE, free_port
from tests.kit.world import START, FrozenClock

FOUNDED = date(2026, 5, 4)
CODE = "HXMK2345"
PEOPLE = {
    "binh": ("Trần Văn Bình", 1955, "male", "ông", "chair"),
    "giang": ("Hoàng Văn Giang", 1958, "male", "chú", "cashier"),
    "hoa": ("Nguyễn Thị Hoa", 1952, "female", "bác", ""),
    "lan": ("Đỗ Thị Lan", 1948, "female", "bà", ""),
}


@dataclass(slots=True)
class MemberPage:
    """Where the page is, who is in the club, and what is kept."""

    address: str
    store: Store
    persons: dict[str, int]
    clock: Clock
    session: aiohttp.ClientSession

    def link(self, name: str) -> str:
        """A link to this person's own page, as she would get it in her chat."""
        return self.store.change(_link, self.persons[name], self.clock)

    async def enters(self, carried: str, key: str = "k" * 10) -> aiohttp.ClientResponse:
        """What the page does after the tap; the session keeps the cookie."""
        return await self.session.post("/my/enter", json={"carried": carried, "key": key})

    async def posts(self, path: str, body: Any, **headers: str) -> tuple[int, Any]:
        async with self.session.post(path, json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    async def messages(self) -> list[dict[str, Any]]:
        """What lies in the talk, once everything has been answered."""
        for _ in range(200):
            async with self.session.get("/my/messages") as answer:
                found = (await answer.json())["messages"]
            if found and found[-1]["from"] == "lien":
                return list(found)
            await asyncio.sleep(0.05)
        raise AssertionError("nothing was answered")

    async def hears(self, words: str) -> None:
        """Waits for a message with these words: what nobody asked for keeps its distance."""
        for _ in range(100):
            if words in (await self.messages())[-1]["text"]:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{words!r} did not come")


def page_settings(url: str, port: int) -> dict[str, str]:
    """The settings of a program that serves the page alone."""
    return {
        "LIEN_DATABASE_URL": url,
        "LIEN_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "LIEN_CHAT_MESSAGES_A_MINUTE": "0",
        "LIEN_LISTEN": f"127.0.0.1:{port}",
    }


def fill_club(db: Connection, clock: Clock) -> dict[str, int]:
    """The club; the numbers of its persons by name."""
    now = clock.now()
    club = found_club(
        db,
        NewClub(
            name="CLB Thôn Đoài",
            hamlet="Thôn Đoài",
            province="Hà Nội",
            commune="Xã Mỹ Đức",
            founded_on=FOUNDED,
            join_code=CODE,
        ),
        now,
    )
    persons = {}
    for key, (name, year, sex, address, office) in PEOPLE.items():
        new = NewMember(name, year, sex, FOUNDED, address=address, hamlet="Thôn Đoài")
        entered = enter_member(db, club.club_id, new, now)
        persons[key] = entered.person_id
        if office:
            give_office(db, club.club_id, entered.person_id, office, FOUNDED)
    return persons


def _link(db: Connection, person_id: int, clock: Clock) -> str:
    now = clock.now()
    deed = Deed(0, "web", person_id, None, now, now.date(), "test")
    return MakePageLink().carry_out(db, deed).link


@asynccontextmanager
async def members_page(
    url: str, *, port: int | None = None, clock: Clock | None = None, **more: str
) -> AsyncIterator[MemberPage]:
    """The page at work on the database at `url`, filled if it is new; `more` are settings by their
    names.
    """
    port, clock = port or free_port(), clock or FrozenClock(START)
    store, stopping = Store(url), asyncio.Event()
    bring_up_to_date(store)
    persons = store.change(_known_or_filled, clock)
    chosen = settings(page_settings(url, port) | more, NO_FILE)
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(live(store, chosen, stopping, clock=clock))
            try:
                async with phone(chosen.public_url) as session:
                    await answers(session)
                    yield MemberPage(chosen.public_url, store, persons, clock, session)
            finally:
                stopping.set()
    finally:
        await store.close()


def _known_or_filled(db: Connection, clock: Clock) -> dict[str, int]:
    from storage.queries.members.members import name_of

    if name_of(db, 1):
        return {key: number for number, key in enumerate(PEOPLE, 1)}
    return fill_club(db, clock)


def phone(address: str) -> aiohttp.ClientSession:
    """One more phone, with cookies of its own; jars forget those of bare addresses otherwise."""
    return aiohttp.ClientSession(address, cookie_jar=aiohttp.CookieJar(unsafe=True))


async def answers(session: aiohttp.ClientSession) -> None:
    """Waits until the page is served; a busy machine takes its time to start a program."""
    async with asyncio.timeout(120):
        while True:
            try:
                async with session.get("/") as answer:
                    assert answer.status == 200
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)


@dataclass(slots=True)
class OwnPage:
    """One person before the page in a real browser."""

    page: Page

    async def opens(self, link: str) -> None:
        await self.page.goto(link)
        await self.page.get_by_test_id("open-page").click()
        await expect(self.newest).to_be_visible()

    @property
    def messages(self) -> Locator:
        return self.page.get_by_test_id("messages")

    @property
    def newest(self) -> Locator:
        return self.messages.locator("[data-from=lien]:not([data-paper])").last

    @property
    def mine(self) -> Locator:
        return self.messages.locator("[data-from=me]")

    @property
    def waiting(self) -> Locator:
        return self.page.get_by_test_id("waiting")

    async def says(self, text: str) -> None:
        await self.page.get_by_test_id("say-field").fill(text)
        await self.page.get_by_test_id("say-field").press("Enter")

    async def taps(self, label: str) -> None:
        await self.newest.get_by_role("button", name=label).first.click()

    async def hears(self, text: str) -> None:
        await expect(self.newest).to_contain_text(text)

    async def begins_to_pay(self) -> None:
        """Up to the question how much."""
        await self.says("đóng phí")
        await self.hears("muốn đóng góp gì")
        await self.taps("Đóng phí")
        await self.hears("còn thiếu phí")

    async def pays(self) -> None:
        """From the question how it is paid to the end."""
        await self.taps("Đưa tận tay")
        await self.hears("xem lại")
        await self.taps("Đúng hết")
        await self.hears("đã báo")

    async def is_kept(self) -> None:
        """Waits until the page's files lie on the phone."""
        await self.page.evaluate("navigator.serviceWorker.ready")
        await self.page.wait_for_function("navigator.serviceWorker.controller !== null")


def declared(db: Connection) -> int:
    """How many contributions have been declared."""
    return int(db.execute(select(func.count()).select_from(declarations)).scalar_one())
