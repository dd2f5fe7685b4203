"""Whom reminders of a month did not reach, and what they were about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from club.address import PersonName
from club.calendar import Month, day_in_zone
from club.reminders import Kind
from storage.queries.naming import NAMED
from storage.tables.areas import clubs
from storage.tables.chats import chats, outbox
from storage.tables.people import groups, member_groups, members, persons
from storage.tables.schedule import reminders


@dataclass(frozen=True, slots=True)
class ToPhone:
    """One person with all that she was not told; `group` is empty for who is in none."""

    member_id: int
    name: PersonName
    phone: str
    group_id: int | None
    group: str
    kinds: tuple[Kind, ...]


def not_reached() -> ColumnElement[bool]:
    """A reminder that found no chat, or of which it is not known that it arrived."""
    return or_(
        reminders.c.state == "unreachable",
        outbox.c.state.in_(("unknown", "dead")),
        and_(outbox.c.state == "dropped", chats.c.unreachable.is_not(None)),
    )


def people_to_phone(db: Connection, club_id: int, today: date) -> list[ToPhone]:
    """Members with reminders of this month that did not reach them, by group and name."""
    found = db.execute(
        select(
            members.c.id, NAMED, persons.c.phone, reminders.c.kind, reminders.c.due_at,
            clubs.c.timezone,
        )
        .select_from(
            reminders.join(clubs, clubs.c.id == reminders.c.club_id)
            .join(persons, persons.c.id == reminders.c.person_id)
            .join(
                members,
                and_(
                    members.c.club_id == reminders.c.club_id,
                    members.c.person_id == reminders.c.person_id,
                ),
            )
            .outerjoin(outbox, outbox.c.reminder_id == reminders.c.id)
            .outerjoin(chats, chats.c.id == outbox.c.chat_id)
        )
        .where(reminders.c.club_id == club_id, members.c.state == "member", not_reached())
        .order_by(persons.c.name, members.c.id, reminders.c.due_at, reminders.c.id)
    )  # fmt: skip
    of_month = [row for row in found if _month(row) == Month.of(today)]
    return _by_group(of_month, _groups(db, club_id, today))


def _month(row: Any) -> Month:
    return Month.of(day_in_zone(row.due_at, ZoneInfo(row.timezone)))


def _groups(db: Connection, club_id: int, today: date) -> dict[int, Any]:
    """The group of each member today."""
    found = db.execute(
        select(member_groups.c.member_id, groups.c.id, groups.c.name)
        .join(members, members.c.id == member_groups.c.member_id)
        .outerjoin(groups, groups.c.id == member_groups.c.group_id)
        .where(members.c.club_id == club_id, member_groups.c.valid_from <= today)
        .order_by(member_groups.c.valid_from, member_groups.c.id)
    )
    return {row.member_id: row for row in found}


def _by_group(rows: Iterable[Any], group_of: dict[int, Any]) -> list[ToPhone]:
    people: dict[int, list[Any]] = {}
    for row in rows:
        people.setdefault(row.id, []).append(row)
    found = []
    for member_id, mine in people.items():
        group = group_of.get(member_id)
        kinds = tuple(dict.fromkeys(Kind(row.kind) for row in mine))
        found.append(
            ToPhone(
                member_id=member_id,
                name=mine[0].name,
                phone=mine[0].phone or "",
                group_id=None if group is None else group.id,
                group="" if group is None else group.name or "",
                kinds=kinds,
            )
        )
    return sorted(found, key=lambda each: (each.group == "", each.group))


def led_by(db: Connection, club_id: int, person_id: int) -> set[int]:
    """The groups that this person leads."""
    return set(
        db.execute(
            select(groups.c.id)
            .join(members, members.c.id == groups.c.leader_id)
            .where(groups.c.club_id == club_id, members.c.person_id == person_id)
        ).scalars()
    )
