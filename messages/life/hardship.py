"""Somebody in sudden difficulty: told, decided, helped, closed; read by board and finder alone."""

from collections.abc import Sequence
from datetime import date

from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("hardship.title")
def title(words: Words) -> str:
    return words.say("Somebody is in difficulty")


@moment("hardship.list_title")
def list_title(words: Words) -> str:
    return words.say("People in difficulty")


@moment("hardship.who")
def who(words: Words) -> str:
    return words.say(
        "Thank you for keeping your eyes open. Who is in difficulty? Please type the name. Only "
        "the club's board reads it."
    )


@moment("hardship.not_a_member")
def not_a_member(words: Words, name: str) -> str:
    return words.say(
        "No member of the club is called {name}. Is it somebody outside the club?", name=name
    )


@moment("hardship.which_of_them")
def which_of_them(words: Words) -> str:
    return words.say("Several people have this name. Who is it?")


@moment("hardship.what")
def what(words: Words) -> str:
    return words.say(
        "What has happened, and what is needed? For example: the roof is gone, there is no rice"
    )


@moment("hardship.read_back")
def read_back(words: Words, name: str, what: str) -> str:
    return words.say(
        "{name}: {what}\nI will tell the club's board. Is that right?", name=name, what=what
    )


@moment("hardship.not_told")
def not_told(words: Words) -> str:
    return words.say("All right, I have told nobody.")


@moment("hardship.told")
def told(words: Words) -> str:
    return words.say(
        "I have told the club's board, and nobody else. You will hear what they decide."
    )


@moment("hardship.board_hears")
def board_hears(words: Words, by: str, name: Spoken, what: str) -> str:
    return words.say(
        "{by} says that {name} is in difficulty: {what}\nThis stays within the board.",
        by=by,
        name=name,
        what=what,
    )


@moment("hardship.look")
def look(words: Words) -> str:
    return words.say("See what can be done")


@moment("hardship.line")
def line(words: Words, name: Spoken, decided: bool = False) -> str:
    if decided:
        return words.say("In difficulty, decided: {name}", name=name)
    return words.say("In difficulty: {name}", name=name)


@moment("hardship.none")
def none(words: Words) -> str:
    return words.say("Nobody is noted as being in difficulty.")


@moment("hardship.which")
def which(words: Words, count: int) -> str:
    return words.plural(
        "{count} person is in difficulty. Only the board and whoever told of it read this.",
        "{count} people are in difficulty. Only the board and whoever told of it read this.",
        count,
    )


@moment("hardship.case")
def case(  # noqa: PLR0917
    words: Words,
    name: Spoken,
    what: str,
    by: str,
    day: date,
    decision: str = "",
    outcome: str = "",
    given: Sequence[Spoken] = (),
) -> str:
    lines = [
        words.say("{name}: {what}", name=name, what=what),
        words.say("Told by {by}, {day}.", by=by, day=day),
    ]
    if decision:
        lines.append(words.say("Decided: {what}", what=decision))
    if given:
        lines.append(words.say("Given:"))
        lines.append(bulleted([str(each) for each in given]))
    if outcome:
        lines.append(words.say("Closed: {what}", what=outcome))
    return "\n".join(lines)


@moment("hardship.decide")
def decide(words: Words) -> str:
    return words.say("Note the decision")


@moment("hardship.give")
def give(words: Words) -> str:
    return words.say("Give help")


@moment("hardship.close")
def close(words: Words) -> str:
    return words.say("Close it")


@moment("hardship.what_decided")
def what_decided(words: Words, name: Spoken) -> str:
    return words.say(
        "What has the board decided for {name}? For example: 10 kg of rice, and two people mend "
        "the roof",
        name=name,
    )


@moment("hardship.how_it_came_out")
def how_it_came_out(words: Words, name: Spoken) -> str:
    return words.say("How did it turn out for {name}? For example: the roof is mended", name=name)


@moment("hardship.decided")
def decided(words: Words) -> str:
    return words.say(
        "I have noted the decision. Once something is given, please tap “Give help”, so that it "
        "counts."
    )


@moment("hardship.finder_hears")
def finder_hears(words: Words, name: Spoken, decision: str) -> str:
    return words.say(
        "About {name}, of whom you told: the board has decided “{what}”. Thank you.",
        name=name,
        what=decision,
    )


@moment("hardship.closed")
def closed(words: Words) -> str:
    return words.say("It is closed. Thank you for looking after each other.")


@moment("hardship.finder_hears_closed")
def finder_hears_closed(words: Words, name: Spoken, outcome: str) -> str:
    return words.say(
        "About {name}, of whom you told, it is closed: “{what}”. Thank you.",
        name=name,
        what=outcome,
    )
