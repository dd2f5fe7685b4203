"""Practise: a made-up club in her own chat, where nothing is recorded and nobody is told."""

from dataclasses import replace

from club.members import BOARD, Role
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, menu_choices
from handlers.notices import Told, after
from messages import everywhere as say_everywhere
from messages import practising as say
from messages.cards import Card
from messages.moments import Moment
from messages.practising import marked
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.begin_practice import BeginPractice, PracticeBegun
from storage.memberships import Membership
from storage.queries import Connection

CLUB_NAMES = {"vi": "Câu lạc bộ Tập Thử", "en": "Practice Club"}
ENTRIES_AT_FIRST = 4


@dialogue("practise", title=say.title, about=1)
async def practise(ask: Ask, me: Visitor) -> BeginPractice | Said:
    if me.practises:
        return Said(say.already())
    roles = roles_to_practise(me)
    if len(roles) == 1:
        return BeginPractice(roles[0])
    return BeginPractice(await ask.choice("role", say.as_what(), among=roles, shown_as=say.role))


def roles_to_practise(me: Visitor) -> list[str]:
    """What she is first, so that she practises what she will do; everybody else is a member."""
    held = [each for each in (*BOARD_IN_ORDER, Role.VOLUNTEER) if each in me.roles]
    in_a_club = bool(me.memberships) or not held
    return [each.value for each in (*held, *([Role.MEMBER] if in_a_club else []))]


BOARD_IN_ORDER = tuple(each for each in Role if each in BOARD)


@after(PracticeBegun)
def practice_begun(fact: PracticeBegun, me: Visitor, db: Connection) -> Told:
    """The first message of practice, with what can be tried first."""
    name = CLUB_NAMES[me.language]
    entries = menu_choices(_in_practice(me, Role(fact.role), name))
    more: tuple[Press, Moment] = (ScreenPress("menu", "1"), say_everywhere.more())
    return Told(marked(Card(say.begun(name), choices=choices([*entries[:ENTRIES_AT_FIRST], more]))))


def _in_practice(me: Visitor, role: Role, club: str) -> Visitor:
    """Herself as she will be in the practice club."""
    volunteers = role is Role.VOLUNTEER
    offices = frozenset({role.value}) & {each.value for each in BOARD}
    membership = Membership(0, 0, club, "UTC", practice=True, state="member", roles=offices)
    return replace(
        me, practises=True, is_volunteer=volunteers, membership=None if volunteers else membership
    )


def offer_practice(said: Moment, question: Moment | None = None) -> Card:
    """Said at joining, with practice as the first thing to do."""
    ways: list[tuple[Press, Moment]] = [
        (StartPress("practise"), say.title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    if question is None:
        return Card(said, choices=choices(ways))
    return Card(question, before=(said,), choices=choices(ways))


def may_practise(me: Visitor) -> bool:
    """Anybody Liên knows by name, those too who wait for the board; not twice at a time."""
    return me.person_id is not None and not me.practises


entrance(
    StartPress("practise"),
    label=say.title,
    open_to=may_practise,
    command="tapthu",
    words=("tập thử", "thử", "làm thử", "thực hành", "practice", "practise", "try"),
)
