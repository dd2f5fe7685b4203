"""Who may do and see what: the one table that everything asks.

Handlers, pages, papers and changes ask it by an action; nobody else compares roles. What it says
holds in the own club only: in another one nobody is anything. docs/rights.md is made from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from club.members import BOARD, Action, Person, Role


@dataclass(frozen=True, slots=True)
class Right:
    """One line of the table.

    roles: who may, in the own club. helper: whether who types for a member may do it in her name
    (Club rules, F.2). own_household: whether it may concern himself or his own household; where
    not, the next in order does it (Club rules, B.4, C.2, F.1). pays: money leaves the club's hands,
    so not from an account that is new (Club rules, F.1).
    """

    roles: frozenset[Role]
    helper: bool = False
    own_household: bool = True
    pays: bool = False


_MEMBERS = BOARD | {Role.MEMBER, Role.GROUP_LEADER, Role.CHECKER}
_HANDS_ON_CASH = frozenset({Role.CASHIER, Role.CHAIR, Role.DEPUTY})
_KEEPERS_OF_BOOKS = frozenset({Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER})
_READERS = BOARD | {Role.GROUP_LEADER, Role.CHECKER}
_LEADING = frozenset({Role.CHAIR, Role.DEPUTY, Role.SECRETARY})
_CHAIRS = frozenset({Role.CHAIR, Role.DEPUTY})
_BOARD_AND_LEADERS = BOARD | {Role.GROUP_LEADER}


def _members(*, helper: bool = False) -> Right:
    return Right(_MEMBERS, helper=helper)


RIGHTS: dict[Action, Right] = {
    Action.SEE_OWN_ACCOUNT: _members(helper=True),
    Action.SEE_FUNDS: _members(helper=True),
    Action.DECLARE_CONTRIBUTION: _members(helper=True),
    Action.ASK_LOAN: _members(),
    Action.ANSWER_MEETING: _members(helper=True),
    Action.SIGN_UP_SESSION: Right(frozenset({Role.VOLUNTEER})),
    Action.APPROVE_MEMBER: Right(BOARD),
    Action.ENTER_MEMBER: Right(BOARD),
    Action.SEE_MEMBERS: Right(_READERS),
    Action.APPOINT_OFFICE: Right(frozenset({Role.CHAIR})),
    # Chair and deputy stand in where the cashier's own affairs are concerned: club.declarations.
    Action.CONFIRM_CONTRIBUTION: Right(_HANDS_ON_CASH, own_household=False),
    Action.PAY_OUT_LOAN: Right(_HANDS_ON_CASH, own_household=False, pays=True),
    Action.TAKE_REPAYMENT: Right(_HANDS_ON_CASH, own_household=False),
    Action.OPENING_BALANCE: Right(_KEEPERS_OF_BOOKS),
    Action.RECORD_EXPENSE: Right(
        frozenset({Role.CASHIER, Role.BOOKKEEPER}), own_household=False, pays=True
    ),
    # Amounts that were voted once: the cashier alone (Club rules, E.2).
    Action.PAY_STANDING: Right(frozenset({Role.CASHIER}), own_household=False, pays=True),
    Action.VOTE_LOAN: Right(BOARD, own_household=False),
    Action.PLAN_MEETING: Right(_LEADING),
    Action.SEND_BROADCAST: Right(_LEADING),
    Action.SEE_ATTENDANCE: Right(_READERS),
    Action.TAKE_ROLL: Right(BOARD),
    # Who of them closes it: the one who keeps the cash, club.declarations.
    Action.KEEP_TABLE: Right(frozenset({Role.CHAIR, Role.DEPUTY, Role.BOOKKEEPER, Role.CASHIER})),
    # Who of them signs: club.minutes.
    Action.WRITE_MINUTES: Right(_LEADING),
    Action.ASK_FOR_HELP: _members(helper=True),
    Action.OPEN_SESSION: Right(BOARD),
    Action.SEE_SUMMARY: Right(BOARD | {Role.CHECKER}),
    Action.COUNT_CASH: Right(BOARD),
    Action.CORRECT_BOOKS: Right(_KEEPERS_OF_BOOKS),
    Action.MOVE_BETWEEN_FUNDS: Right(_KEEPERS_OF_BOOKS),
    Action.ADD_FUND: Right(_KEEPERS_OF_BOOKS),
    Action.CLOSE_MONTH: Right(frozenset({Role.CHAIR, Role.BOOKKEEPER})),
    # Who of the board may say the second yes in a matter: club.second_person.
    Action.SECOND: Right(BOARD, own_household=False),
    Action.CHANGE_SETTING: Right(_CHAIRS),
    Action.RECORD_OWED: Right(_KEEPERS_OF_BOOKS),
    Action.PRINT_BOOKS: Right(_KEEPERS_OF_BOOKS),
    # Money for it is paid out by whoever may pay out: club.payments.
    Action.RECORD_HELP: Right(_BOARD_AND_LEADERS),
    Action.LOG_ACTIVITY: Right(_BOARD_AND_LEADERS),
    Action.CORRECT_ACTIVITY: Right(BOARD),
    Action.KEEP_TEAMS: Right(BOARD),
    # Of others; her own figures every member may write down.
    Action.MEASURE_HEALTH: Right(_BOARD_AND_LEADERS),
    Action.PLAN_CARE: Right(BOARD),
    Action.TELL_HARDSHIP: _members(),
    Action.DECIDE_HARDSHIP: Right(BOARD),
    # Consent of who has no phone, and the end of what a wrong person was let do.
    Action.END_HELPER: Right(BOARD),
    # Elected by the members; nobody of the board looks at the board's own entries.
    Action.CHECK_ON_BEHALF: Right(frozenset({Role.CHECKER})),
    Action.ELECT_CHECKER: Right(_LEADING),
    Action.KEEP_MEMBERS: Right(BOARD),
    Action.KEEP_GROUPS: Right(BOARD),
    Action.NOTE_TRAINING: Right(BOARD),
    # In the club's name; the person herself says whether hers is told: club.rollup.praise.
    Action.NAME_FOR_PRAISE: Right(_LEADING),
    # The papers of an office: tasks, state of the books, what is owed to others.
    Action.BOARD_WORK: Right(BOARD),
    Action.CARRY_TO_TIN: Right(frozenset({Role.CASHIER})),
    # For the cashier, by these two alone (Club rules, E.1).
    Action.NAME_STAND_IN: Right(frozenset({Role.CHAIR, Role.BOOKKEEPER})),
    Action.NAME_ACTING_CHAIR: Right(BOARD),
    Action.SEE_LOOKS: Right(_CHAIRS),
    Action.SEE_TO_PHONE: Right(_BOARD_AND_LEADERS),
    # Lines about debts go to cashier and chair only (Club rules, H.5).
    Action.HEAR_OF_DEBTS: Right(frozenset({Role.CHAIR, Role.CASHIER})),
    Action.SEE_VOUCHERS: Right(BOARD | {Role.CHECKER}),
    Action.SEE_MINUTES: _members(),
    # Said to be lost: at once, by any one of the board; opened again by two (Club rules, F.1).
    Action.FREEZE_ACCOUNT: Right(BOARD),
    Action.CONFIRM_ACCOUNT: Right(BOARD, own_household=False),
    # Merging, splitting, dissolving: by both, with the officer (Club rules, E.4).
    Action.END_CLUB: Right(frozenset({Role.CHAIR, Role.BOOKKEEPER})),
}


def may(roles: Iterable[Role], action: Action) -> bool:
    """Whether somebody with these roles in the club may do this there."""
    return not RIGHTS[action].roles.isdisjoint(roles)


def may_concern(action: Action, doer: Person, concerned: Person) -> bool:
    """Whether the doer has no part in it: neither himself nor his household is concerned."""
    return RIGHTS[action].own_household or not doer.is_close_to(concerned)


def in_first_place(roles: frozenset[Role]) -> frozenset[Role]:
    """Whose work it is of those who may: with cash it is the cashier's, for whom chair and deputy
    only stand in (club.declarations).
    """
    if Role.CASHIER in roles and roles <= _HANDS_ON_CASH:
        return frozenset({Role.CASHIER})
    return roles


def pays(action: Action) -> bool:
    """Whether money leaves the club's hands by it."""
    return RIGHTS[action].pays


def all_who_may(action: Action) -> frozenset[Role]:
    """The roles that may."""
    return RIGHTS[action].roles
