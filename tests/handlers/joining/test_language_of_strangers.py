"""Whoever is unknown is answered in the language that she clearly writes."""

import pytest

from handlers.joining.strangers import language_of_stranger
from handlers.talk.heard import Heard, Kind
from storage.conversations import Talk
from storage.outbox import Hearer
from tests.kit.village import village


async def test_english_words_are_answered_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="vi") as v:
        await v.la.says("xin chao")
        assert "Dạ" in v.la.heard
        await v.la.says("verify")
        assert "Dạ" not in v.la.heard
        assert "code" in v.la.heard.lower()
        await v.la.says("I would like to join the club")
        assert "Dạ" not in v.la.heard


async def test_an_answer_to_a_question_tells_no_language(sqlite_url: str) -> None:
    async with village(sqlite_url, language="vi") as v:
        await v.la.says("tham gia")
        await v.la.says("what is this please")
        assert "Dạ" in v.la.heard


def stranger(language: str, *, shown: object = None) -> Talk:
    """A chat whose phone speaks this; `shown`: what lay before her last."""
    hearer = Hearer(1, "telegram", "1", "51", language)
    return Talk(
        hearer=hearer,
        person_id=None,
        club_id=None,
        shown=shown,
        is_volunteer=False,
        is_officer=False,
        unreachable=None,
        front=None,
    )


@pytest.mark.parametrize(
    ("phone", "first", "answered"),
    [
        *(("en", "xin chào", "vi"), ("en", "xin chao", None), ("en", "hello", None)),
        *(("vi", "xin chào", None), ("vi", "what is this?", "en"), ("vi", "hello", None)),
    ],
)
def test_the_first_words_outweigh_the_phone(phone: str, first: str, answered: str | None) -> None:
    assert language_of_stranger(stranger(phone), Heard(Kind.TEXT, first)) == answered


def test_what_was_chosen_stays_though_vietnamese_names_are_typed() -> None:
    later = stranger("en", shown=[])
    assert language_of_stranger(later, Heard(Kind.TEXT, "Nguyễn Thị Hoa")) is None
    assert language_of_stranger(stranger("vi"), Heard(Kind.START, "what is this?")) is None


async def test_who_is_known_keeps_her_language(sqlite_url: str) -> None:
    async with village(sqlite_url, language="vi") as v:
        await v.hoa.says("what is this please")
        assert "Dạ" in v.hoa.heard
