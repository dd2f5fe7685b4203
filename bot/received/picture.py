"""A picture in by stdin, the same made anew out by stdout: a program of its own, with limits.

Whatever a hostile file does to the decoder happens here, far from the people who wait. Nothing but
pixels comes through: no place, no time, no phone's name, no second file behind the picture. The
first line of the answer is `ok WIDTH HEIGHT` or `no WHY`; after ok the JPEG follows. How large a
picture may be stands here alone, since it loads nothing else of the program (Club rules, F.9).
"""

import resource
import sys
from io import BytesIO

from PIL import Image

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
QUALITY = 80
MOST_BYTES = 20 * 1024 * 1024
MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS_OF_WORK = 12
FORMATS = ("JPEG", "PNG", "WEBP")
_PHONE_FORMATS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_TRANSPARENT = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})


class NotTaken(Exception):
    """Why nothing is made of it, in a word of club.photos.Problem."""


def made_anew(raw: bytes) -> tuple[bytes, int, int]:
    """A JPEG of at most LONGEST_SIDE pixels, with its width and height. Raises NotTaken."""
    if raw[4:8] == b"ftyp" and raw[8:12] in _PHONE_FORMATS:
        raise NotTaken("phone_format")
    _must_not_be_a_giant(*_webp_canvas(raw))
    with _opened(raw) as picture:
        _must_not_be_a_giant(*picture.size)
        if getattr(picture, "n_frames", 1) != 1:
            raise NotTaken("not_a_picture")
        try:
            clean = _only_its_pixels(picture)
        except MemoryError:
            raise NotTaken("too_many_pixels") from None
        except Exception:
            # A decoder says what is wrong in many ways.
            raise NotTaken("not_a_picture") from None
    out = BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, progressive=False, optimize=False)
    return out.getvalue(), *clean.size


def _opened(raw: bytes) -> Image.Image:
    """Its header read, nothing decoded yet."""
    try:
        return Image.open(BytesIO(raw), formats=FORMATS)
    except Image.DecompressionBombError:
        raise NotTaken("too_many_pixels") from None
    except Exception:
        raise NotTaken("not_a_picture") from None


def _must_not_be_a_giant(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise NotTaken("too_many_pixels")


def _webp_canvas(raw: bytes) -> tuple[int, int]:
    """What an extended WebP says of its size: its decoder makes room before anybody can ask."""
    if raw[:4] != b"RIFF" or raw[8:16] != b"WEBPVP8X" or len(raw) < 30:
        return 0, 0
    little = int.from_bytes
    return little(raw[24:27], "little") + 1, little(raw[27:30], "little") + 1


def _only_its_pixels(picture: Image.Image) -> Image.Image:
    """Smaller, upright, on white, without anything that was written beside it."""
    turned = _turned(picture)
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture.load()
    see_through = picture.mode in _TRANSPARENT or "transparency" in picture.info
    if picture.mode in {"P", "PA", "I;16", "I", "F", "1"}:
        picture = picture.convert("RGBA" if see_through else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    picture = picture.convert("RGBA" if see_through else "RGB")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture if see_through else None)
    return _upright(paper, turned)


def _turned(picture: Image.Image) -> object:
    """How the phone was held, as EXIF says it; 1 where that cannot be read."""
    try:
        return picture.getexif().get(0x0112, 1)
    except Exception:
        return 1


# What EXIF calls the eight ways to hold a phone, and how each is put right.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _upright(picture: Image.Image, turned: object) -> Image.Image:
    turn = _TURNS.get(turned) if isinstance(turned, int) else None
    return picture if turn is None else picture.transpose(turn)


def _limited() -> None:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS_OF_WORK, MOST_SECONDS_OF_WORK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """One picture."""
    _limited()
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    out = sys.stdout.buffer
    try:
        if len(raw) > MOST_BYTES:
            raise NotTaken("too_large")
        content, width, height = made_anew(raw)
    except NotTaken as no:
        out.write(f"no {no}\n".encode())
        return
    out.write(f"ok {width} {height}\n".encode() + content)


if __name__ == "__main__":
    main()
