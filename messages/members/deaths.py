"""When a member has passed away: what the board records, and what the family hears of it."""

from datetime import date

from club.address import PersonName
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("death.record_title")
def record_title(words: Words) -> str:
    """In a menu, where nobody is named."""
    return words.say("Note a death")


@moment("death.title")
def title(words: Words) -> str:
    return words.say("Has passed away")


@moment("death.tell_title")
def tell_title(words: Words) -> str:
    return words.say("Tell the board of a death")


@moment("death.who")
def who(words: Words) -> str:
    return words.say(
        "I am so sorry to hear it. Who has passed away? Please type the name, or a part of it."
    )


@moment("death.when")
def when(words: Words, name: PersonName) -> str:
    return words.say("On which day did {name} pass away?", name=name)


@moment("death.when_first")
def when_first(words: Words, name: PersonName) -> str:
    """As the first thing that is said to the news."""
    return words.say("I am so sorry to hear it. On which day did {name} pass away?", name=name)


@moment("death.read_back")
def read_back(words: Words, name: PersonName, day: date, days: int = 49) -> str:
    return words.say(
        "I feel for the family.\n"
        "{name} passed away on {day}.\n"
        "From now on I write nothing more to that phone, and the household hears nothing about "
        "money for {days} days. Another person of the board is asked to confirm it.\n"
        "Is that right?",
        name=name,
        day=short_day(day),
        days=days,
    )


@moment("death.recorded")
def recorded(words: Words, name: PersonName, second: PersonName) -> str:
    first = words.say(
        "I have noted it, with sorrow. Reminders and greetings to {name} have stopped.", name=name
    )
    if not second:
        return words.say("{first} Nobody of the board can confirm it yet.", first=first)
    return words.say("{first} I have asked {second} to confirm it.", first=first, second=second)


@moment("death.please_confirm")
def please_confirm(words: Words, by: PersonName, name: PersonName, day: date) -> str:
    return words.say(
        "{by} has noted the sad news: {name} passed away on {day}. Please confirm it, or say that "
        "it is not so.",
        by=by,
        name=name,
        day=short_day(day),
    )


@moment("death.look")
def look(words: Words) -> str:
    return words.say("Confirm the sad news")


@moment("death.task")
def task(words: Words, name: PersonName) -> str:
    return words.say("Confirm the death of {name}", name=name)


@moment("death.confirm_title")
def confirm_title(words: Words) -> str:
    return words.say("Confirm the sad news")


@moment("death.is_it_so")
def is_it_so(words: Words, by: PersonName, name: PersonName, day: date) -> str:
    return words.say(
        "{by} has noted that {name} passed away on {day}. Do you know it too?",
        by=by,
        name=name,
        day=short_day(day),
    )


@moment("death.yes_it_is")
def yes_it_is(words: Words) -> str:
    return words.say("Yes, sadly")


@moment("death.not_so")
def not_so(words: Words) -> str:
    return words.say("It is not so")


@moment("death.waits")
def waits_still(words: Words) -> str:
    return words.say("Then it waits until somebody of the board knows.")


@moment("death.confirmed_held")
def confirmed_held(  # noqa: PLR0917 – which of three things there are decides what is said
    words: Words, name: PersonName, held: Spoken, owes: bool, share: bool, prepaid: bool, days: int
) -> str:
    """What is open, and of that alone what becomes of it."""
    lines = [words.say("It is confirmed; we remember {name}.", name=name), str(held)]
    if owes:
        lines.append(words.say("The loan waits until family and board have talked."))
    if share or prepaid:
        lines.append(
            words.say(
                "{what} is given back to the family, when {days} days are over or they ask for it.",
                what=_given_back(words, share, prepaid),
                days=days,
            )
        )
    return "\n".join(lines)


def _given_back(words: Words, share: bool, prepaid: bool) -> str:
    if share and prepaid:
        return words.say("The share, with the fee paid ahead,")
    return words.say("The share") if share else words.say("The fee paid ahead")


@moment("death.confirmed")
def confirmed(words: Words, name: PersonName, held: Spoken, days: int = 49) -> str:
    """As it was said before it kept to what there is."""
    return words.say(
        "It is confirmed; we remember {name}.\n{held}\nA loan waits until family and board have "
        "talked. A share and a fee paid ahead are given back to the family, when {days} days are "
        "over or they ask for it.",
        name=name,
        held=held,
        days=days,
    )


@moment("death.undo")
def undo(words: Words) -> str:
    return words.say("It is not so: undo")


@moment("death.undone")
def undone(words: Words, name: PersonName) -> str:
    return words.say(
        "It is undone. {name} is a member as before, with any office and reminders. A page "
        "on the phone has to be opened by a new link.",
        name=name,
    )


@moment("death.undone_told")
def undone_told(words: Words, by: PersonName, name: PersonName) -> str:
    return words.say(
        "{by} has said that the news of the death of {name} was a mistake. Everything is as "
        "before.",
        by=by,
        name=name,
    )


@moment("death.answered")
def answered(words: Words) -> str:
    return words.say("This has been answered already.")


# Told by somebody who is not of the board


@moment("death.tell_sure")
def tell_sure(words: Words, name: PersonName) -> str:
    return words.say(
        "I am so sorry to hear it. Shall I tell the board that {name} has passed away?", name=name
    )


@moment("death.of_family_sure")
def of_family_sure(words: Words, said: str) -> str:
    return words.say(
        "I am so sorry, and I feel for you and the family. Shall I tell the club's board, so that "
        "somebody comes to you? I tell them your words: “{said}”",
        said=said,
    )


@moment("death.nobody_here")
def nobody_here(words: Words, typed: str) -> str:
    return words.say(
        "Nobody of the club is called “{typed}”. Is it somebody of your family who is no member?",
        typed=typed,
    )


@moment("death.of_my_family")
def of_my_family(words: Words) -> str:
    return words.say("Somebody of my family")


@moment("death.name_again")
def name_again(words: Words) -> str:
    return words.say("I type the name again")


@moment("death.bereaved")
def bereaved(words: Words, by: PersonName, said: str) -> str:
    """To the board: who is to be visited, in the words that were written."""
    return words.say(
        "Sad news from {by}: “{said}”\nPlease phone, and let the club pay a visit. If it was a "
        "member, please note it with “note a death”.",
        by=by,
        said=said,
    )


@moment("death.told_board")
def told_board(words: Words) -> str:
    return words.say(
        "I am so sorry. I have told the board, and somebody will come. You need not do anything "
        "more here."
    )


@moment("death.somebody_says")
def somebody_says(words: Words, by: PersonName, name: PersonName) -> str:
    return words.say(
        "{by} tells the board that {name} has passed away. Please ask the family, and then note "
        "it.",
        by=by,
        name=name,
    )


@moment("death.not_told")
def not_told(words: Words) -> str:
    return words.say("Then I will tell nobody.")


# From the account of somebody who is recorded as dead


@moment("death.condolence")
def condolence(words: Words) -> str:
    return words.say(
        "The board has told me the sad news, and I grieve with the family. I write nothing "
        "more to this phone. Is it a mistake? Then please say so, and I will tell the board "
        "at once."
    )


@moment("death.mistake")
def mistake(words: Words) -> str:
    return words.say("It is a mistake")


@moment("death.mistake_title")
def mistake_title(words: Words) -> str:
    return words.say("The news of a death is a mistake")


@moment("death.mistake_sure")
def mistake_sure(words: Words) -> str:
    return words.say("Shall I tell the board that it is a mistake?")


@moment("death.mistake_told")
def mistake_told(words: Words) -> str:
    return words.say("I am sorry for the mistake. I have told the board, who will put it right.")


@moment("death.said_to_live")
def said_to_live(words: Words, name: PersonName) -> str:
    return words.say(
        "Somebody wrote from the phone of {name} that the news of the death is a mistake. Please "
        "ask, and undo it if that is so.",
        name=name,
    )
