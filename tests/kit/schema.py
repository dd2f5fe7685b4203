"""What is wrong with a value by a JSON Schema; only the words that Liên's own schemas use."""

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, Any] = {
    "integer": int, "string": str, "null": type(None), "array": list, "object": dict,
    "boolean": bool,
}  # fmt: skip


def faults(value: Any, shape: Any, whole: dict[str, Any], at: str = "$") -> Iterator[str]:
    """A line for each fault; nothing where the value has the shape."""
    if "$ref" in shape:
        yield from faults(value, whole["$defs"][shape["$ref"].rpartition("/")[2]], whole, at)
    if "anyOf" in shape and all(list(faults(value, each, whole)) for each in shape["anyOf"]):
        yield f"{at}: none of the shapes"
    if "const" in shape and value != shape["const"]:
        yield f"{at}: not {shape['const']}"
    if "enum" in shape and value not in shape["enum"]:
        yield f"{at}: {value!r} is not among {shape['enum']}"
    if "type" in shape and not _is_of(value, shape["type"]):
        yield f"{at}: {value!r} is no {shape['type']}"
    elif isinstance(value, str) and not re.search(shape.get("pattern", ""), value):
        yield f"{at}: {value!r} is written otherwise"
    elif isinstance(value, list):
        yield from _in_list(value, shape, whole, at)
    elif isinstance(value, dict) and "properties" in shape:
        yield from _in_object(value, shape, whole, at)


def _is_of(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return isinstance(value, tuple(_TYPES[name] for name in names))


def _in_list(value: list[Any], shape: Any, whole: dict[str, Any], at: str) -> Iterator[str]:
    first = shape.get("prefixItems", [])
    if shape.get("items") is False and len(value) != len(first):
        yield f"{at}: not {len(first)} long"
    for number, each in enumerate(value):
        inner = first[number] if number < len(first) else shape.get("items") or {}
        yield from faults(each, inner, whole, f"{at}[{number}]")


def _in_object(value: dict[str, Any], shape: Any, whole: dict[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}: no {name}" for name in shape["required"] if name not in value)
    yield from (f"{at}: {name} too much" for name in value if name not in shape["properties"])
    for name, inner in shape["properties"].items():
        if name in value:
            yield from faults(value[name], inner, whole, f"{at}.{name}")
