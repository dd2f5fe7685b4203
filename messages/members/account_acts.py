"""What an account that is held back has done: a list to look through."""

from collections.abc import Sequence
from datetime import date, datetime

from club.address import PersonName
from messages.moments import Moment, Spoken, moment
from messages.wording import Words

DEEDS = {
    "money": (
        "PayOutMoney PayOutLoan TakeRepayment TakeFee ConfirmContribution RecordGift GiveGoods "
        "CarryToTin TransferBetweenFunds CountCash KeepEntry CloseTable RecordOpening ReceiveOwed "
        "GiveBack ReverseEntry ConfirmCash WitnessCash ReceiveFee"
    ),
    "own": "DeclareContribution TakeBackContribution AskForLoan AnswerMeeting AskForHelp",
    "vote": "VoteOnLoan AgreeTo Decline",
    "members": (
        "DecideJoining ChangeMember RecordLeaving TakeBackIn RecordDeath ConfirmDeath JoinRecords "
        "Appoint EndOffice KeepRecordsApart"
    ),
    "links": "Invite MakeHelperCode MakePageLink BecomeHelper EndHelping FreezeAccount",
    "settings": "ChangeSetting ChangeFee ChangeBankAccount",
    "said": "SendBroadcast OpenDispute AnswerDispute",
}
"""What accounts do, in few words; everything else is “something else”."""

_GROUP = {name: group for group, names in DEEDS.items() for name in names.split()}


@moment("lost_phone.see_acts")
def see_acts(words: Words) -> str:
    return words.say("What it has done")


@moment("lost_phone.acts")
def acts(
    words: Words,
    who: PersonName,
    since: Spoken,
    *,
    entries: Sequence[Spoken],
    deeds: Sequence[Spoken],
    more: int,
) -> str:
    parts = [
        words.say(
            "Account of {who}, held back on {since}. In the 72 hours before:", who=who, since=since
        )
    ]
    parts += [f"• {each}" for each in entries] or [words.say("No money was booked.")]
    parts += ["", *(f"• {each}" for each in deeds)] if deeds else []
    if more:
        parts.append(words.plural("and one more", "and {count} more", more))
    return "\n".join(str(each) for each in parts)  # fmt: skip


@moment("lost_phone.at")
def at(words: Words, day: date, hour: int, minute: int) -> str:
    return words.say("{day} at {time}", day=day, time=f"{hour}:{minute:02}")


@moment("lost_phone.deed")
def deed(words: Words, when: Spoken, deed: str) -> str:
    return words.say("{when}: {what}", when=when, what=_named(words, _GROUP.get(deed, "")))


def _named(words: Words, group: str) -> str:
    names = {
        "money": words.say("money was booked or counted"),
        "own": words.say("something of their own was declared or answered"),
        "vote": words.say("a yes or no to a matter of the board"),
        "members": words.say("a member's record was changed"),
        "links": words.say("a link or code was made or used"),
        "settings": words.say("a setting of the club was proposed"),
        "said": words.say("something was said to others"),
    }
    return names.get(group, words.say("something else"))


@moment("lost_phone.not_right")
def not_right(words: Words, called: str) -> str:
    return words.say("{called} is not right", called=called)


@moment("lost_phone.correct")
def correct(words: Words, called: str) -> str:
    return words.say("Correct {called}", called=called)


def day_and_time(then: datetime) -> Moment:
    """'21/11/2026 at 9:05'; `then` in the club's zone."""
    return at(day=then.date(), hour=then.hour, minute=then.minute)
