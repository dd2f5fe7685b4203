"""Taking up a code, and choosing for whom one types."""

from datetime import date

from messages.formats import short_day
from messages.moments import moment
from messages.wording import Words


@moment("helping.speak_title")
def speak_title(words: Words) -> str:
    return words.say("Type for somebody")


@moment("helping.which_code")
def which_code(words: Words) -> str:
    return words.say(
        "The person you type for makes a code on their own phone, or with the board. It has "
        "eight digits. Which code is it?"
    )


@moment("helping.how_to_get_one")
def how_to_get_one(words: Words) -> str:
    """Said alike to everybody: nothing of who is a member (Club rules, F.3)."""
    return words.say(
        "For that I need a helper's code, whoever it is for. On the phone of the person you "
        "help, type “let somebody type for me”; there I make it. Has that person no phone? "
        "Then the board makes it, with both of you present. It works for ten minutes."
    )


@moment("helping.try_again")
def try_again(words: Words) -> str:
    return words.say(
        "This code does not work. A code has eight digits and works for ten minutes; if it "
        "is older, please have a new one made."
    )


@moment("helping.consent")
def consent(words: Words, name: str) -> str:
    return words.say(
        "This code lets you type for {name}, who hears of everything you type. I keep a "
        "record of who typed it, and for that your name and year of birth. Is that all right?",
        name=name,
    )


@moment("helping.your_name")
def your_name(words: Words) -> str:
    return words.say("What is the helper's full name?")


@moment("helping.your_birth_year")
def your_birth_year(words: Words) -> str:
    return words.say("In which year was the helper born?")


@moment("helping.parent_first")
def parent_first(words: Words) -> str:
    return words.say(
        "Below 16, a parent's own yes comes first. A parent who is a member types “let my "
        "child volunteer”, or the board notes a signed paper; that gives a code."
    )


@moment("helping.who_for")
def who_for(words: Words) -> str:
    return words.say("For whom is typed from now on?")


@moment("helping.for_myself")
def for_myself(words: Words) -> str:
    return words.say("For myself")


@moment("helping.another_code")
def another_code(words: Words) -> str:
    return words.say("For somebody new (by a code)")


@moment("helping.speaks_for")
def speaks_for(words: Words, name: str) -> str:
    return words.say(
        "From now on everything typed here is for {name}, until you choose “for myself”.",
        name=name,
    )


@moment("helping.speaks_for_self")
def speaks_for_self(words: Words) -> str:
    return words.say("From now on you type for yourself here.")


@moment("helping.began")
def began(words: Words, name: str, until: date) -> str:
    return words.say(
        "You type for {name} from now on, until {until} at the latest. Everything typed here "
        "is for {name}, until you choose “for myself”.",
        name=name,
        until=short_day(until),
    )


@moment("helping.renewed")
def renewed(words: Words, name: str, until: date) -> str:
    return words.say(
        "You go on typing for {name}, until {until}.", name=name, until=short_day(until)
    )


@moment("helping.she_is_told")
def she_is_told(words: Words, helper: str, until: date) -> str:
    return words.say(
        "{helper} types for you from now on, until {until}. Is it not the right person? Then "
        "you can end it at once.",
        helper=helper,
        until=short_day(until),
    )


@moment("helping.board_is_told")
def board_is_told(words: Words, helper: str, name: str, until: date) -> str:
    return words.say(
        "{helper} types for {name} from now on, until {until}. Is it not the right person? Then "
        "the board can end it at once.",
        helper=helper,
        name=name,
        until=short_day(until),
    )
