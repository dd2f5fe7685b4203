"""What to do next, the eight areas by name, and the national norms as plain sentences."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from club.areas import Area
from club.calendar import Month
from club.money import Money
from club.summary.next_steps import NextStep
from club.summary.norms import NormCode
from messages.formats import short_day
from messages.moments import Moment, Spoken, moment
from messages.wording import Words


@moment("summary.area")
def area(words: Words, code: str) -> str:
    """An activity area by its code."""
    names = {
        "TTN": words.say("earning more"),
        "CSSK": words.say("health"),
        "CSTN": words.say("care at home"),
        "TGN": words.say("helping each other"),
        "QLI": words.say("rights and benefits"),
        "NT": words.say("knowledge"),
        "VHVN": words.say("songs and culture"),
        "VDNL": words.say("finding resources"),
    }
    return names[code]


@moment("summary.area_line")
def area_line(words: Words, area: Spoken, times: int) -> str:
    if not times:
        return words.say("✗ {area}: not yet", area=area)
    return words.plural("✓ {area}: once", "✓ {area}: {count} times", times, area=area)


@moment("summary.no_work_in_areas")
def no_work_in_areas(words: Words) -> str:
    return words.say("Nothing was done in the eight areas this month.")


@moment("summary.todo_head")
def todo_head(words: Words) -> str:
    return words.say("To do next:")


@moment("summary.todo_of_month")
def todo_of_month(words: Words, month: Month) -> str:
    """Of a month that is over: what its own figures ask for, not what today brings."""
    return words.say("Left to do from {month}:", month=month)


@moment("summary.nothing_to_do")
def nothing_to_do(words: Words) -> str:
    return words.say("Everything is in order. Well done!")


@moment("summary.numbered")
def numbered(words: Words, number: int, step: Spoken) -> str:
    return f"{number}. {step}"


@moment("summary.step_plain")
def step_plain(words: Words, step: str) -> str:
    """A step that names no figure."""
    names = {
        "hold_meeting": words.say("Hold the month's meeting"),
        "help_somebody": words.say("Help somebody who is in need"),
        "train_board": words.say("Have the board trained this year"),
    }
    return names[step]


@moment("summary.settle_cash_difference")
def settle_cash_difference(words: Words, difference: Money) -> str:
    return words.say("Find out why the cash differs by {sum}", sum=Money(abs(difference.dong)))


@moment("summary.confirm_waiting")
def confirm_waiting(words: Words, count: int) -> str:
    return words.plural(
        "Confirm {count} contribution that waits", "Confirm {count} contributions that wait", count
    )


@moment("summary.take_roll")
def take_roll(words: Words, held_on: date) -> str:
    return words.say("Take the roll of the meeting on {day}", day=short_day(held_on))


@moment("summary.write_minutes")
def write_minutes(words: Words, held_on: date) -> str:
    return words.say("Write the minutes of {day}", day=short_day(held_on))


@moment("summary.count_cash")
def count_cash(words: Words, expected: Money) -> str:
    return words.say("Count the cash: it should be {sum}", sum=expected)


@moment("summary.close_month")
def close_month(words: Words, month: Month) -> str:
    return words.say("Close {month}", month=month)


@moment("summary.see_late_borrowers")
def see_late_borrowers(words: Words, loans: int, overdue: Money) -> str:
    return words.plural(
        "Visit the borrower who is late: {overdue}",
        "Visit the {count} borrowers who are late: {overdue}",
        loans,
        overdue=overdue,
    )


@moment("summary.collect_fees")
def collect_fees(words: Words, members: int, owed: Money) -> str:
    return words.plural(
        "Remind {count} person of the fee: {owed}",
        "Remind {count} people of the fee: {owed}",
        members,
        owed=owed,
    )


@moment("summary.work_on_areas")
def work_on_areas(words: Words, areas: Sequence[Spoken]) -> str:
    if len(areas) == len(Area):
        return words.say("Begin with something in one of the eight areas")
    return words.say("Do something for: {areas}", areas=", ".join(map(str, areas)))


@moment("summary.lend_to_those_in_need")
def lend_to_those_in_need(words: Words, members: int, cash: Money) -> str:
    return words.plural(
        "{count} member needs a loan; the fund has {cash}",
        "{count} members need a loan; the fund has {cash}",
        members,
        cash=cash,
    )


@moment("summary.find_volunteers")
def find_volunteers(words: Words, missing: int) -> str:
    return words.plural(
        "Find {count} more person for care at home",
        "Find {count} more people for care at home",
        missing,
    )


@moment("summary.phone_people")
def phone_people(words: Words, count: int) -> str:
    return words.plural(
        "Phone {count} person whom messages do not reach",
        "Phone {count} people whom messages do not reach",
        count,
    )


@moment("summary.invite_members")
def invite_members(words: Words, missing: int) -> str:
    return words.plural("Invite {count} more member", "Invite {count} more members", missing)


_PLAIN = frozenset({"hold_meeting", "help_somebody", "train_board"})
_WITH_FIGURES: Mapping[str, Any] = {
    "settle_cash_difference": settle_cash_difference,
    "confirm_waiting": confirm_waiting,
    "take_roll": take_roll,
    "write_minutes": write_minutes,
    "count_cash": count_cash,
    "close_month": close_month,
    "see_late_borrowers": see_late_borrowers,
    "collect_fees": collect_fees,
    "lend_to_those_in_need": lend_to_those_in_need,
    "find_volunteers": find_volunteers,
    "phone_people": phone_people,
    "invite_members": invite_members,
}


def step_line(step: NextStep) -> Moment:
    """The sentence for one thing to do."""
    name = step.step.value
    if name in _PLAIN:
        return step_plain(step=name)
    if name == "work_on_areas":
        codes: Any = step.values["areas"]
        return work_on_areas(areas=[area(code=code) for code in codes])
    said: Moment = _WITH_FIGURES[name](**step.values)
    return said


@moment("summary.norms_head")
def norms_head(words: Words, period: str) -> str:
    return words.say("Compared with the national norms ({period}):", period=period)


@moment("summary.norm_name")
def norm_name(words: Words, code: str) -> str:
    names = {
        NormCode.MEMBERS: words.say("Members"),
        NormCode.OLDER_PERCENT: words.say("Older members, %"),
        NormCode.OLDER_WOMEN_PERCENT: words.say("Women among the older, %"),
        NormCode.LENDING_FUND_DONG: words.say("Lending fund"),
        NormCode.BORROWERS_IN_NEED_PERCENT: words.say("Of those in need, who borrow, %"),
        NormCode.AREAS: words.say("Areas"),
        NormCode.MEETINGS: words.say("Meetings in the month"),
        NormCode.BOARD_TRAINED: words.say("Board trained this year"),
        NormCode.HOME_CARE_VOLUNTEERS: words.say("Volunteers for care at home"),
        NormCode.PEOPLE_HELPED: words.say("People helped"),
    }
    return names[NormCode(code)]


@moment("summary.norm")
def norm(  # noqa: PLR0917 – one sentence, five facts
    words: Words, name: Spoken, value: Spoken, aim: Spoken, standing: str
) -> str:
    signs = {"below": "✗", "within": "✓", "above": "✓", "not_known": "?"}
    return words.say(
        "{sign} {name}: {value} (norm {aim})",
        sign=signs[standing],
        name=name,
        value=value,
        aim=aim,
    )


@moment("summary.norm_not_stated")
def norm_not_stated(words: Words, name: Spoken) -> str:
    return words.say("{name}: not stated for these years", name=name)


@moment("summary.figure")
def figure(words: Words, lowest: int | None, highest: int | None, is_money: bool) -> str:
    """One figure, or a range of figures; '?' where it is not known."""
    if lowest is None:
        return "?"
    shown = [words.shown(Money(each)) if is_money else str(each) for each in (lowest, highest or 0)]
    return f"{shown[0]}–{shown[1]}" if highest is not None else shown[0]
