"""Joining a club, and the board's answer."""

from messages import formats
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("join.title")
def title(words: Words) -> str:
    return words.say("Join the club")


@moment("join.which_code")
def which_code(words: Words) -> str:
    return words.say(
        "Please type the club's code. It has eight letters and digits, as on the club's paper."
    )


@moment("join.no_code_title")
def no_code_title(words: Words) -> str:
    return words.say("I have no code")


@moment("join.have_code")
def have_code(words: Words) -> str:
    return words.say("I have the code now")


@moment("join.no_code")
def no_code(words: Words) -> str:
    return words.say(
        "That is all right. The code stands on the paper of your village's club. It has eight"
        " letters and digits.\n"
        "You have no paper? Please ask the chair of the club in your village, the deputy or the"
        " cashier; the head of the village knows who they are. They read the code to you, or send"
        " you a link that ends with it: just tap it.\n"
        "As soon as you have the code, simply type it here."
    )


@moment("join.code_is_wrong")
def code_is_wrong(words: Words) -> str:
    return words.say(
        "I do not know this code. Please look at the paper once more, or ask the chair, deputy or"
        " cashier of the club in your village."
    )


@moment("join.too_many_wrong_codes")
def too_many_wrong_codes(words: Words) -> str:
    return words.say(
        "The code was wrong several times. Please ask the club's board and try again in an hour."
    )


@moment("join.member_already")
def member_already(words: Words, club: str) -> str:
    return words.say("You belong to {club} already.", club=club)


@moment("join.consent")
def consent(words: Words, club: str) -> str:
    return words.say(
        "You would like to join {club}.\n"
        "I will ask for your name, year of birth, hamlet and phone, and keep them for the club. "
        "Only the club's board sees them. You can see, correct or delete them whenever you like: "
        "write “my data” to me, or tell the board.\n"
        "Do you agree?",
        club=club,
    )


@moment("join.no_consent")
def no_consent(words: Words) -> str:
    return words.say(
        "That is quite all right. I have kept nothing. You can come back whenever you like."
    )


@moment("join.your_name")
def your_name(words: Words) -> str:
    return words.say("What is your full name?")


@moment("join.your_birth_year")
def your_birth_year(words: Words) -> str:
    return words.say("In which year were you born?")


@moment("join.woman_or_man")
def woman_or_man(words: Words) -> str:
    return words.say("Are you a woman or a man?")


@moment("join.woman")
def woman(words: Words) -> str:
    return words.say("Woman")


@moment("join.man")
def man(words: Words) -> str:
    return words.say("Man")


@moment("join.your_hamlet")
def your_hamlet(words: Words) -> str:
    return words.say("In which hamlet or group do you live?")


@moment("join.place_name")
def place_name(words: Words, name: str) -> str:
    return name


@moment("join.your_phone")
def your_phone(words: Words) -> str:
    return words.say("What is your phone number? You may skip this.")


@moment("join.your_circumstances")
def your_circumstances(words: Words) -> str:
    return words.say(
        "Does your household have a paper as a poor or near-poor household? "
        "Only the board sees this, so that the club can help. You need not say."
    )


@moment("join.no_hardship")
def no_hardship(words: Words) -> str:
    return words.say("Neither")


@moment("join.poor")
def poor(words: Words) -> str:
    return words.say("Poor household")


@moment("join.near_poor")
def near_poor(words: Words) -> str:
    return words.say("Near-poor household")


@moment("join.rather_not_say")
def rather_not_say(words: Words) -> str:
    return words.say("Rather not say")


@moment("join.how_to_address")
def how_to_address(words: Words) -> str:
    return words.say("How may I address you?")


@moment("join.address_as")
def address_as(words: Words, form: str) -> str:
    return form[:1].upper() + form[1:]


@moment("join.read_back")
def read_back(  # noqa: PLR0917 – a read-back shows everything that was said
    words: Words, name: str, year: int, sex: Spoken, hamlet: str, phone: str, address: str
) -> str:
    hamlet = hamlet or words.say("not known yet")
    return words.say(
        "Let me read it back:\n"
        "• Name: {name}\n"
        "• Born: {year}, {sex}\n"
        "• Hamlet: {hamlet}\n"
        "• Phone: {phone}\n"
        "• Form of address: {address}\n"
        "Is everything correct?",
        name=name,
        year=year,
        sex=str(sex).lower(),
        hamlet=hamlet,
        phone=formats.phone(phone) or words.say("none"),
        address=address,
    )


@moment("join.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is not correct? I will ask for it again and keep the rest.")


@moment("join.part")
def part(words: Words, part: str) -> str:
    names = {
        "name": words.say("Name"),
        "year": words.say("Year of birth"),
        "sex": words.say("Woman or man"),
        "hamlet": words.say("Hamlet"),
        "phone": words.say("Phone"),
        "address": words.say("Form of address"),
    }
    return names[part]


@moment("join.asked")
def asked(words: Words, club: str) -> str:
    return words.say(
        "Thank you. I have asked the board of {club}. I will tell you as soon as they have "
        "answered.",
        club=club,
    )


@moment("join.refusal_read_back")
def refusal_read_back(words: Words, name: str, reason: str) -> str:
    return words.say(
        "{name} is not taken in.\nThe reason, kept for the board: “{reason}”\nIs that right?",
        name=name,
        reason=reason,
    )


@moment("join.somebody_asks")
def somebody_asks(words: Words, name: str, year: int, hamlet: str) -> str:
    if not hamlet:
        return words.say("{name}, born {year}, asks to join the club.", name=name, year=year)
    return words.say(
        "{name}, born {year}, {hamlet}, asks to join the club.", name=name, year=year, hamlet=hamlet
    )


@moment("join.decide")
def decide(words: Words) -> str:
    return words.say("Look and decide")


@moment("join.approve_title")
def approve_title(words: Words) -> str:
    return words.say("Answer somebody who asks to join")


@moment("join.take_her_in")
def take_her_in(words: Words, name: str, year: int, hamlet: str) -> str:
    if not hamlet:
        return words.say(
            "{name}, born {year}, asks to join. Shall the club take this person in?",
            name=name,
            year=year,
        )
    return words.say(
        "{name}, born {year}, {hamlet}, asks to join. Shall the club take this person in?",
        name=name,
        year=year,
        hamlet=hamlet,
    )


@moment("join.why_not")
def why_not(words: Words) -> str:
    return words.say("Why not? The reason stays with the board.")


@moment("join.decided_already")
def decided_already(words: Words) -> str:
    return words.say("This request has been answered already.")


@moment("join.taken_in")
def taken_in(words: Words, name: str) -> str:
    return words.say("{name} is a member now. I have sent a welcome.", name=name)


@moment("join.welcome")
def welcome(words: Words, club: str) -> str:
    return words.say("Good news: {club} has taken you in. Welcome!", club=club)


@moment("join.refusal_kept")
def refusal_kept(words: Words, name: str) -> str:
    return words.say("I have noted that {name} is not taken in, and told them kindly.", name=name)


@moment("join.not_taken_in")
def not_taken_in(words: Words, club: str) -> str:
    return words.say(
        "The board of {club} cannot take you in at present. Please talk with them; they will "
        "explain.",
        club=club,
    )
