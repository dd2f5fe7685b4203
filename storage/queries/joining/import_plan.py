"""What the rows of a file mean for a club as it is now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from club.importing import At, Column, Incoming, IncomingMember, Reason, Whose
from club.recognising import Known, Register
from storage.queries.joining.import_balances import BalancePlanner
from storage.queries.joining.import_fees import FeePlanner
from storage.queries.joining.import_loans import LoanPlanner
from storage.queries.joining.planned_import import Key, Plan
from storage.tables.people import groups, member_groups, members, persons


def import_plan(db: Connection, club_id: int, incoming: Incoming, today: date) -> Plan:
    """What would be written, and every row that cannot be. Nothing is written."""
    plan = Plan()
    register = Register(_known(db, club_id))
    for member in incoming.members:
        _plan_member(plan, register, member)
    find = _Finder(plan, register)
    fees = FeePlanner(db, club_id, today)
    for fee in incoming.fees:
        fees.plan(fee, plan, find)
    loans = LoanPlanner(db, club_id, today)
    for loan in incoming.loans:
        loans.plan(loan, plan, find)
    balances = BalancePlanner(db, club_id)
    for balance in incoming.balances:
        balances.plan(balance, plan, find)
    return plan


def _known(db: Connection, club_id: int) -> Iterable[Known[Key]]:
    found = db.execute(
        select(
            members.c.id,
            members.c.state,
            persons.c.name,
            persons.c.birth_year,
            persons.c.phone,
            groups.c.name.label("group_name"),
        )
        .select_from(
            members.join(persons, persons.c.id == members.c.person_id)
            .outerjoin(member_groups, member_groups.c.member_id == members.c.id)
            .outerjoin(groups, groups.c.id == member_groups.c.group_id)
        )
        .where(members.c.club_id == club_id, members.c.state != "refused")
        .order_by(members.c.id, member_groups.c.valid_from)
    )
    # The last of a member's groups is the one she is in.
    return {row.id: _as_known(row) for row in found}.values()


def _as_known(row: Any) -> Known[Key]:
    group = row.group_name or ""
    return Known(row.id, row.name, row.birth_year, row.phone or "", group, row.state)


def _plan_member(plan: Plan, register: Register[Key], row: IncomingMember) -> None:
    found = register.of_row(row)
    if not found:
        plan.members.append(row)
        register.add(Known(row.at, row.name, row.birth_year, row.phone, row.group))
        return
    first = found[0]
    if isinstance(first.key, At):
        plan.wrong(row.at, Column.NAME, Reason.TWICE, row=first.key.row, sheet=first.key.sheet)
    elif len(found) > 1:
        plan.wrong(row.at, Column.NAME, Reason.SEVERAL_MEMBERS, name=row.name)
    elif first.state != "member":
        plan.wrong(row.at, Column.NAME, _why_not(first), name=row.name)
    else:
        plan.members_there += 1


def _why_not(known: Known[Key]) -> Reason:
    return Reason.WAITS_FOR_BOARD if known.state == "asked" else Reason.LEFT_THE_CLUB


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds whom a row of another sheet means."""

    plan: Plan
    register: Register[Key]

    def __call__(self, at: At, whose: Whose) -> Key | None:
        found = self.register.called(whose)
        here = [each for each in found if each.state == "member"]
        if len(here) == 1:
            return here[0].key
        if here:
            reason = Reason.SEVERAL_MEMBERS
        else:
            reason = _why_not(found[0]) if found else Reason.NO_SUCH_MEMBER
        self.plan.wrong(at, Column.NAME, reason, name=whose.name)
        return None

    def knows(self, whose: Whose) -> bool:
        return bool(self.register.called(whose))
