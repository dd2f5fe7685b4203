"""Her own word opens every message about money: of all that can be said, nothing of money lacks it
and nothing else has it.
"""

import re

import pytest

from handlers import everything  # noqa: F401 – declares them all
from messages.about_money import ROOMS_OF_MONEY, is_about_money, is_paper_of_money
from messages.cards import Card
from messages.everywhere import menu_word
from messages.moments import KINDS, written
from messages.papers.kinds import PAPERS, Paper
from messages.render import Abilities, render
from messages.wording import Words
from tests.kit.said import fillings

WORD = "gạo đỏ"
PAPERS_WITHOUT_SUMS = {
    *("calendar", "certificate", "health_picture", "import_form", "lesson_sheet", "poster"),
    *("praise_sheet", "praise_workbook"),
}
# A sum as it is written out; a number of "đồng chí" or "đồng ý" is none.
_SUM = re.compile(r"\d[\d.]* (?:đồng|nghìn|triệu)\b(?! (?:chí|ý|áng))")
# How a sum may be typed, in answer to a question of money; and a part of a line that has the word.
EXAMPLES = ("example.money", "misunderstood.choose_a_sum", "club_settings.sum_or_none")
spoken = sorted(KINDS)


def opened(card: Card) -> bool:
    shown = render(card, Words("vi"), Abilities(), our_word=WORD)
    return shown.text.startswith(f"Câu riêng: “{WORD}”")


def test_every_moment_of_a_room_of_money_is_opened_by_it() -> None:
    rooms = [
        name for name, each in KINDS.items() if each.write.__module__.startswith(ROOMS_OF_MONEY)
    ]
    assert len(rooms) > 200
    without = [name for name in rooms if not opened(Card(KINDS[name](**fillings(name)[0])))]
    assert without == []


def test_no_text_anywhere_says_a_sum_without_it() -> None:
    without = {
        name
        for name in spoken
        for values in fillings(name)
        if _SUM.search(written(KINDS[name](**values), Words("vi")))
        and not name.startswith(EXAMPLES)
        and not is_about_money(Card(KINDS[name](**values)))
    }
    assert without == set()


def test_every_paper_is_of_money_or_is_known_to_hold_no_sum() -> None:
    of_money = {each for each in PAPERS if is_paper_of_money(each)}
    assert set(PAPERS) - of_money == PAPERS_WITHOUT_SUMS


@pytest.mark.parametrize(("paper", "has_it"), [("transfer", True), ("poster", False)])
def test_a_paper_of_money_is_announced_with_it(paper: str, *, has_it: bool) -> None:
    assert is_about_money(Card(menu_word(), papers=(Paper(paper),))) is has_it
