"""A moment is something Liên says: a name, a version and the values it speaks of, without any words yet.

Rows in the outbox and answers in open dialogues keep moments, so a moment that may still lie in a row is never
renamed without a migration. The words are found when the message is sent, in the language of who hears it.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Concatenate, Generic, ParamSpec

from club.calendar import Month
from club.money import Money
from messages.wording import Words

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing said, as values. `as_json` and `moment_of` are exact opposites."""

    name: str
    version: int = 1
    values: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> list[Any]:
        return [self.name, self.version, {key: _out(value) for key, value in self.values.items()}]


def moment_of(data: list[Any]) -> Moment:
    """The moment that `as_json` wrote."""
    name, version, values = data
    return Moment(name, version, {key: _in(value) for key, value in values.items()})


# A value that is itself something said: handed in as a moment, it reaches the writer as words.
Spoken = str | Moment


class MomentKind(Generic[P]):
    """A kind of moment: called with values it makes a Moment, `written` turns one into words."""

    def __init__(self, name: str, version: int, write: Callable[Concatenate[Words, P], str]) -> None:
        self.name = name
        self.version = version
        self.write = write
        self.parameters = list(inspect.signature(write).parameters)[1:]
        self.defaults = {
            each.name: each.default
            for each in inspect.signature(write).parameters.values()
            if each.default is not inspect.Parameter.empty
        }

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Moment:
        values = dict(zip(self.parameters, args, strict=False)) | kwargs
        return Moment(self.name, self.version, values)


KINDS: dict[str, MomentKind[Any]] = {}


def moment(
    name: str, version: int = 1
) -> Callable[[Callable[Concatenate[Words, P], str]], MomentKind[P]]:
    """Declare a kind of moment by the function that writes it in words."""

    def declare(write: Callable[Concatenate[Words, P], str]) -> MomentKind[P]:
        if name in KINDS:
            raise ValueError(f"two moments are called {name}")
        kind = MomentKind(name, version, write)
        KINDS[name] = kind
        return kind

    return declare


def written(said: Moment, words: Words) -> str:
    """The moment in words. Moments among its values are written too."""
    kind = KINDS[said.name]
    values = {key: _worded(value, words) for key, value in said.values.items()}
    return kind.write(words, **values)


def _worded(value: Any, words: Words) -> Any:
    if isinstance(value, Moment):
        return written(value, words)
    if isinstance(value, list | tuple):
        return [_worded(each, words) for each in value]
    return value


def _out(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Money(dong):
            return {"dong": dong}
        case Month():
            return {"month": str(value)}
        case date():
            return {"day": value.isoformat()}
        case time():
            return {"time": value.isoformat("minutes")}
        case Moment():
            return {"moment": value.as_json()}
        case list() | tuple():
            return [_out(each) for each in value]
    raise TypeError(f"a moment cannot carry a {type(value).__name__}")


def _in(value: Any) -> Any:
    match value:
        case {"dong": dong}:
            return Money(dong)
        case {"month": month}:
            return Month.parse(month)
        case {"day": day}:
            return date.fromisoformat(day)
        case {"time": clock}:
            return time.fromisoformat(clock)
        case {"moment": data}:
            return moment_of(data)
        case list():
            return [_in(each) for each in value]
    return value


value_out = _out
value_in = _in
