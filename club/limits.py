"""How much one chat may bring in. Club rules, F.10."""

MOST_A_MINUTE = 20
"""Messages of one chat."""
COUNTED_MINUTES = 3
"""The pace is looked at over so many minutes. A phone that was without a network brings everything
together, and a grandchild who types answers ten questions within the minute: neither is a flood.
"""
MOST_WAITING = 50
STRANGERS_ARE_WORTH_CHATS = 60
"""Strangers share a budget of their own: as much as so many chats have."""


def most_counted(a_minute: int) -> int:
    """So many messages of one chat are stored within any COUNTED_MINUTES."""
    return a_minute * COUNTED_MINUTES
