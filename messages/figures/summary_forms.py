"""The monthly summary for the command line: all of it as plain text, and as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from club.calendar import Month
from club.money import Money
from club.summary import MonthlySummary
from club.summary.figures import MeetingFigures
from club.summary.indicators import measures
from club.summary.norms import NormResult, self_check
from messages.figures.summary import Page, overview, page, page_name
from messages.moments import Moment, written
from messages.wording import Words

JSON_VERSION = 1


def summary_text(
    words: Words, club: str, summary: MonthlySummary, counts: Sequence[Moment] = ()
) -> str:
    """Everything: the overview and then each page, with its name over it.

    counts: what was counted where and when, where that is known.
    """
    parts = [written(overview(club, summary, for_board=True, counts=counts), words)]
    for each in Page:
        name = written(page_name(page=each.value), words)
        body = written(page(club, summary, each, for_board=True, counts=counts), words)
        # The head of each page is said once, at the top.
        parts.append(f"== {name} ==\n{body.partition(chr(10) * 2)[2]}")
    return "\n\n".join(parts)


def summary_json(club: str, summary: MonthlySummary) -> dict[str, Any]:
    """The same value as a dictionary for JSON.

    club, month ("2026-10"), until (the last counted day), is_closed, closing_code (empty while
    the month is open), version; figures and before
    (null where the club has no month before): every figure by its name in club.summary.figures,
    money in whole đồng, days as "2026-10-24", quantities as decimal text, shares as
    {"part", "whole", "percent"}; norms: {"code", "source", "period", "stated", "value",
    "older_from", "standing", "missing"}; self_check: the same for both
    periods, the older from 60 and from 55; indicators: {"code", "subject", "unit", "about",
    "value", "before"} as sheets list them; next_steps: {"step", "values"}.
    docs/summary.schema.json says it for programs.
    """
    return {
        "version": JSON_VERSION,
        "club": club,
        "month": str(summary.month),
        "until": summary.figures.until.isoformat(),
        "is_closed": summary.is_closed,
        "closing_code": summary.closing_code,
        "figures": _plain(summary.figures),
        "before": _plain(summary.before),
        "norms": [_norm(each) for each in summary.norms],
        "self_check": [
            _norm(each)
            for check in self_check(summary.figures)
            for each in (check.first, check.second)
        ],
        "indicators": [
            {name: _plain(getattr(each, name)) for name in _OF_AN_INDICATOR}
            for each in measures(summary.figures, summary.before)
        ],
        "next_steps": _plain(summary.next_steps),
    }


_OF_AN_INDICATOR = ("code", "subject", "unit", "about", "value", "before")


def _norm(result: NormResult) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(result)
    return plain | {"standing": result.standing.value, "missing": result.missing}


COMPUTED = ("percent", "total", "own_capital", "difference", "all")
MAY_BE_UNKNOWN = {"attendance"}
"""What is null where nobody counted it, though a figure stands for it within: no meeting,
no roll."""


def _plain(value: Any) -> Any:  # noqa: PLR0911 – one line a kind of value
    match value:
        case None | bool() | int() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case Money(dong):
            return dong
        case Month() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    if isinstance(value, MeetingFigures) and value.came is None:
        guests = None if value.held_on is None else value.guests
        value = replace(value, attendance=None, guests=guests)  # type: ignore[arg-type]
    if is_dataclass(value):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return named | {
            name: _plain(getattr(value, name))
            for name in COMPUTED
            if isinstance(getattr(type(value), name, None), property)
        }
    raise TypeError(f"a summary holds no {type(value).__name__}")
