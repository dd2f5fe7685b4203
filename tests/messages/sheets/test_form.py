"""The form: what it was filled with comes back equal, and words never become formulas."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from club.accounts import RETURNABLE, Source
from club.calendar import Month
from club.importing import (
    At,
    Consent,
    ConsentForm,
    Incoming,
    IncomingBalance,
    IncomingFee,
    IncomingLoan,
    IncomingMember,
    Whose,
)
from club.loans import Basis, RepaymentForm
from club.money import Money
from messages.sheets.files import read_sheets
from messages.sheets.form import form
from messages.sheets.incoming import FileRead, read_incoming
from messages.wording import LANGUAGES, Words

TODAY = date(2026, 11, 22)

NAMES = st.sampled_from(["Nguyễn Thị Hoa", "H'Hen Niê", "Sùng A Páo", "Đặng Văn Ưởng"])
WORDS = st.sampled_from(["Tổ 1", "=1+1", "+Hộ ông Mạnh", "@Thôn Đoài", "-x", "https://lien.vn"])
DAYS = st.dates(date(2000, 1, 1), TODAY)
SUMS = st.integers(500, 10_000_000_000).map(Money)
MONTHS = st.builds(Month, st.integers(2000, 2026), st.integers(1, 12))
WHOSE = st.builds(Whose, NAMES, st.none() | st.integers(1930, 1980))
HERE = st.just(At("", 0))
MEMBERS = st.builds(
    IncomingMember,
    at=HERE,
    name=NAMES,
    birth_year=st.none() | st.integers(1930, 1980),
    sex=st.sampled_from(["", "female", "male"]),
    group=st.just("") | WORDS,
    household=st.just("") | WORDS,
    hamlet=st.just("") | WORDS,
    phone=st.sampled_from(["", "+84912345678", "+84382345678"]),
    joined_on=st.none() | DAYS,
    hardship=st.sampled_from(["", "none", "poor", "near_poor"]),
    consent=st.none() | st.builds(Consent, st.sampled_from(ConsentForm), DAYS),
)
FEES = st.builds(
    lambda whose, months, amount: IncomingFee(
        at=At("", 0), whose=whose, first=min(months), last=max(months), amount=amount
    ),
    WHOSE,
    st.tuples(MONTHS, MONTHS),
    SUMS,
)
LOANS = st.builds(
    IncomingLoan,
    at=HERE,
    whose=WHOSE,
    lent_on=DAYS,
    principal=SUMS,
    months=st.integers(1, 120),
    rate_hundredths_percent_a_month=st.integers(0, 500),
    form=st.sampled_from(RepaymentForm),
    basis=st.none() | st.sampled_from(Basis),
    left=SUMS,
    instalments_left=st.integers(1, 120),
    next_due_on=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    purpose=WORDS,
    source=st.sampled_from([each for each in Source if each not in RETURNABLE]),
)
BALANCES = st.builds(
    IncomingBalance,
    at=HERE,
    fund=st.sampled_from(["income", "operating", "quy khuyen hoc"]),
    place=st.sampled_from(["tin", "bank"]),
    source=st.sampled_from(Source),
    amount=SUMS,
    whose=st.none() | WHOSE,
)
FILES = st.builds(
    Incoming,
    members=st.lists(MEMBERS, max_size=4).map(tuple),
    fees=st.lists(FEES, max_size=4).map(tuple),
    loans=st.lists(LOANS, max_size=4).map(tuple),
    balances=st.lists(BALANCES, max_size=4).map(tuple),
)


def _without_places(incoming: Incoming) -> str:
    return re.sub(r"At\(sheet='[^']*', row=[0-9]+\)", "At", repr(incoming))


@settings(max_examples=30)
@given(FILES, st.sampled_from(LANGUAGES))
def test_what_the_form_was_filled_with_comes_back_equal(incoming: Incoming, language: str) -> None:
    file = read_incoming(read_sheets(form(Words(language), incoming)), TODAY)
    assert file.faults == ()
    assert file.formulas == 0
    assert _without_places(file.incoming) == _without_places(incoming.as_consented())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_form_holds_four_empty_lists_and_a_guide(language: str) -> None:
    file = read_incoming(read_sheets(form(Words(language))), TODAY)
    assert file == FileRead(Incoming(), (), (), 0)
