"""A person's several chats: which one she used last or chose, and what goes on in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from club.in_office import InOffice
from storage.among import among
from storage.conversations import OpenDialogue
from storage.outbox import chat_became_unreachable, hearer_in, hearers_of_persons
from storage.sharing.processes import NOBODY
from storage.tables.channels import chat_uses
from storage.tables.chats import LETTER_WAITS, chats, dialogues, outbox


def note_use(db: Connection, chat_ids: Sequence[int], now: datetime) -> None:
    """These were used just now; only chats of somebody with several have a row to note it in."""
    if chat_ids:
        db.execute(_USED, {"chat_ids": list(chat_ids), "at": now})


_USED = (
    update(chat_uses).where(among(chat_uses.c.chat_id, "chat_ids")).values(used_at=bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A dialogue about a subject that is begun in this chat; `whose`: for whom it is done."""

    person_id: int
    chat_id: int
    whose: int
    name: str
    subject: str


def begun_elsewhere(db: Connection, wanted: Wanted) -> list[OpenDialogue]:
    """The same, open in other chats of that person's, the newest first.

    Those chats are locked until the transaction ends, so that it does not go on there meanwhile.
    """
    mine = {"person_id": wanted.person_id, "chat_id": wanted.chat_id}
    others = db.execute(_OTHERS, mine).scalars().all()
    if not others:
        return []
    sought = {"whose": wanted.whose, "name": wanted.name, "subject": wanted.subject}
    found = db.execute(_OPEN, {"chat_ids": list(others), **sought})
    return [OpenDialogue(*row) for row in found]


_OTHERS = (
    select(chats.c.id)
    .join(chat_uses, chat_uses.c.chat_id == chats.c.id)
    .where(chats.c.person_id == bindparam("person_id"), chats.c.id != bindparam("chat_id"))
    .order_by(chats.c.id)
    .with_for_update(of=chats)
)
_OPEN = (
    select(
        *(dialogues.c[name] for name in ("id", "chat_id", "name", "subject", "place")),
        *(dialogues.c[name] for name in ("revision", "state", "started_at", "touched_at")),
        *(dialogues.c[name] for name in ("person_id", "club_id")),
    )
    .where(
        among(dialogues.c.chat_id, "chat_ids"),
        dialogues.c.place.in_(("front", "parked")),
        dialogues.c.person_id == bindparam("whose"),
        dialogues.c.name == bindparam("name"),
        dialogues.c.subject == bindparam("subject"),
    )
    .order_by(dialogues.c.touched_at.desc(), dialogues.c.id.desc())
)


def chat_ended(db: Connection, chat_id: int, letter_id: int, why: str) -> bool:
    """Nothing is sent to this chat any more; whether the letter goes to another of hers."""
    passed = pass_on(db, chat_id, letter_id)
    chat_became_unreachable(db, chat_id, why)
    return passed


def pass_on(db: Connection, chat_id: int, letter_id: int) -> bool:
    """What certainly cannot arrive in this chat goes to another of the same person's; from one on
    which her offices count never to one on which they wait (Club rules, F.1).

    The letter that has just failed and those behind it, without answers, which belong to what was
    said here; whoever sends next takes them up. Returns whether the letter is among them.
    """
    person_id = db.execute(select(chats.c.person_id).where(chats.c.id == chat_id)).scalar()
    if person_id is None:
        return False
    waits = hearer_in(db, chat_id).offices_wait
    hearers = hearers_of_persons(db, [person_id]).of(person_id if waits else InOffice(person_id))
    other = next((each for each in hearers if each.chat_id != chat_id), None)
    if other is None:
        return False
    moved = db.execute(
        update(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.kind != "reply",
            LETTER_WAITS | (outbox.c.id == letter_id),
        )
        .values(chat_id=other.chat_id, state="waiting", run=NOBODY)
        .returning(outbox.c.id)
    )
    return letter_id in set(moved.scalars())
