"""The menu, greetings and help."""

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("menu.what_can_i_do")
def what_can_i_do(words: Words) -> str:
    return words.say("What would you like to do?")


@moment("menu.hello_member")
def hello_member(words: Words, club: str) -> str:
    return words.say(
        "Hello! I am Liên, the helper of {club}. What would you like to do?", club=club
    )


@moment("menu.hello_waiting")
def hello_waiting(words: Words, club: str) -> str:
    return words.say(
        "Your request to join {club} is with the board. I will tell you as soon as they have "
        "answered.",
        club=club,
    )


@moment("menu.hello_stranger")
def hello_stranger(words: Words) -> str:
    return words.say(
        "Hello! I am Liên, the helper of the village self-help clubs. "
        "To join a club, please type the code that the club's board gave you."
    )


@moment("menu.hello_volunteer")
def hello_volunteer(words: Words) -> str:
    return words.say("Hello! Thank you for helping older people. What would you like to do?")


@moment("menu.hello_officer")
def hello_officer(words: Words) -> str:
    return words.say(
        "Hello! I am Liên, the helper of the village self-help clubs. What would you like to see "
        "of the clubs in your area?"
    )


@moment("menu.go_on_with")
def go_on_with(words: Words, what: Spoken) -> str:
    return words.say("Go on: {what}", what=what)


@moment("menu.how_it_works")
def how_it_works(words: Words) -> str:
    if not words.buttons:
        return words.say(
            "I ask one question at a time. Type the number of a line, or its words.\n"
            "At any time you can type:\n"
            "• back – to the question before\n"
            "• again – I say it once more\n"
            "• stop – we leave it for later\n"
            "• a real person – whom to phone\n"
            "• menu – what I can do\n"
            "There is no hurry, and you cannot break anything. "
            "I never ask for a password, a one-time code or a photo of your papers."
        )
    return words.say(
        "I ask one question at a time. Press a button, or type its number or its word.\n"
        "At any time you can type:\n"
        "• back – to the question before\n"
        "• again – I say it once more\n"
        "• stop – we leave it for later\n"
        "• a real person – whom to phone\n"
        "• menu – what I can do\n"
        "There is no hurry, and you cannot break anything. "
        "I never ask for a password, a one-time code or a photo of your papers."
    )
