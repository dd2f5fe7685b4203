"""The minutes of a meeting: what is known by itself, who signs them, and what was decided.

The six parts are those of the meeting: club.meetings.MinutesPart. The secretary, or else chair or
deputy, writes; the chair signs, and where he finished them himself, the deputy. What is signed is
never rewritten: what was wrong is added, with its day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from club.meetings import MinutesPart
from club.members import Role
from club.money import NOTHING, Money
from club.refusals import Code, Refused

SIGNING = (Role.CHAIR, Role.DEPUTY)
"""In this order; whoever finished the minutes does not sign them."""

LONGEST_PART = 1200
"""Letters of one part: it is still read on a phone, and fits one message."""
LONGEST_DECISION = 200


class DecisionState(StrEnum):
    """What has become of something that a meeting decided."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Outcome(StrEnum):
    """What a later meeting hears about an open decision."""

    DONE = "done"
    NOT_YET = "not_yet"
    DROPPED = "dropped"


STATE_AFTER = {
    Outcome.DONE: DecisionState.DONE,
    Outcome.NOT_YET: DecisionState.OPEN,
    Outcome.DROPPED: DecisionState.DROPPED,
}


@dataclass(frozen=True, slots=True)
class FundThen:
    """A fund as it stood at the end of the meeting's day; `name` only for funds the club added."""

    kind: str
    name: str
    cash: Money
    lent: Money


@dataclass(frozen=True, slots=True)
class LoanMatter:
    """A loan the meeting, or the board on that day, decided on.

    what: "agreed", "rescheduled" or "written_off". form: how the person is called before others.
    """

    what: str
    name: str
    form: str
    amount: Money
    by_meeting: bool


@dataclass(frozen=True, slots=True)
class ActivityThen:
    """Something done since the meeting before; `area` is the code of one of the eight."""

    area: str
    what: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What nobody has to type: the figures of a meeting's day, and of the time since the last.

    roll: the name of each member and the presence. guests: how many of each kind. payers, fees,
    gifts, repaid: what came in on the day; refused: loans not agreed to, a number alone; helped:
    how often somebody in trouble was helped.
    """

    members: int = 0
    present: int = 0
    excused: int = 0
    roll: tuple[tuple[str, str], ...] = ()
    guests: tuple[tuple[str, int], ...] = ()
    funds: tuple[FundThen, ...] = ()
    payers: int = 0
    fees: Money = NOTHING
    gifts: Money = NOTHING
    repaid: Money = NOTHING
    loans: tuple[LoanMatter, ...] = ()
    refused: int = 0
    activities: tuple[ActivityThen, ...] = ()
    helped: int = 0
    next_meeting: date | None = None

    @property
    def absent(self) -> int:
        return self.members - self.present - self.excused


_SUMS = ("fees", "gifts", "repaid")


def kept(known: Known) -> dict[str, Any]:
    """The figures as JSON, as they are frozen when the minutes are finished."""
    made = asdict(known)
    for name in _SUMS:
        made[name] = getattr(known, name).dong
    made["funds"] = [[each.kind, each.name, each.cash.dong, each.lent.dong] for each in known.funds]
    made["roll"] = [list(each) for each in known.roll]
    made["guests"] = [list(each) for each in known.guests]
    made["loans"] = [
        [each.what, each.name, each.form, each.amount.dong, each.by_meeting] for each in known.loans
    ]
    made["activities"] = [[each.area, each.what, each.people] for each in known.activities]
    made["next_meeting"] = known.next_meeting and known.next_meeting.isoformat()
    return made


def known_again(read: Mapping[str, Any]) -> Known:
    """The figures that `kept` wrote."""
    day = read["next_meeting"]
    return Known(
        members=read["members"],
        present=read["present"],
        excused=read["excused"],
        roll=tuple((name, presence) for name, presence in read["roll"]),
        guests=tuple((kind, count) for kind, count in read["guests"]),
        payers=read["payers"],
        refused=read["refused"],
        helped=read["helped"],
        fees=Money(read["fees"]),
        gifts=Money(read["gifts"]),
        repaid=Money(read["repaid"]),
        funds=tuple(FundThen(a, b, Money(c), Money(d)) for a, b, c, d in read["funds"]),
        loans=tuple(LoanMatter(a, b, c, Money(d), e) for a, b, c, d, e in read["loans"]),
        activities=tuple(ActivityThen(a, b, c) for a, b, c in read["activities"]),
        next_meeting=None if day is None else date.fromisoformat(day),
    )


def next_part(written: Iterable[MinutesPart]) -> MinutesPart | None:
    """The first part that nobody has written or passed over; None when all six are there."""
    there = set(written)
    return next((part for part in MinutesPart if part not in there), None)


def check_version(*, seen: int, now: int) -> None:
    """Refuses to write over what somebody else has written meanwhile."""
    if seen != now:
        raise Refused(Code.WRITTEN_MEANWHILE)


def is_overdue(state: DecisionState, until: date, today: date) -> bool:
    """Still open, and its day is over."""
    return state is DecisionState.OPEN and until < today
