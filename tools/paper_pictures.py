"""Pictures of papers for the documents: a receipt, a passbook, a page of the cash book, the month
as a picture, as a page to sign and as a poster.

PDF pages are turned into pictures by pdftoppm (Debian: poppler-utils); without it they are left as
they are.
"""

import io
import shutil
import subprocess
from pathlib import Path

from pypdf import PdfReader

from club.calendar import Month
from club.money import Money
from handlers.dialogue.visitor import Visitor
from handlers.money.book_papers import PAGES
from handlers.own.my_passbook import passbook_paper
from messages.everywhere import plain
from messages.papers.kinds import Drawn, drawn
from messages.papers.poster import poster_of
from messages.papers.receipts import receipt
from messages.papers.summaries import PAPERS_OF_A_MONTH, MonthForPaper
from messages.wording import Words
from storage.memberships import Membership
from storage.queries.figures.digest import digest_of
from storage.queries.figures.summary_papers import month_on_paper
from storage.queries.money.passbook import passbook
from storage.store import Store
from tests.kit.world import START

PIXELS_PER_INCH = 80
TODAY = START.date()
CLUB = 1
HOA = 6
LAST_MONTH = Month.of(TODAY).previous()


def take(url: str, folder: Path) -> None:
    """Draw them from the practice club at `url`."""
    store = Store(url)
    try:
        with store.reading() as db:
            book = passbook(db, CLUB, HOA, TODAY)
            cash = PAGES["cash"](_chair(), db, LAST_MONTH)
        _take_month(store, folder)
    finally:
        store.close_now()
    assert cash is not None
    words = Words()
    slip = receipt(
        club=book.club_name,
        voucher="PT 203/2026",
        who=book.name,
        what=plain("phí tháng 10/2026, tháng 11/2026"),
        amount=Money(10_000),
        day=TODAY,
        by="Hoàng Văn Giang",
    )
    (folder / "receipt.png").write_bytes(drawn(slip, words).content)
    first_page(drawn(passbook_paper(book, _chair()), words), folder / "passbook.png")
    first_page(drawn(cash, words), folder / "cash_book.png")


def _take_month(store: Store, folder: Path) -> None:
    """Last month's summary and poster, in both languages."""
    with store.reading() as db:
        found = month_on_paper(db, CLUB, LAST_MONTH, TODAY)
        news = digest_of(db, CLUB, LAST_MONTH, today=TODAY, now=START)
    assert found is not None and news is not None
    month = MonthForPaper(
        club=found.found.club_name,
        commune=found.commune,
        chair=found.chair,
        bookkeeper=found.bookkeeper,
        day=TODAY,
        summary=found.found.summary,
        for_board=True,
        books=str,
    )
    for language, ending in (("vi", ""), ("en", "_english")):
        words = Words(language)
        picture = drawn(PAPERS_OF_A_MONTH["png"](month), words)
        (folder / f"summary{ending}.png").write_bytes(picture.content)
        page = drawn(PAPERS_OF_A_MONTH["pdf"](month), words)
        first_page(page, folder / f"summary_page{ending}.png")
        last_page(page, folder / f"summary_signed{ending}.png")
        first_page(drawn(poster_of(news, found.commune), words), folder / f"poster{ending}.png")


def _chair() -> Visitor:
    zone = "Asia/Ho_Chi_Minh"
    membership = Membership(1, CLUB, "", zone, True, "member", frozenset({"chair"}))
    return Visitor(0, "web", "vi", Words(), START, TODAY, 1, membership)


def first_page(paper: Drawn, to: Path) -> None:
    """The first page of a PDF as a picture, where there is a program for it."""
    _page(paper, to, 1)


def last_page(paper: Drawn, to: Path) -> None:
    """The last page, with the signatures."""
    _page(paper, to, len(PdfReader(io.BytesIO(paper.content)).pages))


def _page(paper: Drawn, to: Path, number: int) -> None:
    program = shutil.which("pdftoppm")
    if program is None:
        return
    which = ["-r", str(PIXELS_PER_INCH), "-f", str(number), "-png", "-singlefile"]
    order = [program, *which, "-", str(to.with_suffix(""))]
    subprocess.run(order, input=paper.content, check=True, timeout=60)
