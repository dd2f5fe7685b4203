"""A phone was lost, came back or is new: what is said to her, to the board and to who holds it."""

from club.address import PersonName
from messages.members.account_named import account_named
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("lost_phone.title")
def title(words: Words) -> str:
    return words.say("A phone is lost")


@moment("lost_phone.stranger")
def stranger(words: Words) -> str:
    """To somebody nobody knows: how it goes, and nothing about anybody."""
    return words.say(
        "If your phone is lost, please tell somebody of your club's board, at their house or by a "
        "neighbour's phone. They hold the account back at once, so that nobody can use it."
    )


@moment("lost_phone.only_this")
def only_this(words: Words, call: Spoken) -> str:
    return words.say(
        "You write to me from the only phone I know of you, so there is nothing to hold back. Has "
        "somebody else lost a phone? Then please tell the board at once.\n{call}",
        call=call,
    )


@moment("lost_phone.tell_the_board")
def tell_the_board(words: Words) -> str:
    """Asked of her whose only phone writes: it may be another's, and she sits beside her."""
    return words.say(
        "You write to me from the only phone I know of you, so I do not hold this one back. "
        "Is another phone of yours lost, or somebody else's? Then I will tell the board at "
        "once. Shall I?"
    )


@moment("lost_phone.whose_is_lost")
def whose_is_lost(words: Words) -> str:
    return words.say("Whose phone is lost? Please type the name; a few words more are all right.")


@moment("lost_phone.passed_on")
def passed_on(words: Words, call: Spoken) -> str:
    return words.say(
        "I have told the board. They look at it and hold the account back.\n{call}", call=call
    )


@moment("lost_phone.board_hears")
def board_hears(words: Words, by: PersonName, said: str) -> str:
    return words.say(
        "{by} has just written that a phone is lost:\n"
        "“{said}”\n"
        "If it is so, please press the button below, and I will hold that account back at "
        "once.",
        by=by,
        said=said,
    )


@moment("lost_phone.whose")
def whose(words: Words) -> str:
    return words.say("Whose phone is lost?")


@moment("lost_phone.whose_it_is")
def whose_it_is(words: Words, who: str) -> str:
    return words.say("My own") if who == "own" else words.say("A member's")


@moment("lost_phone.which_member")
def which_member(words: Words) -> str:
    return words.say("Who has lost the phone? Please type the name.")


@moment("lost_phone.read_back")
def read_back(words: Words, who: PersonName) -> str:
    return words.say(
        "I will hold back the account of {who} at once: nobody can do anything with it, its "
        "links and codes end, and its votes on open loans no longer count. The board hears "
        "of it. It takes two of the board to open it again. Is that right?",
        who=who,
    )


@moment("lost_phone.read_back_own")
def read_back_own(words: Words) -> str:
    return words.say(
        "I will hold back your other phones at once: nobody can do anything with them, their "
        "links and codes end, and your last votes on open loans no longer count. This phone "
        "here goes on. Is that right?"
    )


@moment("lost_phone.nothing_done")
def nothing_done(words: Words) -> str:
    return words.say("Nothing was changed; the account goes on as before.")


@moment("lost_phone.frozen_for")
def frozen_for(words: Words, who: PersonName) -> str:
    return words.say(
        "The account of {who} is held back. Please look together through what it has done in "
        "the last three days. For a new phone the chair makes a new link.",
        who=who,
    )


@moment("lost_phone.frozen_own")
def frozen_own(words: Words) -> str:
    return words.say(
        "Your other phones are held back, nobody can use them any more. Please look through what "
        "they have done in the last three days."
    )


@moment("lost_phone.board_told")
def board_told(words: Words, who: PersonName, by: PersonName) -> str:
    return words.say(
        "{by} has told me that the phone of {who} is lost. I hold the account back. Please look "
        "through what it has done in the last three days.",
        who=who,
        by=by,
    )


@moment("lost_phone.she_is_back")
def she_is_back(words: Words) -> str:
    return words.say("This is what your lost phone has done in the three days before.")


@moment("lost_phone.gone")
def gone(words: Words) -> str:
    return words.say("No account is held back here.")


@moment("lost_phone.end_title")
def end_title(words: Words) -> str:
    return words.say("An account that is held back")


@moment("lost_phone.which")
def which(words: Words) -> str:
    return words.say("Whose account is it about?")


@moment("lost_phone.line")
def line(words: Words, who: PersonName) -> str:
    return words.say("{who}", who=who)


@moment("lost_phone.how_ends")
def how_ends(words: Words, who: PersonName) -> str:
    return words.say("Where is the phone of {who} now? Please ask in person.", who=who)


@moment("lost_phone.ending")
def ending(words: Words, how: str) -> str:
    return {
        "opened": words.say("She has it again: open the account"),
        "cut_off": words.say("It stays lost: cut the account off for good"),
    }[how]


@moment("lost_phone.end_read_back")
def end_read_back(words: Words, who: PersonName, how: str) -> str:
    if how == "opened":
        return words.say(
            "You have met {who} and seen the phone there. A second person of the board has to "
            "say yes; then the account is open again. Is that right?",
            who=who,
        )
    return words.say(
        "The lost phone of {who} will never speak for this member again. A second person of "
        "the board has to say yes. Is that right?",
        who=who,
    )


@moment("lost_phone.end_described")
def end_described(words: Words, who: PersonName, how: str) -> str:
    if how == "opened":
        return words.say("open the account of {who}, who has the phone again", who=who)
    return words.say("cut the lost phone of {who} off for good", who=who)


@moment("lost_phone.ended")
def ended(words: Words, who: PersonName, how: str) -> str:
    if how == "opened":
        return words.say("The account of {who} is open again.", who=who)
    return words.say("The lost phone of {who} is cut off for good.", who=who)


@moment("lost_phone.yours_opened")
def yours_opened(words: Words) -> str:
    return words.say("Two of the board have said yes: your phone works with me as before.")


@moment("lost_phone.task")
def task(words: Words, who: PersonName) -> str:
    return words.say("{who}: account held back", who=who)


@moment("lost_phone.held")
def held(words: Words) -> str:
    """All that a frozen account hears, whatever is written there."""
    return words.say(
        "This account is held back, because somebody has said that the phone is lost. "
        "Nothing is shown or done here. If the phone is yours, please go to two of your "
        "club's board; they open it again. If a life is in danger, please call 115."
    )


@moment("new_account.title")
def new_title(words: Words) -> str:
    return words.say("A new account")


@moment("new_account.task")
def new_task(words: Words, who: PersonName) -> str:
    return words.say("{who}: whose account is it?", who=who)


@moment("new_account.yours_waits")
def yours_waits(words: Words) -> str:
    return words.say(
        "Because you hold an office, two others of the board have to meet you first and tell "
        "me that this account is yours. Until then you are here as a member, and for one day "
        "no money can be paid out from this phone."
    )


@moment("new_account.board_asked")
def board_asked(words: Words, who: PersonName, channel: str, account: str) -> str:
    return words.say(
        "Somebody writes to me as {who} from a new account ({account}). {who} "
        "holds an office, so two of you have to meet {who} in person and tell me whether it "
        "is so.",
        who=who,
        account=account_named(words, channel, account),
    )


@moment("new_account.have_you_met")
def have_you_met(words: Words, who: PersonName, channel: str, account: str) -> str:
    return words.say(
        "Have you met {who} in person and seen our chat open on that phone ({account})?",
        who=who,
        account=account_named(words, channel, account),
    )


@moment("new_account.not_hers")
def not_hers(words: Words) -> str:
    return words.say("Is it a false account? Then I will hold it back at once.")


@moment("new_account.noted")
def noted(words: Words, who: PersonName, complete: bool) -> str:
    if complete:
        return words.say("Thank you. The new account of {who} counts in full now.", who=who)
    return words.say("Thank you. One more person of the board has to say so for {who}.", who=who)


@moment("new_account.yours_counts")
def yours_counts(words: Words) -> str:
    return words.say("Two of the board have confirmed your account: your office counts here now.")


@moment("new_account.nothing")
def nothing(words: Words) -> str:
    return words.say("No new account waits to be confirmed.")
