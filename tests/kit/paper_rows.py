"""Made-up rows of paper books, for tests that try thousands."""

from datetime import date

from hypothesis import strategies as st

from club.accounts import RETURNABLE, Source
from club.calendar import Month
from club.consents import ConsentForm
from club.importing import (
    At,
    Consent,
    Incoming,
    IncomingBalance,
    IncomingFee,
    IncomingLoan,
    IncomingMember,
    Whose,
)
from club.loans import Basis, RepaymentForm
from club.money import Money

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
    next_due_on=st.dates(date(2000, 1, 1), date(2036, 12, 31)),
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
