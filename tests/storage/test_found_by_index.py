"""What a person's message asks of the database does not read through whole tables: how long she
waits must not grow with the years, nor with the country.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from storage.store import Store
from tests.kit.village import village

# A row for each message, entry, answer or visit: they grow with people and years.
GROWING = frozenset({
    "attendance", "audit", "chats", "declarations", "dialogues", "fee_months", "golden_heart",
    "inbox", "meeting_answers", "members", "outbox", "persons", "postings", "repayments", "signups",
    "support_sessions", "transactions", "web_messages",
})  # fmt: skip
TALK = (
    ("hoa", "đóng phí"),
    ("hoa", "15 nghìn"),
    ("hoa", "1"),
    ("hoa", "đúng"),
    ("hoa", "đi sinh hoạt"),
    ("hoa", "sổ của tôi"),
    ("hoa", "tự nhiên nói một câu chẳng ai hiểu"),
    ("giang", "thu phí"),
    ("giang", "Mạnh"),
    ("giang", "đúng"),
    ("giang", "hôm nay"),
    ("giang", "15 nghìn"),
    ("giang", "đúng"),
    ("binh", "báo cáo tháng"),
    ("quan", "các buổi hỗ trợ"),
)


async def test_no_message_reads_a_growing_table_through(sqlite_url: str) -> None:
    asked: dict[str, Any] = {}
    async with village(sqlite_url) as v:
        with noted(asked):
            for name, words in TALK:
                await v.phones[name].says(words)
        read_through = {
            statement: tables
            for statement, parameters in asked.items()
            if (tables := _read_through(v.store, statement, parameters))
        }
    assert len(asked) > 80
    assert read_through == {}


@contextmanager
def noted(asked: dict[str, Any]) -> Iterator[None]:
    """Every statement that is run meanwhile, with the values it had at first."""

    def note(
        db: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            asked.setdefault(statement, parameters[0] if many else parameters)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _read_through(store: Store, statement: str, parameters: Any) -> set[str]:
    """The growing tables of which SQLite would read every row."""
    with store.reading() as db:
        plan = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [row[3].split() for row in plan]
    return {step[1] for step in steps if step[0] == "SCAN"} & GROWING
