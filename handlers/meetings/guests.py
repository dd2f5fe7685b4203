"""Guests of a meeting: how many of which kind; and what was corrected after its roll."""

from zoneinfo import ZoneInfo

from club.meetings import MOST_GUESTS, Guests
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.formats import short_day
from messages.meetings import attendance as say_attendance
from messages.meetings import roll as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.meetings.note_guests import GuestsNoted, NoteGuests
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.meetings.meetings import Meeting, last_meeting, meeting
from storage.queries.meetings.roll import corrections_of

MOST_LINES = 12


@dialogue("guests", title=say.guests_title, about=2)
async def guests(ask: Ask, me: Visitor) -> NoteGuests | Said:
    if not me.may(Action.TAKE_ROLL):
        return said_no(Code.NOT_ALLOWED)
    held = await read(_meant, me)
    if held is None:
        return Said(say.no_meeting())
    kind = await ask.choice(
        "kind",
        say.which_guests(held.day),
        among=tuple(Guests),
        shown_as=lambda each: say.guest_kind(each.value),
        key=lambda each: each.value,
    )
    people = await ask.number(
        "people", say.how_many_guests(kind.value), at_least=0, up_to=MOST_GUESTS
    )
    return NoteGuests(held.id, kind, people)


def _meant(db: Connection, me: Visitor) -> Meeting | None:
    found = last_meeting(db, me.club_id, me.today)
    if me.subject.isdecimal():
        found = meeting(db, me.club_id, int(me.subject))
    return found if found is not None and found.state != "cancelled" else None


@after(GuestsNoted)
def guests_noted(fact: GuestsNoted, me: Visitor, db: Connection) -> Told:
    lines = [say.guest_line(kind.value, people) for kind, people in fact.guests]
    ways: list[tuple[Press, Moment]] = [
        (StartPress("guests", str(fact.meeting.id)), say.note_guests()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.guests_noted(fact.meeting.day, lines), choices=choices(ways)))


@screen("roll_corrections")
def roll_corrections(me: Visitor, db: Connection, argument: str) -> Card:
    """Who was noted otherwise after the roll had been taken, and by whom."""
    if not me.may(Action.SEE_ATTENDANCE):
        return shown_no(Code.NOT_ALLOWED)
    shown = meeting(db, me.club_id, int(argument)) if argument.isdecimal() else None
    if shown is None:
        return shown_no(Code.NOT_FOUND)
    zone = ZoneInfo(club(db, me.club_id).timezone)
    lines = [
        say.corrected(
            each.who, each.present, short_day(each.changed_at.astimezone(zone).date()), each.by
        )
        for each in corrections_of(db, shown.id, MOST_LINES)
    ]
    back = (ScreenPress("attendance", str(shown.id)), say_attendance.counts())
    return Card(say.corrections(shown.day, lines), choices=choices([back]))


entrance(
    StartPress("guests"),
    label=say.guests_title,
    open_to=lambda me: me.may(Action.TAKE_ROLL),
    command="khach",
    words=("khách", "ghi khách", "guests"),
    in_menu=False,
)
