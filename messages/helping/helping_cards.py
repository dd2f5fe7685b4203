"""How what is said to a member reaches her helper, and how others hear of what he has done."""

from dataclasses import replace
from typing import Protocol

from club.address import PersonName
from messages.cards import Card, Choice, SaidTo
from messages.helping import helping as say
from messages.moments import Moment
from messages.own.addressing import Addressed, words_for
from messages.presses import StartPress, packed
from messages.wording import Words


class Between(Protocol):
    """A helper, and the member (`name`) for whom he types; `spoken` is how she is spoken to."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> PersonName: ...
    @property
    def helper(self) -> PersonName: ...
    @property
    def spoken(self) -> Addressed: ...


def words_to_her(who: Between, language: str) -> Words:
    """How she is spoken to, in the language of the helper's phone."""
    return replace(words_for(who.spoken), language=language)


def said_for(card: Card, who: Between, language: str) -> Card:
    """An answer to the helper, as said to her; its first line says for whom is typed."""
    to = SaidTo.of(words_to_her(who, language))
    return replace(card, before=(say.for_whom(who.name), *card.before), said_to=to)


def to_helper(card: Card, who: Between, language: str) -> Card:
    """What is told to a member without a phone, on the phone of her helper: he reads it to her.

    Its buttons are hers; he comes to them by typing for her.
    """
    return Card(
        card.body,
        before=(say.please_read(who.helper, who.name), *card.before),
        choices=(_way("speak_for", who, say.type_for(who.name)),),
        numbered=False,
        said_to=SaidTo.of(words_to_her(who, language)),
    )


def done_in_your_name(reply: Card, who: Between) -> Card:
    """What a helper has just done, told to her on her own phone."""
    ends = _way("end_helping", who, say.end_title())
    return Card(reply.body, before=(say.done_for_you(who.helper),), choices=(ends,), numbered=False)


def by_a_helper(card: Card, who: Between) -> Card:
    """What others are told of it names both."""
    return replace(card, before=(say.typed_by(who.helper, who.name), *card.before))


def _way(dialogue: str, who: Between, label: Moment) -> Choice:
    return Choice(packed(StartPress(dialogue, str(who.id))), label)
