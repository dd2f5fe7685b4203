"""Cards that are pushed to somebody who did not ask: their choices carry no numbers."""

from handlers.entrances import choices
from messages import everywhere as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress


def news(body: Moment, *ways: tuple[Press, Moment]) -> Card:
    """What is told, with what can be done about it, or else the way to the menu."""
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say.menu_word())
    return Card(body, choices=choices(list(ways) or [menu]), numbered=False)
