"""How many messages of the month a club has left, where a messenger bounds them."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.own.second_chat import named
from messages.wording import Words

WORDS = (
    *("hạn mức tin nhắn", "còn bao nhiêu tin nhắn", "số tin nhắn còn lại", "message budget"),
    *("messages left", "how many messages are left"),
)


@moment("messages_left.title")
def title(words: Words) -> str:
    return words.say("Messages of this month")


@moment("messages_left.line")
def line(words: Words, channel: str, left: int, most: int) -> str:
    """In the settings: 'Messages on Zalo: 1.240 of 3.000 left this month'."""
    return words.say(
        "Messages on {channel}: {left} of {most} left this month",
        channel=named(words, channel),
        left=_counted(words, left),
        most=_counted(words, most),
    )


@moment("messages_left.page")
def page(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join(str(each) for each in lines)


@moment("messages_left.no_bound")
def no_bound(words: Words) -> str:
    return words.say("Nothing limits how many messages I send for the club.")


@moment("messages_left.what_goes")
def what_goes(words: Words, weight: int) -> str:
    """By what still goes out by itself: 3 everything, 2 no greetings, 1 only pressing, 0 none."""
    if weight == 3:
        return words.say("Everything goes out as usual.")
    if weight == 2:
        return words.say(
            "They run low: greetings, lessons and the like stop, the rest goes out.\n"
            "Answers always come."
        )
    if weight == 1:
        return words.say(
            "Few are left: only what cannot wait goes out, such as today's meeting or an "
            "instalment.\n"
            "Answers always come."
        )
    return words.say(
        "No message is left for reminders until the next month. Answers come as long as the "
        "messenger takes them."
    )


@moment("messages_left.not_sent")
def not_sent(words: Words, count: int) -> str:
    return words.plural(
        "One reminder of this month was not sent for that; it stands under “people to phone”.",
        "{count} reminders of this month were not sent for that; they stand under "
        "“people to phone”.",
        count,
    )


def _counted(words: Words, number: int) -> str:
    return f"{number:,}".replace(",", "." if words.language == "vi" else ",")
