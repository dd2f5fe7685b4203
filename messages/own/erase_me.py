"""Being erased: what goes, what has to stay, until when it can be taken back."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("erase_me.title")
def erase_title(words: Words) -> str:
    return words.say("Erase my data")


@moment("erase_me.keep_title")
def keep_title(words: Words) -> str:
    return words.say("Do not erase me")


@moment("erase_me.read_back")
def erase_read_back(words: Words, name: str, bonds: Spoken, *, prepaid: Spoken, on: date) -> str:
    """What goes, what has to stay, and until when it can be taken back. Club rules, G.2, G.3."""
    day = short_day(on)
    goes = words.say(
        "What goes: your name, phone, year of birth, photos, health figures, circumstances, "
        "lessons, helpers, our messages. Your membership ends."
    )
    stays = words.say(
        "What has to stay: the sums in the club's books, ten years at least, under a number and "
        "without your name."
    )
    when = words.say(
        "It happens on {day}. Until then you can take it back. After that nobody can, and I "
        "will not know you any more.",
        day=day,
    )
    if bonds:
        goes = words.say("What goes now: photos, health figures, lessons, helpers, our messages.")
        stays = f"{bonds}\n" + words.say(
            "Until that is settled your name and membership stay. Then please ask me once more."
        )
        when = words.say("It happens on {day}. Until then you can take it back.", day=day)
    question = words.say("Shall I erase what I keep about {name}?", name=name)
    return "\n\n".join(str(each) for each in (goes, stays, prepaid, when, question) if str(each))


@moment("erase_me.yes")
def do_erase(words: Words) -> str:
    return words.say("Yes, erase it")


@moment("erase_me.no")
def keep_all(words: Words) -> str:
    return words.say("No, keep it")


@moment("erase_me.bonds")
def bonds(words: Words, owes: Money, share: Money, *, cash: Money, offices: str) -> str:
    lines = []
    if owes:
        lines.append(words.say("You still have a loan: {amount} to pay back.", amount=owes))
    if share:
        lines.append(words.say("The club still owes you {amount}.", amount=share))
    if cash:
        lines.append(words.say("You still hold {amount} of the club's cash.", amount=cash))
    if offices:
        lines.append(words.say("You still hold an office; please hand it over first."))
    return "\n".join(lines)


@moment("erase_me.prepaid")
def prepaid(words: Words, amount: Money) -> str:
    if not amount:
        return ""
    return words.say(
        "You have paid {amount} of fees ahead. If you want them back, please tell the board first.",
        amount=amount,
    )


@moment("erase_me.stays")
def stays(words: Words) -> str:
    return words.say("Good, nothing is erased.")


@moment("erase_me.asked")
def asked(words: Words, on: date) -> str:
    return words.say(
        "I have noted it. On {day} it is erased. To take it back until then, type “do not erase "
        "me”.",
        day=short_day(on),
    )


@moment("erase_me.board_hears")
def board_hears(words: Words, name: str, on: date) -> str:
    return words.say(
        "{name} wants to be erased on {day}. If there is anything left to settle, please talk "
        "with each other before.",
        name=name,
        day=short_day(on),
    )


@moment("erase_me.withdrawn")
def withdrawn(words: Words) -> str:
    return words.say("Nothing is erased. Everything stays as it was.")


@moment("erase_me.board_hears_withdrawn")
def board_hears_withdrawn(words: Words, name: str) -> str:
    return words.say("{name} has taken it back: nothing is erased.", name=name)


@moment("erase_me.nothing_waits")
def nothing_waits(words: Words) -> str:
    return words.say("Nothing waits to be erased.")


@moment("erase_member.title")
def member_title(words: Words) -> str:
    return words.say("Erase a member without a phone")


@moment("erase_member.who")
def member_who(words: Words) -> str:
    return words.say("Which member without a phone wants to be erased? Please type the name.")


@moment("erase_member.how")
def member_how(words: Words, name: str) -> str:
    return words.say(
        "Please read out to {name}: name, phone, photos and health figures go and cannot be "
        "brought back; the sums in the books stay without a name. How did {name} ask for it?",
        name=name,
    )


@moment("erase_member.read_back")
def member_read_back(words: Words, name: str, bonds: Spoken) -> str:
    asked = words.say(
        "{name} wants to be erased. A second person of the board says so too; three days later it "
        "is done. Is that right?",
        name=name,
    )
    return f"{bonds}\n\n{asked}" if str(bonds) else asked


@moment("erase_member.described")
def member_described(words: Words, name: str, how: Spoken) -> str:
    return words.say(
        "to erase what is kept about {name}, who asked for it ({how})", name=name, how=how
    )


@moment("erase_member.done")
def member_done(words: Words, name: str) -> str:
    return words.say("What is kept about {name} is erased in three days.", name=name)


@moment("erase_member.waits")
def member_waits(words: Words, name: str, on: date) -> str:
    return words.say(
        "{name} is to be erased on {day}. Has {name} taken that wish back?",
        name=name,
        day=short_day(on),
    )


@moment("erase_member.kept")
def member_kept(words: Words, name: str) -> str:
    return words.say("Nothing of {name} is erased.", name=name)
