"""The minutes of a meeting: how they are asked for, written, signed and found."""

from collections.abc import Sequence
from datetime import date, time

from messages.formats import short_day
from messages.meetings.minutes_lines import PARTS, part_in_words
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("minutes.title")
def title(words: Words) -> str:
    return words.say("Minutes of the meeting")


@moment("minutes.write_of")
def write_of(words: Words, day: date) -> str:
    """A line of the board's list; short, for a button."""
    return words.say("Write the minutes of {day}", day=short_day(day))


@moment("minutes.read_of")
def read_of(words: Words, day: date) -> str:
    return words.say("Minutes of {day}", day=short_day(day))


@moment("minutes.next")
def write_next(words: Words, part: str) -> str:
    return words.say(
        "Go on: part {number}, {part}",
        number=PARTS.index(part) + 1,
        part=part_in_words(words, part),
    )


# The page of the minutes


@moment("minutes.part_state")
def part_state(words: Words, part: str, state: str) -> str:
    """A line of the overview: written, passed over, or still open."""
    name = f"{PARTS.index(part) + 1}. {part_in_words(words, part)}"
    marks = {"written": "✓", "empty": "–", "open": "…"}
    return f"{marks[state]} {name}"


@moment("minutes.overview")
def overview(
    words: Words,
    day: date,
    parts: Sequence[Spoken],
    *,
    decided: int,
    other: Spoken | None = None,
) -> str:
    """How far the minutes are, a line for each of the six parts."""
    lines = [words.say("The minutes of {day}:", day=day), *map(str, parts)]
    if decided:
        lines.append(words.plural("One thing decided.", "{count} things decided.", decided))
    if other is not None:
        lines.append(str(other))
    return "\n".join(lines)


@moment("minutes.other_writer")
def other_writer(words: Words, who: str, part: str, at: time) -> str:
    """To somebody who opens minutes that another person is writing."""
    return words.say(
        "{who} is writing these minutes too (part {number}, at {time}). You can go on in the same "
        "minutes; nothing gets lost.",
        who=who,
        number=PARTS.index(part) + 1,
        time=at,
    )


@moment("minutes.waits")
def waits(words: Words, day: date, who: Spoken) -> str:
    return words.say(
        "The minutes of {day} are finished and wait for the signature of {who}.", day=day, who=who
    )


@moment("minutes.signed")
def signed(words: Words, day: date, who: str, on: date) -> str:
    return words.say(
        "The minutes of {day}. Signed by {who} on {on}.", day=day, who=who, on=short_day(on)
    )


@moment("minutes.nobody_signs")
def nobody_signs(words: Words) -> str:
    return words.say("the chair")


@moment("minutes.not_there")
def not_there(words: Words) -> str:
    return words.say("There are no signed minutes yet. I will show them here once there are.")


@moment("minutes.none_held_yet")
def none_held_yet(words: Words, planned_on: date | None) -> str:
    """To who writes them, before the first meeting was held."""
    said = words.say("Minutes are written once a meeting was held; none has been yet.")
    if planned_on is None:
        return said
    return said + "\n" + words.say("The next one is on {day}.", day=planned_on)


@moment("minutes.not_signed_yet")
def not_signed_yet(words: Words, day: date) -> str:
    return words.say(
        "The minutes of {day} are not signed yet. You can read them here afterwards.", day=day
    )


@moment("minutes.correct")
def correct(words: Words) -> str:
    return words.say("Correct a part")


@moment("minutes.which_part")
def which_part(words: Words, day: date) -> str:
    return words.say("Which part of the minutes of {day}?", day=short_day(day))


@moment("minutes.read")
def read_all(words: Words) -> str:
    return words.say("Read the minutes")


@moment("minutes.go_on_reading")
def go_on_reading(words: Words) -> str:
    return words.say("Read on")


@moment("minutes.back")
def back(words: Words) -> str:
    return words.say("Back to the minutes")


@moment("minutes.others")
def others(words: Words) -> str:
    return words.say("Earlier minutes")


@moment("minutes.which_meeting")
def which_meeting(words: Words) -> str:
    return words.say("The minutes of which meeting?")


@moment("minutes.as_pdf")
def as_pdf(words: Words) -> str:
    return words.say("To print and sign (PDF)")


@moment("minutes.paper_comes")
def paper_comes(words: Words, day: date, *, is_signed: bool) -> str:
    if is_signed:
        return words.say("The minutes of {day} to print.", day=day)
    return words.say("The minutes of {day} as they are now; they are not signed yet.", day=day)


# The signature


@moment("minutes.finish")
def finish(words: Words) -> str:
    return words.say("Finished: ask for the signature")


@moment("minutes.sign")
def sign(words: Words) -> str:
    return words.say("Look and sign")


@moment("minutes.finish_title")
def finish_title(words: Words) -> str:
    return words.say("Finish the minutes")


@moment("minutes.finish_read_back")
def finish_read_back(
    words: Words, day: date, *, missing: Sequence[Spoken], decided: Sequence[Spoken]
) -> str:
    lines = [words.say("The minutes of {day}:", day=day)]
    if missing:
        lines.append(
            words.say("Not written: {parts}", parts=", ".join(str(each) for each in missing))
        )
    if decided:
        lines.append(bulleted(list(decided)))
    lines.append(
        words.say(
            "Once they are signed nothing in them changes any more. I will ask for the "
            "signature. Is that right?"
        )
    )
    return "\n".join(lines)


@moment("minutes.not_finished")
def not_finished(words: Words) -> str:
    return words.say("Then the minutes stay open.")


@moment("minutes.described")
def described(
    words: Words, day: date, *, came: Spoken, decided: Sequence[Spoken], more: int = 0
) -> str:
    """To whoever signs; all of it is read on its own page."""
    lines = [words.say("The minutes of the meeting on {day}.", day=day), str(came)]
    if decided:
        lines.append(bulleted(list(decided)))
    if more:
        lines.append(
            words.plural("One more thing was decided.", "{count} more things were decided.", more)
        )
    return "\n".join(lines)


@moment("minutes.done")
def done(words: Words, day: date) -> str:
    return words.say("The minutes of {day} are signed. All members can read them.", day=day)


# Added after the signing


@moment("minutes.add")
def add(words: Words) -> str:
    return words.say("Add a correction")


@moment("minutes.add_question")
def add_question(words: Words, day: date) -> str:
    return words.say(
        "The minutes of {day} are signed, so nothing in them is rewritten. What was wrong or "
        "missing? I will put it below them, with today's date.",
        day=day,
    )


@moment("minutes.add_read_back")
def add_read_back(words: Words, written: str) -> str:
    return words.say("I will add: “{written}”. Is it right like this?", written=written)


@moment("minutes.added")
def added(words: Words, day: date) -> str:
    return words.say("It stands below the minutes of {day} now.", day=day)


@moment("minutes.nothing_added")
def nothing_added(words: Words) -> str:
    return words.say("Then nothing is added.")
