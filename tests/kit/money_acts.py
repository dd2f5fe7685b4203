"""What a board does with money besides loans, as the dice fall: for tests of any order of acts."""

from datetime import timedelta
from typing import Any, Protocol

from club.areas import Area
from club.disputes import Disputed
from club.money import Money
from club.payments import Purpose
from storage.changes.money.change_fee import ChangeFee, ChangeOwnFee
from storage.changes.money.dispute import AnswerDispute, OpenDispute, Outcome
from storage.changes.money.keep_goods import ChangeKeeper
from storage.changes.money.owed_money import GiveBack, ReceiveOwed
from storage.changes.money.pay_out_money import PayOutMoney
from storage.changes.money.record_gift import GiveGoods, RecordGift
from storage.changes.money.take_fee import TakeFee
from storage.queries.money.disputes import open_disputes
from storage.queries.money.entries import newest_entries
from storage.queries.money.golden_heart import goods_in_stock
from storage.queries.money.ledger import funds_of, places_of
from storage.queries.money.owed import owed_items
from tests.kit.club_books import ClubBooks


class Somebody(Protocol):
    """Whose dice they are."""

    books: ClubBooks
    dice: Any

    def one_of(self, found: Any) -> Any: ...

    def sum(self, most: int) -> Money: ...


def takes_fee(one: Somebody, who: str) -> object:
    member = one.one_of(list(one.books.people.values()))
    amount = Money(5_000 * one.dice.randint(1, 6))
    # Sometimes so long ago that a second person has to agree.
    day = one.books.today - timedelta(days=one.dice.choice((0, 0, 3, 40, 90)))
    return one.books.does(who, TakeFee(member_id=member.member_id, amount=amount, happened_on=day))


def records_gift(one: Somebody, who: str) -> object:
    kind = one.dice.choice(("money", "goods", "days"))
    return one.books.does(
        who,
        RecordGift(
            donor="Cửa hàng Toàn Phát",
            donor_agreed=True,
            kind=kind,
            amount=one.sum(300_000) if kind == "money" else None,
            item="" if kind == "money" else "gạo",
            unit="" if kind == "money" else "kilogram",
            quantity_thousandths=0 if kind == "money" else 1000 * one.dice.randint(1, 20),
        ),
    )


def hands_goods_on(one: Somebody, who: str) -> object:
    stock = one.one_of(one.books.asked(goods_in_stock))
    if stock is None:
        return None
    if one.dice.random() < 0.3:
        keeper = one.one_of(list(one.books.people.values()))
        return one.books.does(who, ChangeKeeper(stock.item, stock.unit, keeper.member_id))
    count = 1000 * one.dice.randint(1, 12)
    return one.books.does(who, GiveGoods(stock.item, stock.unit, count, "nhà bà Tư"))


def pays_slip(one: Somebody, who: str) -> object:
    purpose = one.dice.choice(list(Purpose))
    receiver = one.one_of(list(one.books.people.values()))
    place = one.one_of(one.books.asked(places_of))
    return one.books.does(
        who,
        PayOutMoney(
            purpose=purpose,
            fund=one.one_of(one.books.asked(funds_of)).id,
            place=place.id,
            amount=one.sum(one.dice.choice((40_000, 900_000))),
            what="trà nước",
            area=one.dice.choice(list(Area)),
            receiver_id=receiver.person_id,
        ),
    )


def receives_owed(one: Somebody, who: str) -> object:
    """A member's share, or money lent from outside."""
    kind = one.dice.choice(("share", "lent"))
    owner = one.one_of(list(one.books.people.values()))
    return one.books.does(
        who,
        ReceiveOwed(
            kind=kind,
            fund=one.one_of(one.books.asked(funds_of)).id,
            place=one.one_of(one.books.asked(places_of)).id,
            amount=one.sum(400_000),
            member_id=owner.member_id if kind == "share" else None,
            lender="" if kind == "share" else "Hội Người cao tuổi",
            terms="không lãi",
        ),
    )


def gives_back(one: Somebody, who: str) -> object:
    due = one.one_of(one.books.asked(owed_items))
    place = one.one_of(one.books.asked(places_of))
    amount = one.sum(500_000)
    return due and one.books.does(who, GiveBack(due.id, place.id, amount))


def changes_fee(one: Somebody, who: str) -> object:
    if one.dice.random() < 0.5:
        every = one.dice.choice((1, 3, 6, 12))
        return one.books.does(
            who,
            ChangeFee(
                amount=one.sum(20_000), period_months=every, per_household=one.dice.random() < 0.3
            ),
        )
    member = one.one_of(list(one.books.people.values()))
    amount = one.dice.choice((None, Money(0), Money(3_000)))
    return one.books.does(
        who, ChangeOwnFee(member_id=member.member_id, amount=amount, reason="khó khăn")
    )


def disputes(one: Somebody, who: str) -> object:
    waiting = one.one_of(one.books.asked(open_disputes))
    if waiting is not None:
        outcome = one.dice.choice(list(Outcome))
        return one.books.does(who, AnswerDispute(waiting.id, "đã xem", outcome))
    about = one.one_of(one.books.asked(newest_entries, 12))
    return about and one.books.does(who, OpenDispute(Disputed.ENTRY, about.id, "không đúng"))


MONEY_ACTS = (
    *(takes_fee,) * 3,
    *(records_gift,) * 2,
    hands_goods_on,
    *(pays_slip,) * 3,
    *(receives_owed,) * 2,
    *(gives_back,) * 2,
    changes_fee,
    disputes,
)
