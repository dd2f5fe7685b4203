"""How somebody new comes into the club, for whoever of its board asks."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.doors import stands_open
from handlers.entrances import choices, screen
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.joining import import_form as say_form
from messages.joining import new_member as say
from messages.members import member_record as say_members
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.clubs import club


@screen("new_member")
def new_member(me: Visitor, db: Connection, argument: str) -> Card:
    """Everybody new agrees herself, by the club's code; a list on paper has a form."""
    if not me.may(Action.SEE_MEMBERS):
        return shown_no(Code.NOT_ALLOWED)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("tasks"), say.who_waits()),
        (ScreenPress("import_form"), say_form.title()),
        (ScreenPress("members"), say_members.title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    code = club(db, me.club_id).join_code
    shown = f"{code[:4]}-{code[4:]}" if len(code) == 8 else code
    open_to_her = [(press, label) for press, label in ways if stands_open(me, press)]
    return Card(say.how_to_join(shown), choices=choices(open_to_her))
