"""What a messenger sends may lie within itself deeper than a program can follow it."""

from typing import Any

DEEPEST = 40
"""Levels; an update has a dozen at most."""


def cut(value: Any, levels: int = DEEPEST) -> Any:
    """The same, with nothing in the place of what lies deeper: it can be written and read again."""
    if not isinstance(value, dict | list):
        return value
    if not levels:
        return None
    if isinstance(value, list):
        return [cut(each, levels - 1) for each in value]
    return {name: cut(each, levels - 1) for name, each in value.items()}
