"""The meeting table: what is taken from each member in a meeting, until the cash agrees.

Two phones may write at once and either may be without a network, so what they write is a set of
versions of entries: whatever the order in which they arrive, and however often, the table is the
same. Nothing of it is in the books before it is closed. Club rules, B.3.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from club.calendar import Month
from club.money import NOTHING, Money, total

PARTS = ("fee", "interest", "principal", "gift")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What somebody gives: fee, interest and principal of her loan, and a gift."""

    fee: Money = NOTHING
    interest: Money = NOTHING
    principal: Money = NOTHING
    gift: Money = NOTHING

    def __post_init__(self) -> None:
        if min(self.fee, self.interest, self.principal, self.gift) < NOTHING:
            raise ValueError(f"less than nothing on the table: {self}")

    @property
    def repaid(self) -> Money:
        """Interest and principal together: the books spread it in the club's own order."""
        return self.interest + self.principal

    @property
    def total(self) -> Money:
        return self.fee + self.repaid + self.gift

    def plus(self, other: "Sums") -> "Sums":
        return Sums(
            fee=self.fee + other.fee,
            interest=self.interest + other.interest,
            principal=self.principal + other.principal,
            gift=self.gift + other.gift,
        )

    def shares_with(self, other: "Sums") -> bool:
        """Whether both pay a fee, or both a loan, or both give the same gift."""
        return bool(
            (self.fee and other.fee)
            or (self.repaid and other.repaid)
            or (self.gift and self.gift == other.gift)
        )


class Answer(StrEnum):
    """What was answered about an entry that looked like one that is there already."""

    NONE = ""
    ANOTHER = "another"
    """It is another payment than the one that is there."""
    TOLD = "told"
    """It is the fee of which the member has told herself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An entry as somebody wrote or corrected it. `entry` and `key` are made on the phone.

    `number` is one above the version it corrects; `made_at` is the phone's clock.
    """

    entry: str
    key: str
    number: int
    made_at: datetime
    member: int
    sums: Sums
    by: int
    answer: Answer = Answer.NONE
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its newest version says; who made it first, and when."""

    now: Version
    by: int
    made_at: datetime

    @property
    def name(self) -> str:
        return self.now.entry

    @property
    def sums(self) -> Sums:
        return self.now.sums


def entries(versions: Iterable[Version]) -> list[Entry]:
    """The entries that were not removed, in the order in which they were made.

    Of versions with the same number that of the later clock holds, then that of the greater key:
    two phones come to the same whichever is heard first.
    """
    found: dict[str, list[Version]] = defaultdict(list)
    for each in versions:
        found[each.entry].append(each)
    made = [_entry(each) for each in found.values()]
    alive = [each for each in made if not each.now.is_removed]
    return sorted(alive, key=lambda each: (each.made_at, _is_another(each), each.name))


def _is_another(entry: Entry) -> bool:
    """Said to be another than the one it looks like: of one moment, that one came before it."""
    return entry.now.answer is Answer.ANOTHER


def _entry(versions: Sequence[Version]) -> Entry:
    ordered = sorted(versions, key=lambda each: (each.number, each.made_at, each.key))
    return Entry(ordered[-1], ordered[0].by, ordered[0].made_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What one person is expected to give, and the most that the books can take.

    `fee_months` are those owed; `fee_most` goes a year ahead; `loan_most` ends her loans. `told` is
    what she said herself that she paid as a fee and nobody has confirmed.
    """

    fee: Money = NOTHING
    fee_months: tuple[Month, ...] = ()
    fee_most: Money = NOTHING
    interest: Money = NOTHING
    principal: Money = NOTHING
    loan_most: Money = NOTHING
    told: Money = NOTHING
    is_member: bool = True

    @property
    def sums(self) -> Sums:
        return Sums(fee=self.fee, interest=self.interest, principal=self.principal)


class Why(StrEnum):
    """Why an entry does not count yet."""

    TWICE = "twice"
    TOLD = "told"
    TOO_MUCH = "too_much"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Question:
    """An entry that does not count before somebody answers.

    `other` is the entry it looks like; `keeps` is as much of it as the books can take.
    """

    entry: Entry
    why: Why
    other: Entry | None = None
    keeps: Sums | None = None

    @property
    def rest(self) -> Money:
        """More than is owed: handed back or, if she says so, given (Club rules, C.5)."""
        return NOTHING if self.keeps is None else self.entry.sums.total - self.keeps.total


@dataclass(slots=True)
class Line:
    """All that counts of one person."""

    entries: list[Entry] = field(default_factory=list)

    @property
    def sums(self) -> Sums:
        return added_up(each.sums for each in self.entries)

    def asks(self, entry: Entry, due: Due) -> Question | None:
        """The question that stands against counting one more entry; None if it counts."""
        like = [each for each in self.entries if each.sums.shares_with(entry.sums)]
        answer = entry.now.answer
        if not due.is_member:
            return Question(entry, Why.GONE)
        if like and answer is not Answer.ANOTHER:
            return Question(entry, Why.TWICE, like[0])
        if due.told and entry.sums.fee and not self.sums.fee and answer is Answer.NONE:
            return Question(entry, Why.TOLD)
        keeps = _within(entry.sums, due, self.sums)
        return None if keeps == entry.sums else Question(entry, Why.TOO_MUCH, keeps=keeps)


def _within(sums: Sums, due: Due, before: Sums) -> Sums:
    """As much as the books can take after what is there: a fee a year ahead, a loan to its end."""
    fee = min(sums.fee, max(NOTHING, due.fee_most - before.fee))
    room = max(NOTHING, due.loan_most - before.repaid)
    interest = min(sums.interest, room)
    return replace(sums, fee=fee, interest=interest, principal=min(sums.principal, room - interest))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The table as it stands: what counts of each member, and what is still a question."""

    lines: Mapping[int, Line]
    questions: tuple[Question, ...]

    @property
    def sums(self) -> Sums:
        return added_up(each.sums for each in self.lines.values())

    def sums_of(self, member: int) -> Sums:
        line = self.lines.get(member)
        return Sums() if line is None else line.sums


def reckoned(versions: Iterable[Version], dues: Mapping[int, Due]) -> Reckoned:
    """What the entries come to. Who stands in no `dues` is no member any more."""
    lines: dict[int, Line] = defaultdict(Line)
    questions = []
    for each in entries(versions):
        member = each.now.member
        asked = lines[member].asks(each, dues.get(member, Due(is_member=False)))
        if asked is None:
            lines[member].entries.append(each)
        else:
            questions.append(asked)
    counted = {member: line for member, line in lines.items() if line.entries}
    return Reckoned(counted, tuple(questions))


def added_up(sums: Iterable[Sums]) -> Sums:
    """The sum of each part."""
    found = Sums()
    for each in sums:
        found = found.plus(each)
    return found


@dataclass(frozen=True, slots=True)
class Cash:
    """The money on the table. `moved` is what the books say came or went beside the table since it
    was opened, a loan paid out in the meeting perhaps; negative where it went.
    """

    before: Money
    taken: Money
    moved: Money = NOTHING

    @property
    def expected(self) -> Money:
        return self.before + self.taken + self.moved

    def difference(self, counted: Money) -> Money:
        """What is counted beyond what there should be; negative where it is short."""
        return counted - self.expected


def over_loans(amount: Money, to_close: Sequence[Money]) -> list[Money]:
    """A repayment over several loans of one person, the oldest first; each at most to its end.

    Raises ValueError for more than all of them.
    """
    parts = []
    left = amount
    for most in to_close:
        parts.append(min(left, most))
        left -= parts[-1]
    if left:
        raise ValueError(f"{left.dong} đồng more than is owed")
    return parts


def groups_in_order(named: Iterable[tuple[str, Money]]) -> list[tuple[str, Money]]:
    """The totals of each group, in the order in which the groups come."""
    found: dict[str, list[Money]] = {}
    for group, amount in named:
        found.setdefault(group, []).append(amount)
    return [(group, total(sums)) for group, sums in found.items()]
