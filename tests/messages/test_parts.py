"""Long texts in several messages."""

from hypothesis import given
from hypothesis import strategies as st

from messages.parts import parts_of


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_short_text_is_one_message() -> None:
    assert parts_of("Dạ cháu chào bác ạ.", 2000, 4) == ["Dạ cháu chào bác ạ."]


def test_paragraphs_stay_together_where_they_can() -> None:
    text = "\n\n".join(["a" * 30, "b" * 30, "c" * 30])
    assert parts_of(text, 70, 4) == ["a" * 30 + "\n\n" + "b" * 30, "c" * 30]


def test_otherwise_lines_then_sentences_then_words_are_parted() -> None:
    assert parts_of("một dòng dài\nmột dòng nữa", 15, 4) == ["một dòng dài", "một dòng nữa"]
    assert parts_of("Câu thứ nhất. Câu hai.", 14, 4) == ["Câu thứ nhất.", "Câu hai."]
    assert parts_of("mười hai chữ", 9, 4) == ["mười hai", "chữ"]


def test_what_is_too_long_for_all_parts_says_so() -> None:
    assert parts_of("abcdefghij", 4, 2) == ["abcd", "efg…"]


SOME_TEXT = st.lists(st.sampled_from(["a", "ế", "😀", ". ", " ", "\n", "\n\n", "abc"])).map("".join)


@given(SOME_TEXT | st.text(st.characters(codec="utf-8"), max_size=300), st.integers(5, 60))
def test_nothing_is_lost_and_nothing_too_long(text: str, longest: int) -> None:
    parts = parts_of(text, longest, 1000)
    assert all(0 < units(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
