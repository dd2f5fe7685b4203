"""A volunteer's own photo: with consent, and taken away any time."""

from messages.moments import moment
from messages.wording import Words


@moment("my_face.title")
def title(words: Words) -> str:
    return words.say("My photo")


@moment("my_face.consent")
def consent(words: Words) -> str:
    return words.say(
        "With a photo older people know you at the door. Only those you help, and the boards of "
        "their clubs, see it; you can take it away any time. Without one you help just as well.\n"
        "Do you want to show a photo?"
    )


@moment("my_face.please_send")
def please_send(words: Words) -> str:
    return words.say("Please send a photo of your face, without anybody else in it.")


@moment("my_face.what_now")
def what_now(words: Words) -> str:
    return words.say("Those you help see your photo. What shall be done with it?")


@moment("my_face.way")
def way(words: Words, way: str) -> str:
    names = {
        "keep": words.say("Keep it"),
        "another": words.say("Send another one"),
        "take_away": words.say("Take it away"),
    }
    return names[way]


@moment("my_face.none_shown")
def none_shown(words: Words) -> str:
    return words.say("That is all right. I show no photo.")


@moment("my_face.stays")
def stays(words: Words) -> str:
    return words.say("Good, the photo stays as it is.")


@moment("my_face.shown")
def shown(words: Words) -> str:
    return words.say("Thank you. Those you help can see now who comes.")


@moment("my_face.taken_away")
def taken_away(words: Words) -> str:
    return words.say("Your photo is erased. Nobody sees it any more.")


@moment("my_face.look_at")
def look_at(words: Words, name: str) -> str:
    return words.say("Photo of {name}", name=name)
