"""The practice club's young volunteers: who they are, a session held, one with places, requests."""

from datetime import date, time, timedelta

from bot.practice.people import COMMUNE, VOLUNTEERS
from bot.practice.village import Village
from club.chain import digest
from club.support import SupportKind
from storage.changes.members.enter_member import NewMember, enter_person
from storage.changes.volunteers.ask_for_help import AskForHelp
from storage.changes.volunteers.check_in import CheckIn
from storage.changes.volunteers.issue_certificate import IssueCertificate
from storage.changes.volunteers.open_session import OpenSession
from storage.changes.volunteers.sign_up_volunteer import SignUpVolunteer
from storage.changes.volunteers.take_session import TakeSession
from storage.changes.volunteers.vouch_for_volunteer import VouchForVolunteer
from storage.queries import Connection
from storage.queries.volunteers.volunteers import communes_with_clubs

_TEACHES = (
    ("digital",),
    ("digital", "health"),
    ("digital", "green"),
    ("paperwork",),
    ("health",),
)
DAYS_TO_NEXT_SESSION = 2


def sign_up_volunteers(db: Connection, village: Village) -> None:
    """Five young people of the commune's youth union."""
    [commune] = communes_with_clubs(db)
    day = village.past.founded_on + timedelta(days=6)
    for each, teaches in zip(VOLUNTEERS, _TEACHES, strict=True):
        year = village.past.today.year - each.age
        new = NewMember(
            each.name,
            year,
            each.sex,
            day,
            hamlet=each.hamlet,
            address=each.address,
            bot_word="mình",
            language=village.language,
        )
        village.volunteers[each.name] = enter_person(db, new, village.past.at(day))
        signing = SignUpVolunteer(
            name=each.name,
            birth_year=year,
            belongs_to=f"Đoàn {COMMUNE.lower()}",
            teaches=teaches,
            commune=commune.id,
            hamlet=each.hamlet,
            phone="",
        )
        signing.carry_out(db, village.deed(each.name, day))


def hold_session(db: Connection, village: Village) -> None:
    """Three weeks after the fifth meeting two volunteers showed how to make video calls."""
    day = village.past.held[4] + timedelta(days=20)
    helper = teach_on(db, village, day)[0]
    certificate = IssueCertificate(day, day, digest(helper, day.isoformat()))
    certificate.carry_out(db, village.deed(helper, day + timedelta(days=2)))


def teach_on(db: Connection, village: Village, day: date) -> list[str]:
    """A session of two volunteers that was held; their names."""
    helpers = [each.name for each in VOLUNTEERS[1:3]]
    session_id = _opened(db, village, day, capacity=3, planned_on=day - timedelta(days=7))
    for name in helpers:
        deed = village.deed(name, day - timedelta(days=5), hour=20)
        TakeSession(session_id).carry_out(db, deed)
        secretary = village.board_deed("secretary", day - timedelta(days=4))
        VouchForVolunteer(village.person(name)).carry_out(db, secretary)
        there = CheckIn(session_id, village.person(name), minutes=90)
        there.carry_out(db, village.deed(name, day, hour=17))
        there.carry_out(db, village.board_deed("chair", day + timedelta(days=1)))
    return helpers


def open_next_session(db: Connection, village: Village) -> None:
    """Two places, one of them taken; and two members have asked for help."""
    day = village.past.ahead(DAYS_TO_NEXT_SESSION)
    session_id = _opened(db, village, day, capacity=2, planned_on=village.past.today)
    first = village.deed_at(VOLUNTEERS[1].name, village.past.now, village.past.today)
    TakeSession(session_id).carry_out(db, first)
    for name, topic in zip(village.borrowers[:2], ("digital", "paperwork"), strict=True):
        deed = village.deed_at(name, village.past.now, village.past.today)
        AskForHelp(topic).carry_out(db, deed)


def _opened(db: Connection, village: Village, day: date, *, capacity: int, planned_on: date) -> int:
    opening = OpenSession(
        topic=SupportKind.DIGITAL,
        title="Gọi video cho con cháu",
        day=day,
        at=time(15, 0),
        minutes=90,
        hamlet="Xóm Bến",
        place="Nhà bà Đào, xóm Bến",
        capacity=capacity,
    )
    deed = village.board_deed("secretary", planned_on)
    return opening.carry_out(db, deed).session.id
