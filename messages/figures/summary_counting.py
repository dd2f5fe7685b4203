"""Around the figures of a month: how each is counted, the papers of it, months that have none."""

from collections.abc import Sequence

from club.calendar import Month
from club.summary import MonthlySummary
from club.summary.indicators import Measure, Subject, measures
from messages.figures import summary_lines as say
from messages.figures.summary_definitions import definition
from messages.figures.summary_names import measure_line, name_of, written_value
from messages.moments import Moment, Spoken, moment
from messages.wording import Words

ON_ONE_SCREEN = 7


@moment("summary.how_counted")
def how_counted(words: Words) -> str:
    return words.say("How is this counted?")


@moment("summary.how_head")
def how_head(words: Words, month: Month, part: int, parts: int) -> str:
    head = words.say("How the figures of {month} are counted", month=month)
    return head if parts == 1 else f"{head} ({part}/{parts})"


@moment("summary.how_more")
def how_more(words: Words) -> str:
    return words.say("More figures")


@moment("summary.no_such_month")
def no_such_month(words: Words) -> str:
    """As it was said before the two reasons had a sentence each."""
    return words.say(
        "For that month there is no summary: the club had not begun, or the month has not."
    )


@moment("summary.areas_left_out")
def areas_left_out(words: Words) -> str:
    """The button; the line in the text names the areas."""
    return words.say("Areas without an activity yet")


@moment("summary.month_to_come")
def month_to_come(words: Words, month: Month) -> str:
    return words.say("{month} has not begun yet, so there is no summary of it.", month=month)


@moment("summary.month_before_founding")
def month_before_founding(words: Words, month: Month, founded: Month) -> str:
    return words.say(
        "In {month} the club did not exist yet; its first summary is that of {founded}.",
        month=month,
        founded=founded,
    )


@moment("summary.no_month_so_called")
def no_month_so_called(words: Words) -> str:
    return words.say(
        "I did not understand which month. A year has the months 1 to 12; you can write, for "
        "example, “summary 10/2026”."
    )


@moment("summary.papers_title")
def papers_title(words: Words) -> str:
    return words.say("Picture, to print, as a table")


@moment("summary.papers_offered")
def papers_offered(words: Words, month: Month) -> str:
    return words.say("In which form would you like {month}?", month=month)


@moment("summary.as_picture")
def as_picture(words: Words) -> str:
    return words.say("Picture for the phone")


@moment("summary.as_pdf")
def as_pdf(words: Words) -> str:
    return words.say("To print and sign (PDF)")


@moment("summary.as_workbook")
def as_workbook(words: Words) -> str:
    return words.say("The books as a table (XLSX)")


@moment("summary.paper_comes")
def paper_comes(words: Words, month: Month) -> str:
    return words.say("Here is the summary of {month}.", month=month)


@moment("summary.comes_by_itself")
def comes_by_itself(words: Words, summary: Spoken) -> str:
    over = words.say("The month is over; here is its summary.")
    return f"{over}\n\n{summary}"


def counted_how(summary: MonthlySummary, of: Subject, part: int, *, for_board: bool) -> Moment:
    """Name, value, the month before and the definition of each figure; `part` begins at 1."""
    of_subject = shown_measures(summary, of, for_board=for_board)
    parts = parts_of(of_subject)
    chosen = of_subject[(part - 1) * ON_ONE_SCREEN : part * ON_ONE_SCREEN]
    head = how_head(month=summary.month, part=part, parts=parts)
    return say.lines(lines=[head, say.blank(), *(_line(each) for each in chosen)])


def shown_measures(summary: MonthlySummary, of: Subject, *, for_board: bool) -> Sequence[Measure]:
    """The figures of one subject that the reader may see."""
    return [
        each
        for each in measures(summary.figures, summary.before)
        if each.subject is of and (for_board or not each.for_board)
    ]


def parts_of(of_subject: Sequence[Measure]) -> int:
    """On how many screens they stand."""
    return max(1, -(-len(of_subject) // ON_ONE_SCREEN))


def _line(measure: Measure) -> Moment:
    return measure_line(
        name=name_of(measure),
        value=written_value(measure.unit, measure.value),
        before=written_value(measure.unit, measure.before),
        unit=measure.unit.value,
        how=definition(code=measure.code),
    )
