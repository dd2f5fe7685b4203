"""Pictures on the members' page: by the button in a real browser, and by requests of all kinds."""

import re
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from PIL import Image
from playwright.async_api import Browser, FilePayload, Page, expect
from sqlalchemy import func, select

from club.photos import MOST_BYTES_ON_PAGE
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from storage.tables.photos import photos
from tests.kit.browser import open_page
from tests.kit.member_page import MemberPage, OwnPage, members_page, phone
from tests.kit.one_chat import Remember, asking, declared
from tests.kit.photographs import SECRET_MAKER, photographed, png_of

JPEG = {"Content-Type": "image/jpeg"}


async def receipt(ask: Ask, me: Visitor) -> Remember:
    photo = await ask.photo("photo", asking("The receipt, please"), optional=True)
    return Remember(photo, await ask.text("what", asking("What is on it?")))


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    with declared("receipt", receipt):
        async with members_page(sqlite_url) as page:
            yield page


async def begun(here: MemberPage) -> None:
    """Hoa stands at the question for a picture."""
    await here.enters(here.link("hoa").partition("#")[2])
    await here.messages()
    press = {"press": "s:receipt:", "label": "x", "key": "begin-1"}
    assert (await here.posts("/my/press", press))[0] == 200
    assert "The receipt, please" in (await here.messages())[-1]["text"]


async def uploads(
    session: aiohttp.ClientSession, content: bytes | BytesIO, key: str = "p1", **headers: str
) -> int:
    async with session.post(f"/my/photo?key={key}", data=content, headers=JPEG | headers) as answer:
        return answer.status


def kept(here: MemberPage) -> int:
    with here.store.reading() as db:
        return int(db.execute(select(func.count()).select_from(photos)).scalar_one())


async def chooses(page: Page, hoa: OwnPage, file: Path) -> None:
    button = hoa.newest.get_by_test_id("photo")
    await expect(button).to_have_text("Chụp ảnh hoặc chọn ảnh")
    box = await button.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    async with page.expect_file_chooser() as chooser:
        await button.click()
    await (await chooser.value).set_files(file)


async def test_a_picture_is_chosen_by_the_button_and_seen_in_the_talk(
    browser: Browser, here: MemberPage, tmp_path: Path
) -> None:
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(photographed(2400, 1800, turned=6))
    async with open_page(browser) as page:
        hoa = OwnPage(page)
        await hoa.opens(here.link("hoa"))
        await page.evaluate(
            """fetch("my/press", {method: "POST", headers: {"Content-Type": "application/json"},
            body: JSON.stringify({press: "s:receipt:", label: "x", key: "begin-1"})})"""
        )
        await hoa.hears("The receipt, please")
        await chooses(page, hoa, file)
        await hoa.hears("What is on it?")
        picture = hoa.mine.get_by_test_id("picture")
        await expect(picture).to_be_visible()
        await page.wait_for_function("document.querySelector('.from-me img').naturalWidth > 0")
        size = await picture.evaluate("image => [image.naturalWidth, image.naturalHeight]")
        assert size == [1200, 1600]
        await expect(hoa.waiting).to_have_count(0)
        await hoa.says("gạo")
        await hoa.hears("remembered [1, 'gạo']")
    assert kept(here) == 1


async def test_a_line_that_breaks_sends_it_once(browser: Browser, here: MemberPage) -> None:
    async with open_page(browser, forgiven="Failed to load resource") as page:
        hoa = OwnPage(page)
        await hoa.opens(here.link("hoa"))
        await page.evaluate(
            """fetch("my/press", {method: "POST", headers: {"Content-Type": "application/json"},
            body: JSON.stringify({press: "s:receipt:", label: "x", key: "begin-1"})})"""
        )
        await hoa.hears("The receipt, please")
        lost: list[int] = []

        async def answer_lost(route):  # type: ignore[no-untyped-def]
            lost.append((await route.fetch()).status)
            await route.abort()

        await page.route(re.compile("my/photo"), answer_lost, times=1)
        content = FilePayload(name="a.jpg", mimeType="image/jpeg", buffer=photographed())
        await hoa.newest.get_by_test_id("photo-file").set_input_files(content)
        await hoa.hears("What is on it?")
        await expect(hoa.mine.get_by_test_id("picture")).to_have_count(1)
        await expect(hoa.waiting).to_have_count(0)
    assert lost == [200]
    assert kept(here) == 1


async def test_what_is_kept_tells_nothing_and_only_her_phone_shows_it(here: MemberPage) -> None:
    await begun(here)
    assert await uploads(here.session, photographed()) == 200
    lines = await here.messages()
    [line] = [each for each in lines if each["file"]]
    async with here.session.get("/" + line["file"]["address"]) as answer:
        assert answer.status == 200
        content = await answer.read()
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Disposition"].startswith("inline; filename=")
    assert SECRET_MAKER.encode() not in content
    assert dict(Image.open(BytesIO(content)).getexif()) == {}
    async with phone(here.address) as stranger, phone(here.address) as lan:
        async with stranger.get("/" + line["file"]["address"]) as answer:
            assert answer.status == 401
        secret = here.link("lan").partition("#")[2]
        await lan.post("/my/enter", json={"carried": secret, "key": "l" * 10})
        bodies = []
        for address in (line["file"]["address"], "my/papers/999999"):
            async with lan.get("/" + address) as answer:
                bodies.append((answer.status, await answer.read()))
        assert bodies[0] == bodies[1]
        assert bodies[0][0] == 404


async def test_the_same_key_again_is_the_same_picture(here: MemberPage) -> None:
    await begun(here)
    for _ in range(3):
        assert await uploads(here.session, photographed()) == 200
    assert kept(here) == 1
    lines = await here.messages()
    assert sum(bool(each["file"]) for each in lines) == 1
    assert "What is on it?" in lines[-1]["text"]


async def test_what_no_page_of_ours_sends(here: MemberPage) -> None:
    await begun(here)
    session = here.session
    assert await uploads(session, photographed(), **{"Content-Type": "text/plain"}) == 415
    assert await uploads(session, photographed(), Origin="https://elsewhere.example") == 403
    assert await uploads(session, BytesIO(bytes(MOST_BYTES_ON_PAGE + 1))) == 413
    assert await uploads(session, photographed(), "") == 400
    assert await uploads(session, photographed(), "k" * 81) == 400
    async with phone(here.address) as stranger:
        assert await uploads(stranger, photographed()) == 401
    assert kept(here) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không thấy ảnh"),
        (png_of(8200, 5000), "ảnh này lớn quá"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "kiểu ảnh này"),
        (b"\0\0\0\x18ftypmp42" + bytes(2000), "không thấy ảnh"),
    ],
)
async def test_what_is_no_picture_is_told_by_lien_herself(
    here: MemberPage, content: bytes, said: str
) -> None:
    await begun(here)
    assert await uploads(here.session, content) == 200
    newest = (await here.messages())[-1]["text"]
    assert said in newest
    assert "The receipt, please" in newest
    assert kept(here) == 0


async def test_ten_an_hour_and_the_eleventh_is_told(here: MemberPage) -> None:
    await begun(here)
    for number in range(11):
        assert await uploads(here.session, b"no picture", f"p{number}") == 200
        lines = await here.messages()
        newest = lines[-1]["text"]
        assert ("vừa nhận nhiều ảnh quá" in newest) == (number == 10)
