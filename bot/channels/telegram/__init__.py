"""Telegram: the Bot API's JSON in and out. Nothing outside this folder imports its library.

Updates are read from plain JSON, each on its own, so that one that cannot be read stops no other;
only sending leans on python-telegram-bot. No library's polling, dialogue state or routing is used:
they lose or reorder updates.
"""

import sys

NAME = "telegram"

# The Telegram library loads httpx, which loads its own command line with rich, pygments and click
# where these are installed: 6 MB and a fifth of a second for nothing. It does without if it must.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
