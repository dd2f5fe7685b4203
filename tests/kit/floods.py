"""A chat that brings in very much, without a phone: what is let in, and what is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select

from bot.channels.web.channel import raw_update, read_update
from bot.chat_budgets import ChatBudgets
from bot.clock import Clock
from club.limits import MOST_A_MINUTE
from handlers.talk.heard import Kind
from storage import inbox as storage_inbox
from storage.inbox import Arrival
from storage.store import Store
from storage.tables.chats import chats, inbox


def brought(key: str, count: int, *, kind: Kind = Kind.TEXT, first: int = 0) -> list[Arrival]:
    """So many updates of one chat on the page."""
    return [
        Arrival("web", "", f"{key}-{first + each}", key, raw_update(kind, "menu"))
        for each in range(count)
    ]


def stored(store: Store, key: str) -> int:
    """How many updates of this chat are kept."""
    of_chat = select(func.count()).select_from(inbox.join(chats, chats.c.id == inbox.c.chat_id))
    with store.reading() as db:
        return int(db.execute(of_chat.where(chats.c.key == key)).scalar_one())


@dataclass(slots=True)
class Door:
    """A process that takes in and answers nothing: what it stored is done at once, or waits."""

    store: Store
    clock: Clock
    a_minute: int = MOST_A_MINUTE
    shared: bool = False
    answers: bool = True
    budgets: ChatBudgets = field(init=False)

    def __post_init__(self) -> None:
        self.restarts()

    def restarts(self) -> None:
        """Nothing is left in memory."""
        readers = {"web": read_update}
        self.budgets = ChatBudgets(self.clock, readers, a_minute=self.a_minute, shared=self.shared)

    def takes(self, arrivals: Sequence[Arrival]) -> int:
        """How many of these were let in."""
        with self.store.writing() as db:
            let_in = self.budgets.let_in(db, arrivals)
            storage_inbox.take_in(db, let_in, {}, run=1, now=self.clock.now())
            self.budgets.committed()
            if self.answers:
                ids = select(inbox.c.id).where(inbox.c.state == "waiting")
                storage_inbox.mark_done(db, list(db.execute(ids).scalars()))
        return len(let_in)
