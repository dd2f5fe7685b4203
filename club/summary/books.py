"""Funds, fees, gifts and cash counts of a month, computed from postings and rows."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from club.accounts import Account
from club.calendar import Month
from club.cash_flow import Side, side_of
from club.money import NOTHING, Money, total
from club.summary.figures import (
    CashCountFigures,
    FeeFigures,
    FundFigures,
    GoldenHeartFigures,
    Goods,
)
from club.summary.rows import ClubRows, FundRow, PostingRow


def of_account(postings: Iterable[PostingRow], account: Account) -> Money:
    """The sum on one account; debit is positive."""
    return total(each.amount for each in postings if each.account is account)


def count_funds(rows: ClubRows, month: Month) -> tuple[FundFigures, ...]:
    """Every fund, in the order given."""
    booked = [posting for posting in rows.postings if posting.month <= month]
    return tuple(_count_fund(fund, booked, month) for fund in rows.funds)


def count_cash(rows: ClubRows, month: Month) -> CashCountFigures:
    """The month's counts of all places together."""
    counts = [count for count in rows.cash_counts if count.month == month]
    return CashCountFigures(
        places=len({count.place for count in counts}),
        counted=total(count.counted for count in counts),
        expected=total(count.expected for count in counts),
    )


def count_fees(rows: ClubRows, month: Month) -> FeeFigures:
    """Fees received come from the books; the months they are for from what is kept beside them."""
    booked = [posting for posting in rows.postings if posting.month == month]
    advance = [paid for paid in rows.fees_paid if paid.month == month and paid.period > month]
    owed = _owed_by_member(rows, month)
    owing = [amount for amount in owed.values() if amount]
    return FeeFigures(
        received=-of_account(booked, Account.FEE_INCOME),
        in_advance=total(paid.amount for paid in advance),
        owed=total(owing),
        members_owing=len(owing),
        members_paid_up=len(owed) - len(owing),
    )


def count_golden_heart(rows: ClubRows, month: Month) -> GoldenHeartFigures:
    """Money from the books; goods by thing and unit, never turned into money (club rules, A.7)."""
    booked = [posting for posting in rows.postings if posting.month == month]
    goods: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    days = Decimal()
    for gift in rows.gifts:
        if gift.month == month and gift.is_working_days:
            days += gift.quantity
        elif gift.month == month:
            goods[gift.item, gift.unit] += gift.quantity
    return GoldenHeartFigures(
        money=-of_account(booked, Account.DONATION_INCOME),
        goods=tuple(Goods(item, unit, sum_) for (item, unit), sum_ in sorted(goods.items())),
        working_days=days,
    )


def _count_fund(fund: FundRow, booked: list[PostingRow], month: Month) -> FundFigures:
    own = [posting for posting in booked if posting.fund == fund.id]
    cash = [posting for posting in own if posting.account is Account.CASH]
    flows = [posting for posting in cash if posting.month == month]
    received = total(each.amount for each in flows if _side(each) is Side.RECEIVED)
    paid = -total(each.amount for each in flows if _side(each) is Side.PAID)
    closing = total(each.amount for each in cash)
    return FundFigures(
        id=fund.id,
        name=fund.name,
        is_lending=fund.is_lending,
        opening=closing - received + paid,
        received=received,
        paid=paid,
        closing=closing,
        outstanding=of_account(own, Account.PRINCIPAL),
        owed_to_lenders=-of_account(own, Account.OWED_TO_LENDERS),
        member_shares=-of_account(own, Account.MEMBER_SHARE),
    )


def _side(posting: PostingRow) -> Side:
    return side_of(posting.kind, posting.amount, is_reversal=posting.is_reversal)


def _owed_by_member(rows: ClubRows, month: Month) -> dict[int, Money]:
    """What each member still owes up to the month; one month paid too much pays no other month."""
    left: dict[tuple[int, Month], Money] = defaultdict(lambda: NOTHING)
    for owed in rows.fees_owed:
        if owed.period <= month:
            left[owed.member, owed.period] += owed.amount
    for paid in rows.fees_paid:
        if paid.month <= month and (paid.member, paid.period) in left:
            left[paid.member, paid.period] -= paid.amount
    members: dict[int, Money] = defaultdict(lambda: NOTHING)
    for (member, _), amount in left.items():
        members[member] += max(amount, NOTHING)
    return dict(members)
