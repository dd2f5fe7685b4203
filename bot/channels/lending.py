"""Lends pictures and papers to messengers that carry none: by addresses on the members' page."""

import secrets
from dataclasses import dataclass

from bot.clock import Clock
from club.pages import SECRET_BYTES
from messages.papers.kinds import Drawn
from storage.lending import Lending, lend
from storage.outbox import Hearer
from storage.queries.web import WebFile
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Lent:
    """`link` is for the person, behind whose tap the paper opens; `picture` for the messenger."""

    link: str
    picture: str


class Lender:
    """Lends under `public_url`, where bot/channels/web/lent.py gives out what was lent."""

    def __init__(self, store: Store, clock: Clock, public_url: str) -> None:
        self._store = store
        self._clock = clock
        self._url = public_url

    async def lend(self, hearer: Hearer, file: Drawn) -> Lent:
        """Both addresses; each is said once and kept nowhere."""
        link, picture = (secrets.token_urlsafe(SECRET_BYTES) for _ in range(2))
        kept = WebFile(file.content, file.file_name, file.mime, file.title, file.photo_id)
        lending = Lending(hearer.chat_id, kept, link, picture)
        await self._store.change_soon(lend, lending, self._clock.now())
        return Lent(f"{self._url}/paper/#{link}", f"{self._url}/lent/{picture}")
