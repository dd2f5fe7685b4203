"""What a restored database must not do again: between the backup and now all of it has happened.

What people wrote is answered, and the answer says that it may be there already. What nobody had
just asked for may have been sent since: it is unknown and never sent. A link that could be used
once may have been used.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, update

from storage.tables.broadcasts import broadcasts
from storage.tables.chats import LETTER_IS_OPEN, LETTER_WAITS, invitations, outbox
from storage.tables.helping import helper_codes
from storage.tables.pages import page_links
from storage.tables.schedule import reminders

WHY = "before a restore"


@dataclass(frozen=True, slots=True)
class Settled:
    """How many of each were found."""

    letters: int
    replies: int
    reminders: int
    broadcasts: int
    links: int


def settle_after_restore(db: Connection, now: datetime) -> Settled:
    """Waiting letters become unknown, reminders whose time has come are over, words to many are
    held, links that count once are over. Reminders must have been planned up to now before.
    """
    return Settled(
        letters=_letters_are_unknown(db),
        replies=_replies_say_so(db),
        reminders=_reminders_are_over(db, now),
        broadcasts=_broadcasts_are_held(db),
        links=sum(_links_are_over(db, each, now) for each in ONCE),
    )


ONCE = (invitations, page_links, helper_codes)
"""Tables of links and codes that count once."""


def _letters_are_unknown(db: Connection) -> int:
    return db.execute(
        update(outbox)
        .where(LETTER_IS_OPEN, outbox.c.kind != "reply")
        .values(state="unknown", why=WHY)
    ).rowcount


def _replies_say_so(db: Connection) -> int:
    return db.execute(update(outbox).where(LETTER_WAITS).values(again=True)).rowcount


def _reminders_are_over(db: Connection, now: datetime) -> int:
    return db.execute(
        update(reminders)
        .where(reminders.c.state == "planned", reminders.c.due_at <= now)
        .values(state="dropped", why=WHY)
    ).rowcount


def _broadcasts_are_held(db: Connection) -> int:
    return db.execute(
        update(broadcasts).where(broadcasts.c.state == "running").values(state="paused")
    ).rowcount


def _links_are_over(db: Connection, table: Table, now: datetime) -> int:
    return db.execute(
        update(table).where(table.c.used_at.is_(None), table.c.ends_at > now).values(ends_at=now)
    ).rowcount
