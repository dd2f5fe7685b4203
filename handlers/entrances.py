"""Where things begin: the menu, the commands and the words that open a dialogue or a screen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from club.members import Action
from handlers.dialogue.visitor import Visitor
from handlers.helping.helped import open_to_helper
from handlers.menu_order import (
    BOARD_GROUPS,
    BOARD_WORK,
    CLUB_LIFE,
    MENU,
    OFFICER_WORK,
    SETTINGS,
    STRANGERS,
)
from handlers.talk.practised import is_open
from messages.cards import Card, Choice
from messages.moments import Moment, written
from messages.presses import Press, ScreenPress, StartPress, packed
from messages.understand.plain import bare
from messages.understand.wishing import wishes_in_front
from messages.understand.words import words_of
from messages.wording import Words
from storage.memberships import Membership
from storage.queries import Connection

ShowScreen = Callable[[Visitor, Connection, str], Card]

MOST_WISHING = 6
SCREENS: dict[str, ShowScreen] = {}


def screen(name: str) -> Callable[[ShowScreen], ShowScreen]:
    """Declare a screen: a function from data to text and buttons, drawn again on each press."""

    def declare(show: ShowScreen) -> ShowScreen:
        if name in SCREENS:
            raise ValueError(f"two screens are called {name}")
        SCREENS[name] = show
        return show

    return declare


@dataclass(frozen=True, slots=True)
class Entrance:
    """One way in. `words` are typed without marks; `command` is the messenger's own /command,
    plain ASCII.
    """

    opens: Press
    label: Callable[[], Moment]
    open_to: Callable[[Visitor], bool]
    command: str
    words: tuple[str, ...] = ()
    in_menu: bool = True
    reads: Callable[[str, Visitor], Press | None] | None = None
    comes_late: Callable[[Visitor], bool] = lambda me: False
    anywhere: tuple[str, ...] = ()


ENTRANCES: list[Entrance] = []
# The entrances of each word, in the order of their declaration.
_WORDED: dict[str, list[Entrance]] = {}


def entrance(
    opens: Press,
    *,
    label: Callable[[], Moment],
    open_to: Callable[[Visitor], bool],
    command: str,
    words: tuple[str, ...] = (),
    in_menu: bool = True,
    reads: Callable[[str, Visitor], Press | None] | None = None,
    comes_late: Callable[[Visitor], bool] = lambda me: False,
    anywhere: tuple[str, ...] = (),
) -> None:
    """Declare an entrance; where it stands in the menu, handlers.menu_order says.

    `reads` gets the rest of what was typed after one of the words ("tháng 10" of "báo cáo tháng
    10") and says what to open, or None. `comes_late`: for whom it stands at the menu's end.
    `anywhere`: those of its words that open it in the middle of a dialogue too.
    """
    declared = Entrance(
        opens=opens,
        label=label,
        open_to=open_to,
        command=command,
        words=tuple(bare(each) for each in words),
        in_menu=in_menu,
        reads=reads,
        comes_late=comes_late,
        anywhere=tuple(bare(each) for each in anywhere),
    )
    ENTRANCES.append(declared)
    for each in dict.fromkeys(declared.words):
        _WORDED.setdefault(each, []).append(declared)


def entrance_by_command(text: str, me: Visitor) -> Entrance | None:
    """The entrance of '/command', with or without the bot's name behind it; what is typed after it
    is read as after its words ("/baocao 10").
    """
    if not text.startswith("/"):
        return None
    named, _, rest = text[1:].partition(" ")
    command = named.partition("@")[0].lower()
    found = next((each for each in ENTRANCES if each.command == command), None)
    if found is None or found.reads is None or not rest.strip() or not found.open_to(me):
        return found
    return replace(found, opens=found.reads(rest.strip(), me) or found.opens)


def entrance_from_anywhere(text: str, me: Visitor) -> Entrance | None:
    """The entrance whose words open it in the middle of a dialogue too."""
    said = bare(text)
    return next((each for each in ENTRANCES if said in each.anywhere and each.open_to(me)), None)


def entrance_by_words(text: str, me: Visitor) -> Entrance | None:
    """The entrance whose words or whole label were typed, among those open to this person."""
    return _entrance_named(bare(text), me) or _entrance_that_reads(text, me)


def entrance_closed_to(text: str, me: Visitor, other: Visitor) -> Entrance | None:
    """What exactly these words open to somebody else of her club; None where they open something
    to her.
    """
    said = bare(text)
    return None if _entrance_named(said, me) else _entrance_named(said, other)


def _entrance_named(said: str, me: Visitor) -> Entrance | None:
    """By its words; by its label, those of the menu first, since two may be called the same."""
    labelled = _labelled(replace(me.words, name="")).get(said, ())
    named = (*_WORDED.get(said, ()), *labelled)
    return next((each for each in named if each.open_to(me)), None)


@lru_cache(maxsize=64)
def _labelled(words: Words) -> Mapping[str, Sequence[Entrance]]:
    """The entrances of each label, as it is written to somebody of no name, bare."""
    found: dict[str, list[Entrance]] = {}
    for each in sorted(ENTRANCES, key=lambda one: not one.in_menu):
        found.setdefault(bare(written(each.label(), words)), []).append(each)
    return found


def _entrance_that_reads(text: str, me: Visitor) -> Entrance | None:
    """By its words and what follows them, perhaps after words that only wish: "cho bác xem"."""
    reading = [each for each in ENTRANCES if each.reads is not None and each.open_to(me)]
    for wish in _without_wishing(text):
        said = bare(wish)
        for each in reading:
            if said in each.words:
                return each
            begun = next((words for words in each.words if said.startswith(f"{words} ")), None)
            rest = "" if begun is None else " ".join(wish.split()[len(begun.split()) :])
            press = each.reads(rest, me) if each.reads is not None and rest else None
            if press is not None:
                return replace(each, opens=press)
    return None


def _without_wishing(text: str) -> Iterator[str]:
    """The text, and what is left of it without one more word that only wishes."""
    yield text
    words = text.split()
    for number, word in enumerate(words[:MOST_WISHING], start=1):
        if not all(map(wishes_in_front, words_of(word))):
            return
        yield " ".join(words[number:])


def entrances_for_everybody() -> list[Entrance]:
    """Short enough to look through: the menu, and what it holds for strangers, ordinary members or
    volunteers; an office needs no list.
    """
    somebody = Visitor(
        chat_id=0, channel="", language="", words=Words(), now=_NEVER, today=_NEVER.date()
    )
    club = Membership(0, 0, "", "UTC", practice=False, state="member", roles=frozenset())
    anybody = (
        somebody,
        replace(somebody, person_id=0, membership=club, memberships=(club,)),
        replace(somebody, person_id=0, is_volunteer=True),
    )
    first = [each for each in ENTRANCES if opened(each) == "menu"]
    named = [each for each in _named(MENU) if opened(each) not in OFFICER_WORK]
    return first + [each for each in named if any(each.open_to(one) for one in anybody)]


_NEVER = datetime.min.replace(tzinfo=UTC)


def has_settings(me: Visitor) -> bool:
    """Whether settings stand behind an entry of their own; a stranger has too few for that, and so
    has a helper.
    """
    return me.person_id is not None and me.helping is None


def has_board_work(me: Visitor) -> bool:
    """Whether the work of an office stands behind an entry of its own."""
    return me.may(Action.BOARD_WORK)


def has_officer_work(me: Visitor) -> bool:
    """Whether the work of an officer stands behind an entry of its own; where she is nobody in a
    club it is her menu.
    """
    return me.is_officer and (me.membership is not None or me.is_volunteer)


def officer_choices(me: Visitor) -> list[tuple[Press, Moment]]:
    """The work of an officer of the Association."""
    return [(each.opens, each.label()) for each in _to_choose(me, OFFICER_WORK)]


def _elsewhere(me: Visitor) -> frozenset[str]:
    """What stands behind another entry of hers, or is nothing for her."""
    found = set(BOARD_WORK) if has_board_work(me) else set()
    if not me.is_officer or has_officer_work(me):
        found.update(OFFICER_WORK)
    if me.is_officer:
        found.update(STRANGERS)
    return frozenset(found)


def menu_choices(me: Visitor) -> list[tuple[Press, Moment]]:
    """What this person can do, in the menu's order."""
    entries = _to_choose(me, MENU if has_settings(me) else (*MENU, *SETTINGS))
    elsewhere = _elsewhere(me)
    entries = [each for each in entries if opened(each) not in elsewhere]
    entries.sort(key=lambda each: each.comes_late(me))
    return [(each.opens, each.label()) for each in entries]


def board_choices(me: Visitor, group: str = "") -> list[tuple[Press, Moment]]:
    """The work of her office that begins with her, of one group or all."""
    wanted = BOARD_GROUPS[group] if group else BOARD_WORK
    return [(each.opens, each.label()) for each in _to_choose(me, wanted)]


def club_life_choices(me: Visitor) -> list[tuple[Press, Moment]]:
    """What the club does, and what she can note of it."""
    return [(each.opens, each.label()) for each in _to_choose(me, CLUB_LIFE)]


def settings_choices(me: Visitor) -> list[tuple[Press, Moment]]:
    """How this person can have it."""
    return [(each.opens, each.label()) for each in _to_choose(me, SETTINGS)]


def _to_choose(me: Visitor, order: tuple[str, ...]) -> list[Entrance]:
    """Those of the entries named in the order that are open to this person."""
    return [each for each in _named(order) if is_open_to(me, each)]


def _is_open(me: Visitor, press: Press) -> bool:
    return is_open(me, press) and open_to_helper(me, press)


def is_open_to(me: Visitor, entrance: Entrance) -> bool:
    """Whether she may open it, now and as whom she speaks for."""
    return entrance.open_to(me) and _is_open(me, entrance.opens)


def _named(order: tuple[str, ...]) -> list[Entrance]:
    named = {opened(each): each for each in ENTRANCES if each.in_menu}
    return [named[name] for name in order if name in named]


def opened(entrance: Entrance) -> str:
    """The name of the dialogue or screen that an entrance opens."""
    match entrance.opens:
        case StartPress(name, _) | ScreenPress(name, _):
            return name
    raise ValueError(f"{entrance.command} opens neither a dialogue nor a screen")


def choices(pairs: list[tuple[Press, Moment]]) -> tuple[Choice, ...]:
    return tuple(Choice(packed(press), label) for press, label in pairs)
