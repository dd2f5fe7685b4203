"""What waits for the bot: updates kept until confirmed, handed out by long polling."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from tests.kit.telegram_checks import ApiError, Json, Parameters, as_text, bad_request

BATCH_LIMIT = 100
LONGEST_POLL_SECONDS = 50
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True, eq=False)
class Waiting:
    """An update that the bot has not confirmed; `handed_out` counts how often it went out."""

    update_id: int
    chat_id: int
    body: bytes
    added_at: float
    handed_out: int = 0
    copies_left: int = 0


class UpdateQueue:
    """Updates in the order they happened; each stays until the bot confirms it.

    Core rules: getUpdates with offset > id confirms, one poll at a time, none with a webhook set.
    """

    def __init__(self, first_update_id: int) -> None:
        self.next_update_id = first_update_id
        self.confirmed_update_id = 0
        self.deliver_each_twice = False
        self.allowed: frozenset[str] | None = None
        self.is_pushed: Callable[[], bool] = lambda: False
        self.on_added: Callable[[int], None] = lambda chat_id: None
        self._order: deque[Waiting] = deque()
        self._by_chat: dict[int, deque[Waiting]] = {}
        self._poll: asyncio.Future[bool] | None = None

    def __len__(self) -> int:
        return len(self._order)

    def add(self, kind: str, content: object, *, chat_id: int) -> Json:
        """Puts one update in the queue and returns it; a kind that is not allowed is not kept."""
        update: Json = {"update_id": self.next_update_id, kind: content}
        self.next_update_id += 1
        known = self.allowed is None or kind in self.allowed
        if known and not (self.allowed is None and kind in NOT_BY_DEFAULT):
            self.put(update, chat_id=chat_id)
        return update

    def put(self, update: Json, *, chat_id: int) -> None:
        """Queues an update as it stands, also one that was confirmed before."""
        entry = Waiting(
            update_id=update["update_id"],
            chat_id=chat_id,
            body=as_text(update).encode(),
            added_at=time.monotonic(),
            copies_left=1 if self.deliver_each_twice else 0,
        )
        self._order.append(entry)
        self._by_chat.setdefault(chat_id, deque()).append(entry)
        self._wake(found=True)
        self.on_added(chat_id)

    def chats(self) -> list[int]:
        """The chats that have something waiting."""
        return [chat_id for chat_id, entries in self._by_chat.items() if entries]

    def oldest_of(self, chat_id: int) -> Waiting | None:
        """The chat's next update for a webhook, which gets them one at a time."""
        entries = self._by_chat.get(chat_id)
        return entries[0] if entries else None

    def confirm(self, entry: Waiting) -> None:
        """Takes one delivered update out, or keeps it for its second delivery."""
        self.confirmed_update_id = max(self.confirmed_update_id, entry.update_id)
        if entry.copies_left:
            entry.copies_left -= 1
            entry.handed_out = 0
            return
        if entry in self._order:
            self._by_chat[entry.chat_id].remove(entry)
            self._order.remove(entry)

    def clear(self) -> None:
        """drop_pending_updates."""
        self._order.clear()
        self._by_chat.clear()

    def allow(self, kinds: object) -> None:
        """allowed_updates of getUpdates and setWebhook: an empty list means the usual kinds."""
        if kinds is None:
            return
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            raise bad_request("expected an Array of String as allowed updates")
        self.allowed = frozenset(kinds) if kinds else None

    async def get_updates(self, parameters: Parameters) -> bytes:
        """Answers getUpdates: JSON of at most `limit` updates, waiting up to `timeout` seconds."""
        if self.is_pushed():
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._wake(found=False)
        self.allow(parameters.structure("allowed_updates"))
        self._confirm_before(parameters.integer("offset"))
        limit = parameters.integer("limit", BATCH_LIMIT)
        timeout = min(parameters.integer("timeout"), LONGEST_POLL_SECONDS)
        if not self._order and timeout > 0:
            await self._wait(timeout)
        return self._batch(limit if 1 <= limit <= BATCH_LIMIT else BATCH_LIMIT)

    def end_polls(self) -> None:
        """Ends the poll that waits, as setWebhook and shutting down do."""
        self._wake(found=False)

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            offset = self._order[offset].update_id if len(self._order) >= -offset else 0
        if offset == 0:
            return
        # What is delivered again on purpose may be older than the offset: it goes out once first.
        for entry in [entry for entry in self._order if entry.update_id < offset]:
            if entry.handed_out or entry.update_id > self.confirmed_update_id:
                self.confirm(entry)

    async def _wait(self, timeout: float) -> None:
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            found = await asyncio.wait_for(poll, timeout)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if not found:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )

    def _wake(self, *, found: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(found)

    def _batch(self, limit: int) -> bytes:
        batch = list(islice(self._order, limit))
        for entry in batch:
            entry.handed_out += 1
        return b'{"ok":true,"result":[' + b",".join(entry.body for entry in batch) + b"]}"
