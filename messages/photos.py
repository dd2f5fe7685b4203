"""Asking for a picture or a recording, and why one could not be kept."""

from collections.abc import Callable

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("photo.sent")
def sent(words: Words) -> str:
    return words.say("A photo")


@moment("photo.take")
def take(words: Words) -> str:
    return words.say("Take or choose a photo")


@moment("photo.skip")
def skip(words: Words) -> str:
    return words.say("Skip the photo")


@moment("photo.skip_voice")
def skip_voice(words: Words) -> str:
    return words.say("Skip the voice message")


@moment("photo.done")
def done(words: Words) -> str:
    return words.say("That is all")


@moment("photo.example")
def example(words: Words, may_skip: bool) -> str:
    if may_skip:
        return words.say("a photo, or “skip”")
    return words.say("a photo")


@moment("photo.voice_example")
def voice_example(words: Words, may_skip: bool) -> str:
    if may_skip:
        return words.say("a voice message, or “skip”")
    return words.say("a voice message")


@moment("photo.how_to_send")
def how_to_send(words: Words, may_skip: bool) -> str:
    how = words.say("This is where a photo goes. Please take one, or choose one, and send it here.")
    if may_skip:
        return how + " " + words.say("Without a photo, please write “skip”.")
    return how + " " + words.say("If you have none now, please write “stop” and come back later.")


@moment("photo.how_to_speak")
def how_to_speak(words: Words, may_skip: bool) -> str:
    how = words.say("This is where a voice message goes. Please record one and send it here.")
    if may_skip:
        return how + " " + words.say("Without a voice message, please write “skip”.")
    return how + " " + words.say("If you have none now, please write “stop” and come back later.")


@moment("photo.so_many")
def so_many(words: Words, count: int, most: int) -> str:
    have = words.plural("I have one photo.", "I have {count} photos.", count)
    if count >= most:
        return have
    if not words.buttons:
        return have + " " + words.say("Please send the next one, or type “That is all”.")
    return have + " " + words.say("Please send the next one, or press “That is all”.")


@moment("photo.kept")
def kept(words: Words, count: int) -> str:
    return words.plural("one photo", "{count} photos", count)


@moment("photo.gone")
def gone(words: Words) -> str:
    return words.say("The photo you sent is no longer here. Please send it once more.")


@moment("photo.title")
def title(words: Words, about: str) -> str:
    match about:
        case "receipt":
            return words.say("Photo of the receipt")
        case "witness":
            return words.say("Photo of the slip with the thumbprint")
        case "sheet":
            return words.say("Photo of the signed sheet")
        case "minutes":
            return words.say("Photo of the minutes")
        case "activity" | "shown_activity":
            return words.say("Photo of the activity")
    return words.say("Photo")


@moment("photo.recording")
def recording(words: Words) -> str:
    return words.say("Voice message")


@moment("photo.see")
def see(words: Words) -> str:
    return words.say("See the photo")


@moment("photo.see_of")
def see_of(words: Words, what: str) -> str:
    return words.say("See the photo of {what}", what=what)


@moment("photo.has")
def has(words: Words, what: Spoken) -> str:
    """Something, and that a photo belongs to it."""
    return words.say("{what} (with a photo)", what=what)


@moment("photo.has_below")
def has_below(words: Words, what: Spoken) -> str:
    """The same for what is written on several lines."""
    return f"{what}\n• " + words.say("with a photo")


@moment("photo.of_receipt")
def of_receipt(words: Words) -> str:
    return words.say("Is there a receipt? Then please send a photo of it. The board can see it.")


@moment("photo.of_marked_slip")
def of_marked_slip(words: Words) -> str:
    return words.say("Please send a photo of the slip with the mark on it.")


@moment("photo.here")
def here(words: Words, what: Spoken) -> str:
    return words.say("Here it is: {what}.", what=what)


@moment("photo.not_there")
def not_there(words: Words) -> str:
    return words.say("There is no photo here that I can show you.")


@moment("photo.problem")
def problem(words: Words, why: str) -> str:
    return _PROBLEMS.get(why, _not_fetched)(words)


def _not_fetched(words: Words) -> str:
    return words.say("The network is slow and it did not reach me. Please send it once more.")


_PROBLEMS: dict[str, Callable[[Words], str]] = {
    "too_large": lambda words: words.say(
        "That file is too large for me. Please send a smaller photo."
    ),
    "too_many_pixels": lambda words: words.say(
        "That picture is too large. Please photograph it again, and send that."
    ),
    "phone_format": lambda words: words.say(
        "I cannot open that kind of picture. Please send it as a photo, not as a file."
    ),
    "not_a_picture": lambda words: words.say(
        "I could not see a picture in that. Please send a photo."
    ),
    "not_a_recording": lambda words: words.say(
        "I could not open that recording. Please record it again."
    ),
    "too_long": lambda words: words.say(
        "That recording is too long. Please keep it under ten minutes."
    ),
    "enough_for_now": lambda words: words.say(
        "Those were many photos. Please send the next one in an hour."
    ),
    "photo_wanted": lambda words: words.say("A photo is needed here. Please send a photo."),
    "voice_wanted": lambda words: words.say(
        "A voice message is needed here. Please record one and send it."
    ),
}
