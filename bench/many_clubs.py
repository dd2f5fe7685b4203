"""`lien check` over many clubs, and how it grows: `python -m bench.many_clubs 10 100 1000`.

One club of sixty lives a year (bench.closing), with loans; its rows are copied as often as a number
says. Measured are the whole command in a process of its own, with its memory, and beside it the
bare sums of all postings by club, account, fund and place: what any check has to read at least.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import Connection, func, select

from bench.closing import grown
from bench.copied_clubs import copy_club, steps_of, template_of
from bench.report import markdown_table
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.books import postings, transactions
from tests.kit.club_books import lend

YEARS = 1
ROOT = Path(__file__).resolve().parents[1]


def fill(store: Store, clubs: int) -> None:
    """So many clubs in an empty database."""
    books, _ = grown(store, YEARS)
    books.begins_with(20)
    lend(books)
    with store.reading() as db:
        template, steps = template_of(db), steps_of(db)
    for number in range(1, clubs):
        store.change(copy_club, template, steps, number)


def measured(clubs: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/books.db"
        store = Store(url)
        bring_up_to_date(store)
        began = perf_counter()
        fill(store, clubs)
        filling = perf_counter() - began
        with store.reading() as db:
            entries = db.execute(select(func.count()).select_from(transactions)).scalar_one()
            bare = _bare_sums(db)
        store.close_now()
        seconds, megabytes = _check(url)
    return [
        str(clubs),
        str(entries),
        f"{filling:.1f} s",
        f"{bare:.2f} s",
        f"{seconds:.1f} s",
        f"{1000 * seconds / clubs:.0f} ms",
        f"{seconds / bare:.0f}",
        f"{megabytes} MB",
    ]


def _bare_sums(db: Connection) -> float:
    keys = (postings.c.club_id, postings.c.account, postings.c.fund_id, postings.c.place_id)
    began = perf_counter()
    db.execute(select(*keys, func.sum(postings.c.amount)).group_by(*keys)).all()
    return perf_counter() - began


def _check(url: str) -> tuple[float, int]:
    """Seconds and megabytes of `lien check`; raises where the books do not hold."""
    began = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot", "check"],
        cwd=ROOT,
        env=os.environ | {"LIEN_DATABASE_URL": url},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    seconds = perf_counter() - began
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return seconds, largest // 1024


def main() -> None:
    lines = [measured(int(each)) for each in sys.argv[1:] or ("10", "100", "1000")]
    titles = (
        *("clubs", "entries", "to fill", "bare sums", "`lien check`", "a club"),
        *("times the sums", "memory"),
    )
    print(markdown_table(titles, lines))


if __name__ == "__main__":
    main()
