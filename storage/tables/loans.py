"""Loans from request to the last instalment. What was paid out and repaid stands in the books."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.columns import Dong, Instant, Json, link, metadata, number, one_of

loans = Table(
    "loans",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", index=True),
    link("fund_id", "funds"),
    Column("purpose", Text, nullable=False),
    Column("principal", Dong, nullable=False),
    Column("months", Integer, nullable=False),
    Column("rate_hundredths_percent_a_month", Integer, nullable=False),
    Column("form", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("step", Integer, nullable=False, default=1000),  # instalments are multiples of it
    Column("state", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("asked_on", Date, nullable=False),
    link("asked_by", "persons"),
    Column("decided_on", Date),
    Column("minutes_on", Date),  # the meeting that decided, where the board could not
    link("decided_by", "persons", optional=True),  # who entered the minutes' decision
    Column("paid_out_on", Date),
    Column("cash_confirmed_at", Instant),  # by the borrower
    Column("ended_on", Date),
    Column("rescheduled", Boolean, nullable=False, default=False),
    Column("reason", Text),
    Column("cause", Text, nullable=False, unique=True),
    Column("round_id", BigInteger),  # the round it was asked for in
    Column("round_rank", Integer),  # its place in the order that the meeting decided
    Index("ix_loans_club_state", "club_id", "state"),
    one_of(
        "state",
        *("asked", "agreed", "refused", "expired", "withdrawn"),
        *("running", "repaid", "written_off"),
    ),
)

loan_votes = Table(
    "loan_votes",
    metadata,
    number(),
    link("loan_id", "loans"),
    link("person_id", "persons"),
    Column("yes", Boolean, nullable=False),
    Column("reason", Text),
    Column("voted_at", Instant, nullable=False),
    UniqueConstraint("loan_id", "person_id"),
)

instalments = Table(
    "instalments",
    metadata,
    number(),
    link("loan_id", "loans"),
    Column("number", Integer, nullable=False),
    Column("due_on", Date, nullable=False, index=True),
    Column("principal", Dong, nullable=False),
    Column("interest", Dong, nullable=False),
    # How many months of interest it holds: by the loan's terms if not said, 0 once a new schedule
    # has taken its place.
    Column("months", Integer),
    Column("carried", Dong),  # of its interest: what was unpaid when the loan was rescheduled
    UniqueConstraint("loan_id", "number"),
)

# How a repayment was spread over instalments; sums equal the postings of its transaction.
repayments = Table(
    "repayments",
    metadata,
    number(),
    link("loan_id", "loans", index=True),
    link("transaction_id", "transactions", index=True),
    Column("instalment_number", Integer, nullable=False),
    Column("principal", Dong, nullable=False),
    Column("interest", Dong, nullable=False),
    Column("paid_on", Date, nullable=False),
)

# A round: requests are collected until a day, ranked openly, and decided by the meeting.
loan_rounds = Table(
    "loan_rounds",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("opened_on", Date, nullable=False),
    Column("closes_on", Date, nullable=False),
    link("opened_by", "persons"),
    Column("state", Text, nullable=False),
    Column("minutes_on", Date),
    Column("cause", Text, nullable=False, unique=True),
    one_of("state", "open", "decided"),
)

# Each new schedule of a loan: who decided it, and the instalments as they were until then.
loan_reschedulings = Table(
    "loan_reschedulings",
    metadata,
    number(),
    link("loan_id", "loans", index=True),
    Column("rescheduled_at", Instant, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("minutes_on", Date, nullable=False),
    Column("months", Integer, nullable=False),
    Column("before", Json, nullable=False),
    one_of("decided_by", "board", "meeting"),
)

# Cash in hand, for a borrower without a phone: a slip with her mark, and a witness.
cash_witnesses = Table(
    "cash_witnesses",
    metadata,
    number(),
    link("loan_id", "loans"),
    Column("slip", Text, nullable=False),
    Column("mark", Text, nullable=False),
    link("witness_id", "persons"),
    link("noted_by", "persons"),
    Column("noted_at", Instant, nullable=False),
    UniqueConstraint("loan_id"),
    one_of("mark", "thumbprint", "signature"),
)

# Who brought a repayment for the borrower; erasable.
repayments_brought = Table(
    "repayments_brought",
    metadata,
    number(),
    link("transaction_id", "transactions"),
    Column("brought_by", Text, nullable=False),
    UniqueConstraint("transaction_id"),
)
