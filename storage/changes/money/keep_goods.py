"""Who keeps the goods of the Golden Heart book: each item and unit has one keeper (rules, A.7)."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.members.offices import candidates
from storage.queries.money.golden_heart import Stock, goods_in_stock
from storage.tables.books import goods_keepers


@dataclass(frozen=True, slots=True)
class KeeperChanged:
    """`goods` as they stood, with who kept them until now; `keeper_id` keeps them from now on."""

    goods: Stock
    keeper_id: int


@dataclass(frozen=True, slots=True)
class ChangeKeeper:
    """The goods left of an item lie with another member of the club from now on."""

    item: str
    unit: str
    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> KeeperChanged:
        must_be_allowed(db, deed, Action.ENTER_MEMBER)
        club_id = locked_club_of(deed, db)
        goods = _stock(db, club_id, self.item, self.unit)
        if goods is None or not goods.left:
            raise Refused(Code.GOODS_TOO_FEW)
        found = [each for each in candidates(db, club_id) if each.member_id == self.member_id]
        if not found:
            raise Refused(Code.NOT_FOUND)
        if goods.keeper_id == found[0].person_id:
            raise Refused(Code.ALREADY_DONE)
        _kept_by(db, deed, goods, found[0].person_id)
        return KeeperChanged(goods, found[0].person_id)


def keep_first(db: Connection, deed: Deed, item: str, unit: str) -> None:
    """Goods that nobody keeps yet lie with whoever took them in."""
    if deed.club_id is None:
        raise Refused(Code.NOT_ALLOWED)
    goods = _stock(db, deed.club_id, item, unit)
    if goods is not None and (goods.keeper_id is None or goods.left <= 0):
        _kept_by(db, deed, goods, deed.person)


def _stock(db: Connection, club_id: int, item: str, unit: str) -> Stock | None:
    wanted = (item, unit)
    stock = goods_in_stock(db, club_id)
    return next((each for each in stock if (each.item, each.unit) == wanted), None)


def _kept_by(db: Connection, deed: Deed, goods: Stock, keeper: int) -> None:
    inserted(
        db,
        goods_keepers,
        club_id=deed.club_id,
        item=goods.item,
        unit=goods.unit,
        keeper_id=keeper,
        recorded_by=deed.person_id,
        recorded_at=deed.now,
        cause=deed.cause,
    )
