"""Imports every handler, so that its dialogues, screens and notices are declared; the order is
the menu's order.
"""

from handlers import (  # noqa: I001 – the order of the menu
    join_club,
    approve_member,
    tasks,
    answer_meeting,
    attendance,
    plan_meeting,
    move_meeting,
    roll_call,
)

__all__ = [
    "answer_meeting",
    "approve_member",
    "attendance",
    "join_club",
    "move_meeting",
    "plan_meeting",
    "roll_call",
    "tasks",
]
