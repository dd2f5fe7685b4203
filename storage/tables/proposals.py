"""What one person of the board proposes and a second one, on another account, agrees to or not."""

from sqlalchemy import BigInteger, Column, Index, Table, Text

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

proposals = Table(
    "proposals",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("kind", Text, nullable=False),
    Column("subject_id", BigInteger),  # the place, entry or fund that it is about
    Column("content", Json, nullable=False),  # ids and sums only
    # Her words are erasable; entries hold a digest, salted with what is erased beside them.
    Column("reason", Text, nullable=False, default=""),
    Column("salt", Text, nullable=False, default=""),
    link("proposed_by", "persons"),
    Column("proposed_in", BigInteger, nullable=False),  # the account, so that two are two
    Column("proposed_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    link("decided_by", "persons", optional=True),
    Column("decided_in", BigInteger),
    Column("decided_at", Instant),
    Column("answer", Text),  # why not; erasable
    link("transaction_id", "transactions", optional=True),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_proposals_club_state", "club_id", "state"),
    one_of("state", "waiting", "agreed", "refused", "taken_back", "outdated"),
)
