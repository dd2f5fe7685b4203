"""Raw updates read one by one: what was heard, in which chat; what cannot be read is kept aside."""

import json
from typing import Any

import pytest

from bot.channels.telegram.updates import arrival, read_stored, unreadable_arrival
from handlers.talk.heard import Heard, Kind

PERSON = {"id": 51, "is_bot": False, "first_name": "Hoa", "language_code": "vi"}
PRIVATE = {"id": 51, "first_name": "Hoa", "type": "private"}
GROUP = {"id": -100, "title": "Xóm", "type": "supergroup"}


def message(**fields: Any) -> dict[str, Any]:
    return {
        "update_id": 7,
        "message": {"message_id": 1, "from": PERSON, "chat": PRIVATE, "date": 1, **fields},
    }


def press(**fields: Any) -> dict[str, Any]:
    shown = {"message_id": 1, "chat": PRIVATE, "date": 0}
    query = {"id": "9", "from": PERSON, "message": shown, "data": "v:menu:", **fields}
    return {"update_id": 7, "callback_query": query}


def change(status: str, **fields: Any) -> dict[str, Any]:
    member = {"user": PERSON, "status": status}
    return {
        "update_id": 7,
        "my_chat_member": {"chat": PRIVATE, "from": PERSON, "new_chat_member": member, **fields},
    }


def edited(**fields: Any) -> dict[str, Any]:
    return {"update_id": 7, "edited_message": message(text="sửa")["message"] | fields}


@pytest.mark.parametrize(
    ("update", "heard"),
    [
        (message(text="đóng góp"), Heard(Kind.TEXT, "đóng góp")),
        (message(text="/start"), Heard(Kind.START)),
        (message(text="/start HXMK2345"), Heard(Kind.START, "HXMK2345")),
        (message(text="/start@lien_bot i-abc"), Heard(Kind.START, "i-abc")),
        (message(text="/started"), Heard(Kind.TEXT, "/started")),
        (message(text="a\ud83cb\0c"), Heard(Kind.TEXT, "a?b c")),
        (message(photo=[{}], caption="ảnh"), Heard(Kind.OTHER)),
        (message(voice={}), Heard(Kind.OTHER)),
        (message(contact={"phone_number": "1"}), Heard(Kind.OTHER)),
        (message(some_kind_of_the_future={}), Heard(Kind.OTHER)),
        (press(), Heard(Kind.PRESS, "v:menu:")),
        (edited(), Heard(Kind.EDITED)),
        (change("kicked"), Heard(Kind.BLOCKED)),
        (change("member"), Heard(Kind.UNBLOCKED)),
        (message(chat=GROUP, text="/donggop"), Heard(Kind.GROUP)),
        (change("member", chat=GROUP), Heard(Kind.GROUP)),
    ],
)
def test_what_was_heard(update: dict[str, Any], heard: Heard) -> None:
    found = arrival(update, bot="1", language="vi")
    assert found is not None
    assert found.update_key == "7"
    assert found.chat_key in {"51", "-100"}
    assert read_stored(found.raw) == heard


@pytest.mark.parametrize(
    "update",
    [
        message(chat=GROUP, text="cả nhà ơi"),
        message(chat=GROUP, photo=[{}]),
        message(pinned_message={}),
        edited(chat=GROUP),
        press(data=None, game_short_name="trò chơi"),
        change("left", chat=GROUP),
    ],
)
def test_what_nobody_said_to_us_is_not_even_kept(update: dict[str, Any]) -> None:
    assert arrival(update, bot="1", language="vi") is None


@pytest.mark.parametrize(
    "update",
    [
        None,
        [],
        "nonsense",
        {},
        {"update_id": 7},
        {"update_id": 7, "telepathy": {}},
        {"update_id": 7, "message": "nonsense"},
        {"update_id": 7, "message": None},
        message(chat=None),
        message(chat={"id": "51", "type": "private"}),
        message(chat={"id": True, "type": "private"}),
        message(text=5),
        {"update_id": 7, "message": {"chat": PRIVATE, "text": "a"}},
        {"update_id": 7, "message": {"chat": PRIVATE, "from": {}, "text": "a"}},
        # Somebody who is not the one the private chat belongs to.
        message(text="a", **{"from": PERSON | {"id": 52}}),
        press(**{"from": PERSON | {"id": 52}}),
        press(message={"message_id": 1, "chat": GROUP, "date": 0}),
        press(message=None, inline_message_id="x"),
        change("member", new_chat_member=None),
    ],
)
def test_what_cannot_be_read_is_kept_aside(update: Any) -> None:
    found = arrival(update, bot="1", language="vi")
    assert found is not None
    assert found.chat_key is None
    assert json.loads(found.raw) == update


def test_two_unreadable_things_have_two_names_and_the_same_one_has_one() -> None:
    names = [arrival(each, bot="1", language="vi") for each in ([1], [2], [1])]
    keys = [each.update_key for each in names if each is not None]
    assert keys[0] == keys[2] != keys[1]
    assert unreadable_arrival(b"\xff", bot="1", language="vi").chat_key is None


@pytest.mark.parametrize(
    ("code", "language"),
    [
        *(("vi", "vi"), ("en", "en"), ("en-US", "en"), ("fr", "en"), ("zh-hans", "en")),
        *(("", "vi"), (None, "vi"), (5, "vi")),
    ],
)
def test_the_phone_tells_the_language(code: object, language: str) -> None:
    update = message(text="a", **{"from": PERSON | {"language_code": code}})
    found = arrival(update, bot="1", language="vi")
    assert found is not None
    assert found.language == language


def test_what_is_stored_fits_into_any_database() -> None:
    found = arrival(message(text="\ud800\0 chào"), bot="1", language="vi")
    assert found is not None
    assert found.raw.isascii()
    assert "\0" not in found.raw
