"""The list to tick, the day's word, guests, and what was corrected."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from messages.moments import Spoken, moment
from messages.wording import Words, capital

_FEW = 5


@moment("roll.page")
def page(  # noqa: PLR0917 – where we are in the list, and what is noted so far
    words: Words, day: date, page: int, pages: int, present: int, absent: int
) -> str:
    first = words.say("Roll of {day}.", day=day)
    if pages > 1:
        first = words.say("Roll of {day}, page {page} of {pages}.", day=day, page=page, pages=pages)
    so_far = words.say(
        "So far: {present} present, {absent} absent.", present=present, absent=absent
    )
    how = words.say(
        "Choose a name to change it. Several numbers can be typed at once, for example: 2 5"
    )
    return "\n".join([first, so_far, how])


@moment("roll.page_noted")
def page_noted(words: Words, note: Spoken, page: Spoken) -> str:
    return f"{note}\n{page}"


@moment("roll.nobody_called")
def nobody_called(words: Words, typed: str) -> str:
    return words.say("I am not sure who on the list this is: {names}.", names=typed)


@moment("roll.other_number")
def other_number(words: Words, said: int, present: int) -> str:
    if said > present:
        return words.say(
            "You said {said} came; by the list it is {present} now. Who of the absent came?",
            said=said,
            present=present,
        )
    return words.say(
        "You said {said} came; by the list it is {present} now. Who else was absent?",
        said=said,
        present=present,
    )


@moment("roll.line")
def line(words: Words, name: Spoken, present: bool) -> str:
    if present:
        return capital(words.say("{name}: present", name=name))
    return capital(words.say("{name}: absent", name=name))


@moment("roll.read_back_beside")
def read_back_beside(
    words: Words, read_back: Spoken, came_after_all: Sequence[PersonName], unanswered: int
) -> str:
    """The roll, and where it is unlike what people had answered: by name where they are few."""
    lines = [str(read_back)]
    count = len(came_after_all)
    if 0 < count <= _FEW:
        names = ", ".join(came_after_all)
        lines.insert(0, words.say("Had said no and counted as present: {names}", names=names))
    elif count:
        # A few stand by name, so here they are always several.
        people = words.say("{count} people had said no and count as present.", count=count)
        lines.insert(0, people)
    if unanswered:
        more = words.plural(
            "{count} person had not answered and counts as present. Please look once more "
            "whether everybody really came.",
            "{count} people had not answered, and all of them count as present. Please look once "
            "more whether everybody really came.",
            unanswered,
        )
        lines.insert(0, more)
    return "\n".join(lines)


@moment("roll.control")
def control(words: Words, control: str) -> str:
    if control == "next":
        return words.say("Next page")
    return words.say("The whole list is done")


@moment("roll.note_guests")
def note_guests(words: Words) -> str:
    return words.say("Note guests")


@moment("roll.guests_title")
def guests_title(words: Words) -> str:
    return words.say("Guests of the meeting")


@moment("roll.which_guests")
def which_guests(words: Words, day: date) -> str:
    return words.say("Which guests came on {day}?", day=day)


def _kind(words: Words, kind: str) -> str:
    names = {
        "officer": words.say("Officers"),
        "other_club": words.say("Members of another club"),
        "young": words.say("Young people"),
        "other": words.say("Other guests"),
    }
    return names[kind]


@moment("roll.guest_kind")
def guest_kind(words: Words, kind: str) -> str:
    return _kind(words, kind)


@moment("roll.how_many_guests")
def how_many_guests(words: Words, kind: str) -> str:
    return words.say("{kind}: how many? Type 0 if there were none.", kind=_kind(words, kind))


@moment("roll.guest_line")
def guest_line(words: Words, kind: str, people: int) -> str:
    return words.say("{kind}: {people}", kind=_kind(words, kind), people=people)


@moment("roll.guests_noted")
def guests_noted(words: Words, day: date, guests: Sequence[Spoken]) -> str:
    if not guests:
        return words.say("The meeting on {day} had no guests.", day=day)
    return "\n".join(
        [words.say("Guests of the meeting on {day}:", day=day), *(f"• {each}" for each in guests)]
    )


@moment("roll.no_meeting")
def no_meeting(words: Words) -> str:
    return words.say("There is no meeting yet whose guests could be noted.")


# The day's word


@moment("roll.word_title")
def word_title(words: Words) -> str:
    return words.say("Day's word for the roll")


@moment("roll.word_given")
def word_given(words: Words, word: str) -> str:
    return words.say(
        "Today's word is: {word}\nPlease say it aloud or write it on the board. Whoever is there "
        "types it to me; whoever has no phone you tick on the list.",
        word=word.upper(),
    )


@moment("roll.no_meeting_today")
def no_meeting_today(words: Words) -> str:
    return words.say("There is no meeting today. The word is given on the day itself.")


@moment("roll.here_title")
def here_title(words: Words) -> str:
    return words.say("I am at the meeting")


@moment("roll.which_word")
def which_word(words: Words) -> str:
    return words.say("Which word does the board show at the meeting today?")


@moment("roll.no_word_today")
def no_word_today(words: Words) -> str:
    return words.say("No word has been given today. The board takes the roll by the list.")


@moment("roll.you_are_here")
def you_are_here(words: Words, day: date, had_said_no: bool) -> str:
    if had_said_no:
        return words.say(
            "That is the word. How good that you could come after all; I have noted that you are "
            "at the meeting of {day}.",
            day=day,
        )
    return words.say(
        "That is the word. I have noted that you are at the meeting of {day}.", day=day
    )


@moment("roll.wrong_word")
def wrong_word(words: Words, left: int) -> str:
    if left <= 0:
        return words.say(
            "That is not the word. Please ask somebody of the board to tick you on the list."
        )
    return words.plural(
        "That is not today's word. Please ask those beside you; you can try once more.",
        "That is not today's word. Please ask those beside you; you can try {count} more times.",
        left,
    )


# Corrections


@moment("roll.corrected")
def corrected(  # noqa: PLR0917 – who was noted how, when and by whom
    words: Words, who: PersonName, present: bool, day: str, by: PersonName
) -> str:
    said = words.say("{who}: present", who=who) if present else words.say("{who}: absent", who=who)
    if not by:
        return words.say("{day}: {said}", day=day, said=said)
    return words.say("{day}, {by}: {said}", day=day, by=by, said=said)


@moment("roll.corrections")
def corrections(words: Words, day: date, lines: Sequence[Spoken]) -> str:
    first = words.say("Corrected after the roll of {day}:", day=day)
    return "\n".join([first, *(f"• {each}" for each in lines)])


@moment("roll.see_corrections")
def see_corrections(words: Words) -> str:
    return words.say("What was corrected")
