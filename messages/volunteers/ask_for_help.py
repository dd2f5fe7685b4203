"""A member asks for help."""

from messages.lesson import name as lesson_name
from messages.moments import Moment, Spoken, moment
from messages.volunteers import sessions
from messages.wording import Words


@moment("ask_for_help.title")
def title(words: Words) -> str:
    return words.say("Ask for help")


@moment("ask_for_help.with_what")
def with_what(words: Words) -> str:
    return words.say("What would you like help with?")


@moment("ask_for_help.shall_i_ask")
def shall_i_ask(words: Words, topic: Spoken) -> str:
    return words.say(
        "Shall I ask for help with this: {topic}?\n"
        "The board sees your name. Young volunteers see only the hamlet.",
        topic=topic,
    )


def asked_for(topic: str, lesson: str) -> Moment:
    """The topic, and the lesson that somebody would like to do with help."""
    said = sessions.topic(topic)
    return out_of_lesson(said, lesson_name(lesson=lesson)) if lesson else said


@moment("ask_for_help.out_of_lesson")
def out_of_lesson(words: Words, topic: Spoken, lesson: Spoken) -> str:
    return words.say("{topic}, lesson “{lesson}”", topic=topic, lesson=lesson)


@moment("ask_for_help.not_asked")
def not_asked(words: Words) -> str:
    return words.say("That is all right. I have asked nobody.")


@moment("ask_for_help.asked")
def asked(words: Words) -> str:
    return words.say(
        "I have told the board. They will find somebody, and I will tell you as soon as I know."
    )


@moment("ask_for_help.board_hears")
def board_hears(words: Words, name: str, hamlet: str, topic: Spoken) -> str:
    return words.say(
        "{name}, {hamlet}, asks for help: {topic}.", name=name, hamlet=hamlet, topic=topic
    )


@moment("ask_for_help.line")
def line(words: Words, name: str, topic: Spoken) -> str:
    return words.say("Help for {name}: {topic}", name=name, topic=topic)
