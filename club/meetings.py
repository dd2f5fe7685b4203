"""The monthly meeting: who says she comes, who came, and the six parts of its minutes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from club.refusals import Code, Refused


class Answer(StrEnum):
    """A member's answer to "will you come?"."""

    YES = "yes"
    NO = "no"
    LIFT = "lift"
    """She comes if somebody fetches her."""


class MinutesPart(StrEnum):
    """The six parts of a meeting, in their order; the minutes have one section for each."""

    WARM_UP = "warm_up"
    REPORT = "report"
    TALK = "talk"
    WHOM_TO_HELP = "whom_to_help"
    NEXT_MONTH = "next_month"
    CLOSING = "closing"


class Presence(StrEnum):
    """A line of the roll."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Guests(StrEnum):
    """Who comes to a meeting without being a member."""

    OFFICER = "officer"
    OTHER_CLUB = "other_club"
    YOUNG = "young"
    OTHER = "other"


MOST_GUESTS = 200
MOST_WRONG_WORDS = 5
"""After so many wrong tries only the board can note somebody as present."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the members have answered so far."""

    yes: int
    no: int
    lift: int
    silent: int

    @property
    def coming(self) -> int:
        """Those to make tea for: whoever needs a lift is coming too."""
        return self.yes + self.lift


@dataclass(frozen=True, slots=True)
class Attendance:
    """The roll of a meeting in numbers; whoever stands on no line counts as absent."""

    members: int
    present: int
    excused: int = 0

    def __post_init__(self) -> None:
        if min(self.present, self.excused, self.absent) < 0:
            raise ValueError(f"more on the roll than in the club: {self}")

    @property
    def absent(self) -> int:
        return self.members - self.present - self.excused


def require_not_begun(begins: datetime, now: datetime) -> None:
    """An answer may be given and changed until the meeting begins; then Refused(MEETING_BEGUN)."""
    if now >= begins:
        raise Refused(Code.MEETING_BEGUN, begins=begins)


def expected(answers: Iterable[Answer], *, members: int) -> Expected:
    """Counts the answers, one a member, among all members of the club."""
    count = Counter(answers)
    silent = max(0, members - count.total())
    return Expected(count[Answer.YES], count[Answer.NO], count[Answer.LIFT], silent)


def attendance(roll: Iterable[Presence], *, members: int) -> Attendance:
    """The roll in numbers, among those who were members on the day."""
    count = Counter(roll)
    return Attendance(members, count[Presence.PRESENT], count[Presence.EXCUSED])
