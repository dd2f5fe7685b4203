"""Telegram: the Bot API's JSON in and out. Nothing outside this folder imports its library.

Updates are read from plain JSON, each on its own, so that one that cannot be read stops no other;
only sending leans on python-telegram-bot. No library's polling, dialogue state or routing is used:
they lose or reorder updates.
"""

NAME = "telegram"
