"""What an entry is about, in a few words; and an entry in one line."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


def kind_in_words(words: Words, kind: str) -> str:
    """What entries of this kind are about."""
    names = {
        "opening": words.say("there at the beginning"),
        "fee": words.say("fees"),
        "donation": words.say("gifts"),
        "business": words.say("from joint business"),
        "expense": words.say("expenses"),
        "help": words.say("help for members"),
        "loan_paid_out": words.say("lent to members"),
        "repayment": words.say("paid back by members, with interest"),
        "recovery": words.say("paid back late on a loan given up"),
        "written_off": words.say("loans given up"),
        "share": words.say("members' shares"),
        "share_returned": words.say("members' shares given back"),
        "lent_to_club": words.say("lent to the club"),
        "lender_repaid": words.say("given back to lenders"),
        "shortage": words.say("missing at the count"),
        "overage": words.say("too much at the count"),
        "settled": words.say("differences of counts settled"),
        "move": words.say("carried from place to place"),
        "transfer": words.say("moved between funds"),
        "interest_split": words.say("interest shared out"),
        "handed_over": words.say("handed to another club"),
        "taken_over": words.say("taken over from another club"),
        "reversal": words.say("corrections"),
    }
    return names.get(kind, kind)


@moment("entry.line")
def line(  # noqa: PLR0917
    words: Words, called: str, day: date, kind: str, amount: Money, who: str = ""
) -> str:
    """'PT 12/2026, 02/11/2026: fees, bác Hoa – 30.000 đồng'."""
    what = kind_in_words(words, kind)
    return words.say(
        "{called}, {day}: {what} – {amount}",
        called=called,
        day=short_day(day),
        what=f"{what}, {who}" if who else what,
        amount=amount,
    )


@moment("place.called")
def place_called(words: Words, kind: str, name: str = "", keeper: str = "") -> str:
    """The tin, the bank account, or in whose hands."""
    if kind == "hands":
        return words.say("in the hands of {keeper}", keeper=keeper)
    return name or {"tin": words.say("The tin"), "bank": words.say("The bank account")}[kind]


def bulleted(lines: "list[Spoken] | tuple[Spoken, ...]") -> str:
    """Lines under one another, each with a dot before it."""
    return "\n".join(f"• {each}" for each in lines)
