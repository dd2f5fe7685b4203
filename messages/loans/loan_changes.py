"""What becomes of a loan that cannot be paid as agreed: a new schedule, a write-off, a recovery."""

from datetime import date
from typing import Any

from club.money import NOTHING, Money
from messages import formats
from messages.loans.loan_lines import due_line, schedule_lines
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words

# The club's loans as the board sees them


@moment("loans.title")
def title(words: Words) -> str:
    return words.say("The club's loans")


@moment("loans.page")
def page(words: Words, *, running: int, lent: Money, late: int, at_risk: Money) -> str:
    lines = [
        words.plural(
            "One loan is running; {lent} is still out.",
            "{count} loans are running; {lent} is still out.",
            running,
            lent=lent,
        )
    ]
    if not running:
        lines = [words.say("No loan is running.")]
    if late:
        lines.append(
            words.plural(
                "One of them has something overdue; {at_risk} of its money is at risk.",
                "{count} of them have something overdue; {at_risk} of their money is at risk.",
                late,
                at_risk=at_risk,
            )
        )
    elif running:
        lines.append(words.say("Nothing is overdue."))
    return "\n".join(lines)


@moment("loans.overdue_by_age")
def overdue_by_age(words: Words, page: Spoken, ages: list[Any]) -> str:
    """`ages` is, for each age that has something, its code and what is late."""
    names = {
        "days_1_30": words.say("1 to 30 days"),
        "days_31_90": words.say("31 to 90 days"),
        "days_over_90": words.say("over 90 days"),
    }
    lines = [
        words.say("• Late {age}, with interest: {amount}", age=names[age], amount=amount)
        for age, amount in ages
    ]
    return "\n".join([str(page), *lines])


@moment("loans.line")
def line(words: Words, name: str, left: Money, days_late: int) -> str:
    if not days_late:
        return f"{name} – {words.shown(left)}"
    return words.plural(
        "{name} – {left}, {count} day late",
        "{name} – {left}, {count} days late",
        days_late,
        name=name,
        left=left,
    )


@moment("loans.written_off_line")
def written_off_line(words: Words, name: str, lost: Money) -> str:
    return words.say("{name} – written off, {lost} not back yet", name=name, lost=lost)


@moment("loans.one")
def one(words: Words, *, name: str, amount: Money, left: Money, overdue: Money) -> str:
    lines = [
        words.say(
            "Loan of {name}: {amount}, of which {left} is left.",
            name=name,
            amount=amount,
            left=left,
        )
    ]
    if overdue > NOTHING:
        lines.append(words.say("Overdue, with interest: {overdue}", overdue=overdue))
    return "\n".join(lines)


@moment("loans.is_rescheduled")
def is_rescheduled(words: Words, page: Spoken) -> str:
    return "\n".join([str(page), words.say("This loan has been given more time.")])


@moment("loans.is_written_off")
def is_written_off(words: Words, name: str, amount: Money, lost: Money) -> str:
    return words.say(
        "The loan of {name}, {amount}, was written off by the meeting. "
        "It is still noted: {lost} has not come back.",
        name=name,
        amount=amount,
        lost=lost,
    )


# A new schedule


@moment("loans.reschedule_title")
def reschedule_title(words: Words) -> str:
    return words.say("Give a loan more time")


@moment("loans.which_loan")
def which_loan(words: Words) -> str:
    return words.say("Whose loan is it?")


@moment("loans.none_running")
def none_running(words: Words) -> str:
    return words.say("There is no such loan for which you can enter this.")


@moment("loans.who_decided")
def who_decided(words: Words, name: str) -> str:
    return words.say("Who decided it for {name}?", name=name)


@moment("loans.decider")
def decider(words: Words, who: str) -> str:
    return {
        "board": words.say("The board, by vote"),
        "meeting": words.say("The members' meeting"),
    }[who]


@moment("loans.how_many_months")
def how_many_months(words: Words, left: Money) -> str:
    return words.say("Over how many months from now is the rest paid back: {left}?", left=left)


@moment("loans.why_more_time")
def why_more_time(words: Words) -> str:
    return words.say("For what reason? A few words, as in the minutes.")


@moment("loans.reschedule_described")
def reschedule_described(
    words: Words, *, name: str, months: int, who: str, minutes_on: date, plan: list[Any], why: str
) -> str:
    by = (
        words.say("Decided by the board, minutes of {day}", day=formats.short_day(minutes_on))
        if who == "board"
        else words.say(
            "Decided by the meeting, minutes of {day}", day=formats.short_day(minutes_on)
        )
    )
    head = words.say(
        "{name} gets {months} months for what is left. The new schedule:", name=name, months=months
    )
    reason = words.say("Reason: {why}", why=why)
    return "\n".join([head, *schedule_lines(words, plan), by, reason])


@moment("loans.read_back")
def read_back(words: Words, what: Spoken) -> str:
    return words.say("{what}\nIs that right?", what=what)


@moment("loans.nothing_changed")
def nothing_changed(words: Words) -> str:
    return words.say("All right. The loan stays as it is.")


@moment("loans.rescheduled")
def rescheduled(words: Words, name: str, due_on: date, amount: Money) -> str:
    return words.say(
        "The loan of {name} has its new schedule. Next: {due}",
        name=name,
        due=due_line(words, due_on, amount),
    )


@moment("loans.you_have_more_time")
def you_have_more_time(words: Words, *, left: Money, plan: list[Any], why: str) -> str:
    head = words.say(
        "The club gives you more time for your loan. Still to pay back: {left}. From now on:",
        left=left,
    )
    return "\n".join([head, *schedule_lines(words, plan), words.say("Reason: {why}", why=why)])


# Writing off, and what comes back later


@moment("loans.write_off_title")
def write_off_title(words: Words) -> str:
    return words.say("Write a loan off")


@moment("loans.why_write_off")
def why_write_off(words: Words, left: Money) -> str:
    return words.say(
        "To give up {left}, the decision has to stand in minutes. Which reason do they give?",
        left=left,
    )


@moment("loans.write_off_described")
def write_off_described(
    words: Words, *, name: str, amount: Money, minutes_on: date, why: str
) -> str:
    return words.say(
        "The meeting of {day} gives up what {name} still owes: {amount}. "
        "The lending fund bears it.\nReason: {why}",
        day=formats.short_day(minutes_on),
        name=name,
        amount=in_figures_and_words(words, amount),
        why=why,
    )


@moment("loans.written_off")
def written_off(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "The loan of {name} is written off: {amount}. It stays noted; if something is paid later, "
        "it is entered as come back.",
        name=name,
        amount=amount,
    )


@moment("loans.yours_is_written_off")
def yours_is_written_off(words: Words, amount: Money, why: str) -> str:
    return words.say(
        "The members' meeting has decided not to ask you any longer for {amount} of your loan.\n"
        "Reason: {why}\nIf you can give something later, the cashier will enter it.",
        amount=amount,
        why=why,
    )


@moment("loans.recover_title")
def recover_title(words: Words) -> str:
    return words.say("Take money on a loan that was written off")


@moment("loans.how_much_back")
def how_much_back(words: Words, name: str, lost: Money) -> str:
    return words.say("How much does {name} pay? Not back yet: {lost}.", name=name, lost=lost)


@moment("loans.recover_read_back")
def recover_read_back(words: Words, name: str, amount: Money) -> str:
    return words.say(
        "You take from {name}: {amount}, on the loan that was written off.\nIs that right?",
        name=name,
        amount=in_figures_and_words(words, amount),
    )


@moment("loans.recovered")
def recovered(words: Words, *, name: str, amount: Money, voucher: str, left: Money) -> str:
    return words.say(
        "It is in the book: {amount} from {name}, slip {voucher}. Not back yet: {left}.",
        name=name,
        amount=amount,
        voucher=voucher,
        left=left,
    )


@moment("loans.thanks_for_recovery")
def thanks_for_recovery(words: Words, amount: Money, voucher: str) -> str:
    return words.say(
        "The cashier has received {amount} from you, slip {voucher}. The club thanks you.",
        amount=in_figures_and_words(words, amount),
        voucher=voucher,
    )


# The meeting's decision, as the second person reads it


@moment("loans.decision_described")
def decision_described(
    words: Words, *, name: str, amount: Money, yes: bool, minutes_on: date, reason: str
) -> str:
    sum_ = in_figures_and_words(words, amount)
    values = {"day": formats.short_day(minutes_on), "name": name, "amount": sum_}
    if yes:
        return words.say("The meeting of {day} lends {name} {amount}.", **values)
    return words.say(
        "The meeting of {day} does not lend {name} {amount}.\nReason: {why}", why=reason, **values
    )
