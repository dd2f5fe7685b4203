"""A word of the board to the club, or of an officer to all clubs of an area."""

from club.address import PersonName
from messages import everywhere
from messages.cards import Card, Choice
from messages.moments import Moment, Spoken, moment
from messages.presses import ScreenPress, packed
from messages.roles import office
from messages.wording import Words


@moment("broadcasts.title")
def title(words: Words) -> str:
    return words.say("Write to the club")


@moment("broadcasts.area_title")
def area_title(words: Words) -> str:
    return words.say("Write to the clubs of the area")


@moment("broadcasts.list_title")
def list_title(words: Words) -> str:
    return words.say("Messages to many")


@moment("broadcasts.from_board")
def from_board(words: Words, name: PersonName, role: str, club: str, *, text: str) -> str:
    """As everybody reads it."""
    head = words.say(
        "{name}, {office} of {club}, writes to you:",
        name=name,
        office=office(words, role),
        club=club,
    )
    return f"{head}\n“{text}”"


@moment("broadcasts.seen_of_board")
def seen_of_board(words: Words, name: PersonName, role: str, club: str, *, text: str) -> str:
    """The same for whoever writes it: addressed to all, and not as she herself is."""
    return from_board.write(words.to_all(), name, role, club, text=text)


@moment("broadcasts.seen_of_officer")
def seen_of_officer(words: Words, name: PersonName, area: str, *, text: str) -> str:
    return from_officer.write(words.to_all(), name, area, text=text)


@moment("broadcasts.from_officer")
def from_officer(words: Words, name: PersonName, area: str, *, text: str) -> str:
    head = words.say(
        "{name}, officer of the Association in {area}, writes to you:", name=name, area=area
    )
    return f"{head}\n“{text}”"


def pushed_card(body: Moment) -> Card:
    """What is sent to everybody; the only way on is the menu."""
    menu = Choice(packed(ScreenPress("menu")), everywhere.menu_word())
    return Card(body, choices=(menu,), numbered=False)


@moment("broadcasts.to_whom")
def to_whom(words: Words) -> str:
    return words.say("To whom shall I bring the message?")


@moment("broadcasts.to_club")
def to_club(words: Words) -> str:
    return words.say("All members")


@moment("broadcasts.to_group")
def to_group(words: Words) -> str:
    return words.say("One group")


@moment("broadcasts.to_unanswered")
def to_unanswered(words: Words) -> str:
    return words.say("Those who have not said whether they come to the meeting")


@moment("broadcasts.to_boards")
def to_boards(words: Words) -> str:
    return words.say("The boards of the clubs")


@moment("broadcasts.to_members")
def to_members(words: Words) -> str:
    return words.say("All members of the clubs")


@moment("broadcasts.which_group")
def which_group(words: Words) -> str:
    return words.say("Which group?")


@moment("broadcasts.which_words")
def which_words(words: Words) -> str:
    return words.say(
        "What shall I write? Please type it just as everybody is to read it. Your name stands "
        "above it."
    )


@moment("broadcasts.again")
def again(words: Words, wrong: str) -> str:
    """Why it cannot go out like this, and the question once more."""
    reasons = {
        "link": words.say(
            "There is a link in it. Cheats send links, so a message to many never has one."
        ),
        "account": words.say(
            "There is a long number in it that may be an account. Cheats send account numbers, so "
            "a message to many never has one."
        ),
        "phone": words.say(
            "There is a phone number in it that is not yours. In a message to many only your own "
            "may stand."
        ),
    }
    please = words.say("Please type it once more without that.")
    return f"{reasons[wrong]}\n{please}"


@moment("broadcasts.read_back")
def read_back(
    words: Words, preview: Spoken, *, by_chat: int, to_phone: int, minutes: int, night: bool
) -> str:
    """The message exactly as it will be, how many get it, how long that takes."""
    lines = [
        words.say("This is what everybody will read:"),
        "",
        str(preview),
        "",
        words.plural("• One person gets it here", "• {count} people get it here", by_chat),
    ]
    if to_phone:
        lines.append(
            words.plural(
                "• One person has no chat with me and has to be phoned",
                "• {count} people have no chat with me and have to be phoned",
                to_phone,
            )
        )
    lines.append(_how_long(words, minutes))
    if night:
        lines.append(words.say("• It is a quiet time now, so it goes out when that is over"))
    lines.append(words.say("I will send it just like this. Is it right?"))
    return "\n".join(lines)


def _how_long(words: Words, minutes: int) -> str:
    if minutes < 120:
        return words.plural(
            "• It takes about one minute", "• It takes about {count} minutes", minutes
        )
    hours = -(-minutes // 60)
    return words.plural("• It takes about one hour", "• It takes about {count} hours", hours)


@moment("broadcasts.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What shall I do? Nothing has been sent so far.")


@moment("broadcasts.wrong_part")
def wrong_part(words: Words, part: str) -> str:
    return words.say("Change the words") if part == "words" else words.say("Send nothing")


@moment("broadcasts.not_sent")
def not_sent(words: Words) -> str:
    return words.say("All right, I have written to nobody.")


@moment("broadcasts.nobody")
def nobody(words: Words) -> str:
    return words.say("There is nobody to whom this message would go.")


@moment("broadcasts.enough")
def enough(words: Words, most: int) -> str:
    return words.plural(
        "One message to many a day is all: the next is possible from tomorrow on.",
        "{count} messages to many a day are all: the next is possible from tomorrow on.",
        most,
    )


@moment("broadcasts.begun")
def begun(words: Words, count: int) -> str:
    return words.plural(
        "I am bringing it to one person now, and will tell you when it is done.",
        "I am bringing it to {count} people now, and will tell you when it is done.",
        count,
    )


@moment("broadcasts.begun_for")
def begun_for(words: Words, by_chat: int, to_phone: int) -> str:
    """How many a message reaches, and how many have to be told by mouth."""
    lines = []
    if by_chat:
        lines.append(
            words.plural(
                "I am bringing it to one phone now, and will tell you when it is done.",
                "I am bringing it to {count} phones now, and will tell you when it is done.",
                by_chat,
            )
        )
    if to_phone:
        lines.append(
            words.plural(
                "One person has no chat with me; please have it told by mouth.",
                "{count} people have no chat with me; please have it told to them by mouth.",
                to_phone,
            )
        )
    return "\n".join(lines)
