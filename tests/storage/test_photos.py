"""Who sees a picture, to what it belongs, how long it stays (Club rules, F.9, G.2, G.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from club.photos import About, kept_for
from club.refusals import Code, Refused
from storage import received
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.members.enter_member import NewMember, enter_member, enter_person, give_office
from storage.forgetting import forget
from storage.queries.photos import (
    Viewer,
    photo_of,
    photos_about,
    photos_seen,
    with_photos,
)
from storage.queries.practice import open_phone
from storage.queries.web import NewLine, keep_web_message, keep_web_photo
from storage.received import Received, forget_photos, keep_received
from storage.schema import bring_up_to_date
from storage.store import Store
from storage.tables.chats import chats
from storage.tables.club_life import care_clients, care_volunteers
from storage.tables.people import members
from storage.tables.photos import photos, web_photos

NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
TODAY = date(2026, 11, 2)
FOUNDED = date(2026, 5, 4)
ROLES = (
    "chair",
    "deputy",
    "secretary",
    "bookkeeper",
    "cashier",
    "checker",
    "group_leader",
    "member",
)
SEEING = {
    About.RECEIPT: {"chair", "deputy", "secretary", "bookkeeper", "cashier", "checker"},
    About.WITNESS: {"chair", "deputy", "secretary", "bookkeeper", "cashier", "checker"},
    About.SHEET: {"chair", "deputy", "secretary", "bookkeeper", "cashier", "checker"},
    About.MINUTES: set(ROLES),
    About.ACTIVITY: {"chair", "deputy", "secretary", "bookkeeper", "cashier", "checker"},
    About.SHOWN_ACTIVITY: set(ROLES),
    About.FACE: {"chair", "deputy", "secretary", "bookkeeper", "cashier"},
}


@dataclass(slots=True)
class Two:
    """Two clubs with one person for each role, and somebody of neither."""

    store: Store
    clubs: list[int]
    people: list[dict[str, Viewer]]
    outsider: Viewer

    def sent(self, by: Viewer, cause: str = "c1") -> int:
        new = Received(chat_id=by.chat_id, cause=cause, mime="image/jpeg", content=b"jpeg")
        return int(self.store.change(keep_received, new, NOW))

    def deed(self, by: Viewer, club_id: int) -> Deed:
        return Deed(by.chat_id, "web", by.person_id, club_id, NOW, TODAY, "test")

    def attached(self, about: About, subject: int = 9000, *, cause: str = "c1") -> int:
        """Sent by the chair of the first club, for that club."""
        by = self.people[0]["chair"]
        number = self.sent(by, cause)
        deed = self.deed(by, self.clubs[0])
        self.store.change(attach_photos, deed, [number], about=about, subject=subject)
        return number

    def sees(self, viewer: Viewer, number: int) -> bool:
        with self.store.reading() as db:
            return photo_of(db, viewer, number) is not None


@pytest.fixture
def two(database_url: str) -> Iterator[Two]:
    store = Store(database_url)
    bring_up_to_date(store)
    with store.writing() as db:
        clubs = [_club(db, name) for name in ("Đoài", "Đông")]
        people = [{role: _person(db, club, role) for role in ROLES} for club in clubs]
        stranger = enter_person(db, NewMember("Ngô Minh Quân", 2004, "male", FOUNDED), NOW)
        outsider = _viewer(db, stranger)
    yield Two(store, clubs, people, outsider)
    store.close_now()


def _club(db: Connection, name: str) -> int:
    new = NewClub(
        name=f"CLB {name}",
        hamlet=name,
        province="Hà Nội",
        commune="Xã Mỹ Đức",
        founded_on=FOUNDED,
        join_code=f"HXMK23{len(name)}{ord(name[2]) % 10}",
    )
    return found_club(db, new, NOW).club_id


def _person(db: Connection, club_id: int, role: str) -> Viewer:
    new = NewMember("Nguyễn Văn A", 1955, "male", FOUNDED, address="ông")
    entered = enter_member(db, club_id, new, NOW)
    if role != "member":
        give_office(db, club_id, entered.person_id, role, FOUNDED)
    return _viewer(db, entered.person_id)


def _viewer(db: Connection, person_id: int) -> Viewer:
    key = open_phone(db, "web", person_id, NOW)
    chat_id = db.execute(select(chats.c.id).where(chats.c.key == key)).scalar_one()
    return Viewer(chat_id, person_id, TODAY)


def test_each_role_in_the_own_club_and_in_another(two: Two) -> None:
    assert set(SEEING) == set(About)
    for about, seeing in SEEING.items():
        number = two.attached(about, cause=about.value)
        seen = {role for role, viewer in two.people[0].items() if two.sees(viewer, number)}
        assert seen == seeing, about
        assert not [role for role, each in two.people[1].items() if two.sees(each, number)], about
        assert not two.sees(two.outsider, number)
        assert not two.sees(replace(two.outsider, person_id=None), number)
        assert not two.sees(two.people[0]["chair"], number + 1000)


def test_whoever_has_left_or_lost_the_office_sees_it_no_more(two: Two) -> None:
    number = two.attached(About.MINUTES)
    member = two.people[0]["member"]
    assert two.sees(member, number)
    with two.store.writing() as db:
        db.execute(
            update(members).where(members.c.person_id == member.person_id).values(state="left")
        )
    assert not two.sees(member, number)
    receipt = two.attached(About.RECEIPT, cause="c2")
    before = replace(two.people[0]["cashier"], today=FOUNDED - timedelta(days=1))
    assert two.sees(two.people[0]["cashier"], receipt)
    assert not two.sees(before, receipt)


def test_what_belongs_to_nothing_is_seen_in_its_own_chat_alone(two: Two) -> None:
    hers = two.people[0]["member"]
    number = two.sent(hers)
    assert two.sees(hers, number)
    others = [*two.people[0].values(), *two.people[1].values(), two.outsider]
    assert [each for each in others if two.sees(each, number)] == [hers]


def test_a_face_is_her_own_and_of_whoever_is_visited(two: Two) -> None:
    assert two.outsider.person_id is not None
    number = two.attached(About.FACE, two.outsider.person_id)
    assert two.sees(two.outsider, number)
    visited = two.people[0]["member"]
    assert not two.sees(visited, number)
    two.store.change(_visits, two, visited)
    assert two.sees(visited, number)
    assert not two.sees(two.people[1]["member"], number)
    two.store.change(_visits_no_more)
    assert not two.sees(visited, number)


def _visits(db: Connection, two: Two, visited: Viewer) -> None:
    """The outsider cares for her at home from today on."""
    hers = select(members.c.id).where(members.c.person_id == visited.person_id)
    client = inserted(
        db,
        care_clients,
        club_id=two.clubs[0],
        member_id=db.execute(hers).scalar_one(),
        visits_a_week=1,
        since=TODAY,
        cause="care",
    )
    inserted(db, care_volunteers, client_id=client, person_id=two.outsider.person_id, since=TODAY)


def _visits_no_more(db: Connection) -> None:
    db.execute(update(care_volunteers).values(to_day=TODAY))


def test_one_is_attached_once_from_the_chat_it_came_from(two: Two) -> None:
    hers, chair = two.people[0]["member"], two.people[0]["chair"]
    number = two.sent(hers)
    for by, ids in ((chair, [number]), (hers, [number + 1000])):
        with pytest.raises(Refused) as no:
            two.store.change(
                attach_photos,
                two.deed(by, two.clubs[0]),
                ids,
                about=About.SHOWN_ACTIVITY,
                subject=1,
            )
        assert no.value.code is Code.PHOTO_GONE
    deed = two.deed(hers, two.clubs[0])
    two.store.change(attach_photos, deed, [None, number], about=About.SHOWN_ACTIVITY, subject=1)
    with pytest.raises(Refused):
        two.store.change(attach_photos, deed, [number], about=About.RECEIPT, subject=2)
    with two.store.reading() as db:
        assert photos_about(db, About.SHOWN_ACTIVITY, 1) == [number]
        assert photos_about(db, About.RECEIPT, 2) == []
        assert with_photos(db, About.SHOWN_ACTIVITY, [1, 2]) == {1}
        assert photos_seen(db, hers, About.SHOWN_ACTIVITY, 1) == [number]
        assert photos_seen(db, two.outsider, About.SHOWN_ACTIVITY, 1) == []


def test_it_is_kept_once_by_its_cause(two: Two) -> None:
    hers = two.people[0]["member"]
    assert two.sent(hers) == two.sent(hers)
    assert two.sent(hers, "c2") != two.sent(hers)


def test_it_goes_when_its_time_is_over_and_lines_on_the_page_with_it(two: Two) -> None:
    hers = two.people[0]["member"]
    unclaimed, receipt = two.sent(hers, "c2"), two.attached(About.RECEIPT)
    with two.store.writing() as db:
        line = keep_web_message(db, hers.chat_id, NewLine("Ảnh", [], from_person=True), NOW)
        keep_web_photo(db, line, unclaimed)
    week = timedelta(days=7)
    assert two.store.change(forget_photos, NOW + week - timedelta(hours=1), 100) == 0
    two.store.change(forget, NOW + week)
    with two.store.reading() as db:
        assert list(db.execute(select(photos.c.id)).scalars()) == [receipt]
        assert list(db.execute(select(web_photos.c.id)).scalars()) == []
    ten_years = NOW + kept_for(About.RECEIPT)
    assert kept_for(About.RECEIPT) >= timedelta(days=3652)
    assert two.store.change(forget_photos, ten_years, 100) == 1


def test_erasing_takes_the_picture_and_leaves_the_rest(two: Two) -> None:
    face = two.attached(About.FACE, 5)
    other = two.attached(About.FACE, 6, cause="c2")
    chair = two.people[0]["chair"]
    assert two.store.change(received.erase_photos_about, "face", 5) == 1
    assert not two.sees(chair, face)
    assert two.sees(chair, other)
    with two.store.reading() as db:
        assert received.bytes_of_photos(db) == (1, 4)


def test_a_line_of_another_kind_shows_no_picture(two: Two) -> None:
    from storage.queries.photos import photo_on_line

    hers, lan = two.people[0]["member"], two.people[1]["member"]
    number = two.sent(hers)
    with two.store.writing() as db:
        line = keep_web_message(db, hers.chat_id, NewLine("Ảnh", [], from_person=True), NOW)
        keep_web_photo(db, line, number)
        # A line of somebody else that names it all the same.
        wrong = keep_web_message(db, lan.chat_id, NewLine("Ảnh", [], from_person=False), NOW)
        db.execute(insert(web_photos).values(message_id=wrong.id, photo_id=number))
        keys = {
            each.chat_id: db.execute(
                select(chats.c.key).where(chats.c.id == each.chat_id)
            ).scalar_one()
            for each in (hers, lan)
        }
    with two.store.reading() as db:
        assert photo_on_line(db, keys[hers.chat_id], line.id, TODAY) is not None
        assert photo_on_line(db, keys[lan.chat_id], line.id, TODAY) is None
        assert photo_on_line(db, keys[lan.chat_id], wrong.id, TODAY) is None
