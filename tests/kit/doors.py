"""Every dialogue and screen with its line in the table of rights, worked out a second time here."""

from collections.abc import Iterator

from club.helping import helper_may
from club.members import Action
from club.rights import RIGHTS
from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from handlers.doors import DIALOGUES, SCREENS, Door, Key
from handlers.entrances import SCREENS as SHOWN
from messages.presses import Press, ScreenPress, StartPress
from tests.kit.everybody import Somebody


def fits(who: Somebody, keys: tuple[Key, ...]) -> bool:
    """As the table says it, worked out here a second time."""
    return any(_fits(who, each) for each in keys)


def _fits(who: Somebody, key: Key) -> bool:
    if isinstance(key, Action):
        if who.helps and not helper_may(key):
            return False
        return bool(RIGHTS[key].roles & who.roles)
    wanted = {Door.EVERYBODY: True, Door.PERSON: who.person_id, Door.MEMBER: who.state == "member"}
    return bool(wanted[key])


def openings() -> Iterator[tuple[Press, tuple[Key, ...]]]:
    for name in sorted(SCRIPTS):
        yield StartPress(name), DIALOGUES.get(name, ())
    for name in sorted(SHOWN):
        yield ScreenPress(name), SCREENS.get(name, ())
