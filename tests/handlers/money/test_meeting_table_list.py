"""The meeting table's list by group, in English, and by typing alone."""

import pytest

from messages.render import Abilities
from storage.changes.inserting import inserted
from storage.queries import Connection
from storage.tables.people import groups, member_groups
from tests.kit.lending import check_books, give_fund
from tests.kit.table import booked, enters, opens_table, table
from tests.kit.table_walks import at_the_table
from tests.kit.village import FOUNDED, Village, village
from tests.kit.walker import Walker, Way


async def test_groups_stand_apart_with_their_totals(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_two_groups, v)
        await opens_table(v.giang)
        await enters(v.giang, "hoa", "phí 20")
        await enters(v.giang, "manh", "phí 5")
        await v.giang.says("bàn thu")
        assert "Tổ 1: 20.000 đồng, 1 người" in v.giang.heard
        assert "Tổ 2: 5.000 đồng, 1 người" in v.giang.heard
        assert "chưa vào tổ nào: 0 đồng" in v.giang.heard
        assert [each.group for each in table(v).people][:3] == ["Tổ 1", "Tổ 1", "Tổ 2"]


def _two_groups(db: Connection, v: Village) -> None:
    club = v.club.club_id
    first = inserted(db, groups, club_id=club, name="Tổ 1")
    second = inserted(db, groups, club_id=club, name="Tổ 2")
    for phone, group in ((v.hoa, first), (v.lan, first), (v.manh, second)):
        inserted(db, member_groups, member_id=phone.member_id, group_id=group, valid_from=FOUNDED)


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.giang.says("meeting table")
        await v.giang.taps("Open the meeting table")
        await v.giang.says("0")
        await v.giang.says("yes")
        await v.giang.says("enter at the table")
        await v.giang.says("hoa")
        await v.giang.says("fee 20, gift 5")
        assert "Nguyễn Thị Hoa, fee 20.000 đồng, Golden Heart 5.000 đồng" in v.giang.heard
        await v.giang.says("close the table")
        await v.giang.says("25000")
        await v.giang.taps("Skip")
        await v.giang.says("yes")
        await v.em.taps("Look and answer")
        await v.em.says("yes")
        assert "All together: 25.000 đồng (twenty-five thousand đồng)" in v.hoa.heard


@pytest.mark.parametrize("way", [Way.NUMBERS, Way.BEGINNINGS], ids=lambda way: way.value)
async def test_by_numbers_and_typing_alone(sqlite_url: str, way: Way) -> None:
    bare = Abilities(buttons=False, longest_text=2000)
    async with village(sqlite_url, abilities=bare) as v:
        give_fund(v, 1)
        await at_the_table(v, Walker(v, way, "vi"))
        check_books(v)
        assert [each.amount.dong for each in booked(v)] == [13_000, 30_000]
