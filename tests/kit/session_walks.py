"""Walks through help from volunteers: asked for, opened, taken, handed over, counted, thanked."""

from typing import Any

from sqlalchemy import insert, select

from storage.tables.areas import club_communes
from storage.tables.chats import chats
from storage.tables.people import officers
from tests.kit.village import FOUNDED, Village
from tests.kit.walker import Walk, Walker, all_of

TASKS = ("viec can lam", "tasks")
HELP = [
    Walk("ask_for_help", "hoa", ("nho giup", "ask for help"), {"topic": "digital"}),
]
VOLUNTEERS = [
    Walk("take_session", "quan", through=("s:take_session:",)),
    Walk("vouch", "binh", TASKS, through=("s:vouch:",)),
    Walk(
        "drop_session",
        "quan",
        ("buoi cua toi", "my sessions"),
        through=("v:session:", "s:drop_session:"),
    ),
    Walk(
        "take_session",
        "quan",
        ("buoi ho tro", "sessions"),
        through=("v:session:", "s:take_session:"),
    ),
    Walk(
        "volunteering",
        "quan",
        ("viec tinh nguyen", "my volunteering"),
        {"part": "languages", "language_1": "tay"},
    ),
    Walk("my_face", "quan", ("anh cua toi", "my photo"), {"consent": "no"}),
    Walk("parents_yes", "lan", ("cho con tinh nguyen", "let my child volunteer"), {"year": "2012"}),
]
HANDED_OVER = [
    Walk(
        "offer_place",
        "quan",
        ("buoi cua toi", "my sessions"),
        {"to": "0"},
        through=("v:session:", "s:offer_place:"),
    ),
    Walk("take_over_place", "tu", through=("s:take_over_place:",)),
    # The ninth person of the village is the volunteer who is asked by name.
    Walk("offer_place", "tu", through=("s:offer_place:",), answers={"to": "9"}),
    Walk("refuse_place", "quan", through=("s:refuse_place:",)),
    Walk(
        "offer_place",
        "tu",
        ("buoi cua toi", "my sessions"),
        {"to": "0"},
        ("v:session:", "s:offer_place:"),
    ),
    Walk("take_over_place", "quan", through=("s:take_over_place:",)),
]
CLUB_SESSIONS = ("buoi ho tro", "sessions")
CHANGED_SESSION = [
    Walk(
        "move_session",
        "cuc",
        CLUB_SESSIONS,
        {"day": "20/11", "time": "10:30"},
        ("v:session:", "s:move_session:"),
    ),
    Walk("agree_to_time", "quan", through=("s:agree_to_time:",)),
    Walk(
        "change_capacity",
        "cuc",
        CLUB_SESSIONS,
        {"capacity": "4"},
        ("v:session:", "s:change_capacity:"),
    ),
]
CHECK_IN = [
    Walk(
        "check_in",
        "quan",
        ("buoi cua toi", "my sessions"),
        {"minutes": "90"},
        through=("v:session:", "s:check_in:"),
    ),
    Walk("check_in", "binh", TASKS, {"how": "absent"}, through=("s:check_in:",)),
    Walk("show_code", "binh", ("ma co mat", "code for volunteers")),
    Walk("type_code", "quan", ("nhap ma co mat", "type the code")),
    Walk(
        "answer_hours",
        "quan",
        through=("s:answer_hours:",),
        answers={"right": "no", "said": "cháu có đến", "minutes": "90"},
    ),
    Walk("decide_hours", "", through=("s:decide_hours:",), answers={"minutes": "90"}),
    Walk("certificate", "quan", ("giay chung nhan", "certificate")),
    Walk("verify", "la", ("xac minh", "verify"), {"code": "ABCD-EFGH-JKMN"}),
    Walk("thank", "manh", ("ai den giup", "who comes to help"), through=("s:thank:",)),
    Walk(
        "block_volunteer",
        "binh",
        ("cac ban tinh nguyen", "club volunteers"),
        {"reason": "hai lần không đến"},
        ("v:club_volunteer:", "s:block_volunteer:"),
    ),
    Walk(
        "unblock_volunteer",
        "binh",
        ("cac ban tinh nguyen", "club volunteers"),
        through=("v:club_volunteer:", "s:unblock_volunteer:"),
    ),
]


def session(language: str) -> dict[str, str]:
    skip, at = ("bo qua", "9 giờ sáng") if language == "vi" else ("skip", "9 am")
    return {
        "title": skip,
        "day": "20/11",
        "time": at,
        "minutes": "90",
        "place": "Nhà bà Hoa",
        "capacity": "3",
    }


async def helped(v: Village, walker: Walker) -> None:
    """Sessions for the first that asked, up to one that is called off."""
    opens = session(walker.language)
    await walker.walks(Walk("open_session", "dao", TASKS, opens, through=("s:open_session:",)))
    await all_of(walker, VOLUNTEERS)
    await all_of(walker, HANDED_OVER)
    await all_of(walker, CHANGED_SESSION)
    await officer_comes(v, walker)
    await walker.walks(Walk("open_session", "cuc", ("mo buoi", "open a session"), opens))
    await walker.walks(Walk("cancel_session", "cuc", through=("v:session:", "s:cancel_session:")))


async def officer_comes(v: Village, walker: Walker) -> None:
    """The commune's officer opens a session in each club; its board calls it off."""

    def appoint(db: Any) -> None:
        commune = db.execute(select(club_communes.c.area_id)).scalars().first()
        of = {"area_id": commune, "person_id": v.nga.person_id or _person(db, v.nga.key)}
        db.execute(insert(officers).values(**of, from_day=FOUNDED))

    v.store.change(appoint)
    opens = {**session(walker.language), "day": "21/11"}
    area = ("mo buoi cho xa", "open sessions in several clubs")
    await walker.walks(Walk("area_sessions", "nga", area, opens))


def _person(db: Any, key: str) -> int:
    return int(db.execute(select(chats.c.person_id).where(chats.c.key == key)).scalar_one())
