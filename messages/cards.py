"""A card is one message on its way: what is said, what can be chosen; no words yet, kept as JSON
in the outbox.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from messages.moments import Moment, moment_of
from messages.papers.kinds import Paper, paper_of
from messages.wording import Words


class SaidTo(NamedTuple):
    """A person's form of address and the bot's word to her; her name, and whether it is said."""

    you: str
    me: str
    name: str
    by_name: bool

    @classmethod
    def of(cls, words: Words) -> "SaidTo":
        return cls(words.you, words.me, words.name, words.by_name)

    def words(self, language: str) -> Words:
        return Words(language, *self)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to press; `press` is at most 64 bytes and means the same for ever."""

    press: str
    label: Moment


@dataclass(frozen=True, slots=True)
class Card:
    """One message: remarks before, the thing said, big choices, one small row of navigation.

    `numbered` choices can be typed by their number; a pushed message has none, since numbers belong
    to what the person is busy with. `aloud`: she has asked to hear this one. `papers` follow it.
    `wants`: "photo" or "voice" where that is to be sent in answer. `said_to`: to whom it is said
    where a helper reads it in her place.
    """

    body: Moment
    before: tuple[Moment, ...] = ()
    choices: tuple[Choice, ...] = ()
    small: tuple[Choice, ...] = ()
    numbered: bool = True
    aloud: bool = False
    papers: tuple[Paper, ...] = ()
    wants: str = ""
    said_to: SaidTo | None = None

    def typable(self) -> list[list[Any]]:
        """What can be typed after this card: press and label of each choice, in order."""
        if not self.numbered:
            return []
        return [[each.press, each.label.as_json()] for each in self.choices]

    def as_json(self) -> dict[str, Any]:
        kept: dict[str, Any] = {
            "body": self.body.as_json(),
            "before": [each.as_json() for each in self.before],
            "choices": [[each.press, each.label.as_json()] for each in self.choices],
            "small": [[each.press, each.label.as_json()] for each in self.small],
            "numbered": self.numbered,
        }
        if self.aloud:
            kept["aloud"] = True
        if self.wants:
            kept["wants"] = self.wants
        if self.said_to is not None:
            kept["said_to"] = list(self.said_to)
        if self.papers:
            kept["papers"] = [each.as_json() for each in self.papers]
        return kept


def card_of(data: dict[str, Any]) -> Card:
    """The card that `as_json` wrote."""
    return Card(
        body=moment_of(data["body"]),
        before=tuple(moment_of(each) for each in data["before"]),
        choices=tuple(Choice(press, moment_of(label)) for press, label in data["choices"]),
        small=tuple(Choice(press, moment_of(label)) for press, label in data["small"]),
        numbered=data["numbered"],
        aloud=data.get("aloud", False),
        papers=papers_of(data),
        wants=data.get("wants", ""),
        said_to=SaidTo(*data["said_to"]) if "said_to" in data else None,
    )


def papers_of(data: dict[str, Any]) -> tuple[Paper, ...]:
    """The papers alone of a card that `as_json` wrote."""
    return tuple(paper_of(each) for each in data.get("papers", ()))
