"""What is said about papers that go with a message, or do not."""

from messages.moments import moment
from messages.wording import Words


@moment("on_paper.not_here")
def not_here(words: Words) -> str:
    """Under a message with a paper, where the messenger carries no files."""
    return words.say("There is a paper for this. I cannot send it here; the board can print it.")


@moment("on_paper.not_drawn")
def not_drawn(words: Words) -> str:
    """After the text has gone, when drawing its paper did not work."""
    return words.say(
        "I am sorry, I could not make the paper that belongs to this. What is written above "
        "is right."
    )


@moment("on_paper.enough_for_now")
def enough_for_now(words: Words) -> str:
    """After the text has gone, when there were many papers within one hour."""
    return words.say(
        "I have made many papers for you this hour. Please ask me for the next one in an hour."
    )


@moment("on_paper.by_link")
def by_link(words: Words, link: str, title: str) -> str:
    """Where the messenger carries no files: what it is, and a link that opens it for her alone."""
    return words.say(
        "{title}\n"
        "This link opens it. Press it, and then press “Open the paper”:\n"
        "{link}\n"
        "It works for 48 hours. Please give it to nobody.",
        title=title,
        link=link,
    )
