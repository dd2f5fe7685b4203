"""What the bot says of itself before anybody has spoken to it; addressed to nobody."""

from messages.moments import moment
from messages.wording import Words


@moment("about.short")
def short(words: Words) -> str:
    """At most 120 characters."""
    return words.say("Liên, the helper of the village's intergenerational self-help club.")


@moment("about.long")
def long(words: Words) -> str:
    """At most 512 characters; shown in the empty chat above the start button."""
    return words.say(
        "I am Liên, the helper of the intergenerational self-help club. With me you can join the "
        "club, see what you have contributed, and say whether you will come to the meeting. "
        "I ask one question at a time, and nothing can break. "
        "I never ask for a password, a one-time code or a photo of your papers."
    )
