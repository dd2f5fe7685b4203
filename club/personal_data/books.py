"""What the books and the papers around them hold of people: numbers and sums, few words."""

from club.personal_data.held import Held, Kept, Purpose, Seen, Term, nobody

TEN_YEARS = 3653

BOOKS = (
    nobody("funds", "club_id kind name"),
    Held(
        table="places", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, words="name bank_holder",
        people="keeper_id", plain="club_id kind bank_bin bank_account",
    ),
    Held(
        table="bank_accounts", purpose=Purpose.BOOKS, seen=Seen.CLUB, words="holder",
        plain="club_id bank_bin account entered_at holds_from",
    ),
    Held(
        table="transactions", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="for_member",
        stays="kind happened_on means_month booked_month recorded_at channel voucher "
        "voucher_number reason_digest",
        people="for_member recorded_by second_person", plain="club_id sequence cause reverses_id",
    ),
    Held(
        table="postings", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", stays="account source amount", people="member_id",
        plain="transaction_id club_id fund_id place_id loan_id",
    ),
    Held(
        table="declarations", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", empty="reason",
        stays="kind amount item unit quantity_thousandths months paid_how state declared_at "
        "decided_at",
        people="member_id handed_to declared_by decided_by",
        plain="club_id cause transaction_id", term=Term(TEN_YEARS, "declared_at"),
    ),
    Held(
        table="disputes", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="raised_by", empty="said answer", stays="raised_at state answered_at outcome",
        people="raised_by handler_id answered_by",
        plain="club_id declaration_id transaction_id cause", term=Term(TEN_YEARS, "raised_at"),
    ),
    Held(
        table="fee_rates", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", stays="amount period_months valid_from per_household follows_club",
        people="member_id", plain="club_id proposal_id",
    ),
    Held(
        table="fee_months", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", stays="month amount", people="member_id", plain="transaction_id",
    ),
    Held(
        table="opening_fees", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", stays="month amount recorded_at", people="member_id recorded_by",
        plain="club_id",
    ),
    Held(
        table="goods_given", purpose=Purpose.BOOKS, seen=Seen.CLUB, kept=Kept.BOOKS,
        words="to_whom", people="recorded_by",
        plain="club_id given_on item unit quantity_thousandths recorded_at cause",
        term=Term(TEN_YEARS, "recorded_at"),
    ),
    Held(
        table="goods_keepers", purpose=Purpose.BOOKS, seen=Seen.CLUB, kept=Kept.BOOKS,
        people="keeper_id recorded_by", plain="club_id item unit recorded_at cause",
    ),
    Held(
        table="golden_heart", purpose=Purpose.BOOKS, seen=Seen.EVERYBODY, kept=Kept.BOOKS,
        of="member_id",
        stays="given_on booked_month kind amount item unit quantity_thousandths donor_agreed",
        words="donor", people="member_id", plain="club_id transaction_id cause",
    ),
    Held(
        table="cash_counts", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        people="counted_by second_person",
        plain="club_id place_id counted_on expected counted cause",
    ),
    Held(
        table="closed_months", purpose=Purpose.BOOKS, seen=Seen.CLUB, kept=Kept.BOOKS,
        people="closed_by second_person",
        plain="club_id month figures rules_version last_sequence previous_code code closed_at "
        "practice",
    ),
    Held(
        table="entry_seals", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        plain="club_id sequence seal",
    ),
    Held(
        table="owed_terms", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", empty="terms", stays="kind due_on", words="lender", people="member_id",
        plain="club_id transaction_id fund_id cause",
    ),
    Held(
        table="payment_slips", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="receiver_id", stays="purpose area may_be_named paid_on", words="what receiver",
        salted="salt", people="receiver_id found_by", plain="club_id transaction_id cause",
        term=Term(TEN_YEARS, "paid_on"),
    ),
    Held(
        table="loans", purpose=Purpose.LOANS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="member_id", empty="reason",
        stays="purpose principal months rate_hundredths_percent_a_month form basis step state "
        "asked_at asked_on decided_on minutes_on paid_out_on cash_confirmed_at ended_on "
        "rescheduled round_rank",
        people="member_id asked_by decided_by", plain="club_id fund_id cause round_id",
        term=Term(TEN_YEARS, "asked_at"),
    ),
    Held(
        table="loan_votes", purpose=Purpose.LOANS, seen=Seen.BOARD, kept=Kept.BOOKS,
        of="loan_id person_id", empty="reason", stays="yes voted_at", people="loan_id person_id",
        term=Term(TEN_YEARS, "voted_at"),
    ),
    Held(
        table="instalments", purpose=Purpose.LOANS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="loan_id", stays="number due_on principal interest months carried", people="loan_id",
    ),
    Held(
        table="repayments", purpose=Purpose.LOANS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="loan_id", stays="instalment_number principal interest paid_on", people="loan_id",
        plain="transaction_id",
    ),
    Held(
        table="repayments_brought", purpose=Purpose.LOANS, seen=Seen.BOOKKEEPERS,
        of="transaction_id", goes="brought_by", people="transaction_id",
    ),
    Held(
        table="loan_rounds", purpose=Purpose.LOANS, seen=Seen.CLUB, kept=Kept.BOOKS,
        people="opened_by", plain="club_id opened_on closes_on state minutes_on cause",
    ),
    Held(
        table="loan_reschedulings", purpose=Purpose.LOANS, seen=Seen.BOOKKEEPERS,
        kept=Kept.BOOKS, of="loan_id",
        stays="rescheduled_at decided_by minutes_on months before", people="loan_id",
    ),
    Held(
        table="cash_witnesses", purpose=Purpose.LOANS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        of="loan_id", stays="slip mark noted_at", people="loan_id witness_id noted_by",
    ),
    Held(
        table="needs_asked", purpose=Purpose.LOANS, of="member_id",
        goes="needs_loan asked_on", people="member_id",
    ),
    Held(
        table="meeting_tables", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS, kept=Kept.BOOKS,
        words="reason", people="opened_by closed_by second_person",
        plain="club_id meeting_id held_on place_id cash_before opened_at state counted closed_at "
        "sheet_photo_id cause",
        term=Term(TEN_YEARS, "opened_at"),
    ),
    Held(
        table="meeting_table_entries", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS,
        kept=Kept.BOOKS, of="member_id",
        stays="made_at fee interest principal gift answer removed received_at",
        people="member_id entered_by entered_in", plain="table_id key entry version",
    ),
    Held(
        table="meeting_table_bookings", purpose=Purpose.BOOKS, seen=Seen.BOOKKEEPERS,
        kept=Kept.BOOKS, of="member_id", stays="what", people="member_id",
        plain="table_id transaction_id",
    ),
)  # fmt: skip
