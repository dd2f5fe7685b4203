"""A person's accounts in messengers: which are frozen, which are new, and what they have done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from club.address import PersonName
from club.members import Action
from club.rights import may, may_concern
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.naming import NAMED
from storage.queries.money.entries import EntryLine, entry
from storage.tables.accounts import account_confirmations, account_freezes
from storage.tables.books import transactions
from storage.tables.chats import chats
from storage.tables.pages import page_sessions
from storage.tables.people import members, persons
from storage.tables.trail import audit


@dataclass(frozen=True, slots=True)
class Freeze:
    """Somebody's accounts, frozen. `chats`: their numbers."""

    id: int
    person_id: int
    name: PersonName
    club_id: int | None
    frozen_by: int
    chats: tuple[int, ...]
    frozen_at: datetime
    is_open: bool


_FREEZES = select(account_freezes, NAMED).join(persons, persons.c.id == account_freezes.c.person_id)


def freeze(db: Connection, number: int) -> Freeze | None:
    """By its number."""
    row = db.execute(_FREEZES.where(account_freezes.c.id == number)).first()
    return None if row is None else _freeze(row)


def open_freezes(db: Connection, club_id: int) -> list[Freeze]:
    """Those of members of the club that two have not decided on yet, the oldest first."""
    hers = select(members.c.person_id).where(
        members.c.club_id == club_id, members.c.state == "member"
    )
    found = db.execute(
        _FREEZES.where(
            account_freezes.c.person_id.in_(hers), account_freezes.c.ended_at.is_(None)
        ).order_by(account_freezes.c.id)
    )
    return [_freeze(row) for row in found]


def last_freeze(db: Connection, person_id: int, since: datetime) -> Freeze | None:
    """The newest of a person since then."""
    found = db.execute(
        _FREEZES.where(
            account_freezes.c.person_id == person_id, account_freezes.c.frozen_at >= since
        ).order_by(account_freezes.c.id.desc())
    )
    row = found.first()
    return None if row is None else _freeze(row)


def _freeze(row: Row[Any]) -> Freeze:
    return Freeze(
        id=row.id,
        person_id=row.person_id,
        name=row.name,
        club_id=row.club_id,
        frozen_by=row.frozen_by,
        chats=tuple(row.chats),
        frozen_at=row.frozen_at,
        is_open=row.ended_at is None,
    )


def open_accounts(db: Connection, person_id: int) -> list[int]:
    """The chats that speak for a person now."""
    found = db.execute(
        select(chats.c.id)
        .where(chats.c.person_id == person_id, chats.c.frozen_at.is_(None))
        .order_by(chats.c.id)
    )
    return list(found.scalars())


_LINKING = (
    *("AskToJoin", "AcceptInvitation", "JoinChats", "BecomeHelper", "SignUpVolunteer"),
    "BecomeOfficer",
)


def linked_lately(db: Connection, person_id: int, since: datetime, confirmed_by: int) -> list[int]:
    """Her accounts that began to speak for her after this, or on a page that was opened after it;
    without those that so many others have confirmed.
    """
    linked = select(audit.c.chat_id).where(audit.c.deed.in_(_LINKING), audit.c.at > since)
    opened = (
        select(page_sessions.c.chat_id)
        .group_by(page_sessions.c.chat_id)
        .having(func.min(page_sessions.c.made_at) > since)
    )
    found = [
        each
        for each in open_accounts(db, person_id)
        if db.execute(linked.where(audit.c.chat_id == each)).first() is not None
        or db.execute(opened.where(page_sessions.c.chat_id == each)).first() is not None
    ]
    return [each for each in found if len(_confirmed(db, each)) < confirmed_by]


def offices_wait_in(db: Connection, chat_id: int) -> bool:
    """Whether this account is new and others have to confirm it before its offices count."""
    found = select(chats.c.offices_wait).where(chats.c.id == chat_id)
    return bool(db.execute(found).scalar())


def pays_from_in(db: Connection, chat_id: int) -> datetime | None:
    """From when on this account may pay money out; None for one that is not new."""
    found: datetime | None = db.execute(
        select(chats.c.pays_from).where(chats.c.id == chat_id)
    ).scalar()
    return found


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account whose offices wait. `account` is the messenger's own name for it."""

    chat_id: int
    person_id: int
    name: PersonName
    channel: str
    account: str
    confirmed_by: frozenset[int]


def new_accounts(db: Connection, club_id: int) -> list[NewAccount]:
    """Those of the club's people, the oldest first."""
    found = db.execute(
        select(chats.c.id, chats.c.person_id, chats.c.channel, chats.c.key, NAMED)
        .join(persons, persons.c.id == chats.c.person_id)
        .join(members, members.c.person_id == chats.c.person_id)
        .where(
            members.c.club_id == club_id,
            members.c.state == "member",
            chats.c.offices_wait,
            chats.c.frozen_at.is_(None),
        )
        .order_by(chats.c.id)
    )
    return [
        NewAccount(row.id, row.person_id, row.name, row.channel, row.key, _confirmed(db, row.id))
        for row in found
    ]


def _confirmed(db: Connection, chat_id: int) -> frozenset[int]:
    found = select(account_confirmations.c.confirmed_by)
    return frozenset(db.execute(found.where(account_confirmations.c.chat_id == chat_id)).scalars())


def who_could_confirm(db: Connection, club_id: int, person_id: int, today: date) -> list[int]:
    """The others of the board with an account of their own, and of another household."""
    whom = person_in(db, club_id, person_id, today)
    found = dict.fromkeys(
        each.holder.id
        for each in offices_held(db, club_id, today)
        if may({each.role}, Action.CONFIRM_ACCOUNT)
        and may_concern(Action.CONFIRM_ACCOUNT, each.holder, whom)
    )
    return [each for each in found if open_accounts(db, each)]


@dataclass(frozen=True, slots=True)
class Act:
    """Something an account has done: the change by its name."""

    at: datetime
    deed: str


def acts_of(db: Connection, chat_ids: Collection[int], since: datetime, most: int) -> list[Act]:
    """What these accounts have done since then, the newest first."""
    found = db.execute(
        select(audit.c.at, audit.c.deed)
        .where(audit.c.chat_id.in_(list(chat_ids)), audit.c.at >= since)
        .order_by(audit.c.id.desc())
        .limit(most)
    )
    return [Act(row.at, row.deed) for row in found]


def count_of_acts(db: Connection, chat_ids: Collection[int], since: datetime) -> int:
    """How many there are in all."""
    return db.execute(
        select(func.count()).where(audit.c.chat_id.in_(list(chat_ids)), audit.c.at >= since)
    ).scalar_one()


def entries_by(
    db: Connection, club_id: int, person_id: int, between: tuple[datetime, datetime]
) -> Sequence[EntryLine]:
    """Entries of the club that a person made or agreed to in this time, the newest first."""
    since, until = between
    found = db.execute(
        select(transactions.c.id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.recorded_at >= since,
            transactions.c.recorded_at <= until,
            (transactions.c.recorded_by == person_id) | (transactions.c.second_person == person_id),
        )
        .order_by(transactions.c.id.desc())
    )
    lines = [entry(db, club_id, number) for number in found.scalars()]
    return [each for each in lines if each is not None]
