"""Praise: people whom their clubs name, and the congratulation of a club that stands out."""

from collections.abc import Sequence

from club.address import PersonName
from club.calendar import Month
from club.rollup.totals import PraisedPerson, Standing
from messages.figures.rollup_names import criterion, span_name
from messages.moments import Moment, Spoken, moment
from messages.wording import Words, capital


@moment("praise.officer_work")
def officer_work(words: Words) -> str:
    return words.say("Work of an officer")


@moment("praise.which_work")
def which_work(words: Words) -> str:
    return words.say("What would you like to see or do for the clubs of your area?")


@moment("praise.merit")
def merit(words: Words, code: str) -> str:
    """What somebody is praised for, behind her name or as a choice."""
    names = {
        "helps_others": words.say("helps others in need"),
        "home_care": words.say("cares for sick people at home"),
        "livelihood": words.say("does well in business and shows others how"),
        "gives": words.say("gives money, goods or working days"),
        "teaches": words.say("teaches others to use a phone"),
        "comes": words.say("comes to every meeting"),
    }
    return names[code]


@moment("praise.merit_choice")
def merit_choice(words: Words, code: str) -> str:
    return capital(merit.write(words, code=code))


@moment("praise.somebody")
def somebody(words: Words, merit_code: str) -> str:
    """Who has not said yes to her name being told."""
    return words.say("a member: {merit}", merit=merit.write(words, code=merit_code))


@moment("praise.person")
def person(words: Words, name: PersonName, merit_code: str) -> str:
    return words.say("{name}: {merit}", name=name, merit=merit.write(words, code=merit_code))


def said_of(one: PraisedPerson) -> Moment:
    """Her name and what for; without her consent only what for."""
    if not one.name:
        return somebody(merit_code=one.merit)
    return person(name=PersonName(one.name, one.form), merit_code=one.merit)


# ------------------------------------------------------------------ a club names somebody


@moment("praise.name_title")
def name_title(words: Words) -> str:
    return words.say("Name a member for praise")


@moment("praise.which_month")
def which_month(words: Words) -> str:
    return words.say(
        "Officers of the Association see the people you name beside the club's figures. For "
        "which month is the praise?"
    )


@moment("praise.month")
def month_choice(words: Words, month: Month) -> str:
    return capital(words.shown(month))


@moment("praise.whom")
def whom(words: Words) -> str:
    return words.say("Who shall be praised? Please type the name, or a part of it.")


@moment("praise.what_for")
def what_for(words: Words, name: PersonName) -> str:
    return words.say("What shall {name} be praised for?", name=name)


@moment("praise.has_said")
def has_said(words: Words, name: PersonName) -> str:
    return words.say(
        "{name} has no chat with me. Have you asked, and may the name be told to the Association "
        "and to the whole club? Without a yes it says only “a member”.",
        name=name,
    )


@moment("praise.name_read_back")
def name_read_back(  # noqa: PLR0917 – one question
    words: Words, name: PersonName, month: Month, code: str, asked: bool, agreed: bool
) -> str:
    """asked: she is asked herself; else `agreed` is what she said to the board's face."""
    if asked:
        how = words.say("I will first ask whether the name may be told.")
    elif agreed:
        how = words.say("The name is told: you have asked and heard a yes.")
    else:
        how = words.say("The name is not told: it says only “a member”.")
    said = words.say(
        "For {month} the club praises {name}: {merit}.",
        month=words.shown(month),
        name=name,
        merit=merit.write(words, code=code),
    )
    question = words.say("Is that right?")
    return f"{said}\n{how}\n{question}"


@moment("praise.named")
def named(words: Words, name: PersonName, asked: bool) -> str:
    if asked:
        return words.say(
            "It is noted. I have asked {name}, and will tell you the answer.", name=name
        )
    return words.say("It is noted: {name} is praised.", name=name)


@moment("praise.not_named")
def not_named(words: Words) -> str:
    return words.say("All right, nobody is named.")


# ------------------------------------------------------------------ she is asked herself


@moment("praise.answer_title")
def answer_title(words: Words) -> str:
    return words.say("May my name be told for praise?")


@moment("praise.may_i_say")
def may_i_say(words: Words, club: str, month: Month, code: str) -> str:
    return words.say(
        "{club} would like to praise you for {month}: {merit}.\n"
        "May your name be told to officers of the Association and to the whole club? "
        "If not, it says only “a member”. You can change it any time.",
        club=club,
        month=words.shown(month),
        merit=merit.write(words, code=code),
    )


@moment("praise.answered")
def answered(words: Words, yes: bool) -> str:
    if yes:
        return words.say("Thank you. Your name is told with the praise.")
    return words.say("That is all right. Your name is not told; it says only “a member”.")


@moment("praise.board_hears")
def board_hears(words: Words, name: PersonName, yes: bool) -> str:
    if yes:
        return words.say("{name} agrees to be named for praise.", name=name)
    return words.say("{name} would rather not be named; it says only “a member”.", name=name)


@moment("praise.not_praised")
def not_praised(words: Words) -> str:
    return words.say("Nobody has named you for praise so far, so there is nothing to answer.")


# ------------------------------------------------------------------ an officer congratulates


@moment("praise.congratulate_title")
def congratulate_title(words: Words) -> str:
    return words.say("Congratulate a club")


@moment("praise.which_time")
def which_time(words: Words) -> str:
    return words.say("For which period shall a club be congratulated?")


@moment("praise.not_over")
def not_over(words: Words) -> str:
    return words.say("That time is not over yet, so nobody is congratulated for it.")


@moment("praise.which_club")
def which_club(words: Words) -> str:
    return words.say("Which club? These stand out and have not been congratulated yet.")


@moment("praise.club_choice")
def club_choice(words: Words, club: str, commune: str) -> str:
    return f"{club}, {commune}" if commune else club


@moment("praise.none_left")
def none_left(words: Words, span: str) -> str:
    return words.say(
        "For {span} no club stands out that has not been congratulated yet.",
        span=span_name.write(words, span=span),
    )


@moment("praise.done_already")
def done_already(words: Words, club: str, span: str) -> str:
    return words.say(
        "{club} has been congratulated for {span} already. Once is enough.",
        club=club,
        span=span_name.write(words, span=span),
    )


@moment("praise.congratulation")
def congratulation(  # noqa: PLR0917 – one letter
    words: Words,
    name: PersonName,
    area: str,
    club: str,
    span: str,
    criteria: Sequence[Spoken],
    people: Sequence[Spoken],
) -> str:
    """As everybody in the club reads it."""
    lines = [
        words.say(
            "{name}, officer of the Association in {area}, congratulates {club}.",
            name=name,
            area=area,
            club=club,
        ),
        words.say("In {span} the club reached:", span=span_name.write(words, span=span)),
        *(f"• {each}" for each in criteria),
    ]
    if people:
        lines += [words.say("With praise:"), *(f"• {each}" for each in people)]
    lines.append(words.say("Thank you, and keep well!"))
    return "\n".join(lines)


def congratulation_of(name: PersonName, area: str, club: Standing, span: str) -> Moment:
    """The letter to a club that stands out."""
    return congratulation(
        name=name,
        area=area,
        club=club.club,
        span=span,
        criteria=[criterion(code=each) for each in club.criteria],
        people=[said_of(each) for each in club.people],
    )


@moment("praise.read_back")
def read_back(words: Words, letter: Spoken, *, by_chat: int, to_phone: int, night: bool) -> str:
    """The letter as it will be, and how many get it."""
    lines = [
        words.say("This is what the whole club will read:"),
        "",
        str(letter),
        "",
        words.plural("• One person gets it here", "• {count} people get it here", by_chat),
    ]
    if to_phone:
        lines.append(
            words.plural(
                "• One person has no chat with me",
                "• {count} people have no chat with me",
                to_phone,
            )
        )
    if night:
        lines.append(words.say("• It is a quiet time now, so it goes out when that is over"))
    lines.append(words.say("I will send it just like this. Is it right?"))
    return "\n".join(lines)


@moment("praise.begun")
def begun(words: Words, club: str, people: int) -> str:
    return words.plural(
        "I am bringing it to {club}, to one person.",
        "I am bringing it to {club}, to {count} people.",
        people,
        club=club,
    )


@moment("praise.was_congratulated")
def was_congratulated(words: Words) -> str:
    """Behind a club in the list for praise."""
    return words.say("congratulated")
