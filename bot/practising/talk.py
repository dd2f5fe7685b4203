"""What a message comes to while its sender practises.

Almost everything goes to the made-up club: a database of its own in memory, in which the desk, the
changes and the notices run as always, and of which only the packed image is kept. What must be
real stays real: a cry for help, a person to phone, links, buttons of real messages.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from bot.done import Done, visitor
from bot.practising.answers import Scene, answers_to
from bot.practising.club import day_of_practice, fresh_club
from bot.sitting import Sitting
from club.invitations import secret_carried
from handlers.talk.cries import cry_for_help
from handlers.talk.heard import Heard, Kind
from handlers.talk.persons_to_call import person_to_call
from handlers.talk.turn import Turn
from messages import practising as say
from messages.cards import Card, Choice
from messages.moments import Moment
from messages.practising import END, marked
from messages.presses import (
    FOR_REAL,
    MOST_BYTES,
    OF_PRACTICE,
    AnswerPress,
    Press,
    StartPress,
    Step,
    StepPress,
    unpacked,
)
from messages.understand.answers import Reserved, reserved_word
from messages.understand.distress import cries_for_help
from messages.understand.practising import wants_the_real_club
from storage import conversations, outbox, practising
from storage.conversations import OpenDialogue, Talk
from storage.inbox import Waiting
from storage.memberships import memberships
from storage.practising import Kept, Practice
from storage.sandbox import form_of_tables, opened

MOST_ACTS = 20

_MENU = Heard(Kind.START)
_BEGIN = StartPress("practise")
_GO_ON = f"{OF_PRACTICE}v:go_on_practising:"


def hear_in_practice(sitting: Sitting, talk: Talk, update: Waiting, heard: Heard) -> Done:
    """What the update comes to; nothing is written yet."""
    return _PracticeTalk(sitting, talk, update).hear(heard)


def over_by_fault(done: Done) -> Done:
    """A fault of ours ends practice: what comes next is real, and she is told."""
    if done.talk.practice_at is None:
        return done
    return replace(done, before=(say.over_by_fault(),), kept=Kept(done.talk.hearer.chat_id))


class _PracticeTalk:
    """One message of somebody who practises."""

    def __init__(self, sitting: Sitting, talk: Talk, update: Waiting) -> None:
        self.sitting = sitting
        self.talk = talk
        self.update = update

    def hear(self, heard: Heard) -> Done:
        practice = self._practice()
        if practice is None:
            return self._over_by_itself(heard)
        match heard.kind:
            case Kind.GROUP | Kind.BLOCKED | Kind.UNBLOCKED:
                return self.sitting.attend(self.talk, self.update, heard)
            case Kind.PRESS:
                return self._pressed(practice, heard.text)
            case Kind.START if heard.text.strip():
                return self._over(heard, say.over())
            case Kind.TEXT:
                return self._typed(practice, heard)
        return self._practise(practice, heard)

    def _practice(self) -> Practice | None:
        """Her practice, unless it has ended by itself or was made by another release."""
        assert self.talk.practice_at is not None
        if practising.has_lapsed(self.talk.practice_at, self.sitting.now):
            return None
        found = practising.practice_in(self.sitting.db, self.talk.hearer.chat_id)
        known = found is not None and found.form in {None, form_of_tables()}
        return found if known else None

    # What is real although she practises

    def _typed(self, practice: Practice, heard: Heard) -> Done:
        if cries_for_help(heard.text):
            her = visitor(self._real_talk(), self.sitting.now)
            cry = cry_for_help(self.sitting.db, her, heard.text)
            return replace(self._for_real(*cry.said), others=cry.others)
        if reserved_word(heard.text) is Reserved.PERSON:
            return self._for_real(self._person_to_call())
        if wants_the_real_club(heard.text):
            return self._over(_MENU, say.over())
        if secret_carried(heard.text):
            return self._over(heard, say.over())
        return self._practise(practice, heard)

    def _pressed(self, practice: Practice, carried: str) -> Done:
        if carried == END:
            return self._over(_MENU, say.over())
        if carried.startswith(FOR_REAL):
            return self._over(Heard(Kind.PRESS, carried.removeprefix(FOR_REAL)), say.over())
        inner = carried.removeprefix(OF_PRACTICE)
        press = unpacked(inner)
        if isinstance(press, StepPress) and press.step is Step.PERSON:
            return self._for_real(self._person_to_call())
        is_real = inner == carried and press is not None
        if carried == _GO_ON or (is_real and self._is_of_something_ended(press)):
            # Also where a trembling finger pressed twice: she goes on where she is.
            return self._practise(practice, None)
        if is_real:
            return self._asked_whether_for_real(carried)
        return self._practise(practice, Heard(Kind.PRESS, inner))

    def _is_of_something_ended(self, press: Press | None) -> bool:
        if not isinstance(press, AnswerPress | StepPress):
            return press == _BEGIN
        chat_id = self.talk.hearer.chat_id
        meant = conversations.dialogue(self.sitting.db, chat_id, press.dialogue_id)
        return meant is None or meant.place != "parked"

    def _asked_whether_for_real(self, carried: str) -> Done:
        """A button of a real message: it is not pressed by mistake while practising."""
        for_real = FOR_REAL + carried
        if len(for_real.encode()) > MOST_BYTES:
            return self._over(Heard(Kind.PRESS, carried), say.over())
        ways = (Choice(for_real, say.open_for_real()), Choice(_GO_ON, say.go_on()))
        card = Card(say.button_is_real(), choices=ways, numbered=False)
        return Done(self.talk, self.update, Turn(card=card))

    def _person_to_call(self) -> Moment:
        return person_to_call(self.sitting.db, visitor(self._real_talk(), self.sitting.now))

    def _for_real(self, *said: Moment) -> Done:
        """Something real beside the practice, which goes on."""
        card = Card(said[-1], before=(say.this_is_real(), *said[:-1]))
        return Done(self.talk, self.update, Turn(card=card))

    def _real_talk(self) -> Talk:
        # Typed numbers would mean the choices of a message of practice.
        return replace(self.talk, practice_at=None, shown=[])

    # Its end

    def _over(self, heard: Heard, remark: Moment) -> Done:
        """Practice is over, and this is heard for real."""
        done = self.sitting.attend(self._real_talk(), self.update, heard)
        return replace(done, before=(remark,), kept=Kept(self.talk.hearer.chat_id))

    def _over_by_itself(self, heard: Heard) -> Done:
        of_practice = heard.kind is Kind.PRESS and heard.text.startswith((OF_PRACTICE, FOR_REAL))
        return self._over(_MENU if of_practice else heard, say.over_by_itself())

    # In the made-up club

    def _practise(self, practice: Practice, heard: Heard | None) -> Done:
        """Heard in the made-up club; None shows once more where she was."""
        image = practice.image or self._fresh_image(practice.role)
        with opened(image) as box:
            real = self.sitting
            inside = Sitting(box.db, real.readers, real.clock, real.outgoing)
            scene = _Practised(inside, self.talk, self.update)
            if practice.image is None:
                scene.bear_her_name()
            turn, pushed = scene.attend(heard)
        kept = Kept(self.talk.hearer.chat_id, box.image, form_of_tables())
        return Done(self.talk, self.update, turn, also=tuple(map(marked, pushed)), kept=kept)

    def _fresh_image(self, role: str) -> bytes:
        today = day_of_practice(self.sitting.now)
        return fresh_club(today, role, self.talk.hearer.language)


class _Practised:
    """The made-up club while something is heard in it; `inside` is a sitting in its database."""

    def __init__(self, inside: Sitting, real: Talk, update: Waiting) -> None:
        self.inside = inside
        self.real = real
        self.update = update
        self.today = day_of_practice(inside.now)
        self.chat_id, self.her = practising.her_chat(inside.db)

    def bear_her_name(self) -> None:
        practising.bear_name(self.inside.db, self.her, self.real.hearer)

    def attend(self, heard: Heard | None) -> tuple[Turn, list[Card]]:
        """What she is answered, marked, and what is pushed to her after it."""
        talk = self._talk()
        if heard is None:
            heard = Heard(Kind.TEXT, "nhắc lại") if talk.front is not None else _MENU
        done = self.inside.attend(talk, self.update, heard)
        pushed: list[Card] = []
        if done.turn.command is not None:
            done = self.inside.carry_out(done)
            pushed = self._others_act(done)
            self._keep_pushed(pushed)
        self.inside.keep_dialogues([done])
        card = done.turn.card
        turn = Turn(card=None if card is None else marked(card), listens=done.turn.listens)
        return turn, pushed

    def _talk(self) -> Talk:
        """Her talk there; how she is spoken to is as it is here."""
        [talk] = conversations.load(self.inside.db, [self.chat_id], self.today).values()
        shown = talk.shown
        if shown is None:
            # Nothing was said there yet: the first message of practice came from outside.
            shown = [[p.removeprefix(OF_PRACTICE), *row] for p, *row in self.real.shown or []]
        hearer = replace(self.real.hearer, chat_id=self.chat_id)
        return replace(talk, hearer=hearer, shown=shown, practice_at=self.inside.now)

    def _others_act(self, done: Done) -> list[Card]:
        """The made-up people answer, one after the other; returns what she hears of it."""
        scene = Scene(
            self.inside.db, self.her, visitor(done.talk, self.inside.now).words, self.today
        )
        waiting = deque(self._answers(scene))
        pushed: list[Card] = []
        for _ in range(MOST_ACTS):
            if not waiting:
                break
            who, command = waiting.popleft()
            turn = Turn(command=command, command_of=self._errand(who))
            acted = self.inside.carry_out(Done(self._talk_of(who), self.update, turn))
            pushed += [card for person_id, card in acted.others if person_id == self.her]
            waiting.extend(self._answers(scene))
        return pushed

    def _keep_pushed(self, pushed: Sequence[Card]) -> None:
        """What was pushed to her can be answered in its own words, there too."""
        here = replace(self.real.hearer, chat_id=self.chat_id)
        letters = [self.inside.letter(here, card, "notice") for card in pushed]
        outbox.put(self.inside.db, letters, run=self.inside.clock.run, now=self.inside.now)

    def _answers(self, scene: Scene) -> Sequence[tuple[int, object]]:
        facts, self.inside.facts = self.inside.facts, []
        return [act for fact in facts for act in answers_to(fact, scene)]

    def _errand(self, who: int) -> OpenDialogue:
        """What somebody made up does has a key of its own, as a dialogue's end has."""
        now = self.inside.now
        return OpenDialogue(
            id=self.inside.clock.new_id(),
            chat_id=self.chat_id,
            name="practising",
            subject="",
            place="done",
            revision=0,
            state={},
            started_at=now,
            touched_at=now,
            person_id=who,
        )

    def _talk_of(self, who: int) -> Talk:
        """Somebody made up speaks; nothing is ever sent to this hearer."""
        belongs = memberships(self.inside.db, {who}, self.today)
        return Talk(
            hearer=replace(self.real.hearer, chat_id=self.chat_id),
            person_id=who,
            club_id=None,
            shown=None,
            is_volunteer=False,
            is_officer=False,
            unreachable=None,
            front=None,
            memberships=tuple(belongs.get(who, ())),
        )
