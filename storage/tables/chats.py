"""Chats, open dialogues, what came in and what goes out."""

from typing import get_args

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    and_,
    literal_column,
    text,
)

from storage.letter_kinds import LetterKind
from storage.tables.columns import Id, Instant, Json, link, metadata, number, one_of

chats = Table(
    "chats",
    metadata,
    number(),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False, default=""),
    Column("key", Text, nullable=False),  # the messenger's own name for the chat
    link("person_id", "persons", optional=True, index=True),
    link("club_id", "clubs", optional=True),  # the club in focus
    Column("language", Text, nullable=False, default="vi"),
    Column("language_chosen", Boolean),  # by hand: what is written changes it no more
    Column("address", Text),  # of a stranger; a person's own stands beside her name
    Column("bot_word", Text),
    Column("listens", Boolean),  # of a stranger: every message is read aloud to her
    Column("shown", Json),  # what a typed number means while no dialogue is open
    Column("unreachable", Text),  # why nothing can be sent, or null
    Column("practice_at", Instant),  # when she last spoke in her practice club, or null
    Column("helping_id", BigInteger),  # for whom is typed here, where it is not for oneself
    Column("frozen_at", Instant),  # somebody said that this phone is lost: it opens nothing
    Column("offices_wait", Boolean),  # new: two others have to say first whose it is
    Column("pays_from", Instant),  # new: until then no money is paid out from here
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("channel", "bot", "key"),
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    link("chat_id", "chats"),
    link("person_id", "persons", optional=True),
    link("club_id", "clubs", optional=True),
    Column("name", Text, nullable=False),
    Column("subject", Text, nullable=False, default=""),
    Column("place", Text, nullable=False),
    Column("revision", Integer, nullable=False, default=0),
    Column("state", Json, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    # One dialogue is in front of a chat; the database says so too.
    Index(
        "uq_dialogues_front",
        "chat_id",
        unique=True,
        sqlite_where=text("place = 'front'"),
        postgresql_where=text("place = 'front'"),
    ),
    Index("ix_dialogues_chat_place", "chat_id", "place"),
    one_of("place", "front", "parked", "done", "stopped"),
)

inbox = Table(
    "inbox",
    metadata,
    number(),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False, default=""),
    Column("update_key", Text, nullable=False),
    link("chat_id", "chats", optional=True),
    Column("raw", Text),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("run", Id, nullable=False),  # the process that took it in
    Column("received_at", Instant, nullable=False),
    link("fault_id", "faults", optional=True),
    UniqueConstraint("channel", "bot", "update_key"),
    # Only what waits is looked up by chat. With the state in front SQLite does not take the index
    # below for it, which has all that the chat ever said.
    Index(
        "ix_inbox_waiting",
        "state",
        "chat_id",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    # How much of a chat came lately is counted before more of it is stored.
    Index("ix_inbox_lately", "chat_id", "received_at"),
    one_of("state", "waiting", "done", "aside"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    link("chat_id", "chats"),
    Column("kind", Text, nullable=False),
    Column("card", Json),
    Column("state", Text, nullable=False),
    Column("run", Id, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("again", Boolean, nullable=False, default=False),
    Column("not_before", Instant),
    Column("made_at", Instant, nullable=False),
    Column("begun_at", Instant),  # of what nobody asked for: when it was marked as being sent
    Column("sent_at", Instant),
    Column("why", Text),
    link("reminder_id", "reminders", optional=True, index=True),
    Index(
        "ix_outbox_open",
        "state",
        "kind",
        "id",
        sqlite_where=text("state IN ('waiting', 'sending')"),
        postgresql_where=text("state IN ('waiting', 'sending')"),
    ),
    Index("ix_outbox_chat", "chat_id", "id"),
    # Who has something on its way to a chat has its lane.
    Index(
        "ix_outbox_lane",
        "chat_id",
        "run",
        sqlite_where=text("state IN ('waiting', 'sending')"),
        postgresql_where=text("state IN ('waiting', 'sending')"),
    ),
    one_of("kind", *get_args(LetterKind)),
    one_of("state", "waiting", "sending", "sent", "unknown", "dead", "dropped"),
)

# What a phone on the web page shows: the messages of its chat, both ways.
web_messages = Table(
    "web_messages",
    metadata,
    number(),
    link("chat_id", "chats"),
    Column("from_person", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("rows", Json, nullable=False),
    Column("again", Boolean, nullable=False, default=False),
    Column("update_key", Text),  # made on the phone, so that it knows its own line again
    Column("at", Instant, nullable=False),
    Column("file_name", Text),  # of the picture or file that this line is
    Column("file_mime", Text),
    Index("ix_web_messages_chat", "chat_id", "id"),
)

# Pictures and files that lie on the web page; they go with their line.
web_files = Table(
    "web_files",
    metadata,
    number(),
    link("message_id", "web_messages", index=True),
    Column("content", LargeBinary, nullable=False),
)

# Links that give a role, and links that ask to join through a named person: secrets are kept
# hashed.
invitations = Table(
    "invitations",
    metadata,
    number(),
    Column("secret_hash", Text, nullable=False, unique=True),
    link("club_id", "clubs", optional=True),
    link("area_id", "areas", optional=True),
    Column("role", Text, nullable=False),
    link("person_id", "persons", optional=True),
    link("made_by", "persons", optional=True),
    Column("made_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("used_at", Instant),
    link("used_by_chat", "chats", optional=True),
)

wrong_codes = Table(
    "wrong_codes",
    metadata,
    number(),
    link("chat_id", "chats"),
    Column("at", Instant, nullable=False),
    Index("ix_wrong_codes_chat_at", "chat_id", "at"),
)

question_troubles = Table(
    "question_troubles",
    metadata,
    number(),
    Column("dialogue", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("times", Integer, nullable=False),
    UniqueConstraint("dialogue", "question", "why", "month"),
)

# SQLite knows that an index over some of the rows fits only where the condition is spelled out as
# in the index: a bound value may be anything.
UPDATE_WAITS = inbox.c.state == literal_column("'waiting'")
"""An update that nobody has attended to."""

LETTER_IS_OPEN = outbox.c.state.in_([literal_column("'waiting'"), literal_column("'sending'")])
"""A letter of which it is not known that it was sent, nor that it never will be."""

LETTER_WAITS = and_(LETTER_IS_OPEN, outbox.c.state == "waiting")
"""A letter whose sending has not begun."""
