"""What the practice club lives on beside its meetings: teams, home care, health, difficulty."""

from datetime import date, timedelta

from bot.practice.life import CARERS
from bot.practice.village import Village
from club.areas import Area
from club.health import BloodPressure, Measured
from storage.changes.life.activities import LogActivity, PlanActivity
from storage.changes.life.hardship import TellHardship
from storage.changes.life.health import NoteHealth
from storage.changes.life.home_care import AddCareVolunteer, BeginCare
from storage.changes.life.teams import ChangeTeam, FoundTeam
from storage.queries import Connection

TEAMS = (("livelihood", "Tổ nuôi gà xóm Bến", 6), ("performing", "Đội chèo thôn Đoài", 8))
WHERE = ("Ngõ 2 xóm Đình, nhà có giàn mướp", "Cuối xóm Chùa, cạnh giếng làng")
HOA = "Nguyễn Thị Hoa"
OF_HOA = ((148, 86, 51_500), (142, 84, 51_000), (138, 82, 50_500), (135, 80, 50_500))
EXCHANGE = ("Giao lưu hát chèo, bóng chuyền hơi", "Câu lạc bộ thôn Trung", 32)


def live_beside_meetings(db: Connection, village: Village) -> None:
    """Everything here lies in months that are still open, but for Hoa's own health figures."""
    _found_teams(db, village)
    _care(db, village)
    _measure(db, village)
    _meet_another_club(db, village)
    _notice_difficulty(db, village)


def _found_teams(db: Connection, village: Village) -> None:
    names = [HOA, *(each.name for each in village.members if not each.role and each.name != HOA)]
    for number, (kind, name, size) in enumerate(TEAMS):
        people = names[number * 5 : number * 5 + size]
        deed = village.board_deed("deputy", village.past.held[0] + timedelta(days=3))
        founded = FoundTeam(kind=kind, name=name, leader=village.member(people[0]))
        team = founded.carry_out(db, deed).team
        for each in people[1:]:
            joined = ChangeTeam(team.id, "joined", village.member(each))
            joined.carry_out(db, village.board_deed("deputy", deed.today))


def _care(db: Connection, village: Village) -> None:
    """The two oldest are visited by those who did so from the beginning, and by Hoa."""
    day = _of_this_month(village, 2)
    oldest = sorted(village.members, key=lambda each: -each.age)[:2]
    carers = [e.name for e in village.members if e.sex == "female" and e.age < 62][:CARERS]
    for number, each in enumerate(oldest):
        visiting = [*carers[number::2], HOA]
        begun = BeginCare(
            member_id=village.member(each.name),
            visits_a_week=2,
            address=WHERE[number],
            volunteer=village.person(visiting[0]),
        )
        client = begun.carry_out(db, village.board_deed("deputy", day)).client
        for name in visiting[1:]:
            more = AddCareVolunteer(client.id, village.person(name))
            more.carry_out(db, village.board_deed("deputy", day))


def _measure(db: Connection, village: Village) -> None:
    """Hoa has said yes, and was measured at the last meetings."""
    for day, (high, low, grams) in zip(village.past.held[-4:], OF_HOA, strict=True):
        measured = Measured(pressure=BloodPressure(high, low), weight_grams=grams)
        noted = NoteHealth(member_id=village.member(HOA), measured=measured, agrees=True)
        noted.carry_out(db, village.board_deed("deputy", day, hour=10))


def _meet_another_club(db: Connection, village: Village) -> None:
    """One club was met; something is planned for the next days."""
    what, other, people = EXCHANGE
    met = LogActivity(
        area=Area.CULTURE,
        what=what,
        people=people,
        day=_of_this_month(village, 4),
        exchange_with=other,
    )
    met.carry_out(db, village.board_deed("secretary", village.past.today))
    planned = PlanActivity(
        area=Area.SELF_HELP,
        what="Trồng cây ở nhà văn hóa",
        day=village.past.ahead(5),
    )
    planned.carry_out(db, village.board_deed("secretary", village.past.today))


def _notice_difficulty(db: Connection, village: Village) -> None:
    """Hoa has noticed somebody; the board has not decided yet."""
    poor = next(e.name for e in village.members if e.hardship == "poor" and e.name != HOA)
    told = TellHardship(what="Ốm nặng, nhà hết gạo", member_id=village.member(poor))
    told.carry_out(db, village.deed(HOA, village.past.today))


def _of_this_month(village: Village, days: int) -> date:
    """So many days after the last meeting, but never later than today."""
    return min(village.past.held[-1] + timedelta(days=days), village.past.today)
