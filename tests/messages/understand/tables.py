"""Tables of what people type, one case a line: typed, what is read, whose habit it is."""

import unicodedata
from pathlib import Path
from typing import NamedTuple

from messages.understand import Either, Unclear, Value

_FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A reading is written as the value, as "a | b" for two, as "!why" for none."""

    typed: str
    reading: str
    habit: str


def cases(name: str) -> list[Case]:
    """The lines of a table. "{nothing}", "{tab}" and the like stand for what cannot be seen."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [_case(line) for line in lines]


def written(reading: object) -> str:
    """A reading as the tables write it."""
    if isinstance(reading, Value):
        return shown(reading.value)
    if isinstance(reading, Either):
        return " | ".join(shown(each) for each in reading.readings)
    if isinstance(reading, Unclear):
        return f"!{reading.why}"
    return "-" if reading is None else shown(reading)


def shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value.dong:,}".replace(",", ".") if hasattr(value, "dong") else f"{value}"


def _case(line: str) -> Case:
    typed, reading, habit = line.split("\t")
    unseen = {"{nothing}": "", "{zero-width}": "\u200b", "{no-break}": "\u00a0", "{rtl}": "\u202e"}
    for name, sign in unseen.items():
        typed = typed.replace(name, sign)
    return Case(typed, reading, habit)


def retyped(text: str) -> dict[str, str]:
    """The same message from other keyboards: each must never give another value."""
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return {
        "without diacritics": bare.replace("đ", "d").replace("Đ", "D"),
        "in capitals": text.upper(),
        "in small letters": text.lower(),
        "letters taken apart": apart,
        "full-width digits": text.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}),
        "spaces doubled": f"  {text.replace(' ', '  ')} ",
        "no-break spaces": text.replace(" ", "\u00a0"),
        "a joiner inside": "\u200d".join(text),
        "a full stop behind": f"{text}.",
        "shouted": f"{text}!!!",
    }


def possible(reading: object) -> set[object]:
    """The values that a reading leaves possible."""
    if isinstance(reading, Value):
        return {reading.value}
    return set(reading.readings) if isinstance(reading, Either) else set()


def differs(before: object, after: object) -> bool:
    """Whether retyping turned the reading into another value without asking."""
    known = possible(before)
    return isinstance(after, Value) and bool(known) and after.value not in known
