"""What stands in the minutes of a meeting: what is known by itself, and a part as it is read."""

from collections.abc import Sequence
from datetime import date, time

from club.money import Money
from messages.formats import short_day
from messages.meetings.where_held import where_held
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words, capital


@moment("minutes.part")
def part_name(words: Words, part: str) -> str:
    return part_in_words(words, part)


def part_in_words(words: Words, part: str) -> str:
    names = {
        "warm_up": words.say("Warming up"),
        "report": words.say("Report on what was done"),
        "talk": words.say("The talk"),
        "whom_to_help": words.say("Helping each other and the village"),
        "next_month": words.say("Plan for the next month"),
        "closing": words.say("Songs, games, closing"),
    }
    return names[part]


PARTS = ("warm_up", "report", "talk", "whom_to_help", "next_month", "closing")


# What is known by itself


@moment("minutes.came")
def came(words: Words, present: int, members: int, *, excused: int) -> str:
    text = words.say("{present} of {members} members came.", present=present, members=members)
    if not excused:
        return text
    said = words.plural(
        "One had said beforehand that it was not possible.",
        "{count} had said beforehand that it was not possible.",
        excused,
    )
    return f"{text} {said}"


@moment("minutes.no_roll")
def no_roll(words: Words) -> str:
    return words.say("The roll has not been taken yet.")


@moment("minutes.guests")
def guests(words: Words, guests: Sequence[Spoken]) -> str:
    return words.say("Guests: {guests}", guests=", ".join(str(each) for each in guests))


@moment("minutes.guest")
def guest(words: Words, kind: str, count: int) -> str:
    if kind == "officer":
        return words.plural("one officer", "{count} officers", count)
    if kind == "other_club":
        return words.plural("one person of another club", "{count} people of another club", count)
    if kind == "young":
        return words.plural("one young person", "{count} young people", count)
    return words.plural("one other guest", "{count} other guests", count)


@moment("minutes.reviewed")
def reviewed(words: Words, what: str, outcome: str, reason: str = "") -> str:
    if outcome == "done":
        return words.say("Decided before: {what} – done", what=what)
    if outcome == "dropped":
        return words.say("Decided before: {what} – dropped: {reason}", what=what, reason=reason)
    return words.say("Decided before: {what} – not done yet", what=what)


@moment("minutes.fees")
def fees(words: Words, payers: int, amount: Money) -> str:
    return words.plural(
        "One member paid fees: {amount}",
        "{count} members paid fees: {amount}",
        payers,
        amount=amount,
    )


@moment("minutes.gifts")
def gifts(words: Words, amount: Money) -> str:
    return words.say("Golden Heart book: {amount}", amount=amount)


@moment("minutes.repaid")
def repaid(words: Words, amount: Money) -> str:
    return words.say("Repaid on loans, with interest: {amount}", amount=amount)


@moment("minutes.loans_agreed")
def loans_agreed(words: Words, count: int, amount: Money) -> str:
    """What everybody may read of the loans."""
    return words.plural(
        "One loan agreed to: {amount}", "{count} loans agreed to: {amount}", count, amount=amount
    )


@moment("minutes.loan")
def loan(words: Words, what: str, name: str, amount: Money, *, by_meeting: bool) -> str:
    """A line of what is signed, for the board alone."""
    if what == "rescheduled":
        return words.say("New schedule for the loan of {name}", name=name)
    if what == "written_off":
        return words.say(
            "The meeting writes off a loan of {name}: {amount}", name=name, amount=amount
        )
    if by_meeting:
        return words.say("The meeting lends {amount} to {name}", name=name, amount=amount)
    return words.say("The board lends {amount} to {name}", name=name, amount=amount)


@moment("minutes.refused")
def refused(words: Words, count: int) -> str:
    return words.plural(
        "One request for a loan was not agreed to",
        "{count} requests for loans were not agreed to",
        count,
    )


@moment("minutes.activity")
def activity(words: Words, area: Spoken, what: str, people: int) -> str:
    if not people:
        return words.say("{area}: {what}", area=capital(str(area)), what=what)
    return words.plural(
        "{area}: {what} (one person)", "{area}: {what} ({count} people)", people,
        area=capital(str(area)), what=what,
    )  # fmt: skip


@moment("minutes.talk")
def talk(words: Words, topic: str) -> str:
    return words.say("Planned was: {topic}", topic=topic)


@moment("minutes.helped")
def helped(words: Words, count: int) -> str:
    return words.plural(
        "Since the last meeting somebody in trouble was helped once",
        "Since the last meeting people in trouble were helped {count} times",
        count,
    )


@moment("minutes.next_meeting")
def next_meeting(words: Words, day: date) -> str:
    return words.say("The next meeting: {day}", day=day)


@moment("minutes.ended")
def ended(words: Words, at: time) -> str:
    return words.say("The meeting ended at {time}.", time=at)


@moment("minutes.page")
def page(words: Words, head: Spoken, sections: Sequence[Spoken]) -> str:
    return "\n\n".join([str(head), *map(str, sections)])


@moment("minutes.head")
def head(words: Words, day: date, at: time, place: str) -> str:
    return words.say(
        "Minutes of the meeting on {day}, at {time}, {place}",
        day=day,
        time=at,
        place=where_held(words, place),
    )


@moment("minutes.section")
def section(words: Words, part: str, known: Sequence[Spoken], written: str) -> str:
    lines = [f"{PARTS.index(part) + 1}. {part_in_words(words, part)}"]
    if known:
        lines.append(bulleted(list(known)))
    if written:
        lines.append(written)
    if len(lines) == 1:
        lines.append(words.say("Nothing was written down."))
    return "\n".join(lines)


@moment("minutes.decision_line")
def decision_line(words: Words, what: str, who: Spoken, until: date) -> str:
    return words.say(
        "Decided: {what} – {who}, until {until}", what=what, who=who, until=short_day(until)
    )


@moment("minutes.addendum")
def addendum(words: Words, day: date, who: str, written: str) -> str:
    return words.say(
        "Added on {day} by {who}: {written}", day=short_day(day), who=who, written=written
    )
