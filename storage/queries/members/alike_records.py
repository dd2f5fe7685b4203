"""Records of one club that may be of one person: the same name, the same year of birth."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, bindparam, select

from club.recognising import may_be_same_name, without_marks
from storage.queries.members.member_record import KnownMember
from storage.queries.members.naming import NAMED
from storage.queries.money.proposals import ProposalKind
from storage.tables.people import members, persons
from storage.tables.proposals import proposals


@dataclass(frozen=True, slots=True)
class AlikeRecords:
    """`kept` stands in the book longer than `old`, which would go."""

    kept: KnownMember
    old: KnownMember


_MEMBERS = (
    select(
        *(members.c.id, persons.c.id, NAMED, persons.c.birth_year, persons.c.hamlet),
        *(members.c.state, members.c.decided_by),
    )
    .join(persons, persons.c.id == members.c.person_id)
    .where(
        members.c.club_id == bindparam("of_club"),
        members.c.state == "member",
        persons.c.birth_year.is_not(None),
    )
    .order_by(members.c.id)
)

# Whatever became of it: about these two somebody has been asked before.
_ASKED = select(proposals.c.content).where(
    proposals.c.club_id == bindparam("of_club"),
    proposals.c.kind == ProposalKind.JOIN_RECORDS.value,
    proposals.c.state != "outdated",
)


def alike_records(db: Connection, club_id: int) -> list[AlikeRecords]:
    """Pairs of members of today about whom nobody has said yet whether they are one."""
    by_name: dict[tuple[str, int], list[KnownMember]] = defaultdict(list)
    taken_in = set()
    for row in db.execute(_MEMBERS, {"of_club": club_id}):
        by_name[without_marks(row.name), row.birth_year].append(KnownMember(*row[:-1]))
        if row.decided_by is not None:
            taken_in.add(row.id)
    pairs = [
        AlikeRecords(one, other)
        for alike in by_name.values()
        for one, other in combinations(alike, 2)
        # Whoever took in the later of them was shown the earlier one.
        if may_be_same_name(one.name, other.name) and other.member_id not in taken_in
    ]
    asked = _asked_before(db, club_id) if pairs else set()
    return [each for each in pairs if {each.kept.member_id, each.old.member_id} not in asked]


def _asked_before(db: Connection, club_id: int) -> set[frozenset[int]]:
    found = db.execute(_ASKED, {"of_club": club_id}).scalars()
    return {frozenset((each["old"], each["member"])) for each in found}
