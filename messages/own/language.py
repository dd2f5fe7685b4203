"""Choosing the language. Each language is called by its own name, so that everybody finds hers."""

from messages.moments import moment
from messages.wording import Words


@moment("language.title")
def title(words: Words) -> str:
    return "Ngôn ngữ – Language"


@moment("language.which")
def which(words: Words) -> str:
    return words.say("In which language shall I speak with you?")


@moment("language.name")
def name(words: Words, language: str) -> str:
    return {"vi": "Tiếng Việt", "en": "English"}[language]
