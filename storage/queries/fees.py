"""What decides the fees of members: their time in the club, the rates, what was paid."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, or_, select

from club.calendar import Month
from club.contributions import (
    Belonging,
    ExemptRule,
    FeeFacts,
    FeePaid,
    FeeRate,
    Ground,
    Span,
    exempt_spans,
)
from storage.among import among
from storage.tables.books import fee_months, fee_rates, opening_fees, transactions
from storage.tables.people import circumstances, members, persons

# A circumstance and its value, and the ground on which no fee is owed.
_GROUNDS = {
    ("hardship", "poor"): Ground.POOR,
    ("hardship", "near_poor"): Ground.NEAR_POOR,
    ("sick", "yes"): Ground.SICK,
}


def fee_facts(db: Connection, club_id: int, member_id: int) -> FeeFacts:
    """All that decides what this member owes. Raises LookupError if she never joined."""
    found = fee_facts_of(db, club_id, [member_id])
    if member_id not in found:
        raise LookupError("not a member")
    return found[member_id]


def fee_facts_of(
    db: Connection, club_id: int, member_ids: Collection[int] | None = None
) -> dict[int, FeeFacts]:
    """The same for many members at once, or for everybody who ever joined the club."""
    belongings = _belongings(db, club_id, member_ids)
    club_rates, own_rates = _rates(db, club_id)
    paid = _paid(db, club_id, member_ids)
    return {
        member_id: FeeFacts(
            people=[belonging],
            rates=_rates_for(club_rates, own_rates.get(member_id, [])),
            paid=paid[member_id],
        )
        for member_id, belonging in belongings.items()
    }


class _Question:
    """A statement about a club, built once: for everybody, and for some members."""

    def __init__(self, query: Select[Any]) -> None:
        self.of_all = query
        self.of_some = query.where(among(members.c.id, "member_ids"))

    def ask(
        self, db: Connection, club_id: int, member_ids: Collection[int] | None
    ) -> Sequence[Row[Any]]:
        if member_ids is None:
            return db.execute(self.of_all, {"of_club": club_id}).all()
        values = {"of_club": club_id, "member_ids": list(member_ids)}
        return db.execute(self.of_some, values).all()


# A line for each circumstance of a member; one without any for a member who has none.
_BELONGINGS = _Question(
    select(
        members.c.id,
        members.c.joined_on,
        members.c.left_on,
        persons.c.birth_year,
        circumstances.c.kind,
        circumstances.c.value,
        circumstances.c.valid_from,
    )
    .join(persons, persons.c.id == members.c.person_id)
    .outerjoin(
        circumstances,
        and_(
            circumstances.c.member_id == members.c.id,
            or_(circumstances.c.kind == "hardship", circumstances.c.kind == "sick"),
        ),
    )
    .where(members.c.club_id == bindparam("of_club"), members.c.joined_on.is_not(None))
    .order_by(members.c.id, circumstances.c.kind, circumstances.c.valid_from)
)
_PAID = _Question(
    select(
        fee_months.c.member_id,
        fee_months.c.month,
        fee_months.c.amount,
        transactions.c.happened_on,
    )
    .join(transactions, transactions.c.id == fee_months.c.transaction_id)
    .join(members, members.c.id == fee_months.c.member_id)
    .where(transactions.c.club_id == bindparam("of_club"))
    .order_by(fee_months.c.id)
)
_PAID_BEFORE = _Question(
    select(
        opening_fees.c.member_id,
        opening_fees.c.month,
        opening_fees.c.amount,
        opening_fees.c.recorded_at,
    )
    .join(members, members.c.id == opening_fees.c.member_id)
    .where(opening_fees.c.club_id == bindparam("of_club"))
    .order_by(opening_fees.c.id)
)
_RATES = (
    select(fee_rates)
    .where(fee_rates.c.club_id == bindparam("of_club"))
    .order_by(fee_rates.c.valid_from)
)


def _belongings(
    db: Connection, club_id: int, member_ids: Collection[int] | None
) -> dict[int, Belonging]:
    found = _BELONGINGS.ask(db, club_id, member_ids)
    spans = _grounds(found)
    return {
        row.id: Belonging(
            joined=Month.of(row.joined_on),
            left=None if row.left_on is None else Month.of(row.left_on),
            exempt=exempt_spans(ExemptRule(), row.birth_year, spans[row.id]),
        )
        for row in {row.id: row for row in found}.values()
    }


def _grounds(found: Sequence[Row[Any]]) -> dict[int, dict[Ground, list[Span]]]:
    """The months in which each ground held: a newer fact of a kind ends the one before."""
    spans: dict[int, dict[Ground, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for row, after in zip(found, [*found[1:], None], strict=False):
        ground = _GROUNDS.get((row.kind, row.value))
        if ground is None:
            continue
        follows = after is not None and (after.id, after.kind) == (row.id, row.kind)
        last = Month.of(after.valid_from).previous() if follows and after is not None else None
        spans[row.id][ground].append(Span(Month.of(row.valid_from), last))
    return spans


def _rates(db: Connection, club_id: int) -> tuple[list[FeeRate], dict[int, list[FeeRate]]]:
    club_rates: list[FeeRate] = []
    own: dict[int, list[FeeRate]] = defaultdict(list)
    found = db.execute(_RATES, {"of_club": club_id})
    for row in found:
        rate = FeeRate(
            valid_from=row.valid_from, amount=row.amount, period_months=row.period_months
        )
        (club_rates if row.member_id is None else own[row.member_id]).append(rate)
    return club_rates, own


def _rates_for(club_rates: list[FeeRate], own: list[FeeRate]) -> list[FeeRate]:
    """The club's rates until the member's own exception begins."""
    if not own:
        return club_rates
    return [each for each in club_rates if each.valid_from < own[0].valid_from] + own


def _paid(
    db: Connection, club_id: int, member_ids: Collection[int] | None
) -> dict[int, list[FeePaid]]:
    found = _PAID.ask(db, club_id, member_ids)
    paid: dict[int, list[FeePaid]] = defaultdict(list)
    for row in _PAID_BEFORE.ask(db, club_id, member_ids):
        paid_in = min(row.month, Month.of(row.recorded_at))
        paid[row.member_id].append(FeePaid(row.month, row.amount, paid_in=paid_in))
    for row in found:
        received = FeePaid(row.month, row.amount, paid_in=Month.of(row.happened_on))
        paid[row.member_id].append(received)
    return paid
