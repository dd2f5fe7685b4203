"""Home care as the board plans it: for whom, by whom, how often."""

from collections.abc import Sequence

from messages.life.home_care import why_in_words
from messages.moments import moment
from messages.wording import Words


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
        "Where does {name} live, and how does one find it? Only the people who visit read this.",
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
    last: int,
    before: int,
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
        lines.append(words.say("Now: {why}.", why=why_in_words(words, paused)))
    if volunteers:
        who = ", ".join(words.shown(each) for each in volunteers)
        lines.append(words.say("Visited by: {who}", who=who))
    else:
        lines.append(words.say("Nobody visits yet."))
    lines.append(
        words.say("Visits last week: {last}; the week before: {before}", last=last, before=before)
    )
    return "\n".join(lines)


@moment("care.change_title")
def change_title(words: Words) -> str:
    return words.say("Change the care")


@moment("care.change_what")
def change_what(words: Words) -> str:
    return words.say("What would you like to change?")


@moment("care.part")
def part(words: Words, part: str) -> str:
    names = {
        "volunteer": words.say("Somebody else visits too"),
        "no_volunteer": words.say("Somebody stops visiting"),
        "visits": words.say("Visits a week"),
        "address": words.say("Where it is"),
        "ends": words.say("The care ends"),
    }
    return names[part]


@moment("care.who_no_more")
def who_no_more(words: Words) -> str:
    return words.say("Who stops visiting?")


@moment("care.sure_to_end")
def sure_to_end(words: Words, name: str) -> str:
    return words.say("Does the care for {name} end today?", name=name)


@moment("care.resume_title")
def resume_title(words: Words) -> str:
    return words.say("Back at home")


@moment("care.changed")
def changed(words: Words, name: str, what: str) -> str:
    names = {
        "begun": words.say("From today the club cares for {name} at home.", name=name),
        "visits": words.say("The visits to {name} are changed.", name=name),
        "address": words.say("I have noted where {name} is to be found.", name=name),
        "volunteer": words.say("One more person now visits {name}.", name=name),
        "no_volunteer": words.say("The volunteers of {name} are changed.", name=name),
        "paused": words.say(
            "All right. Until {name} is back at home I will remind nobody of visits.", name=name
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
