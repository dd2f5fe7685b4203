"""A roll-up as chat texts: one that fits a phone screen, and pages for more."""

from collections.abc import Iterator, Sequence

from club.money import Money
from club.rollup.indicators import INDICATORS
from club.rollup.totals import Level, Line, RollUp
from messages.figures.rollup_names import (
    rollup_indicator,
    span_name,
    value_said,
)
from messages.figures.rollup_open import not_closed
from messages.formats import figures
from messages.moments import Moment, Spoken, moment
from messages.wording import Words, capital

OF = {each.code: each for each in INDICATORS}


@moment("rollup.title")
def title(words: Words) -> str:
    return words.say("Roll-up of the area")


@moment("rollup.lines")
def joined(words: Words, lines: Sequence[Spoken]) -> str:
    """The head stands apart."""
    head, *rest = [str(each) for each in lines] or [""]
    return "\n".join([head, "", *rest] if rest else [head])


@moment("rollup.rows")
def rows_under(words: Words, lines: Sequence[Spoken]) -> str:
    return "\n".join(str(each) for each in lines)


@moment("rollup.head")
def head(words: Words, span: Spoken, name: str, above: str) -> str:
    place = f"{name} ({above})" if above else name
    return words.say("Roll-up of {span}\n{place}", span=str(span), place=place)


@moment("rollup.completeness")
def completeness(  # noqa: PLR0917 – one line, four counts
    words: Words, complete: int, clubs: int, closed: int, expected: int
) -> str:
    if clubs == 0:
        return words.say("There is no club here in this time.")
    return words.say(
        "Closed: {complete} of {clubs} clubs ({closed} of {expected} months)",
        complete=complete,
        clubs=clubs,
        closed=closed,
        expected=expected,
    )


@moment("rollup.nothing_closed")
def nothing_closed(words: Words) -> str:
    return words.say("No month is closed yet, so there is nothing to add up.")


@moment("rollup.value")
def value_line(words: Words, code: str, value: int | None, hidden: int) -> str:
    """One figure; so many groups under five are left out of it."""
    of = OF[code]
    said = value_said(of.unit.value, of.over.value, value)
    if of.unit.value == "dong" and value is not None:
        said = words.shown(Money(value))
    name = rollup_indicator.write(words, code=code)
    if hidden and value is None:
        return words.say("{name}: not shown (groups under five)", name=name)
    if hidden:
        return words.plural(
            "{name}: {value} (without one group under five)",
            "{name}: {value} (without {count} groups under five)",
            hidden,
            name=name,
            value=said,
        )
    return words.say("{name}: {value}", name=name, value=said)


@moment("rollup.beside")
def beside(words: Words, span: Spoken, members: int | None, fund: int | None) -> str:
    """The same clubs in the span before."""
    return words.say(
        "In {span}: {members} members, fund {fund} đồng",
        span=str(span),
        members="–" if members is None else figures(members),
        fund="–" if fund is None else figures(fund),
    )


@moment("rollup.stand_out_and_quiet")
def stand_out_and_quiet(words: Words, stand_out: int, quiet: int) -> str:
    return words.say(
        "Clubs that stand out: {stand_out} · gone quiet: {quiet}", stand_out=stand_out, quiet=quiet
    )


ON_THE_SCREEN = (
    *("members", "older", "women", "meetings", "attendance", "met_with_all_areas_percent"),
    *("fees_received", "lending_fund_total", "fund_of_50_million", "outstanding"),
    *("in_need_percent", "people_helped", "support_sessions"),
)


def overview(found: RollUp) -> Moment:
    """The whole on one phone screen."""
    return joined(lines=list(_overview(found)))


def _overview(found: RollUp) -> Iterator[Moment]:
    whole = found.whole
    yield heading(found)
    yield counted_line(whole)
    if not whole.counted.closed:
        yield nothing_closed()
    else:
        yield from (line_of(whole, code) for code in ON_THE_SCREEN)
    if found.before.counted.closed:
        yield beside(
            span=span_name(span=str(found.span.previous())),
            members=found.before.value(OF["members"]),
            fund=found.before.value(OF["lending_fund_total"]),
        )
    yield from not_closed(found)
    if whole.level is not Level.CLUB:
        yield stand_out_and_quiet(stand_out=found.standing_out, quiet=found.gone_quiet)


def heading(found: RollUp) -> Moment:
    return head(span=span_name(span=str(found.span)), name=found.whole.name, above=found.above)


def counted_line(line: Line) -> Moment:
    of = line.counted
    return completeness(
        complete=of.complete, clubs=of.clubs, closed=of.closed, expected=of.expected
    )


def line_of(line: Line, code: str) -> Moment:
    """One indicator of the line."""
    return value_line(code=code, value=line.value(OF[code]), hidden=line.hidden(OF[code]))


def all_figures(found: RollUp) -> Moment:
    """Every indicator."""
    lines = [heading(found), counted_line(found.whole)]
    if found.whole.counted.closed:
        lines += [line_of(found.whole, each.code) for each in INDICATORS]
    else:
        lines.append(nothing_closed())
    return joined(lines=lines)


@moment("rollup.below_line")
def below_line(words: Words, name: str, complete: int, clubs: int) -> str:
    """A button's label: the area and how much of it is in."""
    return words.say("{name}: {complete}/{clubs}", name=name, complete=complete, clubs=clubs)


@moment("rollup.below_head")
def below_head(words: Words, head: Spoken) -> str:
    said = words.say("Behind each name: clubs with every month closed, of all clubs.")
    return f"{head}\n\n{said}"


@moment("rollup.page_name")
def page_name(words: Words, page: str) -> str:
    names = {
        "below": words.say("See what lies below"),
        "figures": words.say("All figures"),
        "open": words.say("Months not closed"),
        "targets": words.say("Targets of Decision 1648"),
        "praise": words.say("Clubs for praise"),
        "quiet": words.say("Clubs gone quiet"),
        "papers": words.say("Picture, print, workbook"),
        "whole": words.say("The whole roll-up"),
    }
    return names[page]


@moment("rollup.of_span")
def of_span(words: Words, span: str) -> str:
    """The way to another span; typed as it stands it opens it too."""
    return words.say("Roll-up of {span}", span=span_name.write(words, span=span))


@moment("rollup.other_length")
def other_length(words: Words, span: str) -> str:
    return capital(span_name.write(words, span=span))


@moment("rollup.to_come")
def to_come(words: Words, span: str) -> str:
    said = words.say(
        "{span} is still to come; there is nothing to add up yet.",
        span=span_name.write(words, span=span),
    )
    return capital(said)


@moment("rollup.no_such_span")
def no_such_span(words: Words) -> str:
    return words.say(
        "I know no such time and no such place in your area. Please say it like: quarter 3, "
        "month 10, first half, year 2026, last quarter, or the name of a commune."
    )


@moment("rollup.outside")
def outside(words: Words) -> str:
    return words.say("That area is not yours. I can show you your own area and what lies in it.")


@moment("rollup.not_there")
def not_there(words: Words) -> str:
    return words.say("I know no area of that name in your area.")


@moment("rollup.which_of_them")
def which_of_them(words: Words) -> str:
    return words.say("Several have that name. Which one would you like to see?")


@moment("rollup.no_officer")
def no_officer(words: Words) -> str:
    return words.say("Roll-ups are for officers of the Association in their own area.")


@moment("rollup.papers_offered")
def papers_offered(words: Words, head: Spoken) -> str:
    said = words.say("In which form would you like it?")
    return f"{head}\n\n{said}"


@moment("rollup.paper_comes")
def paper_comes(words: Words) -> str:
    return words.say("Here it is.")


@moment("rollup.paper_form")
def paper_form(words: Words, form: str) -> str:
    forms = {
        "png": words.say("As a picture"),
        "pdf": words.say("To print (PDF)"),
        "xlsx": words.say("As a workbook"),
        "list_pdf": words.say("The list to print (PDF)"),
        "list_xlsx": words.say("The list as a workbook"),
    }
    return forms[form]


@moment("rollup.to_officer")
def to_officer(words: Words, area: str) -> str:
    return words.say(
        "This link makes you an officer of the Association for {area}: you can see the "
        "roll-ups there, never a person. Do you accept?",
        area=area,
    )


@moment("rollup.now_officer")
def now_officer(words: Words, area: str) -> str:
    return words.say("You are now an officer for {area}.", area=area)
