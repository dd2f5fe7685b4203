"""The questions by which one part of the minutes is written, and what is read back of it."""

from collections.abc import Sequence
from datetime import date

from messages.formats import short_day
from messages.meetings.minutes_lines import PARTS, part_in_words
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("minutes.part_title")
def part_title(words: Words) -> str:
    return words.say("Write a part of the minutes")


@moment("minutes.nothing_to_write")
def nothing_to_write(words: Words) -> str:
    return words.say(
        "There is no meeting yet whose minutes could be written. They are written once the "
        "meeting's day has come."
    )


@moment("minutes.ask")
def ask_part(words: Words, part: str, known: Sequence[Spoken]) -> str:
    """The question of a part; what is known by itself stands before it."""
    head = words.say(
        "Part {number} of 6: {part}", number=PARTS.index(part) + 1, part=part_in_words(words, part)
    )
    lines = [head]
    if known:
        lines += [words.say("I have noted by myself:"), bulleted(list(known))]
    return "\n".join([*lines, _question(words, part)])


def _question(words: Words, part: str) -> str:
    questions = {
        "warm_up": words.say("How did the meeting begin? For example: who led it, what was sung."),
        "report": words.say(
            "What else was reported? Everybody will read it, so please nothing about single "
            "people's debts."
        ),
        "talk": words.say("Who talked, and what is worth remembering?"),
        "whom_to_help": words.say("Whom will the club help, and what will it do for the village?"),
        "next_month": words.say(
            "What is planned for the next month? What somebody has promised to do by a day is "
            "written down separately, afterwards."
        ),
        "closing": words.say("How did the meeting end? For example: songs, games."),
    }
    return questions[part]


@moment("minutes.there")
def there(words: Words, part: str, written: str, who: str) -> str:
    """Before writing a part that stands there already."""
    if not written:
        return words.say(
            "Part {number} of 6, {part}, was passed over. What shall I do?",
            number=PARTS.index(part) + 1,
            part=part_in_words(words, part),
        )
    return words.say(
        "Part {number} of 6, {part}. {who} has written:\n“{written}”\nWhat shall I do?",
        number=PARTS.index(part) + 1,
        part=part_in_words(words, part),
        who=who,
        written=written,
    )


@moment("minutes.already")
def already(words: Words, who: str, written: str) -> str:
    return words.say("{who} has written already: “{written}”", who=who, written=written)


@moment("minutes.meanwhile")
def meanwhile(words: Words, written: str, who: str, yours: str) -> str:
    """Two wrote the same part at once."""
    return words.say(
        "{who} is writing these minutes too, and has just written this part:\n“{written}”\n"
        "Your words are not lost:\n“{yours}”\nWhat shall I do?",
        who=who,
        written=written,
        yours=yours,
    )


@moment("minutes.way")
def way(words: Words, way: str) -> str:
    ways = {
        "add": words.say("Add to it"),
        "anew": words.say("Write the part again"),
        "leave": words.say("Leave it as it is"),
    }
    return ways[way]


@moment("minutes.add_what")
def add_what(words: Words) -> str:
    return words.say("What shall be added?")


@moment("minutes.stays")
def stays(words: Words) -> str:
    return words.say("The part stays as it is.")


@moment("minutes.when_ended")
def when_ended(words: Words) -> str:
    return words.say("At what time did the meeting end?")


@moment("minutes.pictures")
def pictures(words: Words) -> str:
    return words.say("Are there photos of the meeting? Please send them one after the other.")


@moment("minutes.recording")
def recording(words: Words) -> str:
    return words.say(
        "Would you like to keep a voice message with the minutes, perhaps a song? Please send it."
    )


@moment("minutes.kept_with_it")
def kept_with_it(words: Words, count: int) -> str:
    return words.plural(
        "One photo or voice message is kept with it",
        "{count} photos and voice messages are kept with it",
        count,
    )


@moment("minutes.review")
def review(words: Words, decided_on: date, what: str, *, who: Spoken, until: date) -> str:
    """Asked about in the first part, one decision after the other."""
    return words.say(
        "Decided on {decided}: {what}\n{who}, until {until}. How far is it?",
        decided=short_day(decided_on),
        what=what,
        who=who,
        until=short_day(until),
    )


@moment("minutes.outcome")
def outcome(words: Words, outcome: str) -> str:
    names = {
        "done": words.say("It is done"),
        "not_yet": words.say("Not done yet"),
        "dropped": words.say("It is dropped"),
    }
    return names[outcome]


@moment("minutes.why_dropped")
def why_dropped(words: Words) -> str:
    return words.say("Why is it dropped? A few words are enough.")


@moment("minutes.part_read_back")
def part_read_back(words: Words, part: str, written: str, more: Sequence[Spoken]) -> str:
    head = words.say(
        "Part {number}, {part}:", number=PARTS.index(part) + 1, part=part_in_words(words, part)
    )
    lines = [head, f"“{written}”"] if written else [head]
    if more:
        lines.append(bulleted(list(more)))
    return "\n".join([*lines, words.say("Is it right like this?")])


@moment("minutes.part_kept")
def part_kept(words: Words, part: str, *, is_empty: bool) -> str:
    number = PARTS.index(part) + 1
    if is_empty:
        return words.say("I have passed over part {number}.", number=number)
    return words.say("Part {number} is in the minutes.", number=number)
