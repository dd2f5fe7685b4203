"""What every reminder has: a way to be planned, and a way to be worded once it is due."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from club.reminders import Due, Kind
from messages.cards import Card
from storage.queries import Connection
from storage.reminders import Claimed

HORIZON = timedelta(days=7)
"""How far ahead reminders are planned, so that everybody can see what is coming."""


@dataclass(frozen=True, slots=True)
class Span:
    """From now to as far ahead as is planned; instants in UTC."""

    now: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Reminding:
    """One thing the calendar does.

    plan: writes what is to be said within the span, and takes back what has lost its reason.
    cards: of the claimed reminders those that still have their sense, each as a card.
    """

    kinds: tuple[Kind, ...]
    plan: Callable[[Connection, Span], None]
    cards: Callable[[Connection, Sequence[Claimed], datetime], Mapping[int, Card]]


def by_kind(claimed: Iterable[Claimed], kind: Kind) -> list[int]:
    """The numbers of the claimed reminders of one kind."""
    return [each.id for each in claimed if each.kind == kind]


def due_of(found: Iterable[Due], kind: Kind) -> datetime | None:
    """When the one reminder of this kind is due; None if a quiet time swallows it."""
    return next((each.at for each in found if each.kind is kind), None)


def local(moment: datetime, timezone: str) -> datetime:
    """The moment by the clocks of a club."""
    return moment.astimezone(ZoneInfo(timezone))
