"""A repayment: the read-back, the receipt, and the borrower's own view of her loans."""

from datetime import date
from typing import Any

from club.money import NOTHING, Money
from messages import formats
from messages.loans.loan_lines import due_line, purpose_in_words, rate_in_words
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("loan.repayment_title")
def repayment_title(words: Words) -> str:
    return words.say("Take a repayment")


@moment("loan.nobody_repays")
def nobody_repays(words: Words) -> str:
    return words.say("No loan is running for which you take repayments.")


@moment("loan.who_repays")
def who_repays(words: Words) -> str:
    return words.say("Who repays?")


@moment("loan.due_of")
def due_of(words: Words, name: str, due_on: date, amount: Money) -> str:
    return f"{name} – {formats.short_day(due_on)}: {words.shown(amount)}"


@moment("loan.how_much_repaid")
def how_much_repaid(words: Words, *, name: str, due_on: date, due: Money, to_close: Money) -> str:
    return words.say(
        "How much does {name} pay?\n• Due on {due_on}: {due}\n• To end the loan today: {to_close}",
        name=name,
        due_on=due_on,
        due=due,
        to_close=to_close,
    )


@moment("loan.repayment_read_back")
def repayment_read_back(
    words: Words, *, name: str, kept: Money, principal: Money, interest: Money, handed_back: Money
) -> str:
    lines = [
        words.say(
            "You take from {name}: {kept}.\n"
            "• Of the borrowed money: {principal}\n"
            "• Interest: {interest}",
            name=name,
            kept=in_figures_and_words(words, kept),
            principal=principal,
            interest=interest,
        )
    ]
    if handed_back > NOTHING:
        lines.append(
            words.say(
                "That is more than is owed. Please hand back at once: {handed_back}.",
                handed_back=in_figures_and_words(words, handed_back),
            )
        )
    return "\n".join([*lines, words.say("Is that right?")])


@moment("loan.repayment_kept")
def repayment_kept(words: Words, *, name: str, kept: Money, voucher: str, left: Money) -> str:
    return words.say(
        "It is in the book: {kept} from {name}, slip {voucher}. "
        "Of the borrowed money {left} is left.",
        name=name,
        kept=kept,
        voucher=voucher,
        left=left,
    )


@moment("repayment.receipt_for")
def receipt_for(words: Words, principal: Money, interest: Money) -> str:
    """What the money of a receipt was for, on the picture."""
    if not interest:
        return words.say("Repaid of the loan: {principal}", principal=principal)
    return words.say(
        "Repaid of the loan: {principal}, interest: {interest}",
        principal=principal,
        interest=interest,
    )


def _taken(words: Words, kept: Money, rest: dict[str, object]) -> str:
    return words.say(
        "Receipt {voucher}, {paid_on}\n"
        "You paid back {kept}.\n"
        "• Of the borrowed money: {principal}\n"
        "• Interest: {interest}",
        kept=in_figures_and_words(words, kept),
        **rest,
    )


@moment("loan.receipt")
def receipt(
    words: Words,
    *,
    kept: Money,
    paid_on: date,
    voucher: str,
    principal: Money,
    interest: Money,
    handed_back: Money,
    left: Money,
    next_on: date | None,
    next_sum: Money,
) -> str:
    head = {"paid_on": paid_on, "voucher": voucher, "principal": principal, "interest": interest}
    lines = [_taken(words, kept, head)]
    if handed_back > NOTHING:
        lines.append(words.say("• Handed back to you: {handed_back}", handed_back=handed_back))
    if next_on is None:
        lines.append(
            words.say("The loan is all repaid. Thank you! You can borrow again when you need to.")
        )
    else:
        lines.append(words.say("• Still to pay back: {left}", left=left))
        lines.append(words.say("Next: {next}", next=due_line(words, next_on, next_sum)))
    return "\n".join(lines)


# Her own loans


@moment("loan.my_loans")
def my_loans(words: Words) -> str:
    return words.say("My loans")


@moment("loan.none")
def none(words: Words, repaid: int) -> str:
    said = words.say("You have no loan at present.")
    if not repaid:
        return said
    thanks = words.plural(
        "One loan is repaid. Thank you!", "{count} loans are repaid. Thank you!", repaid
    )
    return f"{said}\n{thanks}"


@moment("loan.mine")
def mine(
    words: Words,
    *,
    purpose: str,
    amount: Money,
    paid_out_on: date,
    rate: int,
    left: Money,
    to_close: Money,
    plan: list[Any],
) -> str:
    """`plan` is, for each instalment, its day, its sum, and what of it is left."""
    facts = words.say(
        "Your loan of {amount}, for: {purpose}\n"
        "• Received on {paid_out_on}, interest {rate} a month\n"
        "• Still to pay back: {left}\n"
        "• To end it today: {to_close}",
        purpose=purpose_in_words(words, purpose).lower(),
        amount=amount,
        paid_out_on=formats.short_day(paid_out_on),
        rate=rate_in_words(words, rate),
        left=left,
        to_close=to_close,
    )
    lines = [
        _instalment(words, number=number, due_on=due_on, amount=amount, left=unpaid)
        for number, (due_on, amount, unpaid) in enumerate(plan, start=1)
    ]
    return "\n".join([facts, *lines])


def _instalment(words: Words, *, number: int, due_on: date, amount: Money, left: Money) -> str:
    line = f"{number}. {due_line(words, due_on, amount)}"
    if not left:
        return words.say("{line} – paid", line=line)
    if left != amount:
        return words.say("{line} – {left} is left", line=line, left=left)
    return line


@moment("loan.next_to_pay")
def next_to_pay(words: Words, page: Spoken, due_on: date, amount: Money) -> str:
    due = due_line(words, due_on, amount)
    return "\n".join([str(page), words.say("Next to pay: {due}", due=due)])


@moment("loan.overdue_to_pay")
def overdue_to_pay(words: Words, page: Spoken, due_on: date, amount: Money) -> str:
    due = due_line(words, due_on, amount)
    return "\n".join([str(page), words.say("Past its day, please see the cashier: {due}", due=due)])
