"""Support sessions: young volunteers sign up, wait in line, move up, and their time is counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from club.refusals import Code, Refused

Volunteer = TypeVar("Volunteer")

FIRST_HOUR, LAST_HOUR = time(7, 0), time(20, 0)
"""Between these a session begins: by night nobody comes to help."""
PARENT_NEEDED_BELOW = 16
ALONE_IN_A_HOME_FROM = 18


class SupportKind(StrEnum):
    """What a support session is about."""

    DIGITAL = "digital"
    HEALTH = "health"
    GREEN = "green"
    PAPERWORK = "paperwork"


class Language(StrEnum):
    """What older people speak at home, beside Vietnamese: the larger peoples' languages."""

    TAY = "tay"
    THAI = "thai"
    MUONG = "muong"
    KHMER = "khmer"
    HMONG = "hmong"
    NUNG = "nung"
    DAO = "dao"
    GIA_RAI = "gia_rai"
    E_DE = "e_de"
    BA_NA = "ba_na"
    CHAM = "cham"
    CHINESE = "chinese"


class Place(StrEnum):
    """Where a volunteer stands after signing up."""

    TAKING = "taking"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class SupportSession:
    """A session of so many volunteers at most, and so many more in line; instants are UTC."""

    kind: SupportKind
    begins: datetime
    ends: datetime
    capacity: int
    waiting_capacity: int = 10

    def __post_init__(self) -> None:
        if self.ends <= self.begins or self.capacity < 1 or self.waiting_capacity < 0:
            raise ValueError(f"not a session: {self}")

    @property
    def length_minutes(self) -> int:
        return _minutes(self.begins, self.ends)

    def overlaps(self, other: "SupportSession") -> bool:
        """Whether nobody can be at both; one may begin when the other ends."""
        return self.begins < other.ends and other.begins < self.ends


def sign_up(session: SupportSession, *, taken: int, waiting: int, now: datetime) -> Place:
    """The place of one more volunteer, given how many take part and wait already.

    Refused SESSION_BEGUN from the first minute on, SESSION_FULL when the line is full too.
    """
    require_not_begun(session, now)
    if taken < session.capacity and not waiting:
        return Place.TAKING
    if waiting < session.waiting_capacity:
        return Place.WAITING
    raise Refused(Code.SESSION_FULL, capacity=session.capacity)


def require_not_begun(session: SupportSession, now: datetime) -> None:
    """Signing up and dropping out end when it begins: Refused(SESSION_BEGUN)."""
    if now >= session.begins:
        raise Refused(Code.SESSION_BEGUN, begins=session.begins)


def require_no_overlap(session: SupportSession, others: Iterable[SupportSession]) -> None:
    """Refused(SESSION_OVERLAPS) with the beginning of the first of her sessions at that time."""
    clashes = sorted(other.begins for other in others if session.overlaps(other))
    if clashes:
        raise Refused(Code.SESSION_OVERLAPS, begins=clashes[0])


def who_moves_up(
    session: SupportSession, *, taken: int, waiting: Sequence[Volunteer]
) -> list[Volunteer]:
    """Those who now get a place, first come first; `waiting` is in the order of signing up."""
    return list(waiting[: max(0, session.capacity - taken)])


def who_goes_to_the_line(taking: Sequence[Volunteer], capacity: int) -> list[Volunteer]:
    """Those for whom a smaller session has no place: who signed up last; `taking` is in order."""
    return list(taking[max(0, capacity) :])


def begins_by_day(at: time) -> bool:
    """Whether a session may begin at this hour of the day."""
    return FIRST_HOUR <= at <= LAST_HOUR


def agreed_minutes(said: int | None, noted: int | None) -> int | None:
    """The minutes that count: what was noted, unless the volunteer says something else.

    None until the other side has noted some; nothing noted is nobody's word, 0 is "did not come".
    """
    if not noted or (said is not None and said != noted):
        return None
    return noted


def initials(name: str) -> str:
    """ "Ngô Minh Quân" as "N.M.Q.": enough to compare with a paper, not enough to find somebody."""
    return "".join(f"{each[0].upper()}." for each in name.split() if each[0].isalpha())


def surely_at_least(age: int, *, birth_year: int, today: date) -> bool:
    """Whether somebody born in that year has had that birthday, whatever the day of birth."""
    return today.year - birth_year > age


def require_old_enough(birth_year: int, today: date, *, parent_agreed: bool) -> None:
    """Under 16 a parent's own yes comes first, else Refused(TOO_YOUNG). Club rules, F.7.

    Only the year of birth is known, so the year of the sixteenth birthday still counts as under 16.
    """
    if not parent_agreed and not surely_at_least(
        PARENT_NEEDED_BELOW, birth_year=birth_year, today=today
    ):
        raise Refused(Code.TOO_YOUNG, age=PARENT_NEEDED_BELOW)


def needs_companion(birth_year: int, today: date, *, first_visit: bool) -> bool:
    """Nobody under 18 goes alone into a home; first visits are made in twos. Club rules, F.7."""
    grown_up = surely_at_least(ALONE_IN_A_HOME_FROM, birth_year=birth_year, today=today)
    return first_visit or not grown_up


def may_see_address(*, vouched: bool, accepted: bool) -> bool:
    """The address is shown after acceptance, to whom a board or youth union vouches for (F.7).

    Before that a volunteer sees hamlet and time only.
    """
    return vouched and accepted


def _minutes(begin: datetime, end: datetime) -> int:
    return int((end - begin).total_seconds()) // 60
