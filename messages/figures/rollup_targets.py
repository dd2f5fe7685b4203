"""The targets of Decision 1648 in chat: what is reached, with the aims of both periods."""

from collections.abc import Sequence

from club.rollup.targets import Aim, TargetResult, targets
from club.rollup.totals import RollUp
from messages.figures.rollup import heading
from messages.figures.rollup_names import aim_said, target, value_said
from messages.moments import Moment, Spoken, moment
from messages.wording import Words


@moment("rollup.target_line")
def target_line(  # noqa: PLR0917 – one row
    words: Words, code: str, value: str, first: str, second: str
) -> str:
    return words.say(
        "{name}: {value}\n• to 2030: {first} · to 2035: {second}",
        name=target.write(words, code=code),
        value=value,
        first=first,
        second=second,
    )


@moment("rollup.targets")
def targets_text(words: Words, head: Spoken, rows: Sequence[Spoken]) -> str:
    """Rows as code, value, aims, in one text each."""
    title_line = words.say("Targets of Decision 1648 (2025):")
    return "\n".join([str(head), "", title_line, *map(str, rows)])


@moment("rollup.reached")
def reached(  # noqa: PLR0917 – a row of seven
    words: Words,
    code: str,
    value: int | None,
    second_value: int | None,
    first: int | None,
    first_highest: int | None,
    second: int | None,
    second_highest: int | None,
) -> str:
    """What is reached of a target; each aim as its lowest and highest, None where none is set."""
    percent = code.endswith("percent")
    said = value_said("percent" if percent else "count", "last", value)
    if second_value != value:
        said = f"{said} · {value_said('count', 'last', second_value)}"
    return target_line.write(
        words,
        code=code,
        value=said,
        first=aim_said(words, _aim(first, first_highest), percent=percent),
        second=aim_said(words, _aim(second, second_highest), percent=percent),
    )


def _aim(lowest: int | None, highest: int | None) -> Aim | None:
    return None if lowest is None else Aim(lowest, highest)


def targets_page(found: RollUp) -> Moment:
    """What is reached of each target, with the aims of both periods."""
    return targets_text(head=heading(found), rows=[_row(each) for each in targets(found)])


def _row(of: TargetResult) -> Moment:
    first, second = of.first, of.second
    return reached(
        code=of.code.value,
        value=of.value,
        second_value=of.second_value,
        first=None if first is None else first.lowest,
        first_highest=None if first is None else first.highest,
        second=None if second is None else second.lowest,
        second_highest=None if second is None else second.highest,
    )
