"""The measurement measures: shapes of talks, percentiles, and a small run against a real bot."""

from dataclasses import replace

import pytest

from bench.crowd import Load, Run, percentile
from bench.dialogues import ECHO, Say, Tap, same_shape, shape
from bench.goals import goals_table
from bench.main_path import run_once
from bench.main_path_report import write_report
from bench.peers import FORM, LIEN, PEERS, Peer

TINY = ((1, 0.1, 0.3), (20, 0.1, 0.4))


def the_peer(word: str) -> Peer:
    return next(peer for peer in PEERS if word in peer.name)


def test_forms_get_as_many_steps_of_each_kind() -> None:
    talk = (Say("/góp"), Tap("Phí tháng"), Say("50 nghìn"), Tap("Đúng"))
    assert same_shape(talk) == (Say("/contribute"), Tap(0), Say("20000"), Tap(0))
    assert shape(talk) == "tap,say,tap"
    with pytest.raises(ValueError, match="begins with something said"):
        same_shape((Tap(0),))


@pytest.mark.parametrize(
    ("part", "expected"), [(0.5, 50.0), (0.95, 95.0), (0.99, 99.0), (1.0, 100.0), (0.0, 1.0)]
)
def test_a_percentile_is_a_value_that_occurred(part: float, expected: float) -> None:
    assert percentile([float(number) for number in range(1, 101)], part) == expected


def test_nothing_has_no_percentile() -> None:
    assert percentile([], 0.99) == 0.0


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_an_echo_is_measured_in_both_modes(mode: str) -> None:
    run = await run_once(the_peer("bare aiohttp"), mode, TINY)
    assert 0 < run.start_seconds < 30
    for load in run.loads:
        assert load.updates_per_second > 10
        assert 0 < load.p50_milliseconds <= load.p95_milliseconds <= load.p99_milliseconds
        assert load.cpu_seconds_per_1000 > 0
        assert load.memory_megabytes > 10
        assert load.failures == 0


async def test_a_bot_that_ends_is_named_with_what_it_said() -> None:
    broken = replace(the_peer("bare aiohttp"), command=("python", "-c", "print('no luck')"))
    with pytest.raises(RuntimeError, match=r"(?s)bare aiohttp client echo, polling.*no luck"):
        await run_once(broken, "polling", TINY)


@pytest.mark.long
@pytest.mark.parametrize(
    "peer", [peer for peer in PEERS if "Liên" not in peer.name], ids=lambda peer: peer.name
)
async def test_every_bot_keeps_up_the_talk(peer: Peer) -> None:
    for mode in peer.modes:
        run = await run_once(peer, mode, TINY)
        assert [load.failures for load in run.loads] == [0, 0]


def test_the_page_has_figures_and_ratios_of_each_bot() -> None:
    def run(peer: str, speed: float) -> Run:
        load = Load(50, speed, 1, 2, 4000 / speed, 0.5, 80, 0, 0.1)
        return Run(peer, "polling", 0.7, (load,))

    echo = "bare aiogram echo"
    runs = [run(echo, 100), run("swift", 250), run(echo, 200), run("swift", 600)]
    page = write_report(runs, runs)
    assert "Medians of 2 interleaved rounds" in page
    assert "| swift | 425 | 1 | 2 | 11 | 0.50 | 80 | 0.70 | 0 |" in page
    assert "| swift | 2.75 | 0.37 |" in page


def test_goals_are_judged_by_the_ratios_of_each_round() -> None:
    def run(peer: str, speed: float, p99: float, start: float) -> Run:
        load = Load(50, speed, 1, 2, p99, 0.5, 80, 0, 0.1)
        return Run(peer, "polling", start, (load,))

    runs = []
    for factor in (1, 3):
        runs.append(run(FORM, 100 * factor, 400, 3))
        runs.append(run(LIEN.name, 250 * factor, 120, 1.5))
    table = goals_table(runs, runs)
    assert f"| updates/s at 50 people, polling, ÷ {FORM} | at least 2 | 2.50 | yes |" in table
    assert f"| p99 at 50 people, polling, ÷ {FORM} | at most 0.25 | 0.30 | no |" in table
    assert "| memory MB | at most 100 | 80.00 | yes |" in table
    assert "| start to first reply s | at most 1.2 | 1.50 | no |" in table
    assert goals_table(runs[:1], []) == ""


def test_the_echo_is_one_step() -> None:
    assert len(ECHO) == 1
