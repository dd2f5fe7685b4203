"""What stands in the minutes of a meeting, part by part: the same in chat, read-back and on paper.

All members read the minutes, so loans stand there as a number and a sum; with names only on the
paper that is signed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from club.address import PersonName
from club.meetings import MinutesPart
from club.minutes import Known
from club.money import total
from messages import decisions as say_decisions
from messages.figures.summary_steps import area
from messages.meetings import minutes_lines as say_line
from messages.moments import Moment
from messages.own import account as say_account
from storage.queries import Connection
from storage.queries.meetings.decisions import Decision, Reviewed, decisions_of, reviewed_in
from storage.queries.meetings.meeting_known import known_of
from storage.queries.meetings.meeting_minutes import Minutes


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six parts: what is known by itself, and what somebody has written."""

    part: MinutesPart
    known: list[Moment]
    words: str


def known_in(db: Connection, there: Minutes) -> Known:
    """The figures as they were frozen, or as they are now."""
    return there.known or known_of(db, there.meeting)


def sections(db: Connection, there: Minutes, *, on_paper: bool = False) -> list[Section]:
    """All six parts. `on_paper`: loans by name, and nothing that stands elsewhere on it."""
    return [
        Section(part, known_lines(db, there, part, on_paper=on_paper), there.words_of(part))
        for part in MinutesPart
    ]


def known_lines(
    db: Connection, there: Minutes, part: MinutesPart, *, on_paper: bool = False
) -> list[Moment]:
    """What nobody has to type in this part."""
    known = known_in(db, there)
    match part:
        case MinutesPart.WARM_UP:
            came = [] if on_paper else came_lines(known)
            return [*came, *map(review_line, _reviewed(db, there))]
        case MinutesPart.REPORT:
            return list(_report(known, on_paper=on_paper))
        case MinutesPart.TALK:
            topic = there.meeting.talk
            return [say_line.talk(topic)] if topic else []
        case MinutesPart.WHOM_TO_HELP:
            return [say_line.helped(known.helped)] if known.helped else []
        case MinutesPart.NEXT_MONTH:
            return list(_next_month(db, there, known, on_paper=on_paper))
        case MinutesPart.CLOSING:
            ended = None if on_paper else there.ended_at
            return [] if ended is None else [say_line.ended(ended)]


def came_lines(known: Known) -> list[Moment]:
    """Who came, in numbers."""
    if not known.members:
        return [say_line.no_roll()]
    lines = [say_line.came(known.present, known.members, excused=known.excused)]
    if known.guests:
        lines.append(say_line.guests([say_line.guest(kind, count) for kind, count in known.guests]))
    return lines


def review_line(each: Reviewed) -> Moment:
    return say_line.reviewed(each.decision.what, each.outcome.value, each.reason)


def _reviewed(db: Connection, there: Minutes) -> list[Reviewed]:
    return [] if there.number is None else reviewed_in(db, there.number)


def decided_in(db: Connection, there: Minutes) -> list[Decision]:
    """What this meeting decided."""
    return [] if there.number is None else decisions_of(db, there.number)


def _report(known: Known, *, on_paper: bool) -> Iterator[Moment]:
    if known.payers:
        yield say_line.fees(known.payers, known.fees)
    if known.gifts:
        yield say_line.gifts(known.gifts)
    if known.repaid:
        yield say_line.repaid(known.repaid)
    for fund in known.funds:
        name = say_account.fund(fund.kind, fund.name)
        yield say_account.fund_line(name, fund.cash + fund.lent, cash=fund.cash, lent=fund.lent)
    yield from loan_lines(known, on_paper=on_paper)
    for each in known.activities:
        yield say_line.activity(area(each.area), each.what, each.people)


def loan_lines(known: Known, *, on_paper: bool) -> Iterator[Moment]:
    """The loans that were decided on; without names as a number and a sum."""
    agreed = [each.amount for each in known.loans if each.what == "agreed"]
    if on_paper:
        for each in known.loans:
            who = PersonName(each.name, each.form)
            yield say_line.loan(each.what, who, each.amount, by_meeting=each.by_meeting)
    elif agreed:
        yield say_line.loans_agreed(len(agreed), total(agreed))
    if known.refused:
        yield say_line.refused(known.refused)


def _next_month(
    db: Connection, there: Minutes, known: Known, *, on_paper: bool
) -> Iterator[Moment]:
    if not on_paper:
        yield from decision_lines(decided_in(db, there))
    if known.next_meeting is not None:
        yield say_line.next_meeting(known.next_meeting)


def decision_lines(decided: Iterable[Decision]) -> list[Moment]:
    return [say_line.decision_line(each.what, who_does(each), each.until) for each in decided]


def who_does(each: Decision) -> str | Moment:
    """The responsible person by name, or the whole board."""
    return say_decisions.whole_board() if each.responsible is None else each.name
