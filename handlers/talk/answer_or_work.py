"""Words that open work or stop it, typed where any words are an answer: which it is, is asked."""

import re

from handlers.dialogue.choice_questions import ChoiceQuestion, YesNoQuestion
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.listening import Typed, TypedOrOpen
from handlers.dialogue.question import Hearing
from handlers.dialogue.read_backs import ConfirmQuestion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import ENTRANCES, Entrance, entrance_by_words, is_open_to, opened
from handlers.talk.hints import HINTS
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.said_at_once import begun_at_once
from handlers.talk.standing import Standing, standing_question
from messages import courtesies
from messages.understand.answers import reserved_word
from messages.understand.bank_messages import is_from_a_bank
from messages.understand.giving_up import gives_up
from messages.understand.plain import bare
from messages.understand.readings import Value

_OF_A_MONTH = re.compile(
    r"\s+(?:(?:của|cho|cua) )?(?:tháng|thang|month)\s+(?:\d{1,2}(?:\s*[/-]\s*\d{4})?|này|nay|trước"
    r"|truoc|rồi|roi|vừa rồi|vua roi|qua)(?:\s+(?:năm|nam)\s+\d{4})?$",
    re.IGNORECASE,
)

_NO_WORK = frozenset({"menu", "hardship"})
"""Greetings, and what is given for a reason as well: "hoàn cảnh khó khăn"."""
_WORK_BY_HINTS = (
    *("books", "closing", "count_cash", "correct_entry", "take_fee", "summary", "loan_book"),
    *("repayment", "meeting_table", "my_account", "my_loans", "club_money", "loan", "contribute"),
)
"""What other words mean as well, so surely that nobody gives them for a reason."""

_WITH_A_SUM = frozenset({"contribute", "loan"})


def typed_here(text: str, dialogues: Dialogues) -> Typed | TypedOrOpen:
    """What was typed, as an answer to the question that stands."""
    wish = text
    way_in = entrance_by_words(wish, dialogues.me)
    if way_in is None:
        # "Khoá sổ tháng 10": of which month, is asked there.
        wish = _OF_A_MONTH.sub("", text)
        way_in = None if wish == text else entrance_by_words(wish, dialogues.me)
    way_in = way_in or _hinted(wish, dialogues.me)
    if way_in is None:
        return _wish_with_a_sum(text, dialogues)
    standing = standing_question(dialogues)
    if standing is None or standing.state.readings is not None:
        return Typed(text)
    if opened(way_in) in _NO_WORK or standing.shows(text) or not _hears_any_words(standing, text):
        return Typed(text)
    return TypedOrOpen(text, wish, way_in.label())


def _wish_with_a_sum(text: str, dialogues: Dialogues) -> Typed | TypedOrOpen:
    """ "Đóng phí 30 nghìn" where a reason is asked for: perhaps a wish of its own."""
    begun = begun_at_once(text, dialogues.me)
    front = dialogues.front
    if begun is None or begun.dialogue not in _WITH_A_SUM or front is None:
        return Typed(text)
    standing = None if front.name == begun.dialogue else standing_question(dialogues)
    if standing is None or standing.state.readings is not None:
        return Typed(text)
    hears = standing.question.hears_anything and not standing.shows(text)
    return TypedOrOpen(text, text, SCRIPTS[begun.dialogue].title()) if hears else Typed(text)


def _hinted(text: str, me: Visitor) -> Entrance | None:
    """The work that these words mean otherwise than by name: "sổ quỹ"."""
    said = bare(text)
    meant = [
        name
        for name in _WORK_BY_HINTS
        if " " in said and said in {bare(each) for each in HINTS.get(name, ())}
    ]
    open_to_her = (
        each
        for name in meant[:1]
        for each in ENTRANCES
        if opened(each) == name and is_open_to(me, each)
    )
    return next(open_to_her, None)


def may_be_answer(text: str, standing: Standing) -> bool:
    """Whether words that stop elsewhere may as well be the answer that is asked for."""
    if bare(text) in standing.question.stop_or_answer:
        return not standing.state.or_stop
    if standing.state.readings is not None or reserved_word(text) or not gives_up(text):
        return False
    chosen = isinstance(standing.question, ChoiceQuestion | YesNoQuestion | ConfirmQuestion)
    return not chosen


def hands_on_a_bank_message(dialogues: Dialogues, text: str) -> bool:
    """Whether a message of a bank came where something else is asked; it is said what it is."""
    is_it = is_from_a_bank(text)
    if is_it:
        dialogues.once_more(courtesies.bank_answers_nothing())
    return is_it


def _hears_any_words(standing: Standing, text: str) -> bool:
    """Whether nearly anything is an answer: a reason, a thing, a name."""
    question = standing.question
    if question.hears_anything:
        return True
    heard = question.hear(text, Hearing(standing.words, standing.today, ()))
    return not question.options() and isinstance(heard, Value)
