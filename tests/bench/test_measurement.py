"""The measurement measures: shapes of talks, percentiles, and a small run against a real bot."""

import pytest

from bench.crowd import percentile
from bench.dialogues import ECHO, Say, Tap, same_shape, shape
from bench.main_path import Run, run_once
from bench.main_path_report import write_report
from bench.peers import PEERS, Peer

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


@pytest.mark.long
@pytest.mark.parametrize(
    "peer", [peer for peer in PEERS if "Liên" not in peer.name], ids=lambda peer: peer.name
)
async def test_every_bot_keeps_up_the_talk(peer: Peer) -> None:
    for mode in peer.modes:
        run = await run_once(peer, mode, TINY)
        assert [load.failures for load in run.loads] == [0, 0]


def test_the_page_has_figures_and_ratios_of_each_bot() -> None:
    from bench.crowd import Load

    def run(peer: str, speed: float) -> Run:
        load = Load(50, speed, 1, 2, 4000 / speed, 0.5, 80, 0, 0.1)
        return Run(peer, "polling", 0.7, (load,))

    echo = "bare aiogram echo"
    runs = [run(echo, 100), run("swift", 250), run(echo, 200), run("swift", 600)]
    page = write_report(runs, runs)
    assert "Medians of 2 interleaved rounds" in page
    assert "| swift | 425 | 1 | 2 | 11 | 0.50 | 80 | 0.70 | 0 |" in page
    assert "| swift | 2.75 | 0.37 |" in page


def test_the_echo_is_one_step() -> None:
    assert len(ECHO) == 1
