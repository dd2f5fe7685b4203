"""A roll-up as one text in a row, for the papers that are drawn of it later."""

import json
from dataclasses import asdict
from typing import Any

from club.rollup.totals import Counted, Level, Line, PraisedPerson, Quiet, RollUp, Standing, Total
from club.spans import Span


def rollup_kept(found: RollUp) -> str:
    """Everything, as JSON."""
    plain = asdict(found) | {"span": str(found.span)}
    return json.dumps(plain, ensure_ascii=False)


def rollup_of(text: str) -> RollUp:
    """The roll-up that `rollup_kept` wrote."""
    data = json.loads(text)
    return RollUp(
        **data
        | {
            "span": Span.parse(data["span"]),
            "whole": _line(data["whole"]),
            "before": _line(data["before"]),
            "below": tuple(_line(each) for each in data["below"]),
            "stand_out": tuple(
                Standing(
                    **each
                    | {
                        "criteria": tuple(each["criteria"]),
                        "people": tuple(PraisedPerson(**one) for one in each["people"]),
                    }
                )
                for each in data["stand_out"]
            ),
            "quiet": tuple(Quiet(**each) for each in data["quiet"]),
        }
    )


def _line(data: dict[str, Any]) -> Line:
    return Line(
        level=Level(data["level"]),
        id=data["id"],
        name=data["name"],
        counted=Counted(**data["counted"]),
        totals={code: Total(**each) for code, each in data["totals"].items()},
    )
