"""Teams of a club: who is founded, joined, led and ended, and that the others stay as they were."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.life.teams import ChangeTeam, FoundTeam, TeamChanged
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.queries.life.teams import Team, teams_of
from storage.store import Store

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
FOUNDED = date(2026, 5, 4)


@dataclass(slots=True)
class Board:
    """The secretary of a club with three members, and what she does to its teams."""

    store: Store
    club_id: int
    person_id: int
    members: list[int]

    def does(self, command: FoundTeam | ChangeTeam, cause: str = "test") -> TeamChanged:
        deed = Deed(1, "web", self.person_id, self.club_id, NOW, TODAY, cause)
        return self.store.change(command.carry_out, deed)

    def founds(self, name: str, leader: int) -> Team:
        return self.does(FoundTeam(kind="other", name=name, leader=leader), name).team

    def teams(self) -> dict[str, tuple[int | None, set[int]]]:
        """Leader and people of those that are not ended, by name."""
        with self.store.reading() as db:
            found = teams_of(db, self.club_id)
        return {each.name: (each.leader, {one.member_id for one in each.people}) for each in found}


@pytest.fixture
def board(sqlite_url: str) -> Iterator[Board]:
    store = Store(sqlite_url)
    with store.writing() as db:
        new = NewClub("CLB", "Thôn Đoài", "Hà Nội", "Xã Mỹ Đức", FOUNDED, "HXMK2345")
        club_id = found_club(db, new, NOW).club_id
        entered = [
            enter_member(db, club_id, NewMember(name, 1950, "female", FOUNDED), NOW)
            for name in ("Lê Thị Một", "Lê Thị Hai", "Lê Thị Ba")
        ]
        give_office(db, club_id, entered[0].person_id, Role.SECRETARY.value, FOUNDED)
    yield Board(store, club_id, entered[0].person_id, [each.member_id for each in entered])
    store.close_now()


def test_what_happens_to_one_team_happens_to_no_other(board: Board) -> None:
    one, two, three = board.members
    songs, hens = board.founds("Đội hát", one), board.founds("Tổ nuôi gà", two)
    assert board.teams() == {"Đội hát": (one, {one}), "Tổ nuôi gà": (two, {two})}
    board.does(ChangeTeam(hens.id, "joined", three))
    board.does(ChangeTeam(hens.id, "leader", three))
    assert board.teams() == {"Đội hát": (one, {one}), "Tổ nuôi gà": (three, {two, three})}
    board.does(ChangeTeam(hens.id, "left", three))
    assert board.teams() == {"Đội hát": (one, {one}), "Tổ nuôi gà": (None, {two})}
    board.does(ChangeTeam(hens.id, "leader", one))
    assert board.teams()["Tổ nuôi gà"] == (one, {one, two})
    board.does(ChangeTeam(songs.id, "ended"))
    assert board.teams() == {"Tổ nuôi gà": (one, {one, two})}


def test_whoever_leaves_without_leading_leaves_the_leader(board: Board) -> None:
    one, two, _ = board.members
    team = board.founds("Đội hát", one)
    board.does(ChangeTeam(team.id, "joined", two))
    board.does(ChangeTeam(team.id, "left", two))
    assert board.teams() == {"Đội hát": (one, {one})}


def test_nobody_joins_twice_and_no_name_is_given_twice(board: Board) -> None:
    one, _, _ = board.members
    team = board.founds("Đội hát", one)
    for command in (
        ChangeTeam(team.id, "joined", one),
        FoundTeam(kind="other", name=" đội HÁT ", leader=one),
    ):
        with pytest.raises(Refused) as no:
            board.does(command, "again")
        assert no.value.code is Code.ALREADY_DONE


def test_without_a_name_a_kind_or_a_member_nothing_is_founded(board: Board) -> None:
    one, _, three = board.members
    for command, code in (
        (FoundTeam(kind="other", name="  ", leader=one), Code.REASON_MISSING),
        (FoundTeam(kind="army", name="Đội hát", leader=one), Code.NOT_FOUND),
        (FoundTeam(kind="other", name="Đội hát", leader=three + 1), Code.NOT_FOUND),
        (ChangeTeam(1, "ended"), Code.NOT_FOUND),
    ):
        with pytest.raises(Refused) as no:
            board.does(command)
        assert no.value.code is code
    assert board.teams() == {}
