"""Which process answers a chat and sends to it: one at a time, and everything in its order.

Whoever has something open for a chat, of its outbox, holds its lane. What others write for that
chat meanwhile is free (run NOBODY) and waits for him; when nothing of the chat is open with
anybody, whoever looks first takes all of it. The chat's row is locked by whoever takes or answers.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select, update

from storage import outbox as post
from storage.among import among
from storage.letter_kinds import LetterKind
from storage.outbox import Letter
from storage.sharing.processes import NOBODY
from storage.tables.chats import chats, inbox, outbox

LONGEST_GAP = timedelta(minutes=2)
"""So far back a lane's last message may keep the next one from going."""

_OPEN = or_(outbox.c.state == "waiting", outbox.c.state == "sending")


@dataclass(frozen=True, slots=True)
class Taken:
    """Letters that are this process's to send, in their order.

    `last_at`: when something that nobody asked for was last begun or sent, by chat.
    """

    letters: list[Letter]
    last_at: Mapping[int, datetime]


def put(
    db: Connection, letters: Sequence[Letter], *, run: int, sends: bool, now: datetime
) -> list[Letter]:
    """Write letters; returns those that are this process's to send, if it `sends`.

    These are the replies whose lanes nobody else holds and in which none waits for somebody to take
    it: who answers has the chat locked. The others are free for any process.
    """
    replies = [each for each in letters if each.kind == "reply"] if sends else []
    lanes = {each.hearer.chat_id for each in replies}
    lanes -= _among(db, _NOT_MINE, lanes, run)
    mine = [each for each in replies if each.hearer.chat_id in lanes]
    numbers = {each.id for each in mine}
    post.put(db, mine, run=run, now=now)
    post.put(db, [each for each in letters if each.id not in numbers], run=NOBODY, now=now)
    return mine


def _among(db: Connection, which: Any, chat_ids: Collection[int], run: int) -> set[int]:
    if not chat_ids:
        return set()
    return set(db.execute(which, {"chat_ids": list(chat_ids), "of_run": run}).scalars())


_ANOTHERS = select(outbox.c.chat_id).where(
    among(outbox.c.chat_id, "chat_ids"), _OPEN, outbox.c.run != bindparam("of_run")
)
_HELD = _ANOTHERS.where(outbox.c.run != NOBODY)
_NOT_MINE = _ANOTHERS.where(or_(outbox.c.run != NOBODY, outbox.c.kind == "reply"))


def take_letters(  # noqa: PLR0917 – what is looked for
    db: Connection,
    run: int,
    kinds: tuple[LetterKind, ...],
    channels: Collection[str],
    most: int,
    now: datetime,
) -> Taken:
    """Free letters of these kinds, the oldest first; with each all that is free for its chat."""
    wanted = _chats_with_free(db, run, kinds, channels, most, now)
    locked = select(chats.c.id).where(chats.c.id.in_(wanted)).order_by(chats.c.id)
    found = db.execute(locked.with_for_update(skip_locked=True, key_share=True)).scalars().all()
    if not found:
        return Taken([], {})
    # Looked at once more under the lock: whoever had it before has committed.
    mine = set(found) - _among(db, _HELD, found, run)
    numbers = db.execute(_TAKE, {"chat_ids": list(mine), "of_run": run, "at": now}).scalars()
    return Taken(post.letters_waiting(db, list(numbers)), _last_at(db, mine, now))


def give_back(db: Connection, run: int, ids: Collection[int]) -> None:
    """These are for whoever takes them: they have not been begun."""
    db.execute(_GIVE_BACK, {"ids": list(ids), "of_run": run})


_GIVE_BACK = (
    update(outbox)
    .where(
        among(outbox.c.id, "ids"), outbox.c.state == "waiting", outbox.c.run == bindparam("of_run")
    )
    .values(run=NOBODY)
)


def _chats_with_free(  # noqa: PLR0917
    db: Connection,
    run: int,
    kinds: tuple[LetterKind, ...],
    channels: Collection[str],
    most: int,
    now: datetime,
) -> list[int]:
    others = outbox.alias("others")
    held = select(others.c.id).where(
        others.c.chat_id == outbox.c.chat_id,
        others.c.state.in_(("waiting", "sending")),
        others.c.run.not_in((NOBODY, run)),
    )
    found = (
        select(outbox.c.chat_id)
        .join(chats, chats.c.id == outbox.c.chat_id)
        .where(
            outbox.c.state == "waiting",
            outbox.c.kind.in_(kinds),
            outbox.c.run == NOBODY,
            or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
            chats.c.channel.in_(channels),
            ~held.exists(),
        )
        .order_by(outbox.c.id)
        .limit(most)
    )
    return list(dict.fromkeys(db.execute(found).scalars()))


_TAKE = (
    update(outbox)
    .where(
        among(outbox.c.chat_id, "chat_ids"),
        outbox.c.state == "waiting",
        outbox.c.run == NOBODY,
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("at")),
    )
    .values(run=bindparam("of_run"))
    .returning(outbox.c.id)
)


def _last_at(db: Connection, chat_ids: Collection[int], now: datetime) -> dict[int, datetime]:
    last = func.max(func.coalesce(outbox.c.sent_at, outbox.c.begun_at))
    found = (
        select(outbox.c.chat_id, last.label("at"))
        .where(
            outbox.c.chat_id.in_(chat_ids),
            outbox.c.kind != "reply",
            outbox.c.begun_at > now - LONGEST_GAP,
        )
        .group_by(outbox.c.chat_id)
    )
    return {row.chat_id: row.at for row in db.execute(found)}


# What came in


def take_updates(db: Connection, run: int, channels: Collection[str], most: int) -> list[int]:
    """Updates that nobody has begun become this process's, the oldest first; returns their chats.

    Nothing is taken from a chat in which somebody else has something to answer.
    """
    others = inbox.alias("others")
    held = select(others.c.id).where(
        others.c.chat_id == inbox.c.chat_id,
        others.c.state == "waiting",
        others.c.run.not_in((NOBODY, run)),
    )
    fresh = (
        select(inbox.c.id)
        .where(
            inbox.c.state == "waiting",
            inbox.c.run == NOBODY,
            inbox.c.attempts == 0,
            inbox.c.channel.in_(channels),
            ~held.exists(),
        )
        .order_by(inbox.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    taken = (
        update(inbox)
        .where(inbox.c.id.in_(fresh))
        .values(run=run, attempts=1)
        .returning(inbox.c.chat_id)
    )
    return list(dict.fromkeys(db.execute(taken).scalars()))


def chats_left(db: Connection, channels: Collection[str], most: int) -> list[int]:
    """Chats with an update that was begun by somebody who is gone; taken one by one, counted."""
    found = (
        select(inbox.c.chat_id)
        .where(
            inbox.c.state == "waiting",
            inbox.c.run == NOBODY,
            inbox.c.attempts > 0,
            inbox.c.channel.in_(channels),
        )
        .order_by(inbox.c.id)
        .limit(most)
    )
    return list(dict.fromkeys(db.execute(found).scalars()))
