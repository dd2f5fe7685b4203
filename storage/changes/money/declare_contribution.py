"""A member says what she gave. It waits for the cashier's yes and is no entry yet."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from club.calendar import Month
from club.declarations import check_can_take_back
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.money.contributions import Contribution, contribution
from storage.tables.books import declarations
from storage.tables.people import members


@dataclass(frozen=True, slots=True)
class ContributionDeclared:
    declaration: Contribution


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareContribution:
    """Of a member of the club of the deed; by herself, or by the board for her."""

    member_id: int
    kind: str
    amount: Money | None = None
    item: str = ""
    unit: str = ""
    quantity_thousandths: int = 0
    months: tuple[Month, ...] = ()
    paid_how: str = "given"
    handed_to: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> ContributionDeclared:
        must_be_allowed(db, deed, Action.DECLARE_CONTRIBUTION)
        club_id = self._club_of_member(db, deed)
        number = inserted(
            db,
            declarations,
            club_id=club_id,
            member_id=self.member_id,
            kind=self.kind,
            amount=self.amount,
            item=self.item or None,
            unit=self.unit or None,
            quantity_thousandths=self.quantity_thousandths or None,
            months=[str(each) for each in self.months],
            paid_how=self.paid_how,
            handed_to=self.handed_to,
            state="waiting",
            cause=deed.cause,
            declared_by=deed.person,
            declared_at=deed.now,
        )
        declared = contribution(db, club_id, number)
        assert declared is not None
        return ContributionDeclared(declared)

    def _club_of_member(self, db: Connection, deed: Deed) -> int:
        row = db.execute(_MEMBER, {"number": self.member_id}).first()
        if row is None or row.club_id != deed.club_id or row.state != "member":
            raise Refused(Code.NOT_FOUND)
        if row.person_id != deed.person_id:
            must_be_allowed(db, deed, Action.ENTER_MEMBER)
        return int(row.club_id)


@dataclass(frozen=True, slots=True)
class ContributionTakenBack:
    declaration: Contribution


@dataclass(frozen=True, slots=True)
class TakeBackContribution:
    """Her own word, within ten minutes, while nobody has confirmed it (Club rules, B.6)."""

    declaration_id: int

    def carry_out(self, db: Connection, deed: Deed) -> ContributionTakenBack:
        row = db.execute(
            select(
                declarations.c.club_id,
                declarations.c.state,
                declarations.c.declared_by,
                declarations.c.declared_at,
            )
            .where(declarations.c.id == self.declaration_id)
            .with_for_update()
        ).first()
        if row is None or row.club_id != deed.club_id or row.declared_by != deed.person_id:
            raise Refused(Code.NOT_FOUND)
        check_can_take_back(
            declared_at=row.declared_at, now=deed.now, waiting=row.state == "waiting"
        )
        db.execute(
            update(declarations)
            .where(declarations.c.id == self.declaration_id)
            .values(state="taken_back", decided_by=deed.person_id, decided_at=deed.now)
        )
        taken_back = contribution(db, row.club_id, self.declaration_id)
        assert taken_back is not None
        return ContributionTakenBack(taken_back)


# Whoever ends her membership at this moment waits for it, or is waited for.
_MEMBER = (
    select(members.c.club_id, members.c.person_id, members.c.state)
    .where(members.c.id == bindparam("number"))
    .with_for_update(read=True)
)
