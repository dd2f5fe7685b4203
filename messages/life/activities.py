"""What the club did in the eight areas: told in a line, read back, listed, corrected, planned."""

from collections.abc import Sequence
from datetime import date

from club.calendar import Month
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("club_life.title")
def club_life_title(words: Words) -> str:
    return words.say("The club's activities")


@moment("club_life.which")
def club_life_which(words: Words) -> str:
    return words.say("What would you like to see or note?")


@moment("activities.did_title")
def did_title(words: Words) -> str:
    return words.say("What the club has done")


@moment("activities.log_title")
def log_title(words: Words) -> str:
    return words.say("Note an activity")


@moment("activities.list_title")
def list_title(words: Words) -> str:
    return words.say("Correct an activity")


@moment("activities.one_by_one")
def one_by_one(words: Words) -> str:
    return words.say("One by one")


# Asked


@moment("activities.which_area")
def which_area(words: Words) -> str:
    return words.say("Which of the eight areas does it belong to?")


@moment("activities.what")
def what_was_done(words: Words) -> str:
    return words.say("What did the club do? Choose one of these, or type it in a few words.")


@moment("activities.how_many")
def how_many(words: Words) -> str:
    return words.say("How many people took part? For example: 20")


@moment("activities.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day was it?")


@moment("activities.day_too_old")
def day_too_old(words: Words, first: date) -> str:
    return words.say(
        "The month of that day is closed, or the club was not there yet. I can note days from "
        "{first} to today. On which day was it?",
        first=words.shown(first),
    )


@moment("activities.read_back")
def read_back(  # noqa: PLR0917
    words: Words, area: Spoken, what: str, people: int, day: date, exchange: str = ""
) -> str:
    lines = [_line(words, area, what, people, day)]
    if exchange:
        lines.append(words.say("Met: {club}", club=exchange))
    return "\n".join([*lines, words.say("Is everything right?")])


def _line(words: Words, area: Spoken, what: str, people: int, day: date) -> str:  # noqa: PLR0917
    shown = {"area": str(area), "what": what, "day": words.shown(day)}
    return words.plural(
        "{area}: {what}, {count} person, {day}.",
        "{area}: {what}, {count} people, {day}.",
        people,
        **shown,
    )


@moment("activities.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is to be different?")


@moment("activities.part")
def part(words: Words, part: str) -> str:
    names = {
        "area": words.say("The area"),
        "what": words.say("What was done"),
        "people": words.say("How many people"),
        "day": words.say("The day"),
        "led": words.say("Who led it"),
        "exchange": words.say("Which club"),
        "nothing": words.say("I do not want to note it"),
    }
    return names[part]


@moment("activities.not_noted")
def not_noted(words: Words) -> str:
    return words.say("All right, I have noted nothing.")


@moment("activities.noted")
def noted(  # noqa: PLR0917
    words: Words, area: Spoken, what: str, people: int, day: date, areas: int
) -> str:
    return "\n".join(
        [
            words.say("I have noted it:"),
            _line(words, area, what, people, day),
            words.plural(
                "This month the club has worked on {count} of the eight areas.",
                "This month the club has worked on {count} of the eight areas.",
                areas,
            ),
        ]
    )


@moment("activities.add_leader")
def add_leader(words: Words) -> str:
    return words.say("Add who led it")


@moment("activities.add_photo")
def add_photo(words: Words) -> str:
    return words.say("Add a photo")


@moment("activities.people_agree")
def people_agree(words: Words) -> str:
    return words.say(
        "Does everybody who can be seen in the photo agree that all members of the club see it? "
        "If not, or if nobody has asked, only the board sees it."
    )


@moment("activities.send_photo")
def send_photo(words: Words) -> str:
    return words.say("Please send one photo of the activity.")


@moment("activities.undo")
def undo(words: Words) -> str:
    return words.say("Take it away again")


# Shown


@moment("activities.line")
def line(words: Words, day: date, what: str, people: int) -> str:
    return words.plural(
        "{day}: {what} ({count} person)",
        "{day}: {what} ({count} people)",
        people,
        day=f"{day:%d/%m}",
        what=what,
    )


@moment("activities.did")
def did(  # noqa: PLR0917
    words: Words,
    month: Month,
    worked_on: int,
    count: int,
    lines: Sequence[Spoken],
    missing: Spoken,
) -> str:
    first = words.plural(
        "{month}: {worked} of the eight areas, {count} activity.",
        "{month}: {worked} of the eight areas, {count} activities.",
        count,
        month=words.shown(month),
        worked=worked_on,
    )
    said = [first[:1].upper() + first[1:]]
    if lines:
        said.append(bulleted([str(each) for each in lines]))
    if missing:
        said.append(words.say("Not yet this month: {areas}.", areas=missing))
    return "\n".join(said)


@moment("activities.areas_joined")
def areas_joined(words: Words, areas: Sequence[Spoken]) -> str:
    return ", ".join(str(each) for each in areas)


@moment("activities.which_one")
def which_one(words: Words, count: int) -> str:
    return words.plural(
        "{count} activity this month. Which one is it?",
        "{count} activities this month. Which one is it?",
        count,
    )


@moment("activities.none_yet")
def none_yet(words: Words) -> str:
    return words.say("Nothing has been noted this month yet.")


@moment("activities.one")
def one(  # noqa: PLR0917
    words: Words,
    area: Spoken,
    what: str,
    people: int,
    day: date,
    led_by: Spoken = "",
    team: str = "",
    exchange: str = "",
) -> str:
    lines = [_line(words, area, what, people, day)]
    if led_by:
        lines.append(words.say("Led by: {who}", who=led_by))
    if team:
        lines.append(words.say("Team: {team}", team=team))
    if exchange:
        lines.append(words.say("Met: {club}", club=exchange))
    return "\n".join(lines)


@moment("activities.change")
def change(words: Words) -> str:
    return words.say("Change it")


@moment("activities.remove")
def remove(words: Words) -> str:
    return words.say("Delete it")


@moment("activities.change_what")
def change_what(words: Words) -> str:
    return words.say("What shall be changed?")


@moment("activities.who_led")
def who_led(words: Words) -> str:
    return words.say("Who led it? Please type the name.")


@moment("activities.nobody_found")
def nobody_found(words: Words) -> str:
    return words.say(
        "I find no such member. The list of members has the names as I know them; nothing is noted."
    )


@moment("activities.guest_or_member")
def guest_or_member(words: Words, name: str) -> str:
    return words.say("No member of the club is called {name}. Was it a guest?", name=name)


@moment("activities.which_of_them")
def which_of_them(words: Words) -> str:
    return words.say("Several people have this name. Who was it?")


@moment("activities.sure_to_remove")
def sure_to_remove(words: Words, line: Spoken) -> str:
    return words.say("Shall I delete this: {line}?", line=line)


@moment("activities.kept")
def kept(words: Words) -> str:
    return words.say("All right, it stays as it is.")


@moment("activities.changed")
def changed(words: Words, line: Spoken) -> str:
    return words.say("Now it says: {line}", line=line)


@moment("activities.removed")
def removed(words: Words, line: Spoken) -> str:
    return words.say("Deleted: {line}", line=line)
