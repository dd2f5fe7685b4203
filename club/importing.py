"""A club with a past: what its paper books say of members, fees, running loans and balances.

Everything remembers the sheet and row it stands in, so that what is wrong can be named there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from club.accounts import Source
from club.calendar import Month
from club.consents import ConsentForm
from club.loans import Basis, RepaymentForm, Terms
from club.money import Money


class Column(StrEnum):
    """What a column of the sheets holds."""

    NAME = "name"
    BIRTH_YEAR = "birth_year"
    SEX = "sex"
    GROUP = "group"
    HOUSEHOLD = "household"
    HAMLET = "hamlet"
    PHONE = "phone"
    JOINED_ON = "joined_on"
    CONSENT_FORM = "consent_form"
    CONSENT_ON = "consent_on"
    HARDSHIP = "hardship"
    HARDSHIP_CONSENT = "hardship_consent"
    FIRST_MONTH = "first_month"
    LAST_MONTH = "last_month"
    AMOUNT = "amount"
    LENT_ON = "lent_on"
    PRINCIPAL = "principal"
    LEFT = "left"
    MONTHS = "months"
    INSTALMENTS_LEFT = "instalments_left"
    NEXT_DUE_ON = "next_due_on"
    RATE = "rate"
    FORM = "form"
    BASIS = "basis"
    PURPOSE = "purpose"
    SOURCE = "source"
    FUND = "fund"
    PLACE = "place"


class Reason(StrEnum):
    """Why a row cannot be taken over; messages.joining.importing has a sentence for each."""

    MISSING = "missing"
    NOT_UNDERSTOOD = "not_understood"
    TWO_READINGS = "two_readings"
    NOT_WHOLE = "not_whole"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    IN_FUTURE = "in_future"
    YEAR_MISSING = "year_missing"
    MERGED = "merged"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    FORMULA_WRONG = "formula_wrong"
    CONSENT_WITHOUT_DAY = "consent_without_day"
    CONSENT_WITHOUT_FORM = "consent_without_form"
    RATE_TOO_HIGH = "rate_too_high"
    LEFT_ABOVE_LENT = "left_above_lent"
    TOO_MANY_INSTALMENTS = "too_many_instalments"
    DUE_BEFORE_LENT = "due_before_lent"
    MONTHS_TURNED = "months_turned"
    TWICE = "twice"
    NO_SUCH_MEMBER = "no_such_member"
    SEVERAL_MEMBERS = "several_members"
    LEFT_THE_CLUB = "left_the_club"
    WAITS_FOR_BOARD = "waits_for_board"
    UNEVEN = "uneven"
    TOO_FAR_AHEAD = "too_far_ahead"
    NO_FEE_THEN = "no_fee_then"
    RECORDED_OTHERWISE = "recorded_otherwise"
    OPENING_THERE = "opening_there"
    OWNER_MISSING = "owner_missing"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    NOT_IN_DONG = "not_in_dong"
    OLD_FONT = "old_font"


@dataclass(frozen=True, slots=True, order=True)
class At:
    """A row of a sheet, as a spreadsheet program numbers it."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row, and in which of its columns; without a column it is all of it."""

    at: At
    column: Column | None
    reason: Reason
    values: Mapping[str, object] = field(default_factory=dict)


class RowsWrong(Exception):
    """Rows are wrong, so nothing was taken over."""

    def __init__(self, faults: "tuple[RowFault, ...]") -> None:
        super().__init__(f"{len(faults)} rows are wrong")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Consent:
    """The form and the day of a consent on paper."""

    form: ConsentForm
    given_on: date


@dataclass(frozen=True, slots=True)
class Whose:
    """A member as other sheets name her; the year of birth tells namesakes apart."""

    name: str
    birth_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMember:
    """A member of the list. `sex` and `hardship` are as in the register, empty where unsaid."""

    at: At
    name: str
    birth_year: int | None = None
    sex: str = ""
    group: str = ""
    household: str = ""
    hamlet: str = ""
    phone: str = ""
    joined_on: date | None = None
    hardship: str = ""
    consent: Consent | None = None

    def as_consented(self) -> "IncomingMember":
        """Without a consent, nothing but name and group (Club rules, G.1)."""
        if self.consent is not None:
            return self
        return IncomingMember(at=self.at, name=self.name, group=self.group)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFee:
    """What a member had paid for the months from the first to the last, in all."""

    at: At
    whose: Whose
    first: Month
    last: Month
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingLoan:
    """A loan that runs: what was lent on which terms, and what is left of it.

    `basis` is empty where the club's own holds. `next_due_on` is the day of the oldest instalment
    that is not paid, which may be past; `instalments_left` counts that one too.
    """

    at: At
    whose: Whose
    lent_on: date
    principal: Money
    months: int
    rate_hundredths_percent_a_month: int
    form: RepaymentForm
    basis: Basis | None
    left: Money
    instalments_left: int
    next_due_on: date
    purpose: str
    source: Source

    def terms(self, basis: Basis, step: int) -> Terms:
        """The terms, with the club's basis where none was said."""
        return Terms(
            principal=self.principal,
            months=self.months,
            rate_hundredths_percent_a_month=self.rate_hundredths_percent_a_month,
            form=self.form,
            basis=self.basis or basis,
            step=step,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingBalance:
    """Cash of a fund. `fund` is its name in bare letters, `place` is tin or bank.

    `whose`: the owner of a share, or who lent the money.
    """

    at: At
    fund: str
    place: str
    source: Source
    amount: Money
    whose: Whose | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file holds."""

    members: tuple[IncomingMember, ...] = ()
    fees: tuple[IncomingFee, ...] = ()
    loans: tuple[IncomingLoan, ...] = ()
    balances: tuple[IncomingBalance, ...] = ()

    def as_consented(self) -> "Incoming":
        """Each member with what may be kept of her."""
        return replace(self, members=tuple(each.as_consented() for each in self.members))
