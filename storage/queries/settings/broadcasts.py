"""Words to many: whom one would reach, who wrote how often, how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from club.address import PersonName
from club.broadcasts import Audience, State
from club.members import BOARD
from storage.among import among
from storage.queries.members.naming import NAMED
from storage.queries.members.officers import clubs_of_officer
from storage.tables.areas import areas, clubs
from storage.tables.broadcasts import broadcast_people, broadcasts
from storage.tables.chats import LETTER_IS_OPEN, chats, outbox
from storage.tables.meetings import meeting_answers
from storage.tables.people import groups, member_groups, members, officers, offices, persons


@dataclass(frozen=True, slots=True)
class To:
    """Whom a word is for. `about`: the group, or the meeting that was not answered."""

    audience: Audience
    clubs: tuple[int, ...]
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people a chat reaches, and how many have to be phoned."""

    by_chat: int
    to_phone: int

    @property
    def people(self) -> int:
        return self.by_chat + self.to_phone


@dataclass(frozen=True, slots=True)
class Group:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One word to many, without its text."""

    id: int
    club_id: int | None
    sent_by: int
    sender: PersonName
    audience: Audience
    state: State
    said_on: date
    people: int


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of it so far: every person stands in exactly one of these."""

    sent: int = 0
    on_its_way: int = 0
    to_phone: int = 0
    unknown: int = 0
    cancelled: int = 0

    @property
    def people(self) -> int:
        return self.sent + self.on_its_way + self.to_phone + self.unknown + self.cancelled


@dataclass(frozen=True, slots=True)
class Written:
    """A word to many with what stands in it.

    `about`: of an officer's, the congratulation that it is; its text is then what is praised.
    """

    id: int
    sender: PersonName
    club: str
    audience: Audience
    signed_as: str
    about: int | None
    text: str = field(repr=False)


def wanted_people(to: To, sender: int, today: date) -> Select[Any]:
    """Each person once, in the name of one of her clubs; not the sender. Binds `club_ids`."""
    return (
        select(members.c.person_id, func.min(members.c.club_id).label("club_id"))
        .join(clubs, clubs.c.id == members.c.club_id)
        .where(
            among(members.c.club_id, "club_ids"),
            members.c.state == "member",
            clubs.c.ended_on.is_(None),
            members.c.person_id != sender,
            *_narrower(to, today),
        )
        .group_by(members.c.person_id)
    )


def _narrower(to: To, today: date) -> list[ColumnElement[bool]]:
    match to.audience:
        case Audience.GROUP:
            return [_group_of_member(today) == to.about]
        case Audience.UNANSWERED:
            answered = select(meeting_answers.c.id).where(
                meeting_answers.c.meeting_id == to.about,
                meeting_answers.c.member_id == members.c.id,
            )
            return [~answered.correlate(members).exists()]
        case Audience.BOARDS:
            return [_of_board(today)]
    return []


def _group_of_member(today: date) -> ColumnElement[int]:
    return (
        select(member_groups.c.group_id)
        .where(member_groups.c.member_id == members.c.id, member_groups.c.valid_from <= today)
        .order_by(member_groups.c.valid_from.desc(), member_groups.c.id.desc())
        .limit(1)
        .correlate(members)
        .scalar_subquery()
    )


def _of_board(today: date) -> ColumnElement[bool]:
    held = select(offices.c.id).where(
        offices.c.club_id == members.c.club_id,
        offices.c.person_id == members.c.person_id,
        offices.c.role.in_(sorted(each.value for each in BOARD)),
        offices.c.from_day <= today,
        or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
    )
    return held.correlate(members).exists()


def reach(db: Connection, to: To, sender: int, today: date) -> Reach:
    """How many it would be for, now."""
    wanted = wanted_people(to, sender, today).subquery()
    reachable = (
        select(chats.c.id)
        .where(chats.c.person_id == wanted.c.person_id, chats.c.unreachable.is_(None))
        .exists()
    )
    found = db.execute(
        select(func.count(), func.coalesce(func.sum(case((reachable, 1), else_=0)), 0)).select_from(
            wanted
        ),
        {"club_ids": list(to.clubs)},
    ).one()
    return Reach(by_chat=int(found[1]), to_phone=int(found[0]) - int(found[1]))


def groups_of(db: Connection, club_id: int) -> list[Group]:
    """The club's groups, by name."""
    found = db.execute(
        select(groups.c.id, groups.c.name)
        .where(groups.c.club_id == club_id)
        .order_by(groups.c.name, groups.c.id)
    )
    return [Group(*row) for row in found]


def officer_clubs(db: Connection, person_id: int, today: date) -> tuple[int, ...]:
    """The clubs that an officer may write to."""
    return tuple(each.id for each in clubs_of_officer(db, person_id, today))


def area_of_officer(db: Connection, person_id: int, today: date) -> str:
    """The area for which the person speaks; the first of several."""
    found = db.execute(
        select(areas.c.name)
        .join(officers, officers.c.area_id == areas.c.id)
        .where(
            officers.c.person_id == person_id,
            officers.c.from_day <= today,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
        )
        .order_by(officers.c.id)
        .limit(1)
    )
    return found.scalar() or ""


def sent_on(db: Connection, day: date, *, club_id: int | None, sender: int) -> int:
    """How often the club, or this officer, wrote to many on that day; no congratulations."""
    whose = (
        and_(
            broadcasts.c.club_id.is_(None),
            broadcasts.c.sent_by == sender,
            broadcasts.c.about.is_(None),
        )
        if club_id is None
        else broadcasts.c.club_id == club_id
    )
    count = select(func.count()).where(whose, broadcasts.c.said_on == day)
    return int(db.execute(count.select_from(broadcasts)).scalar_one())


def broadcast(db: Connection, number: int) -> Broadcast | None:
    """One of them; whoever asks has to see to it that it is hers."""
    return next(iter(_listed(db, broadcasts.c.id == number)), None)


def recent_broadcasts(
    db: Connection, *, club_id: int | None, sender: int, since: datetime
) -> Sequence[Broadcast]:
    """Those of the club, and the officer's own, the newest first."""
    own = and_(broadcasts.c.club_id.is_(None), broadcasts.c.sent_by == sender)
    mine = own if club_id is None else or_(own, broadcasts.c.club_id == club_id)
    return _listed(db, mine, broadcasts.c.said_at >= since)


def _listed(db: Connection, *conditions: ColumnElement[bool]) -> list[Broadcast]:
    columns = [broadcasts.c[name] for name in ("id", "club_id", "sent_by")]
    found = db.execute(
        select(
            *columns,
            NAMED,
            broadcasts.c.audience,
            broadcasts.c.state,
            broadcasts.c.said_on,
            broadcasts.c.people,
        )
        .join(persons, persons.c.id == broadcasts.c.sent_by)
        .where(*conditions)
        .order_by(broadcasts.c.id.desc())
    )
    return [
        Broadcast(
            row.id, row.club_id, row.sent_by, row.name, Audience(row.audience), State(row.state),
            row.said_on, row.people,
        )
        for row in found
    ]  # fmt: skip


def written(db: Connection, number: int) -> Written | None:
    """One with its words; None once they are gone."""
    row = db.execute(
        select(
            broadcasts.c.id,
            NAMED,
            clubs.c.name.label("club"),
            broadcasts.c.audience,
            broadcasts.c.signed_as,
            broadcasts.c.about,
            broadcasts.c.text,
        )
        .join(persons, persons.c.id == broadcasts.c.sent_by)
        .outerjoin(clubs, clubs.c.id == broadcasts.c.club_id)
        .where(broadcasts.c.id == number, broadcasts.c.text.is_not(None))
    ).first()
    if row is None:
        return None
    audience = Audience(row.audience)
    return Written(row.id, row.name, row.club or "", audience, row.signed_as, row.about, row.text)


def progress(db: Connection, number: int) -> Progress:
    """How far it has come."""
    place = outcome_of()
    found = db.execute(
        select(place, func.count())
        .select_from(
            broadcast_people.outerjoin(outbox, outbox.c.id == broadcast_people.c.letter_id)
        )
        .where(broadcast_people.c.broadcast_id == number)
        .group_by(place)
    )
    return Progress(**{str(name): int(count) for name, count in found})


def outcome_of() -> ColumnElement[str]:
    """In which of the counts of `Progress` a person stands."""
    of_letter = case(
        (outbox.c.state == "sent", "sent"),
        (LETTER_IS_OPEN, "on_its_way"),
        (outbox.c.state == "unknown", "unknown"),
        else_="to_phone",
    )
    return case(
        (broadcast_people.c.state == "waiting", "on_its_way"),
        (broadcast_people.c.state == "unreachable", "to_phone"),
        (broadcast_people.c.state == "cancelled", "cancelled"),
        else_=of_letter,
    )
