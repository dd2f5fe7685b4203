"""The month as a picture for a phone: six big figures and three small charts."""

from dataclasses import replace
from typing import Any

from club.money import NOTHING, Money, total
from club.summary import MonthlySummary
from club.summary.figures import Figures, FundFigures
from club.summary.indicators import Measure, measures
from messages.figures.summary_held import held_lines
from messages.figures.summary_kept import summary_of
from messages.figures.summary_lines import fund_name
from messages.figures.summary_names import written_value
from messages.figures.summary_steps import area
from messages.formats import short_day
from messages.moments import written
from messages.papers.kinds import PNG, Drawn, paper
from messages.papers.typesetting import as_picture
from messages.wording import Words, capital

MOST_MEETINGS = 6


@paper("summary_picture")
def summary_picture(words: Words, *, club: str, summary: str, for_board: bool) -> Drawn:
    """`summary` as messages.figures.summary_kept writes it; `for_board`: loans, what is late."""
    month = summary_of(summary)
    name = "summary" if words.language == "en" else "bao-cao"
    return Drawn(
        as_picture("summary.typ", picture_data(words, club, month, for_board=for_board)),
        f"{name}-{month.month}.png",
        PNG,
        words.say("Summary of {month}", month=month.month),
    )


def picture_data(
    words: Words, club: str, summary: MonthlySummary, *, for_board: bool
) -> dict[str, Any]:
    """What the template shows: words as they are read, bars in percent of the longest."""
    return {
        "language": words.language,
        "club": club,
        "title": words.say("Summary of {month}", month=summary.month),
        "state": _state(words, summary),
        "tiles": _tiles(words, summary, for_board=for_board),
        "attendance": _attendance(words, summary.figures),
        "funds": _funds(words, summary.figures)
        | {"held": _held(words, summary.figures, for_board=for_board)},
        "areas": {
            "title": words.say("Activities in the eight areas"),
            "none": words.say("None in this month so far"),
            "cells": [
                {"label": capital(written(area(code=each.value), words)), "count": count}
                for each, count in summary.figures.areas.activities
                if summary.figures.areas.worked_on
            ],
        },
    }


def _state(words: Words, summary: MonthlySummary) -> str:
    if summary.is_closed:
        return words.say("Closed, code {code}", code=summary.closing_code)
    if not summary.is_over:
        return words.say("Up to {day}", day=short_day(summary.figures.until))
    return words.say("Not closed yet")


def _tiles(words: Words, summary: MonthlySummary, *, for_board: bool) -> list[dict[str, str]]:
    by_code = {
        each.code: each for each in measures(summary.figures, summary.before) if not each.about
    }
    present = summary.figures.meeting.came
    came = "–" if present is None else f"{present.part}/{present.whole} ({present.percent}%)"
    last = "outstanding", "overdue"
    if not for_board:
        last = "gifts_in_money", "people_helped"
    names = {
        "members": words.say("Members"),
        "attendance": words.say("Came to the meeting"),
        "lending_fund_total": words.say("Income-generation fund"),
        "fees_received": words.say("Fees received"),
        "outstanding": words.say("Lent to members"),
        "overdue": words.say("Of that late"),
        "gifts_in_money": words.say("Golden Heart book"),
        "people_helped": words.say("People helped"),
    }
    codes = ("members", "attendance", "lending_fund_total", "fees_received", *last)
    said = {"attendance": came}
    return [_tile(words, names[code], by_code[code], said.get(code)) for code in codes]


def _tile(words: Words, label: str, measure: Measure, said: str | None) -> dict[str, str]:
    """Where the month before has no such figure, nothing stands for it."""
    before = ""
    if measure.before is not None:
        value = written_value(measure.unit, measure.before)
        before = words.say("the month before: {value}", value=value)
    return {
        "label": label,
        "value": said or written_value(measure.unit, measure.value),
        "unit": words.say("đồng") if isinstance(measure.value, Money) else "",
        "before": before,
    }


def _attendance(words: Words, figures: Figures) -> dict[str, Any]:
    """The meetings, oldest first; the newest is the month's own."""
    came = figures.meeting.came
    earlier = figures.meeting.earlier_rolls[: MOST_MEETINGS - 1]
    own = [] if came is None else [(figures.month, came)]
    bars = [
        {
            "label": f"{month.month}/{month.year % 100:02}",
            "percent": share.percent or 0,
            "is_own": month == figures.month,
        }
        for month, share in [*reversed(earlier), *own]
    ]
    return {
        "title": words.say("Attendance at meetings, %"),
        "title_alone": words.say("Attendance at meetings"),
        "none": _alone(bars[0]) if bars else words.say("No meeting so far"),
        # Of one bar nothing can be read but its figure.
        "bars": bars if len(bars) > 1 else [],
    }


def _alone(bar: dict[str, Any]) -> str:
    return f"{bar['percent']}% ({bar['label']})"


def _funds(words: Words, figures: Figures) -> dict[str, Any]:
    shown = _two_at_most(words, figures.funds)
    longest = max((fund.total.dong for fund in shown), default=0)
    return {
        "title": words.say("The funds, in đồng"),
        "title_alone": words.say("The funds"),
        "cash": words.say("cash and bank"),
        "lent": words.say("lent"),
        "none": words.say("Nothing in the funds so far"),
        "bars": [_bar(words, fund, longest) for fund in shown] if longest > 0 else [],
    }


def _held(words: Words, figures: Figures, *, for_board: bool) -> list[str]:
    """What lies in the box and what at the bank, where the chat says it too."""
    lines = held_lines(figures, for_board=for_board)
    return [line for each in lines for line in written(each, words).splitlines()]


def _two_at_most(words: Words, funds: tuple[FundFigures, ...]) -> list[FundFigures]:
    """There is room for two: the fund that lends, and the others together."""
    if len(funds) <= 2:
        return list(funds)
    first = max(funds, key=lambda fund: (fund.is_lending, fund.total.dong))
    others = [fund for fund in funds if fund is not first]
    together = replace(
        others[0],
        name=words.say("The other funds"),
        closing=total(fund.closing for fund in others),
        outstanding=total(fund.outstanding for fund in others),
    )
    return [first, together]


def _bar(words: Words, fund: FundFigures, longest: int) -> dict[str, Any]:
    def part(amount: Money) -> float:
        return 100 * max(0, amount.dong) / longest if longest > 0 else 0.0

    return {
        "label": written(fund_name(name=fund.name), words),
        "cash": part(fund.closing),
        "lent": part(fund.outstanding),
        "cash_said": words.shown(fund.closing),
        "lent_said": words.shown(fund.outstanding) if fund.outstanding > NOTHING else "",
    }
