"""Links that give a role: how their secrets are kept, and for how long they hold."""

import hashlib
import re
from datetime import timedelta

TIME_TO_ACCEPT = timedelta(hours=48)
SECRET_BYTES = 16  # 128 bits (Club rules, F.4)

_CARRIED = re.compile(r"(?:https?://[^\s#]*#)?i-([A-Za-z0-9_-]{22})")


def secret_carried(text: str) -> str | None:
    """The secret of what a link carries ('i-…'), or of a page's link itself, copied into the chat
    instead of tapped; None for anything else.
    """
    found = _CARRIED.fullmatch(text)
    return None if found is None else found[1]


def digest_of(secret: str) -> str:
    """What an open talk keeps in place of the secret: 40 signs, short enough for a button."""
    return hashlib.sha256(secret.encode()).hexdigest()[:40]


def kept(digest: str) -> str:
    """What the table of invitations keeps.

    A digest of the digest: who can read the table still cannot open the link's door.
    """
    return hashlib.sha256(digest.encode()).hexdigest()
