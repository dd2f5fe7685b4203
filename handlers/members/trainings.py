"""The board's trainings: noted with day and place, and listed."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.known_places import as_club_knows
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import office_times as say
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.note_training import NoteTraining, TrainingNoted
from storage.queries import Connection
from storage.queries.members.office_times import trainings_of

LONGEST_PLACE = 80


@screen("trainings")
def trainings(me: Visitor, db: Connection, argument: str) -> Card:
    """Every training that is noted, for the board."""
    if not me.may(Action.NOTE_TRAINING):
        return shown_no(Code.NOT_ALLOWED)
    lines = [
        say.training_line(each.refresher, each.day, each.place)
        for each in trainings_of(db, me.club_id)
    ]
    ways: list[tuple[Press, Moment]] = [
        (StartPress("note_training"), say.training_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(say.training_listed(lines), choices=choices(ways))


@dialogue("note_training", title=say.training_title, about=4)
async def note_training(ask: Ask, me: Visitor) -> NoteTraining | Said:
    if not me.may(Action.NOTE_TRAINING):
        return said_no(Code.NOT_ALLOWED)
    refresher = await ask.choice(
        "kind",
        say.which_training(),
        among=(True, False),
        shown_as=say.training_kind,
        key=lambda each: "refresher" if each else "first",
    )
    day = await ask.day("day", say.training_day(), ahead=False, offers=(me.today,))
    if day > me.today:
        return said_no(Code.DAY_IN_FUTURE)
    typed = await ask.text("place", say.training_place(), longest=LONGEST_PLACE)
    place = await as_club_knows(me, typed)
    if not await ask.confirm("agreed", say.training_read_back(refresher, day, place)):
        return Said(say_offices.nothing_changed())
    return NoteTraining(day, place, refresher)


@after(TrainingNoted)
def training_noted(fact: TrainingNoted, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("trainings"), say.training_list_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.training_noted(fact.day), choices=choices(ways)))


entrance(
    ScreenPress("trainings"),
    label=say.training_list_title,
    open_to=lambda me: me.may(Action.BOARD_WORK),
    command="taphuan",
    words=("tập huấn", "các buổi tập huấn", "ghi tập huấn", "trainings"),
    in_menu=False,
)
