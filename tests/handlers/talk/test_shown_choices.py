"""Buttons by their typed words."""

from handlers.talk.shown_choices import choice_by_label, choice_by_whole_label
from messages import everywhere
from messages.volunteers import sessions as say
from messages.wording import Words


def test_a_yes_is_not_the_beginning_of_another_word() -> None:
    """Without its marks "đúng" is how "Dùng điện thoại" begins."""
    shown = [["s:phone:", say.topic("digital").as_json()]]
    assert choice_by_label("dùng điện", shown, Words()) == "s:phone:"
    assert choice_by_label("đúng", shown, Words()) is None


def test_the_beginning_and_some_words_of_one_label_are_enough() -> None:
    labels = ("Đơn vay: bác Nguyễn Thị Hoa – 3.000.000 đồng", "Đơn vay: bà Lan – 500.000 đồng")
    shown = [[f"s:{at}:", everywhere.plain(each).as_json()] for at, each in enumerate(labels)]
    assert choice_by_whole_label("don vay bac hoa", shown, Words()) == "s:0:"
    assert choice_by_whole_label("đơn vay bà Lan", shown, Words()) == "s:1:"
    for said in ("đơn vay", "đơn vay đồng", "đơn vay bà Cúc", "vay bà Lan 500"):
        assert choice_by_whole_label(said, shown, Words()) is None, said
