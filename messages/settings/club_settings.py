"""What the club has settled, setting by setting, and changing it."""

from collections.abc import Sequence
from datetime import date

from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.settings.setting_values import effect_in_words, name_in_words
from messages.wording import Words


@moment("club_settings.title")
def title(words: Words) -> str:
    return words.say("Club settings")


@moment("club_settings.topic")
def topic(words: Words, topic: str) -> str:
    names = {
        "meeting": words.say("Meetings and lessons"),
        "spending": words.say("Paying out money"),
        "contributions": words.say("Contributions"),
        "loans": words.say("Lending"),
        "reminders": words.say("Reminders"),
    }
    return names[topic]


@moment("club_settings.name")
def name(words: Words, name: str) -> str:
    return name_in_words(words, name)


@moment("club_settings.line")
def line(words: Words, name: str, value: Spoken) -> str:
    return words.say("{what}: {value}", what=name_in_words(words, name), value=value)


@moment("club_settings.page")
def page(words: Words, club: str, topics: Sequence[Spoken]) -> str:
    first = words.say("What {club} has settled:", club=club)
    return "\n".join([first, *(str(each) for each in topics)])


@moment("club_settings.topic_lines")
def topic_lines(words: Words, topic_name: Spoken, lines: Sequence[Spoken]) -> str:
    return f"{topic_name}\n{bulleted(list(lines))}"


@moment("club_settings.topic_page")
def topic_page(words: Words, topic_name: Spoken, lines: Sequence[Spoken]) -> str:
    """Each setting with its value and what it changes."""
    return "\n".join([f"{topic_name}", *(str(each) for each in lines)])


@moment("club_settings.with_effect")
def with_effect(words: Words, name: str, value: Spoken) -> str:
    said = words.say("{what}: {value}", what=name_in_words(words, name), value=value)
    return f"• {said}\n{effect_in_words(words, name)}"


@moment("club_settings.one")
def one(  # noqa: PLR0917
    words: Words, name: str, value: Spoken, history: Sequence[Spoken], waits: Spoken = ""
) -> str:
    """One setting: value, what it changes, what it was before, what waits for a second yes."""
    parts = [words.say("{what}: {value}", what=name_in_words(words, name), value=value)]
    parts.append(effect_in_words(words, name))
    if waits:
        parts.append(words.say("Waits for a second person: {value}", value=waits))
    if history:
        parts += [words.say("Settled so far:"), bulleted(list(history))]
    return "\n".join(parts)


@moment("club_settings.was")
def was(words: Words, day: date, value: Spoken, who: str = "") -> str:
    """A line of the history."""
    shown = short_day(day)
    if who:
        return words.say("from {day}: {value} ({who})", day=shown, value=value, who=who)
    return words.say("from {day}: {value}", day=shown, value=value)


@moment("club_settings.change")
def change(words: Words) -> str:
    return words.say("Change this setting")


@moment("club_settings.change_title")
def change_title(words: Words) -> str:
    return words.say("Change a setting of the club")


@moment("club_settings.which_topic")
def which_topic(words: Words) -> str:
    return words.say("What is the setting about?")


@moment("club_settings.which_setting")
def which_setting(words: Words) -> str:
    return words.say("Which one shall change?")


@moment("club_settings.now")
def now(words: Words, name: str, value: Spoken, question: Spoken) -> str:
    """What holds now, what it changes, and the question."""
    present = words.say("{what} now: {value}", what=name_in_words(words, name), value=value)
    return f"{present}\n{effect_in_words(words, name)}\n{question}"


@moment("club_settings.to_what")
def to_what(words: Words) -> str:
    return words.say("What shall it be from now on?")


@moment("club_settings.sum_or_none")
def sum_or_none(words: Words, choice: str) -> str:
    if choice == "sum":
        return words.say("I will say a sum")
    return words.say("Nothing (0 đồng)")


@moment("club_settings.meets_by")
def meets_by(words: Words, way: str) -> str:
    names = {
        "solar": words.say("By a day of the solar month"),
        "lunar": words.say("By a day of the lunar month"),
        "weekday": words.say("By a day of the week"),
    }
    return names[way]


@moment("club_settings.which_number")
def which_number(words: Words, way: str) -> str:
    if way == "lunar":
        return words.say("On which day of the lunar month? In a short month 30 is the 29th.")
    return words.say("On which day of the month? In a month that is too short it is the last day.")


@moment("club_settings.which_weekday")
def which_weekday(words: Words) -> str:
    return words.say("On which day of the week?")


@moment("club_settings.which_of_them")
def which_of_them(words: Words) -> str:
    return words.say("On which of them in the month?")


@moment("club_settings.offer_it")
def offer_it(words: Words, value: Spoken) -> str:
    return words.say("{value}: shall the club offer it?", value=value)


@moment("club_settings.shortest")
def shortest(words: Words) -> str:
    return words.say("The fewest months?")


@moment("club_settings.longest")
def longest(words: Words) -> str:
    return words.say("And the most months?")


@moment("club_settings.step_of_ladder")
def step_of_ladder(words: Words, number: int) -> str:
    if number == 1:
        return words.say("Up to how much for a first loan?")
    if number == 2:
        return words.say("Up to how much after one loan repaid?")
    return words.say("Up to how much after two or more loans repaid?")


@moment("club_settings.share_of")
def share_of(words: Words, fund: Spoken) -> str:
    return words.say("What percentage of the interest shall {fund} get?", fund=fund)


@moment("club_settings.same")
def same(words: Words) -> str:
    return words.say("That is how it is already. Nothing has changed.")


@moment("club_settings.read_back")
def read_back(  # noqa: PLR0917
    words: Words, name: str, before: Spoken, value: Spoken, day: date, at_once: bool
) -> str:
    what = name_in_words(words, name)
    if at_once:
        return words.say(
            "{what}\n• until now: {before}\n• from today: {value}\nIs that right?",
            what=what,
            before=before,
            value=value,
        )
    return words.say(
        "{what}\n"
        "• until now: {before}\n"
        "• then: {value}\n"
        "A second person of the board has to agree; then all members are told, and seven "
        "days later the change begins. That is {day} at the earliest. Is that right?",
        what=what,
        before=before,
        value=value,
        day=short_day(day),
    )


@moment("club_settings.stays")
def stays(words: Words) -> str:
    return words.say("Then everything stays as it is.")


@moment("club_settings.changed")
def changed(words: Words, name: str, value: Spoken) -> str:
    return words.say(
        "From today: {what}: {value}. I have told the board.",
        what=name_in_words(words, name),
        value=value,
    )


@moment("club_settings.board_hears")
def board_hears(words: Words, name: str, value: Spoken, by: str) -> str:
    return words.say(
        "{by} has changed a setting of the club from today on: {what}: {value}.",
        by=by,
        what=name_in_words(words, name),
        value=value,
    )


@moment("club_settings.described")
def described(words: Words, name: str, before: Spoken, value: Spoken) -> str:
    """The proposal, as the second person reads it."""
    return words.say(
        "{what}\n• until now: {before}\n• then: {value}",
        what=name_in_words(words, name),
        before=before,
        value=value,
    )


@moment("club_settings.agreed")
def agreed(words: Words, name: str, value: Spoken, day: date) -> str:
    return words.say(
        "From {day}: {what}: {value}. I have told all members.",
        day=short_day(day),
        what=name_in_words(words, name),
        value=value,
    )


@moment("club_settings.members_hear")
def members_hear(words: Words, club: str, name: str, value: Spoken, day: date) -> str:  # noqa: PLR0917
    said = words.say(
        "The board of {club} has decided: {what}: {value}, from {day} on.",
        club=club,
        what=name_in_words(words, name),
        value=value,
        day=short_day(day),
    )
    return f"{said}\n{effect_in_words(words, name)}"
