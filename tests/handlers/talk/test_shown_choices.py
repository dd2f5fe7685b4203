"""Buttons by their typed words."""

from handlers.talk.shown_choices import choice_by_label
from messages.volunteers import sessions as say
from messages.wording import Words


def test_a_yes_is_not_the_beginning_of_another_word() -> None:
    """Without its marks "đúng" is how "Dùng điện thoại" begins."""
    shown = [["s:phone:", say.topic("digital").as_json()]]
    assert choice_by_label("dùng điện", shown, Words()) == "s:phone:"
    assert choice_by_label("đúng", shown, Words()) is None
