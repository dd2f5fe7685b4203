"""Taking back what was said of oneself, while it still waits."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("take_back.loan")
def loan(words: Words, amount: Money) -> str:
    return words.say("the request for a loan of {amount}", amount=amount)


@moment("take_back.help")
def help_(words: Words, topic: Spoken) -> str:
    return words.say("the request for help: {topic}", topic=topic)


@moment("take_back.joining")
def joining(words: Words, club: str) -> str:
    return words.say("the request to join {club}", club=club)


@moment("take_back.dispute")
def dispute(words: Words, what: Spoken) -> str:
    return words.say("the word that this is not right: {what}", what=what)


@moment("take_back.answer")
def answer(words: Words, day: date) -> str:
    return words.say("the answer for the meeting of {day}", day=short_day(day))


@moment("take_back.which")
def which(words: Words) -> str:
    return words.say("Which of these shall I take back?")


@moment("take_back.none_of_these")
def none_of_these(words: Words) -> str:
    return words.say("Not one of these")


@moment("take_back.taken_back")
def taken_back(words: Words, what: Spoken) -> str:
    return words.say("It is taken back: {what}.", what=what)


@moment("take_back.was_taken_back")
def was_taken_back(words: Words, who: str, what: Spoken) -> str:
    return words.say(
        "{who} has taken back: {what}. There is nothing more to do about it.", who=who, what=what
    )


@moment("take_back.too_late")
def too_late(words: Words, what: Spoken) -> str:
    return words.say(
        "This has been waiting for more than ten minutes, so I cannot take it back by myself: "
        "{what}.\nThe board can still stop it; a word to them is enough.",
        what=what,
    )


@moment("take_back.answered_already")
def answered_already(words: Words, what: Spoken) -> str:
    return words.say(
        "This has been answered already, so it can no longer be taken back: {what}.\n"
        "If it is wrong, the board can put it right; a word to them is enough.",
        what=what,
    )
