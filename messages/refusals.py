"""A sentence for every way the club says no."""

from collections import defaultdict
from datetime import date
from typing import Any

from club.calendar import Month
from club.money import Money
from club.refusals import Code, Refused
from messages.moments import Moment, moment
from messages.refused_money import ABOUT_MONEY, Sentence
from messages.wording import Words

SENTENCES: dict[Code, Sentence] = {
    Code.NOT_ALLOWED: lambda w, v: w.say("Only the person in charge of this can do it."),
    Code.OWN_AFFAIR: lambda w, v: w.say(
        "This concerns yourself or your own household, so somebody else of the board has to do it."
    ),
    Code.ALREADY_DONE: lambda w, v: w.say("This has been done already. Nothing was done twice."),
    Code.ANSWERED: lambda w, v: w.say("This has been answered already, or was taken back."),
    Code.WORD_NOT_FIT: lambda w, v: w.say(
        "Our word has letters only, no digits or signs, and at most forty of them."
    ),
    Code.NO_ACCOUNT: lambda w, v: w.say(
        "There is no account that could be held back; it is held back already, or there is none."
    ),
    Code.ACCOUNT_NEW: lambda w, v: w.say(
        "This account is new, so for its first day no money is paid out from it. Somebody else "
        "of the board can do it."
    ),
    Code.NOT_FOUND: lambda w, v: w.say("I cannot find this any more."),
    Code.WORDS_NOT_ALLOWED: lambda w, v: w.say(
        "A message to many is short and holds no link, no account and no phone number but your own."
    ),
    Code.SENT_ENOUGH_TODAY: lambda w, v: w.say(
        "Enough messages to many have gone out today. From tomorrow on another one is possible."
    ),
    Code.NAMED_ENOUGH: lambda w, v: w.say(
        "The club has named enough people for this month. For another month it can name others."
    ),
    Code.NOBODY_THERE: lambda w, v: w.say("There is nobody to whom this message would go."),
    Code.CLOCK_JUMPED: lambda w, v: w.say(
        "The clock of my computer may be wrong, so nothing is closed now. The person who looks "
        "after the computer has to set it right first."
    ),
    Code.PHOTO_GONE: lambda w, v: w.say(
        "The photo you sent is no longer here. Please begin again and send it once more."
    ),
    Code.FINISH_FIRST: lambda w, v: w.say(
        "The books are not ready for it: something still waits in the club, or has changed. "
        "Please ask its chair and bookkeeper."
    ),
    Code.CLUBS_TOO_FAR: lambda w, v: w.say("Both clubs have to be at work in the same commune."),
    Code.NOBODY_STAYS: lambda w, v: w.say(
        "At least three people have to go, for the new club's board, and somebody has to stay."
    ),
    Code.OFFICE_GOES: lambda w, v: w.say(
        "Chair, bookkeeper and cashier stay until somebody else holds their office here. Please "
        "hand it over first, or choose other groups."
    ),
    Code.PART_CANNOT_GO: lambda w, v: w.say(
        "The money cannot be divided so: the loans of those who go and what is owed to them do "
        "not fit what there is. Please wait until some loans are repaid, or choose other groups."
    ),
    Code.CODE_TRIED_OFTEN: lambda w, v: w.say(
        "The code was wrong too often. Please ask the board to note your time."
    ),
    Code.NOTHING_WAITING: lambda w, v: w.say(
        "Nothing is waiting here; it has been answered already."
    ),
    Code.TOO_LATE_TO_TAKE_BACK: lambda w, v: w.say(
        "It is too late to take this back. If it is wrong, please tell the board; they can "
        "correct it."
    ),
    Code.DAY_IN_FUTURE: lambda w, v: w.say(
        "That day is still to come; this needs a day that has been."
    ),
    Code.ROLL_NOT_TAKEN: lambda w, v: w.say(
        "The roll of this meeting has not been taken yet. It belongs in the minutes."
    ),
    Code.MINUTES_SIGNED: lambda w, v: w.say(
        "These minutes are signed, so they stay as they are. What is wrong can be added below them."
    ),
    Code.MINUTES_MISSING: lambda w, v: w.say(
        "There are no minutes of {day} yet. Please write them first: what the meeting gave up has "
        "to stand in them. Where the board decided with the commune officer, choose that.",
        day=v["day"],
    ),
    Code.MINUTES_WAITING: lambda w, v: w.say(
        "These minutes wait for the signature. To change something, please take them back first."
    ),
    Code.WRITTEN_MEANWHILE: lambda w, v: w.say(
        "Somebody else has written here at the same moment. Nothing of that is lost; please look "
        "at it once more."
    ),
    Code.DAY_TOO_OLD: lambda w, v: w.say(
        "That day is long ago. For days that far back a second person of the board is needed."
    ),
    Code.REASON_MISSING: lambda w, v: w.say("A no needs a reason, so that the other understands."),
    Code.MEETING_BEGUN: lambda w, v: w.say(
        "The meeting has begun already, so this can no longer be changed."
    ),
    Code.MEETING_CANCELLED: lambda w, v: w.say("That meeting has been called off."),
    Code.MEETING_THAT_DAY: lambda w, v: w.say(
        "A meeting is planned for {day} already.", day=v["day"]
    ),
    Code.ROLL_CHANGED: lambda w, v: w.say(
        "Somebody else has just corrected this roll. Please look at it once more."
    ),
    Code.DAY_PAST: lambda w, v: w.say("That day and time are over; this needs one still to come."),
    Code.SESSION_NOT_BEGUN: lambda w, v: w.say("This session has not begun yet."),
    Code.SESSION_BEGUN: lambda w, v: w.say("This session has begun already."),
    Code.SESSION_FULL: lambda w, v: w.say("All places of this session are taken."),
    Code.SESSION_OVERLAPS: lambda w, v: w.say("You have another session at that time."),
    Code.SOMEBODY_WAITS: lambda w, v: w.say(
        "Somebody waits in line for this session already. Please drop out; the first in line then "
        "takes your place at once."
    ),
    Code.ALONE_AT_HOME: lambda w, v: w.say(
        "This session is in a home, with one volunteer. The first time, and under eighteen, "
        "nobody goes alone; please choose one where several go."
    ),
    Code.LANGUAGE_NEEDED: lambda w, v: w.say(
        "In this session one has to speak the older people's own language. Thank you all the "
        "same; there will be others."
    ),
    Code.VOLUNTEER_BLOCKED: lambda w, v: w.say(
        "This club's board does not let you take part at present. Please talk with the board."
    ),
    Code.HOURS_DISPUTED: lambda w, v: w.say(
        "Somebody of the board is looking into these hours; please wait for the answer."
    ),
    Code.HOURS_NOTED: lambda w, v: w.say(
        "Other hours are noted already. Please say whether those are right."
    ),
    Code.NO_HOURS: lambda w, v: w.say(
        "There are no agreed hours in that time yet, so there is nothing to certify."
    ),
    Code.TOO_YOUNG: lambda w, v: w.say(
        "Under sixteen one of your parents has to say yes first. Please ask them to talk with "
        "the board."
    ),
    Code.BEFORE_JOINING: lambda w, v: w.say(
        "That day lies before the day on which this person became a member."
    ),
    Code.CHECK_ONE_ANOTHER: lambda w, v: w.say(
        "Chair, bookkeeper and cashier check one another, so none of them stands in for another."
    ),
    Code.STAND_IN_TOO_LONG: lambda w, v: w.say("Somebody stands in for 60 days at most."),
    Code.CHAIR_THERE: lambda w, v: w.say(
        "The club has a chair. An acting one is named only where there is none."
    ),
    Code.STANDS_IN_ALREADY: lambda w, v: w.say("Somebody stands in for this office already."),
    Code.NO_OFFICER: lambda w, v: w.say(
        "No officer of the commune's Association is entered with me yet, and this needs the "
        "officer's yes. Please ask the Association."
    ),
    Code.BOTH_IN_OFFICE: lambda w, v: w.say(
        "Both records hold an office. Please end one of the offices first."
    ),
    Code.JOIN_THERE_FIRST: lambda w, v: w.say(
        "Both records are in another club as well. Please have them joined there first."
    ),
    Code.LAST_CHAIR: lambda w, v: w.say(
        "The club has no other chair. Please appoint a successor first."
    ),
    Code.OFFICE_TAKEN: lambda w, v: w.say("Somebody holds this office already."),
    Code.CODE_WRONG: lambda w, v: w.say("I do not know this code."),
    Code.CHAT_IS_TAKEN: lambda w, v: w.say("In this chat I know somebody already."),
    Code.CHATS_ENOUGH: lambda w, v: w.say(
        "You talk with me in {most} apps already. More would only confuse us.",
        most=v.get("most", 4),
    ),
    Code.TOO_MANY_TRIES: lambda w, v: w.say(
        "That was tried too often. Please try again in an hour."
    ),
    Code.LINK_USED: lambda w, v: w.say(
        "This link has been used already, or it is too old. Please ask for a new one."
    ),
    Code.WAITS_ALREADY: lambda w, v: w.say(
        "This waits for a second person already. Nothing was entered twice."
    ),
    Code.NUMBER_OUT_OF_RANGE: lambda w, v: w.say(
        "That number cannot be right. It can be from {lowest} to {highest}.",
        lowest=v["lowest"],
        highest=v["highest"],
    ),
    Code.HEALTH_NOT_AGREED: lambda w, v: w.say(
        "This member has not agreed to health figures being written down, so I keep nothing."
    ),
    Code.NOT_HER_VOLUNTEER: lambda w, v: w.say(
        "Only the volunteers who make these visits can note this. The board can add you to them."
    ),
    Code.SETTING_OUT_OF_RANGE: lambda w, v: w.say(
        "The club cannot settle that: it is below or above what the rules allow."
    ),
    Code.CHANGE_AHEAD: lambda w, v: w.say(
        "A change has been agreed on and has not begun yet. Another one is possible after it."
    ),
    Code.NOTHING_CHANGED: lambda w, v: w.say("It is like that already. Nothing was changed."),
    Code.MEETING_DECIDES: lambda w, v: w.say("The members' meeting decides on this."),
    Code.NOT_IMPARTIAL: lambda w, v: w.say(
        "The witness has to be a member outside the board and outside the household."
    ),
    Code.OWN_CODE: lambda w, v: w.say(
        "This is your own code. It is for the person who will type for you, on their own phone."
    ),
    Code.HELPERS_ENOUGH: lambda w, v: w.say(
        "One person types for at most {most}, and lets at most {most} type. Somebody has to end "
        "first.",
        most=v.get("most", 3),
    ),
    Code.NOT_FOR_HELPER: lambda w, v: w.say(
        "A helper cannot do this. Members do it on their own phone, or together with the "
        "club's board."
    ),
    Code.CHECKER_OF_BOARD: lambda w, v: w.say(
        "The checker belongs neither to the board nor to a household of the board."
    ),
    Code.HELPING_OVER: lambda w, v: w.say(
        "The typing for somebody else is over, so nothing was recorded in that name."
    ),
} | ABOUT_MONEY


@moment("refused")
def refused(words: Words, code: str, values: list[Any]) -> str:
    """`values` are the refusal's values as name, value, name, value; one without is left blank."""
    named = defaultdict(str, zip(values[::2], values[1::2], strict=True))
    return SENTENCES[Code(code)](words, named)


def refusal(no: Refused) -> Moment:
    """The refusal as something that can be said; values that no sentence shows are left out."""
    shown = (str, int, Money, date, Month)
    pairs = [(key, value) for key, value in no.values.items() if type(value) in shown]
    return refused(no.code.value, [each for pair in pairs for each in pair])
