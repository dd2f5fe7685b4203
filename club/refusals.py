"""Every way the club says no: a code and its values, no words. messages.refusals has a sentence
for each.
"""

from enum import StrEnum


class Code(StrEnum):
    """The reasons. The sentence of each, in every language, stands in messages.refusals."""

    NOT_ALLOWED = "not_allowed"
    OWN_AFFAIR = "own_affair"
    ALREADY_DONE = "already_done"
    NOT_FOUND = "not_found"
    PHOTO_GONE = "photo_gone"
    NOTHING_WAITING = "nothing_waiting"
    TOO_LATE_TO_TAKE_BACK = "too_late_to_take_back"
    DAY_IN_FUTURE = "day_in_future"
    ROLL_NOT_TAKEN = "roll_not_taken"
    MINUTES_SIGNED = "minutes_signed"
    MINUTES_WAITING = "minutes_waiting"
    WRITTEN_MEANWHILE = "written_meanwhile"
    DAY_TOO_OLD = "day_too_old"
    SUM_TOO_SMALL = "sum_too_small"
    SUM_TOO_LARGE = "sum_too_large"
    RATE_TOO_HIGH = "rate_too_high"
    FUND_TOO_SMALL = "fund_too_small"
    CASH_TOO_SMALL = "cash_too_small"
    MORE_THAN_OWED = "more_than_owed"
    LOAN_OPEN = "loan_open"
    LOAN_OVERDUE = "loan_overdue"
    MEMBER_TOO_NEW = "member_too_new"
    VOTING_OVER = "voting_over"
    REASON_MISSING = "reason_missing"
    MEETING_BEGUN = "meeting_begun"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_THAT_DAY = "meeting_that_day"
    DAY_PAST = "day_past"
    SESSION_NOT_BEGUN = "session_not_begun"
    SESSION_BEGUN = "session_begun"
    SESSION_FULL = "session_full"
    SESSION_OVERLAPS = "session_overlaps"
    TOO_YOUNG = "too_young"
    LAST_CHAIR = "last_chair"
    OFFICE_TAKEN = "office_taken"
    CODE_WRONG = "code_wrong"
    TOO_MANY_TRIES = "too_many_tries"
    LINK_USED = "link_used"
    MONTH_CLOSED = "month_closed"
    REVERSAL_FINAL = "reversal_final"
    LATER_DEPENDS = "later_depends"
    MADE_BY_CLOSING = "made_by_closing"
    SAME_ACCOUNT = "same_account"
    WAITS_ALREADY = "waits_already"
    BOOKS_CHANGED = "books_changed"
    MONTH_NOT_OVER = "month_not_over"
    MONTH_OUT_OF_ORDER = "month_out_of_order"
    FUND_THERE_ALREADY = "fund_there_already"
    TERM_NOT_OFFERED = "term_not_offered"
    FORM_NOT_OFFERED = "form_not_offered"
    LOAN_AT_HOME = "loan_at_home"
    MEETING_DECIDES = "meeting_decides"
    ROUND_OPEN = "round_open"
    ROUND_COLLECTS = "round_collects"
    NOT_IMPARTIAL = "not_impartial"
    RESCHEDULED_SINCE = "rescheduled_since"
    ACCOUNT_UNREADABLE = "account_unreadable"
    NOTHING_CHANGED = "nothing_changed"
    CHANGE_AHEAD = "change_ahead"
    GOODS_TOO_FEW = "goods_too_few"
    NOT_VOTED = "not_voted"
    SOMEBODY_WAITS = "somebody_waits"
    ALONE_AT_HOME = "alone_at_home"
    LANGUAGE_NEEDED = "language_needed"
    VOLUNTEER_BLOCKED = "volunteer_blocked"
    HOURS_DISPUTED = "hours_disputed"
    HOURS_NOTED = "hours_noted"
    NO_HOURS = "no_hours"
    SETTING_OUT_OF_RANGE = "setting_out_of_range"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    HEALTH_NOT_AGREED = "health_not_agreed"
    NOT_HER_VOLUNTEER = "not_her_volunteer"


class Refused(Exception):
    """The club says no, and why. Anything else that is raised is our own fault, not the
    person's.
    """

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.values = values
