"""On what terms the club lends, for whoever asks: "lãi mấy phân", "vay 5 triệu lãi bao nhiêu"."""

from club.members import Action
from club.money import Money
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.loans import loan_requests as say_request
from messages.loans import loan_terms as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.interest_asked import asks_of_interest
from messages.understand.mentioned import sums_mentioned
from storage.queries import Connection
from storage.queries.loans.lending import lending

EXAMPLE = Money(1_000_000)
_WHOLE_HUNDREDTHS = 10_000


@screen("loan_terms")
def loan_terms(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument`: the sum in đồng that was spoken of, if one was."""
    if not me.may(Action.ASK_LOAN):
        return shown_no(Code.NOT_ALLOWED)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("loan"), say_request.title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    sum_ = Money(int(argument)) if argument.isdecimal() and len(argument) <= 12 else EXAMPLE
    return Card(_terms(me, db, sum_ or EXAMPLE), choices=choices(ways))


def terms_asked(text: str, me: Visitor) -> ScreenPress | None:
    """Where the answer stands, for a member who asks what interest the club takes."""
    if not me.may(Action.ASK_LOAN) or not asks_of_interest(text):
        return None
    return ScreenPress("loan_terms", str(_sum_in(text).dong))


def terms_said(text: str, me: Visitor, db: Connection) -> Moment | None:
    """The answer itself, in the middle of something else."""
    return None if terms_asked(text, me) is None else _terms(me, db, _sum_in(text))


def _sum_in(text: str) -> Money:
    sums = sums_mentioned(text)
    return sums[0] if len(sums) == 1 else EXAMPLE


def _terms(me: Visitor, db: Connection, sum_: Money) -> Moment:
    settled = lending(db, me.club_id, me.today)
    rate, months = settled.rate_hundredths_percent_a_month, settled.rules.months
    return say.interest_is(
        rate=rate,
        sum_=sum_,
        interest=sum_.part(rate, _WHOLE_HUNDREDTHS),
        shortest=months[0],
        longest=months[-1],
    )
