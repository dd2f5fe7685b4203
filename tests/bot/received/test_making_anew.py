"""What comes out of a picture that somebody has sent, whatever goes in (Club rules, F.9)."""

import random
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import monotonic

import pytest
from PIL import Image

from bot.received.picture import MOST_BYTES, made_anew
from bot.received.reencoding import Picture, Reencoder
from club import photos
from club.photos import Problem
from tests.kit.photographs import LATITUDE, SECRET_MAKER, bomb, photographed, png_of, webp_canvas

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def test_as_many_bytes_are_read_as_the_club_takes() -> None:
    assert MOST_BYTES == photos.MOST_BYTES


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_comes_through(kind: str) -> None:
    raw = photographed(kind=kind)
    before = Image.open(BytesIO(raw)).getexif()
    assert before.get_ifd(0x8825)[2] == LATITUDE
    content, width, height = made_anew(raw)
    after = Image.open(BytesIO(content))
    assert (after.format, after.size, (width, height)) == ("JPEG", (120, 80), (120, 80))
    assert dict(after.getexif()) == {}
    assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for secret in (SECRET_MAKER.encode(), b"taken by Hoa", b"Exif", b"GPS", b"http://ns.adobe"):
        assert secret not in content
    assert not after.info.get("progressive")


@pytest.mark.parametrize("turned", range(1, 9))
def test_it_stands_upright_as_the_phone_was_held(turned: int) -> None:
    content, width, height = made_anew(photographed(turned=turned))
    picture = Image.open(BytesIO(content)).convert("RGB")
    assert (width, height) == ((120, 80) if turned < 5 else (80, 120))
    corners = {"upper left": (4, 4), "upper right": (width - 5, 4)}
    corners |= {"lower left": (4, height - 5), "lower right": (width - 5, height - 5)}
    red = [name for name, at in corners.items() if _is_red(picture.getpixel(at))]
    wanted = {1: "upper left", 2: "upper right", 3: "lower right", 4: "lower left"}
    wanted |= {5: "upper left", 6: "upper right", 7: "lower right", 8: "lower left"}
    assert red == [wanted[turned]]


def _is_red(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    return bool(pixel[0] > 200 and pixel[1] < 60)


def test_a_large_one_becomes_small_and_keeps_its_shape() -> None:
    content, width, height = made_anew(photographed(4000, 3000))
    assert (width, height) == (1600, 1200)
    assert len(content) < 400_000


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "I;16", "CMYK"])
def test_every_way_to_write_pixels(mode: str) -> None:
    out = BytesIO()
    if mode == "PA":
        picture = Image.new("RGBA", (30, 20), (255, 0, 0, 0)).quantize(8)
    else:
        picture = Image.new(mode, (30, 20))
    picture.save(out, "JPEG" if mode == "CMYK" else "PNG")
    content, width, height = made_anew(out.getvalue())
    assert (width, height) == (30, 20)
    assert Image.open(BytesIO(content)).mode == "RGB"


def test_what_is_seen_through_lies_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(out, "PNG")
    content, *_ = made_anew(out.getvalue())
    assert Image.open(BytesIO(content)).getpixel((5, 5)) == (255, 255, 255)


REFUSED = {
    "41 megapixels by the header": (png_of(8200, 5000), Problem.TOO_MANY_PIXELS),
    "a header beyond every limit": (png_of(2**31 - 1, 2**31 - 1), Problem.TOO_MANY_PIXELS),
    "webp that says it is huge": (webp_canvas(16_000, 16_000), Problem.TOO_MANY_PIXELS),
    "nothing": (b"", Problem.NOT_A_PICTURE),
    "words": ("ảnh đây".encode(), Problem.NOT_A_PICTURE),
    "svg": (SVG, Problem.NOT_A_PICTURE),
    "html": (b"<!doctype html><script>alert(1)</script>", Problem.NOT_A_PICTURE),
    "pdf": (b"%PDF-1.7\n1 0 obj", Problem.NOT_A_PICTURE),
    "gif": (GIF, Problem.NOT_A_PICTURE),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Problem.PHONE_FORMAT),
    "moving webp": (animated("WEBP"), Problem.NOT_A_PICTURE),
    "moving png": (animated("PNG"), Problem.NOT_A_PICTURE),
    "cut off": (photographed(800, 600)[:2000], Problem.NOT_A_PICTURE),
    "only its beginning": (photographed()[:12], Problem.NOT_A_PICTURE),
    "empty png": (png_of(10, 10), Problem.NOT_A_PICTURE),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_is_no_picture_is_told_by_its_kind(name: str) -> None:
    raw, why = REFUSED[name]
    assert await Reencoder().picture(raw) is why


def programs_seconds() -> float:
    """Processor time of the programs that have ended; a busy machine makes it no longer."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def test_a_bomb_under_the_limit_stays_small_and_one_over_it_is_never_opened() -> None:
    small = bomb(6000, 6000)
    assert len(small) < 200_000
    before = programs_seconds()
    made = await Reencoder().picture(small)
    assert isinstance(made, Picture)
    assert (made.width, made.height) == (1600, 1600)
    assert programs_seconds() - before < 15
    assert await Reencoder().picture(bomb(8000, 5200)) is Problem.TOO_MANY_PIXELS


async def test_a_second_file_behind_the_picture_is_left_behind() -> None:
    hidden = b"PK\x03\x04<script>alert(1)</script><?php system('id'); ?>"
    made = await Reencoder().picture(photographed() + hidden)
    assert isinstance(made, Picture)
    assert b"script" not in made.content
    assert made.content.endswith(b"\xff\xd9")


async def test_noise_never_does_more_than_say_no() -> None:
    """Two hundred damaged pictures, in one process as in the end in many."""
    chance = random.Random(5)
    whole = [photographed(200, 150, kind=kind) for kind in ("JPEG", "PNG", "WEBP")]
    outcomes = set()
    for _ in range(200):
        raw = bytearray(chance.choice(whole))
        for _ in range(chance.choice((1, 4, 30))):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        if chance.random() < 0.3:
            del raw[chance.randrange(len(raw)) :]
        outcomes.add(_outcome(bytes(raw)))
    assert outcomes <= {"ok", *(each.value for each in Problem)}
    assert {"ok", "not_a_picture"} <= outcomes


def _outcome(raw: bytes) -> str:
    from bot.received.picture import NotTaken

    try:
        content, width, height = made_anew(raw)
    except NotTaken as no:
        return str(no)
    assert max(width, height) <= 1600
    assert SECRET_MAKER.encode() not in content
    return "ok"


@pytest.mark.parametrize(
    "program",
    [
        "while True: pass",
        "import time; time.sleep(60)",
        "import os; os.kill(os.getpid(), 11)",
        "import sys; sys.stdout.buffer.write(b'ok 1 1\\n<html>')",
        "bytearray(10**12)",
    ],
    ids=["busy", "asleep", "crashed", "liar", "greedy"],
)
async def test_whatever_happens_to_the_program_costs_one_picture(
    program: str, tmp_path: Path
) -> None:
    file = tmp_path / "picture.py"
    file.write_text(program)
    begun = monotonic()
    made = await Reencoder(seconds=1.0, program=file).picture(photographed())
    assert made is Problem.NOT_A_PICTURE
    # Not the minute that one of them would sleep.
    assert monotonic() - begun < 30


async def test_the_program_knows_none_of_our_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", "123:secret")
    told = tmp_path / "told"
    file = tmp_path / "picture.py"
    file.write_text(f"import os; open({str(told)!r}, 'w').write(repr(dict(os.environ)))")
    await Reencoder(program=file).picture(b"")
    assert "secret" not in told.read_text()
