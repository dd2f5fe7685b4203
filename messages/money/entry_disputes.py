"""What came of an entry that a member called wrong."""

from messages.moments import moment
from messages.wording import Words


@moment("entry_dispute.outcome")
def outcome(words: Words, outcome: str) -> str:
    if outcome == "explained":
        return words.say("The entry is right; I explain it")
    return words.say("The entry is wrong; it has to be corrected")


@moment("entry_dispute.correct_it")
def correct_it(words: Words) -> str:
    return words.say("Correct the entry")
