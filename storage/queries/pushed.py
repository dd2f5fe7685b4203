"""What was pushed to a chat lately, with what can be chosen under it."""

from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.tables.chats import outbox

MOST_LOOKED_AT = 10

_PUSHED = (
    select(outbox.c.card)
    .where(
        outbox.c.chat_id == bindparam("of_chat"),
        outbox.c.kind != "reply",
        outbox.c.card.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(MOST_LOOKED_AT)
)


def pushed_choices(db: Connection, chat_id: int) -> list[list[tuple[str, Any]]]:
    """The choices of each pushed message, the newest first: press and label as they are kept."""
    cards = db.execute(_PUSHED, {"of_chat": chat_id}).scalars()
    return [[(press, label) for press, label in card["choices"]] for card in cards]
