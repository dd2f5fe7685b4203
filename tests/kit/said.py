"""Every moment filled with sample values, and what is wrong with a text that is shown to people.

A `str` may be a name or a key that the moment knows ("cashier"): a key is found by trying the words
that stand in the code of club and messages, so that a new role or kind is rendered without a list
of them here.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import CodeType, ModuleType
from typing import Any, Final

import club
import messages
import scheduler
from club.address import PersonName
from club.calendar import Month
from club.money import Money
from handlers import everything  # noqa: F401 – declares moments that stand beside dialogues
from messages.lessons import lessons
from messages.moments import KINDS, MomentKind, Spoken, written
from messages.wording import Words

NAME: Final = "Đỗ Thị Mận"
PERSON: Final = PersonName(NAME, "bà")
# Values that name somebody to somebody else.
PERSONS: Final = frozenset({"name", "who", "by", "keeper", "cashier", "whom"})
PHONE: Final = "+84912345678"
# Values kept in a short form of their own.
WRITTEN_SHORT: Final = {"phone": PHONE, "rule": "weekday last 6"}
# Where one moment takes what others do not.
OWN: Final = {
    ("helping.code", "code"): "48217390",
    ("helping.code_for", "code"): "48217390",
    ("rollup.quiet_one", "last"): "2026-10",
}
SAMPLES: Final[tuple[tuple[str, Any], ...]] = (
    ("Sequence[str", ["ngô", "khoai"]),
    ("list[str]", ["ngô", "khoai"]),
    ("Sequence[club.money.Money", [Money(5_000), Money(10_000)]),
    ("Sequence[club.calendar.Month", [Month(2026, 9), Month(2026, 10)]),
    ("Sequence[int]", [3, 12]),
    ("club.money.Money", Money(1_250_000)),
    ("datetime.date", date(2026, 11, 24)),
    ("datetime.time", time(8, 0)),
    ("club.calendar.Month", Month(2026, 10)),
    ("int", 3),
    ("bool", True),
    ("str", NAME),
)
WORDS_FOR: Final = {
    "vi": Words("vi", "bác", "cháu", "Hoa"),
    "en": Words("en", "you", "I", "Hoa"),
}
# What an older person does not read: each may stand inside a Vietnamese word, so whole words only.
FOREIGN: Final = (
    *("ok", "okay", "menu", "click", "app", "link", "online", "offline", "chat", "bot", "code"),
    *("file", "email", "sms", "pass", "password", "admin", "reset", "update", "login", "website"),
    *("web", "server", "data", "tap", "enter", "feedback", "group", "command", "start", "stop"),
    *("help", "yes", "no", "button", "message", "user", "account", "token", "error"),
)
_FOREIGN = re.compile(rf"(?<![\w/]){'(?:' + '|'.join(FOREIGN) + ')'}(?!\w)", re.IGNORECASE)
_WRONG: Final = {
    "a placeholder is left": re.compile(r"[{}]"),
    "a missing value is shown": re.compile(r"\bNone\b"),
    "a value is shown as code": re.compile(r"\w+\(\w+=|<\w+[ .]|\b[a-z]+_[a-z]+\b|datetime"),
    "a phone number as it is kept": re.compile(r"\+84\d"),
    "two spaces": re.compile(r"  "),
    "a space before a sign": re.compile(r" [.,;:?!](?:\s|$)"),
    "nothing between signs": re.compile(r"[(“]\s*[)”]|: *(?:\.|,)(?:\s|$)"),
    "space at an end of a line": re.compile(r"(?m)^[ \t]|[ \t]$"),
    "three line ends": re.compile(r"\n\n\n"),
}


def complaints(text: str, language: str) -> list[str]:
    """What is wrong with a text that somebody is to read."""
    found = [why for why, pattern in _WRONG.items() if pattern.search(text)]
    if not text.strip():
        found.append("nothing is said")
    if language == "vi":
        found += [f"foreign: {each}" for each in _FOREIGN.findall(text)]
    return found


def texts_of(name: str, language: str) -> Iterator[str]:
    """The moment in words, once for each way of filling it."""
    kind = KINDS[name]
    for values in fillings(name):
        yield written(kind(**values), WORDS_FOR[language])


@cache
def fillings(name: str) -> tuple[Mapping[str, Any], ...]:
    """Values to fill the moment with: every key it knows, none where none may be, one and many."""
    kind = KINDS[name]
    first = {each.name: OWN.get((name, each.name)) or _sample(each) for each in _parameters(kind)}
    good = _with_keys(kind, first)
    varied = [good]
    for each in _parameters(kind):
        varied += [good | {each.name: other} for other in _others(each, good[each.name])]
    keys = [name for name in good if isinstance(first[name], str) and good[name] != first[name]]
    for key in keys:
        varied += [good | {key: each} for each in _words_in_code() if each != good[key]]
    return tuple(each for each in varied if _refused(kind, each) is None)


def _parameters(kind: MomentKind[Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(kind.write).parameters.values())[1:]


def _sample(parameter: inspect.Parameter) -> Any:
    if parameter.name in WRITTEN_SHORT:
        return WRITTEN_SHORT[parameter.name]
    if parameter.name in PERSONS and parameter.annotation in {str, Spoken}:
        return PERSON
    shape = str(parameter.annotation)
    for part, value in SAMPLES:
        if part in shape:
            return value
    return parameter.default if parameter.default is not inspect.Parameter.empty else []


def _others(parameter: inspect.Parameter, value: Any) -> list[Any]:
    """Other values of the same kind: one thing, nothing at all."""
    plain = inspect.Parameter.empty, (), ""
    others: list[Any] = [] if parameter.default in plain else [parameter.default]
    if parameter.annotation is int:
        others += [0, 1, 12]
    if parameter.annotation is bool:
        others += [not value]
    if "None" in str(parameter.annotation):
        others.append(None)
    if isinstance(value, list):
        others += [value[:1]]
    return [each for each in others if each != value]


def _with_keys(kind: MomentKind[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, with a key the moment knows where it does not take a name."""
    filled = dict(values)
    for name, value in values.items():
        error = _refused(kind, filled)
        if error is None:
            break
        if isinstance(value, str | list):
            filled[name] = _key_for(kind, filled, name)
    return filled


def _key_for(kind: MomentKind[Any], values: Mapping[str, Any], name: str) -> Any:
    """The first word of the code that gets further than the value that is there."""
    before = _refused(kind, values)
    for word in _words_in_code():
        tried = word if isinstance(values[name], str) else [word]
        after = _refused(kind, {**values, name: tried})
        if after is None or (str(after) != str(before) and repr(word) not in str(after)):
            return tried
    return values[name]


def _refused(kind: MomentKind[Any], values: Mapping[str, Any]) -> Exception | None:
    try:
        written(kind(**values), WORDS_FOR["en"])
    except (KeyError, ValueError, StopIteration, LookupError) as error:
        return error
    return None


@cache
def _words_in_code() -> tuple[str, ...]:
    """Every key that club and messages know: of enumerations and of tables."""
    found: dict[str, None] = dict.fromkeys(each.code for each in lessons())
    for module in _modules():
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, StrEnum):
                found |= dict.fromkeys(each.value for each in value)
            elif isinstance(value, Mapping):
                found |= dict.fromkeys(str(key) for key in value if isinstance(key, str))
            elif isinstance(value, MomentKind):
                found |= dict.fromkeys(_constants(value.write.__code__))
            elif inspect.isfunction(value):
                found |= dict.fromkeys(_constants(value.__code__))
    return tuple(word for word in found if re.fullmatch(r"[A-Za-z0-9_-]{2,30}", word))


def _constants(code: CodeType) -> Iterator[str]:
    """The words that stand in a function."""
    for value in code.co_consts:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, str))
        elif isinstance(value, CodeType):
            yield from _constants(value)


def _modules() -> Iterator[ModuleType]:
    for package in (club, messages, scheduler):
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "understand" not in each.name:
                yield importlib.import_module(each.name)
