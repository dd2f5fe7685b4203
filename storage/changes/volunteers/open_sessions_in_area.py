"""An officer of the Association opens the same session in several clubs of the own area at once."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Connection

from club.refusals import Code, Refused
from club.support import SupportKind
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.volunteers.open_session import begins_at
from storage.queries.members.officers import clubs_of_officer
from storage.queries.volunteers.sessions import Session, session
from storage.tables.sessions import support_sessions


@dataclass(frozen=True, slots=True)
class SessionsOpened:
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class OpenSessionsInArea:
    """One session in each of the clubs, in its own hamlet: from then on its board looks after it.

    Refused NOT_ALLOWED for a club outside of the officer's area.
    """

    club_ids: tuple[int, ...]
    topic: SupportKind
    title: str
    day: date
    at: time
    minutes: int
    place: str
    capacity: int
    language: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> SessionsOpened:
        mine = {each.id: each for each in clubs_of_officer(db, deed.person, deed.today)}
        if not self.club_ids or not set(self.club_ids) <= set(mine):
            raise Refused(Code.NOT_ALLOWED)
        opened = []
        for club_id in self.club_ids:
            number = inserted(
                db,
                support_sessions,
                club_id=club_id,
                topic=self.topic.value,
                title=self.title,
                starts_at=begins_at(db, club_id, self.day, self.at, now=deed.now),
                minutes=self.minutes,
                hamlet=mine[club_id].hamlet,
                place=self.place,
                capacity=self.capacity,
                language=self.language or None,
                at_home=False,
                state="open",
                opened_by=deed.person_id,
                cause=f"{deed.cause}:{club_id}",
            )
            found = session(db, number)
            assert found is not None
            opened.append(found)
        return SessionsOpened(tuple(opened))
