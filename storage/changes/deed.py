"""What every change knows about the person who causes it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Connection, insert

from storage.tables.trail import audit


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does it, through which chat, when; and the key that lets it happen only once.

    `typed_by`: the helper who types it in the name of `person_id`; None where nobody does.
    `entries`: the numbers of the entries that it has written into the books so far.
    """

    chat_id: int
    channel: str
    person_id: int | None
    club_id: int | None
    now: datetime
    today: date
    cause: str
    typed_by: int | None = None
    entries: list[int] = field(default_factory=list, compare=False)

    @property
    def person(self) -> int:
        """The person's number; asked only where a stranger cannot come."""
        if self.person_id is None:
            raise LookupError("a stranger has no number")
        return self.person_id


class Command(Protocol):
    """What a dialogue hands back: one change, carried out in one transaction, that returns what
    happened.
    """

    def carry_out(self, db: Connection, deed: Deed) -> Any: ...


class Private:
    """A command that concerns nobody but the person herself: it leaves no note."""

    __slots__ = ()


class AsBooksStand:
    """A command that rests on what its dialogue read in the books and asked about: where others may
    have written since, the dialogue is heard again before it is carried out.
    """

    __slots__ = ()


def note(
    db: Connection, deed: Deed, what: str, *, subject: str = "", for_member: int | None = None
) -> None:
    """Who did what, for whom, when, through which chat; no names, sums or texts."""
    db.execute(
        _NOTE,
        {
            "at": deed.now,
            "club_id": deed.club_id,
            "person_id": deed.typed_by or deed.person_id,
            "for_member": for_member,
            "chat_id": deed.chat_id,
            "deed": what,
            "subject": subject,
        },
    )


_NOTE = insert(audit)
