"""Imports every handler, so that its dialogues, screens and notices are declared; the order is
the menu's order.
"""

from handlers import (  # noqa: I001 – the order of the menu
    join_club,
    contribute,
    my_account,
    club_money,
    approve_member,
    tasks,
    confirm_contribution,
    dispute,
    take_back,
    answer_meeting,
    attendance,
    plan_meeting,
    move_meeting,
    roll_call,
    ask_for_loan,
    my_loans,
    lesson,
    vote_on_loan,
    pay_out_loan,
    take_repayment,
)

__all__ = [
    "answer_meeting",
    "approve_member",
    "ask_for_loan",
    "attendance",
    "club_money",
    "confirm_contribution",
    "contribute",
    "dispute",
    "join_club",
    "lesson",
    "move_meeting",
    "my_account",
    "my_loans",
    "pay_out_loan",
    "plan_meeting",
    "roll_call",
    "take_back",
    "take_repayment",
    "tasks",
    "vote_on_loan",
]
