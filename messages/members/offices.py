"""Offices: who holds them, giving and ending them, and links that give one."""

from collections.abc import Sequence
from datetime import date

from messages.formats import short_day
from messages.members.account_named import account_named
from messages.moments import Spoken, moment
from messages.roles import office
from messages.wording import Words


@moment("offices.title")
def title(words: Words) -> str:
    return words.say("The board")


@moment("offices.page")
def page(words: Words, club: str, lines: Sequence[Spoken]) -> str:
    heading = words.say("Offices in {club} today:", club=club)
    return "\n".join([heading, *(f"• {line}" for line in lines)])


@moment("offices.line")
def line(words: Words, role: str, name: str, since: date) -> str:
    return words.say(
        "{office}: {name}, since {since}",
        office=_capital(office(words, role)),
        name=name,
        since=short_day(since),
    )


@moment("offices.role")
def role(words: Words, role: str, holders: Spoken = "") -> str:
    """An office as a choice, with who holds it now."""
    name = _capital(office(words, role))
    if not holders:
        return name
    return words.say("{office} (now {holders})", office=name, holders=holders)


@moment("appoint.title")
def appoint_title(words: Words) -> str:
    return words.say("Give an office")


@moment("appoint.which_office")
def which_office(words: Words) -> str:
    return words.say("Which office?")


@moment("appoint.who")
def who(words: Words) -> str:
    return words.say("Who is it? Please type the name, or a part of it.")


@moment("appoint.nobody_of_that_name")
def nobody_of_that_name(words: Words, typed: str) -> str:
    return words.say(
        "I find no member called “{typed}”. Please type the name as in the member list.",
        typed=typed,
    )


@moment("appoint.no_such_member")
def no_such_member(words: Words) -> str:
    return words.say(
        "I find no member of that name. The list of members shows how the names are written; "
        "type “members”."
    )


@moment("appoint.which_of_them")
def which_of_them(words: Words) -> str:
    return words.say("Is it this person?")


@moment("appoint.somebody_else")
def somebody_else(words: Words) -> str:
    return words.say("Somebody else")


@moment("appoint.person")
def person(words: Words, name: str, year: int | None, hamlet: str) -> str:
    if year is None:
        return f"{name}, {hamlet}".removesuffix(", ")
    if not hamlet:
        return words.say("{name}, born {year}", name=name, year=year)
    return words.say("{name}, born {year}, {hamlet}", name=name, year=year, hamlet=hamlet)


@moment("appoint.read_back")
def read_back(words: Words, name: str, role: str, ended: Sequence[Spoken]) -> str:
    text = words.say(
        "From today {name} is {office} of the club.", name=name, office=office(words, role)
    )
    parts: list[Spoken] = [text, *ended, words.say("Is that right?")]
    return "\n".join(str(part) for part in parts)


@moment("appoint.ends")
def ends(words: Words, name: str, role: str) -> str:
    return words.say("{name} is no longer {office} then.", name=name, office=office(words, role))


@moment("appoint.nothing_changed")
def nothing_changed(words: Words) -> str:
    return words.say("Then everything stays as it was.")


@moment("appoint.done")
def done(words: Words, name: str, role: str) -> str:
    return words.say(
        "From today {name} is {office}. I have told everybody concerned.",
        name=name,
        office=office(words, role),
    )


@moment("appoint.you_are")
def you_are(words: Words, club: str, role: str) -> str:
    return words.say(
        "From today you are {office} of {club}. Type “menu” to see what you can do.",
        club=club,
        office=office(words, role),
    )


@moment("appoint.you_are_no_longer")
def you_are_no_longer(words: Words, club: str, role: str) -> str:
    return words.say(
        "From today you are no longer {office} of {club}. Thank you for all your work.",
        club=club,
        office=office(words, role),
    )


@moment("end_office.title")
def end_title(words: Words) -> str:
    return words.say("End an office")


@moment("end_office.really")
def really_end(words: Words, name: str, role: str) -> str:
    return words.say(
        "From today {name} is no longer {office}. Is that right?",
        name=name,
        office=office(words, role),
    )


@moment("end_office.done")
def ended(words: Words, name: str, role: str) -> str:
    return words.say(
        "{name} is no longer {office} from today.", name=name, office=office(words, role)
    )


@moment("invite.title")
def invite_title(words: Words) -> str:
    return words.say("Invite by a link")


@moment("invite.role")
def invite_role(words: Words, role: str) -> str:
    if role == "member":
        return words.say("A member's own phone")
    return _capital(office(words, role))


@moment("invite.for_what")
def invite_for_what(words: Words) -> str:
    return words.say("What is the link for?")


@moment("invite.made")
def invite_made(words: Words, carried: str, role: str, name: str = "") -> str:
    return words.say(
        "The link {whom} ({office}) carries this code:\n"
        "{code}\n"
        "Please send it to that person alone, who opens a chat with me and types the code. "
        "It works once, within 48 hours. Then I will tell you who took it.",
        whom=_whom(words, role, name),
        office=office(words, role),
        code=carried,
    )


@moment("invite.made_link")
def invite_link(words: Words, link: str, role: str, name: str = "") -> str:
    """Where a page is open to them, the link alone: one thing to do with it."""
    return words.say(
        "The invitation {whom} ({office}):\n"
        "{link}\n"
        "Please send it to that person alone, who taps it and talks with me there. "
        "It works once, within 48 hours. Then I will tell you who took it.",
        whom=_whom(words, role, name),
        office=office(words, role),
        link=link,
    )


def _whom(words: Words, role: str, name: str) -> str:
    return words.say("for {name}", name=name) if role == "member" else words.say("for the office")


@moment("invite.accept_title")
def accept_title(words: Words) -> str:
    return words.say("Take up an invitation")


@moment("invite.to_office")
def to_office(words: Words, club: str, role: str) -> str:
    return words.say(
        "{club} invites you to be its {office}. Do you accept?",
        club=club,
        office=office(words, role),
    )


@moment("invite.to_account")
def to_account(words: Words, club: str, name: str) -> str:
    return words.say(
        "{club} invites {name} to speak with me from this phone. Is that you?",
        club=club,
        name=name,
    )


@moment("invite.consent")
def consent(words: Words) -> str:
    return words.say(
        "I will ask for your name and year of birth, and keep them for the club. "
        "Only the club's board sees them. You can see, correct or delete them whenever you like: "
        "write “my data” to me, or tell the board.\n"
        "Do you agree?"
    )


@moment("invite.declined")
def declined(words: Words) -> str:
    return words.say("That is quite all right. I have kept nothing.")


@moment("invite.welcome")
def welcome(words: Words, club: str, role: str) -> str:
    return words.say(
        "Welcome! From today you are {office} of {club}. Type “menu” to see what you can do.",
        club=club,
        office=office(words, role),
    )


@moment("invite.was_accepted")
def was_accepted(words: Words, name: str, role: str, channel: str, account: str) -> str:  # noqa: PLR0917
    return words.say(
        "{name} has taken up the link and is now {office}. The account: {account}.\n"
        "If that is not the right person, please type “the board” and end it at once.",
        name=name,
        office=office(words, role),
        account=account_named(words, channel, account),
    )


@moment("invite.account_welcome")
def account_welcome(words: Words, club: str, since: date) -> str:
    """She has long been a member; only her phone is new."""
    return words.say(
        "From today this phone speaks for you in {club}; you have been a member since {since}. "
        "Type “menu” to see what you can do.",
        club=club,
        since=short_day(since),
    )


@moment("invite.account_taken")
def account_taken(words: Words, name: str, channel: str, account: str) -> str:
    return words.say(
        "{name} has taken up the link and speaks with me from their own phone now. "
        "The account: {account}.\n"
        "If that is not the right person, please type “lost phone”: the account is held at once.",
        name=name,
        account=account_named(words, channel, account),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
