"""Terms of offices, trainings of the board, stand-ins and acting chairs, and the officer's yes."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from messages.cards import Card, Choice
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.presses import StartPress, packed
from messages.roles import office
from messages.wording import Words, capital

# Terms


@moment("term.title")
def term_title(words: Words) -> str:
    return words.say("Note until when somebody was elected")


@moment("term.until")
def term_until(words: Words, name: PersonName) -> str:
    return words.say("Until which day was {name} elected? For example: 30/6/2028", name=name)


@moment("term.read_back")
def term_read_back(words: Words, name: PersonName, role: str, until: date) -> str:
    return words.say(
        "The term of {name} as {office} ends on {day}. Is that right?",
        name=name,
        office=office(words, role),
        day=short_day(until),
    )


@moment("term.set")
def term_set(words: Words, name: PersonName, role: str, until: date) -> str:
    return words.say(
        "It is noted: the term of {name} as {office} ends on {day}. I will remind the board "
        "30 days before.",
        name=name,
        office=office(words, role),
        day=short_day(until),
    )


@moment("term.line")
def term_line(words: Words, line: Spoken, until: date) -> str:
    return words.say("{line}, elected until {day}", line=line, day=short_day(until))


@moment("reminders.term_ends")
def term_ends(words: Words, name: PersonName, role: str, until: date) -> str:
    return words.say(
        "The term of {name} as {office} ends on {day}. Please put the election on the next "
        "meeting's list.",
        name=name,
        office=office(words, role),
        day=short_day(until),
    )


def term_card(name: PersonName, role: str, until: date) -> Card:
    return Card(term_ends(name, role, until), numbered=False)


# Trainings


@moment("training.title")
def training_title(words: Words) -> str:
    return words.say("Note a training of the board")


@moment("training.list_title")
def training_list_title(words: Words) -> str:
    return words.say("The board's trainings")


@moment("training.which")
def which_training(words: Words) -> str:
    return words.say("Which training was it?")


@moment("training.kind")
def training_kind(words: Words, refresher: bool) -> str:
    return _kind(words, refresher)


def _kind(words: Words, refresher: bool) -> str:
    if refresher:
        return words.say("The yearly refresher")
    return words.say("The first course")


@moment("training.day")
def training_day(words: Words) -> str:
    return words.say("On which day was it?")


@moment("training.place")
def training_place(words: Words) -> str:
    return words.say("Where was it? For example: the commune's house of culture")


@moment("training.read_back")
def training_read_back(words: Words, refresher: bool, day: date, place: str) -> str:
    return words.say(
        "{kind}, on {day}, {place}. Is that right?",
        kind=_kind(words, refresher),
        day=short_day(day),
        place=place,
    )


@moment("training.noted")
def training_noted(words: Words, day: date) -> str:
    return words.say(
        "The training of {day} is noted. It counts in the summary; in a year I will ask for "
        "the next.",
        day=short_day(day),
    )


@moment("training.line")
def training_line(words: Words, refresher: bool, day: date, place: str) -> str:
    text = words.say("{day}: {kind}", day=short_day(day), kind=_kind(words, refresher))
    return f"{text}, {place}" if place else text


@moment("training.listed")
def training_listed(words: Words, lines: Sequence[Spoken]) -> str:
    if not lines:
        return words.say("No training of the board is noted yet.")
    return "\n".join([words.say("Trainings of the board:"), *(f"• {each}" for each in lines)])


def training_choice() -> Choice:
    """The way from the yearly reminder to noting it."""
    return Choice(packed(StartPress("note_training")), training_title())


# Stand-ins


@moment("stand_in.title")
def stand_in_title(words: Words) -> str:
    return words.say("Name a stand-in for the cashier")


@moment("stand_in.who")
def stand_in_who(words: Words) -> str:
    return words.say(
        "Who stands in for the cashier? Please type the name. Chair and bookkeeper cannot."
    )


@moment("stand_in.until")
def stand_in_until(words: Words) -> str:
    return words.say("Until which day? 60 days at most.")


@moment("stand_in.read_back")
def stand_in_read_back(words: Words, name: PersonName, until: date) -> str:
    return words.say(
        "From today until {day} {name} stands in for the cashier. Two people have counted "
        "the cash today. Is that right?",
        name=name,
        day=short_day(until),
    )


@moment("stand_in.described")
def stand_in_described(words: Words, name: PersonName, until: date) -> str:
    return words.say(
        "{name} stands in for the cashier from today until {day}.", name=name, day=short_day(until)
    )


@moment("stand_in.you")
def you_stand_in(words: Words, club: str, until: date) -> str:
    return words.say(
        "From today until {day} you stand in for the cashier of {club}. The cash was counted by "
        "two. Type “menu” to see what you can do.",
        day=short_day(until),
        club=club,
    )


@moment("stand_in.cashier_told")
def cashier_told(words: Words, name: PersonName, until: date) -> str:
    return words.say(
        "Until {day} {name} stands in for you as cashier. Afterwards the office is yours again.",
        day=short_day(until),
        name=name,
    )


@moment("stand_in.end_title")
def end_stand_in_title(words: Words) -> str:
    return words.say("The cashier is back")


@moment("stand_in.task")
def stand_in_task(words: Words, name: PersonName) -> str:
    return words.say("Count the cash: {name} no longer stands in", name=name)


@moment("stand_in.end_sure")
def end_stand_in_sure(words: Words, name: PersonName) -> str:
    return words.say(
        "Have two people counted the cash today, and has {name} stopped standing in?", name=name
    )


@moment("stand_in.ended")
def stand_in_ended(words: Words, name: PersonName) -> str:
    return words.say("It is noted: {name} no longer stands in. The cash was counted.", name=name)


@moment("stand_in.is_over")
def stand_in_is_over(words: Words, club: str) -> str:
    return words.say(
        "You no longer stand in for the cashier of {club}. The cash was counted. Thank you!",
        club=club,
    )


@moment("stand_in.yours_again")
def yours_again(words: Words, club: str) -> str:
    return words.say("From today you are cashier of {club} again.", club=club)


@moment("stand_in.line")
def stand_in_line(words: Words, role: str, name: PersonName, until: date) -> str:
    if role == "chair":
        return words.say("{name} is acting chair until {day}", name=name, day=short_day(until))
    return words.say("{name} stands in as cashier until {day}", name=name, day=short_day(until))


# The acting chair


@moment("acting.title")
def acting_title(words: Words) -> str:
    return words.say("Name an acting chair")


@moment("acting.who")
def acting_who(words: Words) -> str:
    return words.say(
        "Who shall be acting chair for 60 days? Please type the name. Bookkeeper and cashier "
        "cannot."
    )


@moment("acting.read_back")
def acting_read_back(words: Words, name: PersonName) -> str:
    return words.say(
        "{name} shall be acting chair for 60 days. A second person of the board has to agree, and "
        "then the officer of the commune. Is that right?",
        name=name,
    )


@moment("acting.described")
def acting_described(words: Words, name: PersonName) -> str:
    return words.say("{name} shall be acting chair for 60 days.", name=name)


@moment("acting.asked")
def officer_is_asked(words: Words, what: Spoken) -> str:
    return words.say(
        "{what}\nTwo of the board have agreed; I have asked the officer now.", what=what
    )


@moment("acting.members_told")
def members_told(words: Words, club: str, name: PersonName, until: date) -> str:
    return words.say(
        "{club} has no chair at present. Until {day} {name} is acting chair; the officer of the "
        "commune has agreed.",
        club=club,
        name=name,
        day=short_day(until),
    )


@moment("office_times.role_held")
def role_held(words: Words, role: str, name: str) -> str:
    return words.say("{office}: {name}", office=capital(office(words, role)), name=name)
