"""One step: what came in, its effect on dialogue and books, and what is said, in one transaction.

Questions of many chats share a transaction. Commands share it too on SQLite, where there is one
writer; on PostgreSQL each runs alone, so that locks on books are held shortly and in one order. A
database error in the set runs every chat of it singly; a fault of a dialogue costs that one
message, never the chat.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from bot.as_books_stand import has_changed_since, heard_with_books_locked, rests_on_books
from bot.clock import Clock
from bot.done import Done
from bot.outgoing import Outgoing
from bot.practising.talk import hear_in_practice, over_by_fault
from bot.received.missing import Missing, Problems
from bot.sitting import Reader, Sitting
from handlers.talk.apology import apology
from storage import faults, inbox
from storage.conversations import Talk
from storage.inbox import MOST_ATTEMPTS, Waiting
from storage.outbox import Letter
from storage.queries import Connection
from storage.sharing.processes import NOBODY
from storage.store import DatabaseFailed, Store, is_away

log = logging.getLogger("lien.steps")


@dataclass(slots=True)
class Stepped:
    """What a round of steps left: letters to send, and chats that have something waiting still.

    `behind`: chats in which another process has something to answer first.
    `failed`: the database did not take a step, so that the next round had better wait a little.
    `steps`: how many were done. `missing`: files that have to be fetched before their chats' next
    step.
    """

    letters: list[Letter]
    more: set[int]
    behind: set[int] = field(default_factory=set)
    failed: bool = False
    steps: int = 0
    missing: list[Missing] = field(default_factory=list)


class Steps:
    """Runs steps in the writer's thread. `readers` turn raw updates into what was heard."""

    def __init__(
        self,
        store: Store,
        readers: Mapping[str, Reader],
        clock: Clock,
        outgoing: Outgoing | None = None,
    ) -> None:
        self.store = store
        self.readers = readers
        self.clock = clock
        self.outgoing = outgoing or Outgoing(clock)
        self.problems = Problems()
        self._failures: dict[int, int] = {}

    def round(self, chat_ids: Sequence[int]) -> Stepped:
        """The oldest waiting update of each of these chats."""
        result = Stepped([], set())
        try:
            alone = self.store.change(self._together, chat_ids, result)
        except Exception as error:
            log.warning("a set of steps failed (%s); each runs alone", type(error).__name__)
            result, alone = Stepped([], set()), list(chat_ids)
        for chat_id in sorted(alone, key=chat_ids.index):
            self._singly(chat_id, result)
        return result

    # Many chats at once

    def _together(self, db: Connection, chat_ids: Sequence[int], result: Stepped) -> list[int]:
        """Steps in one transaction; returns the chats whose step has to run alone."""
        sitting = Sitting(db, self.readers, self.clock, self.outgoing)
        talks, waiting, more = sitting.load(chat_ids)
        for chat_id in [each for each in waiting if self._is_anothers(waiting[each])]:
            result.behind.add(chat_id)
            more.discard(chat_id)
            del waiting[chat_id]
        for each in sitting.missing(talks, waiting, self.problems):
            result.missing.append(each)
            more.discard(each.chat_id)
            del waiting[each.chat_id]
        heard = {
            chat_id: self._tried(partial(self._heard, sitting, talks[chat_id], update))
            for chat_id, update in waiting.items()
        }
        done = {
            chat_id: each and self._tried(partial(self._carried_out, sitting, each))
            for chat_id, each in heard.items()
        }
        result.letters = sitting.keep([each for each in done.values() if each is not None])
        alone = [chat_id for chat_id, each in done.items() if each is None]
        result.steps = len(done) - len(alone)
        result.more = set(chat_ids) - set(talks) | (more - set(alone))
        return alone

    def _heard(self, sitting: Sitting, talk: Talk, update: Waiting) -> Done | None:
        """One step of a set, up to its command; None if it has to run alone."""
        # What another process began, or what has failed before, may do so again.
        if update.run != self.clock.run or update.attempts > 1:
            return None
        return _hear(sitting, talk, update)

    def _carried_out(self, sitting: Sitting, heard: Done) -> Done | None:
        """The same with its command, if it has one; None if that has to run alone."""
        if heard.turn.command is None:
            return heard
        if not self.store.on_sqlite or has_changed_since(sitting, heard):
            return None
        return sitting.carry_out(heard)

    def _tried(self, step: Callable[[], Done | None]) -> Done | None:
        """The step, or None for a fault, which is told and logged where the step runs alone."""
        try:
            return step()
        except DatabaseFailed:
            raise
        except Exception:
            return None

    # One chat alone

    def _singly(self, chat_id: int, result: Stepped) -> None:
        """The chat's oldest update in a transaction of its own."""
        try:
            letters = self._attended(chat_id, result)
        except DatabaseFailed as error:
            # Mostly the database is at fault, not the message: it stays waiting.
            log.error("a step could not be kept: %s", type(error).__name__)
            self._failures[chat_id] = self._failures.get(chat_id, 0) + 1
            result.more.add(chat_id)
            result.failed = True
            return
        self._failures.pop(chat_id, None)
        if letters is not None:
            result.steps += 1
            result.letters += letters
            result.more.add(chat_id)

    def _attended(self, chat_id: int, result: Stepped) -> list[Letter] | None:
        """The letters of one step; None where nothing waits, or a file has to come first."""
        attempts = self._count_attempt(chat_id, result)
        if attempts is None:
            return None
        if attempts > MOST_ATTEMPTS:
            return self._set_aside(chat_id, RuntimeError("it ended the process before"))
        try:
            return self.store.change(self._alone, chat_id, result)
        except DatabaseFailed as error:
            # A step that fails again and again while the rest of the database works is a fault.
            if is_away(error) or self._failures.get(chat_id, 0) < MOST_ATTEMPTS:
                raise
            return self._set_aside(chat_id, error)
        except Exception as error:
            return self._set_aside(chat_id, error)

    def _count_attempt(self, chat_id: int, result: Stepped) -> int | None:
        """Attempts of the oldest update. Those of an ended process are counted before the work.

        None: nothing waits, or another process has it.
        """
        with self.store.writing() as db:
            update = inbox.oldest_waiting(db, [chat_id])[0].get(chat_id)
            if update is None:
                return None
            if update.run == self.clock.run:
                return update.attempts
            attempts = None
            if not self._is_anothers(update):
                attempts = inbox.count_attempt(db, update, self.clock.run)
        if attempts is None:
            result.behind.add(chat_id)
        return attempts

    def _is_anothers(self, update: Waiting) -> bool:
        """Whether another process that is at work has this to answer."""
        return self.outgoing.shared and update.run not in {NOBODY, self.clock.run}

    def _alone(self, db: Connection, chat_id: int, result: Stepped) -> list[Letter] | None:
        sitting = Sitting(db, self.readers, self.clock, self.outgoing)
        talks, waiting, _ = sitting.load([chat_id])
        if chat_id not in talks or chat_id not in waiting:
            return []
        if waiting[chat_id].run != self.clock.run:
            # It was taken for dead meanwhile, and what it had is another's.
            return []
        if missing := sitting.missing(talks, waiting, self.problems):
            result.missing += missing
            return None
        done = _hear(sitting, talks[chat_id], waiting[chat_id])
        if rests_on_books(done) and not self.store.on_sqlite:
            done = heard_with_books_locked(sitting, done)
        if done.turn.command is not None:
            done = sitting.carry_out(done)
        return sitting.keep([done])

    def _set_aside(self, chat_id: int, error: Exception) -> list[Letter]:
        """One apology, one line in the log with a number, and an open way on."""
        with self.store.writing() as db:
            sitting = Sitting(db, self.readers, self.clock, self.outgoing)
            number = faults.record(db, error, where="step", now=sitting.now)
            log.error("fault %s: %s in a step", number, type(error).__name__)
            talks, waiting, _ = sitting.load([chat_id])
            if chat_id not in talks or chat_id not in waiting:
                return []
            update = waiting[chat_id]
            turn = apology(talks[chat_id], number, sitting.now)
            letters = sitting.keep([over_by_fault(Done(talks[chat_id], update, turn))])
            inbox.set_aside(db, update.id, number)
            return letters


def _hear(sitting: Sitting, talk: Talk, update: Waiting) -> Done:
    """What the update comes to, in the real club or in the made-up one of whoever practises.

    All of a set are heard before the first command is carried out, so what was read for one holds
    for the next; only how a stranger is spoken to is written.
    """
    heard = sitting.heard(update)
    if talk.practice_at is not None:
        return hear_in_practice(sitting, talk, update, heard)
    return sitting.attend(talk, update, heard)
