"""What the club did in the eight areas, and help given."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, Table, Text

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
    Column("led_by", BigInteger),  # the member who led it
    Column("led_guest", Text),  # or somebody from outside; erasable
    Column("team_id", BigInteger, index=True),  # the standing team that did it
    Column("exchange_with", Text),  # the club that was met
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
    Column("case_id", BigInteger),  # the case of sudden difficulty that it answers
    Column("given_on", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False, default=""),
    link("transaction_id", "transactions", optional=True),
    Column("found_by", BigInteger),  # the person who noticed it
    Column("may_be_named", Boolean),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_help_given_club_day", "club_id", "given_on"),
    one_of("kind", "money", "goods", "days", "paperwork"),
)

# What money was paid out for; the words are erasable, the entry holds ids and sums.
payment_slips = Table(
    "payment_slips",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("transaction_id", BigInteger, index=True),  # empty while it waits for a second person
    Column("purpose", Text, nullable=False),
    Column("area", Text),
    Column("what", Text, nullable=False, default=""),
    Column("salt", Text, nullable=False, default=""),
    Column("receiver", Text, nullable=False, default=""),  # somebody outside; erasable
    link("receiver_id", "members", optional=True),
    Column("may_be_named", Boolean, nullable=False, default=False),
    link("found_by", "persons", optional=True),
    Column("paid_on", Date, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    one_of("purpose", "expense", "help", "sick_visit", "funeral", "longevity"),
)
