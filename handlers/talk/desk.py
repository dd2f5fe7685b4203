"""The front desk: from what was heard to one card in answer, and what is to be kept.

It reads, decides and writes nothing. A dialogue that ends with a command hands it back; the caller
carries it out.
"""

import re
from collections.abc import Callable
from typing import Any

from club.invitations import digest_of, secret_carried
from club.refusals import Code, Refused
from handlers import menus
from handlers.dialogue.asking import Memory
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.listening import Typed, TypedOrStop
from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from handlers.dialogue.visitor import Visitor
from handlers.doors import stands_open
from handlers.entrances import (
    SCREENS,
    entrance_by_command,
    entrance_by_words,
    entrance_from_anywhere,
)
from handlers.helping.helped import open_to_helper
from handlers.talk.answer_or_work import may_be_answer, typed_here
from handlers.talk.besides import answered_besides, begin_anew, begins_the_same, coming_besides
from handlers.talk.brought import bring
from handlers.talk.cries import answer_cry
from handlers.talk.guesses import begun_by_agreeing, yes_or_no_to
from handlers.talk.heard import Heard, Kind
from handlers.talk.listening import listens_from_now_on, read_aloud
from handlers.talk.not_understood import answer_kindly
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.passing import answered_in_passing
from handlers.talk.persons_to_call import person_to_call
from handlers.talk.practised import is_open
from handlers.talk.pressed import answer_pressed, step_pressed
from handlers.talk.pushed import pushed_choice_typed, pushed_label_typed
from handlers.talk.refusing import shown_no
from handlers.talk.said_at_once import Begun
from handlers.talk.searched import searched
from handlers.talk.shown_choices import (
    choice_by_label,
    choice_of_more,
    choice_said,
    number_of_choice,
    shown_again,
)
from handlers.talk.standing import Standing, standing_question
from handlers.talk.turn import Turn
from handlers.talk.whose_work import others_money, whose_work
from handlers.talk.wishes import wished, wished_in_the_middle
from handlers.talk.worried import answered_swindle
from messages import everywhere as say
from messages import old_buttons, practising
from messages.cards import Card
from messages.helping import helping
from messages.members.lost_phone import held
from messages.moments import Moment
from messages.presses import AnswerPress, Press, ScreenPress, StartPress, Step, StepPress, unpacked
from messages.refusals import refusal
from messages.understand.answers import Reserved, read_yes_no, reserved_word
from messages.understand.distress import cries_for_help
from messages.understand.giving_up import gives_up, is_tired
from messages.understand.plain import bare, plain
from messages.understand.practising import wants_to_practise
from messages.understand.readings import Value
from storage.conversations import Talk
from storage.queries import Connection

MOST_LETTERS = 2000
MOST_NUMBERED = 99

_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE)
_COMMAND = re.compile(r"/[A-Za-z0-9_]+(?:@\w+)?(?:\s.*)?", re.DOTALL)


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
        self.dialogues = Dialogues(
            db, me, talk, new_id=new_id, otherwise=self._wished, memory=memory
        )
        self.db = db
        self.talk = talk
        self.me = self.dialogues.me

    def attend(self, heard: Heard) -> Turn:
        """One thing heard, one card in answer."""
        if self.talk.is_frozen and heard.kind is not Kind.GROUP:
            self.dialogues.turn.card = Card(held())
            self.dialogues.turn.shown = None
            return self.dialogues.turn
        match heard.kind:
            case Kind.GROUP:
                self.dialogues.turn.card = Card(say.not_here())
            case Kind.BLOCKED:
                self.dialogues.turn.gone = True
            case Kind.UNBLOCKED:
                # The messenger lets the person open the chat with a word of her own.
                self.dialogues.turn.gone = False
            case _ if self.dialogues.over and not cries_for_help(heard.text):
                self.dialogues.menu(helping.over())
            case Kind.PHOTO | Kind.VOICE | Kind.OTHER:
                bring(self.dialogues, heard)
            case Kind.EDITED:
                self.dialogues.once_more(say.edited())
            case Kind.PRESS:
                self._pressed(unpacked(heard.text))
            case Kind.START:
                self._opened(plain(heard.text).strip())
            case Kind.TEXT:
                self._typed(plain(heard.text).strip())
        return self.dialogues.turn

    # What was typed

    def _typed(self, text: str) -> None:
        if len(text) > MOST_LETTERS:
            self.dialogues.once_more(say.too_long())
        elif cries_for_help(text) and not (self.dialogues.front is not None and is_tired(text)):
            answer_cry(self.dialogues, text)
        elif way_in := entrance_by_command(text, self.me):
            self._open(way_in.opens)
        elif found := _START.fullmatch(text):
            self._opened((found[1] or "").strip())
        elif secret_carried(text):
            self._opened(text)
        elif wants_to_practise(text) and self.me.person_id is not None:
            self._open(StartPress("practise"))
        elif word := reserved_word(text):
            self._reserved_or_answer(word, text)
        elif self.dialogues.front is not None and gives_up(text):
            self._reserved_or_answer(Reserved.STOP, text)
        elif _COMMAND.fullmatch(text):
            self.dialogues.once_more(say.not_a_command())
        elif self.dialogues.front is None:
            self._typed_outside(text)
        elif press := self._something_else(text):
            self._open(press)
        elif not answered_besides(self.dialogues, coming_besides(self.dialogues, text)):
            self.dialogues.play(self.dialogues.front, typed_here(text, self.dialogues))

    def _something_else(self, text: str) -> Press | None:
        """What opens in the middle of a dialogue; after a long silence all that opens by words."""
        way_in = entrance_from_anywhere(text, self.me)
        if way_in is None and self.dialogues.away:
            way_in = entrance_by_words(text, self.me)
        opens = self._pushed(text) if way_in is None else way_in.opens
        # Asked last: it lets the dialogue run once more. A greeting is answered by what stands.
        standing = None if opens is None else standing_question(self.dialogues)
        return None if standing is not None and standing.shows(text) else opens

    def _wished(self, text: str, question: Question[Any], state: State) -> bool:
        """Whether words that are no answer were a wish; it is begun. Looked for only then."""
        wish = wished_in_the_middle(text, self.me, self.db)
        if wish is None:
            return answered_in_passing(self.dialogues, text)
        # What she says may answer the question itself, which has asked back.
        asked_back = state.readings is not None and begins_the_same(self.dialogues, wish)
        if asked_back or Standing(question, state, self.me.words, self.me.today).shows(text):
            return False
        self._begin(wish)
        return True

    def _pushed(self, text: str) -> Press | None:
        """What whole words of a pushed message open, where the question takes no free words."""
        press = pushed_label_typed(text, self.me, self.db)
        standing = None if press is None else standing_question(self.dialogues)
        if press is None or standing is None or standing.question.hears_anything:
            return None
        found = unpacked(press)
        return found if isinstance(found, StartPress | ScreenPress) else None

    def _reserved_or_answer(self, word: Reserved, text: str) -> None:
        """A word that works everywhere, unless it is an answer to the question that stands."""
        standing = standing_question(self.dialogues)
        if standing is None or self.dialogues.front is None:
            self._reserved(word)
            return
        question = standing.question
        is_no = question.takes_stop_for_no and isinstance(read_yes_no(text), Value)
        if bare(text) in standing.labels() or (word is Reserved.STOP and is_no):
            self.dialogues.play(self.dialogues.front, Typed(text))
        elif may_be_answer(text, standing):
            self.dialogues.play(self.dialogues.front, TypedOrStop(text))
        else:
            self._reserved(word)

    def _typed_outside(self, text: str) -> None:
        number = number_of_choice(text)
        shown = self.talk.shown or []
        if number is not None and 1 <= number <= len(shown):
            self._pressed(unpacked(shown[number - 1][0]))
        elif press := choice_said(text, shown, self.me.words) or yes_or_no_to(text, shown):
            self._pressed(unpacked(press))
        elif answered_swindle(self.dialogues, text):
            return
        elif closed := others_money(self.db, self.me, text):
            self.dialogues.menu(closed)
        elif wish := wished(text, self.me, self.db):
            self._begin(wish)
        elif press := (choice_by_label(text, shown, self.me.words) or choice_of_more(text, shown)):
            self._pressed(unpacked(press))
        elif self.me.person_id is None and (by_code := menus.opened_by_code(text)):
            self._open(by_code)
        elif press := pushed_choice_typed(text, self.me, self.db):
            self._pressed(unpacked(press))
        elif shown and number is not None and 0 <= number <= MOST_NUMBERED:
            self.dialogues.show(lambda: shown_again(shown))
        elif closed := whose_work(self.db, self.me, text):
            self.dialogues.menu(closed)
        elif opens := searched(self.db, self.me, text, shown) or answer_kindly(
            self.dialogues, text
        ):
            self._open(opens)

    def _begin(self, wish: Press | Begun) -> None:
        if answered_besides(self.dialogues, wish):
            return
        if not isinstance(wish, Begun):
            self._open(wish)
        elif open_to_helper(self.me, opens := StartPress(wish.dialogue)):
            begin_anew(self.dialogues, wish)
        else:
            self._open(opens)

    def _reserved(self, word: Reserved) -> None:
        match word:
            case Reserved.MENU:
                self._open(ScreenPress("menu"))
            case Reserved.HELP:
                self._open(ScreenPress("help"))
            case Reserved.PERSON:
                self.dialogues.once_more(person_to_call(self.db, self.me))
            case Reserved.LISTEN:
                read_aloud(self.dialogues)
            case Reserved.LISTEN_ALWAYS | Reserved.LISTEN_NO_MORE:
                listens_from_now_on(self.dialogues, always=word is Reserved.LISTEN_ALWAYS)
            case _ if self.dialogues.front is None:
                self.dialogues.show(lambda: menus.nothing_open(self.me, self.db))
            case Reserved.BACK:
                self.dialogues.step(self.dialogues.front, Step.BACK)
            case Reserved.STOP:
                self.dialogues.step(self.dialogues.front, Step.STOP)
            case _:
                self.dialogues.step(self.dialogues.front, Step.REPEAT)

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
            case AnswerPress():
                answer_pressed(self.dialogues, press)
            case StepPress():
                step_pressed(self.dialogues, press)
            case StartPress():
                self._begin(begun_by_agreeing(press, self.talk.shown or ()))
            case ScreenPress():
                self._open(press)
            case None:
                self.dialogues.once_more(old_buttons.button_is_old())

    def _open(self, press: Press, *remarks: Moment) -> None:
        match press:
            case _ if not is_open(self.me, press):
                self.dialogues.once_more(practising.only_for_real())
            case _ if not open_to_helper(self.me, press):
                self.dialogues.once_more(refusal(Refused(Code.NOT_FOR_HELPER)))
            case StartPress(name, subject) if name in SCRIPTS:
                self.dialogues.start(name, subject)
            case ScreenPress("menu", "hello") if self.dialogues.away:
                self.dialogues.once_more()
            case ScreenPress(name) if name in SCREENS and not stands_open(self.me, press):
                self.dialogues.show(lambda: shown_no(Code.NOT_ALLOWED), *remarks)
            case ScreenPress(name, argument) if name in SCREENS:
                self.dialogues.show(lambda: SCREENS[name](self.me, self.db, argument), *remarks)
            case _:
                self.dialogues.once_more(old_buttons.button_is_old())
