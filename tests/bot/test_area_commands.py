"""`lien area …`: provinces and communes come, merge, are renamed; a club moves; history stays."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from club.calendar import Month
from club.provinces import ALL_PROVINCES
from club.spans import Span
from storage.queries.figures.rollup import roll_up
from storage.queries.members.areas import AreaMap
from storage.store import Store
from storage.tables.areas import areas, club_communes
from tests.kit.country import MadeUpCountry
from tests.kit.shell import Shell, assert_one_line, shell_in

TODAY = date(2026, 11, 22)
BEGAN = "2025-01-01"
TWO = {"Xã An": "Lào Cai", "Xã Bình": "Lào Cai"}


@pytest.fixture
def lien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = shell_in(tmp_path, monkeypatch)
    monkeypatch.setenv("LIEN_DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/lien.db")
    assert shell("area", "provinces", "--from", BEGAN).code == 0
    return shell


@pytest.fixture
def store(lien: Shell) -> Iterator[Store]:
    made = Store(f"sqlite+aiosqlite:///{lien.folder}/lien.db")
    yield made
    made.close_now()


def fees(store: Store, area: str, span: str) -> int:
    """What the area took in fees, by its number or name of that time."""
    of = Span.parse(span)
    with store.reading() as db:
        lines = AreaMap(db, of.last.last_day)
        number = next(each.id for each in lines.all.values() if each.name == area)
        found = roll_up(db, number, of, TODAY).whole.totals
    return found["fees_received"].sum if found else 0


def below(store: Store, area: str, span: str) -> list[str]:
    of = Span.parse(span)
    with store.reading() as db:
        lines = AreaMap(db, of.last.last_day)
        number = next(each.id for each in lines.all.values() if each.name == area)
        return [each.name for each in roll_up(db, number, of, TODAY).below]


def clubs_in(store: Store, **names: str) -> None:
    """Communes by name with their provinces: each has a club, which took 100.000 in May and
    200.000 in October.
    """
    with store.writing() as db:
        made = MadeUpCountry(db)
        numbers = {each.name: each.id for each in AreaMap(db, TODAY).all.values()}
        for name, province in names.items():
            of = numbers[province]
            club_id = made.club(made.commune(of, name), f"CLB {name}")
            made.closes(club_id, Month(2026, 5), fees=100_000)
            made.closes(club_id, Month(2026, 10), fees=200_000)


def test_all_34_provinces_are_there_once_also_after_one_is_renamed(lien: Shell) -> None:
    assert len(ALL_PROVINCES) == 34
    listed = lien("area", "list")
    assert all(f"{name}: 0 clubs" in listed.out for name in ALL_PROVINCES)
    assert "Lào Cai → Tỉnh Mới" in lien("area", "rename", "Lào Cai", "Tỉnh Mới").out
    assert lien("area", "provinces").out.startswith("All provinces are there already")


def test_communes_come_from_a_list_all_or_none(lien: Shell) -> None:
    file = lien.folder / "communes.csv"
    file.write_text("Tỉnh,Xã\nTỉnh Lào Cai,Xã Bắc Hà\nHà Nội,Xã Mỹ Đức\n", encoding="utf-8-sig")
    assert "2 communes are new" in lien("area", "import", str(file)).out
    assert "0 communes are new, 2 were there" in lien("area", "import", str(file)).out
    file.write_text("Lào Cai;Xã Mới\nNhư Xuân;Xã Sai\n", encoding="utf-8")
    assert_one_line(lien("area", "import", str(file)), "line 2", "Như Xuân")
    file.write_bytes(b"Lao Cai,X\xe3 Sai\n")
    assert_one_line(lien("area", "import", str(file)), "UTF-8")
    file.write_text("Lào Cai\n", encoding="utf-8")
    assert_one_line(lien("area", "import", str(file)), "two columns")
    file.write_text("\n", encoding="utf-8")
    assert_one_line(lien("area", "import", str(file)), "no rows")
    assert_one_line(lien("area", "import", "nowhere.csv"), "cannot be read")
    assert "Xã Mới" not in lien("area", "list").out


def test_areas_are_added_where_they_belong(lien: Shell) -> None:
    assert "Lào Cai / Xã Bắc Hà" in lien("area", "add", "Lào Cai", "Xã Bắc Hà").out
    assert_one_line(lien("area", "add", "Lào Cai", "Xã Bắc Hà"), "already")
    assert_one_line(lien("area", "add", "Xã Bắc Hà", "Thôn Một"), "nothing lies below")
    assert_one_line(lien("area", "add", "Nơi Nào", "Xã Một"), "no area")
    assert_one_line(lien("area", "add", "Lào Cai", "Xã Hai", "--from", "2030-01-01"), "to come")
    assert lien("area", "add", "Hà Nội", "Xã Bắc Hà").code == 0
    assert_one_line(lien("area", "rename", "Xã Bắc Hà", "Xã Ba"), "more than one")
    assert lien("area", "rename", "Hà Nội / Xã Bắc Hà", "Xã Ba").code == 0


def test_communes_merge_and_what_was_stays(lien: Shell, store: Store) -> None:
    clubs_in(store, **TWO)
    assert_one_line(lien("area", "merge", "Xã An", "Hà Nội", "--as", "Xã C"), "two provinces")
    said = lien("area", "merge", "Xã An", "Xã Bình", "--as", "Xã An Bình", "--from", "2026-07-01")
    assert "2 clubs" in said.out
    assert below(store, "Lào Cai", "2026-05") == ["Xã An", "Xã Bình"]
    assert below(store, "Lào Cai", "2026-10") == ["Xã An Bình"]
    assert fees(store, "Xã An Bình", "2026-10") == 400_000
    assert fees(store, "Xã An Bình", "2026-05") == 200_000
    listed = lien("area", "list", "Lào Cai", "--ended").out
    assert "(until 2026-06-30 → Xã An Bình)" in listed
    assert "Xã An Bình: 2 clubs" in listed


def test_provinces_merge_with_all_their_communes_and_what_was_stays(
    lien: Shell, store: Store
) -> None:
    clubs_in(store, **TWO | {"Xã Bình": "Lai Châu"})
    with store.writing() as db:
        old = next(one.id for one in AreaMap(db, TODAY).all.values() if one.name == "Lào Cai")
        officer = MadeUpCountry(db).officer(old)
    order = ("area", "merge", "Lào Cai", "Lai Châu", "--as", "Tây Bắc", "--from", "2026-07-01")
    said = lien(*order)
    assert "2 clubs" in said.out
    assert "1 officer of the old areas has ended" in said.out
    assert below(store, "Tây Bắc", "2026-10") == ["Xã An", "Xã Bình"]
    assert fees(store, "Tây Bắc", "2026-10") == 400_000
    # Of the months before it stands for both; the country shows the provinces of then.
    assert fees(store, "Tây Bắc", "2026-05") == 200_000
    assert below(store, "Việt Nam", "2026-05") == ["Lai Châu", "Lào Cai"]
    assert below(store, "Việt Nam", "2026-10") == ["Tây Bắc"]
    assert fees(store, "Lào Cai", "2026-05") == 100_000
    for span in ("2026-05", "2026-10", "2026"):
        whole = fees(store, "Việt Nam", span)
        assert whole == {"2026-05": 200_000, "2026-10": 400_000, "2026": 600_000}[span]
    assert lien("area", "add", "Tây Bắc", "Xã Mới").code == 0
    assert_one_line(lien(*order), "no province of today")
    assert officer


def test_a_club_moves_and_its_months_before_stay_where_it_lay(lien: Shell, store: Store) -> None:
    clubs_in(store, **TWO)
    order = ("area", "move-club", "CLB Xã An")
    said = lien(*order, "Xã Bình", "--from", "2026-08-01")
    assert "CLB Xã An lies in Lào Cai / Xã Bình, from 2026-08-01" in said.out
    assert (fees(store, "Xã An", "2026-05"), fees(store, "Xã Bình", "2026-05")) == (100_000,) * 2
    assert (fees(store, "Xã An", "2026-10"), fees(store, "Xã Bình", "2026-10")) == (0, 400_000)
    assert fees(store, "Lào Cai", "2026") == 600_000
    assert_one_line(lien(*order, "Xã Bình"), "lies in Xã Bình already")
    assert_one_line(lien(*order, "Lào Cai"), "no commune of today")
    assert_one_line(lien(*order, "Xã An", "--from", "2026-07-01"), "moved on 2026-08-01 already")
    assert_one_line(lien(*order, "Xã An", "--from", "2020-01-01"), "not there yet")
    assert_one_line(lien("area", "move-club", "CLB Không Có", "Xã An"), "CLB Không Có")
    assert lien(*order, "Xã An").code == 0


def test_an_officers_link_is_for_an_area_that_is_there(lien: Shell, store: Store) -> None:
    clubs_in(store, **TWO)
    assert "For the officer of Xã An; works once" in lien("officer", "new", "Xã An").out
    lien("area", "merge", "Xã An", "Xã Bình", "--as", "Xã Mới", "--from", "2026-07-01")
    assert_one_line(lien("officer", "new", "Lào Cai / Xã An"), "is no more since 2026-06-30")
    assert_one_line(lien("officer", "new", "Nơi Nào"), "no area")


def test_a_club_is_founded_in_the_commune_of_today_whatever_the_old_ones_were_called(
    lien: Shell, store: Store
) -> None:
    for name in ("Xã An", "Xã Bình"):
        assert lien("area", "add", "Lào Cai", name, "--from", BEGAN).code == 0
    assert lien("area", "merge", "Xã An", "Xã Bình", "--as", "Xã An").code == 0
    place = ("--province", "Lào Cai", "--commune", "xa an", "--hamlet", "Thôn Hạ")
    assert lien("club", "new", "--name", "CLB Mới", *place).code == 0
    with store.reading() as db:
        lying = select(areas.c.valid_to).join(club_communes, club_communes.c.area_id == areas.c.id)
        assert db.execute(lying).scalars().all() == [None]
