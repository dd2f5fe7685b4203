"""The page about the main path: tables of medians, and ratios within the run."""

import os
import platform
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from statistics import median

from bench.crowd import Load, Run
from bench.goals import goals_table
from bench.peers import BARE_ECHO, FORM
from bench.report import markdown_table

_LIBRARIES = ("aiogram", "python-telegram-bot", "SQLAlchemy", "aiosqlite", "aiohttp")
Figure = Callable[[Load], float]


def write_report(runs: Sequence[Run], starts: Sequence[Run]) -> str:
    """The whole page as Markdown."""
    parts = ["# The main path, measured", "", _introduction(runs), ""]
    for mode in dict.fromkeys(run.mode for run in runs):
        mine = [run for run in runs if run.mode == mode]
        title = "Long polling" if mode == "polling" else "Webhook"
        parts += [f"## {title}", "", _figures(mine, starts), "", _ratios(mine), ""]
    goals = goals_table(runs, starts)
    return "\n".join([*parts, "## Goals", "", goals, ""] if goals else parts)


def _introduction(runs: Sequence[Run]) -> str:
    rounds = max(sum(run == other for other in _keys(runs)) for run in _keys(runs))
    foreign = median(load.foreign_cores for run in runs for load in run.loads)
    versions = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"Medians of {rounds} interleaved rounds on {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version} (WAL, synchronous=FULL), "
        f"{versions}. Each person waits for the answer and then acts at once; the people and the "
        "stand-in of the Bot API are one process beside the bot's. The "
        "forms have as many steps as Liên's contribution; the echoes answer one text with the "
        "same. Times are from the update's arrival at the Bot API to the answer's. Only ratios "
        f"within one run count: machines differ and are shared; other programs used "
        f"{foreign:.2f} cores meanwhile.\n\nRepeat with `make bench`, or "
        "`python -m bench --quick` for a rough minute."
    )


def _keys(runs: Iterable[Run]) -> list[tuple[str, str]]:
    return [(run.peer, run.mode) for run in runs]


def _figures(runs: Sequence[Run], starts: Sequence[Run]) -> str:
    loads = [load.people for load in runs[0].loads]
    titles = [
        "bot",
        f"updates/s at {_list(loads)} people",
        f"p50 ms at {_list(loads)}",
        f"p95 ms at {_list(loads)}",
        f"p99 ms at {_list(loads)}",
        f"CPU s per 1,000 updates at {_list(loads)}",
        "memory MB",
        "start to first reply s",
        "failed",
    ]
    figures: list[tuple[Figure, str]] = [
        (lambda load: load.updates_per_second, "{:,.0f}"),
        (lambda load: load.p50_milliseconds, "{:,.0f}"),
        (lambda load: load.p95_milliseconds, "{:,.0f}"),
        (lambda load: load.p99_milliseconds, "{:,.0f}"),
        (lambda load: load.cpu_seconds_per_1000, "{:.2f}"),
    ]
    lines = []
    for peer in dict.fromkeys(run.peer for run in runs):
        mine = [run for run in runs if run.peer == peer]
        cells = [_per_load(mine, figure, form) for figure, form in figures]
        memory = median(max(load.memory_megabytes for load in run.loads) for run in mine)
        start = median(run.start_seconds for run in starts if run.peer == peer)
        failed = sum(load.failures for run in mine for load in run.loads)
        lines.append([peer, *cells, f"{memory:.0f}", f"{start:.2f}", str(failed)])
    return markdown_table(titles, lines)


def _per_load(runs: Sequence[Run], figure: Figure, form: str) -> str:
    return " / ".join(form.format(value) for value in _medians(runs, figure))


def _medians(runs: Sequence[Run], figure: Figure) -> list[float]:
    return [
        median(figure(load) for load in loads)
        for loads in zip(*(run.loads for run in runs), strict=True)
    ]


def _ratios(runs: Sequence[Run]) -> str:
    """Updates per second and p99 against the echo and the form of the same round, medians."""
    by_peer = {
        peer: [run for run in runs if run.peer == peer]
        for peer in dict.fromkeys(run.peer for run in runs)
    }
    anchors = [name for name in (BARE_ECHO, FORM) if name in by_peer]
    if not anchors:
        return ""
    titles = ["bot"]
    for anchor in anchors:
        titles += [f"updates/s ÷ {anchor}", f"p99 ÷ {anchor}"]
    lines = []
    for peer, mine in by_peer.items():
        cells = []
        for anchor in anchors:
            cells.append(_ratio(mine, by_peer[anchor], lambda load: load.updates_per_second))
            cells.append(_ratio(mine, by_peer[anchor], lambda load: load.p99_milliseconds))
        lines.append([peer, *cells])
    return markdown_table(titles, lines)


def _ratio(mine: Sequence[Run], anchor: Sequence[Run], figure: Figure) -> str:
    rounds = [
        [
            figure(load) / max(figure(other), 1e-9)
            for load, other in zip(run.loads, against.loads, strict=True)
        ]
        for run, against in zip(mine, anchor, strict=True)
    ]
    return " / ".join(f"{median(values):.2f}" for values in zip(*rounds, strict=True))


def _list(numbers: Iterable[int]) -> str:
    return " / ".join(str(number) for number in numbers)
