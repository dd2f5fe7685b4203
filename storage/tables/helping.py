"""Who types for whom, by which consent and until when; and what the checker looks at."""

from sqlalchemy import BigInteger, Column, Date, Index, Table, Text, UniqueConstraint

from storage.tables.columns import Instant, MonthText, link, metadata, number, one_of

# For who has no phone: consent before two of the board; a code may be made once by it.
helping_consents = Table(
    "helping_consents",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", index=True),
    Column("form", Text, nullable=False),
    link("noted_by", "persons"),
    link("second_person", "persons"),
    Column("agreed_on", Date, nullable=False),
    Column("used_at", Instant),
    one_of("form", "thumbprint", "signature", "spoken"),
)

helper_codes = Table(
    "helper_codes",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", index=True),
    Column("code_hash", Text, nullable=False, index=True),
    link("made_by", "persons"),
    Column("consent_id", BigInteger),  # empty: made on her own phone
    Column("made_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("used_at", Instant),
    link("used_by_chat", "chats", optional=True),
)

helpings = Table(
    "helpings",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", index=True),
    link("helper_id", "persons", index=True),
    link("code_id", "helper_codes"),
    Column("began_at", Instant, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("ended_at", Instant),
    Column("ended_by", BigInteger),
    Column("why", Text),
    Index("ix_helpings_club_last_day", "club_id", "last_day"),
    one_of("why", "member", "helper", "board", "gone"),
)

# What a helper has done, by the dialogue that did it: lists and receipts name both.
helped_deeds = Table(
    "helped_deeds",
    metadata,
    number(),
    link("helping_id", "helpings", index=True),
    Column("at", Instant, nullable=False),
    Column("deed", Text, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
)

# What Liên has picked for the checker, and what she found.
on_behalf_checks = Table(
    "on_behalf_checks",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("month", MonthText, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("picked_at", Instant, nullable=False),
    Column("outcome", Text),
    Column("said", Text, nullable=False, default=""),  # erasable
    link("checked_by", "persons", optional=True),
    Column("checked_at", Instant),
    UniqueConstraint("club_id", "month", "kind", "subject_id"),
    one_of("kind", "entry", "loan", "witness"),
    one_of("outcome", "right", "not_right"),
)
