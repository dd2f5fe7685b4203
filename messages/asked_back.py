"""Answers that are asked back: which of two things was meant, whether it is agreed to."""

import re

from messages.moments import Spoken, moment
from messages.wording import Words

_A_SUM = re.compile(r"\d[\d.,]* đồng")
_SHORT_ENOUGH = 2


@moment("asked_back.answer_or_stop")
def answer_or_stop(words: Words) -> str:
    return words.say("Is that the answer here, or would you like to stop?")


@moment("asked_back.answer_or_open")
def answer_or_open(words: Words, typed: str, work: Spoken) -> str:
    """Words that answer here and at the menu open other work."""
    return words.say(
        "Is “{typed}” the answer here, or would you like to open “{work}”?", typed=typed, work=work
    )


@moment("asked_back.is_that_decided")
def is_that_decided(words: Words, decision: Spoken) -> str:
    """A small word came where money is decided on; `decision` is what stands on the button."""
    return words.say(
        "So your answer is “{decision}”? If so, please type “right”.", decision=decision
    )


@moment("asked_back.right_or_stop")
def right_or_stop(words: Words) -> str:
    """A "dung" without its mark came where money is agreed to or something is decided."""
    return words.say("Please type “right” or “stop”: which is it?")


@moment("asked_back.why_not_taken")
def why_not_taken(words: Words) -> str:
    """The "dung" came once more: how to say it without any marks."""
    return words.say(
        "“dung” may mean right or do not, so I write nothing by it. If it is right, type "
        "“dung roi”; to stop, type “thoi”."
    )


@moment("asked_back.one_after_another")
def one_after_another(words: Words) -> str:
    """Another sum came where the first is read back."""
    return words.say(
        "I write one sum after the other. If this one is right, type “right”, and tell me of the "
        "other one afterwards."
    )


@moment("asked_back.one_work_after_another")
def one_work_after_another(words: Words, later: str) -> str:
    """Two pieces of work were told in one sentence; the first has begun."""
    return words.say(
        "I do one thing after the other. Once this is done, tell me again: “{later}”.", later=later
    )


@moment("asked_back.open_that")
def open_that(words: Words) -> str:
    """Beside an answer that may itself be the wish for other work."""
    return words.say("Open that")


@moment("asked_back.right_or_wrong_please")
def right_or_wrong_please(words: Words) -> str:
    """The second time that money was read back and not answered."""
    return words.say(
        "Sorry, I still do not understand. If it is right, type “right”; if not, “not right”; "
        "to leave it for another time, type “stop”."
    )


@moment("asked_back.one_of_two")
def one_of_two(words: Words, yes: Spoken, no: Spoken) -> str:
    return words.say("“{yes}” or “{no}”", yes=yes, no=no)


@moment("asked_back.in_these_words")
def in_these_words(words: Words, yes: Spoken, no: Spoken) -> str:
    """A number came where money is decided on; yes and no are what stands on the buttons."""
    return words.say(
        "This is about money, so a number alone is not enough. Please type “{yes}” or “{no}”.",
        yes=yes,
        no=no,
    )


@moment("asked_back.one_of_these_or_stop")
def one_of_these_or_stop(words: Words, yes: Spoken, no: Spoken) -> str:
    return words.say(
        "Sorry, I still do not understand. Please type “{yes}” or “{no}”; to leave it for another "
        "time, type “stop”.",
        yes=yes,
        no=no,
    )


@moment("asked_back.once_more_shortly")
def once_more_shortly(words: Words, read_back: Spoken) -> str:
    """What has just been read back whole, in the one line that says the most, with the sum, and the
    question; whole where no line stands for all of it.
    """
    lines = [each.strip("• ") for each in str(read_back).splitlines() if each.strip("• ")]
    if len(lines) <= _SHORT_ENOUGH:
        return str(read_back)
    sums = [each for each in lines if _A_SUM.search(each) and not each.endswith((":", "?"))]
    if not sums:
        return str(read_back)
    asked = [each for each in lines[-1:] if each.endswith("?")]
    return "\n".join([words.say("Once more: {line}", line=sums[0]), *asked])
