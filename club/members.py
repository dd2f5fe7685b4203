"""Who somebody is in a club, and what people do there; who may do what: club.rights."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in one club; an officer is one for an area."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    BOOKKEEPER = "bookkeeper"
    CASHIER = "cashier"
    GROUP_LEADER = "group_leader"
    CHECKER = "checker"
    MEMBER = "member"
    VOLUNTEER = "volunteer"
    OFFICER = "officer"


class Action(StrEnum):
    """What somebody may want to do in a club."""

    SEE_OWN_ACCOUNT = "see_own_account"
    SEE_FUNDS = "see_funds"
    DECLARE_CONTRIBUTION = "declare_contribution"
    ASK_LOAN = "ask_loan"
    ANSWER_MEETING = "answer_meeting"
    SIGN_UP_SESSION = "sign_up_session"
    APPROVE_MEMBER = "approve_member"
    ENTER_MEMBER = "enter_member"
    SEE_MEMBERS = "see_members"
    APPOINT_OFFICE = "appoint_office"
    CONFIRM_CONTRIBUTION = "confirm_contribution"
    OPENING_BALANCE = "opening_balance"
    RECORD_EXPENSE = "record_expense"
    VOTE_LOAN = "vote_loan"
    PAY_OUT_LOAN = "pay_out_loan"
    TAKE_REPAYMENT = "take_repayment"
    PLAN_MEETING = "plan_meeting"
    SEND_BROADCAST = "send_broadcast"
    SEE_ATTENDANCE = "see_attendance"
    TAKE_ROLL = "take_roll"
    KEEP_TABLE = "keep_table"
    WRITE_MINUTES = "write_minutes"
    ASK_FOR_HELP = "ask_for_help"
    OPEN_SESSION = "open_session"
    SEE_SUMMARY = "see_summary"
    COUNT_CASH = "count_cash"
    CORRECT_BOOKS = "correct_books"
    MOVE_BETWEEN_FUNDS = "move_between_funds"
    ADD_FUND = "add_fund"
    CLOSE_MONTH = "close_month"
    SECOND = "second"
    CHANGE_SETTING = "change_setting"
    RECORD_OWED = "record_owed"
    PRINT_BOOKS = "print_books"
    RECORD_HELP = "record_help"
    LOG_ACTIVITY = "log_activity"
    CORRECT_ACTIVITY = "correct_activity"
    KEEP_TEAMS = "keep_teams"
    MEASURE_HEALTH = "measure_health"
    PLAN_CARE = "plan_care"
    TELL_HARDSHIP = "tell_hardship"
    DECIDE_HARDSHIP = "decide_hardship"
    END_HELPER = "end_helper"
    CHECK_ON_BEHALF = "check_on_behalf"
    ELECT_CHECKER = "elect_checker"
    KEEP_MEMBERS = "keep_members"
    KEEP_GROUPS = "keep_groups"
    NOTE_TRAINING = "note_training"
    NAME_FOR_PRAISE = "name_for_praise"
    BOARD_WORK = "board_work"
    PAY_STANDING = "pay_standing"
    CARRY_TO_TIN = "carry_to_tin"
    NAME_STAND_IN = "name_stand_in"
    NAME_ACTING_CHAIR = "name_acting_chair"
    SEE_LOOKS = "see_looks"
    SEE_TO_PHONE = "see_to_phone"
    HEAR_OF_DEBTS = "hear_of_debts"
    SEE_VOUCHERS = "see_vouchers"
    SEE_MINUTES = "see_minutes"
    FREEZE_ACCOUNT = "freeze_account"
    CONFIRM_ACCOUNT = "confirm_account"
    END_CLUB = "end_club"


BOARD = frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY, Role.BOOKKEEPER, Role.CASHIER})


@dataclass(frozen=True, slots=True)
class Person:
    """A person as conflicts of interest see her: who she is and which household she belongs to."""

    id: int
    household: int | None = None

    def is_close_to(self, other: "Person") -> bool:
        """The same person, or one of the same household."""
        kin = self.household is not None and self.household == other.household
        return kin or self.id == other.id


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the board and who holds it, or stands in for it, today."""

    role: Role
    holder: Person
