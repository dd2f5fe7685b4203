"""Whom an older person can phone when words do not help: somebody of the board, by name."""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import screen
from handlers.menus import closing
from messages import misunderstood as say
from messages.cards import Card
from messages.moments import Moment
from storage.queries import Connection
from storage.queries.members.boards import board_phone


def person_by_name(db: Connection, me: Visitor) -> Moment:
    """The same person in few words, where an apology would be out of place."""
    if me.membership is None or me.membership.state != "member":
        return say.phone_the_board()
    found = board_phone(db, me.club_id, me.today, but_not=me.person)
    if found is None:
        return say.phone_the_board()
    return say.phone_somebody(found.name, found.phone)


@screen("person")
def person(me: Visitor, db: Connection, argument: str) -> Card:
    """Whom to phone, from a message that belongs to no dialogue."""
    return closing(person_by_name(db, me))


def person_to_call(db: Connection, me: Visitor) -> Moment:
    """A board member with a phone number. A stranger learns no name: she is sent to the board."""
    if me.membership is None or me.membership.state != "member":
        return say.call_the_board()
    found = board_phone(db, me.club_id, me.today, but_not=me.person)
    if found is None:
        return say.call_the_board()
    return say.call_somebody(found.name, found.phone)
