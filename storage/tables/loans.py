"""Loans from request to the last instalment. What was paid out and repaid stands in the books."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.columns import Dong, Instant, link, metadata, number, one_of

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
    UniqueConstraint("loan_id", "number"),
)

# How a repayment was spread over instalments; sums equal the postings of its transaction.
repayments = Table(
    "repayments",
    metadata,
    number(),
    link("loan_id", "loans", index=True),
    link("transaction_id", "transactions"),
    Column("instalment_number", Integer, nullable=False),
    Column("principal", Dong, nullable=False),
    Column("interest", Dong, nullable=False),
    Column("paid_on", Date, nullable=False),
)
