"""What is said of each table in which something about a person may lie. Club rules, G."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum


class Purpose(StrEnum):
    """What it is needed for; nothing is kept without one."""

    MEMBERSHIP = "to be a member: who she is, how she is called and reached"
    CONSENT = "to show which yes and no she has said"
    RIGHTS = "to know who may do what, in whose name"
    BOOKS = "to account for the club's money"
    LOANS = "to lend, and to be paid back"
    MEETINGS = "to hold meetings and keep their minutes"
    HEALTH = "to see how her weight and blood pressure go"
    CARE = "to visit and help whoever needs it"
    VOLUNTEERING = "to bring young volunteers and older people together"
    LESSONS = "to go on in the lessons where she stopped"
    TALK = "to answer what is written, once and in order"
    REMINDING = "to say at the right time what she wants to hear, at most once"
    TRAIL = "to find out afterwards who did what"
    PHOTOS = "to prove a payment, or to show who comes"
    OPERATION = "to run the program; it says nothing of a person"


class Seen(StrEnum):
    """Who sees it."""

    HERSELF = "herself alone"
    BOARD = "herself and the board of her club"
    BOOKKEEPERS = "herself, and who keeps the books or checks them"
    CLUB = "herself and her club"
    MEASURER = "herself and who measured"
    VISITORS = "herself, the board and who visits her"
    HELPED = "herself, the boards and those she helps"
    NOBODY = "nobody; the program needs it"
    EVERYBODY = "everybody in the club"


class Kept(StrEnum):
    """How long, in words; the days of it stand beside each table."""

    WHILE_KNOWN = "until she is erased; at the latest ten years after she has left"
    BOOKS = "always, as numbers that name nobody; the books are append-only"
    DAYS = "for some days"
    PROGRAM = "as long as the program needs it"


@dataclass(frozen=True, slots=True)
class Term:
    """After `days` since the instant or day in column `since`, by itself.

    `when`: only rows with these values; `by_itself`: a job of its own sees to it already.
    `strangers`: of chats that speak for nobody, sooner.
    """

    days: int
    since: str
    when: tuple[tuple[str, str], ...] = ()
    by_itself: bool = False
    strangers: int | None = None

    @property
    def span(self) -> timedelta:
        return timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One table. Each of its columns but `id` stands in one of the groups, and only in one.

    of: the columns that say whose row it is; "column>table" where the database does not know
        where it points. A table that is about the row it points at is about the same person.
    goes: hers; the row goes when she is erased. empty: hers; emptied, the row stays.
    stays: hers; stays as number, sum or day that names nobody any more.
    words: free words in which her name may stand, by whomever written: her name is taken out.
    salted: the salt beside such words, destroyed when they change (Club rules, G.3).
    people: numbers of persons, members or chats; of an erased person they name nobody.
    unlinked: such numbers that are emptied. plain: says nothing of a person.
    while_bound: stays whole while a loan, a share or an office still binds her.
    """

    table: str
    purpose: Purpose
    seen: Seen = Seen.BOARD
    kept: Kept = Kept.WHILE_KNOWN
    of: str = ""
    goes: str = ""
    empty: str = ""
    stays: str = ""
    words: str = ""
    salted: str = ""
    people: str = ""
    unlinked: str = ""
    plain: str = ""
    while_bound: bool = False
    term: Term | None = field(default=None)

    @property
    def owners(self) -> tuple[str, ...]:
        return tuple(self.of.split())

    @property
    def hers(self) -> tuple[str, ...]:
        """The columns that are told her when she asks what is kept of her."""
        return tuple(f"{self.goes} {self.empty} {self.stays}".split())

    @property
    def columns(self) -> dict[str, str]:
        """By column, in which group it stands."""
        found: dict[str, str] = {}
        for group in GROUPS:
            for name in getattr(self, group).split():
                if name in found:
                    raise ValueError(f"{self.table}.{name} stands in two groups")
                found[name] = group
        return found

    @property
    def is_personal(self) -> bool:
        return any(group != "plain" for group in self.columns.values())


GROUPS = ("goes", "empty", "stays", "words", "salted", "people", "unlinked", "plain")


def nobody(table: str, plain: str) -> Held:
    """A table that says nothing of any person."""
    return Held(
        table=table, purpose=Purpose.OPERATION, seen=Seen.NOBODY, kept=Kept.PROGRAM, plain=plain
    )
