"""Help for a member in trouble, and standing amounts for visits, funerals and wishes."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("help_given.title")
def help_title(words: Words) -> str:
    return words.say("Help a member in trouble")


@moment("standing.title")
def standing_title(words: Words) -> str:
    return words.say("Visits, funerals, longevity wishes")


# Help


@moment("help_given.which_kind")
def which_kind(words: Words) -> str:
    return words.say("How does the club help?")


@moment("help_given.which_kind_but_money")
def which_kind_but_money(words: Words, why: Spoken) -> str:
    """`why` says who pays money out."""
    return f"{why}\n" + words.say("With what else does the club help?")


@moment("help_given.kind")
def kind(words: Words, kind: str) -> str:
    return _kind(words, kind)


def _kind(words: Words, kind: str) -> str:
    names = {
        "money": words.say("Some money"),
        "goods": words.say("Goods"),
        "days": words.say("Working days"),
        "paperwork": words.say("Help with papers"),
    }
    return names[kind]


@moment("help_given.what")
def what_given(words: Words, kind: str) -> str:
    if kind == "money":
        return words.say("What happened, in a few words? Only the board reads it.")
    if kind == "goods":
        return words.say("What was given, and how much? For example: 20 kg of rice")
    if kind == "days":
        return words.say("How many days, and what was done? For example: 3 days, the roof")
    return words.say("Which paper was it? For example: health insurance card")


@moment("help_given.found_by")
def who_noticed(words: Words) -> str:
    return words.say("Who noticed that help was needed?")


@moment("help_given.finder")
def finder(words: Words, who: str) -> str:
    return who or words.say("Somebody else")


@moment("help_given.may_be_named")
def may_be_named(words: Words, who: str) -> str:
    return words.say(
        "Has {who} agreed that all members read the name? Otherwise they read “a member in "
        "difficulty”.",
        who=who,
    )


@moment("help_given.read_back")
def help_read_back(words: Words, who: str, kind: str, what: str, named: bool) -> str:  # noqa: PLR0917
    reads = (
        words.say("The members read the name.")
        if named
        else words.say("The members do not read the name.")
    )
    said = words.say("{who}: {kind}, {what}", who=who, kind=_kind(words, kind).lower(), what=what)
    return f"{said}\n{reads}\n{words.say('Is everything right?')}"


@moment("help_given.recorded")
def help_recorded(words: Words) -> str:
    return words.say("I have noted the help. Thank you for looking after each other.")


@moment("help_given.board_hears")
def help_board_hears(words: Words, by: str, who: str, kind: str, what: str) -> str:  # noqa: PLR0917
    return words.say(
        "{by} has noted help for {who}: {kind}, {what}.",
        by=by,
        who=who,
        kind=_kind(words, kind).lower(),
        what=what,
    )


@moment("help_given.a_member")
def a_member(words: Words) -> str:
    return words.say("a member in difficulty")


@moment("help_given.for_member")
def for_member(words: Words, who: str) -> str:
    return words.say("help for {who}", who=who)


# Standing amounts


@moment("standing.which")
def which_standing(words: Words) -> str:
    return words.say("What is it for?")


@moment("standing.purpose")
def purpose(words: Words, purpose: str) -> str:
    return _purpose(words, purpose)


def _purpose(words: Words, purpose: str) -> str:
    names = {
        "expense": words.say("an expense"),
        "help": words.say("help"),
        "sick_visit": words.say("a visit to the sick"),
        "funeral": words.say("a funeral"),
        "longevity": words.say("longevity wishes"),
    }
    return names[purpose]


@moment("standing.with_sum")
def purpose_with_sum(words: Words, purpose: str, amount: Money) -> str:
    return words.say("{what}: {value}", what=_purpose(words, purpose), value=amount)


@moment("standing.none")
def none_voted(words: Words) -> str:
    return words.say(
        "The club has not settled any standing amount yet. The chair can do it in the club's "
        "settings, under “Paying out money”."
    )


@moment("payments.help_line")
def help_line(  # noqa: PLR0917
    words: Words, day: date, who: Spoken, kind: str, what: str = ""
) -> str:
    said = _kind(words, kind).lower()
    said = f"{said}, {what}" if what else said
    return words.say(
        "{day}: {who} – {what}",
        day=short_day(day),
        who=who,
        what=said,
    )
