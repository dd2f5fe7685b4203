"""What lies on the phones of the practice club before anybody has touched one."""

from bot.channels.web.channel import NAME, opened
from bot.clock import Clock
from bot.practice.fill import STRANGER
from bot.practice.people import CLUB
from bot.practice.village import Village
from handlers.entrances import choices
from messages import practice as say
from messages.cards import Card
from messages.presses import StartPress
from storage import inbox, outbox
from storage.outbox import Hearer, Letter
from storage.queries import Connection
from storage.queries.web import web_phone


def greet(db: Connection, village: Village, clock: Clock) -> None:
    """Everybody has just opened the chat; the stranger has got the club's link."""
    arrivals = [opened(phone) for phone in village.phones]
    inbox.take_in(db, arrivals, {}, run=clock.run, now=clock.now())
    stranger = web_phone(db, STRANGER)
    assert stranger is not None
    hearer = Hearer(stranger.chat_id, NAME, "", STRANGER, stranger.language)
    link = Card(
        say.you_got_the_link(CLUB, village.code),
        choices=choices([(StartPress("join", village.code), say.open_the_link())]),
        numbered=False,
    )
    letter = Letter(clock.new_id(), hearer, "notice", link.as_json())
    outbox.put(db, [letter], run=clock.run, now=clock.now())
