"""Persons (who can be erased) and what they are in clubs, each fact with the day it holds from."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

# The only table with a person's identity: books point at numbers, so erasing blanks one row.
persons = Table(
    "persons",
    metadata,
    number(),
    Column("name", Text, nullable=False),
    Column("birth_year", Integer),
    Column("sex", Text),
    Column("phone", Text, index=True),
    Column("hamlet", Text, nullable=False, default=""),
    Column("language", Text, nullable=False, default="vi"),
    Column("address", Text, nullable=False, default="bác"),
    Column("bot_word", Text, nullable=False, default="cháu"),
    Column("called", Text),  # free form of address, "mẹ thằng Tý"
    Column("lien_at_home", Boolean),  # a namesake of the helper, so that it leaves its name unsaid
    Column("word_between_us", Text),
    Column("wishes", Json),  # reminders off
    Column("listens", Boolean),  # every message is read aloud to her
    Column("created_at", Instant, nullable=False),
    Column("erased_at", Instant),
    Column("died_on", Date),  # from then on nothing is written to her
)

consents = Table(
    "consents",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    Column("purpose", Text, nullable=False),
    Column("wording", Text, nullable=False),  # the moment and version that was agreed to
    Column("given", Boolean, nullable=False),
    Column("form", Text, nullable=False, default="chat"),
    Column("at", Instant, nullable=False),
)

# Members who came in by a list without a word of theirs: name and group, for sixty days at most.
consents_missing = Table(
    "consents_missing",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("member_id", "members"),
    Column("since", Date, nullable=False),
    Column("told_on", Date),  # the board has heard whose names will go
    Column("ended_on", Date),
    Column("outcome", Text),  # given or gone
    UniqueConstraint("member_id"),
)

members = Table(
    "members",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    link("club_id", "clubs"),
    Column("state", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("joined_on", Date),
    Column("left_on", Date),
    link("decided_by", "persons", optional=True),
    Column("reason", Text),
    UniqueConstraint("club_id", "person_id"),
    Index("ix_members_club_state", "club_id", "state"),
    one_of("state", "asked", "member", "refused", "left", "died"),
)

groups = Table(
    "groups",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("name", Text, nullable=False),
    link("leader_id", "members", optional=True),
    Column("ended_on", Date),
)

member_groups = Table(
    "member_groups",
    metadata,
    number(),
    link("member_id", "members"),
    link("group_id", "groups", optional=True, index=True),
    Column("valid_from", Date, nullable=False),
    UniqueConstraint("member_id", "valid_from"),
)

households = Table(
    "households",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("name", Text, nullable=False, default=""),
)

member_households = Table(
    "member_households",
    metadata,
    number(),
    link("member_id", "members"),
    link("household_id", "households", optional=True, index=True),
    Column("valid_from", Date, nullable=False),
    UniqueConstraint("member_id", "valid_from"),
)

# poor, near_poor, none; unsaid is no row. Sick and exempt from fees stand here too.
circumstances = Table(
    "circumstances",
    metadata,
    number(),
    link("member_id", "members"),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    UniqueConstraint("member_id", "kind", "valid_from"),
)

offices = Table(
    "offices",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("person_id", "persons", index=True),
    Column("role", Text, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date),
    link("appointed_by", "persons", optional=True),
    Column("term_ends_on", Date),  # until when the holder was elected; the office itself goes on
    Index("ix_offices_club_role", "club_id", "role"),
)

officers = Table(
    "officers",
    metadata,
    number(),
    link("area_id", "areas", index=True),
    link("person_id", "persons", index=True),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date),
)

volunteers = Table(
    "volunteers",
    metadata,
    number(),
    link("person_id", "persons"),
    Column("belongs_to", Text, nullable=False, default=""),  # school or youth union
    Column("teaches", Json, nullable=False),
    Column("hamlet", Text, nullable=False, default=""),
    link("area_id", "areas", optional=True, index=True),  # the commune in which they help
    Column("signed_up_at", Instant, nullable=False),
    link("vouched_by", "persons", optional=True),
    Column("parent_agreed_at", Instant),
    Column("languages", Json),  # beside Vietnamese
    Column("vouched_how", Text),  # 'board', or the name of the youth union's secretary
    Column("ended_on", Date),
    UniqueConstraint("person_id"),
)

needs_asked = Table(
    "needs_asked",
    metadata,
    number(),
    link("member_id", "members"),
    Column("needs_loan", Boolean, nullable=False),
    Column("asked_on", Date, nullable=False),
    UniqueConstraint("member_id", "asked_on"),
)
