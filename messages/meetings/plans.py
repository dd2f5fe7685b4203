"""Areas that nobody has touched, ideas for them, plans; and what is said in mid-month."""

from collections.abc import Sequence
from datetime import date

from club.areas import Area
from messages.cards import Card, Choice
from messages.ideas import idea_numbered
from messages.moments import Moment, Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.presses import Press, ScreenPress, packed
from messages.wording import Words


@moment("ideas.idea")
def idea(words: Words, area: str, number: int) -> str:
    """In the language of who reads it; the file may have lost it since."""
    found = idea_numbered(Area(area), number)
    return words.say("another idea") if found is None else found.written(words)


@moment("ideas.title")
def ideas_title(words: Words) -> str:
    return words.say("What is still missing, and ideas")


@moment("ideas.untouched")
def untouched(words: Words, areas: Sequence[Spoken], no_action: bool = False) -> str:
    """`no_action`: nothing was done for the whole village either."""
    if not areas:
        return words.say("All eight areas have been worked on this month. Well done!")
    said = [
        words.plural(
            "This month {count} area has not been touched yet:",
            "This month {count} areas have not been touched yet:",
            len(areas),
        ),
        bulleted([str(each) for each in areas]),
    ]
    if no_action:
        said.append(words.say("There was no work for the whole village yet: lanes, trees, a roof."))
    said.append(words.say("Choose an area to see three ideas."))
    return "\n".join(said)


@moment("ideas.three")
def three(words: Words, area: Spoken) -> str:
    return words.say("{area}: three ideas for this month.", area=area)


@moment("ideas.one")
def one_idea(words: Words, area: Spoken, what: Spoken) -> str:
    return words.say("{area}: {what}", area=area, what=what)


@moment("ideas.done_already")
def done_already(words: Words) -> str:
    return words.say("We have done it: note it")


@moment("ideas.plan_it")
def plan_it(words: Words) -> str:
    return words.say("Plan it for a day")


@moment("ideas.own")
def own_idea(words: Words) -> str:
    return words.say("Something else was done")


@moment("plans.title")
def plan_title(words: Words) -> str:
    return words.say("Plan an activity")


@moment("plans.what")
def what_is_planned(words: Words) -> str:
    return words.say("What shall the club do? Choose one of these, or type it in a few words.")


@moment("plans.which_day")
def plan_which_day(words: Words) -> str:
    return words.say("For which day?")


@moment("plans.planned")
def planned(words: Words, what: str, day: date) -> str:
    return words.say(
        "Planned: {what}, {day}. From that day on it stands on the board's list, to be noted "
        "with two taps.",
        what=what,
        day=words.shown(day),
    )


@moment("plans.line")
def plan_line(words: Words, what: str, day: date) -> str:
    return words.say("Planned for {day}: {what}", day=f"{day:%d/%m}", what=what)


@moment("plans.drop")
def drop_plan(words: Words) -> str:
    return words.say("It came to nothing")


@moment("plans.dropped")
def plan_dropped(words: Words, what: str) -> str:
    return words.say("All right, “{what}” is off the list.", what=what)


# Said in the middle of the month


@moment("reminders.areas_untouched")
def areas_untouched(words: Words, areas: Sequence[Spoken], no_action: bool) -> str:
    said = [words.say("Half of the month is over.")]
    if areas:
        said.append(
            words.plural(
                "The club has not touched {count} area yet: {areas}.",
                "The club has not touched {count} areas yet: {areas}.",
                len(areas),
                areas=", ".join(str(each) for each in areas),
            )
        )
    if no_action:
        said.append(words.say("There was no work for the whole village yet: lanes, trees, a roof."))
    said.append(words.say("Here are three ideas. Tap one to note it or to plan it."))
    return "\n".join(said)


def areas_untouched_card(
    areas: Sequence[Moment], ideas: Sequence[tuple[str, int]], *, no_action: bool
) -> Card:
    """For the board: each idea a tap away, and the way to more of them."""
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("idea", f"{area}-{number}"), idea(area, number)) for area, number in ideas
    ]
    ways.append((ScreenPress("untouched"), ideas_title()))
    return Card(
        areas_untouched(areas=list(areas), no_action=no_action),
        choices=tuple(Choice(packed(press), label) for press, label in ways),
        numbered=False,
    )
