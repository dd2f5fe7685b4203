"""Being read to: now, always, no more; and what is said where nothing can be read aloud."""

from messages.moments import moment
from messages.wording import Words


@moment("listening.title")
def title(words: Words) -> str:
    return words.say("Read to me")


@moment("listening.which")
def which(words: Words) -> str:
    return words.say("Shall I read every message aloud to you?")


@moment("listening.wish")
def wish(words: Words, always: bool) -> str:
    if always:
        return words.say("Read every message")
    return words.say("Only when I type “listen”")


@moment("listening.from_now_on")
def from_now_on(words: Words) -> str:
    return words.say("From now on I read every message to you. To end it, type “stop reading”.")


@moment("listening.no_more")
def no_more(words: Words) -> str:
    return words.say(
        "I read nothing aloud any more. To hear one message, type “listen” when it is there."
    )


@moment("listening.not_here")
def not_here(words: Words) -> str:
    """Instead of a voice message, where there is none to be had."""
    return words.say(
        "I am sorry, I cannot read aloud here yet. Here it is in writing; perhaps somebody near "
        "you can read it to you."
    )


@moment("listening.on_page")
def on_page(words: Words) -> str:
    return words.say(
        "To hear it, press “Listen” below this message. Where that word is missing, this phone has "
        "no voice."
    )


@moment("listening.did_not_work")
def did_not_work(words: Words) -> str:
    """After the text has gone, when speaking it did not work."""
    return words.say("I am sorry, reading it aloud did not work just now. You can read it above.")


@moment("listening.needs_rest")
def needs_rest(words: Words) -> str:
    """Spoken, when there was much to read within one hour."""
    return words.say(
        "I have read a lot to you this hour and must rest my voice. You can read it all above."
    )
