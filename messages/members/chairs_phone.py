"""The chair, who makes everybody's links, has lost the phone: what is said of the way back."""

from collections.abc import Sequence

from club.address import PersonName
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("lost_phone.frozen_chair")
def frozen_chair(words: Words, who: PersonName, others: Sequence[Spoken]) -> str:
    """`others`: who of the board could confirm a new phone. Without two of them the operator's
    link is the only way (Club rules, F.1).
    """
    held = words.say(
        "The account of {who} is held back. Please look together through what it has done in "
        "the last three days.",
        who=who,
    )
    if len(others) > 1:
        back = words.say(
            "The chair makes the links and cannot make one now. On the new phone {who} opens Liên, "
            "types the club's code and asks to join; two others of the board say yes and confirm "
            "it in person: {others}.",
            who=who,
            others=", ".join(map(str, others)),
        )
    else:
        back = words.say(
            "The chair makes the links and cannot make one now, and no two others of the board "
            "have a phone here. Please ask whoever runs Liên for you to make a link for a new "
            "phone."
        )
    return f"{held}\n{back}"
