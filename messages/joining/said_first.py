"""What is said where somebody joins: where she lives, and that she need not say it again."""

from messages.moments import moment
from messages.wording import Words


@moment("join.other_place")
def other_place(words: Words) -> str:
    return words.say("Elsewhere, or not sure")


@moment("join.which_place")
def which_place(words: Words) -> str:
    return words.say("What is the hamlet or group where you live called? Not sure? Then skip this.")


@moment("join.kept_and_code")
def kept_and_code(words: Words) -> str:
    return words.say("Thank you; what you have told me need not be typed again.")


@moment("join.kept_for_later")
def kept_for_later(words: Words) -> str:
    """Before the consent: nothing is in the club's books yet."""
    return words.say("Thank you; you need not type that again. First I must ask whether you agree.")


@moment("join.number_kept")
def number_kept(words: Words) -> str:
    """A phone number came where something else is asked."""
    return words.say("Thank you for the number; you need not type it again.")


@moment("join.yes_first")
def yes_first(words: Words) -> str:
    """She wants in, and has not said yet whether her name may be kept."""
    return words.say("Gladly! I only need your yes to this first; the code is noted.")
