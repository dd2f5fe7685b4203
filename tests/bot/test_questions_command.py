"""`lien questions`: the worst question first, without a word of what was typed."""

import json

from sqlalchemy import text

from bot.commands.questions import as_json, as_text
from storage.queries.practice import mark_as_practice
from storage.queries.question_counts import questions_counted
from storage.store import Store
from storage.troubles import count, count_questions
from tests.kit.one_chat import OneChat, declared
from tests.kit.small_dialogues import animal, money
from tests.kit.village import village


def asked_badly(store: Store) -> OneChat:
    chat = OneChat(store)
    with declared("money", money), declared("animal", animal):
        chat.begins("animal")
        chat.says("cow")
        chat.begins("money")
        for words in ("a secret", "another secret", "a third one"):
            chat.says(words)
        chat.says("stop")
    return chat


def test_the_worst_question_stands_first(sqlite_url: str) -> None:
    chat = asked_badly(Store(sqlite_url))
    with chat.store.reading() as db:
        found = questions_counted(db)
    worst = found[0]
    assert (worst.dialogue, worst.question) == ("money", "sum")
    assert (worst.asked, worst.first, worst.second, worst.third, worst.given_up) == (1, 1, 1, 1, 1)
    assert worst.share_percent == 100
    assert worst.since == "2026-11"
    assert [each.share_percent for each in found[1:]] == [0, 0]
    shown = as_text(found)
    assert "since 2026-11" in shown
    assert "money: sum (not_a_number)" in shown
    assert "secret" not in shown + as_json(found)
    assert json.loads(as_json(found))[0]["misunderstood"] == {"first": 1, "second": 1, "third": 1}
    chat.store.close_now()


def test_months_before_can_be_left_out(sqlite_url: str) -> None:
    chat = asked_badly(Store(sqlite_url))
    with chat.store.reading() as db:
        assert questions_counted(db, since="2026-12") == []
        assert questions_counted(db, since="2026-11") != []
    assert as_text([]) == "no question has been counted yet"
    chat.store.close_now()


def test_counts_of_several_steps_add_up(database_url: str) -> None:
    store = Store(database_url)
    chat = OneChat(store)
    now = chat.clock.now()
    for _ in range(2):
        store.change(count_questions, [("a", "b", "asked"), ("a", "b", "asked")], now)
        store.change(count, [("a", "b", "vague")], now)
    with store.reading() as db:
        (found,) = questions_counted(db)
    assert (found.asked, found.reasons) == (4, (("vague", 2),))
    store.close_now()


async def test_a_practice_club_is_left_out_and_a_real_one_is_counted(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.says("tầm xuân")
        with v.store.reading() as db:
            assert questions_counted(db) == []
        with v.store.writing() as db:
            db.execute(text("UPDATE clubs SET practice = false"))
        await v.lan.says("đóng góp")
        await v.lan.says("tầm xuân")
        with v.store.reading() as db:
            (found,) = questions_counted(db)
        assert (found.question, found.asked, found.first) == ("what", 1, 1)


def test_a_database_of_practice_counts_nobody(database_url: str) -> None:
    store = Store(database_url)
    now = OneChat(store).clock.now()
    store.change(mark_as_practice, now)
    store.change(count_questions, [("a", "b", "asked")], now)
    store.change(count, [("a", "b", "vague")], now)
    with store.reading() as db:
        assert questions_counted(db) == []
    store.close_now()
