"""Where choices are typed, nobody is asked to press anything."""

import re

import pytest

from club.calendar import Month
from club.money import Money
from messages import everywhere, menu, misunderstood, photos
from messages.cards import Card
from messages.meetings import usual_meetings  # noqa: F401 – declares its moments
from messages.moments import Moment
from messages.money import contribute
from messages.render import Abilities, render
from messages.wording import Words

TYPED = Abilities(buttons=False, longest_text=2000)
PRESSING = re.compile(r"\bpress\b|\bbutton|\bbấm\b|\bnút\b", re.IGNORECASE)
SAID = [
    contribute.how_much_fee(None, None),
    contribute.how_much_fee(Money(20_000), Month(2026, 10)),
    menu.how_it_works(),
    photos.so_many(1, 3),
    misunderstood.not_among(),
    everywhere.is_it_right(),
    everywhere.only_text(),
]


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.name)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_asks_for_a_press_asks_for_typing_there(said: Moment, language: str) -> None:
    words = Words(language, *(("you", "I") if language == "en" else ("bác", "cháu")))
    assert not PRESSING.search(render(Card(said), words, TYPED).text)
    assert PRESSING.search(render(Card(said), words, Abilities()).text)
