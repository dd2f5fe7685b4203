"""The lines of the monthly summary; each is one thing said, short enough for a phone."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from club.money import NOTHING, Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.sums import quantity
from messages.units import goods_in_words, work_in_words
from messages.wording import Words, capital


@moment("summary.lines")
def lines(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join(str(each) for each in lines)


@moment("summary.blank")
def blank(words: Words) -> str:
    return ""


@moment("summary.head")
def head(words: Words, club: str, month: Month) -> str:
    return words.say("Summary of {month}\n{club}", month=month, club=club)


@moment("summary.final")
def final(words: Words) -> str:
    """As it was said before codes."""
    return words.say("The month is closed; nothing changes any more.")


@moment("summary.closed")
def final_with_code(words: Words, code: str) -> str:
    return words.say(
        "The month is closed; nothing changes any more. Closing code: {code}", code=code
    )


@moment("summary.so_far")
def so_far(words: Words, until: date) -> str:
    return words.say("Up to {day}; the month is still running.", day=short_day(until))


@moment("summary.not_closed")
def not_closed(words: Words) -> str:
    return words.say("The month is not closed yet.")


@moment("summary.areas")
def areas(words: Words, worked_on: int) -> str:
    return words.say("Areas worked on: {count} of 8", count=worked_on)


@moment("summary.fees")
def fees(words: Words, received: Money) -> str:
    return words.say("Fees received: {received}", received=received)


@moment("summary.fees_in_advance")
def fees_in_advance(words: Words, in_advance: Money) -> str:
    return words.say("Of that paid ahead: {sum}", sum=in_advance)


@moment("summary.fees_owed")
def fees_owed(words: Words, owed: Money, members: int) -> str:
    return words.plural(
        "Fees owed: {owed} ({count} person)",
        "Fees owed: {owed} ({count} people)",
        members,
        owed=owed,
    )


@moment("summary.golden_heart")
def golden_heart(words: Words, money: Money) -> str:
    return words.say("Golden Heart book: {sum}", sum=money)


@moment("summary.goods")
def goods(words: Words, thousandths: int, unit: str, item: str) -> str:
    return f"• {goods_in_words(words, item, thousandths, unit)}"


@moment("summary.working_days")
def working_days(words: Words, thousandths: int) -> str:
    return f"• {work_in_words(words, thousandths)}"


@moment("summary.fund_name")
def fund_name(words: Words, name: str) -> str:
    """The two funds every club has go by their kind; others by the name the club gave them."""
    names = {
        "income": words.say("Income-generation fund"),
        "operating": words.say("Operating fund"),
    }
    return names.get(name, name)


@moment("summary.fund")
def fund(words: Words, name: Spoken, total: Money) -> str:
    return words.say("{fund}: {total}", fund=name, total=total)


@moment("summary.fund_parts")
def fund_parts(words: Words, cash: Money, lent: Money) -> str:
    return words.say("• cash and bank {cash}\n• lent {lent}", cash=cash, lent=lent)


@moment("summary.fund_flow")
def fund_flow(words: Words, opening: Money, received: Money, paid: Money, closing: Money) -> str:  # noqa: PLR0917
    return "\n".join(
        [
            words.say("• money at the beginning {sum}", sum=opening),
            words.say("• in {sum}", sum=received),
            words.say("• out {sum}", sum=paid),
            words.say("• money at the end {sum}", sum=closing),
        ]
    )


@moment("summary.fund_lent")
def fund_lent(words: Words, lent: Money) -> str:
    return words.say("• lent {sum}", sum=lent)


@moment("summary.fund_owed")
def fund_owed(words: Words, lenders: Money, shares: Money) -> str:
    return words.say("• owed to lenders {lenders}, shares {shares}", lenders=lenders, shares=shares)


@moment("summary.counted")
def counted(words: Words, counted: Money) -> str:
    return words.say("Cash counted: {sum}, as in the books", sum=counted)


@moment("summary.counted_otherwise")
def counted_otherwise(words: Words, counted: Money, difference: Money) -> str:
    if difference.dong < 0:
        return words.say(
            "Cash counted: {sum}; {missing} is missing", sum=counted, missing=-difference
        )
    return words.say("Cash counted: {sum}; {more} too much", sum=counted, more=difference)


@moment("summary.counted_on")
def counted_on(words: Words, day: date, place: Spoken, *, counted: Money, difference: Money) -> str:
    """One place's last count of the month beside what the books said on that day."""
    where, on = capital(str(place)), f"{day.day}/{day.month}"
    if difference == NOTHING:
        return words.say(
            "{place}, counted on {day}: {sum}, as the books then", place=where, day=on, sum=counted
        )
    line = words.say("{place}, counted on {day}: {sum};", place=where, day=on, sum=counted)
    books = counted - difference
    if difference < NOTHING:
        then = words.say(
            "the books then: {books}, {missing} is missing", books=books, missing=-difference
        )
    else:
        then = words.say("the books then: {books}, {more} too much", books=books, more=difference)
    return f"{line}\n{then}"


@moment("summary.not_counted")
def not_counted(words: Words) -> str:
    return words.say("The cash was not counted in this month")


@moment("summary.life")
def life(  # noqa: PLR0917
    words: Words, actions: int, measured: int, groups: int, people: int, met: int
) -> str:
    """What there is nothing of is left out."""
    lines = []
    if actions:
        lines.append(words.say("Work for the whole village: {count}", count=actions))
    if measured:
        lines.append(
            words.plural(
                "Weighed or measured: {count} person",
                "Weighed or measured: {count} people",
                measured,
            )
        )
    if groups:
        lines.append(
            words.say(
                "Livelihood groups: {groups}; people in them: {people}",
                groups=groups,
                people=people,
            )
        )
    if met:
        lines.append(words.say("Other clubs met this year: {count}", count=met))
    return "\n".join(lines)


@moment("summary.helped")
def helped(words: Words, people: int, visits: int) -> str:
    return words.say("People helped: {people}; home visits: {visits}", people=people, visits=visits)


@moment("summary.help_money")
def help_money(words: Words, sum_: Money) -> str:
    return words.say("Help in money: {sum}", sum=sum_)


@moment("summary.support")
def support(words: Words, sessions: int, volunteers: int, minutes: int) -> str:
    return words.say(
        "Support sessions: {sessions}; volunteers: {volunteers}; hours: {hours}",
        sessions=sessions,
        volunteers=volunteers,
        hours=quantity(round(minutes * 1000 / 60 / 100) * 100),
    )


@moment("summary.lesson_of_month")
def lesson_of_month(words: Words, month: Month, reached: int, done: int) -> str:
    """Of which month, since the practice page tells of the coming one's."""
    return words.say(
        "Lesson of {month}: sent to {reached}, learnt to the end by {done}",
        month=month,
        reached=reached,
        done=done,
    )


@moment("summary.lesson")
def lesson(words: Words, reached: int, done: int) -> str:
    """As it was said before it named the month."""
    return words.say(
        "Lesson on the phone: sent to {reached}, learnt to the end by {done}",
        reached=reached,
        done=done,
    )


@moment("summary.poor")
def poor(words: Words, poor: int) -> str:
    return words.say("Poor or near-poor: {count}", count=poor)


@moment("summary.younger")
def younger(words: Words, younger: int) -> str:
    return words.say("Younger than 60: {count}", count=younger)


@moment("summary.older_women")
def older_women(words: Words, women: int, older: int) -> str:
    return words.say("Women among the older: {women} of {older}", women=women, older=older)


@moment("summary.waiting")
def waiting(words: Words, count: int) -> str:
    return words.plural(
        "{count} contribution waits for the cashier",
        "{count} contributions wait for the cashier",
        count,
    )


@moment("summary.to_phone")
def to_phone(words: Words, count: int) -> str:
    return words.plural("To phone: {count} person", "To phone: {count} people", count)


@moment("summary.month_before")
def month_before(words: Words, line: Spoken) -> str:
    return words.say("The month before: {line}", line=line)
