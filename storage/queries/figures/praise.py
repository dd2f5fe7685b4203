"""Who is named for praise by her club, and which clubs were congratulated."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from club.address import PersonName
from club.calendar import Month
from club.rollup.praise import Merit
from club.rollup.totals import PraisedPerson
from club.spans import Span
from storage.among import among
from storage.queries.members.naming import NAMED
from storage.tables.areas import clubs
from storage.tables.people import members, persons
from storage.tables.rollups import congratulations, praised_people


@dataclass(frozen=True, slots=True)
class Praise:
    """Somebody named by her club; `agreed` is None until she has answered."""

    id: int
    club_id: int
    club: str
    member_id: int
    person_id: int
    name: PersonName
    month: Month
    merit: Merit
    named_by: int
    agreed: bool | None


def praise(db: Connection, number: int) -> Praise | None:
    """One of them; whoever asks has to see to it that it is hers."""
    return next(iter(_found(db, praised_people.c.id == number)), None)


def praise_of_person(db: Connection, person_id: int) -> list[Praise]:
    """What she was named for in any club, the newest first."""
    return _found(db, members.c.person_id == person_id)


def praise_in_club(db: Connection, club_id: int, month: Month) -> list[Praise]:
    """Whom the club named for the month."""
    return _found(db, praised_people.c.club_id == club_id, praised_people.c.month == month)


def _found(db: Connection, *conditions: ColumnElement[bool]) -> list[Praise]:
    found = db.execute(_named().where(*conditions).order_by(praised_people.c.id.desc()))
    return [_praise(row) for row in found]


def _named() -> Select[*tuple[object, ...]]:
    return (
        select(
            praised_people.c.id,
            praised_people.c.club_id,
            clubs.c.name.label("club"),
            praised_people.c.member_id,
            members.c.person_id,
            NAMED,
            praised_people.c.month,
            praised_people.c.merit,
            praised_people.c.named_by,
            praised_people.c.agreed,
        )
        .join(members, members.c.id == praised_people.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .join(clubs, clubs.c.id == praised_people.c.club_id)
    )


def _praise(row: Row[*tuple[object, ...]]) -> Praise:
    values = row._mapping
    return Praise(**{**values, "merit": Merit(values["merit"])})


def people_praised(
    db: Connection, club_ids: Collection[int], span: Span
) -> dict[int, tuple[PraisedPerson, ...]]:
    """Whom these clubs named in the span; without her yes, or once she has left, no name."""
    by_name = and_(praised_people.c.agreed.is_(True), members.c.state == "member")
    found = db.execute(
        select(praised_people.c.club_id, praised_people.c.merit, NAMED, by_name.label("by_name"))
        .join(members, members.c.id == praised_people.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            among(praised_people.c.club_id, "clubs"),
            praised_people.c.month.between(span.first, span.last),
        )
        .order_by(praised_people.c.id),
        {"clubs": list(club_ids)},
    )
    named: dict[int, tuple[PraisedPerson, ...]] = {}
    for row in found:
        person = PraisedPerson(row.merit)
        if row.by_name and row.name:
            person = PraisedPerson(row.merit, str(row.name), row.name.form)
        named[row.club_id] = (*named.get(row.club_id, ()), person)
    return named


def congratulated(db: Connection, club_ids: Collection[int], span: Span) -> set[int]:
    """Those of these clubs that were congratulated for this very span."""
    found = select(congratulations.c.club_id).where(
        among(congratulations.c.club_id, "clubs"), congratulations.c.span == str(span)
    )
    return set(db.execute(found, {"clubs": list(club_ids)}).scalars())


@dataclass(frozen=True, slots=True)
class Congratulation:
    """Which club was congratulated for which span."""

    club_id: int
    club: str
    span: Span


def congratulation(db: Connection, number: int) -> Congratulation:
    """LookupError where there is none."""
    row = db.execute(
        select(congratulations.c.club_id, clubs.c.name, congratulations.c.span)
        .join(clubs, clubs.c.id == congratulations.c.club_id)
        .where(congratulations.c.id == number)
    ).first()
    if row is None:
        raise LookupError(f"no congratulation {number}")
    return Congratulation(row[0], row[1], Span.parse(row[2]))


def named_in_month(db: Connection, club_id: int, month: Month) -> int:
    """How many people the club has named for the month."""
    found = select(func.count()).where(
        praised_people.c.club_id == club_id, praised_people.c.month == month
    )
    return int(db.execute(found).scalar_one())
