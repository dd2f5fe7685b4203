"""What the typed words of a button do, among the buttons that a screen showed last."""

from collections.abc import Sequence
from typing import Any

from messages import everywhere, misunderstood
from messages.cards import Card, Choice
from messages.figures.summary_counting import how_more
from messages.moments import moment_of, written
from messages.understand.answers import read_choice, read_yes_no
from messages.understand.counts import counts_things, read_count
from messages.understand.goods import count_told
from messages.understand.paging import asks_for_more
from messages.understand.paper_forms import asks_to_print, form_said
from messages.understand.readings import Value
from messages.understand.words import words_of
from messages.wording import Words

# (what the button does, the row of its label)
ShownChoices = Sequence[Sequence[Any]]

_BEGINS_ALIKE = 2
_TURNS_THE_PAGE = {everywhere.more().name, how_more().name}


def number_of_choice(text: str) -> int | None:
    """The number that was typed for a choice; "5 cân" is an amount of something, and no number."""
    if counts_things(text) or count_told(text) is not None:
        return None
    number = read_count(text)
    return number.value if isinstance(number, Value) else None


def choice_said(text: str, shown: ShownChoices, words: Words) -> str | None:
    """By all of a label or enough of it; what puts on paper, by any words for that."""
    return choice_by_whole_label(text, shown, words) or _choice_to_print(text, shown, words)


def choice_by_whole_label(text: str, shown: ShownChoices, words: Words) -> str | None:
    """By a label's words from first to last, without marks and commas; or by enough of them.

    "đơn vay bác hoa" is "Đơn vay: bác Nguyễn Thị Hoa – 3.000.000 đồng" and no new request.
    """
    said = _words(text)
    labels = [_words(written(moment_of(label), words)) for _, label, *_ in shown]
    found = [place for place, label in enumerate(labels) if said and said == label]
    if not found and len(said) > _BEGINS_ALIKE:
        found = [place for place, label in enumerate(labels) if _shortened(said, label)]
        found = found if len(found) == 1 else []
    return str(shown[found[0]][0]) if found else None


def _shortened(said: Sequence[str], label: Sequence[str]) -> bool:
    """Whether it begins as the label does, and goes on with some of its words in their order."""
    rest = iter(label[_BEGINS_ALIKE:])
    begins = list(said[:_BEGINS_ALIKE]) == list(label[:_BEGINS_ALIKE])
    return begins and all(each in rest for each in said[_BEGINS_ALIKE:])


def _words(text: str) -> list[str]:
    return [each.bare for each in words_of(text) if each.bare.isalnum()]


def choice_by_label(text: str, shown: ShownChoices, words: Words) -> str | None:
    """By words that belong to one label alone; a yes or no is none: "đúng" is no "dùng"."""
    if isinstance(read_yes_no(text), Value):
        return None
    labels = [written(moment_of(label), words) for _, label, *_ in shown]
    chosen = read_choice(text, labels)
    return str(shown[chosen.value][0]) if isinstance(chosen, Value) else None


def choice_of_more(text: str, shown: ShownChoices) -> str | None:
    """What turns the page, where somebody asks for the rest in whatever words."""
    if not asks_for_more(text):
        return None
    turns = [press for press, label, *_ in shown if moment_of(label).name in _TURNS_THE_PAGE]
    return str(turns[0]) if len(turns) == 1 else None


def _choice_to_print(text: str, shown: ShownChoices, words: Words) -> str | None:
    """What puts on paper what was shown, where somebody wants it printed and says no more."""
    if not asks_to_print(text):
        return None
    labels = ((press, written(moment_of(label), words)) for press, label, *_ in shown)
    prints = [press for press, label in labels if form_said(label) == "pdf" or _prints(label)]
    return str(prints[0]) if prints else None


def _prints(label: str) -> bool:
    """ "Ảnh, bản in, bảng tính": where paper is one of several forms."""
    return bool({"in", "print"} & {each.raw for each in words_of(label)})


def shown_again(shown: ShownChoices) -> Card:
    """The same choices, for whoever typed a number that none of them has."""
    again = tuple(Choice(str(press), moment_of(label)) for press, label, *_ in shown)
    return Card(misunderstood.only_numbers_up_to(len(again)), choices=again)
