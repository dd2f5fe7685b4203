"""A first message is English or Vietnamese where that is beyond doubt, and else neither."""

import pytest

from messages.understand.spoken_language import clearly_english, clearly_vietnamese


@pytest.mark.parametrize(
    "text",
    [
        *(
            "verify",
            "Verify ABCD-EFGH-JKMN",
            "I would like to join the club",
            "hello, who are you?",
        ),
        *("how do I join", "what is this?", "I want to volunteer", "Can you speak English?"),
        *("please help my grandmother", "my name is Hoa and I need a loan", "I'm looking for you"),
    ],
)
def test_clearly_english(text: str) -> None:
    assert clearly_english(text)
    assert not clearly_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    [
        *("hello", "Hi", "ok", "help", "thanks", "menu", "start", "/start", "alo", "clb", ""),
        *("toi can vay tien", "an com chua", "to do xom Ben", "xin chao", "my duc", "ba Loan"),
        *("cho toi vao cau lac bo", "hello chau", "HXMK9999", "123456", "code EM3V-QKL2", "on a"),
        *("tôi muốn join câu lạc bộ", "do me no in the", "dong phi thang 10", "cam on chau nhe"),
    ],
)
def test_not_clearly_english(text: str) -> None:
    assert not clearly_english(text)


@pytest.mark.parametrize("text", ["xin chào", "Tôi muốn vào CLB", "đóng phí", "à"])
def test_clearly_vietnamese(text: str) -> None:
    assert clearly_vietnamese(text)


@pytest.mark.parametrize("text", ["xin chao", "hello", "🌸", "", "123", "Привет", "你好"])
def test_not_clearly_vietnamese(text: str) -> None:
    assert not clearly_vietnamese(text)
