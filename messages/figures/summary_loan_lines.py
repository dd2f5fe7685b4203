"""The lines of the monthly summary about loans."""

from club.money import Money
from messages.moments import moment
from messages.wording import Words


@moment("summary.borrowers")
def borrowers(words: Words, borrowers: int, outstanding: Money) -> str:
    return words.plural(
        "Loans: {count} person, {outstanding} still out",
        "Loans: {count} people, {outstanding} still out",
        borrowers,
        outstanding=outstanding,
    )


@moment("summary.nobody_borrows")
def nobody_borrows(words: Words) -> str:
    return words.say("Nobody has a loan")


@moment("summary.overdue")
def overdue(words: Words, loans: int, overdue: Money) -> str:
    return words.plural(
        "Overdue principal: {overdue} ({count} loan)",
        "Overdue principal: {overdue} ({count} loans)",
        loans,
        overdue=overdue,
    )


@moment("summary.nothing_overdue")
def nothing_overdue(words: Words) -> str:
    return words.say("Nothing is overdue")


@moment("summary.overdue_by_age")
def overdue_by_age(words: Words, to_30: Money, to_90: Money, over_90: Money, at_risk: Money) -> str:  # noqa: PLR0917
    return "\n".join(
        [
            words.say("• 1 to 30 days: {sum}", sum=to_30),
            words.say("• 31 to 90 days: {sum}", sum=to_90),
            words.say("• over 90 days: {sum}", sum=over_90),
            words.say("• still out on those loans: {sum}", sum=at_risk),
        ]
    )


@moment("summary.loans_asked")
def loans_asked(words: Words, count: int, asked: Money) -> str:
    return words.plural(
        "Asked for: {count} loan, {sum}", "Asked for: {count} loans, {sum}", count, sum=asked
    )


@moment("summary.loans_agreed")
def loans_agreed(words: Words, count: int, agreed: Money) -> str:
    return words.plural(
        "Agreed: {count} loan, {sum}", "Agreed: {count} loans, {sum}", count, sum=agreed
    )


@moment("summary.loans_paid_out")
def loans_paid_out(words: Words, count: int, paid_out: Money) -> str:
    return words.plural(
        "Paid out: {count} loan, {sum}", "Paid out: {count} loans, {sum}", count, sum=paid_out
    )


@moment("summary.repaid")
def repaid(words: Words, principal: Money, interest: Money) -> str:
    return words.say(
        "Repaid: {principal}, interest {interest}", principal=principal, interest=interest
    )


@moment("summary.written_off")
def written_off(words: Words, lost: Money, back: Money) -> str:
    return words.say("Written off: {lost}; came back on such loans: {back}", lost=lost, back=back)


@moment("summary.repayment_rate")
def repayment_rate(words: Words, percent: int) -> str:
    return words.say("Of what fell due, paid on time: {percent}%", percent=percent)


@moment("summary.need")
def need(words: Words, with_loan: int, in_need: int) -> str:
    return words.say(
        "Need a loan: {in_need}, have one: {with_loan}", in_need=in_need, with_loan=with_loan
    )
