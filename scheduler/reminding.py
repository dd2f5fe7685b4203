"""What every reminder has: a way to be planned, and a way to be worded once it is due."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from club.calendar import zone_of
from club.reminders import Due, Kind, due_at
from messages.cards import Card
from storage.queries import Connection
from storage.reminders import Claimed, Times

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
    at_most: so many at a time, where a card takes long to make; None for as many as come.
    still: which of them still have their sense, where that is quicker to say than with the card.
    """

    kinds: tuple[Kind, ...]
    plan: Callable[[Connection, Span], None]
    cards: Callable[[Connection, Sequence[Claimed], datetime], Mapping[int, Card]]
    at_most: int | None = None
    still: Callable[[Connection, Sequence[Claimed], datetime], Collection[int]] | None = None


def by_kind(claimed: Iterable[Claimed], kind: Kind) -> list[int]:
    """The numbers of the claimed reminders of one kind."""
    return [each.id for each in claimed if each.kind == kind]


def due_of(found: Iterable[Due], kind: Kind) -> datetime | None:
    """When the one reminder of this kind is due; None if a quiet time swallows it."""
    return next((each.at for each in found if each.kind is kind), None)


def times_of(
    kind: Kind,
    day: date,
    timezone: str,
    *,
    lasts: timedelta,
    span: Span,
    one_after_the_other: bool = True,
) -> Iterator[tuple[int, Times]]:
    """Which of a kind's reminders about something on the day are planned now, and their times.

    One after the other: each has its sense until the next one, and two that a quiet time has moved
    together become one. Otherwise, where each is for somebody else, all last as long.
    """
    found = due_at(kind, day, zone_of(timezone))
    following = [each.at if one_after_the_other else None for each in found[1:]]
    for each, after in zip(found, [*following, None], strict=True):
        ends = after or each.at + lasts
        if each.at <= span.until and ends > span.now and each.at < ends:
            yield each.days, Times(each.at, ends)


def day_of(span: Span, timezone: str) -> date:
    """The day it is now by the clocks of a club."""
    return local(span.now, timezone).date()


def local(moment: datetime, timezone: str) -> datetime:
    """The moment by the clocks of a club."""
    return moment.astimezone(zone_of(timezone))
