"""What a dialogue read in the books still holds when its command is carried out.

Somebody who enters the same on two phones in one moment is heard on both before either is in the
books: neither dialogue has anything to ask. So the second one is heard again, and asks.
"""

from bot.done import Done, visitor
from bot.sitting import Sitting
from handlers.talk.unfinished import speaker
from storage.changes.deed import AsBooksStand
from storage.changes.money.book import lock_club


def rests_on_books(heard: Done) -> bool:
    """Whether the step's command rests on what its dialogue read and asked about."""
    return isinstance(heard.turn.command, AsBooksStand)


def has_changed_since(sitting: Sitting, heard: Done) -> bool:
    """Whether another step of the set has changed something in its club since it was heard."""
    return rests_on_books(heard) and _club_of(sitting, heard) in sitting.changed_clubs


def heard_with_books_locked(sitting: Sitting, heard: Done) -> Done:
    """The same step heard again, now that nobody else can write into its club's books."""
    club_id, chat_id = _club_of(sitting, heard), heard.talk.hearer.chat_id
    if club_id is None:
        return heard
    lock_club(sitting.db, club_id)
    sitting.memory.clear()
    talks, _, _ = sitting.load([chat_id])
    return sitting.attend(talks[chat_id], heard.update, sitting.heard(heard.update))


def _club_of(sitting: Sitting, heard: Done) -> int | None:
    by = heard.turn.command_of
    assert by is not None
    me = speaker(visitor(heard.talk, sitting.now), by)
    return None if me.membership is None else me.membership.club_id
