"""The steps of one transaction: hear, carry out, and keep all of it at the end in sets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.clock import Clock
from club.calendar import day_in_zone
from club.refusals import Refused
from handlers import desk, menus
from handlers.dialogue.asking import Memory
from handlers.dialogue.visitor import Visitor
from handlers.heard import Heard
from handlers.notices import Told, told_after
from handlers.open_dialogues import UNCHANGED, Turn, speaker
from messages.addressing import words_for
from messages.cards import Card
from messages.refusals import refusal
from storage import conversations, inbox, outbox, troubles
from storage.changes.deed import Deed, note
from storage.conversations import Talk
from storage.inbox import Waiting
from storage.outbox import Hearer, Letter
from storage.queries import Connection

Reader = Callable[[str], Heard]

DEFAULT_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Done:
    """One step as it will be kept: who heard what, and what others are to hear."""

    talk: Talk
    update: Waiting
    turn: Turn
    others: Sequence[tuple[int, Card]] = ()


class Sitting:
    """Attends to chats within one transaction."""

    def __init__(self, db: Connection, readers: Mapping[str, Reader], clock: Clock) -> None:
        self.db = db
        self.readers = readers
        self.clock = clock
        self.now = clock.now()
        self.memory: Memory = {}

    def load(self, chat_ids: Sequence[int]) -> tuple[dict[int, Talk], dict[int, Waiting], set[int]]:
        """Talks (locked), the update whose turn it is in each, and chats with more behind it."""
        talks = conversations.load(self.db, chat_ids, day_in_zone(self.now, DEFAULT_ZONE))
        waiting, more = inbox.oldest_waiting(self.db, talks)
        return talks, waiting, more

    def hear(self, talk: Talk, update: Waiting) -> Done:
        """What the update comes to; nothing is written yet."""
        heard = self.readers[update.channel](update.raw)
        me = visitor(talk, self.now)
        at_desk = desk.Desk(self.db, me, talk, new_id=self.clock.new_id, memory=self.memory)
        return Done(talk, update, at_desk.attend(heard))

    def carry_out(self, done: Done) -> Done:
        """The command's effect in the books: all of it or, when it is refused, nothing."""
        talk, turn = done.talk, done.turn
        assert turn.command_of is not None
        self.memory.clear()  # what was read before may be different after this
        told = self._told(talk, turn)
        turn.card, turn.shown = told.reply, told.reply.typable()
        # The person's language or form of address may have changed just now.
        hearer = outbox.hearer_in(self.db, talk.hearer.chat_id)
        return Done(replace(talk, hearer=hearer), done.update, turn, told.others)

    def _told(self, talk: Talk, turn: Turn) -> Told:
        by = turn.command_of
        assert by is not None
        me = speaker(visitor(talk, self.now), by)
        deed = Deed(
            chat_id=talk.hearer.chat_id,
            channel=talk.hearer.channel,
            person_id=talk.person_id,
            club_id=None if me.membership is None else me.membership.club_id,
            now=self.now,
            today=me.today,
            cause=f"dialogue:{by.id}",
        )
        try:
            with self.db.begin_nested():
                fact = turn.command.carry_out(self.db, deed)
                note(self.db, deed, type(turn.command).__name__, subject=by.subject)
                return told_after(fact, me, self.db)
        except Refused as no:
            return Told(menus.closing(refusal(no)))

    def keep(self, steps: Sequence[Done]) -> list[Letter]:
        """Write dialogues, letters and what is done, a statement or two for all of them."""
        if not steps:
            return []
        self._keep_dialogues(steps)
        self._keep_who_can_be_reached(steps)
        troubles.count(self.db, [each for done in steps for each in done.turn.troubles], self.now)
        letters = [
            self.letter(done.talk.hearer, done.turn.card)
            for done in steps
            if done.turn.card is not None
        ]
        letters += self._notices([each for done in steps for each in done.others])
        outbox.put(self.db, letters, run=self.clock.run, now=self.now)
        inbox.mark_done(self.db, [done.update.id for done in steps])
        return letters

    def _keep_who_can_be_reached(self, steps: Sequence[Done]) -> None:
        gone = [each.talk.hearer.chat_id for each in steps if each.turn.gone]
        for chat_id in gone:
            outbox.chat_became_unreachable(self.db, chat_id, "blocked")
        back = [
            each.talk.hearer.chat_id
            for each in steps
            if each.talk.unreachable is not None and not each.turn.gone
        ]
        if back:
            conversations.heard_again(self.db, back)

    def _keep_dialogues(self, steps: Sequence[Done]) -> None:
        changed = [each for done in steps for each in done.turn.changed.values()]
        begun = {number for done in steps for number in done.turn.begun}
        known = {each.id for each in changed} - begun
        conversations.save_dialogues(self.db, changed, known)
        conversations.save_shown(
            self.db,
            [
                (done.talk.hearer.chat_id, done.turn.shown)
                for done in steps
                if done.turn.shown is not UNCHANGED and done.turn.shown != done.talk.shown
            ],
        )

    def _notices(self, others: Sequence[tuple[int, Card]]) -> list[Letter]:
        if not others:
            return []
        hearers = outbox.hearers_of_persons(self.db, [person for person, _ in others])
        return [
            self.letter(hearer, card, "notice")
            for person, card in others
            for hearer in hearers.get(person, ())[:1]
        ]

    def letter(self, hearer: Hearer, card: Card, kind: str = "reply") -> Letter:
        """A letter with a number of its own."""
        return Letter(self.clock.new_id(), hearer, kind, card.as_json())


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
