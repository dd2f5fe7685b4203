"""A round of lending: opened, asked for, ranked openly, decided in the meeting."""

from collections.abc import Sequence
from datetime import date

from club.money import Money
from messages import formats
from messages.loans.loan_lines import purpose_in_words
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("round.title")
def title(words: Words) -> str:
    return words.say("The round of lending")


@moment("round.open_title")
def open_title(words: Words) -> str:
    return words.say("Open a round of lending")


@moment("round.until_when")
def until_when(words: Words) -> str:
    return words.say("Until which day can members ask for a loan in this round?")


@moment("round.open_read_back")
def open_read_back(words: Words, closes_on: date) -> str:
    return words.say(
        "From today until {day} requests are collected; then the meeting talks about all of "
        "them and decides. I will tell all members. Is that right?",
        day=closes_on,
    )


@moment("round.not_opened")
def not_opened(words: Words) -> str:
    return words.say("All right. No round has been opened.")


@moment("round.opened")
def opened(words: Words, closes_on: date) -> str:
    return words.say("The round is open until {day}. I have told all members.", day=closes_on)


@moment("round.has_opened")
def has_opened(words: Words, closes_on: date) -> str:
    return words.say(
        "The club has opened a round of lending. Whoever would like to borrow can ask me until "
        "{day}. The meeting then talks about all requests together.",
        day=closes_on,
    )


@moment("round.asked")
def asked(words: Words, amount: Money, closes_on: date) -> str:
    return words.say(
        "I have put your request into the round: {amount}. Requests are collected until {day}; "
        "then the meeting decides, and I will tell you.",
        amount=amount,
        day=closes_on,
    )


@moment("round.somebody_asks")
def somebody_asks(words: Words, name: str, amount: Money, purpose: str) -> str:
    return words.say(
        "{name} asks in the round for {amount}, for: {purpose}.",
        name=name,
        amount=amount,
        purpose=purpose_in_words(words, purpose).lower(),
    )


@moment("round.none")
def none(words: Words) -> str:
    return words.say("No round of lending is open. Whoever needs a loan can ask for it any day.")


@moment("round.page")
def page(words: Words, *, closes_on: date, asked: Money, requests: int, free: Money) -> str:
    lines = [words.say("Round of lending, requests until {day}.", day=closes_on)]
    if requests:
        lines.append(
            words.plural(
                "• One request so far, {asked}",
                "• {count} requests so far, {asked} in all",
                requests,
                asked=asked,
            )
        )
    else:
        lines.append(words.say("• No request yet"))
    lines.append(words.say("• The fund can lend {free}", free=free))
    return "\n".join(lines)


@moment("round.list")
def list_(words: Words, page: Spoken, lines: Sequence[Spoken]) -> str:
    """The requests in the order in which the meeting talks about them."""
    order = words.say(
        "The order for the meeting: who has borrowed least comes first, then who has been a "
        "member longest."
    )
    numbered = [f"{number}) {each}" for number, each in enumerate(lines, start=1)]
    return "\n".join([str(page), order, *numbered])


@moment("round.line")
def line(words: Words, *, name: str, amount: Money, purpose: str, repaid: int, since: date) -> str:
    before = (
        words.plural("one loan repaid", "{count} loans repaid", repaid)
        if repaid
        else (words.say("never borrowed"))
    )
    return words.say(
        "{name} – {amount}, {purpose}; {before}, member since {since}",
        name=name,
        amount=amount,
        purpose=purpose_in_words(words, purpose).lower(),
        before=before,
        since=formats.short_day(since),
    )


@moment("round.decide_title")
def decide_title(words: Words) -> str:
    return words.say("Enter what the meeting decided on the round")


@moment("round.not_to_decide")
def not_to_decide(words: Words) -> str:
    return words.say("No round of lending is waiting for the meeting's decision.")


@moment("round.still_collects")
def still_collects(words: Words, closes_on: date) -> str:
    return words.say(
        "Requests are collected until {day}. After that the meeting can decide.", day=closes_on
    )


@moment("round.lend_to")
def lend_to(words: Words, line: Spoken, left: Money) -> str:
    return words.say(
        "{line}\nDid the meeting agree? The fund still has {left}.", line=line, left=left
    )


@moment("round.described")
def described(
    words: Words, *, minutes_on: date, agreed: Sequence[Spoken], refused: Sequence[Spoken]
) -> str:
    lines = [words.say("The meeting of {day} on the round:", day=formats.short_day(minutes_on))]
    if agreed:
        lines.append(words.say("It lends to:"))
        lines += [f"{number}) {each}" for number, each in enumerate(agreed, start=1)]
    if refused:
        lines.append(words.say("Not this time:"))
        lines += [f"• {each}" for each in refused]
    if not agreed and not refused:
        lines.append(words.say("Nobody has asked."))
    return "\n".join(lines)


@moment("round.decided")
def decided(words: Words, agreed: int, refused: int) -> str:
    return words.say(
        "The round is decided: {agreed} agreed, {refused} not this time. I have told everybody "
        "who asked.",
        agreed=agreed,
        refused=refused,
    )
