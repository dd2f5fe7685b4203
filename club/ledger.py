"""One maker for each way money moves in the club's books.

Entries only ever add; a mistake is answered by a reversal. The makers take what somebody has agreed
to and hand back the entry for it; a sum that is not above nothing is our own fault (ValueError).
"""

from dataclasses import replace
from datetime import date

from club.accounts import Account, Entry, Kind, Posting, Source
from club.calendar import Month
from club.money import NOTHING, Money
from club.refusals import Code, Refused

DAYS_BACK = 60


def check_day(happened_on: date, *, today: date, has_second: bool = False) -> None:
    """Refuses a day in the future, and one over 60 days back unless a second person stands for it.

    Club rules, A.8.
    """
    if happened_on > today:
        raise Refused(Code.DAY_IN_FUTURE, day=happened_on)
    if (today - happened_on).days > DAYS_BACK and not has_second:
        raise Refused(Code.DAY_TOO_OLD, day=happened_on, days=DAYS_BACK)


def check_cash(needed: Money, *, there: Money) -> None:
    """Refuses to take more out of a place than lies there of that fund."""
    if needed > there:
        raise Refused(Code.CASH_TOO_SMALL, needed=needed, there=there)


def opening_balance(
    *,
    fund: int,
    place: int,
    amount: Money,
    source: Source,
    happened_on: date,
    member: int | None = None,
) -> Entry:
    """Cash the club already had when its books began; `member` owns a share or lent the money."""
    _check_positive(amount)
    cash = Posting(account=Account.CASH, fund=fund, place=place, amount=amount)
    against = _provided(fund, amount, source, member)
    return _entry(Kind.OPENING, happened_on, cash, against)


def opening_loan(
    *, fund: int, loan: int, member: int, principal: Money, source: Source, happened_on: date
) -> Entry:
    """Principal a member already owed when the books began; no cash moves."""
    _check_positive(principal)
    lent = Posting(account=Account.PRINCIPAL, fund=fund, loan=loan, member=member, amount=principal)
    return _entry(Kind.OPENING, happened_on, lent, _provided(fund, principal, source, None))


def fee_received(
    *, fund: int, place: int, amount: Money, member: int, means: Month | None, happened_on: date
) -> Entry:
    """A fee, or a part of it; income when received, also in advance (Club rules, A.4).

    means: the month it pays; None where it covers several, which are then kept beside the entry.
    """
    income = Posting(account=Account.FEE_INCOME, fund=fund, member=member, amount=-amount)
    return _received(Kind.FEE, place, income, happened_on, means=means)


def donation_received(
    *, fund: int, place: int, amount: Money, happened_on: date, member: int | None = None
) -> Entry:
    """Money given, by a member or from outside; goods and working days have their own books."""
    income = Posting(account=Account.DONATION_INCOME, fund=fund, member=member, amount=-amount)
    return _received(Kind.DONATION, place, income, happened_on)


def business_income(*, fund: int, place: int, amount: Money, happened_on: date) -> Entry:
    """What the club earned together."""
    income = Posting(account=Account.BUSINESS_INCOME, fund=fund, amount=-amount)
    return _received(Kind.BUSINESS, place, income, happened_on)


def expense_paid(*, fund: int, place: int, amount: Money, happened_on: date) -> Entry:
    """What the club spent on its work."""
    spent = Posting(account=Account.EXPENSE, fund=fund, amount=amount)
    return _paid(Kind.EXPENSE, place, spent, happened_on)


def help_paid(*, fund: int, place: int, amount: Money, member: int, happened_on: date) -> Entry:
    """Money given to a member who is sick, bereaved or in need."""
    given = Posting(account=Account.HELP, fund=fund, member=member, amount=amount)
    return _paid(Kind.HELP, place, given, happened_on)


def share_received(
    *, fund: int, place: int, amount: Money, member: int, happened_on: date
) -> Entry:
    """A member's share, owed back to her on leaving (Club rules, A.6)."""
    share = Posting(account=Account.MEMBER_SHARE, fund=fund, member=member, amount=-amount)
    return _received(Kind.SHARE, place, share, happened_on)


def share_returned(
    *, fund: int, place: int, amount: Money, member: int, happened_on: date
) -> Entry:
    """A share, or a part of it, given back to its owner."""
    share = Posting(account=Account.MEMBER_SHARE, fund=fund, member=member, amount=amount)
    return _paid(Kind.SHARE_RETURNED, place, share, happened_on)


def lent_to_club(
    *, fund: int, place: int, amount: Money, happened_on: date, member: int | None = None
) -> Entry:
    """Money somebody lent to the club, owed back on its terms."""
    owed = Posting(account=Account.OWED_TO_LENDERS, fund=fund, member=member, amount=-amount)
    return _received(Kind.LENT_TO_CLUB, place, owed, happened_on)


def lender_repaid(
    *, fund: int, place: int, amount: Money, happened_on: date, member: int | None = None
) -> Entry:
    """Money given back to somebody who had lent it to the club."""
    owed = Posting(account=Account.OWED_TO_LENDERS, fund=fund, member=member, amount=amount)
    return _paid(Kind.LENDER_REPAID, place, owed, happened_on)


def loan_paid_out(
    *, fund: int, place: int, loan: int, member: int, principal: Money, happened_on: date
) -> Entry:
    """A loan's principal handed to its borrower; the fund's total stays the same."""
    lent = Posting(account=Account.PRINCIPAL, fund=fund, loan=loan, member=member, amount=principal)
    return _paid(Kind.LOAN_PAID_OUT, place, lent, happened_on)


def repayment_received(
    *,
    fund: int,
    place: int,
    loan: int,
    member: int,
    principal: Money,
    interest: Money,
    happened_on: date,
    means: Month | None = None,
) -> Entry:
    """Principal and interest of a loan paid back; one of the two may be nothing."""
    _check_parts(principal, interest)
    back = _legs(Account.PRINCIPAL, -principal, fund=fund, loan=loan, member=member)
    earned = _legs(Account.INTEREST_INCOME, -interest, fund=fund, loan=loan, member=member)
    cash = Posting(account=Account.CASH, fund=fund, place=place, amount=principal + interest)
    return _entry(Kind.REPAYMENT, happened_on, cash, *back, *earned, means=means)


def loan_written_off(
    *, fund: int, loan: int, member: int, principal: Money, happened_on: date
) -> Entry:
    """Principal given up, borne by the fund that lent it (Club rules, C.7)."""
    _check_positive(principal)
    lost = _legs(Account.LOSS, principal, fund=fund, loan=loan, member=member)
    gone = _legs(Account.PRINCIPAL, -principal, fund=fund, loan=loan, member=member)
    return _entry(Kind.WRITTEN_OFF, happened_on, *lost, *gone)


def recovered(
    *, fund: int, place: int, loan: int, member: int, amount: Money, happened_on: date
) -> Entry:
    """A payment on a loan that had been written off; it lessens the loss."""
    back = Posting(account=Account.LOSS, fund=fund, loan=loan, member=member, amount=-amount)
    return _received(Kind.RECOVERY, place, back, happened_on)


def moved(*, fund: int, from_place: int, to_place: int, amount: Money, happened_on: date) -> Entry:
    """Cash of one fund carried from one place to another."""
    _check_positive(amount)
    _check_differ(from_place, to_place)
    into = Posting(account=Account.CASH, fund=fund, place=to_place, amount=amount)
    out = Posting(account=Account.CASH, fund=fund, place=from_place, amount=-amount)
    return _entry(Kind.MOVE, happened_on, into, out)


def transferred(
    *,
    from_fund: int,
    to_fund: int,
    place: int,
    amount: Money,
    source: Source,
    happened_on: date,
) -> Entry:
    """Money that stays where it lies and changes its purpose, with a leg of capital in both funds.

    `source` is where the money came from, kept through the transfer.
    """
    _check_positive(amount)
    _check_differ(from_fund, to_fund)
    return _entry(
        Kind.TRANSFER,
        happened_on,
        Posting(account=Account.CASH, fund=to_fund, place=place, amount=amount),
        Posting(account=Account.CAPITAL, fund=to_fund, source=source, amount=-amount),
        Posting(account=Account.CASH, fund=from_fund, place=place, amount=-amount),
        Posting(account=Account.CAPITAL, fund=from_fund, source=source, amount=amount),
    )


def shortage_found(*, fund: int, place: int, amount: Money, happened_on: date) -> Entry:
    """Less counted than expected: under inquiry, never the cashier's debt (Club rules, A.9)."""
    missing = Posting(account=Account.SHORTAGE, fund=fund, amount=amount)
    return _paid(Kind.SHORTAGE, place, missing, happened_on)


def overage_found(*, fund: int, place: int, amount: Money, happened_on: date) -> Entry:
    """More counted than expected: under inquiry, never income (Club rules, A.9)."""
    extra = Posting(account=Account.OVERAGE, fund=fund, amount=-amount)
    return _received(Kind.OVERAGE, place, extra, happened_on)


def reversal_of(entry: Entry, on: date) -> Entry:
    """The same postings with the opposite sign. A reversal is itself final (Club rules, D.3)."""
    if entry.kind is Kind.REVERSAL:
        raise Refused(Code.REVERSAL_FINAL)
    return Entry(
        kind=Kind.REVERSAL,
        happened_on=on,
        means=entry.means,
        postings=tuple(_opposite(posting) for posting in entry.postings),
    )


def _opposite(posting: Posting) -> Posting:
    return replace(posting, amount=-posting.amount)


def _entry(kind: Kind, happened_on: date, *postings: Posting, means: Month | None = None) -> Entry:
    return Entry(kind=kind, happened_on=happened_on, means=means, postings=postings)


def _received(
    kind: Kind, place: int, credit: Posting, happened_on: date, *, means: Month | None = None
) -> Entry:
    """Cash comes in against a credit."""
    _check_positive(-credit.amount)
    cash = Posting(account=Account.CASH, fund=credit.fund, place=place, amount=-credit.amount)
    return _entry(kind, happened_on, cash, credit, means=means)


def _paid(kind: Kind, place: int, debit: Posting, happened_on: date) -> Entry:
    """Cash goes out against a debit."""
    _check_positive(debit.amount)
    cash = Posting(account=Account.CASH, fund=debit.fund, place=place, amount=-debit.amount)
    return _entry(kind, happened_on, debit, cash)


def _provided(fund: int, amount: Money, source: Source, member: int | None) -> Posting:
    """The credit that says where a fund's money came from: capital, or owed to somebody."""
    if source is Source.SHARE:
        return Posting(account=Account.MEMBER_SHARE, fund=fund, member=member, amount=-amount)
    if source is Source.LENT:
        return Posting(account=Account.OWED_TO_LENDERS, fund=fund, member=member, amount=-amount)
    return Posting(account=Account.CAPITAL, fund=fund, source=source, member=member, amount=-amount)


def _legs(
    account: Account, amount: Money, *, fund: int, loan: int, member: int
) -> tuple[Posting, ...]:
    """One posting about a loan, or none for nothing."""
    if not amount:
        return ()
    return (Posting(account=account, fund=fund, loan=loan, member=member, amount=amount),)


def _check_positive(amount: Money) -> None:
    if amount <= NOTHING:
        raise ValueError(f"an entry is about more than nothing, not {amount.dong} đồng")


def _check_parts(principal: Money, interest: Money) -> None:
    if principal < NOTHING or interest < NOTHING or principal + interest == NOTHING:
        raise ValueError(f"a repayment of {principal.dong} principal, {interest.dong} interest")


def _check_differ(first: int, second: int) -> None:
    if first == second:
        raise ValueError(f"money goes from {first} to {first}")
