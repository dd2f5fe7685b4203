"""A roll-up for the command line: all of it as plain text, and as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from club.rollup.indicators import INDICATORS
from club.rollup.targets import Aim, TargetResult, targets
from club.rollup.totals import Line, RollUp, Standing
from messages.figures.rollup import all_figures, line_of
from messages.figures.rollup_clubs import quiet_page, stand_out_page
from messages.figures.rollup_open_page import open_page
from messages.figures.rollup_targets import targets_page
from messages.moments import written
from messages.wording import Words

JSON_VERSION = 1


def rollup_text(words: Words, found: RollUp) -> str:
    """Everything: figures, what lies below, targets, clubs for praise, clubs gone quiet."""
    parts = [written(all_figures(found), words)]
    if found.open_months:
        parts.append(written(open_page(found), words))
    parts += [_below(words, each) for each in found.below]
    parts += [written(page(found), words) for page in (targets_page, stand_out_page, quiet_page)]
    return "\n\n".join(parts)


def _below(words: Words, line: Line) -> str:
    of = line.counted
    shown = [written(line_of(line, code), words) for code in ("members", "lending_fund_total")]
    return f"{line.name} ({of.complete}/{of.clubs}): {'; '.join(shown)}"


def rollup_json(found: RollUp, day: date) -> dict[str, Any]:
    """The same value for programs; docs/rollup.schema.json describes it.

    Every line says how many clubs are in; an indicator has its value (money in đồng, a mean in
    hundredths, null where nothing may be shown) and in how many months of clubs groups of one to
    four were left out. `open_months` are provisional and part of no sum.
    """
    return {
        "version": JSON_VERSION,
        "made_on": day.isoformat(),
        "span": str(found.span),
        "above": found.above,
        "whole": _line(found.whole),
        "before": _line(found.before),
        "below": [_line(each) for each in found.below],
        "open_months": dict(found.open_months),
        "targets": [_target(each) for each in targets(found)],
        "stand_out": [_standing(each) for each in found.stand_out],
        "standing_out": found.standing_out,
        "quiet": [asdict(each) for each in found.quiet],
        "gone_quiet": found.gone_quiet,
    }


def _standing(of: Standing) -> dict[str, Any]:
    """People with their names only where they agreed."""
    return {
        "club_id": of.club_id,
        "club": of.club,
        "commune": of.commune,
        "criteria": list(of.criteria),
        "people": [{"merit": each.merit, "name": each.name or None} for each in of.people],
        "is_congratulated": of.is_congratulated,
    }


def _target(found: TargetResult) -> dict[str, Any]:
    return {
        "code": found.code.value,
        "source": found.source,
        "value": found.value,
        "second_value": found.second_value,
        "first": _aim(found.first),
        "second": _aim(found.second),
    }


def _line(line: Line) -> dict[str, Any]:
    of = line.counted
    return {
        "level": line.level.value,
        "id": line.id,
        "name": line.name,
        "clubs": of.clubs,
        "complete": of.complete,
        "expected_months": of.expected,
        "closed_months": of.closed,
        "indicators": _indicators(line),
    }


def _indicators(line: Line) -> Mapping[str, Any]:
    return {
        each.code: {
            "value": line.value(each),
            "hidden": line.hidden(each),
            "unit": each.unit.value,
            "over": each.over.value,
        }
        for each in INDICATORS
    }


def _aim(aim: Aim | None) -> dict[str, int | None] | None:
    return None if aim is None else {"lowest": aim.lowest, "highest": aim.highest}
