"""How much one chat may bring in (Club rules, F.10), and what a calm one may save up."""

MOST_A_MINUTE = 20
"""Messages of one chat."""
MOST_WAITING = 50
SAVED_MINUTES = 9
"""So many calm minutes of a chat can be used at once, beside the minute that runs."""
STRANGERS_ARE_WORTH_CHATS = 60
"""Strangers share a budget of their own: as much as so many chats have."""
