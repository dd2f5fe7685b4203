"""The checklist before closing in words: one line for each thing that is open, and which it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from club.closing import CashHeld, Checklist
from messages.moments import Moment
from messages.money import before_closing as say
from messages.money import meeting_table as say_table


class Item(StrEnum):
    """What is open; whoever shows it knows where it is settled."""

    NOT_COUNTED = "not_counted"
    HANDS = "hands"
    TABLES = "tables"
    CONTRIBUTIONS = "contributions"
    PROPOSALS = "proposals"
    DISPUTES = "disputes"
    DIFFERENCES = "differences"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """`about`: the number of a place, the day of a meeting; empty where it needs none."""

    item: Item
    line: Moment
    about: str = ""


def open_before_closing(found: Checklist, place: Callable[[CashHeld], Moment]) -> list[OpenItem]:
    """Everything open, money first. `place` names where cash lies."""
    return [*_of_cash(found, place), *_of_people(found)]


def _of_cash(found: Checklist, place: Callable[[CashHeld], Moment]) -> Iterator[OpenItem]:
    for each in found.not_counted:
        line = say.not_counted(place(each), each.amount)
        yield OpenItem(Item.NOT_COUNTED, line, str(each.place))
    for each in found.with_collectors:
        assert each.collector_since is not None
        line = say.with_collector(place(each), each.amount, each.collector_since)
        yield OpenItem(Item.HANDS, line, str(each.place))


def _of_people(found: Checklist) -> Iterator[OpenItem]:
    counts: tuple[tuple[int, Callable[[int], Moment], Item], ...] = (
        (found.tables, say_table.still_open, Item.TABLES),
        (found.waiting, say.waiting, Item.CONTRIBUTIONS),
        (found.proposals, say.proposals, Item.PROPOSALS),
        (found.disputes, say.disputes, Item.DISPUTES),
        (found.unsettled, say.unsettled, Item.DIFFERENCES),
        (found.read_out, say.read_out, Item.DIFFERENCES),
    )
    for number, said, item in counts:
        if number:
            yield OpenItem(item, said(number))
    if found.minutes_missing and found.met_on is not None:
        yield OpenItem(Item.MINUTES, say.no_minutes(found.met_on), str(found.met_on))
