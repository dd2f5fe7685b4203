"""The checker (người kiểm tra): elected, what she looks at each month, and what she found."""

from collections.abc import Sequence

from club.calendar import Month
from messages.cards import Card, Choice
from messages.moments import Spoken, moment
from messages.presses import ScreenPress, packed
from messages.wording import Words


@moment("checker.title")
def title(words: Words) -> str:
    return words.say("Check entries made for others")


@moment("checker.page")
def page(words: Words, month: Month, lines: Sequence[Spoken], counts: Sequence[Spoken]) -> str:
    parts: list[Spoken] = []
    if lines:
        heading = words.say("Of {month} I have picked for checking:", month=month)
        parts += [heading, *(f"• {line}" for line in lines)]
    else:
        parts.append(words.say("Of {month} there is nothing to check.", month=month))
    if counts:
        parts += ["", words.say("Entries for members without a phone, in {month}:", month=month)]
        parts += [f"• {line}" for line in counts]
    return "\n".join(str(each) for each in parts)


@moment("checker.line")
def line(words: Words, what: Spoken, outcome: str) -> str:
    found = {
        "right": words.say("right"),
        "not_right": words.say("not right"),
        "": words.say("not looked at yet"),
    }
    return words.say("{what} ({found})", what=what, found=found[outcome])


@moment("checker.count")
def count(words: Words, name: str, count: int) -> str:
    return words.plural("{name}: one entry", "{name}: {count} entries", count, name=name)


@moment("checker.entered_for_others")
def entered_for_others(words: Words) -> str:
    return words.say("Entered for members without a phone:")


@moment("checker.look")
def look(words: Words, name: str) -> str:
    return words.say("Ask {name}", name=name)


@moment("checker.is_it_right")
def is_it_right(words: Words, what: Spoken, *, entered_by: str, name: str, where: str) -> str:
    """`where` is how the member is found, to be asked."""
    text = words.say(
        "{what}\nEntered by {who}. Please ask {name} whether it was so.",
        what=what,
        who=entered_by,
        name=name,
    )
    return f"{text}\n({where})" if where else text


@moment("checker.found")
def found(words: Words, found: str) -> str:
    return words.say("It is right") if found == "right" else words.say("It is not right")


@moment("checker.what_is_wrong")
def what_is_wrong(words: Words, name: str) -> str:
    return words.say("What does {name} say?", name=name)


@moment("checker.kept")
def kept(words: Words) -> str:
    return words.say("I have noted that it is right.")


@moment("checker.handed_on")
def handed_on(words: Words, who: str) -> str:
    if not who:
        return words.say("I have noted that it is not right. The board has this on its list.")
    return words.say(
        "I have noted that it is not right. {who}, who had no part in it, looks into it.", who=who
    )


@moment("checker.please_look_into")
def please_look_into(words: Words, by: str, what: Spoken, said: str) -> str:
    return words.say(
        "{by}, who checks, asked about {what}. It is not right: “{said}”. Please look into it.",
        by=by,
        what=what,
        said=said,
    )


@moment("checker.elect_title")
def elect_title(words: Words) -> str:
    return words.say("Note who was elected to check")


@moment("checker.who")
def who(words: Words) -> str:
    return words.say("Whom did the members elect to check? Please type the name, or part of it.")


@moment("checker.read_back")
def read_back(words: Words, name: str) -> str:
    return words.say(
        "The members elected {name} to check. A checker reads the books, changes nothing, "
        "and asks members each month about five entries that the board made for them. Is "
        "that right?",
        name=name,
    )


@moment("checker.not_elected")
def not_elected(words: Words) -> str:
    return words.say("Then nothing changes.")


@moment("checker.elected")
def elected(words: Words, name: str) -> str:
    return words.say("From today {name} checks. I have told the board.", name=name)


@moment("checker.you_are")
def you_are(words: Words) -> str:
    return words.say(
        "The members have elected you to check. Each month I pick five entries that the board "
        "made for members without a phone; please ask them whether it was so."
    )


@moment("checker.due")
def due(words: Words, month: Month) -> str:
    return words.say(
        "I have picked entries of {month} that the board made for members without a phone. "
        "Please ask them when you meet them.",
        month=month,
    )


def due_card(month: Month) -> Card:
    """With the way to the list."""
    way = Choice(packed(ScreenPress("on_behalf", str(month))), title())
    return Card(due(month), choices=(way,), numbered=False)
