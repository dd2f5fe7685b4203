"""What is opened by a sentence of somebody who does the work of a club, helps, or looks after the
clubs of an area; a dialogue begins with all that was said.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from club.members import Action
from handlers.dialogue.story import story_of
from handlers.dialogue.visitor import Visitor
from handlers.doors import stands_open
from handlers.entrances import entrance_by_words
from handlers.loans.vote_said import NO_LOAN
from handlers.meetings.change_said import change_said
from handlers.money.cash_flow import days_pressed
from handlers.settings.broadcast import word_said
from handlers.talk.said_at_once import Begun
from handlers.talk.told_at_once import others_named
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.board_wishes import (
    Area,
    Helping,
    Work,
    area_meant,
    helping_meant,
    work_meant,
)
from messages.understand.money_asked import asks_of_own_money
from messages.understand.months_mentioned import month_mentioned, says_a_month
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.stretches import days_asked
from storage.queries import Connection
from storage.queries.loans.loan_votes import ballots_open

M = TypeVar("M")

# The first that is open to her; those after it are nearly the same.
_LOOKS: Mapping[Work, tuple[str, ...]] = {
    Work.FEE_RATE: ("club_fee",),
    Work.RULES: ("club_settings",),
    Work.CLOSE: ("closing",),
    Work.BANK: ("where_money_lies", "books"),
    Work.GIVEN_BACK: ("giving_back",),
    Work.CARRY: ("where_money_lies", "club_money"),
    Work.HELD: ("where_money_lies", "club_money"),
    Work.LOANS: ("loan_book",),
    Work.CONFIRM: ("tasks",),
    Work.PRINT_BOOKS: ("print_books",),
    Work.CHECK: ("on_behalf", "books"),
    Work.OFFICES: ("offices",),
    Work.WAITING: ("tasks",),
    Work.ENDS: ("club_ends",),
    Work.GROUPS: ("groups",),
    Work.NEW_MEMBER: ("new_member",),
    Work.MEMBERS: ("members",),
    Work.CARE: ("care_clients", "care"),
    Work.SICK: ("hardship",),
    Work.MINUTES: ("minutes",),
    Work.PHONE: ("to_phone",),
    Work.COMING: ("attendance",),
    Work.SUMMARY: ("summary",),
    Work.GIFTS: ("golden_heart",),
    Work.PAYMENTS: ("payments",),
    Work.LOOKS: ("looks",),
    Work.TROUBLE: ("help",),
}
_BEGINS: Mapping[Work, str] = {
    Work.NEW_RATE: "change_fee",
    Work.LOST: "lost_phone",
    Work.TRANSFER: "transfer_between_funds",
    Work.NEW_FUND: "add_fund",
    Work.OPENING: "opening_balance",
    Work.COUNT: "count_cash",
    Work.HAND_OUT: "pay_out_loan",
    Work.REMIND: "remind_fees",
    Work.APPOINT: "appoint",
    Work.ACTING: "acting_chair",
    Work.STAND_IN: "stand_in",
    Work.SAME_TWICE: "join_records",
    Work.PRAISE: "name_for_praise",
    Work.HEALTH: "health_check",
    Work.ANSWER_FOR: "answer_for",
    Work.SESSION: "open_session",
    Work.GUESTS: "guests",
}
_OF_A_MONTH = frozenset({Work.PRINT_BOOKS, Work.SUMMARY})
_TIME = re.compile(
    r"\b(?:quý|quy|tháng|thang|năm|nam) \d{1,4}(?:[/ ]\d{4})?\b|\bquý trước\b|\btháng trước\b",
    re.IGNORECASE,
)
_OF_CLUB = re.compile(r"\b(?:clb|cau lac bo|hoi minh|hoi ta|quy)\b")
_OF_FEES = re.compile(r"\b(?:phi|dong|nop|gop|fees?|paid)\b")
_OF_LOANS = re.compile(r"\b(?:qua han|tien vay|no vay|overdue)\b")
_SLIP = re.compile(r"\b(?:PT|PC)\s*\d{1,9}(?:\s*/\s*\d{4})?", re.IGNORECASE)
_MOVED = re.compile(r"^(dời|doi|lùi|lui|dịch|dich) (?=sang|lại|lai|qua)", re.IGNORECASE)
_PLACE_CHANGED = re.compile(
    r"^(?:đổi|doi|chuyển|chuyen) (?:địa điểm|dia diem|chỗ họp|cho hop|nơi họp|noi hop)",
    re.IGNORECASE,
)
_OF_HELPING: Mapping[Helping, Press] = {
    Helping.MINE: ScreenPress("my_sessions"),
    Helping.HOURS: ScreenPress("my_hours"),
    Helping.CODE: StartPress("type_code"),
    Helping.CERTIFICATE: StartPress("certificate"),
    Helping.FIND: ScreenPress("sessions"),
    Helping.ABOUT_ME: StartPress("volunteering"),
}
_OF_AREA: Mapping[Area, Press] = {
    Area.MATTERS: ScreenPress("officer_matters"),
    Area.WRITE: StartPress("area_broadcast"),
    Area.SESSIONS: StartPress("area_sessions"),
    Area.FIGURES: ScreenPress("rollup"),
    Area.PRAISE: StartPress("congratulate"),
    Area.SENT: ScreenPress("broadcasts"),
}


def board_said(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """None where the words speak of no such work, or of none that is open to her."""
    if me.helping is not None:
        return None
    found = _of_the_board(text, me, db) if me.may(Action.BOARD_WORK) else None
    if found is None and me.is_volunteer:
        found = _or_none(text, helping_meant, _OF_HELPING)
    if found is None and me.is_officer and me.membership is None:
        found = _figures_of(text, me) or _or_none(text, area_meant, _OF_AREA)
    if found is None and _asks_of_the_club(text, me):
        found = ScreenPress("club_money")
    opens = StartPress(found.dialogue) if isinstance(found, Begun) else found
    return None if opens is None or not stands_open(me, opens) else found


def is_of_another_office(text: str, me: Visitor) -> bool:
    """Whether somebody of the board speaks of who owes, which is not hers to see: no words of it
    begin anything else.
    """
    return me.may(Action.BOARD_WORK) and work_meant(text) in {Work.REMIND, Work.OWING}


def _asks_of_the_club(text: str, me: Visitor) -> bool:
    """Whether a member asks what the club holds or took: all may read that (Club rules, H.5)."""
    is_board = not me.may(Action.SEE_FUNDS) or me.may(Action.BOARD_WORK)
    if is_board or not _OF_CLUB.search(bare(text)) or asks_of_own_money(text):
        return False
    return work_meant(text) in {Work.CASH_FLOW, Work.HELD}


def _figures_of(text: str, me: Visitor) -> Press | None:
    """Of the quarter, month or year that is said with the wish."""
    said = _TIME.search(text) if area_meant(text) is Area.FIGURES else None
    way_in = entrance_by_words(f"tổng hợp {said[0]}", me) if said else None
    return None if way_in is None else way_in.opens


def _or_none(text: str, reads: Callable[[str], M | None], to: Mapping[M, Press]) -> Press | None:
    meant = reads(text)
    return None if meant is None else to[meant]


def _of_the_board(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    work = work_meant(text)
    if work is None:
        return None
    if work in _READ:
        return _READ[work](text, me, db)
    if work in _BEGINS:
        return Begun(_BEGINS[work], carried=story_of(text))
    month = _month_said(text, me) if work in _OF_A_MONTH else ""
    presses = (ScreenPress(each, month) for each in _LOOKS[work])
    return next((each for each in presses if stands_open(me, each)), None)


def _month_said(text: str, me: Visitor) -> str:
    said = month_mentioned(text, today=me.today) if says_a_month(text) else None
    return str(said.value) if isinstance(said, Value) else ""


def _correction(text: str, me: Visitor, db: Connection) -> Begun:
    """By whose name the wrong entry is looked for, or by the slip that was said."""
    if slip := _SLIP.search(text):
        return Begun("correct_entry", carried={"way": "slip", "slip": slip[0]})
    by_name = {"way": "person"} if others_named(text, me, db) else {}
    return Begun("correct_entry", carried={**story_of(text), **by_name})


def _moved(text: str, me: Visitor, db: Connection) -> Begun:
    said = change_said(_PLACE_CHANGED.sub("đổi chỗ họp", _MOVED.sub(r"\1 họp ", text)), me, db)
    return Begun("move_meeting", carried=story_of(text)) if said is None else Begun(*said)


def _word_to_all(text: str, me: Visitor, db: Connection) -> Begun:
    said = word_said(text, me)
    return Begun("broadcast") if said is None else Begun(*said)


def _money_of(text: str, me: Visitor, db: Connection) -> Press | None:
    """What somebody paid stands in her record; what the club took or paid in some days."""
    if others_named(text, me, db) != []:
        return record_of_named(text, me, db)
    return days_pressed(*days_asked(text, today=me.today))


def record_of_named(text: str, me: Visitor, db: Connection) -> Press | None:
    """The record of the one who is named, or the choice between those who may be."""
    named = others_named(text, me, db)
    if not named or not me.may(Action.SEE_MEMBERS):
        return None
    if len(named) == 1:
        return ScreenPress("member", str(named[0].member_id))
    return StartPress("find_member", named[0].name.split()[-1])


def _owing(text: str, me: Visitor, db: Connection) -> Press | None:
    """Who owes a fee is not for all who see the loans."""
    owing: Press = ScreenPress("owing")
    if stands_open(me, owing) and not _OF_LOANS.search(bare(text)):
        return owing
    return None if _OF_FEES.search(bare(text)) else ScreenPress("loan_book")


def _vote(text: str, me: Visitor, db: Connection) -> Press:
    """The one request that waits for her vote, or the list of what waits."""
    waiting = [each.loan.id for each in ballots_open(db, me.club_id, me.today)
               if me.person in each.entitled]  # fmt: skip
    if len(waiting) > 1:
        return ScreenPress("tasks")
    return StartPress("vote_on_loan", str(waiting[0] if waiting else NO_LOAN))


_READ: Mapping[Work, Callable[[str, Visitor, Connection], Press | Begun | None]] = {
    Work.RECORD: record_of_named,
    Work.CASH_FLOW: _money_of,
    Work.CORRECT: _correction,
    Work.WRITE_TO_ALL: _word_to_all,
    Work.MOVE: _moved,
    Work.OWING: _owing,
    Work.VOTE: _vote,
}
