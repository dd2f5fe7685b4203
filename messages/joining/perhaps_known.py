"""Somebody asks to join whose name and year of birth stand in the book already."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("join.perhaps_known")
def perhaps_known(  # noqa: PLR0917 – one hint, five facts
    words: Words, asks: Spoken, known: Sequence[Spoken], others: int, has_left: bool
) -> str:
    """The hint for who decides (Club rules, F): one person twice, or somebody else's name."""
    lines = [str(asks)]
    if known:
        lines.append(words.say("In the club's book there is already:"))
        lines += [f"• {each}" for each in known]
    if others:
        lines.append(
            words.plural(
                "{count} other request with this name and year waits as well.",
                "{count} other requests with this name and year wait as well.",
                others,
            )
        )
    lines.append(words.say("Please ask the person face to face, or ring, before you decide."))
    if has_left:
        lines.append(
            words.say("For somebody who left and comes back, open the record under “Members”.")
        )
    return "\n".join(lines)


@moment("join.somebody_else")
def somebody_else(words: Words) -> str:
    return words.say("Somebody else: take in")


@moment("join.same_person")
def same_person(words: Words, who: Spoken) -> str:
    return words.say("The same person, new phone: {who}", who=who)


@moment("join.not_taking_in")
def not_taking_in(words: Words) -> str:
    return words.say("Do not take in")


@moment("join.same_read_back")
def same_read_back(words: Words, name: str, who: Spoken) -> str:
    return words.say(
        "The phone from which {name} asks becomes a phone of {who}. No new member is taken "
        "in. A second person of the board has to agree. Is that right?",
        name=name,
        who=who,
    )


@moment("join.nothing_decided")
def nothing_decided(words: Words) -> str:
    return words.say("Nothing is decided yet; the request goes on waiting.")


@moment("invite.is_it_you")
def is_it_you(words: Words, who: Spoken) -> str:
    return words.say("In the club's book there is already {who}. Is that you?", who=who)


@moment("invite.which_is_you")
def which_is_you(words: Words) -> str:
    return words.say("Several of that name are in the club's book. Which of them are you?")


@moment("invite.none_is_me")
def none_is_me(words: Words) -> str:
    return words.say("I am not among them")


@moment("invite.on_your_phone")
def on_your_phone(words: Words, who: Spoken) -> str:
    """One person, one account: a link to an office makes no second one (Club rules, F.1)."""
    return words.say(
        "{who} speaks with me from another phone already. If that is you, please open this "
        "invitation there; it still waits. Is that phone lost? Please ask the board to type "
        "“lost phone”.",
        who=who,
    )
