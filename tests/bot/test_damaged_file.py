"""A database file that a disk, a cable or a hand has spoiled: named in lines, never stumbled on."""

import random
import sqlite3
from pathlib import Path

import pytest

from bot.run import run
from bot.settings import settings
from storage.store import UnusableDatabase
from tests.kit.running_program import RunningProgram, telegram_settings
from tests.kit.shell import Said, Shell, assert_one_line
from tests.kit.telegram_server import TelegramServer

PAGE = 4096
COMMANDS = (["check"], ["doctor"], ["outbox"], ["questions"], ["summary", "1", "2026-10"])


def a_page_of_noise(file: Path, seed: int) -> None:
    """One page behind the first holds nothing but chance."""
    content, chance = bytearray(file.read_bytes()), random.Random(seed)
    at = chance.randrange(1, len(content) // PAGE) * PAGE
    content[at : at + PAGE] = chance.randbytes(PAGE)
    file.write_bytes(content)


def is_one_line(said: Said) -> bool:
    return said.code == 2 and said.err.count("\n") == 1


@pytest.mark.parametrize("seed", range(6))
def test_whichever_page_is_spoiled_check_and_doctor_say_so(
    practised: Shell, practice_file: Path, seed: int
) -> None:
    a_page_of_noise(practice_file, seed)
    checked, looked_at = practised("check"), practised("doctor")
    assert is_one_line(checked) or checked.code == 1
    assert "is damaged" in checked.out + checked.err
    assert looked_at.code == 1
    assert "is damaged" in looked_at.out
    assert "the books hold" not in checked.out


def test_bytes_that_are_no_text_are_a_damaged_file_as_well(
    practised: Shell, practice_file: Path
) -> None:
    content = practice_file.read_bytes()
    assert b"CREATE TABLE clubs" in content
    practice_file.write_bytes(content.replace(b"CREATE TABLE clubs", b"CREATE TABL\xff \xfelubs"))
    for words in COMMANDS:
        said = practised(*words)
        assert "is damaged" in said.out + said.err, words
        assert is_one_line(said) or words == ["doctor"]


def test_the_practice_club_in_a_damaged_file_is_not_opened(
    practised: Shell, practice_file: Path
) -> None:
    practice_file.write_bytes(practice_file.read_bytes()[: 40 * PAGE])
    words = ("try", "--no-browser", "--port", "0", "--database", str(practice_file))
    assert_one_line(practised(*words), str(practice_file))


def by_hand(file: Path, *statements: str) -> None:
    """As somebody with the tools of SQLite does it: the guards are back afterwards."""
    with sqlite3.connect(file) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        for each in statements:
            db.execute(each)
        for _, make_it in guards:
            db.execute(make_it)
    db.close()


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("DELETE FROM places WHERE id = 2", "belongs to a row of places that is not there"),
        ("DELETE FROM loans WHERE id = 1", "belongs to a row of loans that is not there"),
        (
            "UPDATE closed_months SET figures = figures || 'x' WHERE month = '2026-07'",
            "chain: a row holds what Liên never writes",
        ),
        (
            "UPDATE transactions SET happened_on = '2026-02-31' WHERE id = 3",
            "chain: a row holds what Liên never writes",
        ),
        (
            "UPDATE postings SET amount = 2 * amount WHERE transaction_id = "
            "(SELECT max(transaction_id) FROM declarations WHERE kind = 'money')",
            "contribution 16 is 20000, entry 218 says 40000",
        ),
    ],
)
def test_what_a_hand_has_changed_is_named(
    practised: Shell, practice_file: Path, harm: str, found: str
) -> None:
    assert practised("check").code == 0
    by_hand(practice_file, harm)
    said = practised("check")
    assert said.code == 1
    assert any(found in line for line in said.out.splitlines()), said.out


def test_what_no_command_can_read_is_one_line(practised: Shell, practice_file: Path) -> None:
    by_hand(practice_file, "UPDATE closed_months SET figures = '{' WHERE month = '2026-07'")
    assert_one_line(practised("summary", "1", "2026-07"), "a row holds what Liên never writes")


def test_lien_run_says_what_helps_where_the_file_is_damaged(
    sqlite_url: str, tmp_path: Path
) -> None:
    # What waits is found by an index alone, the table is not looked at.
    without_pages(tmp_path / "lien.db", "tbl_name = 'inbox'")
    chosen = {
        "LIEN_DATABASE_URL": sqlite_url,
        "LIEN_PUBLIC_URL": "https://lien.example",
        "LIEN_LISTEN": "127.0.0.1:0",
    }
    with pytest.raises(UnusableDatabase, match="is damaged; please restore a backup"):
        run(settings(chosen, tmp_path / "none"))


async def test_it_says_so_when_the_damage_shows_while_it_is_at_work(
    sqlite_url: str, tmp_path: Path
) -> None:
    without_pages(tmp_path / "lien.db", "name = 'inbox'")
    async with TelegramServer() as server:
        program = RunningProgram(telegram_settings(server, sqlite_url), tmp_path / "log")
        program.start()
        await server.person("Hoa").says("chào cháu")
        assert await program.gone() == 2
        assert "is damaged; please restore a backup" in program.output.splitlines()[-1]
        assert len(server.queue) == 1, "what she wrote waits at Telegram"


def without_pages(file: Path, which: str) -> None:
    """Spoil where these tables and indexes begin."""
    with sqlite3.connect(file) as db:
        pages = [
            page for (page,) in db.execute(f"SELECT rootpage FROM sqlite_master WHERE {which}")
        ]
    db.close()
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    file.write_bytes(content)
