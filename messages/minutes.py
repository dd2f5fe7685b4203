"""The minutes of a meeting: how they are asked for, written and read."""

from collections.abc import Sequence
from datetime import date, time

from club.money import Money
from messages.entry_kinds import bulleted
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words, capital


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


@moment("minutes.part")
def part_name(words: Words, part: str) -> str:
    return _part(words, part)


def _part(words: Words, part: str) -> str:
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


@moment("minutes.next")
def write_next(words: Words, part: str) -> str:
    return words.say(
        "Go on: part {number}, {part}", number=PARTS.index(part) + 1, part=_part(words, part)
    )


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


# The dialogue that writes one part


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
        "Part {number} of 6: {part}", number=PARTS.index(part) + 1, part=_part(words, part)
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
            part=_part(words, part),
        )
    return words.say(
        "Part {number} of 6, {part}. {who} has written:\n“{written}”\nWhat shall I do?",
        number=PARTS.index(part) + 1,
        part=_part(words, part),
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
        "anew": words.say("Write the part anew"),
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
        "Part {number}, {part}:", number=PARTS.index(part) + 1, part=_part(words, part)
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


# The page of the minutes


@moment("minutes.overview")
def overview(
    words: Words, day: date, parts: Sequence[str], *, decided: int, other: Spoken | None = None
) -> str:
    """How far the minutes are: `parts` says of each of the six "written", "empty" or "open"."""
    marks = {"written": "✓", "empty": "–", "open": "…"}
    lines = [words.say("The minutes of {day}:", day=day)]
    lines += [
        f"{marks[state]} {number}. {_part(words, part)}"
        for number, (part, state) in enumerate(zip(PARTS, parts, strict=True), start=1)
    ]
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


@moment("minutes.page")
def page(words: Words, head: Spoken, sections: Sequence[Spoken]) -> str:
    return "\n\n".join([str(head), *map(str, sections)])


@moment("minutes.head")
def head(words: Words, day: date, at: time, place: str) -> str:
    return words.say(
        "Minutes of the meeting on {day}, at {time}, {place}", day=day, time=at, place=place
    )


@moment("minutes.section")
def section(words: Words, part: str, known: Sequence[Spoken], written: str) -> str:
    lines = [f"{PARTS.index(part) + 1}. {_part(words, part)}"]
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
            "Once they are signed nothing in them changes any more. Shall I ask for the signature?"
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
