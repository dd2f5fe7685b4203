"""Kind words back, where nothing was asked and nothing is to be done."""

from datetime import date

from club.calendar import lunar_of
from messages.moments import moment
from messages.wording import Words


@moment("courtesies.thanks")
def thanks(words: Words) -> str:
    return words.say("You are welcome. I am glad that I could help.")


@moment("courtesies.all_right")
def all_right(words: Words) -> str:
    return words.say(
        "All right. I am not asking you anything now. Whenever you need me, just write."
    )


@moment("courtesies.who_i_am")
def who_i_am(words: Words) -> str:
    return words.say(
        "I am Liên, a program that helps the club with its messages. I am not a person; for a "
        "person of the club type “person”."
    )


@moment("courtesies.how_i_am")
def how_i_am(words: Words) -> str:
    return words.say(
        "Thank you for asking. I am a program, so I never tire. I wish you good health."
    )


@moment("courtesies.goodbye")
def goodbye(words: Words) -> str:
    return words.say("Goodbye, and good health to you.")


@moment("courtesies.swindled")
def swindled(words: Words) -> str:
    """What the police and the banks of the country tell people to do first."""
    return words.say(
        "Please stay calm. Send no more money and tell nobody any code. Phone your bank now, by "
        "the number on your card, so that it locks the account. Then tell the commune police."
    )


@moment("courtesies.bank_answers_nothing")
def bank_answers_nothing(words: Words) -> str:
    """A message of a bank handed on where something else is asked."""
    return words.say(
        "This looks like a message of your bank. I note nothing by it. Please type only the answer."
    )


@moment("courtesies.from_a_bank")
def from_a_bank(words: Words) -> str:
    return words.say(
        "This looks like a message of your bank. I note nothing by it. If you have sent money to"
        " the club, please press the button. Never hand on a code, not to me either."
    )


@moment("courtesies.thanked_in_passing")
def thanked_in_passing(words: Words) -> str:
    """She gave thanks while a question waits for its answer."""
    return words.say("You are welcome.")


@moment("courtesies.today_is")
def today_is(words: Words, day: date) -> str:
    return words.say("Today is {day}, {lunar}.", day=day, lunar=_lunar(words, day))


@moment("courtesies.tomorrow_is")
def tomorrow_is(words: Words, day: date) -> str:
    return words.say("Tomorrow is {day}, {lunar}.", day=day, lunar=_lunar(words, day))


def _lunar(words: Words, day: date) -> str:
    lunar = lunar_of(day)
    named = f"{lunar.day}/{lunar.month}"
    if lunar.leap:
        return words.say("{named} of the leap month in the lunar calendar", named=named)
    return words.say("{named} in the lunar calendar", named=named)


@moment("courtesies.hour_unknown")
def hour_unknown(words: Words) -> str:
    return words.say("I do not know the hour. It stands at the top of your telephone.")


@moment("courtesies.weather_unknown")
def weather_unknown(words: Words) -> str:
    return words.say("I do not know the weather. The radio and the television tell it.")
