"""What the club did in the eight areas, and help given."""

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from storage.tables.columns import Instant, link, metadata, number, one_of

activities = Table(
    "activities",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("area", Text, nullable=False),
    Column("done_on", Date, nullable=False),
    Column("what", Text, nullable=False),
    Column("people_count", Integer, nullable=False, default=0),
    link("logged_by", "persons", optional=True),
    Column("logged_at", Instant, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_activities_club_day", "club_id", "done_on"),
    one_of("area", "TTN", "CSSK", "CSTN", "TGN", "QLI", "NT", "VHVN", "VDNL"),
)

home_visits = Table(
    "home_visits",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members"),
    link("visitor_id", "persons", optional=True),
    Column("visited_on", Date, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_home_visits_club_day", "club_id", "visited_on"),
)

help_given = Table(
    "help_given",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", optional=True),
    Column("given_on", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False, default=""),
    link("transaction_id", "transactions", optional=True),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_help_given_club_day", "club_id", "given_on"),
    one_of("kind", "money", "goods", "days", "paperwork"),
)
