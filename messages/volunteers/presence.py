"""The code that is shown on the spot and typed by the volunteer."""

from club.address import PersonName
from messages.moments import moment
from messages.volunteers.sessions import length
from messages.wording import Words


@moment("presence.show_title")
def show_code_title(words: Words) -> str:
    return words.say("Show the code for volunteers")


@moment("presence.which_session")
def which_session(words: Words) -> str:
    return words.say("For which session?")


@moment("presence.none_now")
def no_session_now(words: Words) -> str:
    return words.say("No session is on now. A code counts from its beginning until its evening.")


@moment("presence.shown")
def code_shown(words: Words, code: str, minutes: int) -> str:
    return words.say(
        "{code}\n"
        "Please show this code to the volunteer, who types it on their own phone. It works "
        "for {count} minutes; after that please ask me for a new one.",
        code=code,
        count=minutes,
    )


@moment("presence.new_code")
def new_code(words: Words) -> str:
    return words.say("Show a code again")


@moment("presence.type_title")
def type_code_title(words: Words) -> str:
    return words.say("Type the code I was shown")


@moment("presence.which_code")
def which_presence_code(words: Words) -> str:
    return words.say(
        "Please type the four digits on the phone of the person you help, or of somebody on "
        "the board."
    )


@moment("presence.wrong")
def code_wrong(words: Words, left: int) -> str:
    if not left:
        return words.say(
            "That is not the code. It was tried often enough; the board notes your time for you."
        )
    return words.plural(
        "That is not the code, or it is too old. Please ask for a new one. {count} try is left.",
        "That is not the code, or it is too old. Please ask for a new one. {count} tries are left.",
        left,
    )


@moment("presence.both_there")
def both_there(words: Words, minutes: int) -> str:
    return words.say(
        "Both sides agree: {length}. It counts. Thank you!", length=length(words, minutes)
    )


@moment("presence.they_are_there")
def they_are_there(words: Words, name: PersonName, minutes: int) -> str:
    return words.say(
        "{name} has typed your code: {length} are noted. If that is not right, please tell the "
        "board.",
        name=name,
        length=length(words, minutes),
    )
