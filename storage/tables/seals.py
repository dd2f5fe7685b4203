"""What the entries of the books were when they were written."""

from sqlalchemy import BigInteger, Column, Table, Text, UniqueConstraint

from storage.tables.columns import link, metadata, number

# By the entry's number in the club. It points at no row: it stays where an entry was taken out
# behind the program's back, and says which one it was.
entry_seals = Table(
    "entry_seals",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("sequence", BigInteger, nullable=False),
    Column("seal", Text, nullable=False),
    UniqueConstraint("club_id", "sequence"),
)
