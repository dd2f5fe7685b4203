"""One club's month in every form, as the club grows: `python -m bench.summary 1 3 5`.

Each number is of years (bench.closing lets a club of sixty live so long). Measured is the running
month, which is counted from all entries, beside the month before, which is closed: reading it, and
then making each form of it. The bare SQL beside it is what any such summary has to read at least:
the sums of all postings by month, account and fund, and the heads of members and fees. MB is the
largest memory of a process of its own that reads the month and makes this one form.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import func, select

from bench.closing import grown
from bench.many_clubs import _process
from bench.report import markdown_table
from club.calendar import Month
from messages.figures.summary import overview
from messages.figures.summary_forms import summary_json
from messages.moments import written
from messages.papers.kinds import drawn
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.papers.summary_workbook import kept_books
from messages.wording import Words
from storage.queries import Connection
from storage.queries.figures.summary_papers import MonthOnPaper, month_on_paper
from storage.queries.money.books_listed import books_listed
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.books import fee_months, postings, transactions
from storage.tables.people import members
from tests.kit.club_books import ClubBooks, lend

TIMES = 9
HEADING = ["form", "ms", "of that reading", "of the bare SQL", "kB", "MB"]
ROOT = Path(__file__).resolve().parents[1]
Made = Callable[[MonthOnPaper, str], object]


def measured(years: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/lien.db"
        store = Store(url)
        bring_up_to_date(store)
        books, _ = grown(store, years)
        books.begins_with(20)
        lend(books)
        with store.reading() as db:
            entries = db.execute(select(func.count()).select_from(transactions)).scalar_one()
            print(f"\n## {years} years, {entries} entries\n")
            rows = _rows(db, books)
            print(markdown_table(HEADING, [_with_memory(each, url, books) for each in rows]))
        store.close_now()


def _with_memory(row: list[str], url: str, books: ClubBooks) -> list[str]:
    """With what one process needs for this form; empty where the row is no form."""
    if row[0] not in FORMS:
        return [*row, ""]
    order = ("bench.summary", "--form", row[0], url, str(books.club_id), str(books.today))
    _, _, megabytes = _process(url, *order)
    return [*row, megabytes.strip()]


def _made_once(form: str, url: str, club_id: int, today: date) -> None:
    """Reads the running month and makes one form of it."""
    store, month = Store(url), Month.of(today)
    with store.reading() as db:
        found = month_on_paper(db, club_id, month, today)
        assert found is not None
        FORMS[form](found, kept_books(books_listed(db, club_id, month)))
    store.close_now()
    print(_most_megabytes())


def _most_megabytes() -> int:
    """The most this program has held; what it was before it began (its parent) is left out."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [kilobytes] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(kilobytes) // 1024


def _rows(db: Connection, books: ClubBooks) -> list[list[str]]:
    month = Month.of(books.today)
    bare, _ = _timed(lambda: _bare_sums(db, books.club_id))
    rows = [["bare SQL", f"{bare:.1f}", "", "1", ""]]
    closed = _read(db, books, month.previous())
    rows.append(["read, a closed month", f"{closed[0]:.1f}", "", _times(closed[0], bare), ""])
    reading, found = _read(db, books, month)
    rows.append(["read, the running month", f"{reading:.1f}", "", _times(reading, bare), ""])
    for name, make in FORMS.items():
        also, listed = 0.0, "[]"
        if name == "workbook":
            also, listed = _timed(lambda: kept_books(books_listed(db, books.club_id, month)))
        making, content = _timed(lambda make=make, listed=listed: make(found, listed))  # type: ignore[misc]
        whole = reading + also + making
        size = f"{len(content) / 1000:.0f}" if isinstance(content, bytes) else ""
        rows.append(
            [name, f"{whole:.1f}", f"{reading + also:.1f}", _times(whole, bare), size],
        )
    return rows


def _read(db: Connection, books: ClubBooks, month: Month) -> tuple[float, MonthOnPaper]:
    took, found = _timed(lambda: month_on_paper(db, books.club_id, month, books.today))
    assert found is not None
    return took, found


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The median of several runs in milliseconds of a processor; and what came of it.

    The first run is left out: it reads programs and fonts.
    """
    result, took = work(), []
    for _ in range(TIMES):
        began = process_time()
        result = work()
        took.append(1000 * (process_time() - began))
    return median(took), result


def _times(took: float, bare: float) -> str:
    return f"{took / bare:.1f}"


def _bare_sums(db: Connection, club_id: int) -> list[Any]:
    sums = (
        select(
            transactions.c.booked_month,
            postings.c.account,
            postings.c.fund_id,
            func.sum(postings.c.amount),
        )
        .join(transactions, transactions.c.id == postings.c.transaction_id)
        .where(transactions.c.club_id == club_id)
        .group_by(transactions.c.booked_month, postings.c.account, postings.c.fund_id)
    )
    heads = select(func.count()).where(members.c.club_id == club_id, members.c.state == "member")
    fees = (
        select(fee_months.c.member_id, fee_months.c.month, func.sum(fee_months.c.amount))
        .join(members, members.c.id == fee_months.c.member_id)
        .where(members.c.club_id == club_id)
        .group_by(fee_months.c.member_id, fee_months.c.month)
    )
    return [db.execute(each).all() for each in (sums, heads, fees)]


def _paper(form: str) -> Made:
    def make(found: MonthOnPaper, books: str) -> bytes:
        of = MonthForPaper(
            club=found.found.club_name,
            commune=found.commune,
            chair=found.chair,
            bookkeeper=found.bookkeeper,
            day=found.found.summary.figures.until,
            summary=found.found.summary,
            for_board=True,
            books=lambda: books,
        )
        return drawn(PAPERS_OF_A_MONTH[form](of), Words()).content

    return make


def _text(found: MonthOnPaper, _: str) -> str:
    return written(overview(found.found.club_name, found.found.summary, for_board=True), Words())


FORMS: dict[str, Made] = {
    "text": _text,
    "JSON": lambda found, _: summary_json(found.found.club_name, found.found.summary),
    "picture": _paper("png"),
    "PDF": _paper("pdf"),
    "workbook": _paper("xlsx"),
}


def main() -> int:
    """Each number of years in a process of its own, so that its memory is its own."""
    if "--form" in sys.argv:
        form, url, club_id, today = sys.argv[2:6]
        _made_once(form, url, int(club_id), date.fromisoformat(today))
        return 0
    if "--here" in sys.argv:
        measured(int(sys.argv[1]))
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"\nLargest memory of the process, growing the club included: {megabytes} MB")
        return 0
    for years in sys.argv[1:] or ("1", "3", "5"):
        command = [sys.executable, "-m", "bench.summary", years, "--here"]
        subprocess.run(command, check=True, cwd=ROOT, env=os.environ)
    return 0


if __name__ == "__main__":
    sys.exit(main())
