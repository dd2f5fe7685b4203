"""Lifts to a meeting: who takes whom along, and what either hears of it."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from messages import formats
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("lifts.title")
def title(words: Words) -> str:
    return words.say("Take others along to the meeting")


@moment("lifts.offer")
def offer(words: Words) -> str:
    """On a button."""
    return words.say("I can take others along")


@moment("lifts.no_more")
def no_more(words: Words) -> str:
    """On a button of somebody with riders."""
    return words.say("I cannot take them")


@moment("lifts.how_many")
def how_many(words: Words, day: date, waiting: int, seats: int = 0) -> str:
    """`seats` is what she offers now."""
    lines = [words.say("The meeting is on {day}.", day=day)]
    if waiting:
        lines.append(
            words.plural(
                "One member still needs a lift.", "{count} members still need a lift.", waiting
            )
        )
    if seats:
        lines.append(
            words.plural(
                "So far you take one person along.", "So far you take {count} people along.", seats
            )
        )
    lines.append(words.say("How many can you take along?"))
    return "\n".join(lines)


@moment("lifts.seats")
def seats(words: Words, seats: int) -> str:
    if not seats:
        return words.say("Nobody any more")
    return words.plural("One person", "{count} people", seats)


@moment("lifts.show_phone")
def show_phone(words: Words, phone: str) -> str:
    return words.say(
        "May I show your number {phone} to whoever rides with you?", phone=formats.phone(phone)
    )


@moment("lifts.offered")
def offered(words: Words, day: date, seats: int, riders: Sequence[Spoken]) -> str:
    noted = words.plural(
        "Thank you. I have noted that you come on {day} and can take one person along.",
        "Thank you. I have noted that you come on {day} and can take {count} people along.",
        seats,
        day=day,
    )
    if not riders:
        return "\n".join(
            [noted, words.say("Nobody is waiting for it now; I will tell you when somebody is.")]
        )
    return "\n".join([noted, words.say("With you ride:"), *(f"• {each}" for each in riders)])


@moment("lifts.taken_back")
def taken_back(words: Words, day: date) -> str:
    return words.say(
        "I have noted that you take nobody along on {day}. I have told those concerned.", day=day
    )


@moment("lifts.traveller")
def traveller(words: Words, name: PersonName, hamlet: str, phone: str = "") -> str:
    """'bác Nguyễn Thị Hoa, thôn Đoài, 0912 …'; the number only where she lets it be shown."""
    parts = [words.shown(name), hamlet, formats.phone(phone) if phone else ""]
    return ", ".join(each for each in parts if each)


@moment("lifts.driver_hears")
def driver_hears(words: Words, rider: Spoken, day: date) -> str:
    return words.say(
        "Somebody would like to ride with you to the meeting on {day}: {rider}. Thank you.",
        day=day,
        rider=rider,
    )


@moment("lifts.rider_hears")
def rider_hears(words: Words, driver: Spoken, day: date) -> str:
    return words.say(
        "You have a lift to the meeting on {day}. You ride with {driver}.", day=day, driver=driver
    )


@moment("lifts.driver_hears_end")
def driver_hears_end(words: Words, name: PersonName, day: date) -> str:
    return words.say(
        "{name} no longer needs your lift to the meeting on {day}. Your place is free again.",
        name=name,
        day=day,
    )


@moment("lifts.rider_hears_end")
def rider_hears_end(words: Words, name: PersonName, day: date) -> str:
    return words.say(
        "{name} cannot take you to the meeting on {day} after all. I am looking for somebody "
        "else, and have told the board.",
        name=name,
        day=day,
    )


@moment("lifts.show_mine")
def show_mine(words: Words) -> str:
    """On a button of somebody who rides along."""
    return words.say("Show my phone number")


@moment("lifts.show_to")
def show_to(words: Words, name: PersonName, phone: str) -> str:
    return words.say(
        "May I show your number {phone} to {name}?", phone=formats.phone(phone), name=name
    )


@moment("lifts.not_shown")
def not_shown(words: Words) -> str:
    return words.say("Then I show your number to nobody.")


@moment("lifts.phone_shown")
def phone_shown(words: Words, name: PersonName) -> str:
    return words.say("{name} now sees your phone number.", name=name)


@moment("lifts.rider_phone")
def rider_phone(words: Words, name: PersonName, phone: str) -> str:
    return words.say(
        "{name}, who rides with you, can be phoned at {phone}.",
        name=name,
        phone=formats.phone(phone),
    )


@moment("lifts.no_phone")
def no_phone(words: Words) -> str:
    return words.say("I have no phone number of you; the board can enter it.")


@moment("lifts.no_lift_agreed")
def no_lift_agreed(words: Words) -> str:
    return words.say("Nobody takes you along at present, so there is nobody to show it to.")


@moment("lifts.page")
def page(words: Words, day: date, agreed: Sequence[Spoken], waiting: Sequence[Spoken]) -> str:
    """For the board."""
    lines = [words.say("Lifts to the meeting on {day}:", day=day)]
    if waiting:
        lines.append(words.say("Still without a lift:"))
        lines += [f"• {each}" for each in waiting]
    if agreed:
        lines.append(words.say("Who rides with whom:"))
        lines += [f"• {each}" for each in agreed]
    if not (waiting or agreed):
        lines.append(words.say("Nobody needs one."))
    return "\n".join(lines)


@moment("lifts.rides_with")
def rides_with(words: Words, rider: PersonName, driver: PersonName) -> str:
    return words.say("{rider} rides with {driver}", rider=rider, driver=driver)


@moment("lifts.see")
def see(words: Words) -> str:
    return words.say("Who takes whom along")
