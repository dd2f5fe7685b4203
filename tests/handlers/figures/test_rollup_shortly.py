"""A roll-up on paper: what nobody has closed takes no rows, long names no other's room."""

from datetime import date

from club.calendar import Month
from club.rollup.totals import RollUp
from club.spans import Span
from messages.papers.kinds import drawn
from messages.papers.rollup_picture import rollup_picture_data
from messages.papers.rollups import PAPERS_OF_A_ROLLUP
from messages.papers.typesetting import as_picture
from messages.wording import Words
from storage.queries import Connection
from storage.queries.figures.rollup import roll_up
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.country import MadeUpCountry
from tests.kit.printed import pages
from tests.kit.telegram_checks import picture_size

TODAY = date(2026, 11, 2)
VI = Words("vi")
LONG = "Thành phố Hồ Chí Minh mở rộng về phía Đông Nam Bộ và các vùng lân cận"


def rolled_up(url: str, province: str, *, closed: bool) -> RollUp:
    def made(db: Connection) -> RollUp:
        country = MadeUpCountry(db)
        area = country.province(province)
        club_id = country.club(country.commune(area, "Xã Bắc Hà"), "CLB thôn 1")
        if closed:
            country.closes(club_id, Month(2026, 9), members=57, older=40, women=38, fees=5_000)
        return roll_up(db, area, Span.parse("2026-Q3"), TODAY)

    store = Store(url)
    bring_up_to_date(store)
    try:
        return store.change(made)
    finally:
        store.close_now()


def test_where_no_month_is_closed_the_paper_says_so_in_a_line(sqlite_url: str) -> None:
    found = rolled_up(sqlite_url, "Lào Cai", closed=False)
    made = pages(drawn(PAPERS_OF_A_ROLLUP["pdf"](found, TODAY), VI).content)
    assert len(made) <= 2
    text = " ".join(" ".join(made).split())
    assert "Chưa tháng nào khóa sổ nên chưa có gì để cộng." in text
    assert "Kỳ trước" not in text
    assert "Kỳ này chưa câu lạc bộ nào đạt." in text
    data = rollup_picture_data(VI, found)
    assert {each["before"] for each in data["tiles"]} == {""}
    assert all(each["value"] != "–" for each in data["targets"]["bars"])


def test_columns_and_rows_of_nothing_are_left_out(sqlite_url: str) -> None:
    found = rolled_up(sqlite_url, "Lào Cai", closed=True)
    [first, *_] = pages(drawn(PAPERS_OF_A_ROLLUP["pdf"](found, TODAY), VI).content)
    assert "1 Thành viên 57" in " ".join(first.split())
    assert "Kỳ trước" not in first
    assert "Chưa có: " in first
    assert "Lượt chăm sóc tại nhà" in first.partition("Chưa có: ")[2]


def test_a_long_name_makes_the_picture_longer_and_covers_nothing(sqlite_url: str) -> None:
    found = rolled_up(sqlite_url, LONG, closed=True)
    width, height = picture_size(drawn(PAPERS_OF_A_ROLLUP["png"](found, TODAY), VI).content)
    short = rollup_picture_data(VI, found) | {"area": "Lào Cai"}
    assert width == 1080
    assert height > picture_size(as_picture("rollup.typ", short))[1]
