"""Who confirms that money was received, and how long a declaration can be taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from club.members import Action, Office, Person, Role
from club.refusals import Code, Refused
from club.rights import may_concern

CONFIRMING = (Role.CASHIER, Role.CHAIR, Role.DEPUTY)
"""Who confirms: the cashier; where he may not, the chair; where she may not, the deputy."""

TIME_TO_TAKE_BACK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Declaration:
    """Something waiting for the cashier's yes: whom it concerns, and who entered it."""

    concerns: Person
    entered_by: int


def confirmer_for(declaration: Declaration, board: Iterable[Office]) -> int | None:
    """The person whose yes is asked for; None where nobody is left (Club rules, B.4)."""
    return next(_possible(declaration, list(board)), None)


def keeper_of_cash(board: Iterable[Office]) -> int | None:
    """Who takes the money of anybody who is close to nobody of the board: the cashier, mostly."""
    offices = list(board)
    order = [office for role in CONFIRMING for office in offices if office.role is role]
    return order[0].holder.id if order else None


def payers_of_the_cashiers(board: Iterable[Office]) -> frozenset[int]:
    """Who pays those whom the cashiers may not pay, themselves among them; without a cashier, who
    keeps the cash (Club rules, B.4).
    """
    offices = list(board)
    cashiers = [each.holder for each in offices if each.role is Role.CASHIER]
    found = {confirmer_for(Declaration(each, entered_by=each.id), offices) for each in cashiers}
    return frozenset(each for each in found or {keeper_of_cash(offices)} if each is not None)


def confirmer_for_all(declarations: Iterable[Declaration], board: Iterable[Office]) -> int | None:
    """The one person who may confirm all of these; None where nobody may (Club rules, B.4)."""
    offices, found = list(board), list(declarations)
    possible = (office for role in CONFIRMING for office in offices if office.role is role)
    return next(
        (
            office.holder.id
            for office in possible
            if all(_is_impartial(office.holder, each) for each in found)
        ),
        None,
    )


def check_confirmer(declaration: Declaration, board: Iterable[Office], person: int) -> None:
    """Refuses everybody but the one whose yes is asked for, with the reason."""
    offices = list(board)
    if person == confirmer_for(declaration, offices):
        return
    own = [office for office in offices if office.holder.id == person and _holds_cash(office)]
    if own and not all(_is_impartial(office.holder, declaration) for office in own):
        raise Refused(Code.OWN_AFFAIR)
    raise Refused(Code.NOT_ALLOWED)


def role_to_appoint(declaration: Declaration, board: Iterable[Office]) -> Role | None:
    """Where nobody may confirm: the office to fill so that somebody can. None if somebody may."""
    offices = list(board)
    if confirmer_for(declaration, offices) is not None:
        return None
    filled = {office.role for office in offices}
    return next((role for role in CONFIRMING if role not in filled), Role.DEPUTY)


def check_can_take_back(*, declared_at: datetime, now: datetime, waiting: bool) -> None:
    """Refuses once it was decided, and ten minutes after it was declared (Club rules, B.6)."""
    if not waiting:
        raise Refused(Code.NOTHING_WAITING)
    if now - declared_at > TIME_TO_TAKE_BACK:
        raise Refused(Code.TOO_LATE_TO_TAKE_BACK)


def _possible(declaration: Declaration, board: list[Office]) -> Iterator[int]:
    for role in CONFIRMING:
        for office in board:
            if office.role is role and _is_impartial(office.holder, declaration):
                yield office.holder.id


def _holds_cash(office: Office) -> bool:
    return office.role in CONFIRMING


def _is_impartial(holder: Person, declaration: Declaration) -> bool:
    return holder.id != declaration.entered_by and may_concern(
        Action.CONFIRM_CONTRIBUTION, holder, declaration.concerns
    )
