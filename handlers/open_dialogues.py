"""The dialogues of one chat: one in front, at most three waiting, each going on where it stood."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

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
from handlers.dialogue.listening import Answer
from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from handlers.dialogue.visitor import Visitor
from handlers.persons_to_call import person_to_call
from handlers.question_cards import options_of, question_card
from messages import everywhere as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import (
    Step,
)
from messages.understand.readings import Why
from storage.conversations import OpenDialogue, Talk
from storage.queries import Connection

MOST_PARKED = 3
MOST_REDONE = 5
MOST_TRIES_ALONE = 3

UNCHANGED = object()


@dataclass(slots=True)
class Turn:
    """What one thing heard comes to.

    `gone`: nothing can be sent to this chat any more. `listens`: whether from now on she wants all
    messages read aloud; None for no word about it. `changed`: dialogues by number as they now
    stand, of which those in `begun` have no row yet.
    """

    card: Card | None = None
    gone: bool = False
    listens: bool | None = None
    changed: dict[int, OpenDialogue] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)
    shown: Any = UNCHANGED
    command: Any = None
    command_of: OpenDialogue | None = None
    troubles: list[tuple[str, str, Why]] = field(default_factory=list)


class Dialogues:
    """What becomes of the dialogues of one chat in one turn; nothing is written here."""

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

    def start(self, name: str, subject: str) -> None:
        """Begin a dialogue about a subject, or go on with it where it was begun already."""
        for each in self._at_hand():
            if (each.name, each.subject) == (name, subject):
                self.resume(each)
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
        self.play(begun, None, *remarks)

    def _at_hand(self) -> list[OpenDialogue]:
        front = [] if self.front is None else [self.front]
        return front + menus.unfinished(self.me, self.db)

    def resume(self, dialogue: OpenDialogue) -> None:
        """Go on with a dialogue that waits, saying what it is, what was answered, what is left."""
        if dialogue.name not in SCRIPTS:
            self._gone(dialogue)
            return
        were_here = self._where_we_were(dialogue)
        parked = () if self._is_front(dialogue) else self._park_front(but_not=dialogue)
        self.play(replace(dialogue, place="front"), None, *parked, *were_here)

    def _where_we_were(self, dialogue: OpenDialogue) -> tuple[Moment, ...]:
        script = SCRIPTS[dialogue.name]
        run = Run(speaker(self.me, dialogue), State.of(dialogue.state), self.db, self.memory)
        run.go(script)
        if not run.so_far:
            return ()
        given = [each for each in run.so_far if not each[0].fingerprint() and each[1] != ""]
        answers = [each.shown(stored) for each, stored in given]
        left = max(1, script.about - len(run.so_far))
        return (say.we_were_here(left, script.title(), answers),)

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
        self.once_more(say.cannot_go_on())

    def _keep(self, dialogue: OpenDialogue) -> None:
        self.turn.changed[dialogue.id] = replace(dialogue, touched_at=self.me.now)

    def play(self, dialogue: OpenDialogue, answer: Answer | None, *remarks: Moment) -> None:
        """Let the dialogue run and put its next question, or its end, into the turn."""
        if dialogue.name not in SCRIPTS:
            self._gone(dialogue)
            return
        state = State.of(dialogue.state)
        run = Run(speaker(self.me, dialogue), state, self.db, self.memory)
        outcome = self._outcome(dialogue, run, answer)
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
            help_ = say.not_understood(question.example())
            return (help_, person_to_call(self.db, self.me))
        if trouble is Why.WORD_WANTED:
            return (say.in_words_please(),)
        if question.options() and trouble is Why.NOT_AN_OPTION:
            most = len(options_of(question, state))
            return (say.not_among() if state.errors == 1 else say.just_the_number(most),)
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
            self.menu(*remarks)
        elif isinstance(result, Said):
            self.show(lambda: menus.closing(result.body, remarks))
        elif isinstance(result, Card):
            self.show(lambda: replace(result, before=(*remarks, *result.before)))
        else:
            self.turn.command, self.turn.command_of = result, ended

    def step(self, dialogue: OpenDialogue, step: Step) -> None:
        """Navigation within the dialogue in front."""
        match step:
            case Step.BACK:
                self._go_back(dialogue)
            case Step.STOP:
                self._stop(dialogue)
            case Step.THROW_AWAY:
                self.throw_away(dialogue)
            case Step.PERSON:
                self.play(dialogue, None, person_to_call(self.db, self.me))
            case Step.REPEAT | Step.GO_ON:
                self.play(dialogue, None)

    def _go_back(self, dialogue: OpenDialogue) -> None:
        state = State.of(dialogue.state)
        if state.step_back():
            self.play(replace(dialogue, state=state.as_json()), None)
        else:
            self.play(dialogue, None, say.first_question())

    def _stop(self, dialogue: OpenDialogue) -> None:
        self.front = None
        if dialogue.name not in SCRIPTS or not State.of(dialogue.state).path:
            self._keep(replace(dialogue, place="stopped"))
            self.menu(say.thrown_away())
            return
        self.front = dialogue
        _parked, *closed = self._park_front()
        self.show(lambda: menus.stopped(dialogue.id, tuple(closed)))

    def throw_away(self, dialogue: OpenDialogue) -> None:
        """Close it; nothing of it is recorded."""
        if self._is_front(dialogue):
            self.front = None
        self._keep(replace(dialogue, place="stopped"))
        self.once_more(say.thrown_away())

    def once_more(self, *remarks: Moment) -> None:
        """Remarks, and then where we were: the open question, or the menu."""
        if self.front is not None:
            self.play(self.front, None, *remarks)
        else:
            self.menu(*remarks)

    def menu(self, *remarks: Moment) -> None:
        """The menu, with remarks before it."""
        self.show(lambda: menus.menu(self.me, self.db, "", before=remarks))

    def show(self, draw: Callable[[], Card]) -> None:
        """A screen: numbers now belong to it, so what was in front is put aside before."""
        remarks = self._park_front()
        card = draw()
        self.turn.card = replace(card, before=(*remarks, *card.before))
        self.turn.shown = card.typable()


def speaker(me: Visitor, dialogue: OpenDialogue) -> Visitor:
    """Who speaks in this dialogue: about its subject, in the club in which it began."""
    began_in = (each for each in me.memberships if each.club_id == dialogue.club_id)
    return replace(me, subject=dialogue.subject, membership=next(began_in, me.membership))


# What makes two ways of asking a question look alike.
_AS_SHOWN = ("asked", "shown", "readings", "print")
