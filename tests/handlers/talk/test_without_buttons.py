"""Every dialogue there is, walked without a single button: by numbers, by words without marks, by
beginnings of words; short messages, no edits. The books are then as after a walk by buttons.
"""

import re
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.zalo.sending import ZaloChannel
from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from messages.render import Abilities
from storage.tables import metadata
from tests.kit import (
    board_walks,
    helping_walks,
    loan_walks,
    meeting_walks,
    money_walks,
    session_walks,
)
from tests.kit.broadcast_walks import WORDS_TO_MANY, praised
from tests.kit.lending import check_books, give_fund
from tests.kit.life_walks import CLUB_LIFE
from tests.kit.member_walks import members_and_offices
from tests.kit.table_walks import at_the_table
from tests.kit.village import Village, village
from tests.kit.walker import Walker, Way, all_of

# The messenger that can least of all: no buttons, and messages of 2,000 characters.
BARE = replace(ZaloChannel("https://zalo.example", "1:abcdef", None).abilities, files=False)
# What differs between two walks that do the same: keys, secrets, what was said and how.
NO_BOOKS = {
    *("chats", "inbox", "outbox", "dialogues", "question_counts", "question_troubles"),
    *("web_lines", "web_messages", "web_photos", "page_sessions", "page_links", "practices"),
    *("marks", "chat_codes", "chat_uses"),
}
OTHERWISE_KEYED = {
    *("cause", "secret_hash", "used_by_hash", "reason_digest", "subject"),
    *("key", "code", "previous_code", "word"),
}
# Digests, and numbers of dialogues.
_MADE_UP = re.compile(r"[0-9a-f]{32,}|dialogue:\d+|(?<![\d-])[4-9]\d{9}(?!\d)")


async def everything_walked(v: Village, walker: Walker) -> None:
    """All dialogues in one half year of the village."""
    await before_the_meeting(v, walker)
    await v.waits(days=2, hours=4)
    await all_of(walker, meeting_walks.ON_THE_DAY)
    await all_of(walker, meeting_walks.WRITTEN_DOWN)
    await all_of(walker, loan_walks.DECIDE_ROUND)
    await v.waits(days=16, hours=2)
    await after_the_meeting(v, walker)
    await v.waits(days=14)
    await walker.walks(money_walks.CLOSING)
    await helping_walks.checked(v, walker)
    await members_and_offices(v, walker)


async def before_the_meeting(v: Village, walker: Walker) -> None:
    """People, first money, loans, plans, help."""
    await board_walks.strangers_come(v, walker)
    await board_walks.own_wishes(v, walker)
    await all_of(walker, money_walks.FEES)
    await money_walks.cash_in_hands(v, walker)
    give_fund(v, 30)
    await all_of(walker, loan_walks.LOANS)
    await loan_walks.round_opens(v, walker)
    await meeting_walks.planned(walker)
    await all_of(walker, session_walks.HELP)
    await all_of(walker, CLUB_LIFE)
    await session_walks.helped(v, walker)
    await all_of(walker, WORDS_TO_MANY)
    await praised(v, walker)
    await all_of(walker, helping_walks.HELPING)
    await all_of(walker, board_walks.SETTINGS_OF_CLUB)


async def after_the_meeting(v: Village, walker: Walker) -> None:
    """Sessions counted, offices changed, the books put right, money at the next meeting."""
    await all_of(walker, session_walks.CHECK_IN)
    await all_of(walker, board_walks.OFFICES)
    await all_of(walker, money_walks.FEES_SETTLED)
    await all_of(walker, money_walks.IN_THE_BOOKS)
    await all_of(walker, money_walks.PAID_OUT)
    await at_the_table(v, walker)


def books(v: Village) -> dict[str, list[str]]:
    """Every row of every table in which something stands that was done."""
    found: dict[str, list[str]] = {}
    with v.store.reading() as db:
        for table in metadata.sorted_tables:
            if table.name in NO_BOOKS:
                continue
            columns = [each for each in table.c if each.name not in OTHERWISE_KEYED]
            rows = [_MADE_UP.sub("*", repr(tuple(row))) for row in db.execute(select(*columns))]
            found[table.name] = sorted(rows)
    return found


async def walked(url: str, way: Way, language: str) -> tuple[dict[str, list[str]], set[str]]:
    abilities = Abilities() if way is Way.BUTTONS else BARE
    async with village(url, language=language, abilities=abilities) as v:
        walker = Walker(v, way, language)
        await everything_walked(v, walker)
        check_books(v)
        with v.store.reading() as db:
            assert db.exec_driver_sql("SELECT kind, trace FROM faults").all() == []
        return books(v), walker.done


_BY_BUTTONS: dict[str, dict[str, list[str]]] = {}


async def books_by_buttons(folder: Any, language: str) -> dict[str, list[str]]:
    """Walked once for each language."""
    if language not in _BY_BUTTONS:
        url = f"sqlite:///{folder}/buttons.db"
        _BY_BUTTONS[language], done = await walked(url, Way.BUTTONS, language)
        assert set(SCRIPTS) - done == set(), "a new dialogue needs a walk here"
    return _BY_BUTTONS[language]


SAMPLE = (("vi", Way.NUMBERS), ("en", Way.WORDS))
"""Both languages each time; every way of typing in `make test-long`."""
WALKS = [
    pytest.param(each, way, marks=[] if (each, way) in SAMPLE else pytest.mark.long)
    for each in ("vi", "en")
    for way in (Way.NUMBERS, Way.WORDS, Way.BEGINNINGS)
]


@pytest.mark.parametrize(("language", "way"), WALKS)
async def test_every_dialogue_can_be_walked_by_typing_alone(
    tmp_path: Any, language: str, way: Way
) -> None:
    by_buttons = await books_by_buttons(tmp_path, language)
    typed, done = await walked(f"sqlite:///{tmp_path}/typed.db", way, language)
    assert set(SCRIPTS) - done == set(), "a new dialogue needs a walk here"
    for table, rows in by_buttons.items():
        assert typed[table] == rows, table
