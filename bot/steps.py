"""One step: what came in, its effect on dialogue and books, and what is to be said, in one transaction.

Questions of many chats share a transaction; a step that ends in a command runs alone. A database error in the set
runs every chat of it singly; a fault of a dialogue costs that one message, never the chat.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.clock import Clock
from club.calendar import day_in_zone
from club.refusals import Refused
from handlers import desk, menus
from handlers.dialogue.visitor import Visitor
from handlers.heard import Heard
from handlers.notices import told_after
from messages import everywhere as say
from messages.addressing import words_for
from messages.cards import Card
from messages.refusals import refusal
from storage import conversations, faults, inbox, outbox, troubles
from storage.changes.deed import Command, Deed, note
from storage.conversations import OpenDialogue, Talk
from storage.inbox import MOST_ATTEMPTS, Waiting
from storage.outbox import Hearer, Letter
from storage.queries import Connection
from storage.store import DatabaseFailed, Store

log = logging.getLogger("lien.steps")

Reader = Callable[[str], Heard]

DEFAULT_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(slots=True)
class Stepped:
    """What a round of steps left: letters to send, and chats that have something waiting still."""

    letters: list[Letter]
    more: set[int]


class Steps:
    """Runs steps in the writer's thread. `readers` turn a raw update into what was heard, by channel."""

    def __init__(self, store: Store, readers: Mapping[str, Reader], clock: Clock) -> None:
        self.store = store
        self.readers = readers
        self.clock = clock

    def round(self, chat_ids: Sequence[int]) -> Stepped:
        """The oldest waiting update of each of these chats."""
        result = Stepped([], set())
        try:
            alone = self.store.change(self._together, chat_ids, result)
        except DatabaseFailed as error:
            log.warning("a set of steps failed (%s); each runs alone", type(error).__name__)
            result, alone = Stepped([], set()), list(chat_ids)
        for chat_id in alone:
            self._singly(chat_id, result)
        return result

    def recover(self) -> Stepped:
        """Steps that an ended process left: each alone, since one of them may have ended it."""
        with self.store.writing() as db:
            waiting = inbox.chats_with_waiting(db)
        result = Stepped([], set())
        while waiting:
            for chat_id in waiting:
                self._singly(chat_id, result)
            waiting = sorted(result.more)
            result.more = set()
        return result

    # Many chats at once

    def _together(self, db: Connection, chat_ids: Sequence[int], result: Stepped) -> list[int]:
        """Steps without a command; returns the chats whose step has to run alone."""
        result.letters, result.more = [], set()
        now = self.clock.now()
        talks = conversations.load(db, chat_ids, day_in_zone(now, DEFAULT_ZONE))
        waiting, more = inbox.oldest_waiting(db, talks)
        alone, turns = [], []
        for chat_id, update in waiting.items():
            if update.run != self.clock.run or update.attempts > 1:
                alone.append(chat_id)
                continue
            try:
                talk = talks[chat_id]
                turn = self._turn(db, talk, update, now)
            except DatabaseFailed:
                raise
            except Exception:
                alone.append(chat_id)
                continue
            if turn.command is None:
                turns.append((talk, update, turn))
            else:
                alone.append(chat_id)
        result.letters = self._keep(db, turns, now)
        result.more = set(chat_ids) - set(talks) | (more - set(alone))
        return alone

    def _keep(
        self, db: Connection, turns: Sequence[tuple[Talk, Waiting, desk.Turn]], now: datetime
    ) -> list[Letter]:
        changed = [each for _, _, turn in turns for each in turn.changed.values()]
        known = {talk.front.id for talk, _, _ in turns if talk.front is not None}
        known |= {each.id for each in changed if each.place != "front" or each.revision > 1}
        conversations.save_dialogues(db, changed, known)
        conversations.save_shown(
            db,
            [
                (talk.hearer.chat_id, turn.shown)
                for talk, _, turn in turns
                if turn.shown is not desk.UNCHANGED and turn.shown != talk.shown
            ],
        )
        back = [talk.hearer.chat_id for talk, _, _ in turns if talk.unreachable is not None]
        if back:
            conversations.heard_again(db, back)
        troubles.count(db, [each for _, _, turn in turns for each in turn.troubles], now)
        letters = [
            self._letter(talk.hearer, turn.card) for talk, _, turn in turns if turn.card is not None
        ]
        outbox.put(db, letters, run=self.clock.run, now=now)
        inbox.mark_done(db, [update.id for _, update, _ in turns])
        return letters

    def _letter(self, hearer: Hearer, card: Card, kind: str = "reply") -> Letter:
        return Letter(self.clock.new_id(), hearer, kind, card.as_json())

    def _turn(self, db: Connection, talk: Talk, update: Waiting, now: datetime) -> desk.Turn:
        heard = self.readers[update.channel](update.raw)
        me = visitor(talk, now)
        return desk.Desk(db, me, talk, self.clock.new_id).attend(heard)

    # One chat alone

    def _singly(self, chat_id: int, result: Stepped) -> None:
        """The chat's oldest update in a transaction of its own."""
        try:
            again = self._count_attempt(chat_id)
            if again is None:
                return
            if again > MOST_ATTEMPTS:
                letters = self._set_aside(chat_id, RuntimeError("it ended the process before"))
            else:
                letters = self.store.change(self._alone, chat_id)
        except DatabaseFailed as error:
            # The database, not the message, is at fault: it stays waiting.
            log.error("a step could not be kept: %s", type(error).__name__)
            return
        except Exception as error:
            letters = self._set_aside(chat_id, error)
        result.letters += letters
        result.more.add(chat_id)

    def _count_attempt(self, chat_id: int) -> int | None:
        """Attempts of the oldest update. Those of another process are counted before the work."""
        with self.store.writing() as db:
            update = inbox.oldest_waiting(db, [chat_id])[0].get(chat_id)
            if update is None:
                return None
            if update.run == self.clock.run:
                return update.attempts
            return inbox.count_attempt(db, update.id, self.clock.run)

    def _alone(self, db: Connection, chat_id: int) -> list[Letter]:
        now = self.clock.now()
        talk = conversations.load(db, [chat_id], day_in_zone(now, DEFAULT_ZONE)).get(chat_id)
        update = inbox.oldest_waiting(db, [chat_id])[0].get(chat_id)
        if talk is None or update is None:
            return []
        turn = self._turn(db, talk, update, now)
        if turn.command is None:
            return self._keep(db, [(talk, update, turn)], now)
        assert turn.command_of is not None
        card, others = self._carried_out(db, talk, turn.command, turn.command_of, now)
        turn.card, turn.shown = card, [each.press for each in card.choices]
        return self._keep(db, [(talk, update, turn)], now) + self._notices(db, others, now)

    def _carried_out(
        self, db: Connection, talk: Talk, command: Command, by: OpenDialogue, now: datetime
    ) -> tuple[Card, Sequence[tuple[int, Card]]]:
        """The command's effect in the books, all of it or, when refused, nothing."""
        me = replace(visitor(talk, now), subject=by.subject)
        deed = Deed(
            chat_id=talk.hearer.chat_id,
            channel=talk.hearer.channel,
            person_id=talk.person_id,
            club_id=None if me.membership is None else me.membership.club_id,
            now=now,
            today=me.today,
            cause=f"dialogue:{by.id}",
        )
        try:
            with db.begin_nested():
                fact = command.carry_out(db, deed)
                note(db, deed, type(command).__name__, subject=by.subject)
        except Refused as no:
            return menus.closing(refusal(no)), ()
        told = told_after(fact, me, db)
        return told.reply, told.others

    def _notices(
        self, db: Connection, others: Sequence[tuple[int, Card]], now: datetime
    ) -> list[Letter]:
        hearers = outbox.hearers_of_persons(db, [person for person, _ in others])
        letters = [
            self._letter(hearer, card, "notice")
            for person, card in others
            for hearer in hearers.get(person, ())[:1]
        ]
        outbox.put(db, letters, run=self.clock.run, now=now)
        return letters

    def _set_aside(self, chat_id: int, error: Exception) -> list[Letter]:
        """One apology, one line in the log with a number, and an open way on."""
        now = self.clock.now()
        with self.store.writing() as db:
            number = faults.record(db, error, where="step", now=now)
            talk = conversations.load(db, [chat_id], day_in_zone(now, DEFAULT_ZONE)).get(chat_id)
            update = inbox.oldest_waiting(db, [chat_id])[0].get(chat_id)
            log.error("fault %s: %s in a step", number, type(error).__name__)
            if talk is None or update is None:
                return []
            inbox.set_aside(db, update.id, number)
            letters = [self._letter(talk.hearer, menus.closing(say.our_fault(number)))]
            conversations.save_shown(db, [(chat_id, ["v:menu:"])])
            outbox.put(db, letters, run=self.clock.run, now=now)
            return letters


def visitor(talk: Talk, now: datetime) -> Visitor:
    """Who is speaking in this talk, now."""
    focus = next(
        (each for each in talk.memberships if each.club_id == talk.club_id),
        talk.memberships[0] if talk.memberships else None,
    )
    zone = DEFAULT_ZONE if focus is None else ZoneInfo(focus.timezone)
    return Visitor(
        chat_id=talk.hearer.chat_id,
        channel=talk.hearer.channel,
        language=talk.hearer.language,
        words=words_for(talk.hearer),
        now=now,
        today=day_in_zone(now, zone),
        person_id=talk.person_id,
        membership=focus,
        memberships=talk.memberships,
        is_volunteer=talk.is_volunteer,
    )


__all__ = ["Reader", "Stepped", "Steps", "visitor"]
