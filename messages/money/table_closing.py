"""Counting and closing the meeting table, dropping it, and the receipts after it."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import NOTHING, Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.sums import in_figures_and_words, months_listed
from messages.wording import Words


@moment("table.count_after")
def count_after(words: Words, place: Spoken) -> str:
    return words.say(
        "Please count all the money now ({place}), including what was there before. How much "
        "is it?",
        place=place,
    )


@moment("table.differs")
def differs(
    words: Words, counted: Money, expected: Money, *, last: Sequence[Spoken], without: Sequence[str]
) -> str:
    """What is missing or too much, and where to look."""
    if counted < expected:
        said = words.say(
            "It does not agree: {counted} counted, {expected} expected. {missing} is missing.",
            counted=counted,
            expected=expected,
            missing=expected - counted,
        )
    else:
        said = words.say(
            "It does not agree: {counted} counted, {expected} expected. {extra} is too much.",
            counted=counted,
            expected=expected,
            extra=counted - expected,
        )
    lines = [said]
    if last:
        lines += [words.say("The last lines:"), bulleted(list(last))]
    if without:
        lines.append(words.say("Nothing is entered for: {names}", names=", ".join(without)))
    return "\n".join(lines)


@moment("table.what_now")
def what_now(words: Words, way: str) -> str:
    names = {
        "again": words.say("I look for it and count again"),
        "inquiry": words.say("It stays so: under inquiry"),
    }
    return names[way]


@moment("table.later")
def later(words: Words) -> str:
    return words.say("The table stays open. When it is found, please count again.")


@moment("table.why_differs")
def why_differs(words: Words) -> str:
    return words.say(
        "What may have happened? The second person reads it, and the difference is kept under "
        "inquiry."
    )


@moment("table.photo_of_sheet")
def photo_of_sheet(words: Words) -> str:
    return words.say(
        "Is there a signed sheet? Then please send a photo of it: it is the voucher of the table."
    )


@moment("table.close_read_back")
def close_read_back(
    words: Words, *, people: int, taken: Money, counted: Money, difference: Money, photo: bool
) -> str:
    lines = [
        words.say(
            "Closing the table:\n• People who have paid: {people}\n• Taken: {taken}\n"
            "• Counted: {counted}",
            people=people,
            taken=in_figures_and_words(words, taken),
            counted=in_figures_and_words(words, counted),
        )
    ]
    if difference < NOTHING:
        lines.append(words.say("• Missing, under inquiry: {amount}", amount=-difference))
    if difference > NOTHING:
        lines.append(words.say("• Too much, under inquiry: {amount}", amount=difference))
    if photo:
        lines.append(words.say("• With the photo of the signed sheet"))
    lines.append(words.say("A second person has to count the money too, and agree. Is that right?"))
    return "\n".join(lines)


@moment("table.described")
def described(
    words: Words, day: date, *, people: int, taken: Money, counted: Money, expected: Money, why: str
) -> str:
    lines = [
        words.say(
            "The meeting table of {day}:\n• People who have paid: {people}\n• Taken: {taken}\n"
            "• Counted: {counted}",
            day=short_day(day),
            people=people,
            taken=in_figures_and_words(words, taken),
            counted=in_figures_and_words(words, counted),
        )
    ]
    if counted != expected:
        lines.append(
            words.say("• Expected: {expected}. The reason: {why}", expected=expected, why=why)
        )
    return "\n".join(lines)


@moment("table.done")
def done(words: Words, day: date, taken: Money, *, slips: str, late: Spoken | None) -> str:
    said = words.say(
        "The table of {day} is closed and in the books: {taken}. Slips: {slips}.",
        day=short_day(day),
        taken=taken,
        slips=slips,
    )
    return said if late is None else f"{said}\n{late}"


@moment("table.empty")
def empty(words: Words) -> str:
    return words.say("Nothing is entered at the table yet. If no money came, it can be dropped.")


@moment("table.not_the_keeper")
def not_the_keeper(words: Words, who: str) -> str:
    return words.say("The table is closed by {who}, who keeps the cash.", who=who)


@moment("table.questions_first")
def questions_first(words: Words, count: int) -> str:
    return words.plural(
        "One question has to be answered before the table can be closed.",
        "{count} questions have to be answered before the table can be closed.",
        count,
    )


# Dropping


@moment("table.why_drop")
def why_drop(words: Words, taken: Money) -> str:
    if not taken:
        return words.say("Why is the table dropped?")
    return words.say(
        "{taken} is entered at the table, and nothing of it will be booked. Why is it dropped?",
        taken=taken,
    )


@moment("table.drop_read_back")
def drop_read_back(words: Words, day: date, taken: Money, why: str) -> str:
    return words.say(
        "The table of {day} with {taken} is dropped: nothing of it comes into the books.\n"
        "The reason: {why}\nIs that right?",
        day=short_day(day),
        taken=taken,
        why=why,
    )


@moment("table.dropped")
def dropped(words: Words) -> str:
    return words.say("The table is dropped. Nothing of it is in the books.")


@moment("table.dropped_by")
def dropped_by(words: Words, by: str, day: date, why: str) -> str:
    return words.say(
        "{by} has dropped the meeting table of {day}. The reason: {why}",
        by=by,
        day=short_day(day),
        why=why,
    )


# The receipt


@moment("table.receipt")
def receipt(
    words: Words, club: str, day: date, lines: Sequence[Spoken], *, amount: Money,
    left: Money | None, by: str,
) -> str:  # fmt: skip
    """What a member gets after closing: every slip, the sum in figures and words, from whom."""
    said = [
        words.say("RECEIPT – {club}", club=club),
        words.say("Meeting of {day}", day=short_day(day)),
        bulleted(list(lines)),
        words.say("All together: {sum}", sum=in_figures_and_words(words, amount)),
    ]
    if left is not None:
        said.append(words.say("Still to pay back of the loan: {left}", left=left))
    said.append(words.say("Received by {by}. Thank you very much.", by=by))
    return "\n".join(said)


@moment("table.receipt_fee")
def receipt_fee(words: Words, months: Sequence[Month], amount: Money, voucher: str) -> str:
    return words.say(
        "Fee of {months}: {amount}, slip {voucher}",
        months=months_listed(words, months),
        amount=amount,
        voucher=voucher,
    )


@moment("table.receipt_loan")
def receipt_loan(words: Words, interest: Money, principal: Money, voucher: str) -> str:
    return words.say(
        "Loan: interest {interest}, principal {principal}, slip {voucher}",
        interest=interest,
        principal=principal,
        voucher=voucher,
    )


@moment("table.receipt_gift")
def receipt_gift(words: Words, amount: Money, voucher: str) -> str:
    return words.say("Golden Heart: {amount}, slip {voucher}", amount=amount, voucher=voucher)


@moment("table.not_right")
def not_right(words: Words, what: str) -> str:
    names = {
        "fee": words.say("The fee is not right"),
        "repayment": words.say("The loan is not right"),
        "gift": words.say("The gift is not right"),
    }
    return names[what]


@moment("table.last_line")
def last_line(words: Words, who: str, line: Spoken) -> str:
    return words.say("{who}: {line}", who=who, line=line)
