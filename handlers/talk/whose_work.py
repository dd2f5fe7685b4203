"""Exact words of what is not hers to do: she hears kindly whose work it is."""

from dataclasses import replace

from club.members import BOARD, Role
from club.rights import in_first_place
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance_closed_to, has_board_work
from handlers.talk.told_at_once import collects, is_others_money
from messages import misunderstood as say
from messages.moments import Moment
from messages.understand.board_wishes import Work, work_meant
from messages.understand.meeting_changes import meeting_change
from storage.queries import Connection
from storage.queries.members.boards import Officeholder, board

# What stands for all sentences that change a meeting.
_MOVES = "dời buổi họp"
# What stands for all sentences that speak of such work.
_CALLED = {
    Work.CLOSE: "khóa sổ",
    Work.CORRECT: "sửa sổ",
    Work.COUNT: "kiểm quỹ",
    Work.REMIND: "nhắc đóng phí",
    Work.OWING: "nhắc đóng phí",
    Work.HAND_OUT: "chi tiền vay",
    Work.APPOINT: "mời bằng mã",
    Work.STAND_IN: "làm thay thủ quỹ",
    Work.TRANSFER: "sửa sổ",
    Work.NEW_FUND: "sửa sổ",
    Work.WRITE_TO_ALL: "nhắn cả câu lạc bộ",
}


def whose_work(db: Connection, me: Visitor, text: str) -> Moment | None:
    """Whose work of her club these words name, where it is not hers; None for all other words.

    The board hears by name which of them does it; who is not of the board hears only that it is
    the board's.
    """
    if me.membership is None or me.membership.state != "member" or me.helping is not None:
        return None
    if meeting_change(text, today=me.today) is not None:
        text = _MOVES
    elif (work := work_meant(text)) is not None:
        text = _CALLED.get(work, text)
    able = frozenset(each for each in BOARD if _is_work_of(each, text, me))
    if not able:
        return None
    if not has_board_work(me):
        return say.work_of_the_board()
    people = board(db, me.club_id, me.today)
    found = _holding(people, in_first_place(able)) or _holding(people, able)
    if len(found) == 1:
        return say.work_of_one(found[0].name, found[0].role)
    named = [say.officeholder(each.name, each.role) for each in found]
    return say.work_of(named) if named else say.work_of_the_board()


def others_money(db: Connection, me: Visitor, text: str) -> Moment | None:
    """What a member hears who tells what is paid for another: it is never noted as her own."""
    if me.membership is None or me.membership.state != "member" or me.helping is not None:
        return None
    if not is_others_money(text, me, db):
        return None
    return say.work_of_the_board() if collects(text) else say.others_money()


def _holding(people: list[Officeholder], offices: frozenset[Role]) -> list[Officeholder]:
    """Those who hold one of these offices, the chair first."""
    order = [each.value for each in Role if each in offices]
    return sorted(
        (each for each in people if each.role in order), key=lambda each: order.index(each.role)
    )


def _is_work_of(role: Role, text: str, me: Visitor) -> bool:
    """Whether these words open something to who holds this office alone."""
    held = replace(me.my_membership, roles=frozenset({role.value}))
    other = replace(me, membership=held, is_volunteer=False, is_officer=False, extra=frozenset())
    return entrance_closed_to(text, me, other) is not None
