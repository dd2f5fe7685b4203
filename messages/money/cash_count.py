"""Counting a place of cash, and what becomes of a difference."""

from club.money import NOTHING, Money
from messages.formats import figures
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("count.title")
def title(words: Words) -> str:
    return words.say("Count the cash")


@moment("count.which_place")
def which_place(words: Words) -> str:
    return words.say("Which money have you counted?")


@moment("count.how")
def how(words: Words) -> str:
    return words.say("How would you like to give the sum?")


@moment("count.way")
def way(words: Words, way: str) -> str:
    if way == "sum":
        return words.say("The whole sum")
    return words.say("Note by note")


@moment("count.how_much")
def how_much(words: Words, place: Spoken) -> str:
    return words.say("{place}: how much did you count?", place=place)


@moment("count.how_much_in_account")
def how_much_in_account(words: Words, place: Spoken) -> str:
    return words.say("{place}: how much is in the account now, as you see it?", place=place)


@moment("count.how_many_notes")
def how_many_notes(words: Words, value: int) -> str:
    return words.say("How many notes of {value} đồng?", value=figures(value))


@moment("count.what_was_counted")
def what_was_counted(words: Words) -> str:
    return words.say("I need the sum that you counted; I compare it with the books myself.")


@moment("count.to_the_last_dong")
def to_the_last_dong(words: Words) -> str:
    return words.say("Please count to the last đồng: “about” is no count.")


@moment("count.these_are_counted")
def these_are_counted(words: Words) -> str:
    return words.say("Those notes were asked for before; type “back” to change them.")


@moment("count.why")
def why(words: Words, counted: Money, expected: Money) -> str:
    return words.say(
        "{difference}\nDo you know why? Please write it in a few words, or “not known”.",
        difference=_compared(words, counted, expected),
    )


@moment("count.read_back")
def read_back(
    words: Words, place: Spoken, counted: Money, expected: Money, *, why: str = ""
) -> str:
    return words.say("{count}\nIs that right?", count=_count(words, place, counted, expected, why))


@moment("count.described")
def described(
    words: Words, place: Spoken, counted: Money, expected: Money, *, why: str = ""
) -> str:
    """A count as the second person reads it."""
    return _count(words, place, counted, expected, why)


def _count(  # noqa: PLR0917
    words: Words, place: Spoken, counted: Money, expected: Money, why: str
) -> str:
    lines = [
        words.say(
            "{place}: {counted} was counted.",
            place=place,
            counted=in_figures_and_words(words, counted),
        ),
        _compared(words, counted, expected),
    ]
    if why:
        lines.append(words.say("The reason: {reason}", reason=why))
    return "\n".join(lines)


def _compared(words: Words, counted: Money, expected: Money) -> str:
    difference = counted - expected
    if not difference:
        return words.say("The books say the same.")
    if difference < NOTHING:
        return words.say(
            "The books say {expected}: {missing} is missing.",
            expected=expected,
            missing=-difference,
        )
    return words.say(
        "The books say {expected}: {extra} are too much.", expected=expected, extra=difference
    )


@moment("count.nothing_recorded")
def nothing_recorded(words: Words) -> str:
    return words.say("Then nothing is recorded. You can begin again.")


@moment("count.kept")
def kept(words: Words, counted: Money, expected: Money) -> str:
    """After both have said yes."""
    if counted == expected:
        return words.say("The count is recorded: {counted}, as in the books.", counted=counted)
    return words.say(
        "The count is recorded. {difference} It is under inquiry until the club decides; it is "
        "nobody's debt.",
        difference=_compared(words, counted, expected),
    )


@moment("settle.title")
def settle_title(words: Words) -> str:
    return words.say("Settle a difference of a count")


@moment("settle.task")
def settle_task(words: Words, what: Spoken) -> str:
    return words.say("Settle: {what}", what=what)


@moment("settle.what")
def difference_line(words: Words, kind: str, amount: Money, day: str) -> str:
    if kind == "shortage":
        return words.say("{amount} missing on {day}", amount=amount, day=day)
    return words.say("{amount} too much on {day}", amount=amount, day=day)


@moment("settle.how")
def settle_how(words: Words, what: Spoken) -> str:
    return words.say("{what}. What was decided?", what=what)


@moment("settle.way")
def settlement(words: Words, how: str) -> str:
    names = {
        "found": words.say("The money is here again"),
        "borne": words.say("The fund bears it"),
        "returned": words.say("Given back to whom it belongs"),
        "kept": words.say("It stays with the club as a gift"),
    }
    return names[how]


@moment("settle.where")
def settle_where(words: Words) -> str:
    return words.say("Which place does the money go into or come from?")


@moment("settle.decision")
def decision(words: Words) -> str:
    return words.say("Who decided it, when and why? Please write it in a few words.")


@moment("settle.described")
def settle_described(words: Words, what: Spoken, how: Spoken, decision: str) -> str:
    return words.say(
        "{what}.\n{how}.\nThe decision: {decision}", what=what, how=how, decision=decision
    )


@moment("settle.read_back")
def settle_read_back(words: Words, described: Spoken) -> str:
    return words.say("{what}\nIs that right?", what=described)


@moment("settle.nothing_open")
def nothing_open(words: Words) -> str:
    return words.say("No difference is under inquiry.")


@moment("settle.done")
def settled(words: Words, what: Spoken, voucher: str = "") -> str:
    if voucher:
        return words.say("Settled: {what}. Slip {voucher}.", what=what, voucher=voucher)
    return words.say("Settled: {what}.", what=what)
