"""Who types for whom today, and what was done in whose name."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select

from club.address import PersonName
from storage.among import among
from storage.outbox import Hearer, hearer_columns, hearer_of, hearers_of_persons
from storage.queries.members.naming import NAMED, named_of
from storage.tables.chats import chats
from storage.tables.helping import helper_codes, helping_consents, helpings
from storage.tables.people import members, offices, persons

_HELPERS = persons.alias("helpers_persons")


@dataclass(frozen=True, slots=True)
class Spoken:
    """How she is spoken to for whom somebody types."""

    language: str
    address: str
    bot_word: str
    called: str | None
    name: str
    lien_at_home: bool


@dataclass(frozen=True, slots=True)
class Helping:
    """One person types for one member; `name` is the member's."""

    id: int
    club_id: int
    member_id: int
    person_id: int
    helper_id: int
    name: PersonName
    helper: PersonName
    began_at: datetime
    last_day: date
    spoken: Spoken


def _select() -> Any:
    return (
        select(
            helpings.c.id,
            helpings.c.club_id,
            helpings.c.member_id,
            members.c.person_id,
            helpings.c.helper_id,
            NAMED,
            named_of(_HELPERS).label("helper"),
            helpings.c.began_at,
            helpings.c.last_day,
            persons.c.language,
            persons.c.address,
            persons.c.bot_word,
            persons.c.called,
            persons.c.lien_at_home,
        )
        .select_from(
            helpings.join(members, members.c.id == helpings.c.member_id)
            .join(persons, persons.c.id == members.c.person_id)
            .join(_HELPERS, _HELPERS.c.id == helpings.c.helper_id)
        )
        .order_by(helpings.c.id)
    )


def holds(today: Any) -> ColumnElement[bool]:
    """Whether a helping goes on: not ended, within its twelve months, and she is a member."""
    return and_(
        helpings.c.ended_at.is_(None), helpings.c.last_day >= today, members.c.state == "member"
    )


def _helping(row: Any) -> Helping:
    return Helping(
        id=row.id,
        club_id=row.club_id,
        member_id=row.member_id,
        person_id=row.person_id,
        helper_id=row.helper_id,
        name=row.name,
        helper=row.helper,
        began_at=row.began_at,
        last_day=row.last_day,
        spoken=Spoken(
            row.language,
            row.address,
            row.bot_word,
            row.called,
            str(row.name),
            bool(row.lien_at_home),
        ),
    )


def helpings_numbered(db: Connection, numbers: Collection[int], today: date) -> dict[int, Helping]:
    """Those of these that go on today, by number."""
    if not numbers:
        return {}
    found = db.execute(_NUMBERED, {"numbers": list(numbers), "today": today})
    return {row.id: _helping(row) for row in found}


_NUMBERED = _select().where(among(helpings.c.id, "numbers"), holds(bindparam("today")))


def helped_by(db: Connection, helper_id: int, today: date) -> list[Helping]:
    """For whom this person types."""
    found = db.execute(_select().where(helpings.c.helper_id == helper_id, holds(today)))
    return [_helping(row) for row in found]


def helpers_of(db: Connection, person_id: int, today: date) -> list[Helping]:
    """Who types for this person, in whatever club."""
    found = db.execute(_select().where(members.c.person_id == person_id, holds(today)))
    return [_helping(row) for row in found]


def helpings_of_club(db: Connection, club_id: int, today: date) -> list[Helping]:
    """Everybody who types for a member of the club."""
    found = db.execute(_select().where(helpings.c.club_id == club_id, holds(today)))
    return [_helping(row) for row in found]


def helpers_of_persons(
    db: Connection, person_ids: Collection[int], today: date
) -> dict[int, tuple[Helping, Hearer]]:
    """The first helper of each person who can be reached, and the chat that reaches him.

    What an office gets to hear is for its holder alone: whoever holds one has none here.
    """
    if not person_ids:
        return {}
    rows = db.execute(_OF, {"person_ids": list(person_ids), "today": today})
    found = [_helping(row) for row in rows]
    reached = _reached(db, {each.helper_id for each in found})
    first: dict[int, tuple[Helping, Hearer]] = {}
    for each in found:
        if each.helper_id in reached:
            first.setdefault(each.person_id, (each, reached[each.helper_id]))
    return first


def those_reached(db: Connection, person_ids: Collection[int], today: date) -> set[int]:
    """Those of these whom something pushed reaches: in a chat of their own, or a helper's."""
    own = hearers_of_persons(db, list(person_ids))
    silent = [each for each in person_ids if each not in own]
    return set(person_ids) - set(silent) | set(helpers_of_persons(db, silent, today))


_OF = _select().where(
    among(members.c.person_id, "person_ids"),
    holds(bindparam("today")),
    ~select(offices.c.id)
    .where(
        offices.c.person_id == members.c.person_id,
        or_(offices.c.to_day.is_(None), offices.c.to_day >= bindparam("today")),
    )
    .exists(),
)


def _reached(db: Connection, person_ids: Collection[int]) -> dict[int, Hearer]:
    rows = db.execute(_CHATS, {"helper_ids": list(person_ids)})
    found: dict[int, Hearer] = {}
    for row in rows:
        found.setdefault(row.person_id, hearer_of(row))
    return found


_CHATS = (
    select(*hearer_columns(), chats.c.person_id)
    .join(persons, persons.c.id == chats.c.person_id)
    .where(among(chats.c.person_id, "helper_ids"), chats.c.unreachable.is_(None))
    .order_by(chats.c.id)
)


@dataclass(frozen=True, slots=True)
class OpenCode:
    """A code that still counts, and for whom it lets somebody type."""

    id: int
    club_id: int
    member_id: int
    person_id: int
    name: PersonName
    consent_id: int | None
    made_by: int


def hash_of_code(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def open_code(db: Connection, code: str, now: datetime) -> OpenCode | None:
    """The code as it stands: once, for ten minutes."""
    row = db.execute(
        select(
            helper_codes.c.id,
            helper_codes.c.club_id,
            helper_codes.c.member_id,
            members.c.person_id,
            NAMED,
            helper_codes.c.consent_id,
            helper_codes.c.made_by,
        )
        .select_from(
            helper_codes.join(members, members.c.id == helper_codes.c.member_id).join(
                persons, persons.c.id == members.c.person_id
            )
        )
        .where(
            helper_codes.c.code_hash == hash_of_code(code),
            helper_codes.c.used_at.is_(None),
            helper_codes.c.ends_at > now,
            members.c.state == "member",
        )
    ).first()
    if row is None:
        return None
    return OpenCode(*row)


def consent_to_use(db: Connection, member_id: int, since: date) -> int | None:
    """A consent before two of the board, of that day or later, by which no code was made yet."""
    return db.execute(
        select(helping_consents.c.id)
        .where(
            helping_consents.c.member_id == member_id,
            helping_consents.c.agreed_on >= since,
            helping_consents.c.used_at.is_(None),
        )
        .order_by(helping_consents.c.id)
        .limit(1)
    ).scalar()
