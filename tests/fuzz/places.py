"""The places that read what strangers send, each by itself: what it may do with it, and no more.

A place takes chance and returns how it ended, in a word; whatever it raises is a finding.
"""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from random import Random
from typing import Any

from PIL import Image

from bot.channels.telegram import updates as of_telegram
from bot.channels.zalo import updates as of_zalo
from bot.received.picture import LONGEST_SIDE, NotTaken, made_anew
from bot.voice.ogg import opus_seconds
from messages.presses import unpacked
from messages.sheets.files import read_sheets
from messages.sheets.form import form
from messages.sheets.incoming import read_incoming
from messages.sheets.sheet import Unreadable
from messages.wording import Words
from tests.fuzz.nasty import WORDS, worse_body, worse_bytes, worse_words
from tests.kit.ogg_opus import silent_ogg_opus
from tests.kit.photographs import photographed
from tests.kit.spreadsheets import members, repacked, workbook
from tests.kit.spreadsheets import unpacked as within

Place = Callable[[Random], str]

LONGEST_KEY = 200
TODAY = date(2026, 11, 2)
_SHEETS = (
    workbook(members(("Nguyễn Thị Hoa", 1952), ("Trần Văn Bình", "1955"))),
    form(Words("vi")),
    "Họ và tên;Năm sinh\nNguyễn Thị Hoa;1952\n".encode(),
    "Họ và tên\tNăm sinh\nĐỗ Thị Lan\t1948\n".encode("utf-16"),
)
_XML = (b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<c r='ZZZ9'>", b"<v>1e999</v>", b"</row>")
_PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")
_PICTURES = tuple(photographed(60, 40, kind=each) for each in ("JPEG", "PNG", "WEBP"))
_SOUNDS = (silent_ogg_opus(1), silent_ogg_opus(3))
_PRESSES = ("a:1f:0:2", "n:1f:back", "s:loan:1", "v:member:c1 2026-10", "p:s:loan:", "r:v:menu:")


def spreadsheets(chance: Random) -> str:
    """A file that a club hands in: the whole file damaged, or one part of it, packed again."""
    right = chance.choice(_SHEETS)
    if right.startswith(b"PK") and chance.random() < 0.6:
        name = chance.choice(_PARTS)
        data = repacked(right, {name: worse_bytes(chance, within(right, name), _XML)})
    else:
        data = worse_bytes(chance, right, _XML)
    try:
        found = read_incoming(read_sheets(data), TODAY)
    except Unreadable:
        return "refused"
    return "with faults" if found.faults else "taken"


def photos(chance: Random) -> str:
    """A picture: what comes out is a small JPEG of pixels alone, or nothing."""
    try:
        content, width, height = made_anew(worse_bytes(chance, chance.choice(_PICTURES)))
    except NotTaken:
        return "refused"
    made = Image.open(BytesIO(content))
    assert (made.format, made.size) == ("JPEG", (width, height))
    assert max(made.size) <= LONGEST_SIDE
    assert not made.getexif()
    return "taken"


def recordings(chance: Random) -> str:
    """A voice message: how long it is, or that it is none."""
    try:
        seconds = opus_seconds(worse_bytes(chance, chance.choice(_SOUNDS)))
    except ValueError:
        return "refused"
    assert seconds > 0
    return "taken"


def buttons(chance: Random) -> str:
    """What a button is said to carry."""
    return "refused" if unpacked(worse_words(chance, (*_PRESSES, *WORDS))) is None else "taken"


_PERSON = {"id": 51, "is_bot": False, "first_name": "Hoa", "language_code": "vi"}
_PRIVATE = {"id": 51, "first_name": "Hoa", "type": "private"}
_MESSAGE = {"message_id": 1, "from": _PERSON, "chat": _PRIVATE, "date": 1}
_FILE = {"file_id": "AgAC", "file_unique_id": "x", "file_size": 900, "width": 9, "height": 9}
_TELEGRAM: tuple[dict[str, Any], ...] = (
    {"message": _MESSAGE | {"text": "đóng góp"}},
    {"message": _MESSAGE | {"text": "/start HXMK2345"}},
    {"message": _MESSAGE | {"photo": [_FILE, _FILE]}},
    {"message": _MESSAGE | {"voice": _FILE | {"duration": 3, "mime_type": "audio/ogg"}}},
    {"message": _MESSAGE | {"document": _FILE | {"mime_type": "image/png"}}},
    {"edited_message": _MESSAGE | {"text": "sửa"}},
    {"callback_query": {"id": "9", "from": _PERSON, "message": _MESSAGE, "data": "v:menu:"}},
    {"my_chat_member": {"chat": _PRIVATE, "from": _PERSON, "new_chat_member": {"status": "left"}}},
)
_ZALO: tuple[dict[str, Any], ...] = (
    {"message": {"chat": {"id": "z1", "chat_type": "PRIVATE"}, "text": "chào"}},
    {"message": {"chat": {"id": "z1"}, "photo_url": "https://example.invalid/a.jpg"}},
    {"message": {"chat": {"id": "z1", "chat_type": "GROUP"}, "text": "@lien chào"}},
)


def telegram_body(chance: Random) -> bytes:
    """An update as Telegram posts it, made worse."""
    return worse_body(chance, {"update_id": chance.randrange(10**9), **chance.choice(_TELEGRAM)})


def zalo_body(chance: Random) -> bytes:
    """An update as Zalo posts it, made worse."""
    inner = dict(chance.choice(_ZALO))
    about = {"message_id": f"m{chance.randrange(10**9)}", "from": {"id": "z1"}, "date": 1}
    inner["message"] = inner["message"] | about
    return worse_body(chance, {"ok": True, "result": inner} if chance.random() < 0.5 else inner)


def telegram(chance: Random) -> str:
    """Kept and read again, or kept aside."""
    return _update(telegram_body(chance), of_telegram)


def zalo(chance: Random) -> str:
    """Kept and read again, or kept aside."""
    return _update(zalo_body(chance), of_zalo)


def _update(body: bytes, channel: Any) -> str:
    """The way of a body through a webhook, as far as it needs no database."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        found = channel.unreadable_arrival(body, bot="1", language="vi")
    else:
        found = channel.arrival(update, bot="1", language="vi")
    if found is None:
        return "nothing said"
    assert len(found.update_key) <= LONGEST_KEY
    (found.raw + found.update_key + (found.chat_key or "")).encode()  # a database takes it
    if found.chat_key is None:
        return "aside"
    assert 0 < len(found.chat_key) <= LONGEST_KEY
    heard = channel.read_stored(found.raw)
    assert "\0" not in heard.text
    heard.text.encode()
    return "taken"


ALONE: dict[str, Place] = {
    "telegram": telegram,
    "zalo": zalo,
    "spreadsheets": spreadsheets,
    "photos": photos,
    "recordings": recordings,
    "buttons": buttons,
}
