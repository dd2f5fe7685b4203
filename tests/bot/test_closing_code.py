"""`lien check --code`: which month a closing code is of, and whether the books still say it."""

import json
import sqlite3
from pathlib import Path

from tests.kit.shell import Shell, assert_one_line


def closing_code_of(practised: Shell) -> str:
    value = json.loads(practised("summary", "1", "2026-09", "--as", "json").out)
    assert value["is_closed"]
    return str(value["closing_code"])


def test_a_closing_code_says_its_month_and_whether_it_holds(
    practised: Shell, practice_file: Path
) -> None:
    code = closing_code_of(practised)
    said = practised("check", "--code", code.lower())
    assert said.code == 0
    assert said.out.startswith(f"{code}: club 1, ")
    assert "thôn Đoài, month 2026-09" in said.out
    assert "still say the same" in said.out
    with sqlite3.connect(practice_file) as db:
        guard = "SELECT sql FROM sqlite_master WHERE name = 'guard_transactions_update'"
        [(make_it,)] = db.execute(guard).fetchall()
        db.execute("DROP TRIGGER guard_transactions_update")
        db.execute(
            "UPDATE transactions SET recorded_by = 1 WHERE id = "
            "(SELECT max(id) FROM transactions WHERE booked_month = '2026-09')"
        )
        db.execute(make_it)
    db.close()
    said = practised("check", "--code", code)
    assert said.code == 1
    assert "HAVE BEEN CHANGED SINCE" in said.out
    assert "was changed after it was closed" in practised("check").out


def test_a_code_nobody_closed_with_and_what_is_no_code(practised: Shell) -> None:
    said = practised("check", "--code", "2222-2222-2222")
    assert (said.code, said.out) == (
        1,
        "2222-2222-2222: no month of any club was closed with this code\n",
    )
    for nonsense in ("", "123", "OOOO-0000-1111", "7YAX-KPY6-Z5M"):
        assert_one_line(practised("check", "--code", nonsense), "no closing code")
