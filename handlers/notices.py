"""One table: a fact → what the doer hears, and who else hears what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from handlers.dialogue.visitor import Visitor
from messages.cards import Card
from storage.queries import Connection

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Told:
    """`reply` goes to the chat that caused the fact; `others` are persons and what each hears;
    `in_chats`: chats, where it matters in which of hers a person hears it.
    """

    reply: Card
    others: tuple[tuple[int, Card], ...] = ()
    in_chats: tuple[tuple[int, Card], ...] = ()


Tell = Callable[[Any, Visitor, Connection], Told]

NOTICES: dict[type, Tell] = {}


def after(fact: type[F]) -> Callable[[Callable[[F, Visitor, Connection], Told]], Any]:
    """Declare what is told after a fact."""

    def declare(
        tell: Callable[[F, Visitor, Connection], Told],
    ) -> Callable[[F, Visitor, Connection], Told]:
        if fact in NOTICES:
            raise ValueError(f"two notices after {fact.__name__}")
        NOTICES[fact] = tell
        return tell

    return declare


def told_after(fact: object, me: Visitor, db: Connection) -> Told:
    """What is said after this fact."""
    return NOTICES[type(fact)](fact, me, db)
