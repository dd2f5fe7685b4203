"""How an account at a messenger, or on the page, is told to somebody else."""

from messages.wording import Words

ON_THE_PAGE = "web"


def account_named(words: Words, channel: str, account: str) -> str:
    """Messenger and number, or that it is a page: its key there is a secret kind of number that
    nobody can know again.
    """
    if channel == ON_THE_PAGE:
        return words.say("a page of one's own on the web")
    return f"{channel.capitalize()}, {account}"
