"""Sets papers with typst: a template and its data in, a picture or a PDF out.

The data reach the template as one JSON text, so whatever a person wrote stays letters and is never
read as markup. Only the fonts that come along are used; the same input gives the same bytes.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category, normalize

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
TEMPLATES = _HERE / "templates"
FONTS = _HERE / "fonts"
# Points are 1/72 of an inch: at 144 a template of 540 points is a picture of 1080 pixels.
PIXELS_PER_INCH = 144.0


class NotSet(Exception):
    """typst made no paper of it: a fault of a template."""


def as_pdf(template: str, data: Any) -> bytes:
    """A document of one or more pages. Raises NotSet."""
    return _set(template, data, lambda compiler: compiler.compile(format="pdf"))


def as_picture(template: str, data: Any) -> bytes:
    """A PNG of the template's only page. Raises NotSet."""
    return _set(
        template, data, lambda compiler: compiler.compile(format="png", ppi=PIXELS_PER_INCH)
    )


def _set(template: str, data: Any, compile_: "Callable[[typst.Compiler], Any]") -> bytes:
    # Seven megabytes that are needed only once somebody wants a paper.
    import typst  # noqa: PLC0415

    text = printable(json.dumps(data, ensure_ascii=False))
    try:
        compiler = typst.Compiler(
            TEMPLATES / template,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": text},
        )
        made = compile_(compiler)
    except RuntimeError as error:
        raise NotSet(str(error)) from error
    if not isinstance(made, bytes):
        raise NotSet(f"{template} has more than one page")
    return made


# What every font that comes along has: Vietnamese, most other Latin letters, signs. A letter that a
# font lacks would be left out without a word.
_IN_ALL_FONTS = (
    "\n\\x20-\\x7e\xa0-\u0107\u010a-\u0113\u0116-\u011b\u0126-\u012b\u0150-\u0155\u015e-\u016b\u016e-\u017e"
    "\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ab\u20ac\u2212"
)
_NOT_IN_FONTS = re.compile(f"[^{_IN_ALL_FONTS}]")
# Marks, pictures and signs nobody sees: without them the words are the same.
_LEFT_OUT = frozenset({"Mn", "Me", "So", "Sk", "Cf", "Cc", "Cs", "Co", "Cn"})


def printable(text: str) -> str:
    """The text in letters that the fonts have: "Hoa 🌸" as "Hoa", "ŏ" as "o", others as "?"."""
    return _NOT_IN_FONTS.sub(_nearest, normalize("NFC", text))


def _nearest(found: re.Match[str]) -> str:
    if category(found[0]) in _LEFT_OUT:
        return ""
    return _NOT_IN_FONTS.sub("", normalize("NFKD", found[0])) or "?"


@cache
def _fonts() -> "typst.Fonts":
    """Read once: half a megabyte each."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
