"""What a village may hear of its club's month: deeds, thanks, the next meeting; nobody's money.

It is read out over a loudspeaker and hangs on a board, so it names only donors who agreed to it,
says no number of helped people under five (club rules, F.8), and leaves out words of an entry that
tell of a person or a sum.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from club.areas import Area
from club.calendar import Month

SMALLEST_GROUP = 5
"""Of fewer people a village would know who they are."""
MOST_NAMED = 12
LONGEST_WORDS = 70
_TITLES = "bác|cụ|ông|bà|cô|chú|anh|chị|em|cháu|mẹ|bố|thím|dì|cậu|mợ"
_AFTER_A_TITLE = re.compile(rf"\b(?:{_TITLES})\s+(\w)", re.IGNORECASE)
_A_SUM = re.compile(r"\d[\d.,]*\s*(?:đồng|đ\b|nghìn|ngàn|triệu|tr\b|k\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity as it was entered."""

    area: Area
    what: str
    people: int


@dataclass(frozen=True, slots=True)
class WorkInArea:
    """What was done in one area; `what` is empty where no entry's words may be read out.

    people: who took part in it, entry by entry; 0 where they are fewer than five.
    """

    area: Area
    what: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where people are invited to come."""

    day: date
    at: time
    place: str
    talk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The month for the whole village. `until`: its last counted day.

    helped: people helped, 0 where they are fewer than five; has_helped: whether there were any.
    donors: those who agreed to be named; other_donors: how many did not.
    """

    club: str
    month: Month
    until: date
    members: int
    new: int
    met_on: date | None
    present: int
    work: tuple[WorkInArea, ...]
    helped: int
    has_helped: bool
    sessions: int
    donors: tuple[str, ...]
    other_donors: int
    next_meeting: NextMeeting | None


def not_few(people: int) -> int:
    """The number, or 0 where it would give people away."""
    return people if people >= SMALLEST_GROUP else 0


def may_be_read_out(what: str, names: Iterable[str]) -> bool:
    """Whether the words of an entry tell of no person and no sum.

    A person is any of the full names, or a form of address before a capital: "bà Hoa".
    """
    plain = what.casefold()
    named = any(name.casefold() in plain for name in names)
    titled = any(first.isupper() for first in _AFTER_A_TITLE.findall(what))
    return not named and not titled and not _A_SUM.search(what)


def work_by_area(
    entries: Iterable[Entry], worked_on: Iterable[Area], names: Iterable[str]
) -> tuple[WorkInArea, ...]:
    """Each area worked on, with what was done: two entries of it, or one where areas are many."""
    areas, known, listed = list(worked_on), tuple(names), list(entries)
    most = 2 if len(areas) <= 3 else 1
    return tuple(
        _of_area(area, [each for each in listed if each.area is area], known, most)
        for area in areas
    )


def _of_area(area: Area, entries: list[Entry], names: tuple[str, ...], most: int) -> WorkInArea:
    said = [" ".join(each.what.split()).rstrip(" .;,!") for each in entries]
    fit = [each for each in said if 0 < len(each) <= LONGEST_WORDS and may_be_read_out(each, names)]
    once = {each.casefold(): each for each in reversed(fit)}
    what = tuple(reversed(once.values()))[:most]
    return WorkInArea(area, what, not_few(sum(each.people for each in entries)))
