"""Words that want nothing but a kind word back."""

import pytest

from messages.understand.courtesy import Courtesy, read_courtesy


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("cảm ơn cháu nhé", Courtesy.THANKS),
        ("Cám ơn con nhiều lắm", Courtesy.THANKS),
        ("cam on chau nhieu", Courtesy.THANKS),
        ("thank you!", Courtesy.THANKS),
        ("ừ", Courtesy.YES),
        ("ok cháu", Courtesy.YES),
        ("vâng ạ", Courtesy.YES),
        ("ai đấy?", Courtesy.WHO),
        ("cháu là ai thế", Courtesy.WHO),
        ("who are you?", Courtesy.WHO),
        ("ăn cơm chưa cháu", Courtesy.HOW),
        ("bác khỏe", Courtesy.HOW),
        ("thôi bác đi ngủ đây", Courtesy.GOODBYE),
        ("chết rồi, bác bị lừa mất hai triệu", Courtesy.SWINDLED),
        ("có người xưng là công an gọi bác", Courtesy.SWINDLED),
        # What means something to the books is no mere word.
        ("đã nhận", None),
        ("xong", None),
        ("cảm ơn, cho bác vay 5 triệu", None),
        ("bác khỏe rồi, mai bác đi họp", None),
        ("", None),
        ("  ", None),
        ("🙂", None),
    ],
)
def test_a_kind_word_is_known(said: str, kind: Courtesy | None) -> None:
    assert read_courtesy(said) is kind
