"""The cashier's question, the receipt, and 'this is not right'."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.roles import office
from messages.sums import in_figures_and_words, months_listed
from messages.wording import Words


@moment("confirm_contribution.title")
def title(words: Words) -> str:
    return words.say("Confirm a contribution")


@moment("confirm_contribution.please_look")
def please_look(words: Words, who: str, what: Spoken, how: Spoken | None = None) -> str:
    """The notice to whoever confirms."""
    if how is None:
        return words.say(
            "{who} tells of a gift – {what}. Please look and confirm.", who=who, what=what
        )
    return words.say(
        "{who} tells of a payment – {what}.\n{how}. Please look and confirm.",
        who=who,
        what=what,
        how=how,
    )


@moment("confirm_contribution.look")
def look(words: Words) -> str:
    return words.say("Look and confirm")


@moment("confirm_contribution.task")
def task(words: Words, who: str, what: Spoken) -> str:
    return words.say("{who}: {what}", who=who, what=what)


@moment("confirm_contribution.is_it_here")
def is_it_here(words: Words, who: str, what: Spoken, how: Spoken | None = None) -> str:
    if how is None:
        return words.say("{who} – {what}.\nHas the club received it?", who=who, what=what)
    return words.say("{who} – {what}.\n{how}.\nDo you have the money?", who=who, what=what, how=how)


@moment("confirm_contribution.answer")
def answer(words: Words, answer: str) -> str:
    names = {
        "in_hand": words.say("The cash is in my hand"),
        "in_account": words.say("I see it in the account"),
        "received": words.say("It has been received"),
        "not_yet": words.say("Not received"),
    }
    return names[answer]


@moment("confirm_contribution.why_not")
def why_not(words: Words, who: str) -> str:
    return words.say("Why not? I will tell {who} what you write.", who=who)


@moment("confirm_contribution.refusal_read_back")
def refusal_read_back(words: Words, who: str, what: Spoken, reason: str) -> str:
    return words.say(
        "You do not confirm: {who} – {what}.\nThe reason, as {who} will read it: “{reason}”\n"
        "Is that right?",
        who=who,
        what=what,
        reason=reason,
    )


@moment("confirm_contribution.decided_already")
def decided_already(words: Words) -> str:
    return words.say("This has been answered already, or was taken back.")


@moment("confirm_contribution.decided_by")
def decided_by(  # noqa: PLR0917 – what was decided, by whom and when
    words: Words, what: Spoken, by: str, day: date, at: time, *, confirmed: bool
) -> str:
    """`by` is empty where it was whoever asks."""
    values: dict[str, Any] = {"by": by, "day": day, "time": at, "what": what}
    if confirmed and by:
        return words.say("{by} has confirmed this already, on {day} at {time}: {what}.", **values)
    if confirmed:
        return words.say("You have confirmed this already, on {day} at {time}: {what}.", **values)
    if by:
        return words.say("{by} has refused this already, on {day} at {time}: {what}.", **values)
    return words.say("You have refused this already, on {day} at {time}: {what}.", **values)


@moment("confirm_contribution.booked")
def booked(words: Words, who: str, what: Spoken, voucher: str = "") -> str:
    if not voucher:
        return words.say("It is in the Golden Heart book: {who} – {what}.", who=who, what=what)
    return words.say(
        "It is in the books, slip {voucher}: {who} – {what}.", who=who, what=what, voucher=voucher
    )


@moment("confirm_contribution.not_booked")
def not_booked(words: Words, who: str) -> str:
    return words.say("Nothing has been recorded. I have told {who} why.", who=who)


@moment("confirm_contribution.receipt")
def receipt(
    words: Words, club: str, voucher: str, amount: Money, *, day: date, by: str,
    months: Sequence[Month] = (),
) -> str:  # fmt: skip
    """What the member gets: slip, what for, sum in figures and words, day, from whom."""
    return words.say(
        "RECEIPT – {club}\n"
        "Slip {voucher}\n"
        "{what}\n"
        "{sum}\n"
        "Received on {day} by {by}\n"
        "Thank you very much.",
        club=club,
        voucher=voucher,
        what=_received_for(words, months),
        sum=in_figures_and_words(words, amount),
        day=day,
        by=by,
    )


@moment("confirm_contribution.received_for")
def received_for(words: Words, months: Sequence[Month]) -> str:
    """What the money of a receipt was for."""
    return _received_for(words, months)


def _received_for(words: Words, months: Sequence[Month]) -> str:
    if months:
        return words.say("Fee of {months}", months=months_listed(words, months))
    return words.say("For the Golden Heart book")


@moment("confirm_contribution.gift_received")
def gift_received(words: Words, club: str, what: Spoken, *, day: date, by: str) -> str:
    return words.say(
        "GOLDEN HEART BOOK – {club}\n{what}\nReceived on {day} by {by}\nThank you very much.",
        club=club,
        what=what,
        day=day,
        by=by,
    )


@moment("confirm_contribution.was_refused")
def was_refused(words: Words, what: Spoken, by: str, reason: str) -> str:
    return words.say(
        "{by} has not confirmed: {what}.\nThe reason: {reason}\nNothing has been recorded.",
        what=what,
        by=by,
        reason=reason,
    )


@moment("dispute.title")
def dispute_title(words: Words) -> str:
    return words.say("A receipt is not right")


@moment("dispute.not_right")
def not_right(words: Words) -> str:
    return words.say("This is not right")


@moment("dispute.what_is_wrong")
def what_is_wrong(words: Words, what: Spoken) -> str:
    return words.say("You mean: {what}.\nWhat is not right about it?", what=what)


@moment("dispute.read_back")
def read_back(words: Words, what: Spoken, said: str) -> str:
    return words.say(
        "You say this is not right: {what}.\nYour words: “{said}”\nShall I hand this on?",
        what=what,
        said=said,
    )


@moment("dispute.answer_read_back")
def answer_read_back(words: Words, who: str, answer: str) -> str:
    return words.say("You answer {who}: “{answer}”\nShall I hand this on?", who=who, answer=answer)


@moment("dispute.hand_on")
def hand_on(words: Words) -> str:
    return words.say("Hand it on")


@moment("dispute.write_anew")
def write_anew(words: Words) -> str:
    return words.say("Write it again")


@moment("dispute.open_already")
def open_already(words: Words) -> str:
    return words.say("You have told me already. Somebody of the board is looking into it.")


@moment("dispute.looked_into")
def looked_into(words: Words, who: str, role: str) -> str:
    return words.say(
        "Thank you for telling me. {who}, {office}, who had no part in it, will look into it and "
        "answer you.",
        who=who,
        office=office(words, role),
    )


@moment("dispute.nobody_to_look")
def nobody_to_look(words: Words) -> str:
    return words.say(
        "Thank you for telling me; I have noted it. Everybody of the board had a part in it, so "
        "please tell the Association's officer of your commune."
    )


@moment("dispute.please_look")
def please_look_into(words: Words, who: str, what: Spoken, said: str) -> str:
    return words.say(
        "{who} says this is not right: {what}.\nThe words were: {said}\n"
        "Please look into it; you had no part in it.",
        who=who,
        what=what,
        said=said,
    )


@moment("dispute.look")
def look_into(words: Words) -> str:
    return words.say("Look into it")


@moment("dispute.task")
def dispute_task(words: Words, who: str) -> str:
    return words.say("{who}: a receipt is not right", who=who)


@moment("dispute.answer_title")
def answer_title(words: Words) -> str:
    return words.say("Answer about a receipt")


@moment("dispute.what_came_of_it")
def what_came_of_it(words: Words, who: str, what: Spoken, said: str) -> str:
    return words.say(
        "{who} says this is not right: {what}.\nThe words were: {said}\n"
        "When you have looked into it: what shall I answer?",
        who=who,
        what=what,
        said=said,
    )


@moment("dispute.answered")
def answered(words: Words, who: str) -> str:
    return words.say("I have told {who}.", who=who)


@moment("dispute.the_answer")
def the_answer(words: Words, by: str, what: Spoken, said: str) -> str:
    return words.say(
        "{by} has looked into it: {what}.\nThe answer: {said}", by=by, what=what, said=said
    )
