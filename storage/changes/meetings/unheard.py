"""Who is told that a meeting has changed; whom no message reaches, the board has told by mouth."""

from datetime import datetime

from sqlalchemy import Connection, insert, update

from club.reminders import Kind
from storage.changes.deed import Deed
from storage.queries.helping.helping import those_reached
from storage.queries.meetings.meetings import Meeting
from storage.queries.meetings.to_tell import concerned
from storage.tables.schedule import reminders

NO_MESSAGE, TOLD_AT_ONCE = "no message", "told at once"


def note_told(db: Connection, deed: Deed, before: Meeting, ends: datetime) -> None:
    """Noted who was told; whom no message reaches stands on the list of those to phone until the
    meeting begins. A later change takes its place.
    """
    told = [each.person_id for each in concerned(db, before, deed.today, but_not=deed.person)]
    heard = those_reached(db, told, deed.today)
    for person_id in told:
        key = {
            **{"club_id": before.club_id, "person_id": person_id, "period": ""},
            **{"kind": Kind.MEETING_CHANGED.value, "subject": str(before.id)},
        }
        _note(db, deed, key, ends, is_told=person_id in heard)


def _note(
    db: Connection, deed: Deed, key: dict[str, object], ends: datetime, *, is_told: bool
) -> None:
    values = {
        **{"due_at": deed.now, "ends_at": ends, "planned_at": deed.now},
        "state": "dropped" if is_told else "unreachable",
        "why": TOLD_AT_ONCE if is_told else NO_MESSAGE,
    }
    same = [reminders.c[name] == value for name, value in key.items()]
    if not db.execute(update(reminders).where(*same).values(values)).rowcount:
        db.execute(insert(reminders).values(key | values))
