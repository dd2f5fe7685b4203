"""What a dispute is about, in one line."""

from club.disputes import Disputed
from handlers.money.books_said import entry_line
from handlers.money.contributions_said import line_of
from messages.moments import Moment
from storage.queries import Connection
from storage.queries.money.contributions import Contribution, contribution
from storage.queries.money.disputes import Dispute
from storage.queries.money.entries import entry


def disputed_line(db: Connection, about: Dispute) -> Moment:
    """The contribution or the entry that somebody says is not right."""
    line = line_of_subject(db, about.club_id, about.kind, about.subject_id)
    if line is None:
        raise LookupError("a dispute about what is not there")
    return line


def line_of_subject(
    db: Connection, club_id: int, kind: Disputed, number: int, *, person: int | None = None
) -> Moment | None:
    """None where it is not there, or not about this person if one is named."""
    read = contribution if kind is Disputed.CONTRIBUTION else entry
    found = read(db, club_id, number)
    if found is None or person not in {None, found.person_id}:
        return None
    return line_of(found) if isinstance(found, Contribution) else entry_line(found)
