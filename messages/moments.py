"""A moment is something Liên says: a name, a version and the values it speaks of, without any
words yet.

Rows in the outbox and answers in open dialogues keep moments, so a moment that may still lie in a
row is never renamed without a migration. The words are found when the message is sent, in the
language of who hears it.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Concatenate, Generic, ParamSpec

from club.address import PersonName
from club.calendar import Month
from club.money import Money
from messages.wording import Titled, Words, capital

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

    def __init__(
        self,
        name: str,
        version: int,
        write: Callable[Concatenate[Words, P], str],
        *,
        to_all: bool = False,
    ) -> None:
        self.name = name
        self.version = version
        self.write = write
        self.to_all = to_all
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
    name: str, version: int = 1, *, to_all: bool = False
) -> Callable[[Callable[Concatenate[Words, P], str]], MomentKind[P]]:
    """Declare a kind of moment by the function that writes it in words.

    to_all: what it carries is written as many will read it (`Words.to_all`).
    """

    def declare(write: Callable[Concatenate[Words, P], str]) -> MomentKind[P]:
        if name in KINDS:
            raise ValueError(f"two moments are called {name}")
        kind = MomentKind(name, version, write, to_all=to_all)
        KINDS[name] = kind
        return kind

    return declare


def written(said: Moment, words: Words) -> str:
    """The moment in words. Moments among its values are written too."""
    text = _written(said, words)
    return capital(text) if isinstance(text, Titled) else text


def _written(said: Moment, words: Words) -> str:
    kind = KINDS[said.name]
    if kind.to_all:
        words = words.to_all()
    values = {key: _worded(value, words) for key, value in said.values.items()}
    return kind.write(words, **values)


def _worded(value: Any, words: Words) -> Any:
    if isinstance(value, Moment):
        return _written(value, words)
    if isinstance(value, PersonName):
        return words.named(value)
    if isinstance(value, list | tuple):
        return [_worded(each, words) for each in value]
    return value


def _out(value: Any) -> Any:
    if value is None or type(value) in {bool, int, str}:
        return value
    if isinstance(value, list | tuple):
        return [_out(each) for each in value]
    kept = _KEPT_AS.get(type(value))
    if kept is None:
        raise TypeError(f"a moment cannot carry a {type(value).__name__}")
    name, out, _ = kept
    return {name: out(value)}


def _in(value: Any) -> Any:
    if isinstance(value, list):
        return [_in(each) for each in value]
    if isinstance(value, dict):
        [(name, inner)] = value.items()
        return _READ_AS[name](inner)
    return value


# How each kind of value is kept: a name, the way out and the way in.
_KEPT_AS: dict[type, tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = {
    Money: ("dong", lambda sum_: sum_.dong, Money),
    Month: ("month", str, Month.parse),
    date: ("day", date.isoformat, date.fromisoformat),
    time: ("time", lambda clock: clock.isoformat("minutes"), time.fromisoformat),
    Moment: ("moment", Moment.as_json, moment_of),
    PersonName: ("person", lambda who: [str(who), who.form], lambda two: PersonName(*two)),
}
_READ_AS = {name: read for name, _, read in _KEPT_AS.values()}
