"""What decides the fees of members: their time in the club, the rates, what was paid."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, func, or_, select

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
    ground_in,
)
from club.fee_rules import OwnRate, rates_of_member
from storage.among import among
from storage.tables.board_life import records_joined
from storage.tables.books import fee_months, fee_rates, opening_fees, transactions
from storage.tables.people import circumstances, member_households, members, persons

# A circumstance and its value, and the ground on which no fee is owed.
_GROUNDS = {
    ("hardship", "poor"): Ground.POOR,
    ("hardship", "near_poor"): Ground.NEAR_POOR,
    ("sick", "yes"): Ground.SICK,
}


def fee_facts(db: Connection, club_id: int, member_id: int) -> FeeFacts:
    """All that decides what this member owes; a household's fee stands with whoever asks.

    Raises LookupError if she never joined.
    """
    found = fee_facts_of(db, club_id, [member_id])
    if member_id not in found:
        raise LookupError("not a member")
    return replace(found[member_id], answers_for_household=True)


def fee_facts_of(
    db: Connection, club_id: int, member_ids: Collection[int] | None = None
) -> dict[int, FeeFacts]:
    """The same for many members at once, or for everybody who ever joined the club.

    A household's fee stands with the one of its people who was entered first.
    """
    rates = fee_rates_of(db, club_id)
    living_with = _living_with(db, club_id) if rates.for_households else {}
    asked = member_ids
    if asked is not None:
        asked = {*asked, *(each for one in asked for each in living_with.get(one, ()))}
    belongings = _belongings(db, club_id, asked)
    paid = _paid(db, club_id, asked)
    found = {}
    for member_id, belonging in belongings.items():
        if member_ids is not None and member_id not in member_ids:
            continue
        others = [each for each in living_with.get(member_id, ()) if each in belongings]
        found[member_id] = FeeFacts(
            people=[belonging],
            rates=rates.of(member_id),
            paid=paid[member_id],
            household=[belongings[each] for each in others],
            household_paid=[payment for each in others for payment in paid[each]],
            answers_for_household=all(member_id < each for each in others),
        )
    return found


@dataclass(frozen=True, slots=True)
class FeeRates:
    """What a club has settled about its fee, and for which of its members otherwise."""

    club: Sequence[FeeRate]
    own: Mapping[int, Sequence[OwnRate]]

    @property
    def for_households(self) -> bool:
        return any(each.per_household for each in self.club)

    def of(self, member_id: int) -> Sequence[FeeRate]:
        """The rates of one member: the club's, with her exceptions laid over them."""
        own = self.own.get(member_id)
        return self.club if own is None else rates_of_member(self.club, own)


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
        members.c.id.label("member_id"),
        fee_months.c.month,
        fee_months.c.amount,
        transactions.c.happened_on,
    )
    .join(transactions, transactions.c.id == fee_months.c.transaction_id)
    # Entries keep the number of a record that was joined to another; the other has paid.
    .outerjoin(records_joined, records_joined.c.old_member_id == fee_months.c.member_id)
    .join(
        members,
        members.c.id == func.coalesce(records_joined.c.member_id, fee_months.c.member_id),
    )
    .where(transactions.c.club_id == bindparam("of_club"))
    .order_by(fee_months.c.id)
)
_PAID_BEFORE = _Question(
    select(
        members.c.id.label("member_id"),
        opening_fees.c.month,
        opening_fees.c.amount,
        opening_fees.c.recorded_at,
    )
    .outerjoin(records_joined, records_joined.c.old_member_id == opening_fees.c.member_id)
    .join(
        members,
        members.c.id == func.coalesce(records_joined.c.member_id, opening_fees.c.member_id),
    )
    .where(opening_fees.c.club_id == bindparam("of_club"))
    .order_by(opening_fees.c.id)
)
_RATES = (
    select(fee_rates)
    .where(fee_rates.c.club_id == bindparam("of_club"))
    .order_by(fee_rates.c.valid_from, fee_rates.c.id)
)
_HOUSEHOLDS = (
    select(member_households.c.member_id, member_households.c.household_id)
    .join(members, members.c.id == member_households.c.member_id)
    .where(members.c.club_id == bindparam("of_club"))
    .order_by(member_households.c.valid_from, member_households.c.id)
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


def exempt_on(
    db: Connection, club_id: int, member_id: int, month: Month
) -> tuple[Ground, Month] | None:
    """The recorded ground on which she owes no fee for the month, and since when."""
    found = _BELONGINGS.ask(db, club_id, [member_id])
    if not found:
        return None
    return ground_in(ExemptRule(), found[0].birth_year, _grounds(found)[member_id], month)


def fee_rates_of(db: Connection, club_id: int) -> FeeRates:
    """Every fee the club has settled, the oldest first, and the exceptions by member."""
    club_rates: list[FeeRate] = []
    own: dict[int, list[OwnRate]] = defaultdict(list)
    for row in db.execute(_RATES, {"of_club": club_id}):
        rate = FeeRate(
            valid_from=row.valid_from,
            amount=row.amount,
            period_months=row.period_months,
            per_household=row.per_household,
        )
        if row.member_id is None:
            club_rates.append(rate)
        else:
            holds = None if row.follows_club else rate
            own[row.member_id].append(OwnRate(row.valid_from, holds))
    return FeeRates(club_rates, own)


def _living_with(db: Connection, club_id: int) -> dict[int, list[int]]:
    """For each member who lives with others of the club, the others."""
    newest = {
        row.member_id: row.household_id for row in db.execute(_HOUSEHOLDS, {"of_club": club_id})
    }
    together: dict[int, list[int]] = defaultdict(list)
    for member_id, household in newest.items():
        if household is not None:
            together[household].append(member_id)
    return {
        member_id: [each for each in people if each != member_id]
        for people in together.values()
        for member_id in people
    }


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
