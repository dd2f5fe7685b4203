"""The meetings of the practice club: six held, one to come."""

from datetime import date, timedelta

from bot.practice.calendar import MEETING_HOUR
from bot.practice.village import Village
from club.meetings import Answer
from storage.changes.meetings.answer_meeting import AnswerMeeting
from storage.changes.meetings.lifts import OfferLift
from storage.changes.meetings.plan_meeting import PlanMeeting
from storage.changes.meetings.take_roll import TakeRoll
from storage.queries import Connection

PLACE = "Nhà văn hóa thôn Đoài"
TALKS = (
    "Ăn nhạt phòng tăng huyết áp",
    "Nhận ra cuộc gọi lừa đảo",
    "Quyền lợi khi khám bảo hiểm y tế",
    "Nuôi gà thả vườn",
    "Phòng ngã cho người cao tuổi",
    "Phân loại rác tại nhà",
    "Ngủ ngon giấc, tập thở buổi sáng",
)
REASONS = ("đi viện tái khám", "trông cháu nhỏ", "về quê ăn giỗ")
USUALLY_COME_PERCENT = 78


def plan_meeting(db: Connection, village: Village, day: date, number: int) -> int:
    """The secretary plans a meeting eight days before; returns its number in the database."""
    planned_on = max(day - timedelta(days=8), village.past.founded_on)
    plan = PlanMeeting(
        day=day,
        at=MEETING_HOUR,
        place=PLACE,
        talk=TALKS[number % len(TALKS)],
        bring="sổ thành viên, bút" if number % 2 else "",
    )
    deed = village.board_deed("secretary", min(planned_on, village.past.today))
    return plan.carry_out(db, deed).meeting_id


def hold_meeting(db: Connection, village: Village, meeting_id: int, day: date) -> None:
    """Some had said they could not come; the secretary takes the roll."""
    names = [each.name for each in village.members]
    come = [name for name in names if village.dice.randrange(100) < USUALLY_COME_PERCENT]
    away = [name for name in names if name not in come]
    excused = village.dice.sample(away, k=min(3, len(away)))
    for name, reason in zip(excused, REASONS, strict=False):
        deed = village.deed(name, day - timedelta(days=1), hour=19)
        AnswerMeeting(meeting_id, Answer.NO, reason).carry_out(db, deed)
    absent = tuple(village.member(name) for name in away)
    TakeRoll(meeting_id, absent).carry_out(db, village.board_deed("secretary", day, hour=9))


def answer_coming_meeting(db: Connection, village: Village, meeting_id: int) -> None:
    """A few members have answered already; those whose phones lie open have not."""
    silent = village.phones_of
    names = [each.name for each in village.members if each.phone and each.name not in silent]
    answers = [Answer.YES] * 11 + [Answer.NO] * 2 + [Answer.LIFT]
    asked = village.dice.sample(names, len(answers))
    for name, answer in zip(asked, answers, strict=True):
        reason = REASONS[0] if answer is Answer.NO else ""
        deed = village.deed_at(name, village.past.now, village.past.today)
        AnswerMeeting(meeting_id, answer, reason).carry_out(db, deed)
    # The first of them rides there and takes along whoever needs a lift.
    deed = village.deed_at(asked[0], village.past.now, village.past.today)
    OfferLift(meeting_id, seats=1, shares_phone=True).carry_out(db, deed)
