"""Papers of a club of 60 as it grows: `python -m bench.papers 1 5`.

Each number is of years (bench.closing lets such a club live). For each paper: reading the books,
drawing the first and drawing it again with other values, how large the file and its snapshot in the
outbox are, and how many pages it has; then the memory of this process.
"""

import json
import resource
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pypdf import PdfReader

from bench.closing import grown
from bench.report import markdown_table
from club.calendar import Month
from club.money import Money
from handlers.dialogue.visitor import Visitor
from handlers.money.book_papers import PAGES
from handlers.own.my_passbook import passbook_paper
from messages.everywhere import plain
from messages.papers.kinds import PNG, Paper, drawn
from messages.papers.receipts import receipt
from messages.wording import Words
from storage.memberships import Membership
from storage.queries import Connection
from storage.queries.money.passbook import passbook
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.club_books import ClubBooks

TIMES = 7
HEADING = ["years", "paper", "read ms", "first ms", "next ms", "kB", "pages", "snapshot kB"]


def measured(years: int) -> list[list[str]]:
    """A row for each paper."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite+aiosqlite:///{folder}/lien.db")
        bring_up_to_date(store)
        books, _ = grown(store, years)
        last = Month.of(books.today).previous()
        rows = [_row(years, "receipt", [0.0], [_receipt(each) for each in range(TIMES)])]
        rows.append(_passbook_row(years, books))
        rows.extend(_page_row(years, books, name, last) for name in PAGES)
        store.close_now()
    return rows


def _receipt(number: int) -> Paper:
    return receipt(
        club="CLB Thôn Đoài",
        voucher=f"PT {number}/2026",
        who="Nguyễn Thị Ngọc Ưởng",
        what=plain("phí tháng 11/2026"),
        amount=Money(5_000 * (number + 1)),
        day=_DAY.first_day,
        by="Hoàng Văn Giang",
    )


_DAY = Month(2026, 11)


def _passbook_row(years: int, books: ClubBooks) -> list[str]:
    own = [each.member_id for each in books.people.values()][:TIMES]
    papers, took = [], []
    with books.store.reading() as db:
        for member in own:
            began = perf_counter()
            papers.append(
                passbook_paper(passbook(db, books.club_id, member, books.today), _me(books))
            )
            took.append(perf_counter() - began)
    return _row(years, "passbook", took, papers)


def _page_row(years: int, books: ClubBooks, name: str, last: Month) -> list[str]:
    papers, took, month = [], [], last
    with books.store.reading() as db:
        for _ in range(TIMES):
            began = perf_counter()
            papers.append(_page(db, books, name, month))
            took.append(perf_counter() - began)
            month = month.previous()
    return _row(years, f"{name}, one month", took, papers)


def _page(db: Connection, books: ClubBooks, name: str, month: Month) -> Paper:
    paper = PAGES[name](_me(books), db, month)
    assert paper is not None
    return paper


def _me(books: ClubBooks) -> Visitor:
    zone = "Asia/Ho_Chi_Minh"
    who = books.people["chair"]
    roles = frozenset({"chair"})
    membership = Membership(who.member_id, books.club_id, "", zone, False, "member", roles)
    return Visitor(0, "web", "vi", Words(), books.now, books.today, who.person_id, membership)


def _row(years: int, name: str, read: list[float], papers: list[Paper]) -> list[str]:
    took, sizes, pages = [], [], 1
    for each in papers:
        began = perf_counter()
        made = drawn(each, Words())
        took.append(perf_counter() - began)
        sizes.append(len(made.content))
        if made.mime != PNG:
            pages = max(pages, _pages(made.content))
    snapshot = max(len(json.dumps(each.as_json(), ensure_ascii=False).encode()) for each in papers)
    return [
        str(years),
        name,
        f"{median(read) * 1000:.1f}",
        f"{took[0] * 1000:.0f}",
        f"{median(took[1:]) * 1000:.0f}",
        f"{max(sizes) / 1000:.0f}",
        str(pages),
        f"{snapshot / 1000:.1f}",
    ]


def _pages(content: bytes) -> int:
    return len(PdfReader(BytesIO(content)).pages)


def main() -> int:
    years = [int(each) for each in sys.argv[1:]] or [1, 5]
    rows = [row for each in years for row in measured(each)]
    print(markdown_table(HEADING, rows))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\nLargest memory of this process: {megabytes} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
