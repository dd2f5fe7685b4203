"""What an operator may do with messages that did not arrive: send them again, or let them be."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from storage.outbox import Letter, letters_waiting
from storage.sharing.processes import NOBODY
from storage.tables.chats import LETTER_WAITS, chats, outbox


def send_again(
    db: Connection,
    ids: Collection[int] | None = None,
    *,
    kind: str | None = None,
    even_unknown: bool = False,
) -> list[int]:
    """Put dead messages back, to be taken up at the next knock; returns their numbers.

    `ids`: None for all, of one `kind` if that is given. An unknown one may have arrived, so it
    goes only with `even_unknown`, and says that it may be there twice. A blanked one, or one for a
    chat that cannot be reached, stays.
    """
    states = ("dead", "unknown") if even_unknown else ("dead",)
    reachable = select(chats.c.id).where(chats.c.unreachable.is_(None))
    change = (
        update(outbox)
        .where(
            outbox.c.state.in_(states),
            outbox.c.card.is_not(None),
            outbox.c.chat_id.in_(reachable),
        )
        .values(state="waiting", again=outbox.c.state == "unknown", run=NOBODY, why=None)
        .returning(outbox.c.id)
    )
    return _numbers(db, _only(change, ids, kind))


def let_be(
    db: Connection, ids: Collection[int] | None = None, *, kind: str | None = None
) -> list[int]:
    """Drop dead and unknown messages and those that still wait, so that no list names them;
    returns their numbers. `ids`: None for all that are dead, of one `kind` if that is given.
    """
    states = ("dead",) if ids is None else ("dead", "unknown", "waiting")
    change = (
        update(outbox)
        .where(outbox.c.state.in_(states))
        .values(state="dropped", why="dropped by the operator")
        .returning(outbox.c.id)
    )
    return _numbers(db, _only(change, ids, kind))


def _only(
    change: ReturningUpdate[Any], ids: Collection[int] | None, kind: str | None
) -> ReturningUpdate[Any]:
    found = change if ids is None else change.where(outbox.c.id.in_(ids))
    return found if kind is None else found.where(outbox.c.kind == kind)


def taken_up(db: Connection, *, run: int) -> Sequence[Letter]:
    """The messages that were put back, now this process's to send."""
    ids = _numbers(
        db,
        update(outbox)
        .where(LETTER_WAITS, outbox.c.run == NOBODY)
        .values(run=run)
        .returning(outbox.c.id),
    )
    return letters_waiting(db, ids) if ids else []


def _numbers(db: Connection, change: ReturningUpdate[Any]) -> list[int]:
    return sorted(db.execute(change).scalars())
