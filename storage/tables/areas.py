"""Country, provinces, communes, clubs; what a club has settled, each with the day it holds from."""

from sqlalchemy import Boolean, Column, Date, Index, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

areas = Table(
    "areas",
    metadata,
    number(),
    link("parent_id", "areas", optional=True, index=True),
    Column("level", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    link("became_id", "areas", optional=True),  # where a merged commune went
    one_of("level", "country", "province", "commune"),
)

clubs = Table(
    "clubs",
    metadata,
    number(),
    Column("name", Text, nullable=False),
    Column("hamlet", Text, nullable=False, default=""),
    Column("founded_on", Date, nullable=False),
    Column("ended_on", Date),
    Column("timezone", Text, nullable=False),
    Column("join_code", Text, nullable=False, unique=True),
    Column("practice", Boolean, nullable=False, default=False),
)

club_communes = Table(
    "club_communes",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("area_id", "areas", index=True),
    Column("valid_from", Date, nullable=False),
    UniqueConstraint("club_id", "valid_from"),
)

# Meeting day, lesson day, loan rules, limits: the newest row whose day has come holds.
club_settings = Table(
    "club_settings",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("name", Text, nullable=False),
    Column("value", Json, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("settled_at", Instant, nullable=False),
    link("settled_by", "persons", optional=True),
    UniqueConstraint("club_id", "name", "valid_from", "settled_at"),
    Index("ix_club_settings_lookup", "club_id", "name", "valid_from"),
)
