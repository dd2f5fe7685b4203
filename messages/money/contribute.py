"""What is said when a member contributes: the questions, the read-back, what waits."""

from collections.abc import Sequence

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.roles import office
from messages.sums import in_figures_and_words, months_listed, quantity
from messages.units import unit_in_words
from messages.wording import Words


@moment("contribute.no_account")
def no_account(words: Words) -> str:
    """To who has sent it to a bank, where the club has told of no account."""
    return words.say(
        "I know of no bank account of the club. Please hand it to one of these people, or pay at "
        "the meeting."
    )


@moment("contribute.not_handed_over_yet")
def not_handed_over_yet(words: Words) -> str:
    return words.say(
        "Then tell me once you have handed it over; type “stop” for now. If you pay at the next "
        "meeting, choose that."
    )


@moment("contribute.title")
def title(words: Words) -> str:
    return words.say("Pay the fee, give")


@moment("contribute.what_for")
def what_for(words: Words) -> str:
    return words.say("What would you like to contribute?")


@moment("contribute.kind")
def kind(words: Words, kind: str, owed: Money | None = None) -> str:
    """As a choice; `owed` is shown with the fee where something is owed."""
    names = {
        "fee": words.say("The club's fee"),
        "money": words.say("Money for the Golden Heart book"),
        "goods": words.say("Goods for the Golden Heart book"),
        "days": words.say("Days of work"),
    }
    if owed is None:
        return names[kind]
    return words.say("{what} (owed: {owed})", what=names[kind], owed=owed)


@moment("contribute.no_fee")
def no_fee(words: Words) -> str:
    return words.say("You have no fee to pay. Thank you for thinking of it.")


@moment("contribute.waiting_already")
def waiting_already(words: Words, amount: Money) -> str:
    return words.say(
        "You have told me of a fee of {amount} already; it waits for the cashier.\n"
        "Is this another payment?",
        amount=amount,
    )


@moment("contribute.nothing_more")
def nothing_more(words: Words) -> str:
    return words.say("Then there is nothing more to do. I will tell you when the cashier answers.")


@moment("contribute.months")
def months(words: Words, months: Sequence[Month], amount: Money) -> str:
    """A choice: the months and what they cost."""
    return words.say("{months}: {amount}", months=months_listed(words, months), amount=amount)


@moment("contribute.how_much_fee")
def how_much_fee(words: Words, owed: Money | None, since: Month | None) -> str:
    if not words.buttons:
        return _how_much_typed(words, owed, since)
    if owed is None or since is None:
        return words.say(
            "You owe no fee. How much would you like to pay ahead? "
            "Press a button, or type another sum."
        )
    return words.say(
        "You owe {owed}, from {since}. How much do you pay? Press a button, or type another sum.",
        owed=owed,
        since=since,
    )


def _how_much_typed(words: Words, owed: Money | None, since: Month | None) -> str:
    if owed is None or since is None:
        return words.say(
            "You owe no fee. How much would you like to pay ahead? "
            "Type the number of a line, or another sum."
        )
    return words.say(
        "You owe {owed}, from {since}. How much do you pay? "
        "Type the number of a line, or another sum.",
        owed=owed,
        since=since,
    )


@moment("contribute.how_much")
def how_much(words: Words) -> str:
    return words.say("How much would you like to give?")


@moment("contribute.what_thing")
def what_thing(words: Words) -> str:
    return words.say("What do you give? For example: rice, blankets, notebooks.")


@moment("contribute.what_work")
def what_work(words: Words) -> str:
    return words.say("What work was it? For example: cleaning the lane, planting trees.")


@moment("contribute.which_unit")
def which_unit(words: Words, item: str) -> str:
    return words.say("How is the {item} counted?", item=item)


@moment("contribute.unit")
def unit(words: Words, unit: str) -> str:
    """A unit that was offered, in words; one that was typed stays as it is."""
    return unit_in_words(words, unit)


@moment("contribute.unit_of")
def unit_of(words: Words, unit: str, thousandths: int) -> str:
    """The unit of so much, behind its figure."""
    return unit_in_words(words, unit, thousandths)


@moment("contribute.how_many")
def how_many(words: Words, unit: Spoken) -> str:
    return words.say("How many {unit}?", unit=unit)


@moment("contribute.in_this_unit")
def in_this_unit(words: Words, unit: Spoken) -> str:
    return words.say(
        "We count it in {unit} here. To count it otherwise, please type “back”.", unit=unit
    )


@moment("contribute.how_many_days")
def how_many_days(words: Words) -> str:
    return words.say("How many days?")


@moment("contribute.how_paid")
def how_paid(words: Words) -> str:
    return words.say("How did you hand the money over, or how will you?")


@moment("contribute.paid")
def paid(words: Words, how: str, to: str = "", role: str = "") -> str:
    """As a choice and in the read-back."""
    if how == "meeting":
        return words.say("In the meeting")
    if how == "bank":
        return words.say("By transfer to the club's account")
    if role:
        return words.say("Into the hands of {name}, {office}", name=to, office=office(words, role))
    return words.say("Into the hands of {name}", name=to)


@moment("contribute.line")
def line(words: Words, kind: str, values: Sequence[Spoken], months: Sequence[Month] = ()) -> str:
    """What it is, in one line: 'the fee of June to October, 25.000 đồng'.

    values: for money the sum; for goods and days the thing, the quantity and its unit.
    """
    if kind == "fee":
        return words.say(
            "fee of {months}: {amount}", months=months_listed(words, months), amount=values[0]
        )
    if kind == "money":
        return words.say("for the Golden Heart book: {amount}", amount=values[0])
    item, count, unit_ = values
    if kind == "days":
        if str(count) == "1":
            return words.say("{count} day of work: {item}", count=count, item=item)
        return words.say("{count} days of work: {item}", count=count, item=item)
    return words.say("{item}: {count} {unit}", item=item, count=count, unit=unit_)


@moment("contribute.sum_read_back")
def sum_read_back(words: Words, amount: Money) -> str:
    return in_figures_and_words(words, amount)


@moment("contribute.plain_sum")
def plain_sum(words: Words, amount: Money) -> str:
    return words.shown(amount)


@moment("contribute.quantity")
def quantity_(words: Words, thousandths: int) -> str:
    return quantity(thousandths)


@moment("contribute.read_back")
def read_back(words: Words, what: Spoken, how: Spoken | None = None) -> str:
    if how is None:
        return words.say("Please check that this is right:\n• {what}", what=what)
    return words.say("Please check that this is right:\n• {what}\n• {how}", what=what, how=how)


@moment("contribute.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is not right?")


@moment("contribute.part")
def part(words: Words, part: str) -> str:
    names = {
        "what": words.say("What it was given for"),
        "amount": words.say("The sum that was given"),
        "thing": words.say("The thing or the quantity"),
        "paid": words.say("How it was handed over"),
    }
    return names[part]


@moment("contribute.waits")
def waits(words: Words, what: Spoken, who: str, role: str) -> str:
    return words.say(
        "I have noted it: {what}.\n"
        "It waits for {who}, {office}, to confirm. Then you get a receipt. "
        "You can take it back for ten minutes.",
        what=what,
        who=who,
        office=office(words, role),
    )


@moment("contribute.waits_for_nobody")
def waits_for_nobody(words: Words, what: Spoken, role: str) -> str:
    return words.say(
        "I have noted it: {what}.\n"
        "Nobody of the board can confirm it now, since it concerns themselves or their household. "
        "The club has to appoint a {office} first; then it will be confirmed.",
        what=what,
        office=office(words, role),
    )


@moment("contribute.take_back")
def take_back(words: Words) -> str:
    return words.say("Take it back")


@moment("contribute.take_back_title")
def take_back_title(words: Words) -> str:
    return words.say("Take back what was told")


@moment("contribute.really_take_back")
def really_take_back(words: Words, what: Spoken) -> str:
    return words.say("Shall I take this back: {what}?", what=what)


@moment("contribute.kept")
def kept(words: Words) -> str:
    return words.say("Then it stays as it is.")


@moment("contribute.nothing_to_take_back")
def nothing_to_take_back(words: Words) -> str:
    return words.say("There is nothing of yours waiting that could be taken back.")


@moment("contribute.taken_back")
def taken_back(words: Words, what: Spoken) -> str:
    return words.say("It is taken back: {what}. Nothing has been recorded.", what=what)


@moment("contribute.was_taken_back")
def was_taken_back(words: Words, who: str, what: Spoken) -> str:
    return words.say(
        "{who} has taken back: {what}. There is nothing to confirm.", who=who, what=what
    )
