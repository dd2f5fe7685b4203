"""What people wrote is not kept longer than it is needed. Club rules, G.2.

Raw messages go after 7 days, texts sent and dialogues after 30, those of strangers after 7. Update
keys go with the raw messages: a messenger's numbers begin anew after a week of silence.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select, update

from storage import broadcasting, practising
from storage.changes.own.ask_erasing import erase_due, erase_long_gone
from storage.lending import forget_lent
from storage.page_sessions import close_unvisited
from storage.received import forget_photos
from storage.retention import forget_by_register
from storage.tables.chats import chats, dialogues, inbox, outbox, web_files, web_messages
from storage.tables.photos import web_photos

RAW = timedelta(days=7)
TEXTS = timedelta(days=30)
STRANGERS = timedelta(days=7)
MOST_AT_ONCE = 2000
NIGHT_HOUR = 20  # in UTC: three in the morning in Việt Nam


def forget(db: Connection, now: datetime) -> int:
    """Forget what is due, a bounded part of it; returns how many rows that were."""
    return (
        _forget_done_updates(db, now)
        + _blank_updates_set_aside(db, now)
        + _blank_letters(db, now)
        + _forget_dialogues(db, now)
        + _forget_pages(db, now)
        + forget_photos(db, now, MOST_AT_ONCE)
        + forget_lent(db, now, MOST_AT_ONCE)
        + practising.forget_lapsed(db, now, MOST_AT_ONCE)
        + broadcasting.forget_words(db, now, MOST_AT_ONCE)
        + erase_due(db, now)
        + _forget_at_night(db, now)
    )


def _forget_at_night(db: Connection, now: datetime) -> int:
    """What has years looks through whole tables: once a day, while nobody writes."""
    if now.astimezone(UTC).hour != NIGHT_HOUR:
        return 0
    return forget_by_register(db, now, MOST_AT_ONCE) + erase_long_gone(db, now)


def _forget_done_updates(db: Connection, now: datetime) -> int:
    due = (
        select(inbox.c.id)
        .where(inbox.c.state == "done", inbox.c.received_at < now - RAW)
        .limit(MOST_AT_ONCE)
    )
    return db.execute(delete(inbox).where(inbox.c.id.in_(due))).rowcount


def _blank_updates_set_aside(db: Connection, now: datetime) -> int:
    """The row stays, with the number of its fault."""
    due = (
        select(inbox.c.id)
        .where(
            inbox.c.state == "aside",
            inbox.c.raw.is_not(None),
            inbox.c.received_at < now - RAW,
        )
        .limit(MOST_AT_ONCE)
    )
    return db.execute(update(inbox).where(inbox.c.id.in_(due)).values(raw=None)).rowcount


def _blank_letters(db: Connection, now: datetime) -> int:
    """What became of a letter stays; what it said does not."""
    due = (
        select(outbox.c.id)
        .join(chats, chats.c.id == outbox.c.chat_id)
        .where(
            outbox.c.state.not_in(("waiting", "sending")),
            outbox.c.card.is_not(None),
            _over(outbox.c.made_at, now),
        )
        .limit(MOST_AT_ONCE)
    )
    return db.execute(update(outbox).where(outbox.c.id.in_(due)).values(card=None)).rowcount


def _forget_dialogues(db: Connection, now: datetime) -> int:
    """Also those left open: after so long nobody remembers where they were."""
    due = (
        select(dialogues.c.id)
        .join(chats, chats.c.id == dialogues.c.chat_id)
        .where(_over(dialogues.c.touched_at, now))
        .limit(MOST_AT_ONCE)
    )
    return db.execute(delete(dialogues).where(dialogues.c.id.in_(due))).rowcount


def _forget_pages(db: Connection, now: datetime) -> int:
    """What lay on the members' page; and where nobody comes any more nothing is sent."""
    due = (
        select(web_messages.c.id)
        .join(chats, chats.c.id == web_messages.c.chat_id)
        .where(_over(web_messages.c.at, now))
        .order_by(web_messages.c.id)
        .limit(MOST_AT_ONCE)
    )
    for kept in (web_files, web_photos):
        db.execute(delete(kept).where(kept.c.message_id.in_(due)))
    gone = db.execute(delete(web_messages).where(web_messages.c.id.in_(due))).rowcount
    close_unvisited(db, now)
    return gone


def _over(since: ColumnElement[datetime], now: datetime) -> ColumnElement[bool]:
    stranger = and_(chats.c.person_id.is_(None), since < now - STRANGERS)
    return or_(since < now - TEXTS, stranger)
