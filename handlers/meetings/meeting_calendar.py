"""One meeting, or those of the coming months, as a file for a calendar."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import meeting_calendar as say
from messages.moments import Moment
from messages.papers.calendar_file import calendar_file
from messages.papers.kinds import Paper
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.meetings.meeting_calendar import CalendarEntry, entries_ahead, entry_of
from storage.queries.meetings.meetings import meeting_by_number


@screen("calendar")
def calendar(me: Visitor, db: Connection, argument: str) -> Card:
    """The file follows the words; the argument is a meeting, or nothing for half a year."""
    if not me.may(Action.ANSWER_MEETING):
        return shown_no(Code.NOT_ALLOWED)
    club_id, entries = _entries(me, db, argument)
    if not entries:
        return closing(say.nothing())
    only = entries[0]
    body = say.here_it_is(len(entries))
    if len(entries) == 1 and only.state == "cancelled":
        body = say.called_off(only.day)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    name = club(db, club_id).name
    return Card(body, choices=choices([menu]), papers=(_paper(me, name, entries),))


def _entries(me: Visitor, db: Connection, argument: str) -> tuple[int, list[CalendarEntry]]:
    """Of a club of hers; of no other."""
    if not argument.isdecimal():
        return me.club_id, entries_ahead(db, me.club_id, me.now)
    found = meeting_by_number(db, int(argument))
    mine = {each.club_id for each in me.memberships if each.state == "member"}
    if found is None or found.club_id not in mine:
        return me.club_id, []
    entry = entry_of(db, found.club_id, found.id)
    return found.club_id, [] if entry is None else [entry]


def _paper(me: Visitor, name: str, entries: list[CalendarEntry]) -> Paper:
    return calendar_file(
        club=name,
        made_at=me.now.isoformat(),
        entries=[
            [
                each.uid,
                each.begins.isoformat(),
                each.place,
                each.talk,
                each.bring,
                each.changes,
                each.state,
            ]
            for each in entries
        ],
    )


entrance(
    ScreenPress("calendar"),
    label=say.title,
    open_to=lambda me: me.may(Action.ANSWER_MEETING),
    command="teplich",
    words=("tệp lịch", "lịch điện thoại", "lịch sinh hoạt", "calendar file", "calendar"),
    in_menu=False,
)
