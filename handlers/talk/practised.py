"""What can be practised: an allow-list, so that whatever is new stays real until it is added here.

Left out is what changes how she is spoken to, who belongs to the club, what it settles, or leaves
the chat: papers, links, her own data.
"""

from handlers.dialogue.visitor import Visitor
from messages.presses import Press, ScreenPress, StartPress

DIALOGUES = frozenset(
    {
        *("contribute", "take_back", "dispute", "loan", "confirm_cash", "meeting", "lesson"),
        *("ask_for_help", "confirm_contribution", "answer_dispute", "pay_out_loan", "repayment"),
        *("carry_cash", "vote_on_loan", "meeting_on_loan", "approve_member", "plan_meeting"),
        *("move_meeting", "cancel_meeting", "roll_call", "open_session", "cancel_session"),
        *("take_session", "drop_session", "check_in", "vouch", "practise"),
    }
)
SCREENS = frozenset(
    {
        *(
            "menu",
            "help",
            "tasks",
            "board_work",
            "my_account",
            "my_loans",
            "club_money",
            "answered",
        ),
        *("attendance", "sessions", "session", "club_sessions", "my_sessions", "my_hours"),
        *("lessons", "learnt", "summary", "unfinished"),
    }
)


def is_open(me: Visitor, press: Press) -> bool:
    """Whether this may be opened where the visitor is: everything, or what can be practised."""
    if not me.practises:
        return True
    match press:
        case StartPress(name):
            return name in DIALOGUES
        case ScreenPress(name):
            return name in SCREENS
    return True
