"""What is done about a meeting, dialogue by dialogue."""

from sqlalchemy import insert

from storage.tables.schedule import reminders
from tests.kit.village import Village
from tests.kit.walker import Walk, Walker, all_of

TASKS = ("viec can lam", "tasks")
MEETINGS = [
    Walk("meeting", "hoa", ("di hop", "meeting"), {"answer": "yes"}),
    Walk("give_lift", "manh", ("toi cho duoc", "give a lift"), {"seats": "1"}),
    Walk("meeting", "lan", ("di hop", "meeting"), {"answer": "lift"}),
    Walk("lift_phone", "lan", through=("s:lift_phone:",)),
    Walk("answer_for", "em", ("tra loi hop thay", "answer the meeting for"), {"answer": "yes"}),
    Walk(
        "describe_meeting",
        "dao",
        ("diem danh", "attendance"),
        {"talk": "Giữ ấm mùa đông", "bring": "áo ấm"},
        through=("v:change_meeting:", "s:describe_meeting:"),
    ),
    Walk(
        "move_meeting",
        "dao",
        ("diem danh", "attendance"),
        {"day": "26/11"},
        through=("v:change_meeting:", "s:move_meeting:"),
    ),
    Walk(
        "cancel_meeting",
        "dao",
        ("diem danh", "attendance"),
        {"why": "mưa to"},
        through=("v:change_meeting:", "s:cancel_meeting:"),
    ),
]
A_PLAN = {"day": "25/11", "time": "8:30 sáng", "place": "Nhà văn hóa", "talk": "1", "bring": "1"}
PLANS = {
    "vi": {**A_PLAN, "talk": "bo qua", "bring": "bo qua"},
    "en": {**A_PLAN, "time": "8:30 am", "talk": "skip", "bring": "skip"},
}
PLAN = ("lich hop", "plan a meeting")
BIEN_BAN = ("bien ban", "minutes")
MINUTES = [
    Walk("minutes_part", "dao", BIEN_BAN, {"words": "Ông Bình khai mạc"}, ("s:minutes_part:",)),
    Walk("decide", "dao", BIEN_BAN, {"what": "Sửa mái", "until": "20/12"}, ("s:decide:",)),
    Walk(
        "decision",
        "dao",
        ("viec da quyet", "decisions"),
        through=("v:decision_list:", "s:decision:"),
    ),
    Walk("finish_minutes", "dao", BIEN_BAN, through=("s:finish_minutes:",)),
    Walk("second", "binh", through=("s:second:",)),
    Walk("add_to_minutes", "dao", BIEN_BAN, {"words": "có thêm hai khách"}, ("s:add_to_minutes:",)),
]
ON_THE_DAY = [
    Walk("day_word", "em", ("tu diem danh", "the day's word")),
    Walk("here", "hoa", ("toi da den", "i am here"), {"word": "cây gì đó"}),
    Walk("guests", "em", ("ghi khach", "guests"), {"kind": "young", "people": "3"}),
]
WRITTEN_DOWN = [
    Walk("roll_call", "dao", TASKS, {"tick_1": "done"}, through=("s:roll_call:",)),
    *MINUTES,
]


async def planned(walker: Walker) -> None:
    """One meeting that is moved and called off; another in its place."""
    answers = PLANS[walker.language]
    await walker.walks(Walk("plan_meeting", "dao", PLAN, answers))
    await all_of(walker, MEETINGS)
    await walker.walks(Walk("plan_meeting", "dao", PLAN, {**answers, "day": "4/11"}))


async def told_by_mouth(v: Village, walker: Walker) -> None:
    """Somebody whom no message reaches has been phoned."""
    now = v.clock.now()
    row = {
        **{"club_id": v.club.club_id, "person_id": v.lan.person_id, "state": "unreachable"},
        **{"kind": "greeting", "due_at": now, "ends_at": now, "planned_at": now},
    }
    v.store.change(lambda db: db.execute(insert(reminders).values(row)).rowcount)
    await walker.walks(Walk("told_by_mouth", "dao", ("da goi", "told by mouth")))
