"""The meeting table: what is due, what was entered, the questions, closing it."""

from collections.abc import Sequence
from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("table.title")
def title(words: Words) -> str:
    return words.say("Meeting table")


@moment("table.open_title")
def open_title(words: Words) -> str:
    return words.say("Open the meeting table")


@moment("table.close_title")
def close_title(words: Words) -> str:
    return words.say("Count and close the table")


@moment("table.drop_title")
def drop_title(words: Words) -> str:
    return words.say("Drop the table")


@moment("table.entry_title")
def entry_title(words: Words) -> str:
    return words.say("Enter money, person by person")


@moment("table.correct_title")
def correct_title(words: Words) -> str:
    return words.say("Correct a line")


@moment("table.question_title")
def question_title(words: Words) -> str:
    return words.say("Answer a question of the table")


@moment("table.list_title")
def list_title(words: Words) -> str:
    return words.say("List of the table")


@moment("table.sheet_title")
def sheet_title(words: Words) -> str:
    return words.say("Print the sheet to sign")


@moment("table.on_my_page")
def on_my_page(words: Words) -> str:
    return words.say("On my own page")


@moment("table.none_open")
def none_open(words: Words) -> str:
    return words.say(
        "No meeting table is open. At the table the money of a whole meeting is entered person by "
        "person; it comes into the books when the cash agrees."
    )


# Opening


@moment("table.which_day")
def which_day(words: Words) -> str:
    return words.say("For which meeting is the money taken?")


@moment("table.day")
def day(words: Words, day: date, *, is_planned: bool) -> str:
    if is_planned:
        return words.say("The meeting of {day}", day=short_day(day))
    return words.say("Today, {day}", day=short_day(day))


@moment("table.which_place")
def which_place(words: Words) -> str:
    return words.say("Where is the money put?")


@moment("table.count_before")
def count_before(words: Words, place: Spoken) -> str:
    return words.say(
        "Please count before the first one pays: how much lies there now ({place})? "
        "If nothing does, type 0.",
        place=place,
    )


@moment("table.before_differs")
def before_differs(words: Words, counted: Money, booked: Money) -> str:
    return words.say(
        "{counted} was counted, but the books say {booked}. Please count again; if it stays "
        "so, two people count the cash first. Then the table can be opened.",
        counted=counted,
        booked=booked,
    )


@moment("table.no_meeting_today")
def no_meeting_today(words: Words, today: date, following: date) -> str:
    """Asked before a table is opened on a day on which nobody meets."""
    return words.say(
        "The calendar has no meeting today, {today}. The next meeting is on {following}. "
        "Shall I open the table today all the same?",
        today=short_day(today),
        following=following,
    )


@moment("table.open_when")
def open_when(words: Words, following: date, *, is_today: bool) -> str:
    if is_today:
        return words.say("Open it today all the same")
    return words.say("Wait for {day}", day=short_day(following))


@moment("table.opened_then")
def opened_then(words: Words, following: date) -> str:
    return words.say(
        "Then no table is open now. On {day} please open it at the meeting.", day=following
    )


@moment("table.open_read_back")
def open_read_back(words: Words, day: date, place: Spoken, counted: Money) -> str:
    return words.say(
        "I open the meeting table:\n• Meeting of {day}\n• Money goes to: {place}\n"
        "• Cash before: {counted}\nIs that right?",
        day=day,
        place=place,
        counted=in_figures_and_words(words, counted),
    )


@moment("table.open_read_back_today")
def open_read_back_today(words: Words, day: date, place: Spoken, counted: Money) -> str:
    """The same on a day for which the calendar has no meeting."""
    return words.say(
        "I open the meeting table:\n• Today, {day}, without a meeting in the calendar\n"
        "• Money goes to: {place}\n• Cash before: {counted}\nIs that right?",
        day=day,
        place=place,
        counted=in_figures_and_words(words, counted),
    )


@moment("table.opened")
def opened(words: Words, day: date, people: int) -> str:
    return words.say(
        "The table of {day} is open, with {people} people on the list. Two people may work "
        "at it at once. Nothing is in the books until it is closed.",
        day=short_day(day),
        people=people,
    )


@moment("table.opened_by_other")
def opened_by_other(words: Words, by: str, day: date) -> str:
    return words.say("{by} has opened the meeting table of {day}.", by=by, day=short_day(day))


@moment("table.nothing")
def nothing(words: Words) -> str:
    return words.say("Then nothing has been changed.")


# The table


@moment("table.held_on")
def held_on(words: Words, day: date, following: date | None) -> str:
    """Its day; `following` is the next meeting, where none was planned for that day."""
    if following is None:
        return short_day(day)
    return words.say(
        "{day} (no meeting; the next is on {following})",
        day=short_day(day),
        following=short_day(following),
    )


@moment("table.overview")
def overview(
    words: Words,
    day: date,
    taken: Money,
    parts: Sequence[Spoken],
    *,
    people: int,
    of: int,
    groups: Sequence[Spoken],
    questions: int,
    before: Money,
    moved: Money,
    expected: Money,
) -> str:
    lines = [
        words.say("Meeting table of {day}", day=short_day(day)),
        words.say("Entered: {people} of {of} people", people=people, of=of),
        words.say("Taken: {taken}", taken=in_figures_and_words(words, taken)),
        bulleted(list(parts)),
    ]
    if groups:
        lines += [words.say("By group:"), bulleted(list(groups))]
    if questions:
        lines.append(_questions(words, questions))
    lines.append(words.say("Cash before: {before}", before=before))
    if moved:
        lines.append(words.say("Booked outside the table since then: {moved}", moved=moved))
    lines.append(words.say("There should be now: {expected}", expected=expected))
    return "\n".join(line for line in lines if line)


def _questions(words: Words, count: int) -> str:
    return words.plural(
        "One question waits for an answer.", "{count} questions wait for an answer.", count
    )


@moment("table.group")
def group(words: Words, name: str, amount: Money, people: int) -> str:
    shown = name or words.say("without a group")
    return words.plural(
        "{group}: {amount}, {count} person",
        "{group}: {amount}, {count} people",
        people,
        group=shown,
        amount=amount,
    )


@moment("table.parts")
def parts(words: Words, *, fee: Money, interest: Money, principal: Money, gift: Money) -> str:
    """'phí 20.000 đồng, lãi 7.000 đồng'; only what there is."""
    named = (
        (fee, words.say("fee {amount}", amount=fee)),
        (interest, words.say("interest {amount}", amount=interest)),
        (principal, words.say("principal {amount}", amount=principal)),
        (gift, words.say("Golden Heart {amount}", amount=gift)),
    )
    return ", ".join(said for amount, said in named if amount) or words.say("nothing")


@moment("table.part")
def part(words: Words, part: str, amount: Money) -> str:
    names = {
        "fee": words.say("Fees: {amount}", amount=amount),
        "interest": words.say("Interest: {amount}", amount=amount),
        "principal": words.say("Principal: {amount}", amount=amount),
        "gift": words.say("Golden Heart: {amount}", amount=amount),
    }
    return names[part]


@moment("table.person")
def person(words: Words, number: int, who: str) -> str:
    return words.say("{number}. {who}", number=str(number), who=who)


@moment("table.person_line")
def person_line(words: Words, number: int, who: str, has: Spoken | None) -> str:
    """A line of the list: what she has given, or that nothing is entered."""
    if has is None:
        return words.say("{number}. {who}: nothing yet", number=str(number), who=who)
    return words.say("{number}. {who}: {sums}", number=str(number), who=who, sums=has)


@moment("table.list_page")
def list_page(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join([words.say("The list of the table:"), *map(str, lines)])


# What is left open


@moment("table.task")
def task(words: Words, day: date) -> str:
    return words.say("Meeting table of {day} is open", day=short_day(day))


@moment("table.still_open")
def still_open(words: Words, count: int) -> str:
    return words.plural(
        "One meeting table is still open", "{count} meeting tables are still open", count
    )
