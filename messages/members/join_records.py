"""Two records of one person become one."""

from collections.abc import Sequence

from club.address import PersonName
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("join_records.title")
def title(words: Words) -> str:
    return words.say("Join two records of one person")


@moment("join_records.kept")
def which_stays(words: Words) -> str:
    return words.say("Which record stays? Please type the name, or a part of it.")


@moment("join_records.old")
def which_goes(words: Words) -> str:
    return words.say("And which record is the same person once more? Please type the name.")


@moment("join_records.same")
def the_same(words: Words) -> str:
    return words.say("That is the same record. Nothing has to be joined.")


@moment("join_records.both_in_office")
def both_in_office(words: Words, offices: Sequence[Spoken], *, ends: bool) -> str:
    """`ends`: whether the reader may end an office."""
    if ends:
        heading = words.say("Both records hold an office. End one of them first, then join them:")
    else:
        heading = words.say(
            "Both records hold an office. Please ask the chair to end one of them first:"
        )
    return "\n".join([heading, *(f"• {each}" for each in offices)])


@moment("join_records.moves")
def moves(words: Words, what: str, count: int) -> str:
    said = {
        "fee_months": words.plural("{count} fee month", "{count} fee months", count),
        "loans": words.plural("{count} loan", "{count} loans", count),
        "attendance": words.plural(
            "{count} meeting on the roll", "{count} meetings on the roll", count
        ),
        "meeting_answers": words.plural(
            "{count} answer to a meeting", "{count} answers to meetings", count
        ),
        "declarations": words.plural(
            "{count} declared contribution", "{count} declared contributions", count
        ),
        "golden_heart": words.plural("{count} gift", "{count} gifts", count),
        "owed_terms": words.plural(
            "{count} share or lent sum", "{count} shares or lent sums", count
        ),
    }
    return said.get(what, what)


@moment("join_records.read_back")
def read_back(  # noqa: PLR0917
    words: Words, old: Spoken, kept: Spoken, moved: Sequence[Spoken], double_months: int
) -> str:
    lines = [
        words.say("This record goes: {who}", who=old),
        words.say("This one stays: {who}", who=kept),
    ]
    if moved:
        lines.append(
            words.say("It comes over: {what}.", what=", ".join(str(each) for each in moved))
        )
    else:
        lines.append(words.say("The record that goes holds nothing of its own."))
    if double_months:
        lines.append(
            words.plural(
                "{count} month's fee was paid in both; please give one back.",
                "{count} months' fee was paid in both; please give one back.",
                double_months,
            )
        )
    lines.append(
        words.say("The books stay as they are. A second person has to agree. Is that right?")
    )
    return "\n".join(lines)


@moment("join_records.described")
def described(words: Words, old: Spoken, kept: Spoken) -> str:
    return words.say("One person, two records: {old} goes into {kept}.", old=old, kept=kept)


@moment("join_records.done")
def done(words: Words, name: PersonName) -> str:
    return words.say("The two records of {name} are one now.", name=name)


@moment("join_records.gone")
def gone(words: Words) -> str:
    return words.say("One of the two records is not there any more; nothing has to be joined.")


@moment("join_records.same_person_described")
def same_person_described(words: Words, asking: Spoken, kept: Spoken) -> str:
    return words.say(
        "{asking} asks to join and is in the book already, as {kept}. The new phone will "
        "belong to that record.",
        asking=asking,
        kept=kept,
    )


@moment("join_records.new_phone_done")
def new_phone_done(words: Words, name: PersonName) -> str:
    return words.say("The new phone speaks for {name} now; nobody stands twice.", name=name)


@moment("join_records.known_on_new_phone")
def known_on_new_phone(words: Words, club: str) -> str:
    return words.say(
        "{club} has found you in its book: a new phone speaks for you from now on. If it is "
        "not yours, please tell the board at once.",
        club=club,
    )


@moment("join_records.task")
def task(words: Words, name: PersonName) -> str:
    return words.say("{name}: two records?", name=name)


@moment("join_records.one_or_two")
def one_or_two(words: Words, first: Spoken, second: Spoken) -> str:
    lines = [
        words.say("Two records of the club have the same name and year of birth:"),
        f"• {first}",
        f"• {second}",
        words.say("Is it one person? Please ask before you decide."),
    ]
    return "\n".join(lines)


@moment("join_records.one_or_two_way")
def one_or_two_way(words: Words, how: str) -> str:
    if how == "one":
        return words.say("One person: join the records")
    return words.say("Two people of one name")


@moment("join_records.apart")
def apart(words: Words, name: PersonName) -> str:
    return words.say("Noted: {name} is the name of two people; both records stay.", name=name)
