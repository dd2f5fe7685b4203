"""Pictures and papers on Zalo: lent for a while under addresses that nobody can guess."""

import re
from datetime import timedelta
from urllib.parse import urljoin

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.channels.channel import NotFetched
from bot.channels.lending import Lender
from bot.channels.zalo.fetching import Downloads
from bot.channels.zalo.sending import ZaloChannel
from messages.papers.kinds import PDF, PNG, Drawn
from storage.forgetting import forget
from storage.outbox import Hearer
from storage.store import Store
from storage.tables.channels import lent_files
from storage.tables.chats import chats
from tests.bot.test_zalo_talk import founded
from tests.kit.photographs import photographed
from tests.kit.telegram_house import NIGHT, free_port
from tests.kit.world import FrozenClock
from tests.kit.zalo_house import zalo_house
from tests.kit.zalo_server import ZaloServer


def with_page(port: int) -> dict[str, str]:
    address = f"127.0.0.1:{port}"
    return {"LIEN_PUBLIC_URL": f"http://{address}", "LIEN_LISTEN": address}


async def test_a_paper_of_the_club_comes_by_a_link_that_ends(sqlite_url: str) -> None:
    clock = FrozenClock(NIGHT)
    async with ZaloServer() as server:
        club = founded(sqlite_url, server, members=["Nguyễn Thị Hoa"])
        async with zalo_house(server, sqlite_url, clock, **with_page(free_port())):
            hoa = club.members["Nguyễn Thị Hoa"]
            await hoa.says("sổ của tôi")
            said = await hoa.says("in sổ")
            while "/paper/#" not in said:
                said = await hoa.sees()
            link = next(line for line in said.split("\n") if "/paper/#" in line)
            page, _, secret = link.partition("#")
            await opens_after_a_tap(page, secret, clock)


async def opens_after_a_tap(page: str, secret: str, clock: FrozenClock) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as phone:
        async with phone.get(page) as shown:
            assert shown.status == 200 and "paper.js" in await shown.text()
            assert shown.headers["Referrer-Policy"] == "no-referrer"
        async with phone.get(f"{page}paper.js") as script:
            assert script.status == 200
        async with phone.get(f"{page}file") as early:
            assert early.status == 404, "nothing without the tap"
        for wrong in ("x" * 22, "short", ""):
            async with phone.post(f"{page}open", json={"secret": wrong}) as refused:
                assert refused.status in {400, 410}
        async with phone.post(f"{page}open", data=f'{{"secret":"{secret}"}}') as form:
            assert form.status == 415, "another page cannot post for her"
        async with phone.post(f"{page}open", json={"secret": secret}) as opened:
            assert opened.status == 200
            assert "HttpOnly" in opened.headers["Set-Cookie"]
            assert "SameSite=Strict" in opened.headers["Set-Cookie"]
        async with phone.get(f"{page}file") as paper:
            assert (await paper.read()).startswith(b"%PDF")
            assert "no-store" in paper.headers["Cache-Control"]
        clock.move(timedelta(hours=49))
        async with phone.get(f"{page}file") as late:
            assert late.status == 404
        await is_told_kindly(phone, f"{page}file")
        async with phone.post(f"{page}open", json={"secret": secret}) as late:
            assert late.status == 410


async def is_told_kindly(phone: aiohttp.ClientSession, address: str) -> None:
    """A browser that was sent there shows words, and finds what they are drawn with."""
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    async with phone.get(address, headers=browser) as seen:
        assert (seen.status, seen.content_type) == (404, "text/html")
        words = await seen.text()
        assert "nói với cháu Liên gửi lại giấy" in words and "Please go back" in words
        styles = re.findall(r'href="([^"]+\.css)"', words)
    for each in styles:
        async with phone.get(urljoin(address, each)) as style:
            assert style.status == 200, each
    assert len(styles) == 3


async def lent(
    server: ZaloServer, url: str, port: int, file: Drawn, clock: FrozenClock
) -> ZaloChannel:
    """Sends this file to Hoa by a channel of its own, beside the house that gives it out."""
    store = Store(url)
    lender = Lender(store, clock, f"http://127.0.0.1:{port}")
    channel = ZaloChannel(server.url, server.token, lender)
    await channel.open()
    with store.reading() as db:
        row = db.execute(select(chats.c.id, chats.c.key).where(chats.c.channel == "zalo")).first()
    assert row is not None
    hearer = Hearer(chat_id=row.id, channel="zalo", bot="", key=row.key, language="vi")
    await channel.send_file(hearer, file)
    await channel.close()
    await store.close()
    return channel


async def test_a_picture_is_fetched_by_the_messenger_and_soon_nobody_can(sqlite_url: str) -> None:
    clock, port = FrozenClock(NIGHT), free_port()
    content = photographed()
    async with ZaloServer() as server:
        founded(sqlite_url, server)
        async with zalo_house(server, sqlite_url, clock, **with_page(port)) as store:
            await lent(server, sqlite_url, port, Drawn(content, "qr.png", PNG, "Mã QR"), clock)
            chair = next(iter(server.people.values()))
            assert await chair.sees_picture() == content
            asked = next(each for each in server.sent if each.method == "sendPhoto")
            address = asked.values["photo"]
            assert address.rpartition("/")[2] not in str(await store.read(kept_secrets))
            clock.move(timedelta(minutes=16))
            async with aiohttp.ClientSession() as anybody, anybody.get(address) as late:
                assert late.status == 404
            # Not taken as a picture: then by a link.
            server.fail("bad_request", method="sendPhoto", times=1)
            await lent(server, sqlite_url, port, Drawn(content, "qr.png", PNG, "Mã QR"), clock)
            assert "/paper/#" in await chair.sees()
            # A paper is no picture, whoever asks.
            await lent(server, sqlite_url, port, Drawn(b"%PDF", "a.pdf", PDF, "Sổ"), clock)
            assert "Sổ" in await chair.sees()
            clock.move(timedelta(days=3))
            store.change(forget, clock.now())
            assert await store.read(how_many) == 0


def kept_secrets(db):  # type: ignore[no-untyped-def]
    return db.execute(select(lent_files.c.link_hash, lent_files.c.picture_hash)).all()


def how_many(db):  # type: ignore[no-untyped-def]
    return db.execute(select(func.count()).select_from(lent_files)).scalar_one()


async def test_a_picture_of_a_persons_comes_in_and_is_made_anew(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        downloads = Downloads(server.url)
        la = server.person("La")
        await la.sends_picture(photographed())
        address = server.url + "/pictures/1.jpg"
        assert await downloads.fetch(address, 10_000_000) == photographed()
        with pytest.raises(NotFetched, match="too large"):
            await downloads.fetch(address, 10)
        with pytest.raises(NotFetched):
            await downloads.fetch(server.url + "/pictures/none.jpg", 10_000_000)


@pytest.mark.parametrize(
    "address",
    [
        "http://photo.example/1.jpg",
        "https://127.0.0.1/1.jpg",
        "https://10.0.0.7/1.jpg",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/1.jpg",
        "https://localhost/1.jpg",
        "https://me:secret@photo.example/1.jpg",
        "file:///etc/passwd",
        "https://[broken",
        "",
    ],
)
async def test_nothing_is_fetched_from_our_own_network(address: str) -> None:
    with pytest.raises(NotFetched):
        await Downloads("https://bot-api.example").fetch(address, 1000)
