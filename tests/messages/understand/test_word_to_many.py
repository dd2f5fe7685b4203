"""A word to many that is said in one message: to whom, and which words."""

import pytest

from messages.understand.word_to_many import (
    CLUB,
    GROUP,
    UNANSWERED,
    WordToMany,
    read_word_to_many,
)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Nhắn cho cả câu lạc bộ: mai họp lúc 9h", WordToMany(CLUB, "mai họp lúc 9h")),
        ("cháu báo giúp bác cho mọi người là mai nghỉ", WordToMany(CLUB, "mai nghỉ")),
        ("thông bao: mai cúp điện cả ngày", WordToMany(CLUB, "mai cúp điện cả ngày")),
        ("nhắn tổ 2: mang theo ghế nhé", WordToMany(GROUP, "mang theo ghế nhé", "to 2")),
        (
            "nhắn những người chưa trả lời: mai họp bà con nhé",
            WordToMany(UNANSWERED, "mai họp bà con nhé"),
        ),
        ("tell everybody: we meet at nine", WordToMany(CLUB, "we meet at nine")),
    ],
)
def test_whom_and_what_it_is_for(text: str, wished: WordToMany) -> None:
    assert read_word_to_many(text) == wished


@pytest.mark.parametrize(
    "text",
    [
        "nhắn cho cả câu lạc bộ",
        "nhắn cho cả câu lạc bộ: ok",
        "nhắn bà Lan: mai họp nhé",
        "bác bận: mai không đi được",
        "",
    ],
)
def test_without_words_or_many_it_is_none(text: str) -> None:
    assert read_word_to_many(text) is None
