"""What roll-ups read: a row for each closed month of a club, and what areas were called before."""

from sqlalchemy import BigInteger, Column, Date, Index, Table, Text, UniqueConstraint

from club.rollup.indicators import FLOWS, LAST
from storage.tables.columns import Instant, MonthText, link, metadata, number

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
