"""The code that shows on the spot that volunteer and older person are both there."""

from datetime import datetime, timedelta

CODE_LASTS = timedelta(minutes=10)
MOST_WRONG_CODES = 5
STILL_COUNTS = timedelta(hours=4)
"""So long after its end a session's code can be shown and typed."""

_STEP = 5


def is_on(begins: datetime, ends: datetime, now: datetime) -> bool:
    """Whether a code of the session counts now: from its beginning on, not in the days after."""
    return begins <= now <= ends + STILL_COUNTS


def most_minutes(begins: datetime, now: datetime, *, planned: int) -> int:
    """What can have been helped by now, in steps of five minutes, at most what was planned."""
    gone = int((now - begins).total_seconds() // 60)
    return min(planned, max(_STEP, -(-gone // _STEP) * _STEP))
