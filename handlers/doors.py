"""Who may open what: each dialogue and screen by an action of the table of rights.

It is asked before anything runs, in whatever way it is opened: by words, by a command, by an old
button, by a link. What a dialogue is about it asks itself, again by actions alone.
"""

from enum import StrEnum

from club.members import Action
from handlers.dialogue.visitor import Visitor
from messages.presses import Press, ScreenPress, StartPress


class Door(StrEnum):
    """What stands open without an action of a club."""

    EVERYBODY = "everybody"  # strangers too
    PERSON = "person"  # whom Liên knows; whose matter it is decides then
    MEMBER = "member"  # of the club in focus


Key = Door | Action

_DIALOGUES: dict[tuple[Key, ...], str] = {
    (Door.EVERYBODY,): (
        "accept_invitation address close_page join language listening lost_phone my_page "
        "practise second_chat speak_for verify volunteer"
    ),
    (Door.MEMBER,): "confirm_cash decision dispute end_office let_help take_proposal_back",
    (Door.PERSON,): (
        "answer_dispute answer_praise area_broadcast area_sessions check_in congratulate "
        "decide_hours dissolve_club end_helping erase_me forget_health keep_me lesson "
        "merge_club my_consent my_face officer_matter our_word reminder_wishes say_alive "
        "show_code split_club steer_broadcast take_back type_code"
    ),
    (Action.ADD_FUND,): "add_fund",
    (Action.ANSWER_MEETING,): "give_lift here lift_phone meeting",
    (Action.APPOINT_OFFICE,): "appoint invite name_leader set_term",
    (Action.APPROVE_MEMBER,): "approve_member",
    (Action.ASK_FOR_HELP, Action.OPEN_SESSION): "parents_yes",
    (Action.ASK_FOR_HELP,): "ask_for_help thank",
    (Action.ASK_LOAN,): "loan loan_need",
    (Action.BOARD_WORK,): "pay_expense standing_amount",
    (Action.CARRY_TO_TIN,): "carry_cash move_cash",
    (Action.CHANGE_SETTING,): "change_account change_fee change_setting own_fee",
    (Action.CHECK_ON_BEHALF,): "check_on_behalf",
    (Action.CLOSE_MONTH,): "close_month",
    (Action.CONFIRM_ACCOUNT,): "confirm_account end_freeze",
    (Action.CONFIRM_CONTRIBUTION,): "confirm_contribution record_income",
    (Action.CORRECT_BOOKS,): "correct_entry settle_difference",
    (Action.COUNT_CASH,): "count_cash",
    (Action.DECIDE_HARDSHIP,): "close_hardship decide_hardship",
    (Action.DECLARE_CONTRIBUTION,): "contribute",
    (Action.ELECT_CHECKER,): "elect_checker",
    (Action.END_HELPER,): "helper_for",
    (Action.ENTER_MEMBER,): "give_goods goods_keeper loan_for note_consent record_gift take_fee "
    "take_gift",
    (Action.KEEP_GROUPS,): "dissolve_group make_group rename_group",
    (Action.KEEP_MEMBERS,): (
        "back_again change_member erase_member join_records leaving print_member_data "
        "record_death undo_death"
    ),
    (Action.HEAR_OF_DEBTS,): "remind_fees",
    (Action.KEEP_TABLE,): (
        "close_table correct_table drop_table open_table table_due table_entry table_question"
    ),
    (Action.KEEP_TEAMS,): "change_team found_team",
    (Action.LOG_ACTIVITY,): (
        "change_activity drop_plan exchange leader_of_activity log_activity "
        "photo_of_activity plan_activity remove_activity"
    ),
    (Action.MEASURE_HEALTH,): "health_check",
    (Action.MOVE_BETWEEN_FUNDS,): "transfer_between_funds",
    (Action.NAME_ACTING_CHAIR,): "acting_chair",
    (Action.NAME_FOR_PRAISE,): "name_for_praise",
    (Action.NAME_STAND_IN,): "end_stand_in stand_in",
    (Action.NOTE_TRAINING,): "note_training",
    (Action.OPENING_BALANCE,): "opening_balance",
    (Action.OPEN_SESSION,): (
        "block_volunteer cancel_session change_capacity move_session open_session "
        "unblock_volunteer vouch"
    ),
    (Action.PAY_OUT_LOAN,): "pay_out_loan witness_cash",
    (Action.PLAN_CARE,): "begin_care change_care",
    (Action.PLAN_MEETING,): (
        "cancel_meeting decide_round describe_meeting meeting_on_loan move_meeting "
        "open_round plan_meeting reschedule_loan write_off_loan"
    ),
    (Action.PRINT_BOOKS,): "print_member_passbook",
    (Action.RECORD_HELP,): "give_help",
    (Action.RECORD_OWED,): "give_back receive_owed",
    (Action.SECOND,): "confirm_death second",
    (Action.SEE_FUNDS,): "tell_of_death",
    (Action.SEE_MEMBERS,): "find_member",
    (Action.SEE_OWN_ACCOUNT,): "golden_heart_name own_health",
    (Action.SEND_BROADCAST,): "broadcast",
    (Action.SIGN_UP_SESSION,): (
        "agree_to_time answer_hours certificate drop_session offer_place "
        "refuse_place take_over_place take_session volunteering"
    ),
    (Action.TAKE_REPAYMENT,): "recover_loan repayment",
    (Action.SEE_TO_PHONE,): "told_by_mouth",
    (Action.TAKE_ROLL,): "answer_for day_word guests roll_call",
    (Action.TELL_HARDSHIP,): "log_visit pause_care take_back_visit tell_hardship",
    (Action.VOTE_LOAN,): "vote_on_loan",
    (Action.WRITE_MINUTES,): "add_to_minutes decide finish_minutes minutes_part",
}
_SCREENS: dict[tuple[Key, ...], str] = {
    (Door.EVERYBODY,): "check_code genuine help menu my_settings person photos tasks unfinished",
    (Door.MEMBER,): (
        "account_acts club_life decision_list decisions helped_deeds minutes minutes_list "
        "my_helpers summary_papers"
    ),
    (Door.PERSON,): (
        "all_my_data broadcast broadcasts club_ends learnt lessons messages_left "
        "my_consents my_data officer_matters officer_work rollup sessions summary"
    ),
    (Action.ANSWER_MEETING,): "calendar",
    (Action.ASK_FOR_HELP,): "who_comes",
    (Action.ASK_LOAN,): "loan_terms round",
    (Action.BOARD_WORK,): "board_work books giving_back owed state_of_books",
    (Action.CHECK_ON_BEHALF, Action.SEE_SUMMARY): "on_behalf",
    (Action.CLOSE_MONTH,): "closing open_items",
    (Action.COUNT_CASH,): "where_money_lies",
    (Action.END_HELPER,): "club_helpers",
    (Action.KEEP_TABLE,): "meeting_table table_list table_next",
    (Action.HEAR_OF_DEBTS,): "owing",
    (Action.LOG_ACTIVITY,): "idea ideas plan untouched",
    (Action.MEASURE_HEALTH,): "measured",
    (Action.NOTE_TRAINING,): "trainings",
    (Action.OPENING_BALANCE,): "import_form",
    (Action.OPEN_SESSION,): (
        "club_sessions club_volunteer club_volunteers help_wish help_wishes lesson_sheet "
        "lesson_sheets"
    ),
    (Action.PLAN_CARE,): "care_client care_clients",
    (Action.PLAN_MEETING,): "change_meeting",
    (Action.PRINT_BOOKS,): "print_books",
    (Action.RECORD_HELP,): "paying",
    (Action.SEE_ATTENDANCE,): "answered attendance lifts roll_corrections",
    (Action.SEE_FUNDS,): (
        "activities activity club_did club_fee club_money club_setting club_settings "
        "golden_heart goods offices payments team teams"
    ),
    (Action.SEE_LOOKS,): "looks",
    (Action.SEE_MEMBERS,): "group groups member members members_list new_member",
    (
        Action.SEE_OWN_ACCOUNT,
        Action.MEASURE_HEALTH,
    ): "my_health health_picture health_pictures",
    (Action.SEE_OWN_ACCOUNT,): "my_account my_loans passbook print_passbook",
    (Action.SEE_SUMMARY,): "cash_flow club_loan digest loan_book",
    (Action.SEE_TO_PHONE,): "to_phone",
    (Action.SIGN_UP_SESSION, Action.OPEN_SESSION): "session",
    (Action.SIGN_UP_SESSION,): "my_hours my_sessions",
    (Action.TELL_HARDSHIP,): "care case hardship",
}

DIALOGUES = {name: keys for keys, names in _DIALOGUES.items() for name in names.split()}
SCREENS = {name: keys for keys, names in _SCREENS.items() for name in names.split()}
"""Any one of the keys opens it."""

_UNNAMED: tuple[Key, ...] = (Door.EVERYBODY,)


def stands_open(me: Visitor, press: Press) -> bool:
    """Whether this person may open it at all; a test sees to it that everything has its line."""
    match press:
        case StartPress(name, _):
            return dialogue_open_to(me, name)
        case ScreenPress(name, _):
            return any(_fits(me, each) for each in SCREENS.get(name, _UNNAMED))
    return True


def dialogue_open_to(me: Visitor, name: str) -> bool:
    """Whether this person may be in the dialogue; asked on every message of it."""
    return any(_fits(me, each) for each in DIALOGUES.get(name, _UNNAMED))


def _fits(me: Visitor, key: Key) -> bool:
    match key:
        case Door.EVERYBODY:
            return True
        case Door.PERSON:
            return me.person_id is not None
        case Door.MEMBER:
            return me.membership is not None and me.membership.state == "member"
        case Action():
            return me.may(key)
