"""The pictures that belong to something, for whoever may see them."""

from club.photos import About
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from messages import everywhere as say_everywhere
from messages import photos as say
from messages.cards import Card
from messages.moments import Moment
from messages.papers.photos import photo_paper
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.photos import Viewer, photos_seen

MOST_AT_ONCE = 5


@screen("photos")
def photos(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument`: what they are about and its number, "receipt 12". Whoever may see none reads the
    same as where there are none.
    """
    home = choices([(ScreenPress("menu"), say_everywhere.menu_word())])
    about, _, number = argument.partition(" ")
    seen: list[int] = []
    if about in set(About) and number.isascii() and number.isdecimal() and len(number) <= 18:
        viewer = Viewer(me.chat_id, me.person_id, me.today)
        seen = photos_seen(db, viewer, About(about), int(number))
    if not seen:
        return Card(say.not_there(), choices=home)
    shown = tuple(photo_paper(each) for each in seen[-MOST_AT_ONCE:])
    return Card(say.here(say.title(about)), choices=home, papers=shown)


def see_photos(about: About, subject: int) -> tuple[Press, Moment]:
    """The button that opens them."""
    return ScreenPress("photos", f"{about.value} {subject}"), say.see()
