"""Trainings of the board, terms of offices, and who stands in for whom."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Text, cast, or_, select

from club.address import PersonName
from club.members import Role
from storage.queries.members.naming import NAMED, named_of
from storage.queries.money.ledger import cash_by_place, places_of
from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import BOARD_ROLES, Day, board_of
from storage.tables.areas import clubs
from storage.tables.board_life import officer_matters, stand_ins
from storage.tables.books import cash_counts
from storage.tables.meetings import board_trainings
from storage.tables.people import offices, persons


@dataclass(frozen=True, slots=True)
class Training:
    day: date
    place: str
    refresher: bool


def trainings_of(db: Connection, club_id: int) -> list[Training]:
    """The newest first."""
    found = db.execute(
        select(board_trainings.c.trained_on, board_trainings.c.place, board_trainings.c.refresher)
        .where(board_trainings.c.club_id == club_id)
        .order_by(board_trainings.c.trained_on.desc(), board_trainings.c.id.desc())
    )
    return [Training(row.trained_on, row.place or "", row.refresher) for row in found]


def terms_of(db: Connection, club_id: int) -> dict[int, date]:
    """Until when the holders of offices were elected, by the office's number."""
    found = db.execute(
        select(offices.c.id, offices.c.term_ends_on).where(
            offices.c.club_id == club_id, offices.c.term_ends_on.is_not(None)
        )
    )
    return {row.id: row.term_ends_on for row in found}


@dataclass(frozen=True, slots=True)
class StandIn:
    """`role` is cashier, or chair for an acting one."""

    id: int
    office_id: int
    resumes_office_id: int | None
    role: Role
    person_id: int
    name: PersonName
    from_day: date
    to_day: date


def stand_ins_of(db: Connection, club_id: int) -> list[StandIn]:
    """Those that have not been brought to their end, over or not."""
    found = db.execute(
        select(
            stand_ins.c.id, stand_ins.c.office_id, stand_ins.c.resumes_office_id, stand_ins.c.role,
            offices.c.person_id, NAMED, stand_ins.c.from_day, stand_ins.c.to_day,
        )
        .join(offices, offices.c.id == stand_ins.c.office_id)
        .join(persons, persons.c.id == offices.c.person_id)
        .where(stand_ins.c.club_id == club_id, stand_ins.c.ended_on.is_(None))
        .order_by(stand_ins.c.id)
    )  # fmt: skip
    return [StandIn(row[0], row[1], row[2], Role(row[3]), *row[4:]) for row in found]


def cash_is_counted(db: Connection, club_id: int, today: date) -> bool:
    """Whether two have counted all cash in tins today, and nothing happened to it since."""
    there = cash_by_place(db, club_id)
    for place in places_of(db, club_id):
        amount = there.get(place.id)
        if place.kind != "tin" or not amount:
            continue
        counted = db.execute(
            select(cash_counts.c.counted)
            .where(
                cash_counts.c.place_id == place.id,
                cash_counts.c.counted_on == today,
                cash_counts.c.second_person.is_not(None),
            )
            .order_by(cash_counts.c.id.desc())
            .limit(1)
        ).scalar()
        if counted != amount:
            return False
    return True


@dataclass(frozen=True, slots=True)
class OfficerMatter:
    """What two of the board agreed on, for the officer of the commune."""

    id: int
    club_id: int
    kind: str
    content: dict[str, int]
    proposed_by: int
    seconded_by: int
    state: str


def officer_matter(db: Connection, number: int) -> OfficerMatter | None:
    row = db.execute(
        select(
            officer_matters.c.id, officer_matters.c.club_id, officer_matters.c.kind,
            officer_matters.c.content, officer_matters.c.proposed_by,
            officer_matters.c.seconded_by, officer_matters.c.state,
        ).where(officer_matters.c.id == number)
    ).first()  # fmt: skip
    return None if row is None else OfficerMatter(*row)


def matters_waiting(db: Connection) -> list[OfficerMatter]:
    """Those of all clubs without an answer, the longest waiting first."""
    numbers = db.execute(
        select(officer_matters.c.id)
        .where(officer_matters.c.state == "waiting")
        .order_by(officer_matters.c.id)
    ).scalars()
    found = [officer_matter(db, each) for each in numbers]
    return [each for each in found if each is not None]


# Terms that end


def term_days(db: Connection, first: date, last: date) -> list[Day]:
    """The days on which somebody's term ends, each once."""
    found = db.execute(
        select(offices.c.term_ends_on, clubs.c.timezone)
        .join(clubs, clubs.c.id == offices.c.club_id)
        .where(offices.c.term_ends_on.between(first, last), clubs.c.ended_on.is_(None))
        .distinct()
        .order_by(offices.c.term_ends_on)
    )
    return [Day(row.term_ends_on, row.timezone) for row in found]


def terms_ending(today: date) -> Wanted:
    """The board of each club, for each office of it whose holder's term ends."""
    ending, holder = offices.alias("ending"), persons.alias("holder")
    wanted = board_of(BOARD_ROLES, today)
    found = (
        wanted.with_only_columns(
            offices.c.club_id,
            offices.c.person_id,
            (cast(ending.c.id, Text) + ":" + cast(ending.c.term_ends_on, Text)).label("subject"),
            ending.c.role.label("ending_role"),
            ending.c.term_ends_on,
            named_of(holder).label("holder_name"),
            clubs.c.timezone,
        )
        .select_from(offices)
        .join(ending, ending.c.club_id == offices.c.club_id)
        .join(holder, holder.c.id == ending.c.person_id)
        .where(
            ending.c.term_ends_on.is_not(None),
            or_(ending.c.to_day.is_(None), ending.c.to_day >= today),
        )
    ).subquery()
    # One thing to select from: whoever plans asks for other columns of it.
    return select(*found.c)
