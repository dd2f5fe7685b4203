"""Letting somebody in on the members' page, by what the link carried."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from aiohttp import web

from bot.channels.web.channel import NAME, raw_update
from bot.clock import Clock
from bot.house import House
from club.calendar import VIETNAM, day_in_zone
from club.invitations import digest_of, secret_carried
from club.pages import page_secret
from handlers.members.held_accounts import told_of_new_accounts
from handlers.menus import closing
from handlers.talk.heard import Kind
from messages.cards import Card
from messages.own import my_page as say
from messages.presses import StartPress, packed
from storage import outbox
from storage.changes.deed import Deed
from storage.changes.members.new_accounts import account_linked
from storage.inbox import Arrival
from storage.outbox import Letter
from storage.page_sessions import Opening, PageOpened, open_by_link, open_for_stranger
from storage.queries import Connection
from storage.queries.own.pages import PageSession

_Told = tuple[tuple[int, Card], ...]


class Budget:
    """So many a minute, of people nobody knows. Club rules, F.10."""

    def __init__(self, clock: Clock, *, a_minute: int) -> None:
        self._clock = clock
        self._most = a_minute
        self._begun: datetime | None = None
        self._spent = 0

    def spend(self) -> bool:
        """Whether there is room for one more now."""
        now = self._clock.now()
        if self._begun is None or now - self._begun >= timedelta(minutes=1):
            self._begun, self._spent = now, 0
        self._spent += 1
        return self._spent <= self._most


class Doorkeeper:
    """Handles one tap on 'Open the page'. `secret` will be the new session's."""

    def __init__(self, house: House, strangers: Budget, secret: str) -> None:
        self.house = house
        self.strangers = strangers
        self.secret = secret

    async def let_in(
        self, carried: str, phone_key: str, session: PageSession | None, language: str
    ) -> bool:
        """Whether a new session was begun. Raises HTTPGone, or HTTPTooManyRequests."""
        if own := page_secret(carried):
            await self._open_own(own, phone_key)
            return True
        if session is not None:
            await self._hear_first(session.chat_key, phone_key, carried)
            return False
        if not self.strangers.spend():
            raise web.HTTPTooManyRequests
        opened = await self.house.store.change_soon(
            open_for_stranger, self.secret, language, self.house.clock.now()
        )
        await self._hear_first(opened.chat_key, phone_key, carried)
        return True

    async def _open_own(self, secret: str, phone_key: str) -> None:
        opening = Opening(secret=secret, phone_key=phone_key, session=self.secret)
        opened, letters = await self.house.store.change_soon(self._opened, opening)
        if opened is None:
            raise web.HTTPGone
        self.house.post(letters)
        if opened.is_new:
            await self._hear_first(opened.chat_key, phone_key, "")

    def _opened(
        self, db: Connection, opening: Opening
    ) -> tuple[PageOpened | None, Sequence[Letter]]:
        """In one transaction: the page is open, and her other chats hear of it."""
        clock = self.house.clock
        now = clock.now()
        opened = open_by_link(db, opening, now)
        if opened is None or opened.person_id is None or opened.again:
            return opened, []
        there, others = _Told(), _Told()
        if opened.is_new:
            there, others = _of_her_office(db, opened.chat_id, opened.person_id, now)
        told = [(opened.person_id, closing(say.opened_now())), *others]
        hearers = outbox.hearers_of_persons(db, sorted({person for person, _ in told}))
        cards = [(outbox.hearer_in(db, chat_id), card) for chat_id, card in there]
        cards += [
            (each, card)
            for person, card in told
            for each in hearers.of(person)
            if each.chat_id != opened.chat_id
        ]
        letters = [Letter(clock.new_id(), each, "notice", card.as_json()) for each, card in cards]
        return opened, self.house.outgoing.put(db, letters, now)

    async def _hear_first(self, chat_key: str, phone_key: str, carried: str) -> None:
        """What the link carried is the first thing heard; of an invitation only its digest."""
        kind, text = Kind.START, carried
        if invitation := secret_carried(carried):
            kind = Kind.PRESS
            text = packed(StartPress("accept_invitation", digest_of(invitation)))
        update_key = f"{chat_key}:enter:{phone_key}"
        arrival = Arrival(NAME, "", update_key, chat_key, raw_update(kind, text))
        await self.house.core.take_in([arrival])


def _of_her_office(
    db: Connection, chat_id: int, person_id: int, now: datetime
) -> tuple[_Told, _Told]:
    """A page is an account as well: her office waits on it until two others have confirmed it."""
    today = day_in_zone(now, VIETNAM)
    deed = Deed(chat_id, NAME, person_id, None, now, today, f"page:{chat_id}")
    if not account_linked(db, deed, person_id):
        return (), ()
    waits = told_of_new_accounts(db, person_id, today)
    return waits.there, waits.others
