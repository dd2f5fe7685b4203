"""One step as it will be kept, and who speaks in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from club.calendar import VIETNAM, day_in_zone
from handlers.dialogue.visitor import Visitor
from handlers.talk.turn import Turn
from messages.cards import Card
from messages.helping.helping_cards import said_for, words_to_her
from messages.moments import Moment
from messages.own.addressing import words_for
from storage.conversations import Talk
from storage.inbox import Waiting
from storage.memberships import Membership
from storage.practising import Kept
from storage.queries.helping.helping import Helping


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
        """What the chat itself gets, in order; all of it says for whom is typed."""
        card = self.turn.card
        if card is not None and self.before:
            card = replace(card, before=(*self.before, *card.before))
        cards = [*([] if card is None else [card]), *self.also]
        helping = self.talk.helping
        if helping is None:
            return cards
        return [said_for(each, helping, self.talk.hearer.language) for each in cards]


def visitor(talk: Talk, now: datetime) -> Visitor:
    """Who is speaking in this talk, now; of a helper, she for whom he types."""
    if talk.helping is not None and talk.helped is not None:
        return _helped(talk, talk.helping, talk.helped, now)
    focus = next(
        (each for each in talk.memberships if each.club_id == talk.club_id),
        talk.memberships[0] if talk.memberships else None,
    )
    zone = VIETNAM if focus is None else ZoneInfo(focus.timezone)
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
        is_officer=talk.is_officer,
        practises=talk.practice_at is not None,
    )


def _helped(talk: Talk, helping: Helping, helped: Membership, now: datetime) -> Visitor:
    return Visitor(
        chat_id=talk.hearer.chat_id,
        channel=talk.hearer.channel,
        language=talk.hearer.language,
        words=words_to_her(helping, talk.hearer.language),
        now=now,
        today=day_in_zone(now, ZoneInfo(helped.timezone)),
        person_id=helping.person_id,
        membership=helped,
        memberships=(helped,),
        helping=helping,
    )
