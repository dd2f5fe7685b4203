"""How the club says no about sums, loans, entries and closed months."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from club.refusals import Code
from messages.wording import Words

Sentence = Callable[[Words, Mapping[str, Any]], str]

ABOUT_MONEY: Final[dict[Code, Sentence]] = {
    Code.OWES_MORE_THAN_IT_HAS: lambda w, v: w.say(
        "The club owes {amount} more than it has. The commune's association has to help first.",
        amount=v["amount"],
    ),
    Code.MADE_BY_ENDING: lambda w, v: w.say(
        "This was booked when one club handed its books to another, so it stays as it is."
    ),
    Code.SUM_TOO_SMALL: lambda w, v: w.say(
        "That sum is too small. The smallest is {smallest}.", smallest=v["smallest"]
    ),
    Code.SUM_TOO_LARGE: lambda w, v: w.say(
        "That sum is more than is possible now. Up to {possible} is possible.",
        possible=v.get("possible", v["limit"]),
    ),
    Code.RATE_TOO_HIGH: lambda w, v: w.say(
        "That interest is above what the law allows (20% a year), so the club cannot ask it."
    ),
    Code.FUND_TOO_SMALL: lambda w, v: w.say(
        "The fund cannot lend that much now. It can lend up to {possible}.",
        possible=v.get("possible", v["free"]),
    ),
    Code.CASH_TOO_SMALL: lambda w, v: w.say(
        "There is not enough money in that place: {there} is there, {needed} is needed.",
        there=v["there"],
        needed=v["needed"],
    ),
    Code.MORE_THAN_OWED: lambda w, v: w.say(
        "That is more than is owed, which is {owed}.", owed=v["owed"]
    ),
    Code.LOAN_OPEN: lambda w, v: w.say(
        "You still have a loan that is being repaid. When it is repaid, you can ask for a new one."
    ),
    Code.LOAN_OVERDUE: lambda w, v: w.say(
        "An instalment is overdue. When it is paid, you can ask for a new loan."
    ),
    Code.MEMBER_TOO_NEW: lambda w, v: w.say(
        "One can ask for a loan after some months in the club. For you that is from {since}.",
        since=v["since"],
    ),
    Code.VOTING_OVER: lambda w, v: w.say("The vote on this is over; it is decided already."),
    Code.COUNT_FIRST: lambda w, v: w.say(
        "First two people have to count the cash today, and the count has to be the last thing "
        "that happened to it."
    ),
    Code.MONTH_CLOSED: lambda w, v: w.say(
        "That month is closed. I can book it into the open month."
    ),
    Code.REVERSAL_FINAL: lambda w, v: w.say(
        "A correction cannot itself be corrected. Please make a new entry."
    ),
    Code.LATER_DEPENDS: lambda w, v: w.say(
        "Later entries depend on this one. Please correct the newest first: {entry}.",
        entry=v["entry"],
    ),
    Code.MADE_BY_CLOSING: lambda w, v: w.say(
        "This entry was made by the closing of a month. It changes by itself with what it is "
        "made from."
    ),
    Code.SAME_ACCOUNT: lambda w, v: w.say(
        "Two people have to agree here, each from an account of their own."
    ),
    Code.BOOKS_CHANGED: lambda w, v: w.say(
        "The books have changed meanwhile. Please look once more and begin again."
    ),
    Code.MONTH_NOT_OVER: lambda w, v: w.say(
        "A month can be closed when it is over: {month} is not.", month=v["month"]
    ),
    Code.MONTH_OUT_OF_ORDER: lambda w, v: w.say(
        "Months are closed in their order. The next one is {month}.", month=v["month"]
    ),
    Code.FUND_THERE_ALREADY: lambda w, v: w.say("The club has a fund of that name already."),
    Code.NOT_VOTED: lambda w, v: w.say(
        "The club has not settled a standing amount for this. The chair can do it in the club's "
        "settings."
    ),
    Code.TABLE_OPEN: lambda w, v: w.say(
        "A meeting table is open already. It has to be closed or dropped first."
    ),
    Code.TABLE_CLOSED: lambda w, v: w.say(
        "This meeting table is not open any more, so this was not entered. “take a fee” and "
        "“take a repayment” still enter it."
    ),
    Code.TABLE_QUESTIONS: lambda w, v: w.say(
        "There are still questions at the meeting table that wait for an answer."
    ),
    Code.CASH_NOT_AS_BOOKED: lambda w, v: w.say(
        "{counted} was counted, but it should be {booked}.",
        counted=v["counted"],
        booked=v["booked"],
    ),
    Code.NOBODY_CONFIRMS: lambda w, v: w.say(
        "The cashier's own household has paid at this table, and nobody may confirm it: neither "
        "chair nor deputy is free of it. Please take that line out first."
    ),
    Code.ACCOUNT_UNREADABLE: lambda w, v: w.say(
        "That cannot be an account: it has 5 to 19 digits or letters, and a holder's name."
    ),
    Code.GOODS_TOO_FEW: lambda w, v: w.say("The club does not have so much of it."),
    Code.FORM_NOT_OFFERED: lambda w, v: w.say(
        "The club no longer lends with this form of repayment. Please choose another one."
    ),
    Code.LOAN_AT_HOME: lambda w, v: w.say(
        "Somebody of your household has a loan that is being repaid. When it is repaid, you can "
        "ask for one."
    ),
    Code.ROUND_OPEN: lambda w, v: w.say(
        "A round of lending is open already. When it is decided, a new one can begin."
    ),
    Code.ROUND_COLLECTS: lambda w, v: w.say(
        "This round still collects requests, until {day}. After that it can be decided.",
        day=v["day"],
    ),
    Code.RESCHEDULED_SINCE: lambda w, v: w.say(
        "The loan has been given more time since, counting on this entry, so it can no longer be "
        "corrected."
    ),
    Code.TERM_NOT_OFFERED: lambda w, v: w.say(
        "The club lends for {shortest} to {longest} months.",
        shortest=v["shortest"],
        longest=v["longest"],
    ),
}
