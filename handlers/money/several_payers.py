"""Fees of several people told in one message: "thu của bà Lan 50, ông Mạnh 30".

They are entered one after the other, each read back by itself; what is left of the list is carried
from one to the next in the dialogue's subject, as "12-50000,Mạnh-30000".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from club.members import Action
from club.money import Money
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.visitor import Visitor
from handlers.members.members_named import (
    member_named,
    one_of_them,
    shown_member,
    those_meant,
)
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import several_payers as say
from messages.presses import Press, StartPress
from messages.understand.people import Described, people_named
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.table_sums import thousands
from messages.understand.tellings import Telling, telling_of
from messages.understand.told import BETWEEN, sentence_of
from storage.queries import Connection
from storage.queries.members.member_record import known_members
from storage.queries.members.offices import Candidate, candidates

LONGEST_SUBJECT = 44
_PAYING = frozenset(
    {"thu", "dong", "nop", "phi", "dua", "gui", "nhan", "gop", "paid", "fee", "cua"}
)
_EACH = ("moi nguoi", "moi ba", "moi ong", "moi cu", "each", "deu")
_BESIDE = frozenset({"", "va", "voi", "lai", "con", "thi", "la", "cua", "and", BETWEEN})


@dataclass(frozen=True, slots=True)
class Payer:
    """Who paid, by number or by a name that several have, and how much."""

    who: str
    amount: Money


def payers_in(subject: str) -> list[Payer]:
    """The list that a dialogue is about; empty where it is about something else."""
    pairs = [each.rpartition("-") for each in subject.split(",")]
    if not all(who and sum_.isdecimal() for who, _, sum_ in pairs):
        return []
    return [Payer(who, Money(int(sum_))) for who, _, sum_ in pairs]


def subject_of(payers: Sequence[Payer]) -> str:
    return ",".join(f"{each.who}-{each.amount.dong}" for each in payers)


def several_paid(text: str, me: Visitor, db: Connection) -> str | None:
    """The subject of a list of payers that a message tells, or of one with nothing but a sum."""
    if not me.may(Action.ENTER_MEMBER) or telling_of(text) not in {None, Telling.FEE}:
        return None
    payers = payers_told(text, me, db)
    subject = subject_of(payers)
    return subject if len(payers) > 1 and len(subject.encode()) <= LONGEST_SUBJECT else None


def payers_told(text: str, me: Visitor, db: Connection) -> list[Payer]:
    """Who gives how much by this message; nobody where it tells more, or somebody twice."""
    payers = list(_told(sentence_of(text), me, db))
    return payers if len({each.who for each in payers}) == len(payers) else []


def _told(words: Sequence[str], me: Visitor, db: Connection) -> Iterator[Payer]:
    """Each name with the sum behind it; nothing where one of them is missing or more is said."""
    people = [each for each in known_members(db, me.club_id) if each.state == "member"]
    named = people_named(words, [Described(each.name, each.hamlet) for each in people])
    if not named or not _only_pays(words[: named[0][0]]):
        return
    spans = [*(begin for begin, _, _ in named[1:]), len(words)]
    parts = [words[end:until] for (_, end, _), until in zip(named, spans, strict=True)]
    sums = [_sum(each) for each in parts]
    if (shared := _shared(parts)) is not None:
        sums = [shared] * len(parts)
    if any(each is None for each in sums):
        return
    for (_, _, places), amount in zip(named, sums, strict=True):
        found = [people[place] for place in places]
        who = str(found[0].member_id) if len(found) == 1 else str(found[0].name).split()[-1]
        assert amount is not None
        yield Payer(who, amount)


def _only_pays(words: Sequence[str]) -> bool:
    """Whether nothing but who takes it stands before the first name."""
    said = [bare(each) for each in words]
    return all(each in _PAYING | _BESIDE | _TAKING for each in said)


_TAKING = frozenset(
    {"hom", "nay", "sang", "chieu", "toi", "minh", "vua", "moi", "tien", "da", "chau", "oi", "ghi"}
    | {"giup", "ho", "bac", "ong", "ba", "co", "chu", "duoc"}
)


def _sum(words: Sequence[str]) -> Money | None:
    """The sum that these words are; at the table everybody speaks in thousands."""
    said = list(words)
    while said and bare(said[0]) in _BESIDE | _PAYING:
        said = said[1:]
    while said and bare(said[-1]) in _BESIDE | _PAYING:
        said = said[:-1]
    heard = thousands(" ".join(said)) if said else None
    return heard.value if isinstance(heard, Value) else None


def _shared(parts: Sequence[Sequence[str]]) -> Money | None:
    """What each of them paid: "bà Hoa với ông Mạnh mỗi người 10 nghìn"."""
    last = [bare(each) for each in parts[-1]]
    if any(bare(each) not in _BESIDE for part in parts[:-1] for each in part):
        return None
    line = " ".join(last)
    for each in _EACH:
        if line.startswith(f"{each} "):
            return _sum(parts[-1][len(each.split()) :])
    return None


async def payer(ask: Ask, me: Visitor) -> Candidate | None:
    """Whose fee it is: the first of the list, or whoever is named."""
    told = payers_in(me.subject)
    if not told:
        return await member_named(ask, me)
    everybody = await read(candidates, me.club_id)
    by_number = [each for each in everybody if str(each.member_id) == told[0].who]
    if by_number:
        return by_number[0]
    return await one_of_them(
        "member",
        say_offices.which_of_them(),
        among=those_meant(told[0].who, everybody),
        shown_as=shown_member,
        key=lambda each: each.member_id,
    )


def next_payer(
    subject: str, me: Visitor, db: Connection, *, dialogue: str = "take_fee"
) -> list[tuple[Press, Moment]]:
    """The way on to the next of the list, none where the dialogue was about no list.

    dialogue: in which of them the list is gone through.
    """
    left = payers_in(subject)[1:]
    if not left:
        return []
    names = {str(each.member_id): each.name for each in known_members(db, me.club_id)}
    label = say.go_on(names.get(left[0].who, left[0].who), left[0].amount, len(left) - 1)
    return [(StartPress(dialogue, subject_of(left)), label)]
