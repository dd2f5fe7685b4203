"""A parent's own yes before somebody under 16 helps: by the own account, or noted from paper."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.presses import StartPress
from messages.volunteers import volunteering as say
from storage.changes.joining.note_parents_yes import NoteParentsYes, ParentsYesNoted
from storage.queries import Connection
from storage.queries.volunteers.volunteers import known_person


@dialogue("parents_yes", title=say.parent_title, about=4)
async def parents_yes(ask: Ask, me: Visitor) -> NoteParentsYes | Said:
    """A member says yes for the own child; the board may also note a signed paper."""
    if not me.may(Action.ASK_FOR_HELP):
        return said_no(Code.NOT_ALLOWED)
    form = "account"
    if me.may(Action.OPEN_SESSION):
        form = await ask.choice(
            "form", say.whose_child(), among=("paper", "account"), shown_as=say.form
        )
    parent = (
        await ask.name("parent", say.which_parent())
        if form == "paper"
        else (await read(known_person, me.person)).name
    )
    year = await ask.birth_year("year", say.child_born())
    if not await ask.confirm("agreed", say.parent_read_back(parent, year)):
        return Said(say.nothing_noted())
    return NoteParentsYes(parent, year, form)


@after(ParentsYesNoted)
def parents_yes_noted(fact: ParentsYesNoted, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.parents_code(fact.code, fact.days)))


entrance(
    StartPress("parents_yes"),
    label=say.parent_title,
    open_to=lambda me: me.may(Action.ASK_FOR_HELP),
    command="chophepcon",
    words=("cho con tình nguyện", "cho cháu tình nguyện", "let my child volunteer"),
    in_menu=False,
)
