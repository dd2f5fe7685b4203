"""What stands where in the menu and behind its entries for board and settings: the most wanted
first.

The names are those of the dialogues and screens that the entries open.
"""

# Behind one entry for whoever holds an office, by what it is about; in the menu itself for anybody
# else who may.
BOARD_GROUPS = {
    "money": (
        *("meeting_table", "take_fee", "repayment", "pay_out_loan", "paying", "loan_book"),
        "opening_balance",
    ),
    "meetings": ("attendance", "plan_meeting", "minutes", "decisions"),
    "life": (
        *("club_life", "to_phone", "broadcast", "help_wishes", "sessions", "open_session"),
        *("club_volunteers", "club_helpers"),
    ),
    "club": ("summary", "members", "offices", "name_for_praise", "club_settings"),
}
BOARD_WORK = tuple(name for names in BOARD_GROUPS.values() for name in names)
# Of an officer of the Association: behind one entry where she is somebody in a club as well.
OFFICER_WORK = (
    *("rollup", "congratulate", "area_broadcast", "area_sessions", "officer_matters"),
    "broadcasts",
)
STRANGERS = ("join", "volunteer")
MENU = (
    *("tasks", "books", "board_work", "officer_work"),
    # one's own
    *("contribute", "meeting", "loan", "my_account", "ask_for_help", "my_loans", "lesson"),
    *("club_money", "on_behalf"),
    *BOARD_WORK,
    *OFFICER_WORK,
    # young volunteers
    *("my_sessions", "my_hours", "certificate"),
    *STRANGERS,
    "my_settings",
)
SETTINGS = (
    *("listening", "reminder_wishes", "address", "my_helpers", "my_page", "practise"),
    "language",
    "my_data",
    *("our_word", "speak_for", "volunteering", "second_chat"),
)
# Behind the entry for what the club does.
CLUB_LIFE = (
    *("club_did", "log_activity", "care", "my_health", "health_check", "teams", "hardship"),
    "untouched",
)
