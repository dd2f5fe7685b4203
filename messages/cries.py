"""What is said where somebody cries for help: to her, and to the board."""

from messages import formats
from messages.moments import moment
from messages.wording import Words


@moment("cries.somebody_wrote")
def somebody_wrote(words: Words, who: str, said: str, *, hamlet: str = "", phone: str = "") -> str:
    """Her own words tell the board whose house it is: she may write of a neighbour."""
    lines = [words.say("URGENT: {who} has just written: “{said}”", who=who, said=said)]
    lines += _found_at(words, hamlet, phone)
    lines.append(words.say("Please phone or go there at once. If a life is in danger, phone 115."))
    return "\n".join(lines)


@moment("cries.somebody_despairs")
def somebody_despairs(
    words: Words, who: str, said: str, *, hamlet: str = "", phone: str = ""
) -> str:
    """To the board, about somebody who does not want to live."""
    lines = [words.say("{who} is very low and has just written: “{said}”", who=who, said=said)]
    lines += _found_at(words, hamlet, phone)
    lines.append(
        words.say(
            "Please phone or visit at once, listen gently and do not scold. In danger phone 115. "
            "Please keep it among yourselves."
        )
    )
    return "\n".join(lines)


@moment("cries.you_are_not_alone")
def you_are_not_alone(words: Words) -> str:
    """First of all to who does not want to live."""
    return words.say("I am very sorry that it is so hard. You are not alone; we are with you.")


@moment("cries.danger_of_life")
def danger_of_life(words: Words) -> str:
    """After the kind word."""
    return words.say("If you fear for your life, phone 115 at once or call somebody in the house.")


def _found_at(words: Words, hamlet: str, phone: str) -> list[str]:
    lines = []
    if hamlet:
        lines.append(words.say("Lives in: {hamlet}.", hamlet=hamlet))
    if phone:
        lines.append(words.say("Phone: {phone}.", phone=formats.phone(phone)))
    return lines
