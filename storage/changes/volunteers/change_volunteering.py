"""A volunteer moves to another place, learns something new, or ends."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, update

from storage.changes.deed import Deed
from storage.changes.volunteers.block_volunteer import coming_of, taken_off
from storage.changes.volunteers.locked_session import locked_session
from storage.changes.volunteers.take_session import locked_volunteer
from storage.queries.volunteers.sessions import Session
from storage.queries.volunteers.volunteers import Volunteer
from storage.tables.people import volunteers


@dataclass(frozen=True, slots=True)
class VolunteeringChanged:
    volunteer: Volunteer


@dataclass(frozen=True, slots=True)
class ChangeVolunteering:
    """What is None stays. Sessions with a place stay too: she drops out of them where she must."""

    teaches: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    commune: int | None = None
    hamlet: str | None = None

    def carry_out(self, db: Connection, deed: Deed) -> VolunteeringChanged:
        locked_volunteer(db, deed)
        changed: dict[str, Any] = {}
        if self.teaches is not None:
            changed["teaches"] = list(self.teaches)
        if self.languages is not None:
            changed["languages"] = list(self.languages)
        if self.commune is not None:
            changed |= {"area_id": self.commune, "hamlet": self.hamlet or ""}
        db.execute(
            update(volunteers).where(volunteers.c.person_id == deed.person).values(**changed)
        )
        return VolunteeringChanged(locked_volunteer(db, deed))


@dataclass(frozen=True, slots=True)
class VolunteeringEnded:
    """`lost` are the sessions given back, each with who moved up."""

    volunteer: Volunteer
    lost: tuple[tuple[Session, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class EndVolunteering:
    """Nothing more is asked of her; places are given back, hours and certificates stay."""

    def carry_out(self, db: Connection, deed: Deed) -> VolunteeringEnded:
        coming = [locked_session(db, each) for each in coming_of(db, deed)]
        who = locked_volunteer(db, deed)
        lost = taken_off(db, deed, who.person_id, coming, why="ended")
        db.execute(
            update(volunteers)
            .where(volunteers.c.person_id == who.person_id)
            .values(ended_on=deed.today)
        )
        return VolunteeringEnded(who, lost)
