"""Finding a wrong entry and answering it by its opposite; money that changes its fund."""

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("correct.title")
def title(words: Words) -> str:
    return words.say("Correct a wrong entry")


@moment("correct.how_to_find")
def how_to_find(words: Words) -> str:
    return words.say("Which entry is wrong? How shall I look for it?")


@moment("correct.way")
def way(words: Words, way: str) -> str:
    names = {
        "newest": words.say("Among the newest"),
        "slip": words.say("By the slip's number"),
        "person": words.say("By the person's name"),
    }
    return names[way]


@moment("correct.which_slip")
def which_slip(words: Words) -> str:
    return words.say("What does the slip say? For example: PT 12/2026")


@moment("correct.no_such_slip")
def no_such_slip(words: Words, typed: str) -> str:
    return words.say(
        "I find no slip “{typed}”. A slip begins with PT or PC, then its number.", typed=typed
    )


@moment("correct.nothing_found")
def nothing_found(words: Words) -> str:
    return words.say("There I find no entry that could be corrected.")


@moment("correct.which_entry")
def which_entry(words: Words) -> str:
    return words.say("Which of these is wrong?")


@moment("correct.what_of_the_money")
def what_of_the_money(words: Words, entry: Spoken) -> str:
    return words.say("{entry}\nWhat about the money itself?", entry=entry)


@moment("correct.moved")
def moved(words: Words, moved: bool) -> str:
    if moved:
        return words.say("The money went back")
    return words.say("No money moved, only the books were wrong")


@moment("correct.why")
def why(words: Words) -> str:
    return words.say("What was wrong? The member concerned is told what you write.")


@moment("correct.described")
def described(words: Words, entry: Spoken, moved: Spoken, why: str) -> str:
    return words.say(
        "To be corrected: {entry}\n{moved}.\nThe reason: {reason}",
        entry=entry,
        moved=moved,
        reason=why,
    )


@moment("correct.read_back")
def read_back(words: Words, described: Spoken) -> str:
    return words.say(
        "{what}\nThe opposite is entered; the first entry stays readable. Is that right?",
        what=described,
    )


@moment("correct.nothing_changed")
def nothing_changed(words: Words) -> str:
    return words.say("Then the books stay as they are.")


@moment("correct.done")
def done(words: Words, entry: Spoken, voucher: str = "") -> str:
    if voucher:
        return words.say("Corrected by slip {voucher}: {entry}", entry=entry, voucher=voucher)
    return words.say("Corrected: {entry}", entry=entry)


@moment("correct.member_is_told")
def member_is_told(words: Words, entry: Spoken, moved: Spoken, *, by: str, why: str) -> str:
    """What the member concerned hears."""
    return words.say(
        "An entry about you was wrong and is corrected: {entry}\n{moved}.\nThe reason: {reason}\n"
        "{by} of the board has done it, and a second person has agreed.",
        entry=entry,
        moved=moved,
        reason=why,
        by=by,
    )


@moment("correct.booked_in")
def booked_in(words: Words, happened: Month, booked: Month) -> str:
    """The month in which it happened is closed."""
    return words.say(
        "{happened} is closed, so this stands in the books of {booked}.",
        happened=happened,
        booked=booked,
    )


@moment("transfer.title")
def transfer_title(words: Words) -> str:
    return words.say("Move money between funds")


@moment("transfer.from_which")
def from_which_fund(words: Words) -> str:
    return words.say("From which fund?")


@moment("transfer.fund")
def fund_with_cash(words: Words, fund: Spoken, cash: Money) -> str:
    return words.say("{fund}: {amount} in cash", fund=fund, amount=cash)


@moment("transfer.to_which")
def to_which_fund(words: Words) -> str:
    return words.say("To which fund?")


@moment("transfer.where")
def where_it_lies(words: Words) -> str:
    return words.say("Where does this money lie? It stays there.")


@moment("transfer.how_much")
def how_much(words: Words) -> str:
    return words.say("How much is it?")


@moment("transfer.why")
def transfer_why(words: Words) -> str:
    return words.say("Who decided it, and what for?")


@moment("transfer.described")
def transfer_described(  # noqa: PLR0917
    words: Words, from_fund: Spoken, to_fund: Spoken, amount: Money, place: Spoken, why: str
) -> str:
    return words.say(
        "{amount} moves to another fund:\n"
        "• from: {from_fund}\n"
        "• to: {to_fund}\n"
        "• where it lies: {place}\n"
        "The reason: {reason}",
        amount=in_figures_and_words(words, amount),
        from_fund=from_fund,
        to_fund=to_fund,
        place=place,
        reason=why,
    )


@moment("transfer.no_cash")
def no_cash(words: Words) -> str:
    return words.say("No fund has cash that could be moved.")


@moment("transfer.done")
def transferred(words: Words, amount: Money, from_fund: Spoken, to_fund: Spoken) -> str:
    return words.say(
        "In the books: {amount} from {from_fund} to {to_fund}.",
        amount=amount,
        from_fund=from_fund,
        to_fund=to_fund,
    )


@moment("add_fund.title")
def add_fund_title(words: Words) -> str:
    return words.say("Add a fund")


@moment("add_fund.what_name")
def what_fund_name(words: Words) -> str:
    return words.say("What shall the fund be called? For example: Fund for the sick")


@moment("add_fund.described")
def add_fund_described(words: Words, name: str) -> str:
    return words.say("A new fund of the club: {name}", name=name)


@moment("add_fund.done")
def fund_added(words: Words, name: str) -> str:
    return words.say("The club has a new fund: {name}. There is nothing in it yet.", name=name)
