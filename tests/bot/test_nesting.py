"""What lies too deep within itself, and numbers beyond all measure: taken in; nothing breaks."""

import json
from typing import Any

import pytest

from bot.channels.nesting import DEEPEST, cut
from bot.channels.telegram import updates as telegram
from bot.channels.zalo import updates as zalo


def deep(levels: int) -> Any:
    value: Any = "within"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize("levels", [DEEPEST + 1, 900, 985, 993, 1000, 50_000])
@pytest.mark.parametrize("channel", [telegram, zalo], ids=lambda each: each.NAME)
def test_however_deep_an_update_is_it_can_be_kept_and_read(channel: Any, levels: int) -> None:
    """As Python writes what it has just read, it may run out of room where reading did not."""
    person = {"id": 51}
    message = {"message_id": "m1", "chat": {"id": 51, "type": "private"}, "from": person}
    update = {"update_id": 7, "message": message | {"text": "chào", "x": deep(levels)}}
    found = channel.arrival(update, bot="1", language="vi")
    assert found is not None
    assert found.chat_key == "51"
    assert channel.read_stored(found.raw).text == "chào"
    assert len(found.raw) < 400


def test_what_is_shallow_stays_as_it_is() -> None:
    update = {"a": [1, {"b": [None, "x"]}], "c": {}}
    assert cut(update) == update
    assert cut(deep(DEEPEST)) == deep(DEEPEST)
    assert "within" not in json.dumps(cut(deep(DEEPEST + 1)))


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**400], ids=["over", "under", "far"])
@pytest.mark.parametrize("channel", [telegram, zalo], ids=lambda each: each.NAME)
def test_a_number_no_database_holds_names_no_chat(channel: Any, number: int) -> None:
    message = {"message_id": "m1", "chat": {"id": number, "type": "private"}, "text": "chào"}
    update = {"update_id": number, "message": message | {"from": {"id": number}}}
    found = channel.arrival(update, bot="1", language="vi")
    assert found is not None
    assert found.chat_key is None
    assert len(found.update_key) < 80
