"""The board's own life, what was corrected of members, records joined, clubs that have ended."""

from sqlalchemy import BigInteger, Column, Date, Index, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, Json, link, metadata, number, one_of

# What stood in a member's record before a correction; a word, so it goes when she is erased.
person_corrections = Table(
    "person_corrections",
    metadata,
    number(),
    link("person_id", "persons", index=True),
    link("club_id", "clubs"),
    Column("what", Text, nullable=False),
    Column("before", Text, nullable=False),  # erasable
    link("changed_by", "persons"),
    Column("changed_at", Instant, nullable=False),
    one_of("what", "name", "phone", "hamlet", "birth_year"),
)

# A death as the board recorded it: what ended by it, so that a false report is undone whole.
deaths = Table(
    "deaths",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("person_id", "persons", index=True),
    link("member_id", "members"),
    Column("died_on", Date, nullable=False),
    link("recorded_by", "persons"),
    Column("recorded_in", BigInteger, nullable=False),  # the account, so that two are two
    Column("recorded_at", Instant, nullable=False),
    Column("ended", Json, nullable=False),  # memberships and offices as they were: ids and days
    Column("state", Text, nullable=False),
    link("confirmed_by", "persons", optional=True),
    Column("confirmed_at", Instant),
    one_of("state", "recorded", "confirmed", "undone"),
)

# Somebody who holds an office for a time in place of another, or of nobody (Club rules, E.1).
stand_ins = Table(
    "stand_ins",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("office_id", "offices"),
    Column("resumes_office_id", BigInteger),  # the office that waits until it is over
    Column("role", Text, nullable=False),
    Column("from_day", Date, nullable=False),
    Column("to_day", Date, nullable=False),
    Column("ended_on", Date),
    one_of("role", "cashier", "chair"),
)

# Two of the board have agreed; now the officer of the commune is asked.
officer_matters = Table(
    "officer_matters",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("kind", Text, nullable=False),
    Column("content", Json, nullable=False),  # ids alone
    link("proposed_by", "persons"),
    link("seconded_by", "persons"),
    Column("asked_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    link("decided_by", "persons", optional=True),
    Column("decided_at", Instant),
    Column("answer", Text),  # why not; erasable
    Index("ix_officer_matters_state", "state"),
    one_of("kind", "acting_chair", "merge_clubs", "dissolve", "split"),
    one_of("state", "waiting", "agreed", "refused"),
)

# Two records that were one person: the old number answers to the new one.
records_joined = Table(
    "records_joined",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("old_member_id", "members"),
    link("member_id", "members", index=True),
    link("old_person_id", "persons", index=True),
    link("person_id", "persons"),
    Column("joined_on", Date, nullable=False),
    link("joined_by", "persons"),
    link("second_person", "persons"),
    UniqueConstraint("old_member_id"),
)

# What became of a club that has ended, so that its old code and links are answered kindly.
clubs_ended = Table(
    "clubs_ended",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("into_club_id", "clubs", optional=True),
    Column("ended_on", Date, nullable=False),
    UniqueConstraint("club_id"),
)
