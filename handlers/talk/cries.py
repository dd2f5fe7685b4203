"""A cry for help: who cries hears whom to phone, and the whole board hears of it at once."""

from dataclasses import dataclass

from handlers.dialogue.visitor import Visitor
from handlers.talk.persons_to_call import person_by_name
from messages import everywhere as say_everywhere
from messages import misunderstood as say
from messages.cards import Card
from messages.moments import Moment
from storage.queries import Connection
from storage.queries.members.boards import board
from storage.queries.members.whereabouts import whereabouts


@dataclass(frozen=True, slots=True)
class Cry:
    """What is answered, and who else hears what."""

    said: tuple[Moment, ...]
    others: tuple[tuple[int, Card], ...] = ()


def cry_for_help(db: Connection, me: Visitor) -> Cry:
    """A member's whole board is told at once, whatever she was busy with; a stranger has none."""
    emergency, person = say_everywhere.somebody_in_need(), person_by_name(db, me)
    if me.membership is None or me.membership.state != "member":
        return Cry((emergency, person))
    found = whereabouts(db, me.person)
    notice = Card(
        say.somebody_cries_for_help(found.name, found.hamlet, found.phone), numbered=False
    )
    people = dict.fromkeys(each.person_id for each in board(db, me.club_id, me.today))
    others = tuple((each, notice) for each in people if each != me.person)
    if not others:
        return Cry((emergency, person))
    return Cry((emergency, say.help_is_called(), person), others)
