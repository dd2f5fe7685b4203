"""A first message is English or Vietnamese where that is beyond doubt, and else neither."""

import pytest

from messages.understand.spoken_language import (
    clearly_english,
    clearly_vietnamese,
    speaks_vietnamese,
)


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


@pytest.mark.parametrize(
    "text",
    [
        *("tôi muốn vào CLB", "Đóng phí ở đâu", "à thế à", "toi muon vao cau lac bo"),
        *("cho toi hoi hop ngay nao", "bac oi giup chau voi"),
    ],
)
def test_says_something_in_vietnamese(text: str) -> None:
    assert speaks_vietnamese(text)
    assert not clearly_english(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Nguyễn Thị Hoa", "Thôn Đoài", "xin chao", "Tran Van Binh", "I go to Ha Noi", "to la co"),
        *("what is this?", "menu", "", "ABCD-EFGH", "I am Hoa of xom Ben"),
    ],
)
def test_a_name_or_a_word_says_no_language(text: str) -> None:
    assert not speaks_vietnamese(text)
