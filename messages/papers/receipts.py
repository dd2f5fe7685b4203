"""The picture of a receipt: slip, who, what for, sum in figures and words, day, from whom."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken
from messages.papers.kinds import PNG, Drawn, paper
from messages.papers.typesetting import as_picture
from messages.sums import spelled
from messages.wording import Words, capital


def _if_not_right(words: Words) -> str:
    return words.say(
        "If this is not right, please press “{button}” under the message, or tell somebody of "
        "the board.",
        button=words.say("This is not right"),
    )


@paper("receipt")
def receipt(
    words: Words, *, club: str, voucher: str, who: str, what: Spoken, amount: Money, day: date,
    by: str,
) -> Drawn:  # fmt: skip
    """`voucher` as 'PT 12/2026'; it is the number under which the books have the payment."""
    rows = [
        (words.say("From"), str(who)),
        (words.say("For"), capital(str(what))),
        (words.say("Received on"), short_day(day)),
        (words.say("Received by"), str(by)),
    ]
    data = {
        "language": words.language,
        "club": club,
        "title": words.say("RECEIPT"),
        "number": words.say("Slip {voucher}", voucher=voucher),
        "rows": [{"label": label, "value": value} for label, value in rows],
        "sum": {
            "label": words.say("The sum"),
            "figures": words.shown(amount),
            "spelled": capital(spelled(words, amount)),
        },
        "hint": _if_not_right(words),
    }
    name = "receipt-" if words.language == "en" else "phieu-thu-"
    return Drawn(
        as_picture("receipt.typ", data),
        f"{name}{voucher.replace('/', '-').replace(' ', '-')}.png",
        PNG,
        words.say("Receipt {voucher}: {amount}", voucher=voucher, amount=amount),
    )
