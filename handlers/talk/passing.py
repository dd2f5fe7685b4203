"""What is said in passing, where nothing is done by it: thanks, what day it is, the weather. It is
answered, and a question that stands is asked once more.
"""

from club.calendar import ONE_DAY
from handlers.loans.loan_terms import terms_said
from handlers.talk.answer_or_work import hands_on_a_bank_message
from handlers.talk.board_asked import answered_about_board
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.worried import answered_worry
from messages import courtesies as say
from messages.moments import Moment
from messages.understand.courtesy import Courtesy, read_courtesy
from messages.understand.day_asked import DayAsked, day_asked


def answered_in_passing(dialogues: Dialogues, text: str) -> bool:
    """Whether what was no answer to the question in front was said beside it."""
    if hands_on_a_bank_message(dialogues, text) or answered_worry(dialogues, text):
        return True
    if read_courtesy(text) is Courtesy.THANKS:
        dialogues.once_more(say.thanked_in_passing())
        return True
    return answered_question(dialogues, text)


def answered_question(dialogues: Dialogues, text: str) -> bool:
    """Whether it asked who is of the board, what a loan costs, for the day or the weather."""
    if answered_about_board(dialogues, text):
        return True
    if terms := terms_said(text, dialogues.me, dialogues.db):
        dialogues.once_more(terms)
        return True
    asked = day_asked(text)
    if asked is not None:
        dialogues.once_more(_said(asked, dialogues))
    return asked is not None


def _said(asked: DayAsked, dialogues: Dialogues) -> Moment:
    today = dialogues.me.today
    match asked:
        case DayAsked.WEATHER:
            return say.weather_unknown()
        case DayAsked.HOUR:
            return say.hour_unknown()
        case DayAsked.TODAY:
            return say.today_is(today)
        case DayAsked.TOMORROW:
            return say.tomorrow_is(today + ONE_DAY)
