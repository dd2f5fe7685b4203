"""The kinds of messages that go out; how each is sent follows from its kind."""

from typing import Literal

LetterKind = Literal["reply", "notice", "reminder", "broadcast"]
"""reply: what somebody has just asked for; notice: what others are told of it; reminder: planned
ahead; broadcast: what was written to many.
"""
