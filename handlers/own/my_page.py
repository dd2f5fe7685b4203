"""A person's own page on the web: she gets the link in her own chat, and can close the page."""

from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from messages.own import my_page as say
from messages.presses import StartPress
from storage.changes.own.my_page import ClosePages, MakePageLink, PageLinkMade, PagesClosed
from storage.queries import Connection
from storage.queries.own.pages import page_at


@dialogue("my_page", title=say.title, about=1)
async def my_page(ask: Ask, me: Visitor) -> MakePageLink | Said:
    if me.person_id is None or not await read(page_at):
        return Said(say.none_here())
    return MakePageLink()


@after(PageLinkMade)
def page_link_made(fact: PageLinkMade, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.link(fact.link)))


@dialogue("close_page", title=say.close_title, about=1)
async def close_page(ask: Ask, me: Visitor) -> ClosePages | Said:
    if not await ask.yes_or_no("really", say.really_close()):
        return Said(say.stays_open())
    return ClosePages()


@after(PagesClosed)
def pages_closed(fact: PagesClosed, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.closed()))


entrance(
    StartPress("my_page"),
    label=say.title,
    open_to=lambda me: me.person_id is not None,
    command="trang",
    words=("trang của tôi", "trang của bác", "trang riêng", "mở trang", "my page", "my own page"),
)
entrance(
    StartPress("close_page"),
    label=say.close_title,
    open_to=lambda me: True,
    command="dongtrang",
    words=("đóng trang", "đóng trang của tôi", "khóa trang", "close page", "close my page"),
    in_menu=False,
)
