"""Blood pressure, weight and height as people say them: "135/85", "52 ký rưỡi", "1 mét 55"."""

import re

from club.health import HEIGHT_CM, WEIGHT_GRAMS, BloodPressure
from messages.understand.plain import bare, plain

_PRESSURE = re.compile(
    r"(?:(?:huyet ap|h ?a|blood pressure|bp|do duoc|la|cua|toi|bac|ba|ong) ?:?)*\s*"
    r"(?P<high>\d{1,3}(?:[.,]\d)?) ?(?:/|-|\\|tren|over|,? ) ?(?P<low>\d{1,3}(?:[.,]\d)?)"
    r"(?: ?(?:mmhg|mm hg|a|nhe))?"
)
_WEIGHT = re.compile(
    r"(?:(?:can nang|can duoc|can|nang|weight|la|toi|bac|khoang) ?:?)*\s*"
    r"(?P<kilos>\d{2,3})(?:(?P<half> ?(?:kg|ky|ki|can|kilo|ki lo)? ?ruoi)"
    r"|[.,](?P<tenths>\d)\d?)? ?(?:kg|kgs|ky|ki|kilo|ki lo|can|can nang)?(?: (?:a|nhe))?"
)
_HEIGHT = re.compile(
    r"(?:(?:chieu cao|cao|height|la) ?:?)*\s*"
    r"(?:(?P<metres>1|2) ?(?:m|met|[.,]) ?(?P<rest>\d{1,2})|(?P<cm>\d{3}))"
    r" ?(?:cm|phan|m|met)?(?: (?:a|nhe))?"
)
_IN_CM_BELOW = 30
"""Old cuffs show centimetres: 13/8 is 130 over 80."""


def read_blood_pressure(text: str) -> BloodPressure | None:
    """The two figures, the higher first; None for what is no possible pressure."""
    found = _PRESSURE.fullmatch(_said(text))
    if found is None:
        return None
    high, low = (float(found[part].replace(",", ".")) for part in ("high", "low"))
    if high < _IN_CM_BELOW and low < _IN_CM_BELOW:
        high, low = high * 10, low * 10
    pressure = BloodPressure(round(high), round(low))
    return pressure if pressure.is_possible else None


def read_weight(text: str) -> int | None:
    """In grams; None for what nobody weighs."""
    found = _WEIGHT.fullmatch(_said(text))
    if found is None:
        return None
    tenths = 5 if found["half"] else int(found["tenths"] or 0)
    grams = int(found["kilos"]) * 1000 + tenths * 100
    return grams if WEIGHT_GRAMS[0] <= grams <= WEIGHT_GRAMS[1] else None


def read_height(text: str) -> int | None:
    """In centimetres; None for what nobody measures."""
    found = _HEIGHT.fullmatch(_said(text))
    if found is None:
        return None
    if found["cm"]:
        height = int(found["cm"])
    else:
        rest = found["rest"]
        height = int(found["metres"]) * 100 + int(rest) * (10 if len(rest) == 1 else 1)
    return height if HEIGHT_CM[0] <= height <= HEIGHT_CM[1] else None


def tells_blood_pressure(text: str) -> bool:
    """Whether somebody tells her blood pressure by itself: "huyết áp 135/85"."""
    named = re.match(r"(?:(?:toi|bac|chau|dua) )*(?:huyet ap|blood pressure)\b", _said(text))
    return named is not None and read_blood_pressure(text) is not None


def _said(text: str) -> str:
    """Without marks; a minus is kept, since nothing measured is below nothing."""
    said = plain(text).strip()
    return "-" if said[:1] in {"-", "−"} else " ".join(bare(said).split())
