"""What was said last in a chat, as it stands among the letters."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from storage.tables.chats import outbox

_LAST = (
    select(outbox.c.card)
    .where(outbox.c.chat_id == bindparam("of_chat"), outbox.c.kind == "reply")
    .order_by(outbox.c.id.desc())
    .limit(bindparam("most"))
)


def times_running(db: Connection, chat_id: int, moments: Collection[str], most: int) -> int:
    """How many of the last answers, one behind the other, began with one of these moments; up to
    `most`.
    """
    found = db.execute(_LAST, {"of_chat": chat_id, "most": most}).scalars()
    count = 0
    for card in found:
        said = {each[0] for each in (card or {}).get("before", ())}
        if said.isdisjoint(moments):
            break
        count += 1
    return count
