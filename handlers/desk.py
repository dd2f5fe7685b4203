"""The front desk: from what was heard to one card in answer, and what is to be kept.

It reads, decides and writes nothing. A dialogue that ends with a command hands it back; the caller carries it out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from handlers import menus
from handlers.dialogue.asking import Memory
from handlers.dialogue.engine import (
    SCRIPTS,
    Answer,
    Asking,
    Ended,
    Picked,
    Redo,
    Run,
    Said,
    State,
    Typed,
)
from handlers.dialogue.questions import Question
from handlers.dialogue.visitor import Visitor
from handlers.entrances import SCREENS, entrance_by_command, entrance_by_words
from handlers.heard import Heard, Kind
from handlers.persons_to_call import person_to_call
from handlers.question_cards import question_card
from messages import everywhere as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import (
    AnswerPress,
    Press,
    ScreenPress,
    StartPress,
    Step,
    StepPress,
    unpacked,
)
from messages.understand.answers import Reserved, reserved_word
from messages.understand.counts import read_count
from messages.understand.plain import plain
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
    """What one thing heard comes to. `gone`: nothing can be sent to this chat any more."""

    card: Card | None = None
    gone: bool = False
    changed: dict[int, OpenDialogue] = field(default_factory=dict)
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
        self.me = me
        self.talk = talk
        self.new_id = new_id
        self.front = talk.front
        self.turn = Turn()

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
                self._opened(heard.text)
            case Kind.TEXT:
                self._typed(plain(heard.text).strip())
        return self.turn

    # What was typed

    def _typed(self, text: str) -> None:
        if len(text) > MOST_LETTERS:
            self._once_more(say.too_long())
        elif way_in := entrance_by_command(text):
            self._open(way_in.opens)
        elif text.startswith("/start"):
            self._opened(text.removeprefix("/start").strip())
        elif (word := reserved_word(text)) and not self._claims(word):
            self._reserved(word)
        elif self.front is not None:
            self._play(self.front, Typed(text))
        else:
            self._typed_outside(text)

    def _claims(self, word: Reserved) -> bool:
        """At a yes-no question 'thôi' is a no."""
        if word is not Reserved.STOP or self.front is None:
            return False
        return State.of(self.front.state).shown == ["yes", "no"]

    def _typed_outside(self, text: str) -> None:
        number = read_count(text)
        shown = self.talk.shown or []
        if isinstance(number, Value) and 1 <= number.value <= len(shown):
            self._pressed(unpacked(shown[number.value - 1]))
        elif way_in := entrance_by_words(text, self.me):
            self._open(way_in.opens)
        elif self.me.person_id is None and menus.looks_like_join_code(text):
            self._open(StartPress("join", menus.join_code(text)))
        else:
            self._show(menus.menu(self.me, self.db, "", before=(say.do_not_know(),)))

    def _reserved(self, word: Reserved) -> None:
        match word:
            case Reserved.MENU:
                self._open(ScreenPress("menu"))
            case Reserved.HELP:
                self._open(ScreenPress("help"))
            case Reserved.PERSON:
                self._once_more(person_to_call(self.db, self.me))
            case _ if self.front is None:
                self._show(menus.menu(self.me, self.db, "", before=(say.nothing_to_stop(),)))
            case Reserved.BACK:
                self._step(self.front, Step.BACK)
            case Reserved.STOP:
                self._step(self.front, Step.STOP)
            case _:
                self._step(self.front, Step.REPEAT)

    # What was pressed or opened

    def _opened(self, carried: str) -> None:
        if carried.startswith("i-"):
            self._open(StartPress("accept_invitation", carried.removeprefix("i-")))
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
            self._once_more(say.button_is_old())
            return
        shown = State.of(front.state).shown
        if front.revision != revision or not 0 <= place < len(shown):
            self._play(front, None, say.answered_already())
        else:
            self._play(front, Picked(shown[place]))

    def _step_pressed(self, dialogue_id: int, step: Step) -> None:
        meant = self.front if self.front is not None and self.front.id == dialogue_id else None
        if meant is None:
            meant = conversations.dialogue(self.db, self.talk.hearer.chat_id, dialogue_id)
        if meant is None or meant.place not in {"front", "parked"}:
            self._once_more(say.button_is_old())
        elif meant.place == "parked" and step is not Step.THROW_AWAY:
            self._resume(meant)
        else:
            self._step(meant, step)

    def _open(self, press: Press) -> None:
        match press:
            case StartPress(name, subject) if name in SCRIPTS:
                self._start(name, subject)
            case ScreenPress(name, argument) if name in SCREENS:
                self._show(SCREENS[name](self.me, self.db, argument))
            case _:
                self._once_more(say.button_is_old())

    def _show(self, card: Card) -> None:
        """A screen: numbers now belong to it, so what was in front is put aside."""
        remarks = self._park_front()
        self.turn.card = replace(card, before=(*remarks, *card.before))
        self.turn.shown = [each.press for each in card.choices] if card.numbered else []

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
        remarks = self._park_front()
        self._play(begun, None, *remarks)

    def _at_hand(self) -> list[OpenDialogue]:
        front = [] if self.front is None else [self.front]
        return front + conversations.parked(self.db, self.talk.hearer.chat_id)

    def _resume(self, dialogue: OpenDialogue) -> None:
        state = State.of(dialogue.state)
        left = max(1, SCRIPTS[dialogue.name].about - len(state.path))
        remarks = () if dialogue is self.front else self._park_front()
        self._play(replace(dialogue, place="front"), None, *remarks, say.we_were_here(left))

    def _park_front(self) -> tuple[Moment, ...]:
        """Put aside what was in front; at most three wait, the oldest is closed with a word."""
        front, self.front = self.front, None
        if front is None:
            return ()
        state = State.of(front.state)
        if not state.path:
            # Nothing was answered, so there is nothing to come back to.
            self._keep(replace(front, place="stopped"))
            return ()
        self._keep(replace(front, place="parked"))
        remarks = [say.parked(SCRIPTS[front.name].title())]
        waiting = conversations.parked(self.db, front.chat_id)
        for oldest in waiting[MOST_PARKED - 1 :]:
            self._keep(replace(oldest, place="stopped"))
            remarks.append(say.oldest_closed(SCRIPTS[oldest.name].title()))
        return tuple(remarks)

    def _keep(self, dialogue: OpenDialogue) -> None:
        self.turn.changed[dialogue.id] = replace(dialogue, touched_at=self.me.now)

    def _play(self, dialogue: OpenDialogue, answer: Answer | None, *remarks: Moment) -> None:
        """Let the dialogue run and put its next question, or its end, into the turn."""
        script = SCRIPTS[dialogue.name]
        state = State.of(dialogue.state)
        me = replace(self.me, subject=dialogue.subject)
        run = Run(me, state, self.db, self.memory)
        outcome = run.go(script, answer)
        for _ in range(MOST_REDONE):
            if not (isinstance(outcome, Ended) and isinstance(outcome.result, Redo)):
                break
            for name in outcome.result.names:
                state.answers.pop(name, None)
                state.path = [each for each in state.path if each != name]
            outcome = Run(me, state, self.db, self.memory).go(script)
        if isinstance(outcome, Asking):
            self._ask(dialogue, state, outcome, remarks)
        else:
            self._end(dialogue, state, outcome.result, remarks)

    def _ask(
        self, dialogue: OpenDialogue, state: State, asking: Asking, remarks: tuple[Moment, ...]
    ) -> None:
        asked = replace(dialogue, place="front", revision=dialogue.revision + 1)
        if asking.trouble is not None:
            self.turn.troubles.append((dialogue.name, asking.question.name, asking.trouble))
            remarks = (*remarks, *self._explained(asking.question, state, asking.trouble))
        self.turn.card = question_card(
            asked, state, asking.question, (*remarks, *asking.remarks)
        )
        self.turn.shown = None
        self.front = asked
        self._keep(replace(asked, state=state.as_json()))

    def _explained(self, question: Question[Any], state: State, trouble: Why) -> tuple[Moment, ...]:
        """An example at the first misunderstanding, a plainer word at the second, a person at the third."""
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
            self._show(menus.menu(self.me, self.db, "", before=remarks))
        elif isinstance(result, Said):
            self._show(menus.closing(result.body, remarks))
        elif isinstance(result, Card):
            self._show(replace(result, before=(*remarks, *result.before)))
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
        if state.readings is not None:
            # The choice between two readings is not a question of its own.
            state.readings = None
            self._play(replace(dialogue, state=state.as_json()), None)
        elif not state.path:
            self._play(dialogue, None, say.first_question())
        else:
            state.forget_from(state.path[-1])
            self._play(replace(dialogue, state=state.as_json()), None)

    def _stop(self, dialogue: OpenDialogue) -> None:
        self.front = None
        if not State.of(dialogue.state).path:
            self._keep(replace(dialogue, place="stopped"))
            self._show(menus.menu(self.me, self.db, "", before=(say.thrown_away(),)))
            return
        self.front = dialogue
        self._park_front()
        self._show(menus.stopped(dialogue.id))

    def _throw_away(self, dialogue: OpenDialogue) -> None:
        if self.front is not None and self.front.id == dialogue.id:
            self.front = None
        self._keep(replace(dialogue, place="stopped"))
        self._once_more(say.thrown_away())

    def _once_more(self, remark: Moment) -> None:
        """A remark, and then where we were: the open question, or the menu."""
        if self.front is not None:
            self._play(self.front, None, remark)
        else:
            self._show(menus.menu(self.me, self.db, "", before=(remark,)))


MOST_TRIES_ALONE = 3
