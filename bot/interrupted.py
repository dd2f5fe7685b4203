"""What is said after an end in the middle of talks, where a message may have gone with it.

A messenger that hands an update out once hands it to nobody else: one that a process had in its
hand when it was killed, or that was given to its broken line, never comes again.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.house import House
from messages import everywhere as say
from messages.cards import Card
from storage.interrupted import talking_since
from storage.outbox import Letter
from storage.queries import Connection
from storage.store import DatabaseFailed

LATELY = timedelta(minutes=10)


async def say_it_was_interrupted(house: House, channel: str) -> None:
    """Whoever was talking there just before is asked, once, to write again what has no answer."""
    try:
        letters = await house.store.change_soon(_letters, house, channel)
    except DatabaseFailed:
        return
    house.post(letters)


def _letters(db: Connection, house: House, channel: str) -> Sequence[Letter]:
    now = house.clock.now()
    body = say.interrupted()
    hearers = talking_since(db, channel, now - LATELY, body.name)
    card = Card(body, numbered=False).as_json()
    letters = [Letter(house.clock.new_id(), each, "notice", card) for each in hearers]
    return house.outgoing.put(db, letters, now)
