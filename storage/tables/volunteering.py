"""What comes of support sessions: swaps, hours in dispute, thanks, certificates, a parent's yes."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

session_swaps = Table(
    "session_swaps",
    metadata,
    number(),
    link("session_id", "support_sessions", index=True),
    link("person_id", "persons"),
    link("offered_to", "persons", optional=True),  # empty: any volunteer near
    Column("offered_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    link("taken_by", "persons", optional=True),
    Column("ended_at", Instant),
    Column("cause", Text, nullable=False, unique=True),
    one_of("state", "open", "taken", "over"),
)

hour_disputes = Table(
    "hour_disputes",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("session_id", "support_sessions"),
    link("person_id", "persons"),
    Column("minutes", Integer, nullable=False),  # what the volunteer says
    Column("said", Text, nullable=False, default=""),  # erasable
    link("handler_id", "persons", optional=True),
    Column("opened_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    link("decided_by", "persons", optional=True),
    Column("decided_minutes", Integer),
    Column("decided_at", Instant),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_hour_disputes_club_state", "club_id", "state"),
    one_of("state", "open", "decided"),
)

session_thanks = Table(
    "session_thanks",
    metadata,
    number(),
    link("session_id", "support_sessions"),
    link("person_id", "persons", index=True),
    link("member_id", "members"),
    Column("words", Text, nullable=False, default=""),  # erasable
    Column("at", Instant, nullable=False),
    UniqueConstraint("session_id", "person_id", "member_id"),
)

# What it says is kept, so that a later correction of hours can be told from it.
certificates = Table(
    "certificates",
    metadata,
    number(),
    Column("code", Text, nullable=False, unique=True),
    link("person_id", "persons", index=True),
    link("club_id", "clubs"),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("lines", Json, nullable=False),  # pairs: the session's number, the minutes
    Column("issued_on", Date, nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
)

parent_consents = Table(
    "parent_consents",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("parent", Text, nullable=False),  # erasable
    Column("birth_year", Integer, nullable=False),
    Column("form", Text, nullable=False),
    link("noted_by", "persons"),
    Column("noted_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("used_by", BigInteger),
    Column("used_at", Instant),
    one_of("form", "account", "paper"),
)

volunteer_blocks = Table(
    "volunteer_blocks",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("person_id", "persons", index=True),
    Column("reason", Text, nullable=False),  # erasable
    link("blocked_by", "persons"),
    Column("blocked_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

# What the older person or the board shows on the spot; typed by the volunteer, both are there.
presence_codes = Table(
    "presence_codes",
    metadata,
    number(),
    link("session_id", "support_sessions", index=True),
    Column("code", Text, nullable=False),
    link("shown_by", "persons"),
    Column("ends_at", Instant, nullable=False),
)

# Wrong codes of a volunteer; after some only the board notes the time.
presence_tries = Table(
    "presence_tries",
    metadata,
    number(),
    link("session_id", "support_sessions"),
    link("person_id", "persons"),
    Column("wrong", Integer, nullable=False, default=0),
    UniqueConstraint("session_id", "person_id"),
)
