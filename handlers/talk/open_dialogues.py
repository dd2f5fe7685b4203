"""The dialogues of one chat: one in front, some waiting, each going on where it stood."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers import menus
from handlers.dialogue.asking import Memory
from handlers.dialogue.engine import SCRIPTS, Asking, Run, Said
from handlers.dialogue.explaining import explained
from handlers.dialogue.given import wish_in
from handlers.dialogue.listening import Answer
from handlers.dialogue.outcomes import outcome_after
from handlers.dialogue.state import State
from handlers.dialogue.visitor import Visitor
from handlers.talk.elsewhere import brought_here
from handlers.talk.persons_to_call import person_by_name, person_to_call
from handlers.talk.question_cards import options_of, question_card
from handlers.talk.turn import Otherwise, Turn
from handlers.talk.unfinished import MOST_PARKED, so_far, speaker, warned_of_many
from messages import everywhere as say
from messages.cards import Card
from messages.moments import Moment
from messages.own import second_chat as say_second_chat
from messages.presses import Step
from storage.conversations import OpenDialogue, Talk
from storage.queries import Connection

LONG_SILENCE = timedelta(hours=12)  # she may not know any more what was asked


class Dialogues:
    """What becomes of the dialogues of one chat in one turn; nothing is written here."""

    def __init__(
        self,
        db: Connection,
        me: Visitor,
        talk: Talk,
        *,
        new_id: Callable[[], int],
        otherwise: Otherwise,
        memory: Memory | None = None,
    ) -> None:
        self.db, self.otherwise = db, otherwise
        self.memory: Memory = {} if memory is None else memory
        self.talk, self.new_id = talk, new_id
        self.front = talk.front
        self.away = self.front is not None and me.now - self.front.touched_at >= LONG_SILENCE
        self.turn = Turn()
        # Screens that list what is unfinished see the dialogues as this turn leaves them.
        self.me = replace(me, changed=self.turn.changed)
        # It was begun in a name for which nobody types here any more.
        self.over = self.front is not None and not menus.is_theirs(self.front, me)
        if self.front is not None and self.over:
            self._keep(replace(self.front, place="stopped"))
            self.front, self.away = None, False

    def start(self, name: str, subject: str, carried: Mapping[str, str] | None = None) -> None:
        """Begin a dialogue about a subject, or go on with it where it was begun already.

        `carried`: what was said with the wish for it, by the questions that it answers.
        """
        at_hand = [] if self.front is None else [self.front]
        for each in at_hand + menus.unfinished(self.me, self.db):
            if (each.name, each.subject) == (name, subject) and not carried:
                self.resume(each)
                return
        begun = OpenDialogue(
            id=self.new_id(),
            chat_id=self.talk.hearer.chat_id,
            name=name,
            subject=subject,
            place="front",
            revision=0,
            state=State(carried=dict(carried or {})).as_json(),
            started_at=self.me.now,
            touched_at=self.me.now,
            person_id=self.me.person_id,
            club_id=None if self.me.membership is None else self.me.membership.club_id,
        )
        self.turn.begun.add(begun.id)
        moved = None
        if not carried and not self.me.practises:
            moved = brought_here(self.db, self.talk, self.turn, begun)
        if moved is None:
            self.play(begun, None, *self._park_front())
        else:
            self.resume(moved, say_second_chat.brought_here())

    def resume(self, dialogue: OpenDialogue, *remarks: Moment) -> None:
        """Go on with a dialogue that waits, saying what it is, what was answered, what is left."""
        if dialogue.name not in SCRIPTS:
            self._gone(dialogue)
            return
        self.away = False
        were_here = [self._where_we_were(dialogue)] if State.of(dialogue.state).path else []
        parked = () if self._is_front(dialogue) else self._park_front(but_not=dialogue)
        self.play(replace(dialogue, place="front"), None, *parked, *remarks, *were_here)

    def _where_we_were(self, dialogue: OpenDialogue) -> Moment:
        answers, left = so_far(self.me, self.db, dialogue, self.memory)
        return say.we_were_here(left, SCRIPTS[dialogue.name].title(), answers)

    def _welcome_back(self, dialogue: OpenDialogue, state: State) -> tuple[Moment, ...]:
        """Where we were, the first time that something is heard after a long silence."""
        if not self.away or not self._is_front(dialogue):
            return ()
        self.away = False
        return (self._where_we_were(replace(dialogue, state=state.as_json())),)

    def _is_front(self, dialogue: OpenDialogue) -> bool:
        return self.front is not None and self.front.id == dialogue.id

    def _park_front(self, *, but_not: OpenDialogue | None = None) -> tuple[Moment, ...]:
        """Put aside what was in front; at most MOST_PARKED wait, the oldest is closed.

        `but_not` waits no longer: it is about to be in front.
        """
        front, self.front = self.front, None
        if front is None:
            return ()
        self._left(front)
        state = State.of(front.state)
        if front.name not in SCRIPTS or not state.path:
            # Nothing was answered, so there is nothing to come back to.
            self._keep(replace(front, place="stopped"))
            return ()
        state.begin_question()
        self._keep(replace(front, place="parked", state=state.as_json()))
        waiting = [
            each
            for each in menus.unfinished(self.me, self.db)
            if but_not is None or each.id != but_not.id
        ]
        parked = say.parked(SCRIPTS[front.name].title())
        closed = [self._closed(each) for each in waiting[MOST_PARKED:]]
        return (parked, *closed, *warned_of_many(len(waiting)))

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
        """Let the dialogue run and put its next question, or its end, into the turn.

        What was no answer may be a wish; then the dialogue stays as it was.
        """
        if dialogue.name not in SCRIPTS:
            self._gone(dialogue)
            return
        state = State.of(dialogue.state)
        run = Run(speaker(self.me, dialogue), state, self.db, self.memory)
        outcome = outcome_after(answer, run, SCRIPTS[dialogue.name])
        if run.listening.wants_to_stop:
            self._stop(dialogue)
        elif isinstance(outcome, Asking):
            wish = wish_in(answer, run.listening, missed=outcome.missed)
            if not wish or not self.otherwise(wish, outcome.question, state):
                said = (*self._welcome_back(dialogue, state), *remarks)
                self._ask(dialogue, state, outcome, said)
        else:
            self._end(dialogue, state, outcome.result, remarks)

    def _ask(
        self, dialogue: OpenDialogue, state: State, asking: Asking, remarks: tuple[Moment, ...]
    ) -> None:
        if asking.trouble is not None:
            remarks = (*remarks, *self._explained(dialogue, asking, state))
        before = State.of(dialogue.state)
        if before.asked != state.asked or dialogue.id in self.turn.begun:
            self._count(dialogue, state.asked, "asked")
        state.shown = [each.id for each in options_of(asking.question, state)]
        same = all(getattr(before, name) == getattr(state, name) for name in _AS_SHOWN)
        # Buttons of the same question, shown alike, go on working.
        revision = dialogue.revision if same else dialogue.revision + 1
        asked = replace(dialogue, place="front", revision=revision)
        self.turn.card = question_card(asked, state, asking, remarks)
        self.turn.shown = None
        self.front = asked
        self._keep(replace(asked, state=state.as_json()))

    def _explained(
        self, dialogue: OpenDialogue, asking: Asking, state: State
    ) -> tuple[Moment, ...]:
        assert asking.trouble is not None
        name = asking.question.name
        if self.me.membership is None or not self.me.membership.practice:
            self.turn.troubles.append((dialogue.name, name, asking.trouble))
        if state.errors <= len(_TIMES):
            self._count(dialogue, name, _TIMES[state.errors - 1])
        return explained(
            asking.question,
            state,
            asking.trouble,
            shown=lambda: len(options_of(asking.question, state)),
            person=lambda: person_to_call(self.db, self.me),
            by_name=lambda: person_by_name(self.db, self.me),
        )

    def _count(self, dialogue: OpenDialogue, question: str | None, what: str) -> None:
        """Without a word of what was typed, and never in a practice club."""
        practises = self.me.membership is not None and self.me.membership.practice
        if question is not None and not practises:
            self.turn.counted.append((dialogue.name, question, what))

    def _left(self, dialogue: OpenDialogue) -> None:
        """She goes elsewhere; a question that was not understood is given up by that."""
        state = State.of(dialogue.state)
        if state.errors and dialogue.name in SCRIPTS:
            self._count(dialogue, state.asked, "given_up")

    def _end(
        self, dialogue: OpenDialogue, state: State, result: Any, remarks: tuple[Moment, ...]
    ) -> None:
        ended = replace(dialogue, place="done", state=replace(state, carried={}).as_json())
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
            self._left(dialogue)
            self._keep(replace(dialogue, place="stopped"))
            self.menu(say.thrown_away())
            return
        self.front = dialogue
        _parked, *closed = self._park_front()
        self.show(lambda: menus.stopped(dialogue.id, tuple(closed)))

    def throw_away(self, dialogue: OpenDialogue) -> None:
        """Close it; nothing of it is recorded."""
        if self._is_front(dialogue):
            self._left(dialogue)
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

    def show(self, draw: Callable[[], Card], *remarks: Moment) -> None:
        """A screen: numbers now belong to it, so what was in front is put aside before."""
        remarks = (*remarks, *self._park_front())
        card = draw()
        self.turn.card = replace(card, before=(*remarks, *card.before))
        self.turn.shown = card.typable()


_TIMES = ("first", "second", "third")
_AS_SHOWN = ("asked", "shown", "readings", "print", "parts")  # makes two askings look alike
