"""Pictures and recordings: which there are about something, and who may see one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from club.helping import AS_WHOM
from club.members import Role
from club.photos import About, may_see
from storage.among import among
from storage.memberships import memberships
from storage.queries.members.accounts import offices_wait_in
from storage.queries.own.faces import is_helped_by
from storage.queries.web import WebFile
from storage.tables.chats import chats, web_messages
from storage.tables.photos import photos, web_photos


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who wants to see: in which chat, as which person (None: a stranger), on which day."""

    chat_id: int
    person_id: int | None
    today: date


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture or recording with its bytes."""

    id: int
    about: About | None
    content: bytes
    mime: str

    @property
    def is_recording(self) -> bool:
        return self.mime.startswith("audio/")

    @property
    def file_name(self) -> str:
        return f"lien-{self.id}.{'ogg' if self.is_recording else 'jpg'}"


def photo_of(db: Connection, viewer: Viewer, photo_id: int) -> Photo | None:
    """The picture, if this viewer may see it; None alike for one that is not there (F.9)."""
    row = db.execute(select(photos).where(photos.c.id == photo_id)).first()
    if row is None or not _may_see(db, row, viewer):
        return None
    about = None if row.about is None else About(row.about)
    return Photo(row.id, about, row.content, row.mime)


def photo_for_chat(db: Connection, chat_id: int, photo_id: int, today: date) -> Photo | None:
    """The picture, if the person of this chat may see it."""
    person_id = db.execute(select(chats.c.person_id).where(chats.c.id == chat_id)).scalar_one()
    return photo_of(db, Viewer(chat_id, person_id, today), photo_id)


def _may_see(db: Connection, row: Any, viewer: Viewer) -> bool:
    if row.about is None:
        # Nobody but her who has sent it, while it belongs to nothing.
        return bool(row.chat_id == viewer.chat_id)
    if viewer.person_id is None:
        return False
    about, her = About(row.about), viewer.person_id
    if about is About.FACE and row.subject == her:
        return True
    if may_see(about, _roles_in(db, row.club_id, viewer)):
        return True
    return about is About.FACE and is_helped_by(db, her, volunteer=row.subject, today=viewer.today)


def _roles_in(db: Connection, club_id: int | None, viewer: Viewer) -> set[Role]:
    """What she is in that very club today; nothing for somebody who has left or only asks."""
    assert viewer.person_id is not None
    belongs = memberships(db, {viewer.person_id}, viewer.today).get(viewer.person_id, [])
    roles: set[Role] = set()
    for each in belongs:
        if each.club_id == club_id and each.state == "member":
            roles |= {Role.MEMBER, *(Role(role) for role in each.roles)}
    # On a new account no office counts until others have confirmed it (Club rules, F.1).
    return roles & AS_WHOM if offices_wait_in(db, viewer.chat_id) else roles


def photos_about(db: Connection, about: About, subject: int) -> list[int]:
    """The numbers of all that belongs to this, in the order in which it was sent."""
    found = db.execute(
        select(photos.c.id)
        .where(photos.c.about == about.value, photos.c.subject == subject)
        .order_by(photos.c.id)
    )
    return list(found.scalars())


def photos_seen(db: Connection, viewer: Viewer, about: About, subject: int) -> list[int]:
    """The same, of those that this viewer may see."""
    found = db.execute(
        select(photos.c.id, photos.c.about, photos.c.subject, photos.c.club_id, photos.c.chat_id)
        .where(photos.c.about == about.value, photos.c.subject == subject)
        .order_by(photos.c.id)
    )
    return [row.id for row in found if _may_see(db, row, viewer)]


def with_photos(db: Connection, about: About, subjects: Collection[int]) -> set[int]:
    """Those of these that a picture belongs to."""
    found = db.execute(_WITH_PHOTOS, {"about": about.value, "subjects": list(subjects)})
    return set(found.scalars())


_WITH_PHOTOS = (
    select(photos.c.subject)
    .distinct()
    .where(photos.c.about == bindparam("about"), among(photos.c.subject, "subjects"))
)


def photo_on_line(db: Connection, key: str, message_id: int, today: date) -> WebFile | None:
    """The picture that this line of this phone shows, if whoever has the phone may see it now."""
    row = db.execute(
        select(web_photos.c.photo_id, chats.c.id, chats.c.person_id, web_messages.c.text)
        .join(web_messages, web_messages.c.id == web_photos.c.message_id)
        .join(chats, chats.c.id == web_messages.c.chat_id)
        .where(chats.c.channel == "web", chats.c.key == key, web_messages.c.id == message_id)
    ).first()
    if row is None:
        return None
    found = photo_of(db, Viewer(row.id, row.person_id, today), row.photo_id)
    if found is None:
        return None
    return WebFile(found.content, found.file_name, found.mime, row.text)
