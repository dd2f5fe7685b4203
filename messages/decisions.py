"""What the meetings decided: who does it until when, and how far it is."""

from collections.abc import Sequence
from datetime import date

from messages.cards import Card, Choice
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.presses import ScreenPress, StartPress, packed
from messages.wording import Words


@moment("decisions.title")
def title(words: Words) -> str:
    return words.say("What was decided")


@moment("decisions.none")
def none(words: Words) -> str:
    return words.say("Nothing that the meetings decided is still to be done.")


@moment("decisions.list")
def listed(words: Words, lines: Sequence[Spoken], count: int) -> str:
    head = words.plural(
        "One thing that was decided is still to be done:",
        "{count} things that were decided are still to be done:",
        count,
    )
    return "\n".join([head, *(f"• {line}" for line in lines)])


@moment("decisions.settled_list")
def settled_listed(words: Words, lines: Sequence[Spoken]) -> str:
    if not lines:
        return words.say("Nothing has been done or dropped yet.")
    head = words.say("Done or dropped, the latest first:")
    return "\n".join([head, *(f"• {line}" for line in lines)])


@moment("decisions.settled_title")
def settled_title(words: Words) -> str:
    return words.say("What has been done")


@moment("decisions.open_title")
def open_title(words: Words) -> str:
    return words.say("What is still to be done")


@moment("decisions.line")
def line(words: Words, what: str, who: Spoken, until: date, *, is_overdue: bool) -> str:
    if is_overdue:
        return words.say(
            "{what} – {who}, until {until}: overdue", what=what, who=who, until=short_day(until)
        )
    return words.say("{what} – {who}, until {until}", what=what, who=who, until=short_day(until))


@moment("decisions.settled_line")
def settled_line(words: Words, what: str, state: str, day: date, *, reason: str = "") -> str:
    if state == "done":
        return words.say("{what}: done on {day}", what=what, day=short_day(day))
    return words.say(
        "{what}: dropped on {day}. The reason: {reason}",
        what=what,
        day=short_day(day),
        reason=reason,
    )


@moment("decisions.short")
def short(words: Words, what: str) -> str:
    """On a button."""
    return what if len(what) <= 40 else f"{what[:39].rstrip()}…"


@moment("decisions.overdue_task")
def overdue_task(words: Words, what: str) -> str:
    """A line of the board's list; short, for a button."""
    return words.say("Overdue: {what}", what=what if len(what) <= 36 else f"{what[:35].rstrip()}…")


@moment("decisions.whole_board")
def whole_board(words: Words) -> str:
    return words.say("the whole board")


@moment("decisions.somebody_else")
def somebody_else(words: Words) -> str:
    return words.say("Another member")


# Entering


@moment("decisions.enter")
def enter(words: Words) -> str:
    return words.say("Write down what was decided")


@moment("decisions.enter_another")
def enter_another(words: Words) -> str:
    return words.say("Another thing that was decided")


@moment("decisions.what")
def what_question(words: Words) -> str:
    return words.say("What was decided? For example: mend the roof of the village hall")


@moment("decisions.who")
def who_question(words: Words, what: str) -> str:
    return words.say("Who does it: {what}?", what=what)


@moment("decisions.until")
def until_question(words: Words) -> str:
    return words.say("Until which day?")


@moment("decisions.read_back")
def read_back(words: Words, what: str, who: Spoken, until: date) -> str:
    return words.say(
        "Decided: {what}\nWho does it: {who}\nUntil: {until}\nIs it right like this?",
        what=what,
        who=who,
        until=until,
    )


@moment("decisions.kept")
def kept(words: Words) -> str:
    return words.say("It is in the minutes. Three days before, I will send a reminder.")


@moment("decisions.given_to_you")
def given_to_you(words: Words, what: str, until: date) -> str:
    return words.say(
        "The meeting has decided something that you do: {what}, until {until}. I will remind you "
        "three days before.",
        what=what,
        until=until,
    )


@moment("decisions.back_to_minutes")
def back_to_minutes(words: Words) -> str:
    return words.say("Go on with the minutes")


@moment("decisions.write_anew")
def write_anew(words: Words) -> str:
    return words.say("Write it down again")


# What becomes of one


@moment("decisions.settle_title")
def settle_title(words: Words) -> str:
    return words.say("How far along is a decision?")


@moment("decisions.what_now")
def what_now(words: Words, what: str, who: Spoken, until: date) -> str:
    return words.say(
        "{what}\n{who}, until {until}. How far is it?", what=what, who=who, until=short_day(until)
    )


@moment("decisions.way")
def way(words: Words, way: str) -> str:
    ways = {
        "done": words.say("It is done"),
        "dropped": words.say("It is dropped"),
        "correct": words.say("It is written down wrongly"),
        "remove": words.say("Take it out of the minutes"),
        "nothing": words.say("Not done yet"),
    }
    return ways[way]


@moment("decisions.why")
def why(words: Words) -> str:
    return words.say("Why is it dropped? All members can read the reason.")


@moment("decisions.settle_read_back")
def settle_read_back(words: Words, what: str, way: str, reason: str = "") -> str:
    if way == "done":
        return words.say("It is done: {what}. Is that right?", what=what)
    if way == "remove":
        return words.say("I take it out of the minutes: {what}. Is that right?", what=what)
    return words.say(
        "It is dropped: {what}. The reason: {reason}. Is that right?", what=what, reason=reason
    )


@moment("decisions.settled")
def settled(words: Words, what: str, state: str) -> str:
    if state == "done":
        return words.say("Well done! I have noted that it is done: {what}", what=what)
    return words.say("I have noted that it is dropped: {what}", what=what)


@moment("decisions.settled_by")
def settled_by(words: Words, who: str, what: str) -> str:
    return words.say("{who} says it is done: {what}", who=who, what=what)


@moment("decisions.removed")
def removed(words: Words, what: str) -> str:
    return words.say("It is no longer in the minutes: {what}", what=what)


@moment("decisions.stays_open")
def stays_open(words: Words) -> str:
    return words.say("Then it stays on the list.")


@moment("decisions.gone")
def gone(words: Words) -> str:
    return words.say("This has been done or dropped already.")


# The reminder


@moment("decisions.reminder")
def reminder(words: Words, what: str, until: date) -> str:
    return words.say(
        "The meeting decided something that you do: {what}\nIt should be done by {until}. "
        "How far is it?",
        what=what,
        until=until,
    )


def reminder_card(number: int, what: str, until: date) -> Card:
    """Three days before its day, to whoever has promised to do it."""
    ways = (
        Choice(packed(StartPress("decision", f"{number} done")), way("done")),
        Choice(packed(ScreenPress("decisions")), title()),
    )
    return Card(reminder(what, until), choices=ways, numbered=False)
