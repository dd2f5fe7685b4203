"""A made-up country, and what is done with all its clubs: `python -m bench.many_clubs 50 300`.

Each number is of clubs of sixty with three months behind them. Measured are `lien fill`, one
planning of all reminders (bench.planning), and `lien check`, each in a process of its own with its
memory; beside them the bare sums of all postings by club, account, fund and place: what any check
has to read at least. With --postgresql on a server of its own, or on LIEN_TEST_DATABASE_URL.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import Connection, func, select

from bench.report import markdown_table
from storage.store import Store, sqlite_file
from storage.tables.books import postings
from storage.tables.columns import metadata
from storage.tables.schedule import reminders
from tests.kit.postgres import running_postgres

MEMBERS, MONTHS = 60, 3
ROOT = Path(__file__).resolve().parents[1]
TITLES = (
    *("clubs", "rows", "on disk", "`lien fill`", "a club", "memory"),
    *("reminders", "planning", "again", "memory"),
    *("`lien check`", "a club", "times the sums", "memory"),
)


def measured(clubs: int, url: str) -> list[str]:
    order = ["fill", "--clubs", str(clubs), "--members", str(MEMBERS), "--months", str(MONTHS)]
    filling, fill_memory, _ = _process(url, "bot", *order)
    store = Store(url)
    with store.reading() as db:
        rows = sum(_count(db, name) for name in metadata.tables)
        bare, size = _bare_sums(db), _bytes(db, store)
    _, plan_memory, said = _process(url, "bench.planning", url)
    with store.reading() as db:
        planned = _count(db, reminders.name)
    store.close_now()
    checking, check_memory, _ = _process(url, "bot", "check")
    return [
        *(str(clubs), str(rows), f"{size // 1_000_000} MB"),
        *(f"{filling:.1f} s", f"{1000 * filling / clubs:.0f} ms", f"{fill_memory} MB"),
        *(str(planned), *said.split(), f"{plan_memory} MB"),
        *(f"{checking:.1f} s", f"{1000 * checking / clubs:.0f} ms"),
        *(f"{checking / bare:.0f}", f"{check_memory} MB"),
    ]


def _count(db: Connection, table: str) -> int:
    return int(db.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one())


def _bytes(db: Connection, store: Store) -> int:
    file = sqlite_file(store.url)
    if file is None:
        return int(db.execute(select(func.pg_database_size(func.current_database()))).scalar_one())
    parts = (file.with_name(file.name + ending) for ending in ("", "-wal"))
    return sum(each.stat().st_size for each in parts if each.exists())


def _bare_sums(db: Connection) -> float:
    keys = (postings.c.club_id, postings.c.account, postings.c.fund_id, postings.c.place_id)
    began = perf_counter()
    db.execute(select(*keys, func.sum(postings.c.amount)).group_by(*keys)).all()
    return perf_counter() - began


def _process(url: str, *order: str) -> tuple[float, int, str]:
    """Seconds, megabytes and what was said; raises where it did not end well."""
    began = perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *order],
            cwd=ROOT,
            env=os.environ | {"LIEN_DATABASE_URL": url},
            stdout=out,
        )
        _, ended, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(ended)
        seconds = perf_counter() - began
        if process.returncode:
            raise SystemExit(f"{' '.join(order)} ended with {process.returncode}")
        out.seek(0)
        return seconds, used.ru_maxrss // 1024, out.read()


@contextmanager
def _databases(*, on_postgresql: bool) -> Iterator[Iterator[str]]:
    if on_postgresql:
        with running_postgres() as server:
            yield (server.fresh_database() for _ in iter(int, 1))
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield (f"sqlite+aiosqlite:///{folder}/{each}.db" for each in range(100))


def main() -> None:
    asked = [each for each in sys.argv[1:] if not each.startswith("-")] or ["50", "300"]
    with _databases(on_postgresql="--postgresql" in sys.argv) as urls:
        lines = [measured(int(each), url) for each, url in zip(asked, urls, strict=False)]
    print(markdown_table(TITLES, lines))


if __name__ == "__main__":
    main()
