"""What else the practice club did: the eight areas, visits, help, training, lessons, needs."""

from datetime import date, timedelta

from bot.practice.village import Village
from club.areas import Area
from messages.lessons import lessons
from storage.changes.lessons.finish_lesson import FinishLesson
from storage.changes.life.village_life import (
    log_activity,
    log_help,
    log_visit,
    note_need,
    note_training,
)
from storage.queries import Connection

DEEDS = (
    (Area.INCOME, "Tổ nuôi gà trao đổi cách phòng bệnh", 12),
    (Area.HEALTH, "Đo huyết áp, cân sức khỏe", 41),
    (Area.SELF_HELP, "Dọn đường xóm Bến sau mưa", 18),
    (Area.KNOWLEDGE, "Nói chuyện chuyên đề tháng", 40),
    (Area.CULTURE, "Đội văn nghệ tập hát chèo", 15),
    (Area.RESOURCES, "Gom giấy vụn bán gây quỹ", 22),
    (Area.RIGHTS, "Cán bộ xã giải đáp thẻ bảo hiểm y tế", 35),
    (Area.HOME_CARE, "Thăm và nấu cơm cho người ốm", 6),
)
HELP = (
    ("goods", "10 kg gạo"),
    ("days", "2 ngày công gặt lúa"),
    ("paperwork", "làm hồ sơ trợ cấp"),
    ("goods", "một chiếc chăn bông"),
)
READERS_OF = (16, 9, 4)
CARERS, CARERS_UNDER = 5, 62
ASKED_ABOUT_NEED, IN_NEED = 34, 15


def do_the_month(db: Connection, village: Village, day: date, number: int) -> None:
    """Most of the areas are worked on each month, all eight in the last one."""
    areas = DEEDS if number >= 4 else DEEDS[: 5 + number % 3]
    for offset, (area, what, people) in enumerate(areas):
        done_on = min(day + timedelta(days=offset % 3), village.past.today)
        deed = village.board_deed("deputy", done_on, hour=16)
        log_activity(db, deed, area=area, what=what, people=people - number % 3)
    _visit(db, village, day)
    kind, what = HELP[number % len(HELP)]
    needy = village.dice.choice([each.name for each in village.members if each.hardship])
    deed = village.board_deed("deputy", min(day + timedelta(days=6), village.past.today))
    log_help(db, deed, member_id=village.member(needy), kind=kind, what=what)


def _visit(db: Connection, village: Village, day: date) -> None:
    """Five women of the club look after the two oldest in turn, twice a month."""
    oldest = sorted(village.members, key=lambda each: -each.age)[:2]
    carers = [e.name for e in village.members if e.sex == "female" and e.age < CARERS_UNDER]
    for offset, carer in zip((4, 8, 11, 14, 18), carers[:CARERS], strict=True):
        visited_on = min(day + timedelta(days=offset), village.past.today)
        deed = village.deed(carer, visited_on, hour=14)
        log_visit(db, deed, member_id=village.member(oldest[offset % 2].name))


def train_board(db: Connection, village: Village) -> None:
    """The board had its first training in the week of founding."""
    day = village.past.founded_on + timedelta(days=4)
    note_training(db, village.board_deed("chair", day), refresher=False)


def read_lessons(db: Connection, village: Village) -> None:
    """Some have read the first lessons; those whose phones lie open have not."""
    silent = village.phones_of
    names = [each.name for each in village.members if each.phone and each.name not in silent]
    for lesson, readers in zip(lessons(), READERS_OF, strict=False):
        names = village.dice.sample(names, readers)
        day = village.past.held[-1] + timedelta(days=2)
        for name in names:
            right = next(n for n, choice in enumerate(lesson.choices) if choice.is_right)
            finished = FinishLesson(lesson.code, right, len(lesson.steps))
            finished.carry_out(db, village.deed(name, min(day, village.past.today), hour=19))


def ask_about_need(db: Connection, village: Village) -> None:
    """Most were asked whether they would need a loan."""
    names = village.dice.sample([each.name for each in village.members], ASKED_ABOUT_NEED)
    for number, name in enumerate(names):
        note_need(db, village.member(name), village.past.held[-2], needs_loan=number < IN_NEED)
