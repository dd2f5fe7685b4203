"""A person's own page on the web: a link to it, and closing it everywhere."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, update

from club.pages import SECRET_BYTES, TIME_TO_OPEN, kept_secret
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.page_sessions import close_pages
from storage.queries.own.pages import page_at
from storage.tables.pages import page_links


@dataclass(frozen=True, slots=True)
class PageLinkMade:
    """`link` leads to the page and opens it once; it is nowhere else."""

    link: str


@dataclass(frozen=True, slots=True)
class MakePageLink:
    """A link to her own page, said in her own chat; an older one not used yet ends."""

    def carry_out(self, db: Connection, deed: Deed) -> PageLinkMade:
        address = page_at(db)
        if not address:
            raise Refused(Code.NOT_FOUND)
        secret = secrets.token_urlsafe(SECRET_BYTES)
        db.execute(
            update(page_links)
            .where(
                page_links.c.person_id == deed.person,
                page_links.c.used_at.is_(None),
                page_links.c.ends_at > deed.now,
            )
            .values(ends_at=deed.now)
        )
        inserted(
            db,
            page_links,
            secret_hash=kept_secret(secret),
            person_id=deed.person,
            made_at=deed.now,
            ends_at=deed.now + TIME_TO_OPEN,
        )
        return PageLinkMade(f"{address}/#w-{secret}")


@dataclass(frozen=True, slots=True)
class PagesClosed:
    """On how many phones the page was open."""

    count: int


@dataclass(frozen=True, slots=True)
class ClosePages:
    """Close the page on every phone; links not used yet open nothing any more."""

    def carry_out(self, db: Connection, deed: Deed) -> PagesClosed:
        return PagesClosed(
            close_pages(db, deed.now, person_id=deed.person_id, chat_id=deed.chat_id)
        )
