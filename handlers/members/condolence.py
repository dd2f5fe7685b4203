"""What the account of somebody who is recorded as dead is answered (Club rules, E.3)."""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from messages.cards import Card
from messages.members import deaths as say
from messages.moments import Moment
from messages.presses import Press, StartPress
from storage.queries import Connection
from storage.queries.members.deaths import death_of_person


def condolence(me: Visitor, db: Connection) -> Card | None:
    """A word to the family, with the way to say that it is a mistake; None for the living."""
    if me.person_id is None or me.membership is not None:
        return None
    found = death_of_person(db, me.person_id)
    if found is None:
        return None
    way: tuple[Press, Moment] = (StartPress("say_alive", str(found.id)), say.mistake())
    return Card(say.condolence(), choices=choices([way]))
