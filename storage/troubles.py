"""Which questions people do not understand, counted without any text: bad questions are found."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables.chats import question_troubles
from storage.tables.question_counts import question_counts
from storage.tables.schedule import practice_clock

Counted = tuple[str, str, str]

# A database of practice: its strangers and volunteers are of no club that says so.
_PRACTICE_ONLY = select(practice_clock.c.id).where(practice_clock.c.practice)


def count(db: Connection, troubles: Sequence[Counted], now: datetime) -> None:
    """One more for each (dialogue, question, why) of this month."""
    _one_more(db, question_troubles, "why", counted=Counter(troubles), now=now)


def count_questions(db: Connection, happened: Sequence[Counted], now: datetime) -> None:
    """One more for each (dialogue, question, what) of this month.

    What: "asked", misunderstood for the "first", "second" or "third" time, or "given_up".
    """
    _one_more(db, question_counts, "what", counted=Counter(happened), now=now)


def _one_more(
    db: Connection, table: Table, third: str, *, counted: Counter[Counted], now: datetime
) -> None:
    if not counted or db.execute(_PRACTICE_ONLY).first() is not None:
        return
    month = f"{now:%Y-%m}"
    rows = [
        {"dialogue": dialogue, "question": question, third: str(word), "month": month, "times": n}
        for (dialogue, question, word), n in sorted(counted.items())
    ]
    db.execute(_more(db.dialect.name, table, third), rows)


@cache
def _more(dialect: str, table: Table, third: str) -> Any:
    # Built once: every step counts, and building the statement costs more than running it.
    new = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    return new.on_conflict_do_update(
        index_elements=["dialogue", "question", third, "month"],
        set_={"times": table.c.times + new.excluded.times},
    )
