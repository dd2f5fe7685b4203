"""An officer of the Association congratulates a club: at most once for a span, after her yes."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.broadcasts import Audience
from club.calendar import Month
from club.refusals import Code, Refused
from club.rollup.totals import Standing
from club.spans import Span
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import lock_club
from storage.changes.settings.send_broadcast import begin_broadcast
from storage.queries.figures.praise import congratulated
from storage.queries.figures.standing import officer_of_club, standing_of
from storage.queries.settings.broadcasts import To
from storage.tables.rollups import congratulations


@dataclass(frozen=True, slots=True)
class ClubCongratulated:
    """It is on its way to so many people."""

    club: str
    span: Span
    broadcast_id: int
    people: int


@dataclass(frozen=True, slots=True)
class Congratulate:
    """It goes to all members of the club like any word to many: bit by bit, never at night.

    Refused: NOT_ALLOWED outside of the own area, DAY_IN_FUTURE for a span that is not over,
    NOT_FOUND for a club that does not stand out, ALREADY_DONE, NOBODY_THERE.
    """

    club_id: int
    span: Span

    def carry_out(self, db: Connection, deed: Deed) -> ClubCongratulated:
        area = officer_of_club(db, deed.person, self.club_id, deed.today)
        if deed.typed_by is not None or area is None:
            raise Refused(Code.NOT_ALLOWED)
        if self.span.last >= Month.of(deed.today):
            raise Refused(Code.DAY_IN_FUTURE)
        lock_club(db, self.club_id)
        if congratulated(db, [self.club_id], self.span):
            raise Refused(Code.ALREADY_DONE)
        club = standing_of(db, self.club_id, self.span, deed.today)
        if club is None:
            raise Refused(Code.NOT_FOUND)
        number = inserted(
            db,
            congratulations,
            club_id=self.club_id,
            span=str(self.span),
            area_id=area.id,
            congratulated_by=deed.person,
            congratulated_at=deed.now,
        )
        return self._sent(db, deed, club, number, area.name)

    def _sent(  # noqa: PLR0917
        self, db: Connection, deed: Deed, club: Standing, number: int, area: str
    ) -> ClubCongratulated:
        begun = begin_broadcast(
            db,
            deed,
            To(Audience.MEMBERS, (self.club_id,), number),
            signed_as=area,
            text=" ".join(club.criteria),
        )
        return ClubCongratulated(club.club, self.span, begun.broadcast_id, begun.people)
