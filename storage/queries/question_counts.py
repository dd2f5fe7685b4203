"""How well each question is understood, over the months that are counted."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from storage.tables.chats import question_troubles
from storage.tables.question_counts import question_counts


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """One question of one dialogue; `reasons` by how often, `since` a month as "2026-11"."""

    dialogue: str
    question: str
    since: str
    asked: int
    first: int
    second: int
    third: int
    given_up: int
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def share_percent(self) -> int:
        """Of a hundred times that it was asked, how often it was not understood at once."""
        return min(100, round(100 * self.first / self.asked)) if self.asked else 0


def questions_counted(db: Connection, since: str = "") -> list[QuestionCount]:
    """Every question that was asked in the month `since` or later, the worst first.

    Worst is what was given up or came to the third time most often, then the largest share.
    Practice clubs are not counted.
    """
    happened = _times(db, question_counts, "what", since)
    reasons = _times(db, question_troubles, "why", since)
    months = _first_months(db, since)
    found = [_line(name, happened[name], reasons.get(name, {}), months[name]) for name in happened]
    return sorted(found, key=_best_last, reverse=True)


def _best_last(each: QuestionCount) -> tuple[float, ...]:
    lost = (each.third + each.given_up) / max(each.asked, 1)
    return (lost, each.first / max(each.asked, 1), each.first, each.asked)


def _line(
    name: tuple[str, str], what: dict[str, int], why: dict[str, int], since: str
) -> QuestionCount:
    return QuestionCount(
        *name,
        since=since,
        asked=what.get("asked", 0),
        first=what.get("first", 0),
        second=what.get("second", 0),
        third=what.get("third", 0),
        given_up=what.get("given_up", 0),
        reasons=tuple(sorted(why.items(), key=lambda each: (-each[1], each[0]))),
    )


def _times(
    db: Connection, table: Table, third: str, since: str
) -> dict[tuple[str, str], dict[str, int]]:
    word = table.c[third]
    rows = db.execute(
        select(table.c.dialogue, table.c.question, word, func.sum(table.c.times))
        .where(table.c.month >= since)
        .group_by(table.c.dialogue, table.c.question, word)
    )
    found: dict[tuple[str, str], dict[str, int]] = {}
    for dialogue, question, said, times in rows:
        found.setdefault((dialogue, question), {})[said] = int(times)
    return found


def _first_months(db: Connection, since: str) -> dict[tuple[str, str], str]:
    table = question_counts
    rows = db.execute(
        select(table.c.dialogue, table.c.question, func.min(table.c.month))
        .where(table.c.month >= since)
        .group_by(table.c.dialogue, table.c.question)
    )
    return {(dialogue, question): month for dialogue, question, month in rows}
