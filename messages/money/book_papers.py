"""What is said around the printed pages of the books."""

from club.calendar import Month
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("book_papers.title")
def title(words: Words) -> str:
    return words.say("Pages to print")


@moment("book_papers.which")
def which(words: Words, month: Month) -> str:
    return words.say("Which page of {month} shall I make for printing?", month=month)


@moment("book_papers.page_name")
def page_name(words: Words, page: str) -> str:
    names = {
        "cash": words.say("Cash book"),
        "loans": words.say("Loan book"),
        "fees": words.say("Fee book"),
        "golden_heart": words.say("Golden Heart book"),
        "closed": words.say("Closed month with its code"),
        "meeting": words.say("Sheet for the meeting, to sign"),
    }
    return names[page]


@moment("book_papers.of_month")
def of_month(words: Words, month: Month) -> str:
    return words.say("Pages of {month}", month=month)


@moment("book_papers.other_pages")
def other_pages(words: Words) -> str:
    return words.say("Other pages")


@moment("book_papers.here_it_is")
def here_it_is(words: Words, page: Spoken, month: Month) -> str:
    return words.say(
        "Here it is to print: {page}, {month}. It names people with their sums, so please keep it "
        "within the board.",
        page=str(page).lower(),
        month=month,
    )


@moment("book_papers.not_closed_yet")
def not_closed_yet(words: Words, month: Month) -> str:
    return words.say(
        "The books of {month} are not closed yet. When chair and bookkeeper have closed them, I "
        "make the page with the code.",
        month=month,
    )


@moment("book_papers.corrected")
def corrected(words: Words, what: Spoken) -> str:
    return words.say("taken off by a correction: {what}", what=what)


@moment("book_papers.signer")
def signer(words: Words, which: str) -> str:
    """The two who closed the month."""
    names = {"closed_by": words.say("Closed by"), "second": words.say("Agreed by")}
    return names[which]
