"""How the Bot API reads a request, and how it says no."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]

as_text = json.JSONEncoder(ensure_ascii=False).encode

PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024


class ApiError(Exception):
    """An answer with ok = false; `parameters` are the ResponseParameters beside it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The body the Bot API answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


def bad_request(reason: str) -> ApiError:
    """The Bot API's 400, which it words "Bad Request: …"."""
    return ApiError(400, f"Bad Request: {reason}")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart request."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """The values of a request, wherever they stood: in the address, a form, JSON or multipart."""

    values: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.values or name in self.files

    def text(self, name: str) -> str | None:
        """The value as text, or None where it is missing."""
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, bool | int | float):
            return json.dumps(value)
        raise bad_request(f'field "{name}" must be of type String')

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; forms carry it as digits."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'invalid integer "{name}" specified') from None

    def yes(self, name: str) -> bool:
        """The value as the Bot API reads a Boolean: true, yes and 1 are yes."""
        value = self.values.get(name, False)
        return value is True or str(value).lower() in ("true", "yes", "1")

    def structure(self, name: str) -> Any:
        """The value as JSON; inside forms it is text that holds JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


async def read_parameters(request: web.BaseRequest) -> Parameters:
    """Reads what the Bot API reads: query string, URL-encoded form, multipart and JSON."""
    values: Json = dict(request.query) if request.query_string else {}
    if request.content_type == "application/json":
        return Parameters(values | _json_object(await request.read()))
    if not request.content_type.startswith(("multipart/", "application/x-www-form-urlencoded")):
        return Parameters(values)
    files: dict[str, Upload] = {}
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            with part.file:
                files[name] = Upload(part.filename, part.content_type, part.file.read())
        else:
            values[name] = part if isinstance(part, str) else bytes(part).decode()
    return Parameters(values, files)


def _json_object(body: bytes) -> Json:
    if not body:
        return {}
    try:
        found = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad_request("expected a JSON object")
    return {name: value for name, value in found.items() if value is not None}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG in pixels, as the Bot API checks them for sendPhoto."""
    if len(content) > PHOTO_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    elif content.startswith(b"\xff\xd8"):
        width, height = _jpeg_size(content)
    else:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width), int.from_bytes(height)
        at += 2 + length
    raise bad_request("IMAGE_PROCESS_FAILED")
