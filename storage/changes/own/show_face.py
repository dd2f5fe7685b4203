"""A volunteer's photo, with her own consent: shown, changed, taken away."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert

from club.photos import About
from club.refusals import Code, Refused
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.volunteers.take_session import locked_volunteer
from storage.queries.life.home_care import visits_somebody
from storage.received import erase_photos_about
from storage.tables.people import consents

CONSENT_WORDING = "my_face.consent/1"


@dataclass(frozen=True, slots=True)
class FaceShown:
    pass


@dataclass(frozen=True, slots=True)
class ShowFace:
    """Those she helps or visits and their boards see it from now on; an earlier one is erased.

    For volunteers, and for members who visit somebody at home.
    """

    photo_id: int

    def carry_out(self, db: Connection, deed: Deed) -> FaceShown:
        if not visits_somebody(db, deed.person):
            locked_volunteer(db, deed)
        erase_photos_about(db, About.FACE.value, deed.person)
        attach_photos(db, deed, [self.photo_id], about=About.FACE, subject=deed.person)
        _consent(db, deed, given=True)
        return FaceShown()


@dataclass(frozen=True, slots=True)
class FaceTakenAway:
    pass


@dataclass(frozen=True, slots=True)
class TakeFaceAway:
    """It is erased at once. Refused(NOTHING_WAITING) where there is none."""

    def carry_out(self, db: Connection, deed: Deed) -> FaceTakenAway:
        if not erase_photos_about(db, About.FACE.value, deed.person):
            raise Refused(Code.NOTHING_WAITING)
        _consent(db, deed, given=False)
        return FaceTakenAway()


def _consent(db: Connection, deed: Deed, *, given: bool) -> None:
    db.execute(
        insert(consents).values(
            person_id=deed.person,
            purpose="photo",
            wording=CONSENT_WORDING,
            given=given,
            at=deed.now,
        )
    )
