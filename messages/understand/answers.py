"""Interim stand-in until the reader of answers is written; may be overwritten."""

from collections.abc import Sequence
from enum import StrEnum

from messages.understand.plain import bare
from messages.understand.readings import Either, Reading, Unclear, Value, Why


class Reserved(StrEnum):
    BACK = "back"
    REPEAT = "repeat"
    STOP = "stop"
    LISTEN = "listen"
    PERSON = "person"
    MENU = "menu"
    HELP = "help"


_WORDS = {
    "quay lai": Reserved.BACK, "back": Reserved.BACK, "nhac lai": Reserved.REPEAT, "again": Reserved.REPEAT,
    "thoi": Reserved.STOP, "stop": Reserved.STOP, "goi nguoi that": Reserved.PERSON, "menu": Reserved.MENU,
    "tro giup": Reserved.HELP, "help": Reserved.HELP,
}


def reserved_word(text: str) -> Reserved | None:
    return _WORDS.get(bare(text).lstrip("/"))


def read_yes_no(text: str) -> Reading[bool]:
    said = bare(text)
    if said in {"co", "da", "vang", "dung", "yes", "ok", "dong y"}:
        return Value(True)
    return Value(False) if said in {"khong", "no", "thoi"} else Unclear(Why.NOT_YES_OR_NO)


def read_choice(text: str, labels: Sequence[str]) -> Reading[int]:
    said = bare(text)
    if said.isdecimal() and 1 <= int(said) <= len(labels):
        return Value(int(said) - 1)
    hits = [i for i, each in enumerate(labels) if bare(each) == said] or [
        i for i, each in enumerate(labels) if said and bare(each).startswith(said)
    ]
    if len(hits) == 1:
        return Value(hits[0])
    return Either(tuple(hits)) if hits else Unclear(Why.NOT_AN_OPTION)
