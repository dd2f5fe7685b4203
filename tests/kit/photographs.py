"""Pictures as phones take them, and as nobody should send them."""

import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
SECRET_MAKER = "PhoneOfHoa"
LATITUDE = (21.0, 1.0, 42.6)


@cache
def photographed(
    width: int = 120, height: int = 80, *, kind: str = "JPEG", turned: int = 1
) -> bytes:
    """A picture whose upper left corner is red, with maker, place and a comment beside it."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("red", (0, 0, width // 2, height // 2))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, SECRET_MAKER
    exif[GPS] = {1: "N", 2: LATITUDE, 3: "E", 4: (105.0, 51.0, 15.1)}
    out = BytesIO()
    more = {"comment": b"taken by Hoa"} if kind == "JPEG" else {}
    picture.save(out, kind, exif=exif.tobytes(), **more)
    return out.getvalue()


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG that says it is so large, whatever stands in it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def bomb(width: int, height: int) -> bytes:
    """A PNG of so many pixels in very few bytes, true in every part."""
    return png_of(width, height, (b"\0" + bytes(3 * width)) * height)


def webp_canvas(width: int, height: int) -> bytes:
    """An extended WebP that says its canvas is so large."""
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    vp8x = b"VP8X" + (10).to_bytes(4, "little") + bytes(4) + canvas
    return b"RIFF" + (len(vp8x) + 4).to_bytes(4, "little") + b"WEBP" + vp8x
