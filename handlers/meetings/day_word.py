"""The day's word: the board shows it at the meeting, whoever is there types it."""

from dataclasses import dataclass
from typing import ClassVar

from club.day_word import WORDS
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.question import Heard, Hearing
from handlers.dialogue.questions import TextQuestion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import attendance as say_attendance
from messages.meetings import roll as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.plain import bare
from messages.understand.readings import Unclear, Why
from storage.changes.meetings.day_word import DayWordGiven, DayWordTyped, GiveDayWord, TypeDayWord
from storage.queries import Connection
from storage.queries.meetings.day_words import day_word, meeting_with_word
from storage.queries.meetings.meetings import Meeting, last_meeting, meeting

_MOST_WORDS = 4


@dialogue("day_word", title=say.word_title, about=1)
async def give_day_word(ask: Ask, me: Visitor) -> GiveDayWord | Said:
    if not me.may(Action.TAKE_ROLL):
        return said_no(Code.NOT_ALLOWED)
    today = await read(_of_today, me)
    return Said(say.no_meeting_today()) if today is None else GiveDayWord(today.id)


def _of_today(db: Connection, me: Visitor) -> Meeting | None:
    found = last_meeting(db, me.club_id, me.today)
    if me.subject.isdecimal():
        found = meeting(db, me.club_id, int(me.subject))
    return found if found is not None and found.day == me.today else None


@after(DayWordGiven)
def day_word_given(fact: DayWordGiven, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (StartPress("roll_call", str(fact.meeting.id)), say_attendance.roll_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.word_given(fact.word), choices=choices(ways)))


@dataclass(frozen=True, slots=True)
class WordQuestion(TextQuestion):
    """The day's word, perhaps in a sentence; a sentence without any such word is no try at it."""

    hears_anything: ClassVar[bool] = False

    def hear(self, text: str, hearing: Hearing) -> Heard:
        said = f" {bare(text)} "
        words = said.split()
        if any(f" {bare(each)} " in said for each in WORDS):
            return TextQuestion.hear(self, text, hearing)
        if len(words) > _MOST_WORDS or any(letter.isdigit() for letter in said):
            return Unclear(Why.NOT_A_NAME)
        return TextQuestion.hear(self, text, hearing)


@dialogue("here", title=say.here_title, about=1)
async def here(ask: Ask, me: Visitor) -> TypeDayWord | Said:
    """Its subject is the word, where it was typed by itself."""
    if not me.may(Action.ANSWER_MEETING):
        return said_no(Code.NOT_ALLOWED)
    today = await read(meeting_with_word, me.club_id, me.today)
    if today is None:
        return Said(say.no_word_today())
    typed = me.subject or await WordQuestion("word", say.which_word(), 60, False)
    word = await read(day_word, today.id)
    return TypeDayWord(today.id, word or "", _fits(typed, word or ""))


def _fits(typed: str, word: str) -> bool:
    """Whether the word was typed, with or without marks and spaces, perhaps with a politeness."""
    said = f" {bare(typed)} "
    return f" {bare(word)} " in said or bare(word).replace(" ", "") == said.replace(" ", "")


@after(DayWordTyped)
def day_word_typed(fact: DayWordTyped, me: Visitor, db: Connection) -> Told:
    if fact.right:
        return Told(closing(say.you_are_here(fact.meeting.day, fact.had_said_no)))
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if fact.left > 0:
        ways.insert(0, (StartPress("here"), say.here_title()))
    return Told(Card(say.wrong_word(fact.left), choices=choices(ways)))


entrance(
    StartPress("day_word"),
    label=say.word_title,
    open_to=lambda me: me.may(Action.TAKE_ROLL),
    command="tudiemdanh",
    words=("từ điểm danh", "day's word", "the day's word"),
    in_menu=False,
)
entrance(
    StartPress("here"),
    label=say.here_title,
    open_to=lambda me: me.may(Action.ANSWER_MEETING),
    command="toidaden",
    words=("tôi đã đến", "tôi đến rồi", "tôi có mặt", "có mặt", "i am here", "i am at the meeting"),
    in_menu=False,
)
