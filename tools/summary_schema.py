"""Writes docs/summary.schema.json: the shape of `lien summary --as json`, read off the figures."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from club.calendar import Month
from club.money import Money
from club.summary.figures import Figures
from club.summary.indicators import Subject, Unit
from club.summary.next_steps import NextStep, Step
from club.summary.norms import NormResult, Standing
from messages.figures.summary_forms import COMPUTED, JSON_VERSION, MAY_BE_UNKNOWN

FILE = Path(__file__).parent.parent / "docs" / "summary.schema.json"
Schema = dict[str, Any]

_PLAIN: dict[Any, Schema] = {
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    str: {"type": "string"},
    NoneType: {"type": "null"},
    Money: {"type": "integer", "description": "đồng"},
    date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Month: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    Decimal: {"type": "string", "pattern": "^[0-9]+([.][0-9]+)?$"},
}


def schema() -> Schema:
    """JSON Schema, draft 2020-12."""
    month = _object(_month())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The month of a club",
        **month,
        "$defs": {"figures": _of(Figures), "norm": _closed(_norm())},
    }


def _norm() -> Schema:
    norm = _of(NormResult)
    norm["properties"] |= {"standing": _of(Standing), "missing": {"type": "integer"}}
    return norm


def _month() -> Schema:
    step = _of(NextStep)
    step["properties"] = {"step": _of(Step), "values": {"type": "object"}}
    value = {"type": ["integer", "string", "null"]}
    indicator = {
        "code": {"type": "string"},
        "subject": _of(Subject),
        "unit": _of(Unit),
        "about": {"type": "string", "description": "the fund or the area, or nothing"},
        "value": value,
        "before": value,
    }
    return {
        "version": {"const": JSON_VERSION},
        "club": {"type": "string"},
        "month": _PLAIN[Month],
        "until": _PLAIN[date] | {"description": "the last counted day"},
        "is_closed": {"type": "boolean"},
        "closing_code": {"type": "string"},
        "figures": {"$ref": "#/$defs/figures"},
        "before": {"anyOf": [{"$ref": "#/$defs/figures"}, {"type": "null"}]},
        "norms": {"type": "array", "items": {"$ref": "#/$defs/norm"}},
        "self_check": {"type": "array", "items": {"$ref": "#/$defs/norm"}},
        "indicators": {"type": "array", "items": _object(indicator)},
        "next_steps": {"type": "array", "items": step},
    }


def _of(kind: Any) -> Schema:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if get_origin(kind) is UnionType:
        return {"anyOf": [_of(each) for each in get_args(kind)]}
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return {"type": "array", "items": _of(inner[0])}
        return {"type": "array", "prefixItems": [_of(each) for each in inner], "items": False}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    return _dataclass(kind) if is_dataclass(kind) else {"type": "object"}


def _dataclass(kind: Any) -> Schema:
    kinds = get_type_hints(kind)
    shapes = {field.name: _of(kinds[field.name]) for field in fields(kind)}
    shapes |= {
        name: {"anyOf": [shapes[name], {"type": "null"}]} for name in MAY_BE_UNKNOWN & set(shapes)
    }
    for name in COMPUTED:
        computed = getattr(kind, name, None)
        if isinstance(computed, property):
            shapes[name] = _of(get_type_hints(computed.fget)["return"])
    return _object(shapes)


def _object(shapes: Mapping[str, Schema]) -> Schema:
    return _closed({"type": "object", "properties": dict(shapes)})


def _closed(shape: Schema) -> Schema:
    return shape | {"required": list(shape["properties"]), "additionalProperties": False}


def written() -> str:
    """The file's text."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
