"""The meeting table: what is taken in a meeting before it is in the books. Club rules, B.3."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.columns import Dong, Instant, link, metadata, number, one_of

meeting_tables = Table(
    "meeting_tables",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("meeting_id", "meetings", optional=True),  # none where nobody had planned it
    Column("held_on", Date, nullable=False),
    link("place_id", "places"),
    Column("cash_before", Dong, nullable=False),  # counted, and what the books said as well
    link("opened_by", "persons"),
    Column("opened_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("counted", Dong),
    link("closed_by", "persons", optional=True),
    link("second_person", "persons", optional=True),
    Column("closed_at", Instant),
    Column("reason", Text),  # why it was dropped; erasable
    Column("sheet_photo_id", BigInteger),  # the signed sheet, the voucher of the whole table
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_meeting_tables_club_state", "club_id", "state"),
    one_of("state", "open", "closed", "dropped"),
)

# Every version of every entry as it came, from whichever phone; the newest of an entry holds.
meeting_table_entries = Table(
    "meeting_table_entries",
    metadata,
    number(),
    link("table_id", "meeting_tables"),
    Column("key", Text, nullable=False),  # made on the phone: the same twice is kept once
    Column("entry", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),  # by the phone's clock, within the table's time
    link("member_id", "members"),
    Column("fee", Dong, nullable=False),
    Column("interest", Dong, nullable=False),
    Column("principal", Dong, nullable=False),
    Column("gift", Dong, nullable=False),
    Column("answer", Text, nullable=False, default=""),
    Column("removed", Boolean, nullable=False, default=False),
    link("entered_by", "persons"),
    Column("entered_in", BigInteger, nullable=False),  # the account
    Column("received_at", Instant, nullable=False),
    UniqueConstraint("table_id", "key"),
    one_of("answer", "", "another", "told"),
)

# What became of it in the books, an entry of theirs each.
meeting_table_bookings = Table(
    "meeting_table_bookings",
    metadata,
    number(),
    link("table_id", "meeting_tables", index=True),
    link("member_id", "members"),
    Column("what", Text, nullable=False),
    link("transaction_id", "transactions"),
    UniqueConstraint("transaction_id"),
    one_of("what", "fee", "repayment", "gift"),
)
