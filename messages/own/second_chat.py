"""The same person in a second chat, and what goes on in which."""

from collections.abc import Sequence

from club.address import PersonName
from messages.moments import Spoken, moment
from messages.wording import Words

WORDS = (
    *("dùng thêm ứng dụng khác", "dùng liên trên zalo", "dùng liên trên telegram", "dùng zalo"),
    *("nối zalo", "nối telegram", "nối máy", "nói chuyện trên zalo", "use another app"),
    *("use zalo", "use liên on zalo", "connect zalo", "connect telegram", "second chat"),
)
NAMES = {"telegram": "Telegram", "zalo": "Zalo"}
"""What the messengers are called where they are spoken of."""


def named(words: Words, channel: str) -> str:
    """'Zalo', 'your own page'."""
    return NAMES.get(channel) or words.say("your own page")


@moment("second_chat.title")
def title(words: Words) -> str:
    return words.say("Talk with me in another app too")


@moment("second_chat.which_way")
def which_way(words: Words, channels: Sequence[str], here: str, chosen: bool) -> str:
    shown = ", ".join(dict.fromkeys(named(words, each) for each in channels))
    first = words.say("I know you here: {channels}.", channels=shown)
    if chosen:
        return "\n".join([first, words.say("My reminders come to this chat.")])
    last = words.say("My reminders come to where you talked with me last.")
    return "\n".join([first, last])


@moment("second_chat.make_code")
def make_code(words: Words) -> str:
    return words.say("One more app")


@moment("second_chat.remind_here")
def remind_here(words: Words) -> str:
    return words.say("Reminders to this chat")


@moment("second_chat.code")
def code(words: Words, code: str, minutes: int) -> str:
    return words.say(
        "Your code is {code}. It works for {minutes} minutes.\n"
        "Please type it as your first message to Liên in the other app.\n"
        "Give it to nobody: whoever types it speaks as you.",
        code=code,
        minutes=minutes,
    )


@moment("second_chat.which_code")
def which_code(words: Words) -> str:
    return words.say(
        "Where you talk with me already, type “second chat”.\n"
        "A code of eight digits comes there. What is it?"
    )


@moment("second_chat.is_it_you")
def is_it_you(words: Words, name: PersonName) -> str:
    return words.say("This code is that of {name}. Is that you?", name=name)


@moment("second_chat.not_you")
def not_you(words: Words) -> str:
    return words.say("Then nothing changes. Please tell nobody the code.")


@moment("second_chat.wrong_code")
def wrong_code(words: Words) -> str:
    return words.say(
        "I do not know this code, or its ten minutes are over. "
        "Please make a new one where you talk with me already."
    )


@moment("second_chat.joined")
def joined(words: Words) -> str:
    return words.say(
        "Now I know you here too. What you begin in one chat can be ended in the other.\n"
        "My reminders come to where you talked with me last."
    )


@moment("second_chat.joined_there")
def joined_there(words: Words, channel: str) -> str:
    return words.say(
        "From now on I also know you on {channel}, by the code that you made here.\n"
        "If that was not you, please tell your club's board at once.",
        channel=named(words, channel),
    )


@moment("second_chat.chosen")
def chosen(words: Words) -> str:
    return words.say("My reminders come to this chat from now on.")


@moment("second_chat.goes_on_there")
def goes_on_there(words: Words, what: Spoken, channel: str) -> str:
    """In the chat where something was begun that now goes on in another."""
    return words.say(
        "You are going on with “{what}” on {channel}, so I have stopped here.",
        what=what,
        channel=named(words, channel),
    )


@moment("second_chat.go_on_here")
def go_on_here(words: Words) -> str:
    return words.say("Go on here instead")


@moment("second_chat.brought_here")
def brought_here(words: Words) -> str:
    return words.say("You began this in your other chat; we go on here.")
