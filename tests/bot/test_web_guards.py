"""Who may speak to the practice page: itself, on this machine, and nobody else."""

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.channels.web.server import WebServer
from storage.queries import Connection
from storage.tables.columns import metadata
from tests.kit.practice import PracticePage
from tests.kit.practice_requests import got, posted, stored


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1"]
)
async def test_another_page_cannot_speak_for_a_phone(here: PracticePage, origin: str) -> None:
    before = here.store.change(stored)
    body = {"key": "k", "text": "chào"}
    status, _ = await posted(here, "/try/phones/la/say", body, Origin=origin)
    assert status == 403
    assert here.store.change(stored) == before


async def test_the_page_itself_may_speak(here: PracticePage) -> None:
    body = {"key": "k", "text": "chào"}
    assert (await posted(here, "/try/phones/la/say", body, Origin=here.address))[0] == 202


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
async def test_a_foreign_name_for_this_machine_sees_nothing(here: PracticePage, host: str) -> None:
    status, answer = await got(here, "/try/state", Host=host)
    assert status == 403
    assert set(answer) == {"error"}


@pytest.mark.parametrize("host", ["localhost", "localhost:1", "127.0.0.1", "[::1]:9"])
async def test_this_machine_by_any_of_its_own_names_is_served(
    here: PracticePage, host: str
) -> None:
    assert (await got(here, "/try/state", Host=host))[0] == 200


@pytest.mark.parametrize(
    "path", ["/nothing", "/try", "/page/../server.py", "/page/%2e%2e/server.py"]
)
async def test_what_is_not_there_is_not_there(here: PracticePage, path: str) -> None:
    status, answer = await got(here, path)
    assert status in {403, 404}
    assert answer["error"]


async def test_no_way_in_is_open_to_a_foreign_page_or_changes_anything_by_get(
    here: PracticePage,
) -> None:
    """Every way in, as the page has declared it: by GET, by a foreign name, by a foreign page."""
    ways = _ways_in(here)
    assert len(ways) > 12
    before = here.store.change(_counted)
    foreign = {"Origin": "http://evil.example"}
    for method, path in ways:
        assert await _status(here, method, path, Host="evil.example") == 403, path
        if method == "POST":
            assert await _status(here, method, path, **foreign) == 403, path
            assert await _status(here, "GET", path, **foreign) in {404, 405}, path
        else:
            assert await _status(here, method, path, **foreign) in {200, 403, 404}, path
            assert await _status(here, "POST", path, **foreign) == 403, path
    assert here.store.change(_counted) == before


def _ways_in(here: PracticePage) -> list[tuple[str, str]]:
    routes = WebServer(here.room).application().router.routes()
    found = {(each.method, each.resource.canonical) for each in routes if each.resource}
    return [
        (method, path.replace("{phone}", "la").replace("{line}", "1"))
        for method, path in sorted(found)
    ]


async def _status(here: PracticePage, method: str, path: str, **headers: str) -> int:
    """Nothing is read: one of them is a line that stays open."""
    patience = aiohttp.ClientTimeout(sock_connect=10)
    asked = here.session.request(
        method, path, data=b"{}" if method == "POST" else None, headers=headers, timeout=patience
    )
    async with asked as answer:
        assert "Access-Control-Allow-Origin" not in answer.headers
        return answer.status


def _counted(db: Connection) -> dict[str, int]:
    return {
        each.name: db.execute(select(func.count()).select_from(each)).scalar_one()
        for each in metadata.sorted_tables
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/page/page.js", "application/javascript"),
        ("/page/page.css", "text/css"),
        ("/page/mark.svg", "image/svg+xml"),
        ("/page/fonts/be-vietnam-pro-latin-400-normal.woff2", "application/octet-stream"),
    ],
)
async def test_the_page_comes_with_its_kind_a_tag_and_guards(
    here: PracticePage, path: str, kind: str
) -> None:
    async with here.session.get(path) as answer:
        headers = answer.headers
        assert answer.status == 200
    assert headers["Content-Type"].startswith(kind)
    assert headers["ETag"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    async with here.session.get(path, headers={"If-None-Match": headers["ETag"]}) as again:
        assert again.status == 304
