"""The entry behind which a person's own wishes stand together."""

from messages.moments import moment
from messages.wording import Words


@moment("my_settings.title")
def title(words: Words) -> str:
    return words.say("Settings")


@moment("my_settings.which")
def which(words: Words) -> str:
    return words.say("What would you like to set up?")
