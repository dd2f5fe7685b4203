"""A volunteer moves, learns more, ends; a board blocks one; a parent says yes."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.wording import Words, capital


@moment("volunteering.title")
def title(words: Words) -> str:
    return words.say("My volunteering")


@moment("volunteering.what_to_change")
def what_to_change(
    words: Words, where: str, teaches: Sequence[Spoken], languages: Sequence[Spoken]
) -> str:
    spoken = [words.say("Vietnamese"), *map(str, languages)]
    lines = [
        words.say("• Where: {where}", where=where),
        words.say("• Can help with: {topics}", topics=", ".join(map(str, teaches))),
        words.say("• Speaks: {languages}", languages=", ".join(spoken)),
        words.say("What would you like to change?"),
    ]
    return "\n".join(lines)


@moment("volunteering.part")
def part(words: Words, part: str) -> str:
    names = {
        "where": words.say("I live in another place now"),
        "teaches": words.say("What I can help with"),
        "languages": words.say("Languages I speak"),
        "end": words.say("I stop being a volunteer"),
    }
    return names[part]


@moment("volunteering.which_languages")
def which_languages(words: Words, chosen: Sequence[Spoken]) -> str:
    if not chosen:
        return words.say("Which languages do you speak besides Vietnamese?")
    return words.say(
        "So far: {chosen}. Which other language do you speak?", chosen=", ".join(map(str, chosen))
    )


@moment("volunteering.only_vietnamese")
def only_vietnamese(words: Words) -> str:
    return words.say("Vietnamese alone")


@moment("volunteering.no_more_languages")
def no_more_languages(words: Words) -> str:
    return words.say("No other language")


@moment("volunteering.changed")
def changed(words: Words) -> str:
    return words.say("It is changed. From now on I show you what is near and suits you.")


@moment("volunteering.sure_to_end")
def sure_to_end(words: Words, places: int) -> str:
    if not places:
        return words.say(
            "Shall I ask you for nothing more? Your hours and certificates stay as they are."
        )
    return words.plural(
        "Shall I ask you for nothing more? I give back your place in one session. Your hours and "
        "certificates stay as they are.",
        "Shall I ask you for nothing more? I give back your places in {count} sessions. Your hours "
        "and certificates stay as they are.",
        places,
    )


@moment("volunteering.goes_on")
def goes_on(words: Words) -> str:
    return words.say("Good, everything stays as it was.")


@moment("volunteering.ended")
def ended(words: Words) -> str:
    return words.say(
        "Thank you for everything you have done for older people. If you would like to begin "
        "again one day, you are welcome any time."
    )


# What the board does


@moment("volunteering.of_club")
def of_club(words: Words, count: int) -> str:
    if not count:
        return words.say("Nobody has signed up for a session of the club yet.")
    return words.plural(
        "One volunteer has signed up with the club so far:",
        "{count} volunteers have signed up with the club so far:",
        count,
    )


@moment("volunteering.of_club_title")
def of_club_title(words: Words) -> str:
    return words.say("The club's volunteers")


@moment("volunteering.about_one")
def about_one(  # noqa: PLR0917 – what the board knows
    words: Words,
    name: str,
    teaches: Sequence[Spoken],
    languages: Sequence[Spoken],
    vouched: bool,
    blocked: bool,
) -> str:
    spoken = [words.say("Vietnamese"), *map(str, languages)]
    lines = [
        capital(str(name)),
        words.say("• Can help with: {topics}", topics=", ".join(map(str, teaches))),
        words.say("• Speaks: {languages}", languages=", ".join(spoken)),
        words.say("• The board or the youth union vouches")
        if vouched
        else words.say("• Nobody has vouched yet"),
    ]
    if blocked:
        lines.append(words.say("• Takes part in nothing of this club at present"))
    return "\n".join(lines)


@moment("volunteering.block_title")
def block_title(words: Words) -> str:
    return words.say("Stop a volunteer from taking part")


@moment("volunteering.why_block")
def why_block(words: Words, name: str) -> str:
    return words.say(
        "Why shall {name} no longer take part? {name} will read these words. For example: "
        "stayed away twice without a word.",
        name=name,
    )


@moment("volunteering.sure_to_block")
def sure_to_block(words: Words, name: str, reason: str) -> str:
    return words.say(
        "{name} takes part in no session of this club any more, and hears: “{reason}”. "
        "Places in coming sessions go to the next in line. Is that right?",
        name=name,
        reason=reason,
    )


@moment("volunteering.not_blocked")
def not_blocked(words: Words) -> str:
    return words.say("Good, everything stays as it was.")


@moment("volunteering.blocked")
def blocked(words: Words, name: str) -> str:
    return words.say("{name} no longer takes part, and has been told.", name=name)


@moment("volunteering.you_are_blocked")
def you_are_blocked(words: Words, club: str, reason: str) -> str:
    return words.say(
        "The board of {club} does not let you take part in its sessions at present: “{reason}”. "
        "If you see it differently, please talk with the board. Your hours stay.",
        club=club,
        reason=reason,
    )


@moment("volunteering.unblock_title")
def unblock_title(words: Words) -> str:
    return words.say("Let a volunteer take part again")


@moment("volunteering.sure_to_unblock")
def sure_to_unblock(words: Words, name: str) -> str:
    return words.say("Shall {name} take part in the club's sessions again?", name=name)


@moment("volunteering.unblocked")
def unblocked(words: Words, name: str) -> str:
    return words.say("{name} can take part again, and has been told.", name=name)


@moment("volunteering.you_may_again")
def you_may_again(words: Words, club: str) -> str:
    return words.say("You can take part in the sessions of {club} again. Welcome back!", club=club)


# Who vouches


@moment("volunteering.who_vouches")
def who_vouches(words: Words, who: str) -> str:
    names = {
        "board": words.say("The board knows this person"),
        "youth_union": words.say("The youth union's secretary vouches"),
        "nobody": words.say("Not yet"),
    }
    return names[who]


@moment("volunteering.which_secretary")
def which_secretary(words: Words) -> str:
    return words.say("What is the full name of the youth union's secretary?")


# A parent's yes


@moment("volunteering.parent_title")
def parent_title(words: Words) -> str:
    return words.say("Let my child volunteer")


@moment("volunteering.whose_child")
def whose_child(words: Words) -> str:
    return words.say("Somebody under sixteen helps only after a parent's own yes. Who says yes?")


@moment("volunteering.form")
def form(words: Words, form: str) -> str:
    names = {
        "account": words.say("I do, it is my own child"),
        "paper": words.say("A parent, on a signed paper"),
    }
    return names[form]


@moment("volunteering.which_parent")
def which_parent(words: Words) -> str:
    return words.say("What is the full name of the parent who signed?")


@moment("volunteering.child_born")
def child_born(words: Words) -> str:
    return words.say("In which year was the child born?")


@moment("volunteering.parent_read_back")
def parent_read_back(words: Words, parent: str, year: int) -> str:
    return words.say(
        "{parent} agrees that the child, born {year}, helps older people as a volunteer: never "
        "alone in a home, and the board knows every session. Is that right?",
        parent=parent,
        year=str(year),
    )


@moment("volunteering.nothing_noted")
def nothing_noted(words: Words) -> str:
    return words.say("That is all right. I have noted nothing.")


@moment("volunteering.parents_code")
def parents_code(words: Words, code: str, days: int) -> str:
    return words.say(
        "Thank you. The child types this code when signing up as a volunteer: {code}\n"
        "It works once, within {days} days.",
        code=code,
        days=days,
    )


@moment("volunteering.which_code")
def which_code(words: Words) -> str:
    return words.say(
        "It is good of you to want to help. Under sixteen, one of your parents has to say yes "
        "first; then there is a code of eight letters. If you have it, please type it. If not, "
        "please ask your parents to tell me, or the club's board."
    )
