"""What a payment of fees does beyond the months it pays in full: a part, or months ahead."""

from club.calendar import Month
from club.money import Money
from messages.moments import Spoken, moment
from messages.wording import Words, capital


@moment("fee_spread.note")
def note(
    words: Words, *, ahead: Money | None, until: Month | None, part: Month | None,
    missing: Money | None,
) -> str:  # fmt: skip
    """`ahead` of it is for months to come, up to `until`; of the month `part` some is missing."""
    lines = []
    if ahead is not None and until is not None:
        lines.append(
            words.say("Of this, {ahead} is paid ahead, up to {until}.", ahead=ahead, until=until)
        )
    if part is not None and missing is not None:
        lines.append(
            capital(
                words.say(
                    "{month} is paid in part; {missing} is missing.", month=part, missing=missing
                )
            )
        )
    return "\n".join(lines)


@moment("fee_spread.with_note")
def with_note(words: Words, what: Spoken, note: Spoken) -> str:
    return f"{what}\n{note}"
