"""How somebody new comes into the club, as its board reads it."""

from messages.moments import moment
from messages.wording import Words


@moment("new_member.how")
def how_to_join(words: Words, code: str) -> str:
    return words.say(
        "Whoever is new agrees herself: she writes “join” to me on her own phone, or on that of "
        "somebody who types for her, and then the club's code: {code}.\n"
        "Then you find her among the things to do, and say yes.\n"
        "For many at once who are on paper there is a form.",
        code=code,
    )


@moment("new_member.who_waits")
def who_waits(words: Words) -> str:
    return words.say("See who is waiting")
