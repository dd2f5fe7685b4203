"""A monthly summary as one text in a row, for the papers that are drawn of it later."""

import json

from club.summary import MonthlySummary, monthly_summary
from club.summary.frozen import frozen, thawed


def kept(summary: MonthlySummary) -> str:
    """The figures, the month before, and whether they are final, as JSON."""
    return json.dumps(
        {
            "figures": frozen(summary.figures),
            "before": None if summary.before is None else frozen(summary.before),
            "is_closed": summary.is_closed,
            "closing_code": summary.closing_code,
            "is_over": summary.is_over,
        },
        ensure_ascii=False,
    )


def summary_of(text: str) -> MonthlySummary:
    """The summary that `kept` wrote; norms and next steps follow from the figures."""
    data = json.loads(text)
    before = data["before"]
    return monthly_summary(
        thawed(data["figures"]),
        before=None if before is None else thawed(before),
        is_closed=data["is_closed"],
        closing_code=data["closing_code"],
        is_over=data.get("is_over"),
    )
