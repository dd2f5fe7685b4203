"""What came in: stored before the messenger hears that we have it, taken out exactly once."""

from collections.abc import Collection, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.among import among
from storage.tables.chats import UPDATE_WAITS, chats, inbox

MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Arrival:
    """A raw update on its way in. `chat_key` is None when it could not be read."""

    channel: str
    bot: str
    update_key: str
    chat_key: str | None
    raw: str
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update whose turn it is."""

    id: int
    chat_id: int
    channel: str
    raw: str
    attempts: int
    run: int


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing()


def insert_new(db: Connection, table: Table) -> Any:
    """INSERT … ON CONFLICT DO NOTHING, in the words of the database at hand; built once."""
    return _insert_new(db.dialect.name, table)


def take_in(
    db: Connection,
    arrivals: Sequence[Arrival],
    known: MutableMapping[tuple[str, str, str], int],
    *,
    run: int,
    now: datetime,
) -> set[int]:
    """Store what arrived; a repeat changes nothing. Returns the chats that now have something
    waiting.

    `known` is the caller's memory of chat numbers and is filled as chats are met. `run`: whose
    these are to answer; 0 for nobody's yet.
    """
    arrivals = [storable(each) for each in arrivals]
    meet_chats(db, arrivals, known, now)
    rows = [
        {
            "channel": each.channel,
            "bot": each.bot,
            "update_key": each.update_key,
            "chat_id": None
            if each.chat_key is None
            else known[each.channel, each.bot, each.chat_key],
            "raw": each.raw,
            "state": "aside" if each.chat_key is None else "waiting",
            "attempts": 1 if run else 0,
            "run": run,
            "received_at": now,
        }
        for each in arrivals
    ]
    if rows:
        db.execute(insert_new(db, inbox), rows)
    return {row["chat_id"] for row in rows if isinstance(row["chat_id"], int)}


def storable(arrival: Arrival) -> Arrival:
    """What no database takes is written so that one does: NUL, and halves of character pairs.

    One such update would keep out everything that arrived with it.
    """
    texts = (arrival.update_key, arrival.chat_key or "", arrival.raw)
    if all(map(_is_storable, texts)):
        return arrival
    return replace(
        arrival,
        update_key=_storable_text(arrival.update_key),
        chat_key=None if arrival.chat_key is None else _storable_text(arrival.chat_key),
        raw=_storable_text(arrival.raw),
    )


def _is_storable(text: str) -> bool:
    try:
        return "\0" not in text and (text.isascii() or bool(text.encode()))
    except UnicodeEncodeError:
        return False


def _storable_text(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def meet_chats(
    db: Connection,
    arrivals: Sequence[Arrival],
    known: MutableMapping[tuple[str, str, str], int],
    now: datetime,
) -> None:
    """Make a row for every chat not seen before and remember its number."""
    unknown = {
        (each.channel, each.bot, each.chat_key): each
        for each in arrivals
        if each.chat_key is not None and (each.channel, each.bot, each.chat_key) not in known
    }
    if not unknown:
        return
    rows = [
        {"channel": channel, "bot": bot, "key": key, "language": each.language, "created_at": now}
        for (channel, bot, key), each in unknown.items()
    ]
    db.execute(insert_new(db, chats), rows)
    for channel, bot in {(channel, bot) for channel, bot, _ in unknown}:
        found = db.execute(
            select(chats.c.key, chats.c.id).where(
                chats.c.channel == channel,
                chats.c.bot == bot,
                among(chats.c.key, "keys"),
            ),
            {"keys": [key for *of, key in unknown if of == [channel, bot]]},
        )
        known.update({(channel, bot, row.key): row.id for row in found})


def oldest_waiting(
    db: Connection, chat_ids: Collection[int]
) -> tuple[dict[int, Waiting], set[int]]:
    """For each chat the update whose turn it is, and the chats that have more behind it."""
    found = db.execute(_WAITING, {"chat_ids": list(chat_ids)})
    oldest: dict[int, Waiting] = {}
    more: set[int] = set()
    for row in found:
        if row.chat_id in oldest:
            more.add(row.chat_id)
        oldest[row.chat_id] = Waiting(*row)  # newest come first, so the oldest stays
    return oldest, more


_WAITING = (
    select(inbox.c.id, inbox.c.chat_id, inbox.c.channel, inbox.c.raw, inbox.c.attempts, inbox.c.run)
    .where(UPDATE_WAITS, among(inbox.c.chat_id, "chat_ids"))
    .order_by(inbox.c.id.desc())
)


def chats_with_waiting(db: Connection) -> list[int]:
    """Every chat that has something waiting, the longest waiting first."""
    found = db.execute(select(inbox.c.chat_id).where(UPDATE_WAITS).order_by(inbox.c.id))
    return list(dict.fromkeys(found.scalars()))


def mark_done(db: Connection, ids: Sequence[int]) -> None:
    """These updates have had their effect."""
    if ids:
        db.execute(_DONE, {"ids": list(ids)})


_DONE = update(inbox).where(among(inbox.c.id, "ids")).values(state="done")


def set_aside(db: Connection, id_: int, fault_id: int | None) -> None:
    """This update is not tried again; the person's next message goes on."""
    db.execute(update(inbox).where(inbox.c.id == id_).values(state="aside", fault_id=fault_id))


def count_attempt(db: Connection, waiting: Waiting, run: int) -> int | None:
    """One more attempt, counted before the work; returns how many there are now.

    None: somebody else has taken it meanwhile.
    """
    row = db.execute(
        update(inbox)
        .where(inbox.c.id == waiting.id, inbox.c.run == waiting.run, inbox.c.state == "waiting")
        .values(attempts=inbox.c.attempts + 1, run=run)
        .returning(inbox.c.attempts)
    )
    return row.scalar_one_or_none()
