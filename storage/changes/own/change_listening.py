"""Somebody wants every message read aloud from now on, or no longer."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from storage.changes.deed import Deed
from storage.tables.chats import chats
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class ListeningChanged:
    always: bool


@dataclass(frozen=True, slots=True)
class ChangeListening:
    """Of the person, wherever she writes; of a stranger in this chat."""

    always: bool

    def carry_out(self, db: Connection, deed: Deed) -> ListeningChanged:
        wish_to_listen(db, deed.chat_id, deed.person_id, always=self.always)
        return ListeningChanged(self.always)


def wish_to_listen(db: Connection, chat_id: int, person_id: int | None, *, always: bool) -> None:
    """Keep the wish; said in the middle of a dialogue, it needs no dialogue of its own."""
    if person_id is None:
        db.execute(update(chats).where(chats.c.id == chat_id).values(listens=always))
    else:
        db.execute(update(persons).where(persons.c.id == person_id).values(listens=always))
