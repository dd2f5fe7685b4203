"""A province and a country rolled up: `python -m bench.rollup 600 3000`, or all of it with 21000.

Each number is of clubs of sixty with three months behind them, made by `lien fill`; with
`--database URL` one that is there already is measured instead. Measured are roll-ups of the
country, in seconds of a processor, each in a process of its own with its memory: a closed month,
the running month (which no club has closed: everything in it is counted from entries), the year;
and each form of the closed month. The bare SQL beside it is what a roll-up has to read at least:
the same sums over all rows of that span, by commune, without asking where a club lies or what else
it is; of the running month the sums of all postings by club, account and fund.
"""

import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import Connection, func, select

from bench.many_clubs import MEMBERS, MONTHS, _process
from bench.report import markdown_table
from club.rollup.indicators import FLOWS, LAST
from club.rollup.totals import RollUp
from club.spans import Length, Span
from messages.figures.rollup import overview
from messages.figures.rollup_forms import rollup_json
from messages.moments import written
from messages.papers.kinds import drawn
from messages.papers.rollups import PAPERS_OF_A_ROLLUP
from messages.wording import Words
from storage.changes.figures.publish_month import publish_missing
from storage.queries.figures.rollup import roll_up
from storage.queries.members.areas import AreaMap
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.areas import club_communes, clubs
from storage.tables.books import postings
from storage.tables.made_up import made_up_countries
from storage.tables.rollups import published_months

TIMES, LONG_SECONDS = 3, 20
WHAT = ("a closed month", "the running month", "the year", "a province, closed month")
HEADING = ("clubs", "what", "s", "bare SQL, s", "of the bare SQL", "MB")
FORMS_HEADING = ("clubs", *("text", "JSON"), *PAPERS_OF_A_ROLLUP)


def measured(url: str) -> tuple[list[list[str]], list[str]]:
    """Rows of both tables for the country in the database."""
    many, rows = "", list[list[str]]()
    for what in WHAT:
        _, megabytes, said = _process(url, "bench.rollup", "--one", what, url)
        many, took, bare = said.split()
        rows.append([many, what, took, bare, f"{float(took) / float(bare):.0f}", str(megabytes)])
    _, _, said = _process(url, "bench.rollup", "--forms", url)
    return rows, [many, *said.split()]


def _one(what: str, url: str) -> None:
    """Prints how many clubs there are, the seconds of a roll-up, and those of the bare SQL."""
    store = Store(url)
    with store.reading() as db:
        today, area = _today(db), _area(db, what)
        span = _span(what, today)
        took = _seconds(lambda: roll_up(db, area, span, today))
        bare = _seconds(lambda: _bare_books(db) if "running" in what else _bare(db, span))
        many = db.execute(select(func.count()).select_from(clubs)).scalar_one()
    store.close_now()
    print(many, f"{took:.2f}", f"{bare:.3f}")


def _today(db: Connection) -> date:
    made_at: datetime = db.execute(select(made_up_countries.c.made_at)).scalar_one()
    return made_at.date()


def _span(what: str, today: date) -> Span:
    if what == "the year":
        return Span.of(today, Length.YEAR)
    month = Span.of(today, Length.MONTH)
    return month if "running" in what else month.previous().previous()


def _area(db: Connection, what: str) -> int:
    """The country, or the province with the most communes."""
    lines = AreaMap(db, _today(db))
    country = lines.country()
    assert country is not None
    if "province" not in what:
        return country.id
    return max(lines.children(country.id), key=lambda one: len(lines.communes_of(one.id))).id


def _seconds(work: object) -> float:
    """Of a processor: the clock would say what else the machine does. What is long, once."""
    assert callable(work)
    took: list[float] = []
    while len(took) < TIMES and sum(took) < LONG_SECONDS:
        began = process_time()
        work()
        took.append(process_time() - began)
    return median(took)


def _bare_books(db: Connection) -> None:
    """Of months that are not closed: the sums of all postings by club, account and fund."""
    keys = (postings.c.club_id, postings.c.account, postings.c.fund_id)
    db.execute(select(*keys, func.sum(postings.c.amount)).group_by(*keys)).all()


def _bare(db: Connection, span: Span) -> None:
    codes = [func.sum(published_months.c[each]) for each in (*LAST, *FLOWS)]
    db.execute(
        select(club_communes.c.area_id, *codes)
        .join(club_communes, club_communes.c.club_id == published_months.c.club_id)
        .where(published_months.c.month.between(span.first, span.last))
        .group_by(club_communes.c.area_id)
    ).all()


def _forms(url: str) -> None:
    """Prints the seconds of each form of a closed month of the country, without reading it."""
    store = Store(url)
    with store.reading() as db:
        today = _today(db)
        found = roll_up(db, _area(db, ""), _span("", today), today)
    store.close_now()
    print(*(f"{each:.2f}" for each in _each_form(found, today)))


def _each_form(found: RollUp, today: date) -> list[float]:
    words = Words()
    return [
        _seconds(lambda: written(overview(found), words)),
        _seconds(lambda: rollup_json(found, today)),
        *(
            _seconds(lambda make=make: drawn(make(found, today), words))
            for make in PAPERS_OF_A_ROLLUP.values()
        ),
    ]


def _made(url: str, clubs_wanted: str) -> str:
    order = ["fill", "--clubs", clubs_wanted, "--members", str(MEMBERS), "--months", str(MONTHS)]
    _process(url, "bot", *order)
    return url


def main() -> None:
    if "--one" in sys.argv:
        return _one(*sys.argv[2:4])
    if "--forms" in sys.argv:
        return _forms(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        if "--database" in sys.argv:
            urls = sys.argv[sys.argv.index("--database") + 1 :]
        else:
            asked = sys.argv[1:] or ["600", "3000"]
            urls = [_made(f"sqlite+aiosqlite:///{folder}/{each}.db", each) for each in asked]
        rows, forms = [], []
        for url in urls:
            store = Store(url)
            bring_up_to_date(store)
            store.change(publish_missing)
            store.close_now()
            of_one, of_forms = measured(url)
            rows += of_one
            forms.append(of_forms)
    print(markdown_table(HEADING, rows))
    print()
    print(markdown_table(FORMS_HEADING, forms))
    return None


if __name__ == "__main__":
    os.environ.setdefault("LIEN_LANGUAGE", "vi")
    main()
