"""How the person wants to be addressed, and what the bot calls itself."""

from messages.moments import moment
from messages.wording import Words, capital


@moment("address.title")
def title(words: Words) -> str:
    return words.say("How I address you")


@moment("address.what_to_change")
def what_to_change(words: Words, form: str, own_word: str) -> str:
    return words.say(
        "In Vietnamese I call you “{form}”, and myself “{own_word}”.\n"
        "What would you like to change?",
        form=form,
        own_word=own_word,
    )


@moment("address.part")
def part(words: Words, part: str) -> str:
    names = {
        "form": words.say("What I call you"),
        "own_word": words.say("What I call myself"),
        "called": words.say("The name you go by"),
        "by_name": words.say("Call me by my own name"),
        "name_unsaid": words.say("Do not say the name Liên"),
        "name_said": words.say("Say the name Liên again"),
    }
    return names[part]


@moment("address.which_form")
def which_form(words: Words) -> str:
    return words.say("What shall I call you?")


@moment("address.which_own_word")
def which_own_word(words: Words) -> str:
    return words.say("What shall I call myself?")


@moment("address.own_word")
def own_word(words: Words, own_word: str) -> str:
    return capital(own_word)


@moment("address.which_name")
def which_name(words: Words) -> str:
    return words.say("What do the neighbours call you? For example: bà Hai, bác Tư Hoa, mẹ Tý.")


@moment("address.changed")
def changed(words: Words) -> str:
    return words.say("From now on I address you as you wish.")
