"""A name that is typed where members are shown: she is looked for, without a question before."""

from club.members import Action
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import those_meant
from handlers.talk.shown_choices import ShownChoices
from messages.presses import StartPress
from storage.queries import Connection
from storage.queries.members.member_record import known_members

_SHOWS_MEMBERS = ("v:member:", "s:find_member:")
LONGEST_NAME = 60


def searched(db: Connection, me: Visitor, text: str, shown: ShownChoices) -> StartPress | None:
    """Only where somebody has a name with all these parts."""
    shows = any(str(press).startswith(_SHOWS_MEMBERS) for press, *_ in shown)
    if not shows or len(text) > LONGEST_NAME or not me.may(Action.SEE_MEMBERS):
        return None
    if those_meant(text, known_members(db, me.club_id), in_passing=False):
        return StartPress("find_member", text)
    return None
