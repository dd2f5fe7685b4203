"""Names that came in by a list without a consent: the board hears a week before, then they go."""

from collections.abc import Callable
from datetime import datetime

from club.calendar import VIETNAM
from club.reminders import Kind, may_go_out
from messages.joining.missing_consents import names_will_go_card
from scheduler.reminding import local
from storage import outbox
from storage.changes.joining.missing_consents import due_to_be_told, forget_without_consent
from storage.outbox import Letter
from storage.queries import Connection
from storage.queries.joining.missing_consents import missing_consents
from storage.queries.members.boards import board


def tell_and_forget(
    db: Connection, now: datetime, run: int, new_id: Callable[[], int]
) -> list[Letter]:
    """Forgets what is due and returns the letters to send after the commit.

    In a quiet time nobody is told, and who was not told keeps her name.
    """
    moment = local(now, VIETNAM.key)
    today = moment.date()
    if not missing_consents(db):
        return []
    forget_without_consent(db, today)
    if not may_go_out(Kind.MONTH_NOT_CLOSED, moment):
        return []
    told = []
    for club_id, found in due_to_be_told(db, today).items():
        names: list[object] = [each.name for each in found if not each.is_bound]
        bound: list[object] = [each.name for each in found if each.is_bound]
        card = names_will_go_card(max(each.last_day for each in found), names, bound)
        told += [(each.person_id, card) for each in board(db, club_id, today)]
    hearers = outbox.hearers_of_persons(db, [person for person, _ in told])
    letters = [
        Letter(new_id(), hearer, "notice", card.as_json())
        for person, card in told
        for hearer in hearers.of(person)[:1]
    ]
    outbox.put(db, letters, run=run, now=now)
    return letters
