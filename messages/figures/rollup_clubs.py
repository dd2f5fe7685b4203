"""Clubs that stand out, with the reasons, and clubs that have gone quiet."""

from collections.abc import Iterator, Sequence

from club.rollup.totals import Level, RollUp
from messages.figures.praise import said_of, was_congratulated
from messages.figures.rollup import heading, rows_under
from messages.figures.rollup_names import criterion, months_said
from messages.moments import Moment, Spoken, moment
from messages.wording import Words


@moment("rollup.standing")
def standing(words: Words, club: str, commune: str, criteria: Sequence[Spoken]) -> str:
    place = f"{club}, {commune}" if commune else club
    met = ", ".join(str(each) for each in criteria)
    return words.say("• {club}: {reasons}", club=place, reasons=met)


@moment("rollup.praised")
def praised(words: Words, line: Spoken, people: Sequence[Spoken], congratulated: bool) -> str:
    """The line of a club, whom it named under it, and whether it was congratulated."""
    first = f"{line} ({was_congratulated.write(words)})" if congratulated else str(line)
    return "\n".join([first, *(f"– {each}" for each in people)])


@moment("rollup.stand_out_head")
def stand_out_head(words: Words, head: Spoken, count: int) -> str:
    if not count:
        said = words.say("No club meets the criteria for praise in this time.")
    else:
        said = words.plural("One club stands out:", "{count} clubs stand out:", count)
    return f"{head}\n\n{said}"


@moment("rollup.criteria")
def criteria_said(words: Words) -> str:
    return words.say(
        "For praise: every month closed and a meeting every month, and three of these besides."
    )


@moment("rollup.other_criteria")
def criteria_others(words: Words) -> str:
    return words.say(
        "• all eight areas; 80% at every meeting\n• a fund of 50 million; half of those in need "
        "borrow\n• board trained this year"
    )


ON_A_PAGE = 8


def stand_out_page(found: RollUp) -> Moment:
    """The short list, with reasons."""
    rows = [
        praised(
            line=standing(
                club=each.club,
                commune=each.commune if found.whole.level is not Level.COMMUNE else "",
                criteria=[criterion(code=one) for one in each.criteria],
            ),
            people=[said_of(one) for one in each.people],
            congratulated=each.is_congratulated,
        )
        for each in found.stand_out[:ON_A_PAGE]
    ]
    first = stand_out_head(head=heading(found), count=found.standing_out)
    return rows_under(
        lines=[first, *rows, *_more(found.standing_out), criteria_said(), criteria_others()]
    )


def _more(count: int) -> Iterator[Moment]:
    if count > ON_A_PAGE:
        yield more_on_paper(count=count - ON_A_PAGE)


@moment("rollup.more_on_paper")
def more_on_paper(words: Words, count: int) -> str:
    return words.plural("One more is on the sheet.", "{count} more are on the sheet.", count)


@moment("rollup.quiet_head")
def quiet_head(words: Words, head: Spoken, count: int) -> str:
    if not count:
        said = words.say("No club has gone quiet.")
    else:
        said = words.plural(
            "One club has closed neither of the last two months:",
            "{count} clubs have closed neither of the last two months:",
            count,
        )
    return f"{head}\n\n{said}"


@moment("rollup.quiet_one")
def quiet_one(words: Words, club: str, commune: str, last: str) -> str:
    place = f"{club}, {commune}" if commune else club
    return words.say("• {club}: closed last: {month}", club=place, month=months_said(words, last))


def quiet_page(found: RollUp) -> Moment:
    """Clubs to phone, with the month that they closed last."""
    rows = [
        quiet_one(
            club=each.club,
            commune=each.commune if found.whole.level is not Level.COMMUNE else "",
            last=each.last,
        )
        for each in found.quiet[:ON_A_PAGE]
    ]
    first = quiet_head(head=heading(found), count=found.gone_quiet)
    return rows_under(lines=[first, *rows, *_more(found.gone_quiet)])
