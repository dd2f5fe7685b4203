"""Coming to a meeting: who takes whom along, the day's word, guests, corrections of the roll."""

from sqlalchemy import Boolean, Column, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, link, metadata, number, one_of

# Free places behind members who ride to the meeting themselves.
lift_offers = Table(
    "lift_offers",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    link("member_id", "members"),
    Column("seats", Integer, nullable=False),
    # The phone number may be shown to whoever rides along.
    Column("shares_phone", Boolean, nullable=False, default=False),
    Column("offered_at", Instant, nullable=False),
    UniqueConstraint("meeting_id", "member_id"),
)

# Who rides with whom; a row goes when either of the two withdraws.
lifts = Table(
    "lifts",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    link("rider_id", "members"),
    link("driver_id", "members", index=True),
    Column("shares_phone", Boolean, nullable=False, default=False),
    Column("agreed_at", Instant, nullable=False),
    UniqueConstraint("meeting_id", "rider_id"),
)

# The word that the board shows on the day of the meeting.
day_words = Table(
    "day_words",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    Column("word", Text, nullable=False),
    link("given_by", "persons", optional=True),
    Column("given_at", Instant, nullable=False),
    UniqueConstraint("meeting_id"),
)

# Who typed the word, or tried to: after some wrong tries only the board can note her.
word_tries = Table(
    "word_tries",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    link("member_id", "members"),
    Column("wrong", Integer, nullable=False, default=0),
    Column("right_at", Instant),
    UniqueConstraint("meeting_id", "member_id"),
)

meeting_guests = Table(
    "meeting_guests",
    metadata,
    number(),
    link("meeting_id", "meetings"),
    Column("kind", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("noted_at", Instant, nullable=False),
    link("noted_by", "persons", optional=True),
    UniqueConstraint("meeting_id", "kind"),
    one_of("kind", "officer", "other_club", "young", "other"),
)

# What was changed after the roll had been taken, and by whom.
roll_corrections = Table(
    "roll_corrections",
    metadata,
    number(),
    link("meeting_id", "meetings", index=True),
    link("member_id", "members"),
    Column("present", Boolean, nullable=False),
    Column("changed_at", Instant, nullable=False),
    link("changed_by", "persons", optional=True),
)
