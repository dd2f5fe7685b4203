"""The books: double entry, append-only. Club rules, A; storage.schema has the guards."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from storage.tables.columns import Dong, Instant, Json, MonthText, link, metadata, number, one_of

funds = Table(
    "funds",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False, default=""),  # only for funds the club adds
    UniqueConstraint("club_id", "kind", "name"),
    one_of("kind", "income", "operating", "other"),
)

places = Table(
    "places",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False, default=""),
    link("keeper_id", "persons", optional=True),
    Column("bank_bin", Text),
    Column("bank_account", Text),
    Column("bank_holder", Text),
    one_of("kind", "tin", "bank", "hands"),
)

transactions = Table(
    "transactions",
    metadata,
    number(),
    link("club_id", "clubs"),
    # Order of entries is by this sequence, without gaps, not by any clock.
    Column("sequence", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("means_month", MonthText),
    Column("booked_month", MonthText, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    link("recorded_by", "persons", optional=True),
    link("second_person", "persons", optional=True),
    link("for_member", "members", optional=True, index=True),
    Column("channel", Text, nullable=False),
    Column("cause", Text, nullable=False),  # the dialogue or import row that made it, once
    Column("voucher", Text),
    Column("voucher_number", Integer),
    Column("reason_digest", Text),
    link("reverses_id", "transactions", optional=True),
    UniqueConstraint("club_id", "sequence"),
    UniqueConstraint("cause"),
    UniqueConstraint("reverses_id"),
    UniqueConstraint("club_id", "voucher"),
    Index("ix_transactions_club_month", "club_id", "booked_month"),
)

postings = Table(
    "postings",
    metadata,
    number(),
    link("transaction_id", "transactions", index=True),
    link("club_id", "clubs"),
    Column("account", Text, nullable=False),
    link("fund_id", "funds", index=True),
    link("place_id", "places", optional=True),
    link("member_id", "members", optional=True, index=True),
    link("loan_id", "loans", optional=True, index=True),
    Column("source", Text),
    Column("amount", Dong, nullable=False),  # debit positive, credit negative
    Index("ix_postings_club_account", "club_id", "account"),
    CheckConstraint("amount <> 0", name="amount_is_something"),
    CheckConstraint("account <> 'cash' OR place_id IS NOT NULL", name="cash_lies_somewhere"),
    CheckConstraint("account <> 'principal' OR loan_id IS NOT NULL", name="principal_has_a_loan"),
)

# What a member says she gave; it waits for the cashier and is no entry yet.
declarations = Table(
    "declarations",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", index=True),
    Column("kind", Text, nullable=False),
    Column("amount", Dong),
    Column("item", Text),
    Column("unit", Text),
    Column("quantity_thousandths", BigInteger),
    Column("months", Json),  # the fee months she meant
    Column("paid_how", Text, nullable=False),
    link("handed_to", "persons", optional=True),
    Column("state", Text, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    link("declared_by", "persons"),
    Column("declared_at", Instant, nullable=False),
    link("decided_by", "persons", optional=True),
    Column("decided_at", Instant),
    Column("reason", Text),
    link("transaction_id", "transactions", optional=True),
    Index("ix_declarations_club_state", "club_id", "state"),
    one_of("kind", "fee", "money", "goods", "days"),
    one_of("state", "waiting", "confirmed", "refused", "taken_back"),
)

# "This is not right": somebody of the board who had no part in it answers.
disputes = Table(
    "disputes",
    metadata,
    number(),
    link("club_id", "clubs"),
    # It is about one of the two: what she declared, or an entry of the books.
    link("declaration_id", "declarations", optional=True, index=True),
    Column("transaction_id", BigInteger, index=True),
    link("raised_by", "persons"),
    Column("raised_at", Instant, nullable=False),
    Column("said", Text, nullable=False),  # her words; erasable
    link("handler_id", "persons", optional=True),
    Column("state", Text, nullable=False),
    Column("answer", Text),
    link("answered_by", "persons", optional=True),
    Column("answered_at", Instant),
    Column("outcome", Text),  # explained or reversed
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_disputes_club_state", "club_id", "state"),
    one_of("state", "open", "answered"),
)

fee_rates = Table(
    "fee_rates",
    metadata,
    number(),
    link("club_id", "clubs"),
    link("member_id", "members", optional=True),  # an exception for one member
    Column("amount", Dong, nullable=False),
    Column("period_months", Integer, nullable=False, default=1),
    Column("valid_from", MonthText, nullable=False),
    Column("per_household", Boolean, nullable=False, default=False, server_default=false()),
    # Of a member: from this month on the club's fee again, the sum beside it means nothing.
    Column("follows_club", Boolean, nullable=False, default=False, server_default=false()),
    Column("proposal_id", BigInteger),  # who decided it with whom, when and why
    UniqueConstraint("club_id", "member_id", "valid_from"),
)

# The club's account at a bank; the newest whose time has come holds. None before two agreed.
bank_accounts = Table(
    "bank_accounts",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("bank_bin", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("entered_at", Instant, nullable=False),
    Column("holds_from", Instant),
)

# Goods of the Golden Heart book that were handed on: what was given less this is what is left.
goods_given = Table(
    "goods_given",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("given_on", Date, nullable=False),
    Column("item", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("quantity_thousandths", BigInteger, nullable=False),
    Column("to_whom", Text, nullable=False, default=""),  # erasable
    link("recorded_by", "persons", optional=True),
    Column("recorded_at", Instant, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
    CheckConstraint("quantity_thousandths > 0", name="quantity_is_something"),
)

# Who keeps what is left of goods; the newest of an item and its unit holds (Club rules, A.7).
goods_keepers = Table(
    "goods_keepers",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("item", Text, nullable=False),
    Column("unit", Text, nullable=False),
    link("keeper_id", "persons"),
    link("recorded_by", "persons", optional=True),
    Column("recorded_at", Instant, nullable=False),
    Column("cause", Text, nullable=False, unique=True),
)

# Which month a fee payment covers; a reversal takes its rows away again by a negative amount.
fee_months = Table(
    "fee_months",
    metadata,
    number(),
    link("transaction_id", "transactions", index=True),
    link("member_id", "members"),
    Column("month", MonthText, nullable=False),
    Column("amount", Dong, nullable=False),
    Index("ix_fee_months_member_month", "member_id", "month"),
)

# Fees paid before the club's books began here: no entry, the money is in the opening balances.
opening_fees = Table(
    "opening_fees",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("member_id", "members"),
    Column("month", MonthText, nullable=False),
    Column("amount", Dong, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    link("recorded_by", "persons", optional=True),
    UniqueConstraint("member_id", "month"),
    CheckConstraint("amount > 0", name="amount_is_something"),
)

# The public list of donations; names are shown only with the giver's consent.
golden_heart = Table(
    "golden_heart",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("given_on", Date, nullable=False),
    Column("booked_month", MonthText, nullable=False),
    Column("kind", Text, nullable=False),
    link("member_id", "members", optional=True, index=True),
    Column("donor", Text, nullable=False, default=""),  # an outside donor's name; erasable
    Column("donor_agreed", Boolean),  # an outside donor may be named in public
    Column("amount", Dong),
    Column("item", Text),
    Column("unit", Text),
    Column("quantity_thousandths", BigInteger),
    link("transaction_id", "transactions", optional=True),
    Column("cause", Text, nullable=False, unique=True),
    Index("ix_golden_heart_club_month", "club_id", "booked_month"),
    one_of("kind", "money", "goods", "days"),
)

cash_counts = Table(
    "cash_counts",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    link("place_id", "places"),
    Column("counted_on", Date, nullable=False),
    Column("expected", Dong, nullable=False),
    Column("counted", Dong, nullable=False),
    link("counted_by", "persons"),
    link("second_person", "persons", optional=True),
    Column("cause", Text, nullable=False, unique=True),
)

closed_months = Table(
    "closed_months",
    metadata,
    number(),
    link("club_id", "clubs"),
    Column("month", MonthText, nullable=False),
    Column("figures", Json, nullable=False),
    Column("rules_version", Integer, nullable=False),
    Column("last_sequence", BigInteger, nullable=False),
    Column("previous_code", Text, nullable=False),
    Column("code", Text, nullable=False),
    link("closed_by", "persons"),
    link("second_person", "persons"),
    Column("closed_at", Instant, nullable=False),
    Column("practice", Boolean, nullable=False, default=False),
    UniqueConstraint("club_id", "month"),
)

# Money that the club owes back: on what terms and until when (Club rules, A.6).
owed_terms = Table(
    "owed_terms",
    metadata,
    number(),
    link("club_id", "clubs", index=True),
    Column("transaction_id", BigInteger, index=True),  # empty while it waits for a second person
    Column("kind", Text, nullable=False),
    link("member_id", "members", optional=True),
    Column("lender", Text, nullable=False, default=""),  # somebody outside; erasable
    link("fund_id", "funds"),
    Column("terms", Text, nullable=False, default=""),
    Column("due_on", Date),
    Column("cause", Text, nullable=False, unique=True),
    one_of("kind", "share", "lent"),
)

reversals = transactions.alias("reversal")  # made once: an alias makes all its columns anew
