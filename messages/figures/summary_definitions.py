"""How every indicator of the monthly summary is counted, in one line each."""

from messages.moments import moment
from messages.wording import Words


@moment("summary.definition")
def definition(words: Words, code: str) -> str:
    """The rule that the count follows."""
    said = (_members, _work, _life, _money, _lending, _late)
    found = {key: rule for each in said for key, rule in each(words).items()}
    return found[code]


def _members(words: Words) -> dict[str, str]:
    return {
        "members": words.say("Who is a member on the last counted day of the month."),
        "older": words.say(
            "Who turns 60 in this year or did before, by the year of birth (Law on the Elderly)."
        ),
        "older_from_55": words.say("The same from 55 on, as some provinces count."),
        "older_women": words.say("Women among the members from 60 on."),
        "women": words.say("Members entered as women."),
        "younger": words.say("Members whose year of birth is known and who are not yet 60."),
        "age_not_known": words.say("Members without a year of birth; they count in no age group."),
        "poor": words.say(
            "Households the commune lists as poor or near-poor, as last entered; who would "
            "rather not say is not counted."
        ),
        "new": words.say("Whose first day as a member lies in the month."),
        "left": words.say("Whose last day as a member lies in the month."),
        "meeting_held_on": words.say("A meeting counts as held once its roll is taken."),
        "present": words.say("Members ticked as present in the roll."),
        "guests": words.say("Who came besides the members, as the board noted it."),
        "attendance": words.say("Present, of all who were members on the day of the meeting."),
        "earlier_attendance": words.say(
            "Present, of all members, over at most five meetings before."
        ),
    }


def _work(words: Words) -> dict[str, str]:
    return {
        "people_helped": words.say("Each person helped in the month counts once."),
        "help_money": words.say("Money paid out of the funds as help, from the books."),
        "home_visits": words.say("Every visit in the care book."),
        "care_clients": words.say("Each person visited counts once."),
        "home_care_volunteers": words.say("Who visited somebody within the last three months."),
        "support_sessions": words.say("Sessions that took place with at least one volunteer."),
        "support_volunteers": words.say("Each volunteer counts once."),
        "support_minutes": words.say("The time that each volunteer gave, added up."),
        "lesson_reached": words.say("Members whom the lesson reached, each once."),
        "lesson_done": words.say("Members who answered the lesson's question."),
        "to_phone": words.say("Members whom messages of the month did not reach."),
        "areas_worked_on": words.say(
            "Areas with at least one activity, home visit, help given or health check "
            "(Decision 1648)."
        ),
        "board_trained_on": words.say("The last training of the board that was entered."),
        "area": words.say(
            "Activities entered for this area in the month, and days with home visits, help given "
            "or health checks."
        ),
    }


def _life(words: Words) -> dict[str, str]:
    return {
        "community_actions": words.say("Activities entered for helping each other."),
        "health_checked": words.say(
            "Members measured in the month, each once; nobody's own figures."
        ),
        "livelihood_groups": words.say("Groups that have not ended by the end of the month."),
        "livelihood_members": words.say("Members in at least one such group, each once."),
        "performing_teams": words.say("Teams that have not ended by the end of the month."),
        "exchanges": words.say("Meetings with other clubs from January to the end of the month."),
    }


def _money(words: Words) -> dict[str, str]:
    return {
        "fees_received": words.say(
            "Fees in the books in the month, whichever months they are for."
        ),
        "fees_in_advance": words.say("Of the fees received, those for later months."),
        "fees_owed": words.say("All fees up to this month that are not paid, of today's members."),
        "members_owing": words.say("Members with at least one unpaid month."),
        "gifts_in_money": words.say("Gifts in money; goods stand apart and are never priced."),
        "held_in_cash": words.say(
            "Of all funds at the end of the month, in boxes and in hands, by the books."
        ),
        "held_in_bank": words.say(
            "Of all funds at the end of the month, in accounts of the club, by the books."
        ),
        "cash_counted": words.say("The last count of every place in the month."),
        "cash_difference": words.say("What was counted, less what the books said at that moment."),
        "lending_fund_total": words.say(
            "Cash, bank and principal lent out; lending and repaying do not change it."
        ),
        "waiting": words.say("Told to Liên and not yet confirmed by the cashier; today's number."),
        "fund_opening": words.say("Cash and bank of the fund when the month began."),
        "fund_received": words.say("All money that came in; what only moved is not counted."),
        "fund_paid": words.say("All money that went out, loans included."),
        "fund_closing": words.say("Beginning, and received, less paid."),
        "fund_outstanding": words.say("Principal that borrowers of this fund still have."),
        "fund_total": words.say("Cash and bank at the end, and principal lent out."),
    }


def _lending(words: Words) -> dict[str, str]:
    return {
        "requests": words.say("Requests made in the month."),
        "asked": words.say("The sums of those requests."),
        "agreements": words.say("Requests that were agreed to in the month."),
        "agreed": words.say("The sums agreed to."),
        "payouts": words.say("Loans whose cash was handed over in the month."),
        "paid_out": words.say("Their principal, from the books."),
        "repaid": words.say("Principal that came back in the month, without interest."),
        "interest": words.say("Interest that came in with repayments."),
        "repayment_rate": words.say(
            "Principal that fell due in the month and was paid by its end, of all that fell due."
        ),
        "outstanding": words.say("Principal lent and neither repaid nor written off."),
        "borrowers": words.say("Members with principal still out; each counts once."),
        "rescheduled": words.say("Running loans that once got new due days; the mark stays."),
        "written_off": words.say("Principal given up by decision of the members' meeting."),
        "recovered": words.say("Payments in the month on loans that had been written off."),
        "in_need": words.say(
            "Who answered yes when asked “would you need a loan?”, and who has a loan."
        ),
        "in_need_with_loan": words.say("Of those in need, who has a loan running."),
        "in_need_percent": words.say("Those in need with a loan, of all in need (Decision 1648)."),
    }


def _late(words: Words) -> dict[str, str]:
    return {
        "overdue_loans": words.say("Loans with at least one late instalment."),
        "overdue": words.say("Late instalments only, their principal not yet paid."),
        "overdue_to_30_days": words.say("Instalments late by 1 to 30 days."),
        "overdue_to_90_days": words.say("Instalments late by 31 to 90 days."),
        "overdue_over_90_days": words.say("Instalments late by more than 90 days."),
        "at_risk": words.say("All principal left on loans with a late instalment."),
    }
