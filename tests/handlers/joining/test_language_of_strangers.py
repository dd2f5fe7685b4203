"""Whoever is unknown is answered in the language that she clearly writes."""

from dataclasses import replace

import pytest

from handlers.joining.strangers import language_of_stranger
from handlers.talk.heard import Heard, Kind
from storage.conversations import Talk
from storage.outbox import Hearer
from tests.kit.village import CODE, village


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


def test_later_words_change_it_too_but_no_name_does() -> None:
    later = stranger("en", shown=[])
    assert language_of_stranger(later, Heard(Kind.TEXT, "tôi muốn vào câu lạc bộ")) == "vi"
    assert language_of_stranger(later, Heard(Kind.TEXT, "Nguyễn Thị Hoa")) is None
    assert language_of_stranger(stranger("vi"), Heard(Kind.START, "what is this?")) is None


@pytest.mark.parametrize(
    ("chosen", "typed"), [("en", "tôi muốn vào câu lạc bộ"), ("vi", "what is this club?")]
)
def test_what_was_chosen_by_hand_stays(chosen: str, typed: str) -> None:
    by_hand = replace(stranger(chosen, shown=[]), language_chosen=True)
    assert language_of_stranger(by_hand, Heard(Kind.TEXT, typed)) is None


async def test_there_and_back_until_it_is_chosen(database_url: str) -> None:
    async with village(database_url, language="vi") as v:
        await v.la.says("what is this please?")
        assert "Dạ" not in v.la.heard
        await v.la.says("tôi muốn hỏi về câu lạc bộ")
        assert "Dạ" in v.la.heard
        await v.la.says("english")
        await v.la.says("tôi muốn hỏi về câu lạc bộ")
        assert "Dạ" not in v.la.heard


async def test_who_waits_for_the_board_is_answered_in_what_she_writes(sqlite_url: str) -> None:
    async with village(sqlite_url, language="vi") as v:
        await v.la.says("I would like to join")
        for said in (CODE, "yes"):
            await v.la.says(said)
        assert "full name" in v.la.heard, "“to join” is nobody's name"
        for said in ("Tran Thi Mai", "1950", "woman", "Thon Doai", "skip", "neither", "1", "yes"):
            await v.la.says(said)
        assert "asked the board" in v.la.heard
        await v.la.says("tôi muốn hỏi bao giờ họp")
        assert "Dạ" in v.la.heard
        await v.binh.says("việc cần làm")
        await v.binh.says("1")
        await v.binh.says("có")
        assert "Trần Thị Mai" in v.binh.heard or "Tran Thi Mai" in v.binh.heard
        await v.la.says("what is the fee of the club?")
        assert "Dạ" in v.la.heard, "a member has her language"


async def test_who_is_known_keeps_her_language(sqlite_url: str) -> None:
    async with village(sqlite_url, language="vi") as v:
        await v.hoa.says("what is this please")
        assert "Dạ" in v.hoa.heard
