"""The steps of one transaction: hear, carry out, and keep all of it at the end in sets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.clock import Clock
from bot.done import Done, visitor
from bot.outgoing import Outgoing
from bot.received.missing import Missing, Problems
from club.calendar import VIETNAM, day_in_zone
from club.photos import Problem
from club.refusals import Refused
from club.second_chat import USE_COUNTS_AFTER
from handlers import menus
from handlers.dialogue.asking import Memory
from handlers.helping.helped import named_both
from handlers.joining.strangers import form_and_own_word, language_of_stranger
from handlers.money.cash_limits import with_cash_above
from handlers.notices import Told, told_after
from handlers.talk import desk
from handlers.talk.besides import with_what_stands
from handlers.talk.heard import Heard, Kind, wanted_of
from handlers.talk.turn import UNCHANGED, Turn
from handlers.talk.unfinished import speaker
from messages.cards import Card
from messages.helping.helping_cards import to_helper
from messages.refusals import refusal
from storage import conversations, inbox, outbox, practising, second_chats, troubles
from storage.changes.deed import Deed, Private, note
from storage.changes.helping.helped import HELPERS_OWN, note_helped
from storage.changes.own.change_listening import wish_to_listen
from storage.conversations import Talk
from storage.inbox import Waiting
from storage.letter_kinds import LetterKind
from storage.outbox import Hearer, Letter
from storage.queries import Connection
from storage.queries.helping.helping import helpers_of_persons
from storage.received import received_by
from storage.store import attempt

Reader = Callable[[str], Heard]


class Sitting:
    """Attends to chats within one transaction."""

    def __init__(
        self, db: Connection, readers: Mapping[str, Reader], clock: Clock, outgoing: Outgoing
    ) -> None:
        self.db = db
        self.outgoing = outgoing
        self.readers = readers
        self.clock = clock
        self.now = clock.now()
        self.memory: Memory = {}
        self.received: dict[int, int | Problem] = {}  # files, by the update that brought them
        self.facts: list[object] = []  # what commands have brought about
        self.changed_clubs: set[int | None] = set()

    def load(self, chat_ids: Sequence[int]) -> tuple[dict[int, Talk], dict[int, Waiting], set[int]]:
        """Talks (locked), the update whose turn it is in each, and chats with more behind it."""
        talks = conversations.load(self.db, chat_ids, day_in_zone(self.now, VIETNAM))
        waiting, more = inbox.oldest_waiting(self.db, talks)
        return talks, waiting, more

    def missing(
        self, talks: Mapping[int, Talk], waiting: Mapping[int, Waiting], problems: Problems
    ) -> list[Missing]:
        """The files that have to come before these updates can be heard; notes those that are here.

        Only where a dialogue waits for one: what is not asked for is not fetched.
        """
        found = []
        for chat_id, update in waiting.items():
            talk = talks[chat_id]
            wanted = wanted_of(talk.front)
            if wanted is None or talk.practice_at is not None:
                continue
            needed = self._needed(talk, update, wanted)
            if needed is None:
                continue
            here = (
                needed.sent.problem or received_by(self.db, needed.cause) or problems.get(update.id)
            )
            if here is None:
                found.append(needed)
            else:
                self.received[update.id] = here
        return found

    def _needed(self, talk: Talk, update: Waiting, wanted: Kind) -> Missing | None:
        try:
            heard = self.readers[update.channel](update.raw)
        except Exception:
            # A fault of its own step, told and logged there.
            return None
        if heard.kind is not wanted or heard.sent is None:
            return None
        known = talk.person_id is not None
        return Missing(update.id, talk.hearer.chat_id, known, update.channel, wanted, heard.sent)

    def heard(self, update: Waiting) -> Heard:
        """What an update says, with the file that was fetched for it."""
        heard = self.readers[update.channel](update.raw)
        if update.id not in self.received:
            return heard
        return replace(heard, received=self.received[update.id])

    def attend(self, talk: Talk, update: Waiting, heard: Heard) -> Done:
        """What this comes to wherever the sitting is: in the real club or in a made-up one."""
        talk = self._stranger_understood(talk, heard)
        me = replace(visitor(talk, self.now), a_minute=self.outgoing.a_minute)
        at_desk = desk.Desk(self.db, me, talk, new_id=self.clock.new_id, memory=self.memory)
        turn = at_desk.attend(heard)
        return Done(self._stranger_addressed(talk, turn), update, turn, turn.others)

    def _stranger_understood(self, talk: Talk, heard: Heard) -> Talk:
        """Whoever is unknown is answered in the language that she clearly writes."""
        language = language_of_stranger(talk, heard)
        if language is None:
            return talk
        conversations.speak_to_stranger(self.db, talk.hearer.chat_id, language)
        return replace(talk, hearer=replace(talk.hearer, language=language))

    def _stranger_addressed(self, talk: Talk, turn: Turn) -> Talk:
        """Whoever is unknown is spoken to by what was begun: a young volunteer is no "bác"."""
        if talk.person_id is not None or not turn.begun:
            return talk
        begun = [
            form_and_own_word(each.name) for each in turn.changed.values() if each.id in turn.begun
        ]
        spoken = next((each for each in begun if each is not None), None)
        if spoken is None:
            return talk
        conversations.address_stranger(self.db, talk.hearer.chat_id, *spoken)
        return replace(talk, hearer=replace(talk.hearer, address=spoken[0], bot_word=spoken[1]))

    def carry_out(self, done: Done) -> Done:
        """The command's effect in the books: all of it or, when it is refused, nothing."""
        talk, turn = done.talk, done.turn
        assert turn.command_of is not None
        if isinstance(turn.command, HELPERS_OWN):
            # He does it as himself, whoever it is that he types for, and is told so.
            talk = replace(talk, helping=None, helped=None)
        told = self._told(talk, turn)
        if turn.then is None:
            turn.card, turn.shown = told.reply, told.reply.typable()
        else:
            turn.card = with_what_stands(told.reply, turn.then)
        turn.in_chats += told.in_chats
        # The person's language or form of address may have changed just now.
        hearer = outbox.hearer_in(self.db, talk.hearer.chat_id)
        return replace(done, talk=replace(talk, hearer=hearer), others=told.others)

    def _told(self, talk: Talk, turn: Turn) -> Told:
        by = turn.command_of
        assert by is not None
        me = speaker(visitor(talk, self.now), by)
        deed = Deed(
            chat_id=talk.hearer.chat_id,
            channel=talk.hearer.channel,
            person_id=me.person_id,
            club_id=None if me.membership is None else me.membership.club_id,
            now=self.now,
            today=me.today,
            cause=f"dialogue:{by.id}",
            typed_by=None if me.helping is None else me.helping.helper_id,
        )
        try:
            with attempt(self.db):
                if me.helping is not None:
                    note_helped(self.db, deed, me.helping, turn.command)
                fact = turn.command.carry_out(self.db, deed)
                if not isinstance(turn.command, Private):
                    hers = None if me.helping is None else me.helping.member_id
                    name = type(turn.command).__name__
                    note(self.db, deed, name, subject=by.subject, for_member=hers)
                self.facts.append(fact)
                self.changed_clubs.add(deed.club_id)
                told = with_cash_above(deed, told_after(fact, me, self.db), self.db)
                return told if me.helping is None else named_both(told, me.helping, self.db)
        except Refused as no:
            return Told(menus.closing(refusal(no)))

    def keep(self, steps: Sequence[Done]) -> list[Letter]:
        """Write dialogues, letters and what is done, a statement or two for all of them.

        Returns the letters that are this process's to send.
        """
        if not steps:
            return []
        self.keep_dialogues(steps)
        practising.keep(self.db, [each.kept for each in steps if each.kept], self.now)
        self._keep_who_can_be_reached(steps)
        self._keep_who_listens(steps)
        self._keep_which_is_used(steps)
        troubles.count(self.db, [each for done in steps for each in done.turn.troubles], self.now)
        counted = [each for done in steps for each in done.turn.counted]
        troubles.count_questions(self.db, counted, self.now)
        letters = [self.letter(_hearer(done), card) for done in steps for card in done.cards]
        letters += self._notices([each for done in steps for each in done.others])
        letters += self._in_chats(steps)
        inbox.mark_done(self.db, [done.update.id for done in steps])
        return list(self.outgoing.put(self.db, letters, self.now))

    def _keep_who_can_be_reached(self, steps: Sequence[Done]) -> None:
        gone = [each.talk.hearer.chat_id for each in steps if each.turn.gone]
        for chat_id in gone:
            outbox.chat_became_unreachable(self.db, chat_id, "blocked")
        back = [
            each.talk.hearer.chat_id
            for each in steps
            if each.talk.unreachable is not None and not (each.turn.gone or each.talk.is_frozen)
        ]
        if back:
            conversations.heard_again(self.db, back)

    def _keep_who_listens(self, steps: Sequence[Done]) -> None:
        for talk, listens in ((done.talk, done.turn.listens) for done in steps):
            if listens is not None:
                wish_to_listen(self.db, talk.hearer.chat_id, talk.person_id, always=listens)

    def keep_dialogues(self, steps: Sequence[Done]) -> None:
        """Dialogues as the steps leave them, and what typed numbers mean now."""
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
        letters = [
            self.letter(hearer, card, "notice")
            for person, card in others
            for hearer in hearers.of(person)[:1]
        ]
        silent = [each for each in others if each[0] not in hearers]
        return letters + (self._through_helpers(silent) if silent else [])

    def _in_chats(self, steps: Sequence[Done]) -> list[Letter]:
        """What other chats of those who spoke are to say."""
        told = [each for done in steps for each in done.turn.in_chats]
        hearers = [(outbox.hearer_in(self.db, chat_id), card) for chat_id, card in told]
        return [self.letter(hearer, card, "notice") for hearer, card in hearers]

    def _keep_which_is_used(self, steps: Sequence[Done]) -> None:
        """Of whoever has several chats."""
        due = [
            each.talk.hearer.chat_id
            for each in steps
            if each.talk.used_at is not None and self.now - each.talk.used_at > USE_COUNTS_AFTER
        ]
        second_chats.note_use(self.db, due, self.now)

    def _through_helpers(self, others: Sequence[tuple[int, Card]]) -> list[Letter]:
        """Whoever has no phone hears it by her helper's."""
        today = day_in_zone(self.now, VIETNAM)
        helpers = helpers_of_persons(self.db, [person for person, _ in others], today)
        return [
            self.letter(hearer, to_helper(card, helping, hearer.language), "notice")
            for person, card in others
            if person in helpers
            for helping, hearer in [helpers[person]]
        ]

    def letter(self, hearer: Hearer, card: Card, kind: LetterKind = "reply") -> Letter:
        """A letter with a number of its own."""
        return Letter(self.clock.new_id(), hearer, kind, card.as_json())


def _hearer(done: Done) -> Hearer:
    """Who hears the answer: she who has just said that she wants to hear no more hears no more."""
    if done.turn.listens is None:
        return done.talk.hearer
    return replace(done.talk.hearer, listens=done.turn.listens)
