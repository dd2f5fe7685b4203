"""A person's health figures as a picture: for herself, and of what somebody measured for her."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from messages.formats import short_day
from messages.papers.kinds import PNG, Drawn, paper
from messages.papers.typesetting import as_picture
from messages.wording import Words

_LEAST, _MOST = 40, 220  # the scale; what lies outside stands at its end, with its figure


@paper("health_picture")
def health_picture(words: Words, *, name: str, checks: Sequence[Sequence[Any]]) -> Drawn:
    """`name`: whose they are, empty for one's own. `checks`, the newest first: the day, the higher
    and the lower figure, grams; None for what was not measured.
    """
    title = words.say("Blood pressure and weight")
    rows = [_row(words, *each) for each in checks]
    has_pressure = any(each["high"] for each in rows)
    data = {
        "language": words.language,
        "title": title,
        "name": name or words.say("My own figures"),
        "least": _LEAST,
        "most": _MOST,
        "rows": rows,
        "explained": "yes" if has_pressure else "",
        "high_is": words.say("the higher figure"),
        "low_is": words.say("the lower figure"),
        "foot": words.say("What they mean, the health station can tell you."),
    }
    file_name = "suc-khoe.png" if words.language == "vi" else "health.png"
    return Drawn(as_picture("health.typ", data), file_name, PNG, title)


def _row(  # noqa: PLR0917
    words: Words, day: date, high: int | None, low: int | None, grams: int | None
) -> dict[str, Any]:
    has_both = high is not None and low is not None
    return {
        "day": short_day(day),
        "pressure": f"{high}/{low}" if has_both else "",
        "weight": "" if grams is None else words.say("{kilos} kg", kilos=_kilos(words, grams)),
        "high": _on_scale(high) if has_both else 0,
        "low": _on_scale(low) if has_both else 0,
    }


def _on_scale(value: int | None) -> int:
    return min(max(value or 0, _LEAST), _MOST)


def _kilos(words: Words, grams: int) -> str:
    """'52,5', without what is nothing after the comma."""
    whole, tenths = divmod(round(grams / 100), 10)
    mark = "," if words.language == "vi" else "."
    return f"{whole}{mark}{tenths}" if tenths else str(whole)
