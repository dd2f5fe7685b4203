"""What goes out. A reply is sent, then marked; anything else is marked, then sent: never twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, insert, or_, select, update

from club.in_office import InOffice
from storage.among import among
from storage.letter_kinds import LetterKind
from storage.tables.channels import chat_uses
from storage.tables.chats import LETTER_WAITS, chats, outbox
from storage.tables.pages import page_sessions
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Hearer:
    """Whom a message is for, with what its rendering needs."""

    chat_id: int
    channel: str
    bot: str
    key: str
    language: str
    address: str = "bác"
    bot_word: str = "cháu"
    called: str | None = None
    name: str = ""
    lien_at_home: bool = False
    listens: bool = False  # every message is read aloud
    our_word: str = field(default="", repr=False)  # opens messages about money
    offices_wait: bool = False  # a new account: nothing of her office goes there yet


@dataclass(frozen=True, slots=True)
class Letter:
    """One outgoing message. `card` is the JSON that messages.render reads."""

    id: int
    hearer: Hearer
    kind: LetterKind
    card: Any
    again: bool = False
    reminder_id: int | None = None


def put(
    db: Connection,
    letters: Sequence[Letter],
    *,
    run: int,
    now: datetime,
    not_before: datetime | None = None,
) -> None:
    """Write letters into the outbox, to be sent after the commit."""
    if letters:
        db.execute(
            _INSERT,
            [
                {
                    "id": letter.id,
                    "chat_id": letter.hearer.chat_id,
                    "kind": letter.kind,
                    "card": letter.card,
                    "state": "waiting",
                    "run": run,
                    "tries": 0,
                    "again": False,
                    "made_at": now,
                    "not_before": not_before,
                    "reminder_id": letter.reminder_id,
                }
                for letter in letters
            ],
        )


# Values that never differ are named all the same: a default is worked out anew for every row.
_INSERT = insert(outbox)


def hearer_columns() -> list[Any]:
    """What a select needs for `hearer_of`, from chats joined to persons."""
    return [
        chats.c.id.label("chat_id"),
        chats.c.channel,
        chats.c.bot,
        chats.c.key,
        chats.c.language,
        func.coalesce(persons.c.address, chats.c.address).label("address"),
        func.coalesce(persons.c.bot_word, chats.c.bot_word).label("bot_word"),
        persons.c.called,
        persons.c.name,
        persons.c.lien_at_home,
        persons.c.word_between_us,
        chats.c.offices_wait,
        func.coalesce(persons.c.listens, chats.c.listens).label("listens"),
    ]


def hearer_of(row: Any) -> Hearer:
    return Hearer(
        chat_id=row.chat_id,
        channel=row.channel,
        bot=row.bot,
        key=row.key,
        language=row.language,
        address=row.address or "bác",
        bot_word=row.bot_word or "cháu",
        called=row.called,
        name=row.name or "",
        lien_at_home=bool(row.lien_at_home),
        listens=bool(row.listens),
        our_word=row.word_between_us or "",
        offices_wait=bool(row.offices_wait),
    )


_HEARER = (
    select(*hearer_columns())
    .select_from(chats.outerjoin(persons, persons.c.id == chats.c.person_id))
    .where(chats.c.id == bindparam("of_chat"))
)


def hearer_in(db: Connection, chat_id: int) -> Hearer:
    """Who hears in this chat, as of now."""
    return hearer_of(db.execute(_HEARER, {"of_chat": chat_id}).one())


class Hearers:
    """The chats of some persons that can be reached; `in`: whether a person has any."""

    def __init__(self, chats_of: Mapping[int, Sequence[Hearer]]) -> None:
        self._chats_of = chats_of

    def __contains__(self, person_id: int) -> bool:
        return person_id in self._chats_of

    def __bool__(self) -> bool:
        return bool(self._chats_of)

    def of(self, person_id: int) -> Sequence[Hearer]:
        """Where she hears what she did not just ask for, first where she wants it.

        A new account on which her offices wait hears nothing while she has another, and what is
        told to her `InOffice` never (Club rules, F.1).
        """
        hers = self._chats_of.get(person_id, ())
        known = [each for each in hers if not each.offices_wait]
        return known if known or isinstance(person_id, InOffice) else hers


def hearers_of_persons(db: Connection, person_ids: Sequence[int]) -> Hearers:
    """The reachable chats of each person, first that in which she wants to hear what she did not
    just ask for: the one she chose, else the one she used last, and a page, which cannot ring, at
    the end. A person without any is not in the answer, nor somebody who has died: nobody writes to
    that account (Club rules, E.3).
    """
    found = db.execute(_HEARERS, {"person_ids": list(person_ids)})
    hearers: dict[int, list[Hearer]] = {}
    for row in found:
        hearers.setdefault(row.person_id, []).append(hearer_of(row))
    return Hearers(hearers)


_HEARERS = (
    select(*hearer_columns(), chats.c.person_id)
    .join(persons, persons.c.id == chats.c.person_id)
    .outerjoin(chat_uses, chat_uses.c.chat_id == chats.c.id)
    .where(
        among(chats.c.person_id, "person_ids"),
        chats.c.unreachable.is_(None),
        persons.c.died_on.is_(None),
    )
    .order_by(
        chat_uses.c.chosen_at.desc().nulls_last(),
        exists().where(page_sessions.c.chat_id == chats.c.id),
        chat_uses.c.used_at.desc().nulls_last(),
        chats.c.id,
    )
)


def _open_letters() -> Select[Any]:
    return select(
        outbox.c.id,
        outbox.c.kind,
        outbox.c.card,
        outbox.c.again,
        outbox.c.reminder_id,
        *hearer_columns(),
    ).select_from(
        outbox.join(chats, chats.c.id == outbox.c.chat_id).outerjoin(
            persons, persons.c.id == chats.c.person_id
        )
    )


def _letter_of(row: Any) -> Letter:
    return Letter(row.id, hearer_of(row), row.kind, row.card, row.again, row.reminder_id)


def left_behind(db: Connection, *, run: int, now: datetime) -> list[Letter]:
    """Letters that wait. What an ended process was sending and was no reply becomes unknown.

    The oldest reply of a chat may have arrived, so it says that it is sent again; those behind it
    had not left yet.
    """
    db.execute(
        update(outbox)
        .where(outbox.c.state == "sending", outbox.c.run != run)
        .values(state="unknown", why="stopped while sending")
    )
    oldest = (
        select(func.min(outbox.c.id))
        .where(LETTER_WAITS, outbox.c.run != run, outbox.c.kind == "reply")
        .group_by(outbox.c.chat_id)
    )
    db.execute(update(outbox).where(outbox.c.id.in_(oldest)).values(again=True))
    db.execute(update(outbox).where(LETTER_WAITS, outbox.c.run != run).values(run=run))
    found = db.execute(
        _open_letters()
        .where(
            LETTER_WAITS,
            or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
        )
        .order_by(outbox.c.id)
    )
    return [_letter_of(row) for row in found]


def letters_waiting(db: Connection, ids: Sequence[int]) -> list[Letter]:
    """Those of these letters that wait, in their order."""
    wanted = _open_letters().where(outbox.c.id.in_(ids), outbox.c.state == "waiting")
    return [_letter_of(row) for row in db.execute(wanted.order_by(outbox.c.id))]


def begin_sending(db: Connection, ids: Sequence[int], run: int, now: datetime) -> set[int]:
    """Mark what is no reply as being sent, before it is; returns those that really were still
    waiting, and this process's.
    """
    return set(db.execute(_BEGIN, {"ids": ids, "of_run": run, "at": now}).scalars())


_BEGIN = (
    update(outbox)
    .where(
        among(outbox.c.id, "ids"), outbox.c.state == "waiting", outbox.c.run == bindparam("of_run")
    )
    .values(state="sending", begun_at=bindparam("at"), tries=outbox.c.tries + 1)
    .returning(outbox.c.id)
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a sending ended: sent, waiting (to be tried again), dead, unknown or dropped; and why."""

    id: int
    state: str
    why: str | None = None


def settle(db: Connection, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Write how sendings ended, in one statement a kind."""
    sent = [each.id for each in outcomes if each.state == "sent"]
    if sent:
        db.execute(_SENT, {"ids": sent, "at": now})
    for each in outcomes:
        if each.state != "sent":
            db.execute(
                update(outbox).where(outbox.c.id == each.id).values(state=each.state, why=each.why)
            )


_SENT = (
    update(outbox).where(among(outbox.c.id, "ids")).values(state="sent", sent_at=bindparam("at"))
)


def chat_became_unreachable(db: Connection, chat_id: int, why: str) -> None:
    """Blocked, deactivated: nothing more is sent there; the person goes to the board's list 'to
    phone'.
    """
    db.execute(update(chats).where(chats.c.id == chat_id).values(unreachable=why))
    db.execute(
        update(outbox)
        .where(outbox.c.chat_id == chat_id, LETTER_WAITS)
        .values(state="dropped", why=why)
    )


def chat_moved(db: Connection, chat_id: int, key: str) -> None:
    """The messenger gave the chat another name."""
    db.execute(update(chats).where(chats.c.id == chat_id).values(key=key))
