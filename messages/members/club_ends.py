"""Clubs become one, a club is dissolved: the questions, the answers, what people hear."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("club_ends.title")
def title(words: Words) -> str:
    return words.say("Merge, split or dissolve the club")


@moment("club_ends.page")
def page(words: Words) -> str:
    return words.say(
        "A club can become one with a neighbouring club, some of its groups can found a club of "
        "their own, or it is dissolved. Chair and bookkeeper "
        "have to agree, and then the officer of the commune. The books are finished before; "
        "shares and lent money come first."
    )


@moment("club_ends.first")
def first(words: Words, lines: Sequence[Spoken]) -> str:
    head = words.say("Before that, please finish this:")
    return f"{head}\n{bulleted(list(lines))}"


@moment("club_ends.hindrance")
def hindrance(words: Words, what: str, count: int) -> str:
    said = _in_the_books(words, count) | _owed_and_kept(words, count) | _who_is_missing(words)
    return said.get(what, what)


@moment("club_ends.way_to")
def way_to(words: Words, what: str) -> str:
    """The button; the line in the text counts."""
    names = {
        "months": words.say("Close the month"),
        "tables": words.say("The meeting table"),
        "inquiries": words.say("Settle the difference"),
        "uncounted": words.say("Count the cash"),
        "requests": words.say("The loan book"),
        "loans": words.say("The loan book"),
        "owed": words.say("Shares and lent money"),
        "goods": words.say("Goods"),
        "debts": words.say("The club's money"),
        "sessions": words.say("Support sessions"),
    }
    return names.get(what) or words.say("What waits")


def _in_the_books(words: Words, count: int) -> dict[str, str]:
    return {
        "months": words.plural(
            "{count} month is over and not closed", "{count} months are over and not closed", count
        ),
        "waiting": words.plural(
            "{count} contribution waits for the cashier",
            "{count} contributions wait for the cashier",
            count,
        ),
        "proposals": words.plural(
            "{count} matter waits for a second person",
            "{count} matters wait for a second person",
            count,
        ),
        "uncounted": words.say("two have to count the cash as it is now"),
        "debts": words.say("a fund owes more than it has"),
        "tables": words.say("the meeting table is still open"),
        "disputes": words.plural(
            "{count} “Not right” is not answered", "{count} “Not right” are not answered", count
        ),
        "inquiries": words.plural(
            "{count} difference of a count is not settled",
            "{count} differences of counts are not settled",
            count,
        ),
    }


def _who_is_missing(words: Words) -> dict[str, str]:
    return {
        "officer": words.say(
            "an officer of the commune's Association, who has to agree, is not here"
        ),
        "officer_asked": words.say("such a matter is before the officer already"),
        "groups": words.say("to split, the club needs two groups with people in them"),
    }


def _owed_and_kept(words: Words, count: int) -> dict[str, str]:
    return {
        "requests": words.plural(
            "{count} request for a loan is not decided or not paid out",
            "{count} requests for loans are not decided or not paid out",
            count,
        ),
        "hands": words.plural(
            "there is still money in {count} person's hands",
            "there is still money in {count} people's hands",
            count,
        ),
        "owed": words.plural(
            "{count} share or lent sum has to be given back",
            "{count} shares or lent sums have to be given back",
            count,
        ),
        "loans": words.plural(
            "{count} loan is still running", "{count} loans are still running", count
        ),
        "goods": words.plural(
            "{count} kind of goods is still kept", "{count} kinds of goods are still kept", count
        ),
        "sessions": words.plural(
            "{count} support session is still open",
            "{count} support sessions are still open",
            count,
        ),
    }


# Two clubs become one


@moment("club_ends.merge_title")
def merge_title(words: Words) -> str:
    return words.say("Merge with another club")


@moment("club_ends.nobody_near")
def nobody_near(words: Words) -> str:
    return words.say("There is no other club in the commune here.")


@moment("club_ends.into_which")
def into_which(words: Words) -> str:
    return words.say("Into which club does yours go? It keeps its name, its board and its rules.")


@moment("club_ends.club_line")
def club_line(words: Words, name: str, hamlet: str) -> str:
    return words.say("{name} ({hamlet})", name=name, hamlet=hamlet) if hamlet else name


@moment("club_ends.merge_read_back")
def merge_read_back(  # noqa: PLR0917
    words: Words, into: str, people: int, cash: Money, lent: Money, owed: Money
) -> str:
    lines = [
        words.plural("{count} member goes along", "{count} members go along", people),
        words.say("cash: {amount}", amount=cash),
        words.say("lent to members: {amount}", amount=lent),
        words.say("shares and lent money, owed back: {amount}", amount=owed),
    ]
    head = words.say("All of your club goes to {club}:", club=into)
    tail = words.say(
        "Loans go on with the same days. Fees that are paid ahead stay paid. The fee, the meeting "
        "day and the board are those of {club}. Your club ends. Is that right?",
        club=into,
    )
    return f"{head}\n{bulleted(list(lines))}\n{tail}"


@moment("club_ends.merge_described")
def merge_described(words: Words, club: str, into: str) -> str:
    return words.say(
        "{club} becomes part of {into}, with its members, loans and money.", club=club, into=into
    )


@moment("club_ends.other_club_asked")
def other_club_asked(words: Words, into: str) -> str:
    return words.say(
        "Both of you agree. Now I have asked chair and bookkeeper of {club}.", club=into
    )


@moment("club_ends.they_ask")
def they_ask(  # noqa: PLR0917 – which club, who asks, and what comes along
    words: Words, club: str, by: PersonName, people: int, means: Money
) -> str:
    return words.plural(
        "{club} wants to become part of yours: {count} member, {means} in money and loans. "
        "{by} asks for your yes.",
        "{club} wants to become part of yours: {count} members, {means} in money and loans. "
        "{by} asks for your yes.",
        people,
        club=club,
        by=by,
        means=means,
    )


@moment("club_ends.officer_asked")
def officer_asked(words: Words, what: Spoken) -> str:
    return words.say("All agree; now the officer of the commune is asked.\n{what}", what=what)


@moment("club_ends.you_are_in")
def you_are_in(words: Words, club: str, into: str) -> str:
    return words.say(
        "From today {club} is part of {into}. All that is yours came along: your loan with the "
        "same days, your share, fees paid ahead. Type “menu” to see what there is.",
        club=club,
        into=into,
    )


@moment("club_ends.they_came")
def they_came(words: Words, club: str, into: str) -> str:
    return words.say(
        "From today {club} is part of your club, {into}. Please make its members welcome.",
        club=club,
        into=into,
    )


# The end of a club


@moment("club_ends.dissolve_title")
def dissolve_title(words: Words) -> str:
    return words.say("Dissolve the club")


@moment("club_ends.who_receives")
def who_receives(words: Words) -> str:
    return words.say(
        "Who receives what is left, as the members' meeting decided? For example: the Association "
        "of the Elderly of the commune"
    )


@moment("club_ends.dissolve_read_back")
def dissolve_read_back(words: Words, club: str, cash: Money, receiver: str) -> str:
    return words.say(
        "{club} ends. {amount} goes to {receiver}. The books stay as they are and can be "
        "read for ten years. Is that right?",
        club=club,
        amount=cash,
        receiver=receiver,
    )


@moment("club_ends.dissolve_described")
def dissolve_described(words: Words, club: str, receiver: str) -> str:
    return words.say(
        "{club} is dissolved. What is left goes to: {receiver}.", club=club, receiver=receiver
    )


@moment("club_ends.dissolved")
def dissolved(words: Words, club: str) -> str:
    return words.say(
        "From today there is no {club} any more. Nobody owes it anything, and it owes "
        "nobody. Thank you for everything you did in it. You can join another club with its "
        "code.",
        club=club,
    )


# Its old code


@moment("club_ends.code_of_ended")
def code_of_ended(words: Words, club: str, day: date) -> str:
    return words.say(
        "This is the code of {club}, which ended on {day}. Please ask the association of your "
        "commune which club is near you.",
        club=club,
        day=short_day(day),
    )


@moment("club_ends.code_went_into")
def code_went_into(words: Words, club: str, into: str, day: date) -> str:
    return words.say(
        "{club} has been part of {into} since {day}. You can join there.",
        club=club,
        into=into,
        day=short_day(day),
    )


@moment("club_ends.join_there")
def join_there(words: Words) -> str:
    return words.say("Join this club")


@moment("club_ends.stays")
def stays(words: Words) -> str:
    return words.say("Nothing has changed. The club stays as it is.")
