"""Who asked to be erased, and who was. Nothing but numbers and instants: it outlives the person."""

from sqlalchemy import Boolean, Column, Index, Table, Text

from storage.tables.columns import Instant, link, metadata, number, one_of

# It waits for some days, so that it can be taken back.
erasures_asked = Table(
    "erasures_asked",
    metadata,
    number(),
    link("club_id", "clubs", optional=True),
    link("person_id", "persons", index=True),
    link("asked_by", "persons", optional=True),  # the board, for who has no phone
    link("second_person", "persons", optional=True),
    Column("form", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("ended_at", Instant),
    Index("ix_erasures_asked_state_due", "state", "due_at"),
    one_of("form", "chat", "signature", "thumbprint", "witness", "operator"),
    one_of("state", "waiting", "withdrawn", "done"),
)

# A restored backup erases them again. `whole`: no name was left, nothing bound her any more.
erasures = Table(
    "erasures",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    Column("erased_at", Instant, nullable=False),
    Column("whole", Boolean, nullable=False),
)
