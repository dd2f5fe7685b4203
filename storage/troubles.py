"""Which questions people do not understand, counted without any text: bad questions are found."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables.chats import question_troubles


def count(db: Connection, troubles: Sequence[tuple[str, str, str]], now: datetime) -> None:
    """One more for each (dialogue, question, why) of this month."""
    make = sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert
    for (dialogue, question, why), times in Counter(troubles).items():
        new = make(question_troubles).values(
            dialogue=dialogue, question=question, why=str(why), month=f"{now:%Y-%m}", times=times
        )
        db.execute(
            new.on_conflict_do_update(
                index_elements=["dialogue", "question", "why", "month"],
                set_={"times": question_troubles.c.times + times},
            )
        )
