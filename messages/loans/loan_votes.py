"""The board's vote on a loan, the meeting's decision, and what the borrower hears of it."""

from datetime import date

from club.money import Money
from messages import formats
from messages.loans.loan_lines import due_line, form_in_words, purpose_in_words, rate_in_words
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("loan.vote_title")
def vote_title(words: Words) -> str:
    return words.say("Vote on a loan")


@moment("loan.decide_title")
def decide_title(words: Words) -> str:
    return words.say("The meeting's decision on a loan")


@moment("loan.request_of")
def request_of(words: Words, whom: Spoken) -> str:
    return words.say("Request for a loan: {whom}", whom=whom)


@moment("loan.no_request_waits")
def no_request_waits(words: Words) -> str:
    return words.say("No request for a loan is waiting for you.")


@moment("loan.request_decided")
def request_decided(words: Words) -> str:
    return words.say("This request has been answered already.")


@moment("loan.voted_already")
def voted_already(words: Words) -> str:
    return words.say("You have voted on this already; everybody votes once.")


@moment("loan.meeting_decides")
def meeting_decides(words: Words) -> str:
    return words.say(
        "Fewer than three of the board may vote on this loan, so the members' meeting decides."
    )


@moment("loan.request")
def request(
    words: Words,
    *,
    name: str,
    purpose: str,
    amount: Money,
    months: int,
    form: str,
    rate: int,
    interest: Money,
    instalments: int,
    first_on: date,
    first: Money,
) -> str:
    facts = words.say(
        "{name} asks for a loan:\n"
        "• For: {purpose}\n"
        "• Sum: {amount}, for {months} months\n"
        "• Interest {rate} a month, {interest} in all",
        name=name,
        purpose=purpose_in_words(words, purpose).lower(),
        amount=in_figures_and_words(words, amount),
        months=months,
        rate=rate_in_words(words, rate),
        interest=interest,
    )
    first_one = due_line(words, first_on, first)
    return f"{facts}\n{_schedule(words, form, instalments, first_one)}"


def _schedule(words: Words, form: str, instalments: int, first: str) -> str:
    return words.plural(
        "• {form}: one instalment, {first}",
        "• {form}: {count} instalments, the first {first}",
        instalments,
        form=form_in_words(words, form),
        first=first,
    )


@moment("loan.history")
def history(words: Words, joined_on: date, repaid: int) -> str:
    since = words.say("• In the club since {joined_on}", joined_on=formats.short_day(joined_on))
    if not repaid:
        return "\n".join([since, words.say("• No loan before")])
    before = words.plural("• One loan before, repaid", "• {count} loans before, all repaid", repaid)
    return "\n".join([since, before])


@moment("loan.vote_now")
def vote_now(words: Words, *, request: Spoken, history: Spoken, voted: int, entitled: int) -> str:
    so_far = words.say(
        "{voted} of {entitled} board members have voted so far.", voted=voted, entitled=entitled
    )
    question = words.say("Do you agree that the club lends this money?")
    return "\n".join([str(request), str(history), so_far, question])


@moment("loan.why_not")
def why_not(words: Words) -> str:
    return words.say(
        "Why not? A few words, please. The borrower is told the reason, without your name."
    )


@moment("loan.i_agree")
def i_agree(words: Words) -> str:
    return words.say("I agree")


@moment("loan.i_do_not_agree")
def i_do_not_agree(words: Words) -> str:
    return words.say("I do not agree")


@moment("loan.reason_read_back")
def reason_read_back(words: Words, name: str, reason: str) -> str:
    return words.say(
        "You vote no on the loan for {name}.\n"
        "The reason, as the borrower will read it: “{reason}”\n"
        "Is that right?",
        name=name,
        reason=reason,
    )


@moment("loan.decision_read_back")
def decision_read_back(
    words: Words, name: str, amount: Money, *, yes: bool, minutes_on: date, reason: str
) -> str:
    sum_ = in_figures_and_words(words, amount)
    if yes:
        return words.say(
            "The meeting of {minutes_on} lends {name} {amount}.\nIs that right?",
            minutes_on=minutes_on,
            name=name,
            amount=sum_,
        )
    return words.say(
        "The meeting of {minutes_on} does not lend {name} {amount}.\nThe reason: “{reason}”\n"
        "Is that right?",
        minutes_on=minutes_on,
        name=name,
        amount=sum_,
        reason=reason,
    )


@moment("loan.vote_kept")
def vote_kept(words: Words, voted: int, entitled: int) -> str:
    return words.say(
        "Thank you, your vote is kept. {voted} of {entitled} have voted. "
        "I will tell you when it is decided.",
        voted=voted,
        entitled=entitled,
    )


@moment("loan.board_agreed")
def board_agreed(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "It is decided: the club lends {name} {amount}. The cashier hands it out.",
        name=name,
        amount=amount,
    )


@moment("loan.board_refused")
def board_refused(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "It is decided: the club does not lend {name} {amount} this time.",
        name=name,
        amount=amount,
    )


@moment("loan.agreed")
def agreed(words: Words, amount: Money) -> str:
    return words.say(
        "Good news: the club lends you {amount}. The cashier will hand it to you; "
        "please count it there, and then tell me that you have it.",
        amount=amount,
    )


@moment("loan.refused")
def refused(words: Words, amount: Money, reasons: list[str]) -> str:
    said = words.say(
        "I am sorry: the club cannot lend you {amount} this time. "
        "You can ask again later, perhaps for less.",
        amount=amount,
    )
    if not reasons:
        return said
    return "\n".join([said, words.say("What was said:"), *(f"• {each}" for each in reasons)])


@moment("loan.expired")
def expired(words: Words, asked_on: date) -> str:
    return words.say(
        "The board did not come to a decision on your request of {asked_on} within seven days. "
        "I am sorry. You can ask once more, or talk with the board.",
        asked_on=asked_on,
    )


@moment("loan.board_expired")
def board_expired(words: Words, name: str) -> str:
    return words.say(
        "The vote on the loan for {name} is over: seven days have passed without a decision. "
        "The borrower has been told.",
        name=name,
    )


@moment("loan.what_meeting_decided")
def what_meeting_decided(words: Words, request: Spoken) -> str:
    return "\n".join([str(request), words.say("Did the members' meeting agree to this loan?")])


@moment("loan.minutes_of")
def minutes_of(words: Words) -> str:
    return words.say("From which day are the minutes of that meeting?")


@moment("loan.why_meeting_refused")
def why_meeting_refused(words: Words) -> str:
    return words.say("What reason did the meeting give? The borrower is told.")


@moment("loan.decision_kept")
def decision_kept(words: Words, name: str, minutes_on: date) -> str:
    return words.say(
        "I have entered the meeting's decision on the loan for {name}, minutes of {minutes_on}, "
        "and told the borrower.",
        name=name,
        minutes_on=minutes_on,
    )
