"""The form that a club with a past fills in: the guide in it, and how it is handed out in chat."""

from messages.moments import moment
from messages.wording import Words


@moment("import_form.title")
def title(words: Words) -> str:
    return words.say("Form for the paper books")


@moment("import_form.here_it_is")
def here_it_is(words: Words) -> str:
    return words.say(
        "Here is the form for what stands in the paper books: members, fees paid, running "
        "loans and what each fund holds.\n"
        "Please fill it in on a computer and give it to whoever looks after me there. First "
        "there is a preview; nothing is written unless every row is right.\n"
        "Without a computer you can enter the opening balances right here: type “opening "
        "balance”."
    )


def guide(words: Words) -> tuple[str, list[str]]:
    """The title, and what has to be known before the first row is written."""
    return words.say("How to fill in this form"), [*_first(words), *_of_each_list(words)]


def _first(words: Words) -> list[str]:
    return [
        words.say(
            "Fill in the lists you have; a list that stays empty is passed over. One person, one "
            "loan or one fund stands in one row."
        ),
        words.say("A column with a star may not stay empty."),
        words.say(
            "Write sums in đồng with all their digits, and days with their year. Please do not "
            "merge cells, and do not change the names above the columns."
        ),
        words.say(
            "First look at the preview. If a row is wrong, nothing at all is written; put it "
            "right and try again. Rows that were taken over before are not taken twice."
        ),
    ]


def _of_each_list(words: Words) -> list[str]:
    return [
        words.say(
            "For each member, write how and on which day consent was given to keep the data: "
            "signature, thumbprint or before a witness. Without it only name and group are taken."
        ),
        words.say(
            "Whether somebody is poor is kept only where the member agreed to that too, in a "
            "column of its own."
        ),
        words.say(
            "Fees: what was paid for the months from the first to the last, in all. This money is "
            "not counted again: it is part of the funds."
        ),
        words.say(
            "Loans: only those that are not paid back. The next day to pay is that of the oldest "
            "instalment not paid, even if it is past."
        ),
        words.say(
            "Funds: the cash there is today, by where it came from. What members owe is not in "
            "it; it comes from the list of loans."
        ),
    ]
