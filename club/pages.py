"""The members' page: how long its links and its open pages hold, and how secrets are kept."""

import hashlib
import re
from datetime import timedelta

TIME_TO_OPEN = timedelta(hours=48)
SECRET_BYTES = 16  # 128 bits (Club rules, F.4)
STAYS_OPEN = timedelta(days=90)  # counted from the last visit
SEEN_AGAIN_AFTER = timedelta(hours=6)
MOST_OPEN = 5

_CARRIED = re.compile(r"w-([A-Za-z0-9_-]{22})")


def page_secret(text: str) -> str | None:
    """The secret of what a link to one's own page carries ('w-…'); None for anything else."""
    found = _CARRIED.fullmatch(text)
    return None if found is None else found[1]


def kept_secret(secret: str) -> str:
    """What a table keeps of a secret: whoever reads the table opens nothing."""
    # Bytes that are no letters come as halves of pairs: a wrong secret like any other.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
