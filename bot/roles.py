"""What a process of several does: it answers, sends, or keeps the calendar; each, or all of it."""

import argparse
from enum import Enum


class Role(Enum):
    """As `lien run --only` names them."""

    INBOX = "inbox"
    DELIVERY = "delivery"
    SCHEDULER = "scheduler"


ALL = frozenset(Role)


def roles_named(words: str) -> frozenset[Role]:
    """The roles in a list with commas. Raises ArgumentTypeError in one line."""
    names = [each.strip() for each in words.split(",")]
    known = {each.value: each for each in Role}
    if wrong := [each for each in names if each not in known]:
        raise argparse.ArgumentTypeError(
            f"“{wrong[0]}”: right would be some of {', '.join(known)}, with commas between them"
        )
    return frozenset(known[each] for each in names)
