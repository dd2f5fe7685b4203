"""Whose fee is owed, as whoever reminds them has to know: whom a message reaches and whom not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from club.address import PersonName
from club.calendar import Month
from club.contributions import fee_months_owed, long_in_arrears
from storage.among import among
from storage.queries.members.naming import NAMED
from storage.queries.money.fees import fee_facts_of
from storage.queries.reminding.reminding_money import fee_declared, in_mourning
from storage.tables.chats import chats
from storage.tables.people import members, persons
from storage.tables.trail import audit

AT_MOST_EVERY = timedelta(days=7)
"""Whoever was reminded has this long until the board may do so again."""


@dataclass(frozen=True, slots=True)
class Owing:
    """One member whose fee is owed; the phone number may be empty."""

    person_id: int
    name: PersonName
    phone: str


@dataclass(frozen=True, slots=True)
class FeesToRemind:
    """Of those who owe up to a month: whom a message reaches, whom somebody has to ring, and how
    many are left in peace: they have told that they paid or are in mourning, or owe for so long
    that the board talks with them (Club rules, B.2 and E.3). `own_too`: whoever reminds them owes
    herself.
    """

    by_chat: tuple[Owing, ...]
    to_phone: tuple[Owing, ...]
    told: int
    long_owing: int
    own_too: bool = False


def fees_to_remind(
    db: Connection, club_id: int, month: Month, *, today: date, but_not: int | None
) -> FeesToRemind:
    """`but_not`: who reminds the others is not reminded by herself."""
    owed = {
        number: months
        for number, facts in fee_facts_of(db, club_id).items()
        if (months := fee_months_owed(facts, month))
    }
    rows = _living(db, list(owed))
    long_owing = {each for each in rows if long_in_arrears(owed[each], month)}
    silent = fee_declared(db, list(rows)) | in_mourning(db, list(rows), today)
    asked = [number for number in rows if number not in long_owing | silent]
    people = [rows[each] for each in asked if rows[each].person_id != but_not]
    reached = _reached(db, [each.person_id for each in people])
    return FeesToRemind(
        tuple(each for each in people if each.person_id in reached),
        tuple(each for each in people if each.person_id not in reached),
        len(silent & rows.keys() - long_owing),
        len(long_owing),
        any(rows[each].person_id == but_not for each in asked),
    )


def _living(db: Connection, owed: Collection[int]) -> dict[int, Owing]:
    """Those who are members today, by name."""
    found = db.execute(
        select(members.c.id, persons.c.id.label("person"), NAMED, persons.c.phone)
        .join(persons, persons.c.id == members.c.person_id)
        .where(among(members.c.id, "numbers"), members.c.state == "member")
        .order_by(members.c.id),
        {"numbers": owed},
    )
    by_name = sorted(found, key=lambda row: (str(row.name), row.id))
    return {row.id: Owing(row.person, row.name, row.phone or "") for row in by_name}


def _reached(db: Connection, person_ids: list[int]) -> set[int]:
    found = db.execute(
        select(chats.c.person_id).where(
            among(chats.c.person_id, "people"), chats.c.unreachable.is_(None)
        ),
        {"people": person_ids},
    )
    return {int(each) for each in found.scalars()}


def reminded_last(db: Connection, club_id: int, deed: str, now: datetime) -> datetime | None:
    """When somebody of the board last reminded them all, if that is too near to do it again."""
    found: datetime | None = db.execute(
        select(func.max(audit.c.at)).where(
            audit.c.club_id == club_id, audit.c.deed == deed, audit.c.at > now - AT_MOST_EVERY
        )
    ).scalar()
    return found
