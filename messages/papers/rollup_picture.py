"""A roll-up as a picture for a phone: six big figures and the targets as bars."""

from typing import Any

from club.rollup.indicators import INDICATORS
from club.rollup.targets import TargetResult, targets
from club.rollup.totals import RollUp
from messages.figures.rollup import counted_line, nothing_closed
from messages.figures.rollup_kept import rollup_of
from messages.figures.rollup_names import aim_said, rollup_indicator, span_name, target, value_said
from messages.figures.rollup_open import not_closed
from messages.moments import written
from messages.papers.kinds import PNG, Drawn, paper
from messages.papers.typesetting import as_picture
from messages.wording import Words, capital

_OF = {each.code: each for each in INDICATORS}
_TILES = (
    *("members", "attendance", "lending_fund_total", "outstanding"),
    *("fees_received", "people_helped"),
)


@paper("rollup_picture")
def rollup_picture(words: Words, *, rollup: str) -> Drawn:
    """`rollup` as messages.figures.rollup_kept writes it."""
    found = rollup_of(rollup)
    return Drawn(
        as_picture("rollup.typ", rollup_picture_data(words, found)),
        f"{file_name(words)}-{found.span}.png",
        PNG,
        rollup_title(words, found),
    )


def file_name(words: Words) -> str:
    """What files of a roll-up begin with."""
    return "rollup" if words.language == "en" else "tong-hop"


def rollup_title(words: Words, found: RollUp) -> str:
    """Tổng hợp quý 3/2026"""
    return words.say("Roll-up of {span}", span=span_name.write(words, span=str(found.span)))


def rollup_picture_data(words: Words, found: RollUp) -> dict[str, Any]:
    """What the template shows: words as they are read, bars in percent."""
    name = found.whole.name
    return {
        "language": words.language,
        "title": rollup_title(words, found),
        "area": f"{name} ({found.above})" if found.above else name,
        "completeness": written(counted_line(found.whole), words),
        "tiles": [_tile(words, found, code) for code in _TILES],
        "targets": {
            "title": words.say("Targets of Decision 1648 to 2030"),
            "bars": [
                _bar(words, each)
                for each in targets(found)
                if each.is_percent and each.first and each.value is not None
            ],
        },
        "foot": _foot(words, found),
    }


def _tile(words: Words, found: RollUp, code: str) -> dict[str, str]:
    of = _OF[code]
    past, before = found.before.value(of), ""
    if past is not None:
        said = value_said(of.unit.value, of.over.value, past)
        before = words.say("the time before: {value}", value=said)
    value = found.whole.value(of)
    return {
        "label": _label(words, code),
        "value": value_said(of.unit.value, of.over.value, value),
        "unit": words.say("đồng") if of.unit.value == "dong" and value is not None else "",
        "before": before,
    }


def _label(words: Words, code: str) -> str:
    """Short enough for large letters."""
    if code == "lending_fund_total":
        return words.say("Income-generation fund")
    return rollup_indicator.write(words, code=code)


def _bar(words: Words, of: TargetResult) -> dict[str, Any]:
    assert of.first is not None
    return {
        "label": target.write(words, code=of.code.value),
        "value": value_said("percent", "last", of.value),
        "aim": words.say("aim: {aim}", aim=aim_said(words, of.first, percent=True)),
        "percent": min(100, max(0, of.value or 0)),
        "aim_percent": min(99, of.first.lowest),
    }


def _foot(words: Words, found: RollUp) -> list[str]:
    lines = [written(each, words) for each in not_closed(found)]
    if not found.whole.counted.closed:
        lines = [written(nothing_closed(), words)]
    lines.append(capital(words.say("groups of fewer than five people are left out")))
    return lines
