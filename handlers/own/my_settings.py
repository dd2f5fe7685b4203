"""How she would like to have it: all behind one entry of the menu; typed, each opens at once."""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, has_settings, screen, settings_choices
from handlers.menus import on_page
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.own import my_settings as say
from messages.presses import Press, ScreenPress
from storage.queries import Connection


@screen("my_settings")
def my_settings(me: Visitor, db: Connection, argument: str) -> Card:
    """Voice, form of address, own page, practice, language; five a page."""
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    return Card(
        say.which(),
        choices=choices(on_page("my_settings", argument, [*settings_choices(me), menu])),
    )


entrance(
    ScreenPress("my_settings"),
    label=say.title,
    open_to=has_settings,
    command="caidat",
    words=("cài đặt", "thiết lập", "tùy chọn", "settings"),
    comes_late=lambda me: True,
)
