"""Walks through the life of members and of the board: records, groups, deaths, offices in time."""

from typing import Any

from sqlalchemy import insert, select, update

from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.members.boards import holders
from storage.queries.money.ledger import cash_in, places_of
from storage.tables.areas import club_communes
from storage.tables.books import cash_counts
from storage.tables.people import member_households, officers, offices
from tests.kit.village import FOUNDED, Village
from tests.kit.walker import Walk, Walker, all_of

FIND = ("tim thanh vien", "find a member")
GROUPS = ("cac to", "neighbourhood groups")
OFFICES = ("ban chu nhiem", "the board")
ENDS = ("gop cau lac bo", "merge or dissolve the club")
# What still waits in the village is read out then; all of it is played in test_club_ends.
CLUB_ENDS = ("split_club", "merge_club", "dissolve_club")
TRAININGS = ("tap huan", "trainings")


def _found(who: str) -> Walk:
    return Walk("find_member", "dao", FIND, {"who_1": who})


_RECORDS = [
    _found("manh"),
    Walk(
        "change_member",
        "dao",
        answers={"what": "hamlet", "hamlet": "thôn Bến"},
        through=("s:change_member:",),
    ),
    _found("manh"),
    Walk("leaving", "dao", through=("s:leaving:",)),
    _found("manh"),
    Walk("back_again", "dao", through=("s:back_again:",)),
]
_GROUPS = [
    Walk("make_group", "dao", GROUPS, {"name": "Tổ Chín"}, ("s:make_group:",)),
    Walk("rename_group", "dao", GROUPS, {"name": "Tổ Mười"}, ("v:group:", "s:rename_group:")),
]
_DEATHS = [
    Walk("tell_of_death", "hoa", ("bao tin buon", "tell of a death"), {"who_1": "lan"}),
    Walk("record_death", "dao", ("ghi nguoi mat", "somebody has died"), {"who_1": "lan"}),
    Walk("confirm_death", "", through=("s:confirm_death:",)),
    Walk("say_alive", "lan", ("menu", "menu"), through=("s:say_alive:",)),
    Walk("undo_death", "", through=("s:undo_death:",)),
    Walk("note_training", "dao", TRAININGS, {"place": "nhà văn hóa xã"}, ("s:note_training:",)),
]
SECOND = Walk("second", "em", through=("s:second:",))


async def members_and_offices(v: Village, walker: Walker) -> None:
    """After everything else, so that nobody is missed in another walk."""
    chair = _chair(v)
    await walker.walks(Walk("remind_fees", chair, ("nhac dong phi", "remind of the fee")))
    await all_of(walker, _RECORDS)
    await all_of(walker, _GROUPS)
    led = Walk("name_leader", chair, GROUPS, {"who_1": "hoa"}, ("v:group:", "s:name_leader:"))
    await walker.walks(led)
    gone = Walk("dissolve_group", chair, GROUPS, through=("v:group:", "s:dissolve_group:"))
    await walker.walks(gone)
    await all_of(walker, _DEATHS)
    await _without_a_phone(v, walker)
    await _twice(v, walker)
    term = Walk("set_term", chair, OFFICES, {"until": "30/6/2030"}, ("s:set_term:",))
    await walker.walks(term)
    await _accounts(v, walker)
    await _stand_in(v, walker, chair)
    await all_of(walker, [Walk(name, chair, ENDS, through=(f"s:{name}:",)) for name in CLUB_ENDS])
    await _acting(v, walker)


def _chair(v: Village) -> str:
    with v.store.reading() as db:
        person = holders(db, v.club.club_id, v.clock.now().date(), "chair")[0]
    return next(name for name, phone in v.phones.items() if phone.person_id == person)


async def _twice(v: Village, walker: Walker) -> None:
    new = NewMember(name="Bùi Mạnh", birth_year=1966, sex="male", joined_on=FOUNDED)
    v.store.change(enter_member, v.club.club_id, new, v.clock.now())
    words = ("gop ban ghi", "join two records")
    answers = {"who_1": "bui van manh", "old_1": "bui manh"}
    await walker.walks(Walk("join_records", "dao", words, {**answers, "old_member": _last(v)}))
    await walker.walks(Walk("second", "", through=("s:second:",)))


async def _without_a_phone(v: Village, walker: Walker) -> None:
    """She reads on paper what is kept about her, and has herself erased."""
    new = NewMember(name="Hồ Thị Mười", birth_year=1941, sex="female", joined_on=FOUNDED)
    v.store.change(enter_member, v.club.club_id, new, v.clock.now())
    who = {"who_1": "ho thi muoi"}
    prints = ("in du lieu thanh vien", "print a member's own data")
    await walker.walks(Walk("print_member_data", "dao", prints, who))
    await walker.walks(
        Walk("erase_member", "dao", ("xoa du lieu thanh vien", "erase a member"), who)
    )
    await walker.walks(Walk("second", "", through=("s:second:",)))


def _last(v: Village) -> str:
    from storage.queries.members.member_record import known_members

    with v.store.reading() as db:
        return str(max(each.member_id for each in known_members(db, v.club.club_id)))


async def _accounts(v: Village, walker: Walker) -> None:
    """A phone is lost and found."""
    lost = ("mat dien thoai", "my phone is lost")
    await walker.walks(Walk("lost_phone", "dao", lost, {"who_1": "bui van manh"}))
    again = ("mo lai tai khoan", "open an account again")
    await walker.walks(Walk("end_freeze", "dao", again, {"ending": "1"}))
    await walker.walks(Walk("second", "", through=("s:second:",)))


async def _stand_in(v: Village, walker: Walker, chair: str) -> None:
    v.store.change(_counted, v)
    words = ("lam thay thu quy", "stand in for the cashier")
    await walker.walks(Walk("stand_in", chair, words, {"who_1": "bui van manh"}))
    await walker.walks(SECOND)
    await walker.walks(Walk("end_stand_in", chair, OFFICES, through=("s:end_stand_in:",)))


def _counted(db: Any, v: Village) -> None:
    for place in places_of(db, v.club.club_id):
        there = cash_in(db, v.club.club_id, place.id)
        db.execute(
            insert(cash_counts).values(
                club_id=v.club.club_id,
                place_id=place.id,
                counted_on=v.clock.now().date(),
                expected=there,
                counted=there,
                counted_by=v.giang.person_id,
                second_person=v.dao.person_id,
                cause=f"counted {place.id}",
            )
        )


async def _acting(v: Village, walker: Walker) -> None:
    v.store.change(_no_chair, v)
    words = ("quyen chu nhiem", "acting chair")
    await walker.walks(Walk("acting_chair", "dao", words, {"who_1": "bui van manh"}))
    await walker.walks(SECOND)
    asked = ("viec can can bo dong y", "what clubs ask the officer")
    await walker.walks(Walk("officer_matter", "quan", asked, through=("s:officer_matter:",)))


def _no_chair(db: Any, v: Village) -> None:
    today = v.clock.now().date()
    # An earlier walk made most of the board one household: nobody could say the second yes.
    db.execute(update(member_households).values(household_id=None))
    chairs = update(offices).where(offices.c.role == "chair", offices.c.to_day.is_(None))
    db.execute(chairs.values(to_day=FOUNDED))
    newest = select(club_communes.c.area_id).order_by(club_communes.c.valid_from.desc())
    area = db.execute(newest).scalars().first()
    db.execute(insert(officers).values(area_id=area, person_id=v.quan.person_id, from_day=today))
