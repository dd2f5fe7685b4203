"""How often each question was asked and not understood; never what was typed."""

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import metadata, number

question_counts = Table(
    "question_counts",
    metadata,
    number(),
    Column("dialogue", Text, nullable=False),
    Column("question", Text, nullable=False),
    # "asked", "first", "second", "third" or "given_up".
    Column("what", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("times", Integer, nullable=False),
    UniqueConstraint("dialogue", "question", "what", "month"),
)
