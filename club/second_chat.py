"""One person in two chats: a code made in the one and typed in the other says so."""

from datetime import timedelta

CODE_DIGITS = 8
CODE_HOLDS = timedelta(minutes=10)
MOST_CHATS = 4
"""So many chats one person may have; a fifth takes the place of none."""
USE_COUNTS_AFTER = timedelta(minutes=1)


def looks_like_chat_code(text: str) -> bool:
    """Eight digits, perhaps parted as they were read out: '4827 1930'."""
    bare = "".join(text.split())
    return len(bare) == CODE_DIGITS and bare.isascii() and bare.isdecimal()
