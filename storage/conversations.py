"""Who is speaking and where the talk stands: loaded and saved for many chats at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from storage.among import among
from storage.memberships import Membership, memberships
from storage.outbox import Hearer, hearer_columns, hearer_of
from storage.queries.helping.helping import Helping, helpings_numbered
from storage.queries.members.officers import IS_OFFICER
from storage.tables.channels import chat_uses
from storage.tables.chats import chats, dialogues, outbox
from storage.tables.people import persons, volunteers


@dataclass(frozen=True, slots=True)
class OpenDialogue:
    """A dialogue as it is kept: answers by name and how the last question was shown."""

    id: int
    chat_id: int
    name: str
    subject: str
    place: str
    revision: int
    state: Any
    started_at: datetime
    touched_at: datetime
    person_id: int | None = None
    club_id: int | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One chat: who hears, who speaks, what is open."""

    hearer: Hearer
    person_id: int | None
    club_id: int | None
    shown: Any
    is_volunteer: bool
    is_officer: bool
    unreachable: str | None
    front: OpenDialogue | None
    # When she last spoke in her practice club; None for who does not practise.
    practice_at: datetime | None = None
    memberships: tuple[Membership, ...] = field(default=())
    # When she last used this chat; None where nobody notes it, since she has no other.
    used_at: datetime | None = None
    # For whom is typed here now, where it is not for oneself; and what she is in her club.
    helping: Helping | None = None
    helped: Membership | None = None
    # Its phone was said to be lost: it opens nothing (Club rules, F.1).
    is_frozen: bool = False
    # She chose the language by hand: what she writes changes it no more.
    language_chosen: bool = False


_DIALOGUE_COLUMNS = (
    "id",
    "chat_id",
    "name",
    "subject",
    "place",
    "revision",
    "state",
    "started_at",
    "touched_at",
    "person_id",
    "club_id",
)


def load(db: Connection, chat_ids: Collection[int], today: date) -> dict[int, Talk]:
    """The talks of these chats, locked for the transaction; a chat that another process holds is
    left out.
    """
    rows = db.execute(_LOAD, {"chat_ids": list(chat_ids), "today": today}).all()
    typed_for = helpings_numbered(db, {row.helping_id for row in rows} - {None}, today)
    persons_ = {row.person_id for row in rows if row.person_id is not None}
    belonging = memberships(db, persons_ | {each.person_id for each in typed_for.values()}, today)
    talks = {row.chat_id: _talk(row, belonging) for row in rows}
    for row in rows:
        if (helping := typed_for.get(row.helping_id)) is not None:
            talks[row.chat_id] = _typing_for(talks[row.chat_id], helping, belonging)
    return talks


def _typing_for(talk: Talk, helping: Helping, belonging: dict[int, list[Membership]]) -> Talk:
    """The talk of a helper: she for whom he types is there as a member, without any office."""
    hers = (each for each in belonging.get(helping.person_id, ()))
    helped = next((each for each in hers if each.member_id == helping.member_id), None)
    # A chat that has changed hands since does not go on with it.
    if helped is None or helping.helper_id != talk.person_id:
        return talk
    return replace(talk, helping=helping, helped=replace(helped, roles=frozenset()))


# Statements of the hot path are built once: building one costs more than running it.
_LOAD = (
    select(
        *hearer_columns(),
        chats.c.person_id,
        chats.c.club_id,
        chats.c.shown,
        chats.c.unreachable,
        chats.c.practice_at,
        chats.c.helping_id,
        chat_uses.c.used_at,
        chats.c.frozen_at,
        chats.c.language_chosen,
        chats.c.offices_wait,
        volunteers.c.id.label("volunteer_id"),
        IS_OFFICER.label("is_officer"),
        *(dialogues.c[name].label(f"front_{name}") for name in _DIALOGUE_COLUMNS),
    )
    .select_from(
        chats.outerjoin(persons, persons.c.id == chats.c.person_id)
        .outerjoin(chat_uses, chat_uses.c.chat_id == chats.c.id)
        .outerjoin(
            volunteers,
            and_(volunteers.c.person_id == chats.c.person_id, volunteers.c.ended_on.is_(None)),
        )
        .outerjoin(dialogues, and_(dialogues.c.chat_id == chats.c.id, dialogues.c.place == "front"))
    )
    .where(among(chats.c.id, "chat_ids"))
    .with_for_update(of=chats, skip_locked=True, key_share=True)
)


def _talk(row: Any, belonging: dict[int, list[Membership]]) -> Talk:
    front = None
    if row.front_id is not None:
        front = OpenDialogue(*(getattr(row, f"front_{name}") for name in _DIALOGUE_COLUMNS))
    belongs = belonging.get(row.person_id, ())
    if row.offices_wait:
        # A new account: until others have confirmed it, it holds no office.
        belongs = [replace(each, roles=frozenset()) for each in belongs]
    return Talk(
        hearer=hearer_of(row),
        person_id=row.person_id,
        club_id=row.club_id,
        shown=row.shown,
        is_volunteer=row.volunteer_id is not None,
        is_officer=row.is_officer,
        unreachable=row.unreachable,
        front=front,
        practice_at=row.practice_at,
        used_at=row.used_at,
        memberships=tuple(belongs),
        is_frozen=row.frozen_at is not None,
        language_chosen=bool(row.language_chosen),
    )


def parked(db: Connection, chat_id: int) -> list[OpenDialogue]:
    """The dialogues put aside in this chat, the newest first."""
    found = db.execute(_PARKED, {"of_chat": chat_id})
    return [OpenDialogue(*row) for row in found]


_PARKED = (
    select(*(dialogues.c[name] for name in _DIALOGUE_COLUMNS))
    .where(dialogues.c.chat_id == bindparam("of_chat"), dialogues.c.place == "parked")
    .order_by(dialogues.c.touched_at.desc(), dialogues.c.id.desc())
)


def dialogue(db: Connection, chat_id: int, id_: int) -> OpenDialogue | None:
    """One dialogue of this chat by its number, whatever became of it."""
    found = db.execute(
        select(*(dialogues.c[name] for name in _DIALOGUE_COLUMNS)).where(
            dialogues.c.id == id_, dialogues.c.chat_id == chat_id
        )
    ).first()
    return None if found is None else OpenDialogue(*found)


def last_card(db: Connection, chat_id: int) -> Any:
    """The newest card that was sent to this chat, as it is kept; None where there is none."""
    return db.execute(_LAST_CARD, {"of_chat": chat_id}).scalar()


_LAST_CARD = (
    select(outbox.c.card)
    .where(outbox.c.chat_id == bindparam("of_chat"), outbox.c.state.in_(("sent", "unknown")))
    .order_by(outbox.c.id.desc())
    .limit(1)
)


def save_dialogues(db: Connection, changed: Sequence[OpenDialogue], known: set[int]) -> None:
    """Write dialogues as they now stand; `known` are the numbers that have a row already.

    Those that leave the front are written first: the database allows one in front of a chat.
    """
    ordered = sorted(changed, key=lambda each: each.place == "front")
    old = [
        {
            "of_id": each.id,
            "place": each.place,
            "revision": each.revision,
            "state": each.state,
            "touched_at": each.touched_at,
        }
        for each in ordered
        if each.id in known
    ]
    if old:
        db.execute(_UPDATE, old)
    new = [_row(each) for each in ordered if each.id not in known]
    if new:
        db.execute(_INSERT, new)


_INSERT = insert(dialogues)
_UPDATE = (
    update(dialogues)
    .where(dialogues.c.id == bindparam("of_id"))
    .values({name: bindparam(name) for name in ("place", "revision", "state", "touched_at")})
)


def _row(each: OpenDialogue) -> dict[str, Any]:
    return {name: getattr(each, name) for name in _DIALOGUE_COLUMNS}


def save_shown(db: Connection, shown: Sequence[tuple[int, Any]]) -> None:
    """What a typed number means in these chats from now on."""
    if shown:
        db.execute(_SHOWN, [{"of_id": chat_id, "shown": value} for chat_id, value in shown])


_SHOWN = update(chats).where(chats.c.id == bindparam("of_id")).values(shown=bindparam("shown"))


def heard_again(db: Connection, chat_ids: Sequence[int]) -> None:
    """A person who writes can be reached again."""
    db.execute(update(chats).where(chats.c.id.in_(chat_ids)).values(unreachable=None))


def address_stranger(db: Connection, chat_id: int, form: str, own_word: str) -> None:
    """How somebody is spoken to who is no person of ours yet."""
    db.execute(update(chats).where(chats.c.id == chat_id).values(address=form, bot_word=own_word))


def speak_to_stranger(db: Connection, chat_id: int, language: str) -> None:
    """In which language somebody is answered whom nobody has taken in yet."""
    db.execute(update(chats).where(chats.c.id == chat_id).values(language=language))
    hers = select(chats.c.person_id).where(chats.c.id == chat_id).scalar_subquery()
    db.execute(update(persons).where(persons.c.id == hers).values(language=language))
