"""The loop between the channels and the books: takes in, steps, and keeps how sendings ended.

One turn of the loop is one visit to the writer's thread: first what arrived and how sendings ended
are committed (only then a messenger hears that we have it, only then a chat's next message goes
out), then the steps.
"""

import asyncio
import logging
from collections import ChainMap
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice

from bot.away import Away
from bot.chat_budgets import ChatBudgets
from bot.clock import Clock
from bot.pending import Pending, fail, resolve
from bot.received.missing import Missing
from bot.steps import Stepped, Steps
from bot.talking import Talking
from bot.watching.measures import MEASURES
from storage import inbox, outbox
from storage.inbox import Arrival
from storage.malformed import is_malformed
from storage.outbox import Letter, Outcome
from storage.queries import Connection
from storage.sharing.processes import NOBODY
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.core")

MOST_CHATS_A_SET = 100
MOST_CHATS_A_TURN = 500
PAUSE_WITHOUT_DATABASE_SECONDS = 1.0
PAUSE_AFTER_FAILURE_SECONDS = 0.3
PAUSE_FOR_LOCKED_CHATS_SECONDS = 0.02
MANY_CHATS = 50
PAUSE_FOR_OTHERS_SECONDS = 0.1


def _never_again(db: Connection, letter_ids: Sequence[int], now: datetime) -> None:
    """Nothing is asked again."""


def _not_fetched(files: Sequence[Missing]) -> None:
    """Nobody fetches anything."""


def _nobody_hears() -> None:
    """Alone on its database nothing is left to others."""


class Core:
    """Owns the turns. `post` receives the letters of each turn, `turned` hears of its end.

    `ask_again` takes back, of letters about to be sent, those that have lost their sense. `fetch`
    receives the files without which chats cannot go on; it calls `carry_on` for them. Without
    `budgets` whatever arrives is taken in.
    """

    def __init__(
        self, store: Store, steps: Steps, clock: Clock, post: Callable[[Sequence[Letter]], None]
    ) -> None:
        self.store = store
        self.steps = steps
        self.clock = clock
        self.post = post
        self.ask_again: Callable[[Connection, Sequence[int], datetime], None] = _never_again
        self.fetch: Callable[[Sequence[Missing]], None] = _not_fetched
        self.turned: Callable[[], None] = _nobody_hears
        self.budgets: ChatBudgets | None = None
        self._pending = Pending()
        self._chats: dict[int, None] = {}  # in the order in which they came
        self._known: dict[tuple[str, str, str], int] = {}
        self._met: dict[tuple[str, str, str], int] = {}
        self._wake = asyncio.Event()
        self.away = Away(clock)
        self.talking = Talking(clock)
        self._in_turn = 0
        self._ending = False
        self._idle = asyncio.Event()

    def carry_on(self, chats: set[int]) -> None:
        """These chats have something waiting."""
        self._chats |= dict.fromkeys(chats)
        self._there_is_work()

    async def take_in(self, arrivals: Sequence[Arrival]) -> None:
        """Returns when these updates are stored for good, or left as too many of one chat. Raises
        DatabaseFailed when they could not be stored.
        """
        self._pending.arrivals += arrivals
        await self._next_turn(self._pending.bringers)

    async def settle(self, outcome: Outcome) -> None:
        """Returns when it is kept how a sending ended, however long the database is away."""
        self._pending.outcomes.append(outcome)
        await self._next_turn(self._pending.senders)

    async def begin_sending(self, letter_id: int) -> bool:
        """Mark before sending; False if the letter is no longer waiting."""
        self._pending.to_begin.append(letter_id)
        return letter_id in await self._next_turn(self._pending.senders)

    async def _next_turn(self, waiters: list[asyncio.Future[set[int]]]) -> set[int]:
        waiter: asyncio.Future[set[int]] = asyncio.get_running_loop().create_future()
        waiters.append(waiter)
        self._there_is_work()
        return await waiter

    def _there_is_work(self) -> None:
        """Told whenever something was added, but for what a turn adds itself: that is not idle."""
        self._idle.clear()
        self._wake.set()

    async def run(self) -> None:
        """Turns until `end` is called and nothing waits any more."""
        while True:
            if not self._pending and not self._chats:
                self._idle.set()
                if self._ending:
                    return
                await self._wake.wait()
            self._wake.clear()
            self._idle.clear()
            await self._one_turn()

    def end(self) -> None:
        """No further turns than those for what is waiting now."""
        self._ending = True
        self._wake.set()

    @property
    def has_many(self) -> bool:
        """So many chats wait here that others may take what comes next."""
        return len(self._chats) + self._in_turn >= MANY_CHATS

    @property
    def idle(self) -> bool:
        """Nothing waits to be kept or stepped."""
        return self._idle.is_set() and not self._pending and not self._chats

    async def until_idle(self) -> None:
        """Returns when nothing waits to be kept or stepped."""
        while not self.idle:
            await self._idle.wait()

    async def _one_turn(self) -> None:
        pending, self._pending = self._pending, Pending()
        chats = self._whose_turn()
        loop = asyncio.get_running_loop()

        def kept(begun: set[int]) -> None:
            pending.kept = True
            loop.call_soon_threadsafe(resolve, pending.waiters, begun)

        began = self.clock.monotonic()
        try:
            stepped = await self.store.in_writer(self._turn, pending, chats, kept)
        except DatabaseFailed as error:
            await self._wait_for_database(error, pending, chats)
            return
        except Exception as error:
            # Our own fault ends the process, which a start puts right; nobody waits for ever.
            fail(pending.waiters, error)
            raise
        self._took(self.clock.monotonic() - began, stepped.steps)
        if not stepped.failed and (pending or chats):
            self.away.ends()
        self._hand_on(stepped)
        self.turned()
        await self._breathe(stepped)

    async def _wait_for_database(
        self, error: DatabaseFailed, pending: Pending, chats: set[int]
    ) -> None:
        """The turn is undone, and comes again after a pause."""
        if is_malformed(error):
            # It does not come back by being waited for, and whoever looks after it must know.
            fail(pending.waiters, error)
            raise error
        self._not_kept(pending, error)
        self._chats |= dict.fromkeys(chats)
        self.away.begins(error, len(self._chats) + len(pending.waiters))
        await asyncio.sleep(PAUSE_WITHOUT_DATABASE_SECONDS)

    def _took(self, seconds: float, steps: int) -> None:
        MEASURES.turned(seconds, steps)
        if steps:
            self.talking.took(seconds)

    def _whose_turn(self) -> set[int]:
        # After a long pause a whole province may wait; meanwhile others must be heard, too.
        chats = set(islice(self._chats, MOST_CHATS_A_TURN))
        for each in chats:
            del self._chats[each]
        self._in_turn = len(chats)
        return chats

    async def _breathe(self, stepped: Stepped) -> None:
        """A pause where the next turn would find nothing else than this one."""
        if stepped.failed:
            await asyncio.sleep(PAUSE_AFTER_FAILURE_SECONDS)
        elif stepped.more and not stepped.steps:
            await asyncio.sleep(PAUSE_FOR_LOCKED_CHATS_SECONDS)

    def _hand_on(self, stepped: Stepped) -> None:
        """What a turn has left goes to whom it concerns."""
        self.post(stepped.letters)
        self.fetch(stepped.missing)
        self._chats |= dict.fromkeys(stepped.more)
        if stepped.behind:
            loop = asyncio.get_running_loop()
            loop.call_later(PAUSE_FOR_OTHERS_SECONDS, self.carry_on, stepped.behind)

    def _not_kept(self, pending: Pending, error: Exception) -> None:
        """Messengers bring what arrived again; how sendings ended is known here alone."""
        if pending.kept:
            return
        fail(pending.bringers, error)
        if self._ending:
            fail(pending.senders, error)
            return
        self._pending.outcomes[:0] = pending.outcomes
        self._pending.to_begin[:0] = pending.to_begin
        self._pending.senders[:0] = pending.senders

    # In the writer's thread

    def _turn(self, pending: Pending, chats: set[int], kept: Callable[[set[int]], None]) -> Stepped:
        begun: set[int] = set()
        letters: Sequence[Letter] = ()
        if pending:
            fresh, begun, letters = self.store.change(self._keep, pending)
            self._known |= self._met
            if self.budgets is not None:
                self.budgets.committed()
            chats |= fresh  # the caller's set: they are not forgotten if a step raises
            kept(begun)
        ready = sorted(chats)
        result = Stepped(list(letters), set())
        for first in range(0, len(ready), MOST_CHATS_A_SET):
            stepped = self.steps.round(ready[first : first + MOST_CHATS_A_SET])
            result.letters += stepped.letters
            result.more |= stepped.more
            result.behind |= stepped.behind
            result.failed |= stepped.failed
            result.missing += stepped.missing
            result.steps += stepped.steps
        return result

    def _keep(
        self, db: Connection, pending: Pending
    ) -> tuple[set[int], set[int], Sequence[Letter]]:
        """Chats with something fresh, letters that may be sent, and letters to post."""
        now = self.clock.now()
        # Chats met in a transaction that is undone must not be remembered; nor is the memory, which
        # may hold a whole province, copied on every turn.
        met: dict[tuple[str, str, str], int] = {}
        known = ChainMap(met, self._known)
        arrivals, letters = pending.arrivals, list[Letter]()
        if self.budgets is not None:
            arrivals = self.budgets.let_in(db, arrivals)
            letters += self.budgets.say_so(db, known, self.steps.outgoing, self.clock)
        mine, others = arrivals, list[Arrival]()
        if self.steps.outgoing.shared:
            # Whoever has less to do takes what is more than a few.
            mine, others = mine[:MANY_CHATS], mine[MANY_CHATS:]
        fresh = inbox.take_in(db, mine, known, run=self.clock.run, now=now)
        inbox.take_in(db, others, known, run=NOBODY, now=now)
        outbox.settle(db, pending.outcomes, now)
        begun: set[int] = set()
        if pending.to_begin:
            self.ask_again(db, pending.to_begin, now)
            begun = outbox.begin_sending(db, pending.to_begin, self.clock.run, now)
        self._met = met
        return fresh, begun, letters
