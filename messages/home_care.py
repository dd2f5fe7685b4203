"""Home care: who is cared for, the visits, and what is said when visits are missing."""

from collections.abc import Sequence
from datetime import date

from messages.cards import Card, Choice
from messages.entry_kinds import bulleted
from messages.moments import Spoken, moment
from messages.presses import StartPress, packed
from messages.wording import Words


@moment("care.title")
def title(words: Words) -> str:
    return words.say("Care at home")


@moment("care.mine")
def mine(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join(
        [
            words.say("You visit:"),
            bulleted([str(each) for each in lines]),
            words.say("Have you been there today? Tap the name and I note the visit."),
        ]
    )


@moment("care.client_line")
def client_line(  # noqa: PLR0917
    words: Words, name: str, address: str, made: int, agreed: int, paused: str = ""
) -> str:
    who = words.say("{name}, {where}", name=name, where=address) if address else words.shown(name)
    if paused:
        return words.say("{who}: {why}", who=who, why=_why(words, paused))
    return words.say(
        "{who}: {made} of {agreed} visits this week", who=who, made=made, agreed=agreed
    )


def _why(words: Words, why: str) -> str:
    names = {
        "hospital": words.say("in hospital"),
        "away": words.say("away from home"),
        "other": words.say("no visits for now"),
    }
    return names[why]


@moment("care.visited")
def visited(words: Words, name: str) -> str:
    return words.say("Visited: {name}", name=name)


@moment("care.nobody_to_visit")
def nobody_to_visit(words: Words) -> str:
    return words.say(
        "Nobody has been given to you to visit yet. If you would like to help, please tell the "
        "club's board."
    )


@moment("care.whom")
def whom(words: Words) -> str:
    return words.say("Whom did you visit?")


@moment("care.who_visited")
def who_visited(words: Words, name: str) -> str:
    return words.say("Who visited {name}?", name=name)


@moment("care.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day?")


@moment("care.read_back")
def read_back(words: Words, name: str, day: date) -> str:
    return words.say("I note: a visit to {name}, {day}. Is that right?", name=name, day=day)


@moment("care.logged")
def logged(words: Words, name: str, day: date) -> str:
    return words.say(
        "I have noted your visit to {name}, {day}. Thank you for looking after each other.",
        name=name,
        day=day,
    )


@moment("care.take_back")
def take_back(words: Words) -> str:
    return words.say("Take the visit back")


@moment("care.taken_back")
def taken_back(words: Words, name: str, day: date) -> str:
    return words.say("The visit to {name}, {day}, is gone.", name=name, day=day)


@moment("care.not_noted")
def not_noted(words: Words) -> str:
    return words.say("All right, I have noted no visit.")


# The board


@moment("care.clients_title")
def clients_title(words: Words) -> str:
    return words.say("People cared for")


@moment("care.clients")
def clients(words: Words, count: int) -> str:
    if not count:
        return words.say("The club cares for nobody at home yet.")
    return words.plural(
        "The club cares for {count} person at home.",
        "The club cares for {count} people at home.",
        count,
    )


@moment("care.begin_title")
def begin_title(words: Words) -> str:
    return words.say("Begin to care for somebody")


@moment("care.for_whom")
def for_whom(words: Words) -> str:
    return words.say("Who needs care at home? Please type the name of the member, or a part of it.")


@moment("care.how_often")
def how_often(words: Words, name: str) -> str:
    return words.say("How many visits a week are agreed with {name}?", name=name)


@moment("care.where")
def where(words: Words, name: str) -> str:
    return words.say(
        "Where does {name} live, and how does one find it? Only her volunteers read this.",
        name=name,
    )


@moment("care.by_whom")
def by_whom(words: Words, name: str) -> str:
    return words.say("Who visits {name}? Please type the name, or a part of it.", name=name)


@moment("care.begin_read_back")
def begin_read_back(words: Words, name: str, visits: int, volunteer: str) -> str:
    return words.plural(
        "{name}: {count} visit a week, by {volunteer}. Is that right?",
        "{name}: {count} visits a week, by {volunteer}. Is that right?",
        visits,
        name=name,
        volunteer=volunteer,
    )


@moment("care.client")
def client(  # noqa: PLR0917
    words: Words,
    name: str,
    agreed: int,
    volunteers: Sequence[str],
    made: Sequence[int],
    paused: str = "",
) -> str:
    lines = [
        words.plural(
            "{name}: {count} visit a week is agreed.",
            "{name}: {count} visits a week are agreed.",
            agreed,
            name=name,
        )
    ]
    if paused:
        lines.append(words.say("Now: {why}.", why=_why(words, paused)))
    if volunteers:
        who = ", ".join(words.shown(each) for each in volunteers)
        lines.append(words.say("Visited by: {who}", who=who))
    else:
        lines.append(words.say("Nobody visits yet."))
    lines.append(
        words.say(
            "Visits last week: {last}; the week before: {before}", last=made[0], before=made[1]
        )
    )
    return "\n".join(lines)


@moment("care.change_title")
def change_title(words: Words) -> str:
    return words.say("Change the care")


@moment("care.change_what")
def change_what(words: Words) -> str:
    return words.say("What shall be different?")


@moment("care.part")
def part(words: Words, part: str) -> str:
    names = {
        "volunteer": words.say("Somebody more visits"),
        "no_volunteer": words.say("Somebody visits no more"),
        "visits": words.say("Visits a week"),
        "address": words.say("Where it is"),
        "ends": words.say("The care ends"),
    }
    return names[part]


@moment("care.who_no_more")
def who_no_more(words: Words) -> str:
    return words.say("Who visits no more?")


@moment("care.sure_to_end")
def sure_to_end(words: Words, name: str) -> str:
    return words.say("Does the care for {name} end today?", name=name)


@moment("care.pause_title")
def pause_title(words: Words) -> str:
    return words.say("Away or in hospital")


@moment("care.resume_title")
def resume_title(words: Words) -> str:
    return words.say("Back at home")


@moment("care.why")
def why(words: Words, name: str) -> str:
    return words.say("Why is {name} not to be visited for now?", name=name)


@moment("care.reason")
def reason(words: Words, why: str) -> str:
    return words.say("{why}", why=_why(words, why).capitalize())


@moment("care.changed")
def changed(words: Words, name: str, what: str) -> str:
    names = {
        "begun": words.say("From today the club cares for {name} at home.", name=name),
        "visits": words.say("The visits to {name} are changed.", name=name),
        "address": words.say("I have noted where {name} is to be found.", name=name),
        "volunteer": words.say("One more now visits {name}.", name=name),
        "no_volunteer": words.say("The volunteers of {name} are changed.", name=name),
        "paused": words.say(
            "All right. Until {name} is back at home I remind nobody of visits.", name=name
        ),
        "resumed": words.say("{name} is back at home; the visits go on.", name=name),
        "ended": words.say("The care for {name} has ended.", name=name),
    }
    return names[what]


@moment("care.volunteer_hears")
def volunteer_hears(words: Words, by: str, name: str, visits: int) -> str:
    return words.plural(
        "{by} asks you to visit {name}, once a week. Where it is, I show you under “Care at home”.",
        "{by} asks you to visit {name}; {count} visits a week are agreed. Where it is, I show you "
        "under “Care at home”.",
        visits,
        by=by,
        name=name,
    )


@moment("care.two_short_weeks")
def two_short_weeks(words: Words, name: str) -> str:
    return words.say("{name}: too few visits for two weeks", name=name)


# Said once a week


@moment("reminders.visits_missed")
def visits_missed(words: Words, name: str, made: int, due: int) -> str:
    return words.say(
        "Last week {name} was visited {made} of {due} agreed times. Perhaps you can look in this "
        "week. If it does not suit you, please tell the club's board.",
        name=name,
        made=made,
        due=due,
    )


@moment("reminders.visited_today")
def visited_today(words: Words) -> str:
    return words.say("I was there today")


def visits_missed_card(client_id: int, name: str, *, made: int, due: int) -> Card:
    """One tap notes today's visit; another says that nobody is at home."""
    ways = (
        (StartPress("log_visit", str(client_id)), visited_today()),
        (StartPress("pause_care", str(client_id)), pause_title()),
    )
    return Card(
        visits_missed(name, made, due),
        choices=tuple(Choice(packed(press), label) for press, label in ways),
        numbered=False,
    )
