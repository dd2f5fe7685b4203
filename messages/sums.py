"""Sums, quantities and months as they are read back before they count."""

from collections.abc import Sequence

from club.calendar import Month
from club.money import Money
from messages.formats import figures
from messages.understand.spell import in_words, in_words_en
from messages.wording import Words


def in_figures_and_words(words: Words, sum_: Money) -> str:
    """50.000 đồng (năm mươi nghìn đồng)."""
    return f"{words.shown(sum_)} ({spelled(words, sum_)})"


def spelled(words: Words, sum_: Money) -> str:
    """năm mươi nghìn đồng"""
    return f"{in_words(sum_) if words.language == 'vi' else in_words_en(sum_)} đồng"


def quantity(thousandths: int) -> str:
    """2,5 for 2500; a comma before the part, as Vietnamese figures are written."""
    whole, part = divmod(thousandths, 1000)
    return f"{figures(whole)},{part:03}".rstrip("0") if part else figures(whole)


def months_listed(words: Words, months: Sequence[Month]) -> str:
    """Runs of months: 'tháng 6/2026 – tháng 10/2026, tháng 12/2026'."""
    runs: list[list[Month]] = []
    for month in sorted(set(months)):
        if runs and runs[-1][-1].next() == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_run(words, run) for run in runs)


def _run(words: Words, run: Sequence[Month]) -> str:
    if len(run) == 1:
        return words.shown(run[0])
    return words.say("{first} to {last}", first=run[0], last=run[-1])
