"""`lien fill`: what it makes, that it goes on after an end, and where it says no."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Connection

from bot.commands.fill import line
from bot.made_up.country import LIVED, Progress, begin, go_on, wished
from bot.made_up.life import LEAST_MEMBERS, MOST_MEMBERS, Size, people_of
from bot.made_up.names import code_of, communes, most_communes
from bot.practice.life import CARERS, CARERS_UNDER, READERS_OF
from club.rollup.totals import Level
from club.spans import Span
from scheduler.planning import plan, queue_due
from storage.queries.figures.rollup import roll_up
from storage.queries.members.areas import AreaMap
from storage.queries.practice import mark_as_practice
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.club_books import ClubBooks
from tests.kit.dumped import dumped
from tests.kit.shell import Shell, assert_one_line

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SIZE = Size(members=40, months=1, seed=3)
CLUBS = LIVED + 3
ORDER = ("fill", "--clubs", "2", "--members", "40", "--months", "1", "--seed", "3")
ROOT = Path(__file__).resolve().parents[2]


class Stopped(Exception):
    """The program ends here."""


def filled(url: str, size: Size = SIZE) -> Store:
    store = Store(url)
    bring_up_to_date(store)
    store.change(begin, wished(CLUBS, size, NOW))
    while store.change(go_on).clubs < CLUBS:
        pass
    return store


def step_and_stop(db: Connection) -> None:
    go_on(db)
    raise Stopped


def test_ended_at_every_step_and_gone_on_it_is_the_same_country(tmp_path: Path) -> None:
    straight = filled(f"sqlite:///{tmp_path}/one.db")
    other = f"sqlite:///{tmp_path}/two.db"
    store = Store(other)
    bring_up_to_date(store)
    store.change(begin, wished(CLUBS, SIZE, NOW))
    done = 0
    while done < CLUBS:
        with pytest.raises(Stopped), store.writing() as db:
            step_and_stop(db)
        store.close_now()
        store = Store(other)
        done = store.change(go_on).clubs
    assert dumped(store) == dumped(straight)
    store.close_now()
    straight.close_now()


def test_a_made_up_country_counts_in_roll_ups_and_writes_to_nobody(tmp_path: Path) -> None:
    store = filled(f"sqlite:///{tmp_path}/country.db")
    with store.reading() as db:
        areas = AreaMap(db, NOW.date())
        [country] = [each for each in areas.all.values() if each.level is Level.COUNTRY]
        assert len(areas.children(country.id)) == 34
        found = roll_up(db, country.id, Span.parse("2026-10"), NOW.date())
    assert found.whole.counted.clubs == CLUBS
    # One of six has not closed its last month yet.
    assert 0 < found.whole.counted.complete < CLUBS
    assert found.whole.totals["members"].sum == found.whole.counted.complete * SIZE.members
    letters, numbers = [], count(1)
    store.change(plan, NOW)
    for hours in range(0, 24 * 8, 12):
        now = NOW + timedelta(hours=hours)
        letters += store.change(queue_due, now, 1, lambda: next(numbers)).letters
    with store.reading() as db:
        planned = db.exec_driver_sql("SELECT count(*) FROM reminders").scalar_one()
    store.close_now()
    assert planned > CLUBS
    assert letters == []


def test_the_command_makes_it_says_so_and_does_not_make_it_twice(
    lien: Shell, tmp_path: Path
) -> None:
    first = lien(*ORDER)
    assert first.code == 0, first.err
    assert "a made-up country: 2 clubs of 40, 1 months, seed 3: all there" in first.out
    assert lien("check").out == "2 clubs checked: the books hold\n"
    again = lien(*ORDER)
    assert again.code == 0
    with sqlite3.connect(tmp_path / "lien.db") as db:
        assert db.execute("SELECT count(*) FROM clubs").fetchone() == (2,)
    assert_one_line(lien(*ORDER[:-1], "4"), "holds a made-up country: 2 clubs of 40")


def test_a_database_with_others_in_it_is_left_alone(
    lien: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, fill, said in (
        ("real", ClubBooks, "holds real clubs"),
        ("practice", lambda store: store.change(mark_as_practice, NOW), "practice club"),
    ):
        url = f"sqlite+aiosqlite:///{tmp_path}/{name}.db"
        store = Store(url)
        bring_up_to_date(store)
        fill(store)
        before = dumped(store)
        monkeypatch.setenv("LIEN_DATABASE_URL", url)
        assert_one_line(lien(*ORDER), said, "empty database")
        assert dumped(store) == before
        store.close_now()


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_disk_that_is_too_small_is_told_before_anything_is_made(
    lien: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 9 * 10**9, 10**9))
    said = lien("fill", "--clubs", "21000")
    assert_one_line(said, "21000 clubs need about", "1,000 MB are free")
    assert not (tmp_path / "lien.db").exists()


def test_wrong_numbers_are_refused_in_one_line(lien: Shell) -> None:
    for wrong in ("0", "-1", "x", "1e3", "100001", "٣"):
        assert_one_line(lien("fill", "--clubs", wrong), "a number from 1 to 100000")
    assert_one_line(lien("fill", "--clubs", "1", "--members", "39"), "from 40 to 500")
    assert_one_line(lien("fill"), "--clubs")


def test_ended_by_ctrl_c_it_says_how_to_go_on(tmp_path: Path) -> None:
    order = [sys.executable, "-m", "bot", *ORDER]
    order[order.index("2")] = "5000"
    file = tmp_path / "country.db"
    process = subprocess.Popen(
        order,
        cwd=ROOT,
        env={"PATH": "", "LIEN_DATABASE_URL": f"sqlite+aiosqlite:///{file}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while clubs_in(file) < 1 and time.monotonic() < until:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"ended with {clubs_in(file)} of 5000 clubs; the same command goes on" in out
    store = Store(f"sqlite:///{file}")
    before = clubs_in(file)
    assert store.change(go_on).clubs > before
    store.close_now()


def clubs_in(file: Path) -> int:
    if not file.exists():
        return 0
    with sqlite3.connect(file) as db:
        try:
            return int(db.execute("SELECT count(*) FROM clubs").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_the_line_tells_the_time_left_by_the_pace_of_copies() -> None:
    first = Progress(0, 0)
    assert line(first, Progress(3, 3), 100, 9.0).startswith("3 of 100 clubs; the first 6 live")
    assert line(first, Progress(50, 6), 100, 90.0) == "50 of 100 clubs; 1:30 left"


def test_people_of_any_seed_are_enough_for_what_clubs_do() -> None:
    for seed in range(300):
        people = people_of(seed, LEAST_MEMBERS)
        assert len({each.name for each in people}) == len(people) == LEAST_MEMBERS
        younger = [e for e in people if e.sex == "female" and e.age < CARERS_UNDER]
        assert len(younger) >= CARERS
        assert any(each.hardship == "poor" for each in people)
        assert sum(bool(each.phone) for each in people) >= READERS_OF[0]
        free = [e for e in people if e.phone and not (e.role or e.home) and e.age < 75]
        assert len(free) >= 4
    assert len(people_of(1, MOST_MEMBERS)) == MOST_MEMBERS


def test_codes_and_names_of_communes_are_each_there_once() -> None:
    codes = {code_of(club, seed=5) for club in range(30_000)}
    assert len(codes) == 30_000
    assert {len(code) for code in codes} == {8}
    provinces = list(range(34))
    named = communes(provinces, 5_000, seed=5)
    assert len(set(named)) == 5_000
    assert most_communes(34) > 20_000
