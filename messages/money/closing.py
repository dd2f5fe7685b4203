"""Closing a month: the checklist, the question to both, the code; the page of the books."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.roles import office
from messages.wording import Words


@moment("books.title")
def books_title(words: Words) -> str:
    return words.say("The books")


@moment("books.page")
def books_page(words: Words, club: str, closed: Month | None = None) -> str:
    if closed is None:
        return words.say("The books of {club}. No month is closed yet.", club=club)
    return words.say("The books of {club}. Closed up to {month}.", club=club, month=closed)


@moment("books.more")
def more_about_books(words: Words) -> str:
    return words.say("More about the books")


@moment("closing.title")
def title(words: Words) -> str:
    return words.say("Close a month")


@moment("closing.close")
def close(words: Words, month: Month) -> str:
    return words.say("Close {month}", month=month)


@moment("closing.read_back")
def read_back(
    words: Words, month: Month, funds: Sequence[Spoken], *, split: Spoken | None, open_count: int,
    seal: str,
) -> str:  # fmt: skip
    """What both agree to; `seal` is the same for both as long as the books are."""
    parts = [
        words.say("Closing {month}. The funds at its end:", month=month),
        bulleted(list(funds)),
    ]
    if split is not None:
        parts.append(str(split))
    if open_count:
        parts.append(
            words.plural(
                "One open thing is carried over.",
                "{count} open things are carried over.",
                open_count,
            )
        )
    parts.append(words.say("Chair and bookkeeper see the same mark: {mark}", mark=seal))
    parts.append(
        words.say("After closing nothing in this month changes any more. Do you agree to close it?")
    )
    return "\n".join(parts)


@moment("closing.agree")
def agree(words: Words) -> str:
    return words.say("I agree to close it")


@moment("closing.not_yet")
def not_yet(words: Words) -> str:
    return words.say("Not yet")


@moment("closing.split")
def split(words: Words, amount: Money) -> str:
    return words.say("Of the interest, {amount} goes to other funds.", amount=amount)


@moment("closing.not_closed")
def not_closed(words: Words) -> str:
    return words.say("Then the month stays open.")


@moment("closing.nothing_to_close")
def nothing_to_close(words: Words, next_one: Month) -> str:
    return words.say(
        "No month waits to be closed. {month} can be closed when it is over.", month=next_one
    )


@moment("closing.waits_for")
def waits_for(words: Words, month: Month, role: str) -> str:
    return words.say(
        "I have noted your yes to closing {month}. Now the {office} has to close it too, on "
        "their own phone.",
        month=month,
        office=office(words, role),
    )


@moment("closing.please_close")
def please_close(words: Words, who: str, month: Month, *, anew: bool) -> str:
    if anew:
        return words.say(
            "The books have changed since your yes. {who} has agreed to close {month} as it is "
            "now; please look once more.",
            who=who,
            month=month,
        )
    return words.say(
        "{who} has agreed to close {month}. Please look, and close it from your phone too.",
        who=who,
        month=month,
    )


@moment("closing.done")
def done(words: Words, club: str, month: Month, code: str) -> str:
    return words.say(
        "{month} of {club} is closed.\nClosing code: {code}\n"
        "Please write it on the signed page. Whoever types “check code {code}” sees whether the "
        "books are still the same.",
        month=month,
        club=club,
        code=code,
    )


@moment("code.title")
def code_title(words: Words) -> str:
    return words.say("Check a closing code")


@moment("code.how")
def how_to_check(words: Words) -> str:
    return words.say("Please type: check code, and then the twelve signs of the signed page.")


@moment("code.unknown")
def code_unknown(words: Words, code: str) -> str:
    return words.say(
        "{code}: no month was closed with this code. Please compare it with the signed page.",
        code=code,
    )


@moment("code.found")
def code_found(
    words: Words, code: str, *, club: str, month: Month, closed: date, same: bool
) -> str:
    text = words.say(
        "{code}\n{club}, {month}, closed on {day}.",
        code=code,
        club=club,
        month=month,
        day=short_day(closed),
    )
    verdict = (
        words.say("The books are still the same.")
        if same
        else words.say("The books are NOT the same any more. Please tell the Association.")
    )
    return f"{text}\n{verdict}"
