"""How much a chat may bring in: so many messages a minute, so many that wait, and strangers so many
together. What is beyond is counted and not stored. Club rules, F.10.

The pace is looked at over the last minutes, in a window that slides (club/limits.py). Who writes
too fast hears so once, and nothing more before a minute went by without too much. A cry for help
is always taken.
"""

from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from operator import itemgetter

from bot.clock import Clock
from bot.outgoing import Outgoing
from bot.sitting import Reader
from bot.watching.measures import MEASURES
from club.limits import MOST_WAITING, STRANGERS_ARE_WORTH_CHATS, most_counted
from handlers.talk.heard import Heard, Kind
from messages import everywhere as say
from messages.cards import Card
from messages.understand.distress import cries_for_help
from messages.understand.plain import plain
from storage import inbox, outbox
from storage.flooding import COUNTED, ChatKey, Standing, came_lately, hold, standings, told_since
from storage.inbox import Arrival
from storage.outbox import Letter
from storage.queries import Connection

A_MINUTE_SECONDS = 60.0
A_MINUTE = timedelta(seconds=A_MINUTE_SECONDS)
MOST_REMEMBERED = 50_000
# In a group others read along; who has closed the chat hears nothing.
_NOT_TOLD = frozenset({Kind.GROUP, Kind.BLOCKED})


@dataclass(slots=True)
class _Chat:
    """`taken`: update keys of the minutes that count, and when they came, the oldest first."""

    taken: dict[str, float] = field(default_factory=dict)
    over_at: float | None = None
    told: bool = False

    def forget(self, now: float) -> None:
        before = now - COUNTED.total_seconds()
        while self.taken and self.taken[oldest := next(iter(self.taken))] <= before:
            del self.taken[oldest]
        if self.over_at is not None and self.over_at <= now - A_MINUTE_SECONDS:
            self.over_at, self.told = None, False

    def learn(self, came: Mapping[str, float]) -> None:
        """What is in the database and was not taken here, or by a process that has ended."""
        known = {**came, **self.taken}
        if len(known) > len(self.taken):
            self.taken = dict(sorted(known.items(), key=itemgetter(1)))

    @property
    def is_calm(self) -> bool:
        return not self.taken and self.over_at is None


class ChatBudgets:
    """Of one process, in memory; used in the writer's thread only.

    Time is the machine's since its start: nobody waits longer because the clock was set. What
    others have taken is asked of the database: once for each chat, since a process that has ended
    may have taken it; where the work is `shared`, for each batch.
    """

    def __init__(
        self, clock: Clock, readers: Mapping[str, Reader], *, a_minute: int, shared: bool = False
    ) -> None:
        self.a_minute = a_minute
        self._clock = clock
        self._readers = readers
        self._shared = shared
        self._chats: dict[ChatKey, _Chat] = {}
        self._standings: dict[ChatKey, Standing] = {}
        self._minute_began = 0.0
        self._of_strangers = 0
        self._to_tell: dict[ChatKey, Arrival] = {}

    def let_in(self, db: Connection, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """What of these is to be stored. What was let in before is let in again, uncounted."""
        # The database is asked by the names under which it keeps them.
        arrivals = [inbox.storable(each) for each in arrivals]
        now = self._clock.uptime()
        self._begin_minute(now)
        self._to_tell = {}
        if len(self._standings) > MOST_REMEMBERED:
            self._standings = {}
        self._look(db, arrivals, now)
        return [each for each in arrivals if each.chat_key is None or self._may(each, now)]

    def say_so(
        self, db: Connection, known: MutableMapping[ChatKey, int], outgoing: Outgoing, clock: Clock
    ) -> Sequence[Letter]:
        """One sentence to each chat that has just begun to bring in too much."""
        if not self._to_tell:
            return []
        now = clock.now()
        inbox.meet_chats(db, list(self._to_tell.values()), known, now)
        chat_ids = sorted({known[key] for key in self._to_tell})
        hold(db, chat_ids)
        card = Card(say.too_fast(), numbered=False).as_json()
        told = told_since(db, chat_ids, card, now - A_MINUTE)
        letters = [
            Letter(clock.new_id(), outbox.hearer_in(db, chat_id), "reply", card)
            for chat_id in chat_ids
            if chat_id not in told
        ]
        return outgoing.put(db, letters, now)

    def committed(self) -> None:
        """What `say_so` wrote is kept, and is not said again."""
        for key in self._to_tell:
            self._chats[key].told = True
        self._to_tell = {}

    def _begin_minute(self, now: float) -> None:
        """Once a minute what is over is forgotten, and strangers are looked at anew."""
        if now - self._minute_began < A_MINUTE_SECONDS:
            return
        self._minute_began, self._of_strangers = now, 0
        for chat in self._chats.values():
            chat.forget(now)
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_calm}
        people = {key: each for key, each in self._standings.items() if not each.stranger}
        self._standings = people

    def _look(self, db: Connection, arrivals: Sequence[Arrival], now: float) -> None:
        """Alone only at chats of which it is not known that there is room: hardly ever at a
        member's. Beside others at all of them.
        """
        brought = Counter(map(_key_of, arrivals))
        wanted = {
            key
            for key, count in brought.items()
            if self._shared
            or key not in self._standings
            or self._standings[key].waiting + count > MOST_WAITING
        }
        if not wanted:
            return
        wall = self._clock.now()
        found = standings(db, wanted, wall)
        self._standings |= found
        # Beside others it is enough to know how much came, until that may be all there is.
        known = most_counted(self.a_minute) if self._shared else 0
        unsure = [
            key for key, each in found.items() if each.lately and each.lately + brought[key] > known
        ]
        for key, came in came_lately(db, unsure, wall).items():
            chat = self._chats.setdefault(key, _Chat())
            chat.learn({each: now - (wall - at).total_seconds() for each, at in came.items()})

    def _may(self, arrival: Arrival, now: float) -> bool:
        key = _key_of(arrival)
        chat, standing = self._chats.get(key) or _Chat(), self._standings[key]
        chat.forget(now)
        if arrival.update_key in chat.taken:
            return True
        full = len(chat.taken) >= most_counted(self.a_minute) or standing.waiting >= MOST_WAITING
        if full:
            chat.over_at = now
            self._chats[key] = chat
        # No word to strangers who are too many: each would cost a chat and a message of the bot's.
        crowded = standing.stranger and self._of_strangers >= self._most_of_strangers
        if (full or crowded) and not self._cries(arrival, may_be_told=full and not chat.told):
            return False
        self._of_strangers += standing.stranger
        standing.waiting += 1  # at most; what was answered meanwhile is seen at the next look
        chat.taken[arrival.update_key] = now
        self._chats[key] = chat
        return True

    @property
    def _most_of_strangers(self) -> int:
        return self.a_minute * STRANGERS_ARE_WORTH_CHATS

    def _cries(self, arrival: Arrival, *, may_be_told: bool) -> bool:
        """Whether what is too much is a cry for help; else it is left."""
        heard = self._heard(arrival)
        if is_cry(heard):
            return True
        MEASURES.not_stored += 1
        if may_be_told and heard.kind not in _NOT_TOLD:
            self._to_tell.setdefault(_key_of(arrival), arrival)
        return False

    def _heard(self, arrival: Arrival) -> Heard:
        try:
            return self._readers[arrival.channel](arrival.raw)
        except Exception:
            # What cannot be read is no cry.
            return Heard(Kind.OTHER)


def _key_of(arrival: Arrival) -> ChatKey:
    return arrival.channel, arrival.bot, arrival.chat_key or ""


def is_cry(heard: Heard) -> bool:
    """Whether it is taken however much came before."""
    return heard.kind is Kind.TEXT and cries_for_help(plain(heard.text).strip())
