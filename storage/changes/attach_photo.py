"""What was sent comes to belong to something; from then on that decides who may see it."""

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from club.photos import About, kept_for
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.tables.photos import photos


def attach_photos(
    db: Connection, deed: Deed, photo_ids: Sequence[int | None], *, about: About, subject: int
) -> None:
    """Within another change: these pictures belong to this. None stands for one that was skipped.

    Raises Refused where one is gone, or was not sent in this very chat, or belongs elsewhere.
    """
    for photo_id in photo_ids:
        if photo_id is not None:
            _attach(db, deed, photo_id, (about, subject))


def _attach(db: Connection, deed: Deed, photo_id: int, to: tuple[About, int]) -> None:
    about, subject = to
    there = db.execute(
        select(photos.c.chat_id, photos.c.about).where(photos.c.id == photo_id).with_for_update()
    ).first()
    if there is None or there.chat_id != deed.chat_id or there.about is not None:
        raise Refused(Code.PHOTO_GONE)
    db.execute(
        update(photos)
        .where(photos.c.id == photo_id)
        .values(
            about=about.value,
            subject=subject,
            club_id=deed.club_id,
            taken_by=deed.person_id,
            kept_until=deed.now + kept_for(about),
        )
    )
