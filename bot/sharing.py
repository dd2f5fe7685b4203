"""This process among others at work on one database: it says that it is alive, and what is its own.

Losing its place costs a process nothing but what it held in memory, which others have taken up; it
comes in anew at once.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Collection, Coroutine
from contextlib import suppress
from dataclasses import dataclass

from bot.away import Away
from bot.clock import Clock
from bot.delivery import Delivery
from bot.roles import Role
from storage.only_one import Taken, taken
from storage.queries import Connection
from storage.schema import must_be_up_to_date
from storage.sharing import processes, turns
from storage.sharing.presence import InUse, Presence
from storage.sharing.processes import LEASE_SECONDS, SURE_SECONDS, Left
from storage.sharing.turns import Part
from storage.store import DatabaseFailed, Store, UnusableDatabase

log = logging.getLogger("lien.sharing")

SIGN_SECONDS = 1.0
CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Signed:
    """What a sign of life has brought: what is this process's own, and what the dead have left."""

    duties: frozenset[str]
    part: Part
    seconds_held: float
    dead: int
    left: Left | None


class Sharing:
    """Owns the signs of life. `delivery` is set once both exist, where this process sends.

    `ended`: why it could not go on. `lives`: how often it has come in.
    """

    delivery: Delivery | None = None

    def __init__(
        self, store: Store, clock: Clock, roles: Collection[Role], *, duties: Collection[str]
    ) -> None:
        self.store = store
        self.clock = clock
        self.roles = frozenset(roles)
        self.ended: UnusableDatabase | None = None
        self.lives = 1
        self._wanted = frozenset(duties)
        self._duties: frozenset[str] = frozenset()
        self.presence = Presence(store, clock.run)
        self._sure_until = 0.0
        self._signs_since: float | None = None
        self._last_sign = 0.0
        self.away = Away(clock)
        self._share = 0
        self._anew = False
        self._signing = threading.Lock()
        self._over = False
        self._early = asyncio.Event()
        self._news = asyncio.Event()  # set for a moment by each sign

    # Coming and going

    def come_in(self) -> None:
        """Before anything else. Raises UnusableDatabase where the database cannot be shared."""
        try:
            self.presence.confirm()
            left = self.store.change(self._enter)
        except InUse:
            raise Taken(taken("this database")) from None
        _say(left)
        self._sure_until = self.clock.monotonic() + SURE_SECONDS

    def _enter(self, db: Connection) -> Left:
        must_be_up_to_date(db)
        processes.come_in(db, self.clock.run, self._said_roles)
        processes.bury(db, self.clock.run, watched_long=False)
        return processes.release(db)

    @property
    def _said_roles(self) -> str:
        return ",".join(sorted(each.value for each in self.roles))

    def go(self) -> None:
        """What this process holds is free at once."""
        with self._signing:
            self._over = True
            try:
                _say(self.store.change(processes.go, self.clock.run))
            except DatabaseFailed as error:
                log.error("others find out by themselves that it ends: %s", type(error).__name__)
            finally:
                self.presence.end()

    # Signs of life

    async def run(self, stop: Callable[[], None]) -> None:
        """Give signs until cancelled; `stop` is called where this process cannot go on."""
        while True:
            try:
                await self._one_sign()
                self._news.set()
                self._news.clear()
            except (UnusableDatabase, InUse) as error:
                self.ended = UnusableDatabase(str(error) or taken("this database"))
                stop()
                return
            if not self._anew:
                with suppress(TimeoutError):
                    async with asyncio.timeout(SIGN_SECONDS):
                        await self._early.wait()
            self._early.clear()

    async def _one_sign(self) -> None:
        began = self.clock.monotonic()
        watched = self._signs_since is not None and began - self._signs_since >= LEASE_SECONDS
        # First they are not used here any more, then they are others'.
        given = 0 if self.delivery is None else self._given_back(self.delivery)
        try:
            signed = await asyncio.to_thread(self._sign, watched, given)
        except DatabaseFailed as error:
            self._note_away(error)
            return
        self.away.ends()
        if signed is None:
            self._lost()
            return
        self._anew = False
        if self._signs_since is None or began - self._last_sign > SURE_SECONDS:
            self._signs_since = began
        self._last_sign, self._sure_until = began, began + SURE_SECONDS
        self._note(signed)

    def _sign(self, watched_long: bool, given: int) -> Signed | None:
        with self._signing:
            if self._over:
                return None
            self.presence.confirm()
            return self.store.change(self._signed, watched_long, given)

    def _signed(self, db: Connection, watched_long: bool, given: int) -> Signed | None:
        run, sends = self.clock.run, self.delivery is not None and self.delivery.others > 0
        must_be_up_to_date(db)
        if self._anew:
            # What it has taken since it was taken for dead lies in no memory.
            processes.release(db)
            processes.come_in(db, run, self._said_roles)
        if not processes.give_sign(db, run, sends=sends):
            return None
        dead = processes.bury(db, run, watched_long=watched_long)
        left = processes.release(db) if dead else None
        return Signed(
            duties=processes.duties_held(db, run, self._wanted),
            part=turns.part_of(db, run, sends=sends, given=given, most=self._most),
            seconds_held=turns.seconds_held(db),
            dead=len(dead),
            left=left,
        )

    @property
    def _most(self) -> int:
        return 0 if self.delivery is None else self.delivery.pace.most

    def _given_back(self, delivery: Delivery) -> int:
        return delivery.pace.give_back(max(0, delivery.pace.held - self._share))

    # What follows from them

    def _note(self, signed: Signed) -> None:
        self._duties, self._share = signed.duties, signed.part.share
        if self.delivery is not None:
            pace = self.delivery.pace
            pace.take(signed.part.taken)
            # Given back, but the database did not hear of it.
            pace.take(max(0, signed.part.held - pace.held), rested=False)
            pace.hold(signed.seconds_held)
        if signed.dead:
            log.warning("gone without a word: %s; what they had is free", signed.dead)
        if signed.left is not None:
            _say(signed.left)

    def _note_away(self, error: DatabaseFailed) -> None:
        """Until the next sign arrives nothing is certain."""
        self._sure_until, self._signs_since = 0.0, None
        self.away.begins(error, 0 if self.delivery is None else self.delivery.waiting)

    def _lost(self) -> None:
        """Taken for dead: others have what waited here."""
        log.warning("others have taken this process for dead; it comes in anew")
        self._sure_until, self._duties, self._share = 0.0, frozenset(), 0
        self.lives += 1
        if self.delivery is not None:
            self.delivery.forget()
            self.delivery.pace.lose_all()
        self._anew = True

    # What others ask

    async def until_sure(self) -> None:
        """Returns when nobody can have taken this process for dead."""
        while self.clock.monotonic() >= self._sure_until:
            await self._news.wait()

    def has(self, duty: str) -> bool:
        """Whether this is what this process alone does for all."""
        return duty in self._duties

    def hurry(self) -> None:
        """The next sign is given at once: something waits that nobody asked for."""
        self._early.set()

    async def slow_down(self, seconds: float) -> None:
        """The messenger wants nothing that nobody asked for: all of them keep to it."""
        try:
            await self.store.change_soon(turns.hold_all, seconds)
        except DatabaseFailed as error:
            log.error("the others were not told to slow down: %s", type(error).__name__)

    async def while_mine(self, duty: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Does the work as long as the duty is this process's, whenever it is."""
        while True:
            while not self.has(duty):
                await self._news.wait()
            log.info("from now on this one does for all: %s", duty)
            async with asyncio.TaskGroup() as tasks:
                at_work = tasks.create_task(work())
                while self.has(duty):
                    await self._news.wait()
                at_work.cancel()


def _say(left: Left) -> None:
    if left:
        log.info(
            "left by others: %s messages to send, %s updates to answer, %s of which nobody knows "
            "whether they arrived",
            left.letters,
            left.updates,
            left.unknown,
        )
