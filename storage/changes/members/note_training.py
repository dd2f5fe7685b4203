"""The board was trained: its first course, or the yearly refresher, with day and place."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.tables.areas import clubs
from storage.tables.meetings import board_trainings


@dataclass(frozen=True, slots=True)
class TrainingNoted:
    club_id: int
    day: date
    place: str
    refresher: bool


@dataclass(frozen=True, slots=True)
class NoteTraining:
    """Refused for a day to come, before the club was founded, or noted already."""

    day: date
    place: str
    refresher: bool

    def carry_out(self, db: Connection, deed: Deed) -> TrainingNoted:
        must_be_allowed(db, deed, Action.NOTE_TRAINING)
        club_id = locked_club_of(deed, db)
        founded = db.execute(select(clubs.c.founded_on).where(clubs.c.id == club_id)).scalar_one()
        if self.day > deed.today:
            raise Refused(Code.DAY_IN_FUTURE)
        if self.day < founded:
            raise Refused(Code.DAY_TOO_OLD)
        same = (board_trainings.c.club_id == club_id, board_trainings.c.trained_on == self.day)
        if db.execute(select(board_trainings.c.id).where(*same)).first() is not None:
            raise Refused(Code.ALREADY_DONE)
        place = " ".join(self.place.split())
        inserted(
            db,
            board_trainings,
            club_id=club_id,
            trained_on=self.day,
            refresher=self.refresher,
            place=place,
            noted_by=deed.person,
            cause=deed.cause,
        )
        return TrainingNoted(club_id, self.day, place, self.refresher)
