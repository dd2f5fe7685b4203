"""Choices stand by themselves: they begin alike."""

import pytest

from club.address import PersonName
from messages.cards import Card, Choice
from messages.everywhere import plain
from messages.figures.summary_steps import area
from messages.members.lost_phone import board_asked, have_you_met
from messages.members.offices import was_accepted
from messages.moments import written
from messages.render import Abilities, render
from messages.wording import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_begin_with_a_capital_in_every_language(language: str) -> None:
    choices = (Choice("x", area(code="TTN")), Choice("y", plain("gạo nếp: 15 kg")))
    shown = render(Card(plain("?"), choices=choices), Words(language), Abilities())
    labels = [row[0].label.partition(". ")[2] for row in shown.rows]
    assert len(labels) == 2
    assert all(each[:1].isupper() for each in labels), labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_account_is_named_alike_everywhere(language: str) -> None:
    sen = PersonName("Sen", "bác")
    for said in (
        board_asked(sen, "telegram", "51"),
        have_you_met(sen, "telegram", "51"),
        was_accepted("Sen", "chair", "telegram", "51"),
    ):
        assert "Telegram, 51" in written(said, Words(language))
