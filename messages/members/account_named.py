"""How an account at a messenger, or on the page, is told to somebody else."""

from messages.own.second_chat import NAMES
from messages.wording import Words


def account_named(words: Words, channel: str, account: str) -> str:
    """Messenger and number there. What is no messenger is a page: nobody knows its key again."""
    if channel in NAMES:
        return f"{NAMES[channel]}, {account}"
    return words.say("a page of one's own on the web")
