"""Who somebody is in a club, and what each role may do there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from club.refusals import Code, Refused


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


BOARD = frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY, Role.BOOKKEEPER, Role.CASHIER})

_MEMBERS = BOARD | {Role.MEMBER, Role.GROUP_LEADER, Role.CHECKER}
_HANDS_ON_CASH = frozenset({Role.CASHIER, Role.CHAIR, Role.DEPUTY})
_KEEPERS_OF_BOOKS = frozenset({Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER})
_READERS = BOARD | {Role.GROUP_LEADER, Role.CHECKER}

RIGHTS: dict[Action, frozenset[Role]] = {
    Action.SEE_OWN_ACCOUNT: _MEMBERS,
    Action.SEE_FUNDS: _MEMBERS,
    Action.DECLARE_CONTRIBUTION: _MEMBERS,
    Action.ASK_LOAN: _MEMBERS,
    Action.ANSWER_MEETING: _MEMBERS,
    Action.SIGN_UP_SESSION: frozenset({Role.VOLUNTEER}),
    Action.APPROVE_MEMBER: BOARD,
    Action.ENTER_MEMBER: BOARD,
    Action.SEE_MEMBERS: _READERS,
    Action.APPOINT_OFFICE: frozenset({Role.CHAIR}),
    # Chair and deputy stand in where the cashier's own affairs are concerned: club.declarations.
    Action.CONFIRM_CONTRIBUTION: _HANDS_ON_CASH,
    Action.PAY_OUT_LOAN: _HANDS_ON_CASH,
    Action.TAKE_REPAYMENT: _HANDS_ON_CASH,
    Action.OPENING_BALANCE: frozenset({Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER}),
    Action.RECORD_EXPENSE: frozenset({Role.CASHIER, Role.BOOKKEEPER}),
    Action.VOTE_LOAN: BOARD,
    Action.PLAN_MEETING: frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY}),
    Action.SEND_BROADCAST: frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY}),
    Action.SEE_ATTENDANCE: _READERS,
    Action.TAKE_ROLL: BOARD,
    # Who of them closes it: the one who keeps the cash, club.declarations.
    Action.KEEP_TABLE: frozenset({Role.CHAIR, Role.DEPUTY, Role.BOOKKEEPER, Role.CASHIER}),
    # Who of them signs: club.minutes.
    Action.WRITE_MINUTES: frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY}),
    Action.ASK_FOR_HELP: _MEMBERS,
    Action.OPEN_SESSION: BOARD,
    Action.SEE_SUMMARY: BOARD | {Role.CHECKER},
    Action.COUNT_CASH: BOARD,
    Action.CORRECT_BOOKS: _KEEPERS_OF_BOOKS,
    Action.MOVE_BETWEEN_FUNDS: _KEEPERS_OF_BOOKS,
    Action.ADD_FUND: _KEEPERS_OF_BOOKS,
    Action.CLOSE_MONTH: frozenset({Role.CHAIR, Role.BOOKKEEPER}),
    # Who of the board may say the second yes in a matter: club.second_person.
    Action.SECOND: BOARD,
    Action.CHANGE_SETTING: frozenset({Role.CHAIR, Role.DEPUTY}),
    Action.RECORD_OWED: _KEEPERS_OF_BOOKS,
    Action.PRINT_BOOKS: _KEEPERS_OF_BOOKS,
    # Money for it is paid out by whoever may pay out: club.payments.
    Action.RECORD_HELP: BOARD | {Role.GROUP_LEADER},
    Action.LOG_ACTIVITY: BOARD | {Role.GROUP_LEADER},
    Action.CORRECT_ACTIVITY: BOARD,
    Action.KEEP_TEAMS: BOARD,
    # Of others; her own figures every member may write down.
    Action.MEASURE_HEALTH: BOARD | {Role.GROUP_LEADER},
    Action.PLAN_CARE: BOARD,
    Action.TELL_HARDSHIP: _MEMBERS,
    Action.DECIDE_HARDSHIP: BOARD,
    # Consent of who has no phone, and the end of what a wrong person was let do.
    Action.END_HELPER: BOARD,
    # Elected by the members; nobody of the board looks at the board's own entries.
    Action.CHECK_ON_BEHALF: frozenset({Role.CHECKER}),
    Action.ELECT_CHECKER: frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY}),
    Action.KEEP_MEMBERS: BOARD,
    Action.KEEP_GROUPS: BOARD,
    Action.NOTE_TRAINING: BOARD,
}


def may(roles: Iterable[Role], action: Action) -> bool:
    """Whether somebody with these roles in the club may do this there."""
    return not RIGHTS[action].isdisjoint(roles)


def check_may(roles: Iterable[Role], action: Action) -> None:
    """Refuses what these roles do not allow."""
    if not may(roles, action):
        raise Refused(Code.NOT_ALLOWED, action=action)


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
