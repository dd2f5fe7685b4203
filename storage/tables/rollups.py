"""What roll-ups read: a row for each closed month of a club, and what areas were called before."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Table, Text, UniqueConstraint

from club.rollup.indicators import FLOWS, LAST
from club.rollup.praise import Merit
from storage.tables.columns import Instant, MonthText, link, metadata, number, one_of

# What of a closed month leaves the club; a hidden figure is empty, and sums pass over it.
published_months = Table(
    "published_months",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("month", MonthText, nullable=False),
    *(Column(code, BigInteger) for code in (*LAST, *FLOWS)),
    UniqueConstraint("club_id", "month"),
    Index("ix_published_months_month", "month"),
)

# The newest row whose day has come; an area without a row has always been called so.
area_names = Table(
    "area_names",
    metadata,
    number(),
    link("area_id", "areas"),
    Column("name", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    UniqueConstraint("area_id", "valid_from"),
)

# A club was congratulated: at most once for a span, whoever does it.
congratulations = Table(
    "congratulations",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("span", Text, nullable=False),
    link("area_id", "areas"),
    link("congratulated_by", "persons"),
    Column("congratulated_at", Instant, nullable=False),
    UniqueConstraint("club_id", "span"),
)

# Somebody whom her club names for praise; officers read her name only once she has said yes.
praised_people = Table(
    "praised_people",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("member_id", "members"),
    Column("month", MonthText, nullable=False),
    Column("merit", Text, nullable=False),
    link("named_by", "persons"),
    Column("named_at", Instant, nullable=False),
    Column("agreed", Boolean),  # empty until she has answered
    Column("answered_at", Instant),
    UniqueConstraint("member_id", "month"),
    one_of("merit", *(each.value for each in Merit)),
)
