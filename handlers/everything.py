"""Imports every handler, so that its dialogues, screens and notices are declared; the order is the menu's order."""

from handlers import (  # noqa: I001 – the order of the menu
    join_club,
    approve_member,
    tasks,
)

__all__ = [
    "approve_member",
    "join_club",
    "tasks",
]
