"""What waits for a second person, and that person's yes or no."""

from datetime import date

from messages.moments import Spoken, moment
from messages.wording import Words


@moment("second.title")
def title(words: Words) -> str:
    return words.say("Answer as the second person")


@moment("second.task")
def task(words: Words, kind: str, who: str) -> str:
    """A line of the list; short, for a button."""
    return words.say("{who}: {what}", who=who, what=_kind(words, kind))


def _kind(words: Words, kind: str) -> str:
    names = {
        "count": words.say("a count of cash"),
        "settle": words.say("a difference settled"),
        "reverse": words.say("a correction"),
        "transfer": words.say("money between funds"),
        "add_fund": words.say("a new fund"),
        "setting": words.say("a setting of the club"),
        "fee": words.say("the club's fee"),
        "own_fee": words.say("a fee for one member"),
        "old_fee": words.say("a fee paid long ago"),
        "bank_account": words.say("the club's account"),
        "spend": words.say("money to pay out"),
        "receive_owed": words.say("money the club takes and owes"),
        "give_back": words.say("money the club gives back"),
        "loan_by_meeting": words.say("the meeting's decision on a loan"),
        "loan_round": words.say("the decision on a round of lending"),
        "reschedule": words.say("a new schedule for a loan"),
        "write_off": words.say("a loan to write off"),
        "stand_in": words.say("a stand-in for the cashier"),
        "acting_chair": words.say("an acting chair"),
        "join_records": words.say("two records to join"),
        "erase": words.say("a member to be erased"),
        "minutes": words.say("the minutes to sign"),
        "helper": words.say("a helper for somebody without a phone"),
        "end_freeze": words.say("an account that is held back"),
        "meeting_table": words.say("the meeting table to close"),
    }
    return names.get(kind) or _of_the_club(words).get(kind, kind)


def _of_the_club(words: Words) -> dict[str, str]:
    return {
        "merge_into": words.say("one club made of two"),
        "take_in": words.say("a club that comes to ours"),
        "dissolve": words.say("the end of the club"),
    }


@moment("second.waits_for")
def waits_for(words: Words, who: str) -> str:
    return words.say(
        "I have noted it. It counts when a second person agrees; I have asked {who}.", who=who
    )


@moment("second.nobody")
def nobody(words: Words) -> str:
    return words.say(
        "I have noted it, but nobody of the board may say the second yes: all others are of one "
        "household with it. Please appoint somebody first."
    )


@moment("second.waits_for_new_account")
def waits_for_new_account(words: Words, who: str) -> str:
    return words.say(
        "I have noted it. It counts when {who} says the second yes. The account is new, so two "
        "others of the board have to confirm it first.",
        who=who,
    )


@moment("second.please_look")
def please_look(words: Words, who: str, what: Spoken) -> str:
    """The notice to the one who is asked first."""
    return words.say("{who} asks for your yes as the second person:\n{what}", who=who, what=what)


@moment("second.look")
def look(words: Words) -> str:
    return words.say("Look and answer")


@moment("second.do_you_agree")
def do_you_agree(words: Words, who: str, what: Spoken) -> str:
    return words.say(
        "{who} has entered:\n{what}\nHave you seen it, and is it right?", who=who, what=what
    )


@moment("second.do_you_agree_count")
def have_you_counted(words: Words, who: str, what: Spoken) -> str:
    return words.say(
        "{who} has entered:\n{what}\nHave you counted it too, and is it right?",
        who=who,
        what=what,
    )


@moment("second.why_not")
def why_not(words: Words, who: str) -> str:
    return words.say("Why not? I will tell {who} what you write.", who=who)


@moment("second.answered_already")
def answered_already(words: Words) -> str:
    return words.say("This has been answered already, or was taken back.")


@moment("second.declined")
def declined(words: Words, who: str) -> str:
    return words.say("Nothing has been recorded. I have told {who} why.", who=who)


@moment("second.was_declined")
def was_declined(words: Words, by: str, what: Spoken, why: str) -> str:
    return words.say(
        "{by} has not agreed:\n{what}\nThe reason: {reason}\nNothing has been recorded.",
        by=by,
        what=what,
        reason=why,
    )


@moment("second.not_signed")
def not_signed(words: Words, who: str) -> str:
    return words.say(
        "The minutes stay unsigned, with every word in them. I have told {who} why.", who=who
    )


@moment("second.was_not_signed")
def was_not_signed(words: Words, by: str, day: date, why: str) -> str:
    return words.say(
        "{by} has not signed the minutes of {day}.\nThe reason: {reason}\nEverything in them is "
        "kept: change what is wrong, and finish them once more.",
        by=by,
        day=day,
        reason=why,
    )


@moment("second.agreed_to_yours")
def agreed_to_yours(words: Words, by: str, done: Spoken) -> str:
    return words.say("{by} has agreed.\n{done}", by=by, done=done)


@moment("second.take_back_title")
def take_back_title(words: Words) -> str:
    return words.say("Take back what waits")


@moment("second.take_back_task")
def take_back_task(words: Words, kind: str) -> str:
    return words.say("Waits for a second person: {what}", what=_kind(words, kind))


@moment("second.really_take_back")
def really_take_back(words: Words, what: Spoken) -> str:
    return words.say("{what}\nThis waits for a second person. Shall I throw it away?", what=what)


@moment("second.stays")
def stays(words: Words) -> str:
    return words.say("Then it goes on waiting.")


@moment("second.taken_back")
def taken_back(words: Words) -> str:
    return words.say("It is thrown away; nothing has been recorded.")
