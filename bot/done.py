"""One step as it will be kept, and who speaks in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from club.calendar import day_in_zone
from handlers.dialogue.visitor import Visitor
from handlers.turn import Turn
from messages.addressing import words_for
from messages.cards import Card
from messages.moments import Moment
from storage.conversations import Talk
from storage.inbox import Waiting
from storage.practising import Kept

DEFAULT_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Done:
    """One step as it will be kept: who heard what, and what others are to hear.

    `also`: further cards for the same chat; `before`: remarks above the answer, whatever it is;
    `kept`: how her practice is to be kept.
    """

    talk: Talk
    update: Waiting
    turn: Turn
    others: Sequence[tuple[int, Card]] = ()
    also: tuple[Card, ...] = ()
    before: tuple[Moment, ...] = ()
    kept: Kept | None = None

    @property
    def cards(self) -> list[Card]:
        """What the chat itself gets, in order."""
        card = self.turn.card
        if card is not None and self.before:
            card = replace(card, before=(*self.before, *card.before))
        return [*([] if card is None else [card]), *self.also]


def visitor(talk: Talk, now: datetime) -> Visitor:
    """Who is speaking in this talk, now."""
    focus = next(
        (each for each in talk.memberships if each.club_id == talk.club_id),
        talk.memberships[0] if talk.memberships else None,
    )
    zone = DEFAULT_ZONE if focus is None else ZoneInfo(focus.timezone)
    return Visitor(
        chat_id=talk.hearer.chat_id,
        channel=talk.hearer.channel,
        language=talk.hearer.language,
        words=words_for(talk.hearer),
        now=now,
        today=day_in_zone(now, zone),
        person_id=talk.person_id,
        membership=focus,
        memberships=talk.memberships,
        is_volunteer=talk.is_volunteer,
        practises=talk.practice_at is not None,
    )
