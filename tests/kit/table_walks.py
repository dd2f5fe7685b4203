"""The meeting table, walked: opened, filled, asked about, corrected, closed by two; dropped."""

from storage.queries.money.ledger import cash_in
from storage.queries.money.meeting_table import open_table, table_now
from tests.kit.village import Village
from tests.kit.walker import Walk, Walker

THE_TABLE = ("ban thu tien", "meeting table")
EACH = ("thu tung nguoi", "enter at the table")
ENTERED = [
    Walk("table_entry", "giang", EACH, {"who_1": "binh", "sums": "phí 5"}),
    Walk("table_due", "giang", through=("s:table_due:",)),
    Walk("table_entry", "giang", EACH, {"who_1": "binh", "sums": "phí 7"}),
    Walk("table_question", "giang", through=("s:table_question:",)),
    Walk(
        "correct_table",
        "giang",
        THE_TABLE,
        {"who_1": "binh", "what": "change", "sums": "phí 6"},
        ("v:meeting_table:more", "s:correct_table:"),
    ),
]
DROPPED = Walk(
    "drop_table",
    "giang",
    THE_TABLE,
    {"why": "hoãn họp"},
    ("v:meeting_table:more", "s:drop_table:"),
)


async def at_the_table(v: Village, walker: Walker) -> None:
    """Two tables: one comes into the books, of the other nothing does."""
    await walker.walks(_opened(v))
    for each in ENTERED:
        await walker.walks(each)
    counted = {"counted": str(_expected(v)), "sheet": "skip"}
    await walker.walks(Walk("close_table", "giang", ("dong ban", "close the table"), counted))
    await walker.walks(Walk("second", "", through=("s:second:",)))
    await walker.walks(_opened(v))
    await walker.walks(DROPPED)


def _opened(v: Village) -> Walk:
    with v.store.reading() as db:
        there = cash_in(db, v.club.club_id, v.club.tin).dong
    return Walk("open_table", "giang", THE_TABLE, {"counted": str(there)}, ("s:open_table:",))


def _expected(v: Village) -> int:
    with v.store.reading() as db:
        table = open_table(db, v.club.club_id)
        assert table is not None
        return table_now(db, table).cash.expected.dong
