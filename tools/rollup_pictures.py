"""Pictures of a roll-up for the documents: as it comes to a phone, and as a page to sign."""

import tempfile
from datetime import date
from pathlib import Path

from club.calendar import Month
from club.rollup.totals import RollUp
from club.spans import Span
from messages.papers.kinds import drawn
from messages.papers.rollups import LISTS_FOR_PRAISE, PAPERS_OF_A_ROLLUP
from messages.wording import Words
from storage.queries import Connection
from storage.queries.figures.rollup import roll_up
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.country import MadeUpCountry
from tools.paper_pictures import first_page

TODAY = date(2026, 11, 2)
QUARTER = Span.parse("2026-Q3")
COMMUNES = ("Xã Bắc Hà", "Xã Mường Khương", "Phường Sa Pa", "Xã Văn Bàn")


def take(folder: Path) -> None:
    """Draw a province's third quarter in both languages."""
    with tempfile.TemporaryDirectory() as where:
        store = Store(f"sqlite+aiosqlite:///{where}/country.db")
        bring_up_to_date(store)
        found = store.change(_quarter)
        store.close_now()
    for language, ending in (("vi", ""), ("en", "_english")):
        words = Words(language)
        picture = drawn(PAPERS_OF_A_ROLLUP["png"](found, TODAY), words)
        (folder / f"rollup{ending}.png").write_bytes(picture.content)
        page = drawn(PAPERS_OF_A_ROLLUP["pdf"](found, TODAY), words)
        first_page(page, folder / f"rollup_page{ending}.png")
        listed = drawn(LISTS_FOR_PRAISE["list_pdf"](found, TODAY), words)
        first_page(listed, folder / f"praise_list{ending}.png")


def _quarter(db: Connection) -> RollUp:
    """Twelve clubs, of which one has not closed September and one lends to few."""
    made = MadeUpCountry(db)
    province = made.province("Lào Cai")
    communes = [made.commune(province, each) for each in COMMUNES]
    for place in range(12):
        club_id = made.club(communes[place // 3], f"CLB Liên thế hệ tự giúp nhau thôn {place + 1}")
        for month in range(4, 9 if place == 5 else 10):
            made.closes(club_id, Month(2026, month), **_counts(place, month))
    return roll_up(db, province, QUARTER, TODAY)


def _counts(place: int, month: int) -> dict[str, int]:
    members = 50 + place * 7 % 19
    return {
        "members": members,
        "older": members * 7 // 10,
        "women": members * 6 // 10,
        "older_women": members * 4 // 10,
        "poor": 6 + place,
        "present": members - 9 + month % 3,
        "areas": 8 - place % 3,
        "fees": 5_000 * (members - month),
        "gifts": 150_000 * (place + month),
        "fund": 38_000_000 + 3_000_000 * place,
        "borrowers": 3 if place == 7 else 12 + place,
        "outstanding": 1_500_000 * (12 + place),
        "in_need": 25 + place,
        "with_loan": 3 if place == 7 else 12 + place,
        "helped": 5 + place % 4,
        "trained": int(place != 3),
    }


if __name__ == "__main__":
    take(Path(__file__).parents[1] / "docs/pictures")
