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
from tests.kit.all_walks import everything_walked
from tests.kit.lending import check_books
from tests.kit.village import Village, village
from tests.kit.walker import Walker, Way

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
    *("key", "code", "previous_code", "word", "seal"),
}
# Digests, and numbers of dialogues.
_MADE_UP = re.compile(r"[0-9a-f]{32,}|dialogue:\d+|(?<![\d-])[4-9]\d{9}(?!\d)")


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
