"""What Liên should reach beside the other bots of the same run, and whether it did."""

from collections.abc import Callable, Sequence
from statistics import median

from bench.crowd import Load, Run
from bench.peers import BARE_CLIENT, BARE_ECHO, FORM, LIEN
from bench.report import markdown_table

# Figure, the other bot, and Liên's share of its figure: at least (+) or at most (-) so much.
_RATIOS: tuple[tuple[str, str, float, str], ...] = (
    ("updates/s", FORM, 2.0, "at least"),
    ("updates/s", BARE_ECHO, 1.0, "at least"),
    ("p99", FORM, 0.25, "at most"),
    ("updates/s", BARE_CLIENT, 0.5, "at least"),
)
_LOADS = (50, 500)
FIRST_REPLY_SECONDS = 1.2
MEMORY_MEGABYTES = 100.0


def goals_table(runs: Sequence[Run], starts: Sequence[Run]) -> str:
    """Each goal with what was measured in both modes; nothing where Liên was not measured."""
    mine = [run for run in runs if run.peer == LIEN.name]
    if not mine:
        return ""
    lines = []
    for mode in dict.fromkeys(run.mode for run in mine):
        for figure, other, share, bound in _RATIOS:
            for people in _LOADS:
                found = ratio(runs, mode=mode, people=people, figure=figure, other=other)
                if found is not None:
                    what = f"{figure} at {people} people, {mode}, ÷ {other}"
                    lines.append(_line(what, bound, share, found))
    memory = median(max(load.memory_megabytes for load in run.loads) for run in mine)
    lines.append(_line("memory MB", "at most", MEMORY_MEGABYTES, memory))
    first = [run.start_seconds for run in starts if run.peer == LIEN.name]
    if first:
        what = "start to first reply s"
        lines.append(_line(what, "at most", FIRST_REPLY_SECONDS, median(first)))
    return markdown_table(["goal", "wanted", "measured", "reached"], lines)


def _line(what: str, bound: str, wanted: float, found: float) -> list[str]:
    reached = found >= wanted if bound == "at least" else found <= wanted
    return [what, f"{bound} {wanted:g}", f"{found:.2f}", "yes" if reached else "no"]


def ratio(runs: Sequence[Run], *, mode: str, people: int, figure: str, other: str) -> float | None:
    """Median over the rounds of Liên's figure divided by the other bot's of the same round."""
    value: Callable[[Load], float] = (
        (lambda load: load.updates_per_second)
        if figure == "updates/s"
        else (lambda load: load.p99_milliseconds)
    )
    ours = _values(runs, LIEN.name, mode, people, value)
    theirs = _values(runs, other, mode, people, value)
    if not ours or len(ours) != len(theirs):
        return None
    return median(a / max(b, 1e-9) for a, b in zip(ours, theirs, strict=True))


def _values(  # noqa: PLR0917
    runs: Sequence[Run], peer: str, mode: str, people: int, value: Callable[[Load], float]
) -> list[float]:
    return [
        value(load)
        for run in runs
        if run.peer == peer and run.mode == mode
        for load in run.loads
        if load.people == people
    ]
