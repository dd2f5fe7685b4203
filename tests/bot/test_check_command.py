"""`lien check` over many clubs: how far it is, and what is wrong where; each club by itself."""

import sqlite3
from pathlib import Path

import pytest

from bot.commands.check import progress_line
from storage.copied_clubs import copy_clubs, ends_of
from storage.copied_rows import Copy
from storage.made_up import communes_made, people_in
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.closing import next_to_close
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.club_books import ClubBooks, lend
from tests.kit.shell import Shell

CLUBS = 12


def a_club_with_a_past(books: ClubBooks) -> None:
    """Money, a loan, a closed month with its code."""
    books.begins_with(20)
    lend(books)
    books.gets(20_000)
    books.passes(35)
    books.closes(books.asked(next_to_close))


def copies_of_the_first(db: Connection) -> None:
    pattern = {name: (0, end) for name, end in ends_of(db).items() if end}
    names = {name: name for name in people_in(db, pattern)}
    [commune] = communes_made(db)
    codes = [f"COPY{number:04}" for number in range(1, CLUBS)]
    copy_clubs(
        db, pattern, [Copy("Thôn khác", "Thôn khác", code, commune, names) for code in codes]
    )


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "many.db"
    monkeypatch.setenv("LIEN_DATABASE_URL", f"sqlite+aiosqlite:///{file}")
    store = Store(f"sqlite+aiosqlite:///{file}")
    bring_up_to_date(store)
    a_club_with_a_past(ClubBooks(store))
    store.change(copies_of_the_first)
    store.close_now()
    return file


def test_many_clubs_are_checked_and_each_has_a_chain_of_its_own(lien: Shell, many: Path) -> None:
    said = lien("check")
    assert said.code == 0
    assert said.out == f"{CLUBS} clubs checked: the books hold\n"
    with sqlite3.connect(many) as db:
        codes = db.execute("SELECT count(DISTINCT code), count(*) FROM closed_months").fetchone()
    assert codes == (CLUBS, CLUBS)


def test_what_is_wrong_is_said_with_its_club_and_the_others_are_checked(
    lien: Shell, many: Path
) -> None:
    with sqlite3.connect(many) as db:
        guard = "SELECT sql FROM sqlite_master WHERE name = 'guard_postings_update'"
        [(make_it,)] = db.execute(guard).fetchall()
        db.execute("DROP TRIGGER guard_postings_update")
        for club in (4, 9):
            db.execute(
                "UPDATE postings SET amount = amount + 1000 WHERE id = "
                "(SELECT min(id) FROM postings WHERE club_id = ?)",
                (club,),
            )
        db.execute(make_it)
    said = lien("check")
    assert said.code == 1
    named = {line.split(",")[0] for line in said.out.splitlines()}
    assert named == {"club 4", "club 9"}
    assert "does not sum to zero" in said.out
    store = Store(f"sqlite+aiosqlite:///{many}")
    with store.reading() as db:
        assert books_faults(db, 5) == []
    store.close_now()


@pytest.mark.parametrize(
    ("done", "seconds", "wrong", "line"),
    [
        (10, 2.0, 0, "10 of 1000 clubs checked; 3:18 left"),
        (500, 60.0, 2, "500 of 1000 clubs checked, 2 wrong; 1:00 left"),
        (1000, 130.0, 0, "1000 of 1000 clubs checked; 0:00 left"),
    ],
)
def test_the_time_left_is_told(done: int, seconds: float, wrong: int, line: str) -> None:
    assert progress_line(done, 1000, seconds, wrong) == line
