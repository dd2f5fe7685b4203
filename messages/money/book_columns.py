"""The club's books and their columns by name, as they stand on sheets."""

from club.areas import Area
from club.calendar import Month
from messages.figures.summary_steps import area
from messages.loans.loan_lines import purpose_in_words
from messages.moments import written
from messages.money.entry_kinds import kind_in_words
from messages.units import unit_in_words
from messages.wording import Words, capital


def book_title(words: Words, code: str) -> str:
    """Short enough for the name of a sheet, 31 signs."""
    return {
        "members": words.say("Members' book"),
        "meetings": words.say("Meetings' book"),
        "cash": words.say("Cash book"),
        "loans": words.say("Loans' book"),
        "fees": words.say("Fees' book"),
        "golden_heart": words.say("Golden Heart book"),
        "visits": words.say("Home-care book"),
        "help": words.say("Help given"),
        "activities": words.say("Activities' book"),
    }[code]


def column_title(words: Words, code: str) -> str:
    """The head of a column; a month of the fees' book by its number."""
    if code[:4].isdigit():
        return capital(words.shown(Month.parse(code)))
    return (_about_people(words) | _about_money(words))[code]


def _about_people(words: Words) -> dict[str, str]:
    return {
        "name": words.say("Full name"),
        "birth_year": words.say("Year of birth"),
        "sex": words.say("Sex"),
        "hamlet": words.say("Hamlet"),
        "joined_on": words.say("Member since"),
        "left_on": words.say("Member until"),
        "held_on": words.say("Held on"),
        "place": words.say("Place of the meeting"),
        "present": words.say("Present"),
        "visited_on": words.say("Visited on"),
        "visitor": words.say("Who visited"),
        "helped_on": words.say("Helped on"),
        "kind": words.say("Kind of help"),
        "what": words.say("What for"),
        "done_on": words.say("Done on"),
        "area": words.say("Area"),
        "people_count": words.say("How many people"),
    }


def _about_money(words: Words) -> dict[str, str]:
    return {
        "happened_on": words.say("Day"),
        "voucher": words.say("Slip"),
        "who": words.say("Member"),
        "received": words.say("In"),
        "paid": words.say("Out"),
        "balance": words.say("Left"),
        "purpose": words.say("Purpose of the loan"),
        "paid_out_on": words.say("Paid out on"),
        "principal": words.say("Principal"),
        "months": words.say("Months"),
        "last_due_on": words.say("Last due day"),
        "repaid": words.say("Principal repaid"),
        "left": words.say("Principal left"),
        "given_on": words.say("Given on"),
        "giver": words.say("Who gave"),
        "amount": words.say("Sum in đồng"),
        "item": words.say("Goods"),
        "quantity": words.say("Quantity"),
        "unit": words.say("Unit"),
        "brought_along": words.say("Months taken over from the paper book"),
    }


def cell_in_words(words: Words, code: str) -> str:
    """A word of the program as people say it; anything else as it stands."""
    if code in list(Area):
        return capital(written(area(code=code), words))
    own = {
        "female": words.say("woman"),
        "male": words.say("man"),
        "at_the_beginning": words.say("Carried over from the month before"),
        "money": words.say("money"),
        "goods": words.say("goods"),
        "days": words.say("working days"),
        "day": words.say("working days"),
        "paperwork": words.say("paperwork"),
    }
    if code in own:
        return own[code]
    unit = unit_in_words(words, code)
    if unit != code:
        return unit
    said = purpose_in_words(words, kind_in_words(words, code))
    return code if said == code else capital(said)
