"""Pictures and files on the members' page: behind the cookie, for the chat they were sent to."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from storage.queries import Connection
from storage.queries.web import WebFile, keep_web_file
from storage.tables.chats import chats
from tests.kit.member_page import MemberPage, members_page, phone

PDF = WebFile(b"%PDF-1.7 small", "so-thanh-vien.pdf", "application/pdf", "Sổ thành viên")
PNG = WebFile(b"\x89PNG small", "phieu-thu.png", "image/png", "Phiếu thu")


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[MemberPage]:
    async with members_page(sqlite_url) as page:
        yield page


def _sent(db: Connection, here: MemberPage, file: WebFile) -> int:
    found = select(chats.c.id).where(chats.c.person_id == here.persons["hoa"])
    return keep_web_file(db, db.execute(found).scalar_one(), file, here.clock.now()).id


async def enter(here: MemberPage, name: str) -> None:
    assert (await here.enters(here.link(name).partition("#")[2])).status == 200
    await here.messages()


@pytest.mark.parametrize(("file", "how"), [(PDF, "attachment"), (PNG, "inline")])
async def test_she_opens_what_was_sent_to_her(here: MemberPage, file: WebFile, how: str) -> None:
    await enter(here, "hoa")
    line = here.store.change(_sent, here, file)
    newest = (await here.messages())[-1]
    assert newest["file"] == {
        "address": f"my/papers/{line}",
        "name": file.name,
        "picture": how == "inline",
    }
    async with here.session.get(f"/my/papers/{line}") as answer:
        assert (answer.status, await answer.read()) == (200, file.content)
        assert answer.content_type == file.mime
        assert answer.headers["Content-Disposition"] == f'{how}; filename="{file.name}"'
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_nobody_else_does(here: MemberPage) -> None:
    await enter(here, "hoa")
    line = here.store.change(_sent, here, PDF)
    for name in ("lan", "binh"):
        async with phone(here.address) as session:
            here.session, mine = session, here.session
            async with session.get(f"/my/papers/{line}") as answer:
                assert answer.status == 401, "without a cookie"
            browser = {"Accept": "text/html"}
            async with session.get(f"/my/papers/{line}", headers=browser) as answer:
                assert answer.status == 401 and '"../../page/base.css"' in await answer.text()
            await enter(here, name)
            async with session.get(f"/my/papers/{line}") as answer:
                assert answer.status == 404, name
            here.session = mine


@pytest.mark.parametrize("line", ["0", "-1", "x", "%00", "9" * 30, "１"])
async def test_numbers_that_make_no_sense_are_not_found(here: MemberPage, line: str) -> None:
    await enter(here, "hoa")
    here.store.change(_sent, here, PDF)
    async with here.session.get(f"/my/papers/{line}") as answer:
        assert answer.status == 404
