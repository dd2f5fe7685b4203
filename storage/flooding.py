"""What has to be known of chats before more of theirs is stored. Club rules, F.10."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    bindparam,
    func,
    literal_column,
    select,
)

from club.limits import COUNTED_MINUTES, MOST_WAITING, most_counted
from storage.among import among
from storage.tables.chats import chats, inbox, outbox

ChatKey = tuple[str, str, str]
"""Channel, bot, and the messenger's own name for the chat."""

COUNTED = timedelta(minutes=COUNTED_MINUTES)


@dataclass(slots=True)
class Standing:
    """Whether nobody has said yet who it is, how much of it waits for an answer, and how much came
    within the minutes that count.
    """

    stranger: bool = True
    waiting: int = 0
    lately: int = 0


def standings(db: Connection, keys: Collection[ChatKey], now: datetime) -> dict[ChatKey, Standing]:
    """Of each of these chats, in one statement for each bot; one never met is a stranger's."""
    found = {key: Standing() for key in keys}
    for (channel, bot), named in _by_bot(keys):
        for row in db.execute(_STANDINGS, {**named, **_lately(now)}):
            found[channel, bot, row.key] = Standing(row.person_id is None, row.waiting, row.lately)
    return found


def came_lately(
    db: Connection, keys: Collection[ChatKey], now: datetime
) -> dict[ChatKey, dict[str, datetime]]:
    """When each update of these chats came within the minutes that count, by its key."""
    found: dict[ChatKey, dict[str, datetime]] = {}
    for (channel, bot), named in _by_bot(keys):
        for row in db.execute(_CAME, {**named, **_lately(now)}):
            found.setdefault((channel, bot, row.key), {})[row.update_key] = row.received_at
    return found


def _by_bot(keys: Collection[ChatKey]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for channel, bot in sorted({key[:2] for key in keys}):
        wanted = [key[2] for key in keys if key[:2] == (channel, bot)]
        yield (channel, bot), {"of_channel": channel, "of_bot": bot, "keys": wanted}


def has_room(db: Connection, chat_id: int, now: datetime, *, a_minute: int) -> bool:
    """Whether one more of this chat may be stored."""
    row = db.execute(_ROOM, {"chat_id": chat_id, **_lately(now)}).one()
    return bool(row.lately < most_counted(a_minute) and row.waiting < MOST_WAITING)


def _lately(now: datetime) -> Mapping[str, datetime]:
    # What is of the future came before somebody set the clock back: it must keep nobody waiting.
    return {"since": now - COUNTED, "until": now}


_CAME_LATELY = (inbox.c.received_at > bindparam("since")) & (
    inbox.c.received_at <= bindparam("until")
)
# Said literally, or the index of what waits would not be seen to hold it.
_WAITS = inbox.c.state == literal_column("'waiting'")


def _counted(chat_id: ColumnElement[int], which: ColumnElement[bool]) -> ScalarSelect[int]:
    rows = select(func.count()).select_from(inbox).where(inbox.c.chat_id == chat_id, which)
    return rows.scalar_subquery()


_OF_THESE = (
    (chats.c.channel == bindparam("of_channel"))
    & (chats.c.bot == bindparam("of_bot"))
    & among(chats.c.key, "keys")
)

_STANDINGS = select(
    chats.c.key,
    chats.c.person_id,
    _counted(chats.c.id, _WAITS).label("waiting"),
    _counted(chats.c.id, _CAME_LATELY).label("lately"),
).where(_OF_THESE)

_CAME = (
    select(chats.c.key, inbox.c.update_key, inbox.c.received_at)
    .join_from(chats, inbox, inbox.c.chat_id == chats.c.id)
    .where(_OF_THESE, _CAME_LATELY)
)

_CHAT = bindparam("chat_id", type_=chats.c.id.type)
_ROOM = select(
    _counted(_CHAT, _WAITS).label("waiting"), _counted(_CHAT, _CAME_LATELY).label("lately")
)


def hold(db: Connection, chat_ids: Iterable[int]) -> None:
    """Nobody else answers in these chats before this is committed."""
    db.execute(_HOLD, {"chat_ids": list(chat_ids)})


_HOLD = (
    select(chats.c.id)
    .where(among(chats.c.id, "chat_ids"))
    .order_by(chats.c.id)
    .with_for_update(key_share=True)
)


def told_since(
    db: Connection, chat_ids: Iterable[int], card: Mapping[str, Any], since: datetime
) -> set[int]:
    """Those of these chats to which this very card went since then, whichever process wrote it."""
    named = {"chat_ids": list(chat_ids), "card": card, "since": since}
    return set(db.execute(_TOLD, named).scalars())


_TOLD = select(outbox.c.chat_id).where(
    among(outbox.c.chat_id, "chat_ids"),
    outbox.c.card == bindparam("card"),
    outbox.c.made_at > bindparam("since"),
)
