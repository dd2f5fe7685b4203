"""A member moves away or leaves, and comes back."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("leaving.title")
def leaving_title(words: Words) -> str:
    return words.say("Has moved away or left")


@moment("leaving.how")
def leaving_how(words: Words, name: PersonName) -> str:
    return words.say("What has happened with {name}?", name=name)


@moment("leaving.way")
def leaving_way(words: Words, how: str) -> str:
    if how == "moved":
        return words.say("Has moved away")
    return words.say("Has left the club")


@moment("leaving.when")
def leaving_when(words: Words) -> str:
    return words.say("On which day was that?")


@moment("leaving.read_back")
def leaving_read_back(  # noqa: PLR0917
    words: Words, name: PersonName, how: str, day: date, held: Spoken, offices: Sequence[Spoken]
) -> str:
    if how == "moved":
        first = words.say("{name} moved away on {day}.", name=name, day=short_day(day))
    else:
        first = words.say("{name} left the club on {day}.", name=name, day=short_day(day))
    lines: list[Spoken] = [first, held, *offices, words.say("Is that right?")]
    return "\n".join(str(each) for each in lines)


@moment("leaving.done_with")
def left(  # noqa: PLR0917 – which of three things there are decides what is said
    words: Words, name: PersonName, held: Spoken, owes: bool, share: bool, prepaid: bool
) -> str:
    """What is open, and where the board settles it; nothing of what there is not."""
    lines = [words.say("It is noted: {name} is no longer a member.", name=name), str(held)]
    if share:
        lines.append(words.say("The share goes back under “Owed back”; that takes two of you."))
    if prepaid:
        lines.append(
            words.say("The fee paid ahead goes back under “Pay out money”; that takes two of you.")
        )
    if owes:
        lines.append(words.say("What is owed stays owed: please agree how it is paid."))
    return "\n".join(lines)


@moment("leaving.done")
def left_with_all(words: Words, name: PersonName, held: Spoken, to_return: bool) -> str:
    """As it was said before it kept to what there is."""
    lines: list[Spoken] = [words.say("It is noted: {name} is no longer a member.", name=name), held]
    if to_return:
        lines.append(
            words.say(
                "A share goes back under “Owed back”, a fee paid ahead under “Pay out money”; both "
                "take two of the board. What is still owed stays owed: please agree how it is paid."
            )
        )
    return "\n".join(str(each) for each in lines)


@moment("leaving.told")
def left_told(words: Words, club: str, held: Spoken) -> str:
    return words.say(
        "The board has noted that you are no longer a member of {club}.\n{held}\nIf that is wrong, "
        "please tell the board. You are welcome back at any time.",
        club=club,
        held=held,
    )


@moment("back.title")
def back_title(words: Words) -> str:
    return words.say("Is a member again")


@moment("back.sure")
def back_sure(words: Words, name: PersonName) -> str:
    return words.say("Is {name} a member again from today?", name=name)


@moment("back.done")
def back_done(words: Words, name: PersonName) -> str:
    return words.say("{name} is a member again. Fees are owed from next month.", name=name)


@moment("back.told")
def back_told(words: Words, club: str) -> str:
    return words.say("From today you are a member of {club} again. Welcome back!", club=club)
