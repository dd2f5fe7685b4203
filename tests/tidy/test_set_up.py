"""The tests' own machines do what their tests rely on."""

from collections.abc import Callable

import psycopg
from playwright.async_api import Browser
from sqlalchemy import make_url

from tests.kit.browser import PHONE, open_page
from tests.kit.postgres import PostgresServer


def rows(url: str, statement: str) -> list[tuple[object, ...]]:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def test_each_database_is_fresh_and_a_template_is_copied(
    postgres: PostgresServer, fresh_postgres: Callable[..., str]
) -> None:
    template = fresh_postgres()
    rows(template, "CREATE TABLE members AS SELECT 'Ngọc Ưởng' AS name")
    copy = fresh_postgres(template)
    assert rows(copy, "SELECT name FROM members") == [("Ngọc Ưởng",)]
    assert rows(fresh_postgres(), "SELECT to_regclass('members')") == [(None,)]
    postgres.drop(copy)


def test_the_database_listens_on_no_port(postgres_url: str) -> None:
    if make_url(postgres_url).query.get("host"):
        assert rows(postgres_url, "SHOW listen_addresses") == [("",)]


async def test_the_browser_is_as_narrow_as_a_phone(browser: Browser) -> None:
    async with open_page(browser) as page:
        await page.set_content("<meta name=viewport content='width=device-width'><p>Dạ</p>")
        assert await page.evaluate("[innerWidth, innerHeight]") == list(PHONE)
        assert await page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") in {
            "Asia/Ho_Chi_Minh",
            "Asia/Saigon",
        }
