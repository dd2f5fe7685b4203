"""Patterns of words, written as they are said: "ai/nhung_ai (*) no; danh_sach (con) no".

A pattern is a row of words without marks. `a/b` is one of them, `_` joins the words of one of
several words, `(a)` may be missing, `*` is any word, `#` a number, `..` up to two words and each
further point one more. `^` and `$` are the line's beginning and end, a word in capitals stands for
what it is short for, and `;` parts patterns of which one is enough.
"""

import re
from collections.abc import Mapping, Sequence

Patterns = Mapping[str, str]
_WORD = r"\S+"
_AT_A_WORD = r"(?<!\S)"


def compiled(patterns: Patterns, short: Mapping[str, str]) -> Sequence[tuple[str, re.Pattern[str]]]:
    """Each name with what finds its patterns in a line of bare words."""
    return [(name, re.compile(_any_of(said, short))) for name, said in patterns.items()]


def _any_of(said: str, short: Mapping[str, str]) -> str:
    return "|".join(_one(each.split(), short) for each in said.split(";"))


def _one(words: Sequence[str], short: Mapping[str, str]) -> str:
    begins, ends = words[0] == "^", words[-1] == "$"
    inner = words[int(begins) : len(words) - int(ends)]
    # Every piece ends with the space behind it, or with the line.
    line = "".join(_piece(each, short) for each in inner)
    return f"{'^' if begins else _AT_A_WORD}{line}{'$' if ends else ''}"


def _piece(word: str, short: Mapping[str, str]) -> str:
    if set(word) == {"."}:
        return rf"(?:{_WORD}\s){{0,{len(word)}}}"
    if word.startswith("("):
        return f"(?:{_alternatives(word[1:-1], short)})?"
    return _alternatives(word, short)


def _alternatives(word: str, short: Mapping[str, str]) -> str:
    said = [one for each in word.split("/") for one in short.get(each, each).split("/")]
    return f"(?:{'|'.join(map(_said, said))})" + r"(?:\s|$)"


def _said(word: str) -> str:
    if word == "*":
        return _WORD
    if word == "#":
        return r"\d\S*"
    return re.escape(word).replace("_", r"\s")
