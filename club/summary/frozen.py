"""A month's figures as they are frozen at closing, and read again years later."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from club.calendar import Month
from club.money import NOTHING, Money
from club.summary.figures import Figures

RULES_VERSION = 2
"""Kept beside the figures: by which rules they were counted. It rises when a rule changes."""

T = TypeVar("T")


def frozen(figures: Figures) -> dict[str, Any]:
    """The figures as JSON: money in đồng, days and months as text, quantities as decimal text."""
    made: dict[str, Any] = _out(figures)
    return made


def thawed(kept: Mapping[str, Any]) -> Figures:
    """The figures that were frozen. What a later release counts beside them is nothing."""
    return _dataclass(Figures, kept)


def _out(value: Any) -> Any:  # noqa: PLR0911 – one line a kind of value
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Money(dong):
            return dong
        case Month() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_out(each) for each in value]
    if is_dataclass(value):
        return {field.name: _out(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"figures hold no {type(value).__name__}")


_READ: dict[Any, Callable[[Any], Any]] = {
    Money: Money,
    Month: Month.parse,
    Decimal: Decimal,
    date: date.fromisoformat,
}
_NOTHING: dict[Any, Any] = {
    Money: NOTHING, int: 0, str: "", bool: False, Decimal: Decimal(), tuple: ()
}  # fmt: skip


def _in(kind: Any, kept: Any) -> Any:
    if get_origin(kind) is UnionType:
        [kind] = [each for each in get_args(kind) if each is not NoneType]
        return None if kept is None else _in(kind, kept)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        kinds = [inner[0]] * len(kept) if inner[-1] is Ellipsis else inner
        return tuple(_in(each, value) for each, value in zip(kinds, kept, strict=True))
    if is_dataclass(kind) and kind not in _READ:
        return _dataclass(kind, kept)  # type: ignore[arg-type]
    if kind in _READ:
        return _READ[kind](kept)
    return kind(kept)


def _dataclass(kind: type[T], kept: Mapping[str, Any]) -> T:
    kinds = get_type_hints(kind)
    values = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in kept:
            values[field.name] = _in(kinds[field.name], kept[field.name])
        elif field.default is MISSING and field.default_factory is MISSING:
            values[field.name] = _nothing(kinds[field.name])
    return kind(**values)


def _nothing(kind: Any) -> Any:
    """What stands for a figure that was not counted then."""
    if get_origin(kind) is UnionType:
        return None
    if is_dataclass(kind) and kind not in _NOTHING:
        return _dataclass(kind, {})  # type: ignore[arg-type]
    return _NOTHING[get_origin(kind) or kind]
