"""What every page of a month's books has: its month, the unit, and the places to sign."""

from collections.abc import Sequence

from club.calendar import Month
from messages.papers.kinds import Drawn
from messages.papers.sheets import Heading, Section, Sheet, printed
from messages.wording import Words

SMALL_LETTERS_POINTS = 10.5


def month_page(  # noqa: PLR0917 – one layout for all books
    words: Words,
    title: str,
    heading: Heading,
    month: Month,
    sections: Sequence[Section],
    file_name: str,
    *,
    landscape: bool = False,
    letters_points: float | None = None,
) -> Drawn:
    """The page as a PDF; across, and by itself in small letters, where it has many columns."""
    sheet = Sheet(
        title=title,
        heading=heading,
        under_title=under_title(words, month),
        sections=sections,
        signatures=[
            (words.say("Cashier"), ""),
            (words.say("Bookkeeper"), ""),
            (words.say("Chair"), ""),
        ],
        landscape=landscape,
        letters_points=letters_points or (SMALL_LETTERS_POINTS if landscape else 12),
    )
    return printed(sheet, words, f"{file_name}-{month}.pdf")


def under_title(words: Words, month: Month) -> tuple[str, str]:
    name = words.say("Month {month}", month=f"{month.month}/{month.year}")
    return (name, words.say("(sums in đồng)"))
