"""An older person sees who comes to help, and says thank you."""

from collections.abc import Sequence
from datetime import date, time

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("thanks.who_comes_title")
def who_comes_title(words: Words) -> str:
    return words.say("Who comes to help")


@moment("thanks.who_comes")
def who_comes(words: Words, sessions: Sequence[Spoken]) -> str:
    if not sessions:
        return words.say(
            "No session with young volunteers is planned in the club at present. "
            "If you would like help, please ask for it."
        )
    return "\n\n".join([words.say("They come to help:"), *map(str, sessions)])


@moment("thanks.coming")
def coming(  # noqa: PLR0917 – what an older person wants to know
    words: Words, topic: Spoken, day: date, time: time, place: str, names: Sequence[str]
) -> str:
    lines = [
        words.say("{topic}: {day}, at {time}", topic=topic, day=day, time=time),
        words.say("• Place: {place}", place=place),
    ]
    if names:
        lines.append(words.say("• Coming: {names}", names=", ".join(names)))
    else:
        lines.append(words.say("• Nobody has signed up yet"))
    return "\n".join(lines)


@moment("thanks.visits_you")
def visits_you(words: Words, names: Sequence[str]) -> str:
    shown = ", ".join(words.shown(each) for each in names)
    return words.say("You are visited at home by: {names}", names=shown)


@moment("thanks.title")
def title(words: Words) -> str:
    return words.say("Say thank you")


@moment("thanks.thank")
def thank(words: Words, name: str) -> str:
    return words.say("Thank {name}", name=name)


@moment("thanks.which_words")
def which_words(words: Words, name: str) -> str:
    return words.say(
        "What shall I say to {name}? One tap is enough, or type a few words.", name=name
    )


@moment("thanks.offered")
def offered(words: Words, which: str) -> str:
    names = {
        "thanks": words.say("Thank you very much!"),
        "kind": words.say("You explain so patiently!"),
        "again": words.say("Please come again!"),
    }
    return names.get(which, which)


@moment("thanks.thanked")
def thanked(words: Words, name: str) -> str:
    return words.say("I have told {name}. That makes young people glad!", name=name)


@moment("thanks.you_are_thanked")
def you_are_thanked(words: Words, name: str, topic: Spoken, day: date, said: Spoken) -> str:  # noqa: PLR0917
    return words.say(
        "{name} thanks you for {day} ({topic}): “{said}”",
        name=name,
        topic=topic,
        day=day,
        said=said,
    )


@moment("thanks.said_to_you")
def said_to_you(words: Words, said: Sequence[Spoken]) -> str:
    return "\n".join([words.say("Older people have said to you:"), *[f"“{each}”" for each in said]])
