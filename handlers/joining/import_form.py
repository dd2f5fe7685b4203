"""The form for what stands in a club's paper books, for its board."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.joining import import_form as say
from messages.moments import Moment
from messages.papers.import_form import import_form
from messages.presses import Press, ScreenPress
from storage.queries import Connection


@screen("import_form")
def show_import_form(me: Visitor, db: Connection, argument: str) -> Card:
    """The form follows the words as a file."""
    if not me.may(Action.OPENING_BALANCE):
        return shown_no(Code.NOT_ALLOWED)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    return Card(say.here_it_is(), choices=choices([menu]), papers=(import_form(),))


entrance(
    ScreenPress("import_form"),
    label=say.title,
    open_to=lambda me: me.may(Action.OPENING_BALANCE),
    command="mausogiay",
    words=("mẫu sổ giấy", "mẫu nhập sổ", "mẫu điền sổ", "import form", "form for the paper books"),
    in_menu=False,
)
