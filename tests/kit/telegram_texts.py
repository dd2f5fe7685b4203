"""Texts as the Bot API takes them: trimmed, with entities, 1 to 4096 characters.

Limits: core.telegram.org/bots/api, sendMessage and captions.
"""

import re
from html.parser import HTMLParser

from tests.kit.telegram_checks import Json, Parameters, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-spoiler": "spoiler",
}


def utf16_length(text: str) -> int:
    """Length as Telegram counts offsets: in UTF-16 units, so that most emoji count two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def command_entities(text: str) -> list[Json]:
    """The bot_command entities that a client marks in what a person types."""
    if "/" not in text:
        return []
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": len(found.group()),
        }
        for found in _COMMAND.finditer(text)
    ]


class _Formatted(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Json] = []
        self.open: list[tuple[str, int, Json]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}"')
        link = {"url": dict(attrs).get("href") or ""} if tag == "a" else {}
        self.open.append((tag, utf16_length(self.text), {"type": _TAGS[tag]} | link))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise bad_request(f'can\'t parse entities: Unexpected end tag "{tag}"')
        _, offset, entity = self.open.pop()
        length = utf16_length(self.text) - offset
        if length:
            self.entities.append(entity | {"offset": offset, "length": length})

    def handle_data(self, data: str) -> None:
        self.text += data


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    if parse_mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    reader = _Formatted()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise bad_request(f"can't parse entities: Can't find end tag for \"{reader.open[-1][0]}\"")
    return reader.text, sorted(reader.entities, key=lambda entity: int(entity["offset"]))


def formatted(parameters: Parameters, name: str) -> tuple[str, list[Json]]:
    """The text of a parameter, trimmed, with its entities; parse_mode HTML is understood."""
    text = parameters.text(name) or ""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    entities: list[Json] = (
        parameters.structure(f"{name}_entities" if name != "text" else "entities") or []
    )
    mode = parameters.text("parse_mode")
    if mode:
        text, entities = _parsed(text, mode)
    return text.strip(), entities or command_entities(text.strip())


def message_text(parameters: Parameters) -> tuple[str, list[Json]]:
    """The text of a message: 1 to 4096 characters after trimming and parsing."""
    text, entities = formatted(parameters, "text")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, entities


def caption(parameters: Parameters) -> Json:
    """The caption's fields of a message, none where there is no caption."""
    text, entities = formatted(parameters, "caption")
    if utf16_length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    fields: Json = {"caption": text} if text else {}
    return fields | {"caption_entities": entities} if entities else fields
