"""What the board was told lately about somebody who cried for help."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage.among import among
from storage.tables.chats import chats, outbox

_NOTICES = (
    select(chats.c.person_id, outbox.c.card)
    .join(chats, chats.c.id == outbox.c.chat_id)
    .where(
        among(chats.c.person_id, "person_ids"),
        outbox.c.kind == "notice",
        outbox.c.state.not_in(("dead", "dropped")),
        outbox.c.made_at > bindparam("since"),
        outbox.c.card.is_not(None),
    )
)


def told_since(
    db: Connection, person_ids: Collection[int], body: object, since: datetime
) -> set[int]:
    """Whom of these people this very body of a card went to, or is on its way to."""
    rows = db.execute(_NOTICES, {"person_ids": list(person_ids), "since": since})
    return {row.person_id for row in rows if row.card["body"] == body}
