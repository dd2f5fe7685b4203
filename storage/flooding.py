"""What has to be known of chats before more of theirs is stored. Club rules, F.10."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from storage.among import among
from storage.tables.chats import chats, inbox

ChatKey = tuple[str, str, str]
"""Channel, bot, and the messenger's own name for the chat."""


@dataclass(slots=True)
class Standing:
    """Whether nobody has said yet who it is, and how much of it waits for an answer."""

    stranger: bool = True
    waiting: int = 0


def standings(db: Connection, keys: Collection[ChatKey]) -> dict[ChatKey, Standing]:
    """Of each of these chats; one never met is a stranger's."""
    found = {key: Standing() for key in keys}
    for channel, bot in sorted({key[:2] for key in keys}):
        named = {"of_channel": channel, "of_bot": bot}
        wanted = [key[2] for key in keys if key[:2] == (channel, bot)]
        for row in db.execute(_STANDING, named | {"keys": wanted}):
            found[channel, bot, row.key] = Standing(row.person_id is None, row.waiting)
    return found


_STANDING: Any = select(
    chats.c.key,
    chats.c.person_id,
    select(func.count())
    .where(inbox.c.chat_id == chats.c.id, inbox.c.state == "waiting")
    .correlate(chats)
    .scalar_subquery()
    .label("waiting"),
).where(
    chats.c.channel == bindparam("of_channel"),
    chats.c.bot == bindparam("of_bot"),
    chats.c.key.in_(bindparam("keys", expanding=True)),
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
