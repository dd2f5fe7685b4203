"""A young person signs up as a volunteer, and the board vouches."""

from collections.abc import Sequence
from datetime import date, time

from messages import formats
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("volunteer.title")
def title(words: Words) -> str:
    return words.say("Become a young volunteer")


@moment("volunteer.volunteer_already")
def volunteer_already(words: Words) -> str:
    return words.say(
        "You are a volunteer already. Thank you! I show you the open sessions any time."
    )


@moment("volunteer.consent")
def consent(words: Words) -> str:
    return words.say(
        "You would like to help older people in the villages. Thank you!\n"
        "I will ask for your name, year of birth, school or youth union, hamlet and phone, and "
        "keep them for the clubs you help. Only the boards of those clubs see them. "
        "You can see, correct or delete them whenever you like: write “my data” to me, or tell "
        "the board.\n"
        "Do you agree?"
    )


@moment("volunteer.parent_first")
def parent_first(words: Words) -> str:
    return words.say(
        "It is good of you to want to help. Under sixteen, one of your parents has to say yes "
        "first: please ask them to talk with the club's board. I have kept nothing about you yet."
    )


@moment("volunteer.your_name")
def your_name(words: Words) -> str:
    return words.say("What is your full name, please?")


@moment("volunteer.your_birth_year")
def your_birth_year(words: Words) -> str:
    return words.say("In which year were you born, please?")


@moment("volunteer.belongs_to")
def belongs_to(words: Words) -> str:
    return words.say("Which school or youth union do you belong to?")


@moment("volunteer.what_can_you_teach")
def what_can_you_teach(words: Words, chosen: Sequence[Spoken]) -> str:
    if not chosen:
        return words.say("What can you help with? Choose one thing after another.")
    return words.say(
        "So far: {chosen}. What else can you help with?", chosen=", ".join(map(str, chosen))
    )


@moment("volunteer.that_is_all")
def that_is_all(words: Words) -> str:
    return words.say("That is all I can help with")


@moment("volunteer.which_commune")
def which_commune(words: Words) -> str:
    return words.say("In which commune can you help?")


@moment("volunteer.commune")
def commune(words: Words, name: str, province: str) -> str:
    return f"{name}, {province}" if province else name


@moment("volunteer.commune_not_found")
def commune_not_found(words: Words, name: str) -> str:
    return words.say(
        "I know no club in {name} yet. Please type the commune's name once more.", name=name
    )


@moment("volunteer.no_club_there")
def no_club_there(words: Words) -> str:
    return words.say("There is no club near you yet. I have kept nothing; please look again later.")


@moment("volunteer.your_hamlet")
def your_hamlet(words: Words) -> str:
    return words.say("In which hamlet do you live?")


@moment("volunteer.your_phone")
def your_phone(words: Words) -> str:
    return words.say("What is your phone number? The board calls it if a session changes.")


@moment("volunteer.read_back")
def read_back(  # noqa: PLR0917 – a read-back shows everything that was said
    words: Words,
    name: str,
    year: int,
    belongs_to: str,
    teaches: Sequence[Spoken],
    where: str,
    phone: str,
    languages: Sequence[Spoken] = (),
) -> str:
    lines = [
        words.say("Let me read it back:"),
        words.say("• Name: {name}", name=name),
        words.say("• Year of birth: {year}", year=year),
        words.say("• School or youth union: {name}", name=belongs_to),
        words.say("• Can help with: {topics}", topics=", ".join(map(str, teaches))),
        words.say(
            "• Speaks: {languages}",
            languages=", ".join([words.say("Vietnamese"), *map(str, languages)]),
        ),
        words.say("• Hamlet: {hamlet}", hamlet=where),
        words.say("• Phone: {phone}", phone=formats.phone(phone) or words.say("none")),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("volunteer.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is not right? I only ask for that again.")


@moment("volunteer.part")
def part(words: Words, part: str) -> str:
    names = {
        "name": words.say("Name"),
        "year": words.say("Year of birth"),
        "belongs_to": words.say("School or youth union"),
        "teaches": words.say("What I can help with"),
        "language": words.say("Languages I speak"),
        "hamlet": words.say("Hamlet"),
        "phone": words.say("Phone"),
    }
    return names[part]


@moment("volunteer.signed_up")
def signed_up(words: Words) -> str:
    return words.say(
        "You are a volunteer now. Thank you! Here you see where help is wanted near you."
    )


# The board's word


@moment("volunteer.vouch_title")
def vouch_title(words: Words) -> str:
    return words.say("Vouch for a volunteer")


@moment("volunteer.do_you_vouch")
def do_you_vouch(words: Words, name: str, year: int | None) -> str:
    if year is None:
        return words.say(
            "Do you, or the youth union, know {name}, and do you vouch for this person? "
            "Then I show the address of the session.",
            name=name,
        )
    return words.say(
        "Do you, or the youth union, know {name}, born {year}, and do you vouch for this person? "
        "Then I show the address of the session.",
        name=name,
        year=year,
    )


@moment("volunteer.not_vouched")
def not_vouched(words: Words) -> str:
    return words.say("Then I keep the address to myself. You can come back to this at any time.")


@moment("volunteer.vouched")
def vouched(words: Words, name: str) -> str:
    return words.say("Thank you. {name} now sees the address of the session.", name=name)


@moment("volunteer.board_vouched")
def board_vouched(words: Words) -> str:
    return words.say("The club's board vouches for you. Thank you for helping!")


@moment("volunteer.address_is")
def address_is(words: Words, day: date, time: time, place: str) -> str:
    return words.say("• {day}, at {time}: {place}", day=day, time=time, place=place)


@moment("volunteer.lines")
def lines(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join(map(str, lines))


@moment("volunteer.not_kept")
def not_kept(words: Words) -> str:
    return words.say("That is all right. I have kept nothing about you.")


@moment("volunteer.waits_for_vouching")
def waits_for_vouching(words: Words, name: str) -> str:
    return words.say("Vouch for {name}", name=name)
