"""How much a chat may bring in: so many messages a minute, so many that wait, and strangers so many
together. What is beyond is counted and not stored. Club rules, F.10.

What a calm chat did not use it may use at once, some minutes' worth: a phone that was without a
network brings everything together, and a grandchild types faster than she does. Who writes too fast
for long hears so once, and nothing more before a minute went by without too much. A cry for help is
always taken.
"""

from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.outgoing import Outgoing
from bot.sitting import Reader
from bot.watching.measures import MEASURES
from club.limits import MOST_WAITING, SAVED_MINUTES, STRANGERS_ARE_WORTH_CHATS
from handlers.talk.heard import Heard, Kind
from messages import everywhere as say
from messages.cards import Card
from messages.understand.distress import cries_for_help
from messages.understand.plain import plain
from storage import inbox, outbox
from storage.flooding import ChatKey, Standing, hold, standings
from storage.inbox import Arrival
from storage.outbox import Letter
from storage.queries import Connection

A_MINUTE_SECONDS = 60.0
MOST_REMEMBERED = 50_000
# In a group others read along; who has closed the chat hears nothing.
_NOT_TOLD = frozenset({Kind.GROUP, Kind.BLOCKED})


@dataclass(slots=True)
class _Chat:
    """`taken`: update keys of the last minute, and when they came, the oldest first. `spent`: how
    much of what it could save was used up at `spent_at`.
    """

    taken: dict[str, float] = field(default_factory=dict)
    spent: float = 0.0
    spent_at: float = 0.0
    over_at: float | None = None
    told: bool = False

    def forget(self, before: float) -> None:
        for key in [key for key, at in self.taken.items() if at <= before]:
            del self.taken[key]
        if self.over_at is not None and self.over_at <= before:
            self.over_at, self.told = None, False

    def spends(self, now: float, a_minute: int) -> bool:
        """Takes one of those it has saved, if there is any."""
        back = (now - self.spent_at) * a_minute / A_MINUTE_SECONDS
        spent = max(0.0, self.spent - back)
        if spent + 1 > a_minute * SAVED_MINUTES:
            return False
        self.spent, self.spent_at = spent + 1, now
        return True

    def is_calm(self, now: float) -> bool:
        saved = now - self.spent_at >= SAVED_MINUTES * A_MINUTE_SECONDS or not self.spent
        return saved and not self.taken and self.over_at is None


class ChatBudgets:
    """Of one process, in memory; used in the writer's thread only.

    Time is the machine's since its start: nobody waits longer because the clock was set.
    """

    def __init__(self, clock: Clock, readers: Mapping[str, Reader], *, a_minute: int) -> None:
        self._clock = clock
        self._readers = readers
        self._most = a_minute
        self._chats: dict[ChatKey, _Chat] = {}
        self._standings: dict[ChatKey, Standing] = {}
        self._minute_began = 0.0
        self._of_strangers = 0
        self._to_tell: dict[ChatKey, Arrival] = {}

    def let_in(self, db: Connection, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """What of these is to be stored. What was let in before is let in again, uncounted."""
        now = self._clock.uptime()
        self._begin_minute(now)
        self._to_tell = {}
        if len(self._standings) > MOST_REMEMBERED:
            self._standings = {}
        self._look(db, arrivals)
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
        letters = [
            Letter(clock.new_id(), outbox.hearer_in(db, chat_id), "reply", card)
            for chat_id in chat_ids
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
            chat.forget(now - A_MINUTE_SECONDS)
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_calm(now)}
        people = {key: each for key, each in self._standings.items() if not each.stranger}
        self._standings = people

    def _look(self, db: Connection, arrivals: Sequence[Arrival]) -> None:
        """At chats of which it is not known that there is room: hardly ever at a member's."""
        brought = Counter(map(_key_of, arrivals))
        wanted = {
            key
            for key, count in brought.items()
            if key not in self._standings or self._standings[key].waiting + count > MOST_WAITING
        }
        if wanted:
            self._standings |= standings(db, wanted)

    def _may(self, arrival: Arrival, now: float) -> bool:
        key = _key_of(arrival)
        chat, standing = self._chats.get(key) or _Chat(), self._standings[key]
        chat.forget(now - A_MINUTE_SECONDS)
        if arrival.update_key in chat.taken:
            return True
        too_many = len(chat.taken) >= self._most and not chat.spends(now, self._most)
        if too_many or standing.waiting >= MOST_WAITING:
            chat.over_at = now
            self._chats[key] = chat
            return self._cries(arrival, may_be_told=not chat.told)
        if standing.stranger and self._of_strangers >= self._most * STRANGERS_ARE_WORTH_CHATS:
            # No word to them: each would cost a chat and a message of the bot's.
            return self._cries(arrival, may_be_told=False)
        self._of_strangers += standing.stranger
        standing.waiting += 1  # at most; what was answered meanwhile is seen at the next look
        chat.taken[arrival.update_key] = now
        self._chats[key] = chat
        return True

    def _cries(self, arrival: Arrival, *, may_be_told: bool) -> bool:
        """Whether what is too much is a cry for help; else it is left."""
        heard = self._heard(arrival)
        if heard.kind is Kind.TEXT and cries_for_help(plain(heard.text).strip()):
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
