"""The front desk: from what was heard to one card in answer, and what is to be kept.

It reads, decides and writes nothing. A dialogue that ends with a command hands it back; the caller
carries it out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from club.invitations import digest_of, secret_carried
from club.refusals import Refused
from handlers import menus
from handlers.dialogue.asking import Memory
from handlers.dialogue.engine import (
    SCRIPTS,
    Asking,
    Ended,
    Redo,
    Run,
    Said,
)
from handlers.dialogue.listening import Answer, Picked, Typed, TypedOrStop
from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from handlers.dialogue.visitor import Visitor
from handlers.entrances import SCREENS, entrance_by_command, entrance_by_words
from handlers.heard import Heard, Kind
from handlers.persons_to_call import person_to_call
from handlers.question_cards import options_of, question_card
from messages import everywhere as say
from messages.cards import Card
from messages.moments import Moment, moment_of, written
from messages.presses import (
    AnswerPress,
    Press,
    ScreenPress,
    StartPress,
    Step,
    StepPress,
    unpacked,
)
from messages.refusals import refusal
from messages.understand.answers import Reserved, read_choice, read_yes_no, reserved_word
from messages.understand.counts import read_count
from messages.understand.plain import bare, plain
from messages.understand.readings import Value, Why
from storage import conversations
from storage.conversations import OpenDialogue, Talk
from storage.queries import Connection

MOST_PARKED = 3
MOST_LETTERS = 2000
MOST_REDONE = 5

UNCHANGED = object()


@dataclass(slots=True)
class Turn:
    """What one thing heard comes to.

    `gone`: nothing can be sent to this chat any more. `changed`: dialogues by number as they now
    stand, of which those in `begun` have no row yet.
    """

    card: Card | None = None
    gone: bool = False
    changed: dict[int, OpenDialogue] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)
    shown: Any = UNCHANGED
    command: Any = None
    command_of: OpenDialogue | None = None
    troubles: list[tuple[str, str, Why]] = field(default_factory=list)


class Desk:
    """Attends to one chat for one thing heard."""

    def __init__(
        self,
        db: Connection,
        me: Visitor,
        talk: Talk,
        *,
        new_id: Callable[[], int],
        memory: Memory | None = None,
    ) -> None:
        self.db = db
        self.memory: Memory = {} if memory is None else memory
        self.talk = talk
        self.new_id = new_id
        self.front = talk.front
        self.turn = Turn()
        # Screens that list what is unfinished see the dialogues as this turn leaves them.
        self.me = replace(me, changed=self.turn.changed)

    def attend(self, heard: Heard) -> Turn:
        """One thing heard, one card in answer."""
        match heard.kind:
            case Kind.GROUP:
                self.turn.card = Card(say.not_here())
            case Kind.BLOCKED:
                self.turn.gone = True
            case Kind.UNBLOCKED:
                # The messenger lets the person open the chat with a word of her own.
                self.turn.gone = False
            case Kind.OTHER:
                self._once_more(say.only_text())
            case Kind.EDITED:
                self._once_more(say.edited())
            case Kind.PRESS:
                self._pressed(unpacked(heard.text))
            case Kind.START:
                self._opened(plain(heard.text).strip())
            case Kind.TEXT:
                self._typed(plain(heard.text).strip())
        return self.turn

    # What was typed

    def _typed(self, text: str) -> None:
        if len(text) > MOST_LETTERS:
            self._once_more(say.too_long())
        elif way_in := entrance_by_command(text):
            self._open(way_in.opens)
        elif found := _START.fullmatch(text):
            self._opened((found[1] or "").strip())
        elif secret_carried(text):
            self._opened(text)
        elif word := reserved_word(text):
            self._reserved_or_answer(word, text)
        elif _COMMAND.fullmatch(text):
            self._once_more(say.not_a_command())
        elif self.front is not None:
            self._play(self.front, Typed(text))
        else:
            self._typed_outside(text)

    def _reserved_or_answer(self, word: Reserved, text: str) -> None:
        """A word that works everywhere, unless it is an answer to the question that stands."""
        standing = self._standing()
        if standing is None or self.front is None:
            self._reserved(word)
            return
        question, state = standing
        labels = [bare(written(each.label, self.me.words)) for each in options_of(question, state)]
        is_no = question.takes_stop_for_no and isinstance(read_yes_no(text), Value)
        if bare(text) in labels or (word is Reserved.STOP and is_no):
            self._play(self.front, Typed(text))
        elif bare(text) in question.stop_or_answer and not state.or_stop:
            self._play(self.front, TypedOrStop(text))
        else:
            self._reserved(word)

    def _standing(self) -> tuple[Question[Any], State] | None:
        """The question in front, as it would be asked now."""
        if self.front is None or self.front.name not in SCRIPTS:
            return None
        state = State.of(self.front.state)
        run = Run(speaker(self.me, self.front), state, self.db, self.memory)
        outcome = run.go(SCRIPTS[self.front.name])
        return (outcome.question, state) if isinstance(outcome, Asking) else None

    def _typed_outside(self, text: str) -> None:
        number = read_count(text)
        shown = self.talk.shown or []
        if isinstance(number, Value) and 1 <= number.value <= len(shown):
            self._pressed(unpacked(shown[number.value - 1][0]))
        elif way_in := entrance_by_words(text, self.me):
            self._open(way_in.opens)
        elif press := self._label_typed(text, shown):
            self._pressed(unpacked(press))
        elif self.me.person_id is None and menus.looks_like_join_code(text):
            self._open(StartPress("join", menus.join_code(text)))
        else:
            self._menu(say.do_not_know())

    def _label_typed(self, text: str, shown: list[list[Any]]) -> str | None:
        """What the typed words of a button do, if one of those shown last bears them."""
        labels = [written(moment_of(label), self.me.words) for _, label in shown]
        chosen = read_choice(text, labels)
        return str(shown[chosen.value][0]) if isinstance(chosen, Value) else None

    def _menu(self, *remarks: Moment) -> None:
        self._show(lambda: menus.menu(self.me, self.db, "", before=remarks))

    def _reserved(self, word: Reserved) -> None:
        match word:
            case Reserved.MENU:
                self._open(ScreenPress("menu"))
            case Reserved.HELP:
                self._open(ScreenPress("help"))
            case Reserved.PERSON:
                self._once_more(person_to_call(self.db, self.me))
            case _ if self.front is None:
                self._menu(say.nothing_to_stop())
            case Reserved.BACK:
                self._step(self.front, Step.BACK)
            case Reserved.STOP:
                self._step(self.front, Step.STOP)
            case _:
                self._step(self.front, Step.REPEAT)

    # What was pressed or opened

    def _opened(self, carried: str) -> None:
        if secret := secret_carried(carried):
            # An open dialogue is kept, so it is about the digest and never knows the secret.
            self._open(StartPress("accept_invitation", digest_of(secret)))
        elif carried and (self.me.person_id is None or not self.me.memberships):
            self._open(StartPress("join", carried[:40]))
        else:
            self._open(ScreenPress("menu", "hello"))

    def _pressed(self, press: Press | None) -> None:
        match press:
            case AnswerPress(dialogue_id, revision, place):
                self._answer_pressed(dialogue_id, revision, place)
            case StepPress(dialogue_id, step):
                self._step_pressed(dialogue_id, step)
            case StartPress() | ScreenPress():
                self._open(press)
            case None:
                self._once_more(say.button_is_old())

    def _answer_pressed(self, dialogue_id: int, revision: int, place: int) -> None:
        front = self.front
        if front is None or front.id != dialogue_id:
            self._once_more(self._old_button(dialogue_id))
            return
        shown = State.of(front.state).shown
        if front.revision != revision or not 0 <= place < len(shown):
            self._play(front, None, say.answered_already())
        else:
            self._play(front, Picked(shown[place]))

    def _old_button(self, dialogue_id: int) -> Moment:
        """What became of the dialogue that an old button belongs to."""
        meant = conversations.dialogue(self.db, self.talk.hearer.chat_id, dialogue_id)
        if meant is None or meant.name not in SCRIPTS:
            return say.button_is_old()
        title = SCRIPTS[meant.name].title()
        match meant.place:
            case "done":
                return say.button_of_finished(title)
            case "parked":
                return say.button_of_parked(title)
            case _:
                return say.button_of_closed(title)

    def _step_pressed(self, dialogue_id: int, step: Step) -> None:
        if self.front is not None and self.front.id == dialogue_id:
            self._step(self.front, step)
            return
        meant = conversations.dialogue(self.db, self.talk.hearer.chat_id, dialogue_id)
        if meant is None or meant.place != "parked":
            self._once_more(self._old_button(dialogue_id))
        elif step is Step.THROW_AWAY:
            self._throw_away(meant)
        elif step is Step.STOP:
            self._once_more(say.kept_already())
        elif step is Step.PERSON:
            self._once_more(person_to_call(self.db, self.me))
        else:
            self._resume(meant)

    def _open(self, press: Press) -> None:
        match press:
            case StartPress(name, subject) if name in SCRIPTS:
                self._start(name, subject)
            case ScreenPress(name, argument) if name in SCREENS:
                self._show(lambda: SCREENS[name](self.me, self.db, argument))
            case _:
                self._once_more(say.button_is_old())

    def _show(self, draw: Callable[[], Card]) -> None:
        """A screen: numbers now belong to it, so what was in front is put aside before."""
        remarks = self._park_front()
        card = draw()
        self.turn.card = replace(card, before=(*remarks, *card.before))
        self.turn.shown = card.typable()

    # Dialogues

    def _start(self, name: str, subject: str) -> None:
        for each in self._at_hand():
            if (each.name, each.subject) == (name, subject):
                self._resume(each)
                return
        begun = OpenDialogue(
            id=self.new_id(),
            chat_id=self.talk.hearer.chat_id,
            name=name,
            subject=subject,
            place="front",
            revision=0,
            state=State().as_json(),
            started_at=self.me.now,
            touched_at=self.me.now,
            person_id=self.me.person_id,
            club_id=None if self.me.membership is None else self.me.membership.club_id,
        )
        self.turn.begun.add(begun.id)
        remarks = self._park_front()
        self._play(begun, None, *remarks)

    def _at_hand(self) -> list[OpenDialogue]:
        front = [] if self.front is None else [self.front]
        return front + menus.unfinished(self.me, self.db)

    def _resume(self, dialogue: OpenDialogue) -> None:
        if dialogue.name not in SCRIPTS:
            self._gone(dialogue)
            return
        answered = len(State.of(dialogue.state).path)
        left = max(1, SCRIPTS[dialogue.name].about - answered)
        parked = () if self._is_front(dialogue) else self._park_front(but_not=dialogue)
        were_here = (say.we_were_here(left),) if answered else ()
        self._play(replace(dialogue, place="front"), None, *parked, *were_here)

    def _is_front(self, dialogue: OpenDialogue) -> bool:
        return self.front is not None and self.front.id == dialogue.id

    def _park_front(self, *, but_not: OpenDialogue | None = None) -> tuple[Moment, ...]:
        """Put aside what was in front; at most three wait, the oldest is closed with a word.

        `but_not` waits no longer: it is about to be in front.
        """
        front, self.front = self.front, None
        if front is None:
            return ()
        state = State.of(front.state)
        if front.name not in SCRIPTS or not state.path:
            # Nothing was answered, so there is nothing to come back to.
            self._keep(replace(front, place="stopped"))
            return ()
        state.forget_readings()
        self._keep(replace(front, place="parked", state=state.as_json()))
        waiting = [
            each
            for each in menus.unfinished(self.me, self.db)
            if but_not is None or each.id != but_not.id
        ]
        parked = say.parked(SCRIPTS[front.name].title())
        return (parked, *(self._closed(each) for each in waiting[MOST_PARKED:]))

    def _closed(self, dialogue: OpenDialogue) -> Moment:
        self._keep(replace(dialogue, place="stopped"))
        return say.oldest_closed(SCRIPTS[dialogue.name].title())

    def _gone(self, dialogue: OpenDialogue) -> None:
        """A dialogue that this release does not have any more."""
        if self._is_front(dialogue):
            self.front = None
        self._keep(replace(dialogue, place="stopped"))
        self._once_more(say.cannot_go_on())

    def _keep(self, dialogue: OpenDialogue) -> None:
        self.turn.changed[dialogue.id] = replace(dialogue, touched_at=self.me.now)

    def _play(self, dialogue: OpenDialogue, answer: Answer | None, *remarks: Moment) -> None:
        """Let the dialogue run and put its next question, or its end, into the turn."""
        if dialogue.name not in SCRIPTS:
            self._gone(dialogue)
            return
        state = State.of(dialogue.state)
        run = Run(speaker(self.me, dialogue), state, self.db, self.memory)
        try:
            outcome = self._outcome(dialogue, run, answer)
        except Refused as no:
            outcome = Ended(Said(refusal(no)))
        if run.listening.wants_to_stop:
            self._stop(dialogue)
        elif isinstance(outcome, Asking):
            self._ask(dialogue, state, outcome, remarks)
        else:
            self._end(dialogue, state, outcome.result, remarks)

    def _outcome(self, dialogue: OpenDialogue, run: Run, answer: Answer | None) -> Asking | Ended:
        script, state = SCRIPTS[dialogue.name], run.state
        outcome = run.go(script, answer)
        if isinstance(outcome, Ended) and not run.answer_was_used and state.path:
            # It would end without regard to what was just said: the last answer is asked again.
            state.forget_from(state.path[-1])
            outcome = Run(run.me, state, self.db, self.memory).go(script)
        for _ in range(MOST_REDONE):
            if not (isinstance(outcome, Ended) and isinstance(outcome.result, Redo)):
                break
            state.redo(outcome.result.names, read_backs=run.read_backs)
            run = Run(run.me, state, self.db, self.memory)
            outcome = run.go(script)
        return outcome

    def _ask(
        self, dialogue: OpenDialogue, state: State, asking: Asking, remarks: tuple[Moment, ...]
    ) -> None:
        if asking.trouble is not None:
            self.turn.troubles.append((dialogue.name, asking.question.name, asking.trouble))
            remarks = (*remarks, *self._explained(asking.question, state, asking.trouble))
        before = State.of(dialogue.state)
        state.shown = [each.id for each in options_of(asking.question, state)]
        same = all(getattr(before, name) == getattr(state, name) for name in _AS_SHOWN)
        # Buttons of the same question, shown alike, go on working.
        revision = dialogue.revision if same else dialogue.revision + 1
        asked = replace(dialogue, place="front", revision=revision)
        self.turn.card = question_card(asked, state, asking.question, (*remarks, *asking.remarks))
        self.turn.shown = None
        self.front = asked
        self._keep(replace(asked, state=state.as_json()))

    def _explained(self, question: Question[Any], state: State, trouble: Why) -> tuple[Moment, ...]:
        """An example at first, then a plainer word, at the third time a person."""
        if state.errors >= MOST_TRIES_ALONE:
            return (person_to_call(self.db, self.me),)
        if question.options() and trouble is Why.NOT_AN_OPTION:
            return (say.not_among(),)
        if state.errors > 1:
            return (say.still_not_understood(question.example()),)
        return (say.not_understood(question.example()),)

    def _end(
        self, dialogue: OpenDialogue, state: State, result: Any, remarks: tuple[Moment, ...]
    ) -> None:
        ended = replace(dialogue, place="done", state=state.as_json())
        self.front = None
        self._keep(ended)
        self.turn.shown = []
        if result is None:
            self._menu(*remarks)
        elif isinstance(result, Said):
            self._show(lambda: menus.closing(result.body, remarks))
        elif isinstance(result, Card):
            self._show(lambda: replace(result, before=(*remarks, *result.before)))
        else:
            self.turn.command, self.turn.command_of = result, ended

    def _step(self, dialogue: OpenDialogue, step: Step) -> None:
        match step:
            case Step.BACK:
                self._go_back(dialogue)
            case Step.STOP:
                self._stop(dialogue)
            case Step.THROW_AWAY:
                self._throw_away(dialogue)
            case Step.PERSON:
                self._play(dialogue, None, person_to_call(self.db, self.me))
            case Step.REPEAT | Step.GO_ON:
                self._play(dialogue, None)

    def _go_back(self, dialogue: OpenDialogue) -> None:
        state = State.of(dialogue.state)
        if state.step_back():
            self._play(replace(dialogue, state=state.as_json()), None)
        else:
            self._play(dialogue, None, say.first_question())

    def _stop(self, dialogue: OpenDialogue) -> None:
        self.front = None
        if dialogue.name not in SCRIPTS or not State.of(dialogue.state).path:
            self._keep(replace(dialogue, place="stopped"))
            self._menu(say.thrown_away())
            return
        self.front = dialogue
        _parked, *closed = self._park_front()
        self._show(lambda: menus.stopped(dialogue.id, tuple(closed)))

    def _throw_away(self, dialogue: OpenDialogue) -> None:
        if self._is_front(dialogue):
            self.front = None
        self._keep(replace(dialogue, place="stopped"))
        self._once_more(say.thrown_away())

    def _once_more(self, remark: Moment) -> None:
        """A remark, and then where we were: the open question, or the menu."""
        if self.front is not None:
            self._play(self.front, None, remark)
        else:
            self._menu(remark)


def speaker(me: Visitor, dialogue: OpenDialogue) -> Visitor:
    """Who speaks in this dialogue: about its subject, in the club in which it began."""
    began_in = (each for each in me.memberships if each.club_id == dialogue.club_id)
    return replace(me, subject=dialogue.subject, membership=next(began_in, me.membership))


def apology(talk: Talk, number: int, now: datetime) -> Turn:
    """After a fault of ours: a word, and an open way on.

    What was in front is put aside, so that the numbers of this message mean what it shows.
    """
    turn = Turn()
    front = talk.front
    goes_on = front is not None and front.name in SCRIPTS and bool(State.of(front.state).path)
    if front is not None:
        place = "parked" if goes_on else "stopped"
        turn.changed[front.id] = replace(front, place=place, touched_at=now)
    turn.card = menus.after_fault(number, front.id if front is not None and goes_on else None)
    turn.shown = turn.card.typable()
    return turn


MOST_TRIES_ALONE = 3
_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE)
_COMMAND = re.compile(r"/[A-Za-z0-9_]+(?:@\w+)?(?:\s.*)?", re.DOTALL)
# What makes two ways of asking a question look alike.
_AS_SHOWN = ("asked", "shown", "readings", "print")
