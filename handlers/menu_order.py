"""What stands where in the menu and behind its entry for settings: the most wanted first.

The names are those of the dialogues and screens that the entries open.
"""

MENU = (
    "tasks",
    # what an office does every day
    *("books", "take_fee", "repayment", "pay_out_loan", "attendance", "plan_meeting", "summary"),
    *("paying", "loan_book", "to_phone"),
    # one's own
    *("contribute", "meeting", "loan", "my_account", "ask_for_help", "my_loans", "lesson"),
    "club_money",
    # young volunteers, and what a board does seldom
    *("sessions", "my_sessions", "my_hours", "open_session", "offices", "club_settings"),
    "opening_balance",
    *("join", "volunteer"),
    "my_settings",
)
SETTINGS = ("listening", "reminder_wishes", "address", "my_page", "practise", "language")
