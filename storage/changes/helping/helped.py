"""What a helper does in a member's name: which changes these are, and the note of each."""

from sqlalchemy import Connection, select

from club.helping import helper_may
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.helping.become_helper import BecomeHelper
from storage.changes.helping.helping import EndHelping, NoteWrongHelperCode, SpeakFor
from storage.changes.inserting import inserted
from storage.changes.meetings.answer_meeting import AnswerMeeting
from storage.changes.money.declare_contribution import DeclareContribution, TakeBackContribution
from storage.changes.money.dispute import OpenDispute
from storage.changes.volunteers.ask_for_help import AskForHelp
from storage.changes.volunteers.thank_volunteer import ThankVolunteer
from storage.queries.helping.helping import Helping, helpings_numbered
from storage.tables.helping import helped_deeds, helpings

HELPERS_OWN = (SpeakFor, EndHelping, BecomeHelper, NoteWrongHelperCode)
"""What a helper does as himself, whoever it is that he types for."""

IN_HER_NAME: dict[type, Action] = {
    DeclareContribution: Action.DECLARE_CONTRIBUTION,
    TakeBackContribution: Action.DECLARE_CONTRIBUTION,
    AnswerMeeting: Action.ANSWER_MEETING,
    AskForHelp: Action.ASK_FOR_HELP,
    ThankVolunteer: Action.ASK_FOR_HELP,
    OpenDispute: Action.SEE_OWN_ACCOUNT,
}
"""Every change that can be made in a member's name; any other one is refused (Club rules, F.2)."""


def note_helped(db: Connection, deed: Deed, helping: Helping, command: object) -> None:
    """It is kept who typed it. Raises Refused for what is hers alone, and where it has ended."""
    action = IN_HER_NAME.get(type(command))
    if action is None or not helper_may(action):
        raise Refused(Code.NOT_FOR_HELPER)
    # Whoever ends it at this moment waits, or was first.
    db.execute(select(helpings.c.id).where(helpings.c.id == helping.id).with_for_update())
    if helping.id not in helpings_numbered(db, [helping.id], deed.today):
        raise Refused(Code.HELPING_OVER)
    name = type(command).__name__
    inserted(db, helped_deeds, helping_id=helping.id, at=deed.now, deed=name, cause=deed.cause)
