"""Entering at the meeting table, and the questions about what was entered."""

from collections.abc import Sequence
from datetime import time

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.sums import months_listed
from messages.wording import Words


@moment("table.who")
def who(words: Words) -> str:
    return words.say("Whose payment is it? Please type the name, or the number on the sheet.")


@moment("table.nobody_like_that")
def nobody_like_that(words: Words, typed: str) -> str:
    return words.say(
        "I find nobody on the list by “{typed}”. Please type another name or number.", typed=typed
    )


@moment("table.which_of_them")
def which_of_them(words: Words) -> str:
    return words.say("Who of them is it?")


@moment("table.how_much")
def how_much(
    words: Words, who: Spoken, due: Spoken | None, *, months: Sequence[Month], has: Spoken | None
) -> str:
    """Whose turn it is, what is due beside it, what she has given already."""
    lines = [str(who)]
    if due is None:
        lines.append(words.say("• Nothing is due."))
    else:
        lines.append(words.say("• Expected: {due}", due=due))
    if len(months) > 1:
        lines.append(words.say("• Fee of {months}", months=months_listed(words, months)))
    if has is not None:
        lines.append(words.say("• Entered already: {sums}", sums=has))
    return "\n".join(lines)


@moment("table.please_type")
def please_type(words: Words, who: Spoken) -> str:
    return words.say(
        "{who}\nHow much do you take? For example “fee 20, interest 7, principal 100, gift 50”. "
        "A number without a unit is in thousands.",
        who=who,
    )


@moment("table.example")
def example(words: Words) -> str:
    return words.say("fee 20, interest 7, principal 100")


@moment("table.as_expected")
def as_expected(words: Words, fee: Money) -> str:
    return words.say("As expected: fee {fee}", fee=fee)


@moment("table.all_due")
def all_due(words: Words, all_due: Money) -> str:
    return words.say("Fee and loan: {amount}", amount=all_due)


@moment("table.other_sum")
def other_sum(words: Words) -> str:
    return words.say("Other sums")


@moment("table.next")
def next_(words: Words) -> str:
    return words.say("Next person")


@moment("table.somebody_else")
def somebody_else(words: Words) -> str:
    return words.say("Somebody else")


@moment("table.kept")
def kept(words: Words, who: str, sums: Spoken, taken: Money) -> str:
    return words.say(
        "Entered: {who}, {sums}. Taken so far: {taken}.", who=who, sums=sums, taken=taken
    )


@moment("table.removed")
def removed(words: Words, who: str, taken: Money) -> str:
    return words.say("The line of {who} is taken out. Taken so far: {taken}.", who=who, taken=taken)


@moment("table.everybody")
def everybody(words: Words) -> str:
    return words.say("Everybody on the list has been asked.")


@moment("table.turn_of")
def turn_of(words: Words, done: Spoken, next_one: Spoken) -> str:
    return words.say("{done}\n\nNext:\n{next}", done=done, next=next_one)


# Questions


@moment("table.twice")
def twice(words: Words, who: str, sums: Spoken, *, by: str, at: time, now: Spoken) -> str:
    return words.say(
        "{who} has paid {sums} already, entered by {by} at {time}. Now: {now}. "
        "Is this another payment, or was it entered twice?",
        who=who,
        sums=sums,
        by=by,
        time=at,
        now=now,
    )


@moment("table.told")
def told(words: Words, who: str, told: Money, now: Spoken) -> str:
    return words.say(
        "{who} has told of a fee of {told}, which waits to be confirmed. Now: {now}. Is this "
        "the same fee, or another one?",
        who=who,
        told=told,
        now=now,
    )


@moment("table.too_much")
def too_much(words: Words, who: str, now: Spoken, *, rest: Money) -> str:
    return words.say(
        "{who}: {now}. That is {rest} more than is owed. Is the rest handed back, or does {who} "
        "give it to the Golden Heart fund?",
        who=who,
        now=now,
        rest=rest,
    )


@moment("table.gone")
def gone(words: Words, who: str, now: Spoken) -> str:
    return words.say(
        "{who}: {now}. This person is not a member of the club any more, so the money is handed "
        "back. Shall I take the line out?",
        who=who,
        now=now,
    )


@moment("table.answer")
def answer(words: Words, answer: str) -> str:
    names = {
        "another": words.say("Another payment"),
        "same": words.say("Entered twice: take it out"),
        "told": words.say("It is the one that was told of"),
        "back": words.say("The rest is handed back"),
        "gift": words.say("The rest is a gift"),
        "out": words.say("Take the line out"),
        "change": words.say("Correct the sum"),
        "leave": words.say("Leave it as it is"),
    }
    return names[answer]


@moment("table.question_line")
def question_line(words: Words, who: str, now: Spoken) -> str:
    return words.say("Question: {who}, {now}", who=who, now=now)


@moment("table.no_question")
def no_question(words: Words) -> str:
    return words.say("No question is open at the table.")


@moment("table.which_entry")
def which_entry(words: Words, who: str) -> str:
    return words.say("Which line of {who}?", who=who)


@moment("table.entry_line")
def entry_line(words: Words, sums: Spoken, by: str, at: time) -> str:
    return words.say("{sums} ({by}, {time})", sums=sums, by=by, time=at)


@moment("table.what_with_it")
def what_with_it(words: Words, who: str, sums: Spoken) -> str:
    return words.say("{who}: {sums}. What shall I do with it?", who=who, sums=sums)


@moment("table.nothing_of_hers")
def nothing_of_hers(words: Words, who: str) -> str:
    return words.say("Nothing of {who} is entered at the table.", who=who)
