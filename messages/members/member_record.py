"""A member's record as the board reads and changes it."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from club.calendar import Month
from club.money import Money
from messages.formats import phone, short_day
from messages.moments import Spoken, moment
from messages.wording import Words, capital


@moment("members.title")
def title(words: Words) -> str:
    return words.say("Members")


@moment("members.page")
def page(words: Words, club: str, count: int, groups: int) -> str:
    lines = [
        words.plural("{club} has {count} member.", "{club} has {count} members.", count, club=club)
    ]
    if groups:
        lines.append(words.plural("{count} group.", "{count} groups.", groups))
    lines.append(words.say("Please choose, or find somebody by name."))
    return "\n".join(lines)


@moment("members.find")
def find(words: Words) -> str:
    return words.say("Find a member by name")


@moment("members.whom")
def whom(words: Words) -> str:
    return words.say("Whom do you look for? Please type the name, or a part of it.")


@moment("members.nobody")
def nobody(words: Words, typed: str) -> str:
    return words.say(
        "I find nobody called “{typed}”. Please type it once more, or only the last word of the "
        "name.",
        typed=typed,
    )


@moment("members.not_found")
def not_found(words: Words) -> str:
    return words.say("I did not find this person in the club.")


@moment("members.which")
def which(words: Words, count: int) -> str:
    if count == 1:
        return words.say("Is it this person?")
    return words.say("{count} people have that name. Which one is it?", count=count)


@moment("members.list")
def list_(words: Words) -> str:
    return words.say("The whole list")


@moment("members.listed")
def listed(words: Words, count: int) -> str:
    return words.plural("{count} member, by name:", "{count} members, by name:", count)


@moment("members.person")
def person(  # noqa: PLR0917
    words: Words, name: PersonName, year: int | None, hamlet: str, state: str
) -> str:
    """Told apart from others of the same name; whoever left says so."""
    known = [words.shown(name)]
    if year is not None:
        known.append(words.say("born {year}", year=year))
    if hamlet:
        known.append(hamlet)
    if state == "left":
        known.append(words.say("has left"))
    return ", ".join(known)


@moment("members.record")
def record(words: Words, who: Spoken, lines: Sequence[Spoken]) -> str:
    return "\n".join([capital(f"{who}"), *(f"• {each}" for each in lines)])


@moment("members.since")
def since(words: Words, joined: date) -> str:
    return words.say("Member since {day}", day=short_day(joined))


@moment("members.was")
def was(words: Words, joined: date, left: date, how: str) -> str:
    if how == "died":
        return words.say(
            "Member since {day}, passed away on {end}", day=short_day(joined), end=short_day(left)
        )
    return words.say("Member from {day} to {end}", day=short_day(joined), end=short_day(left))


@moment("members.phone")
def phone_line(words: Words, number: str) -> str:
    return words.say("Phone: {number}", number=phone(number) if number else words.say("none"))


@moment("members.group")
def group_line(words: Words, group: str) -> str:
    return words.say("Group: {group}", group=group or words.say("none"))


@moment("members.hardship")
def hardship_line(words: Words, hardship: str, sick: bool) -> str:
    text = words.say("Circumstances: {what}", what=_hardship(words, hardship))
    return words.say("{text}, sick", text=text) if sick else text


def _hardship(words: Words, hardship: str) -> str:
    names = {
        "": words.say("not said"),
        "none": words.say("no hardship"),
        "near_poor": words.say("near-poor household"),
        "poor": words.say("poor household"),
    }
    return names[hardship]


@moment("members.held")
def held_lines(words: Words, owes: Money, share: Money, prepaid: Money, months: int) -> str:  # noqa: PLR0917
    """What is open between member and club; '' for nothing is said elsewhere."""
    lines = []
    if owes:
        lines.append(words.say("still owes on a loan: {sum}", sum=owes))
    if share:
        lines.append(words.say("own share in the club: {sum}", sum=share))
    if prepaid:
        lines.append(
            words.plural(
                "fee paid ahead: {sum}, {count} month",
                "fee paid ahead: {sum}, {count} months",
                months,
                sum=prepaid,
            )
        )
    if not lines:
        return words.say("No loan, no share of their own, no fee paid ahead.")
    return words.say("Open with the club: {what}", what="; ".join(lines))


@moment("members.fee_line")
def fee_line(words: Words, owed: Money | None, since: Month | None) -> str:
    """How a member stands with the fee until this month; None owed for nothing open."""
    if owed is None or since is None:
        return words.say("Fee: nothing is open")
    return words.say("Fee: {sum} open, since {month}", sum=owed, month=since)


@moment("members.back_to_page")
def back_to_page(words: Words) -> str:
    return words.say("Other members")


# Changing the record


@moment("change_member.title")
def change_title(words: Words) -> str:
    return words.say("Change the record")


@moment("change_member.what")
def change_what(words: Words, name: PersonName) -> str:
    return words.say("What changes for {name}?", name=name)


@moment("change_member.part")
def part(words: Words, what: str) -> str:
    names = {
        "name": words.say("The name"),
        "phone": words.say("The phone number"),
        "hamlet": words.say("The hamlet"),
        "group": words.say("The group"),
        "hardship": words.say("Poor, near-poor"),
        "sick": words.say("Sick or well again"),
    }
    return names[what]


@moment("change_member.new_name")
def new_name(words: Words, now: str) -> str:
    return words.say("It is written “{now}” now. What is the right full name?", now=now)


@moment("change_member.new_phone")
def new_phone(words: Words) -> str:
    return words.say("What is the new phone number? Skip it if there is none any more.")


@moment("change_member.new_hamlet")
def new_hamlet(words: Words) -> str:
    return words.say("Which hamlet is it now? For example: Bến hamlet")


@moment("change_member.which_group")
def which_group(words: Words) -> str:
    return words.say("Which group is it from today?")


@moment("change_member.no_group")
def no_group(words: Words) -> str:
    return words.say("No group")


@moment("change_member.no_groups")
def no_groups(words: Words) -> str:
    return words.say("The club has no groups yet. Under “Members” a group can be made.")


@moment("change_member.which_hardship")
def which_hardship(words: Words) -> str:
    return words.say("What does the commune's paper say?")


@moment("change_member.hardship")
def hardship(words: Words, value: str) -> str:
    text = _hardship(words, value)
    return text[:1].upper() + text[1:]


@moment("change_member.is_sick")
def is_sick(words: Words, name: PersonName) -> str:
    return words.say("Is {name} sick now, so that no fee is owed?", name=name)


@moment("change_member.from_when")
def from_when(words: Words) -> str:
    return words.say("From which day does that hold?")


@moment("change_member.read_back")
def read_back(words: Words, name: PersonName, what: str, value: str) -> str:
    return words.say(
        "{name}: {what} becomes “{value}”. Is that right?",
        name=name,
        what=_part(words, what),
        value=_value(words, what, value),
    )


def _part(words: Words, what: str) -> str:
    names = {
        "name": words.say("the name"),
        "phone": words.say("the phone number"),
        "hamlet": words.say("the hamlet"),
        "group": words.say("the group"),
        "hardship": words.say("the circumstances"),
        "sick": words.say("being sick"),
    }
    return names[what]


def _value(words: Words, what: str, value: str) -> str:
    if what == "hardship":
        return _hardship(words, value)
    if what == "sick":
        return words.say("yes") if value == "yes" else words.say("no")
    if what == "phone" and value:
        return phone(value)
    return value or words.say("none")


@moment("change_member.done")
def changed(words: Words, name: PersonName, what: str, value: str) -> str:
    return words.say(
        "It is noted. {name}: {what} is “{value}” now.",
        name=name,
        what=_part(words, what),
        value=_value(words, what, value),
    )


@moment("change_member.told")
def told(words: Words, club: str, what: str, value: str) -> str:
    return words.say(
        "The board of {club} has changed your record: {what} is “{value}” now. If that is wrong, "
        "please tell the board.",
        club=club,
        what=_part(words, what),
        value=_value(words, what, value),
    )


@moment("change_member.stays")
def stays(words: Words) -> str:
    return words.say("Then the record stays as it was.")
