"""What a member has asked for or told of, and for whom it waits; one line each."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.roles import office
from messages.wording import Words


@moment("what_waits.for_somebody")
def for_somebody(words: Words, what: Spoken, who: str, role: str) -> str:
    return words.say(
        "Waiting for {who}, {office}: {what}", what=what, who=who, office=office(words, role)
    )


@moment("what_waits.for_nobody")
def for_nobody(words: Words, what: Spoken) -> str:
    return words.say(
        "Waiting until the club appoints somebody who may confirm it: {what}", what=what
    )


@moment("what_waits.loan_voted")
def loan_voted(words: Words, amount: Money, last_day: date) -> str:
    return words.say(
        "Loan of {amount} asked for: the board votes, until {last_day}",
        amount=amount,
        last_day=short_day(last_day),
    )


@moment("what_waits.loan_for_meeting")
def loan_for_meeting(words: Words, amount: Money) -> str:
    return words.say("Loan of {amount} asked for: the next meeting decides", amount=amount)


@moment("what_waits.loan_agreed")
def loan_agreed(words: Words, amount: Money, who: str = "") -> str:
    if not who:
        return words.say("Loan of {amount} agreed: the club hands it out", amount=amount)
    return words.say("Loan of {amount} agreed: {who} hands it out", amount=amount, who=who)


@moment("what_waits.help_open")
def help_open(words: Words, topic: Spoken) -> str:
    return words.say("Help asked for ({topic}): the board looks for somebody", topic=topic)


@moment("what_waits.help_found")
def help_found(words: Words, topic: Spoken, day: date) -> str:
    return words.say("Help ({topic}): session on {day}", topic=topic, day=short_day(day))


@moment("what_waits.session")
def session(words: Words, topic: Spoken, day: date, waits: bool) -> str:
    if waits:
        return words.say(
            "Session {topic} on {day}: you are in the waiting line", topic=topic, day=short_day(day)
        )
    return words.say("Session {topic} on {day}: you help", topic=topic, day=short_day(day))


@moment("what_waits.dispute")
def dispute(words: Words, what: Spoken, who: str) -> str:
    if not who:
        return words.say("You said this is not right: {what}", what=what)
    return words.say("You said this is not right: {what}. {who} looks into it", what=what, who=who)


@moment("what_waits.meeting")
def meeting(words: Words, day: date, answer: Spoken | None = None) -> str:
    if answer is None:
        return words.say("Meeting of {day}: not answered yet", day=short_day(day))
    return words.say("Meeting of {day}: {answer}", day=short_day(day), answer=answer)
