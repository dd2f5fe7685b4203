"""All walks there are, one after the other: half a year of a village."""

from tests.kit import (
    board_walks,
    helping_walks,
    loan_walks,
    meeting_walks,
    money_walks,
    session_walks,
)
from tests.kit.broadcast_walks import WORDS_TO_MANY, praised
from tests.kit.lending import give_fund
from tests.kit.life_walks import CLUB_LIFE
from tests.kit.member_walks import members_and_offices
from tests.kit.table_walks import at_the_table
from tests.kit.village import Village
from tests.kit.walker import Walker, all_of


async def everything_walked(v: Village, walker: Walker) -> None:
    """All dialogues in one half year of the village."""
    await before_the_meeting(v, walker)
    await v.waits(days=2, hours=4)
    await all_of(walker, meeting_walks.ON_THE_DAY)
    await all_of(walker, meeting_walks.WRITTEN_DOWN)
    await all_of(walker, loan_walks.DECIDE_ROUND)
    await v.waits(days=16, hours=2)
    await after_the_meeting(v, walker)
    await v.waits(days=14)
    await walker.walks(money_walks.CLOSING)
    await helping_walks.checked(v, walker)
    await members_and_offices(v, walker)


async def before_the_meeting(v: Village, walker: Walker) -> None:
    """People, first money, loans, plans, help."""
    await board_walks.strangers_come(v, walker)
    await board_walks.own_wishes(v, walker)
    await all_of(walker, money_walks.FEES)
    await money_walks.cash_in_hands(v, walker)
    give_fund(v, 30)
    await all_of(walker, loan_walks.LOANS)
    await loan_walks.round_opens(v, walker)
    await meeting_walks.planned(walker)
    await meeting_walks.told_by_mouth(v, walker)
    await all_of(walker, session_walks.HELP)
    await all_of(walker, CLUB_LIFE)
    await session_walks.helped(v, walker)
    await all_of(walker, WORDS_TO_MANY)
    await praised(v, walker)
    await all_of(walker, helping_walks.HELPING)
    await all_of(walker, board_walks.SETTINGS_OF_CLUB)


async def after_the_meeting(v: Village, walker: Walker) -> None:
    """Sessions counted, offices changed, the books put right, money at the next meeting."""
    await all_of(walker, session_walks.CHECK_IN)
    await all_of(walker, board_walks.OFFICES)
    await all_of(walker, money_walks.FEES_SETTLED)
    await all_of(walker, money_walks.IN_THE_BOOKS)
    await all_of(walker, money_walks.PAID_OUT)
    await at_the_table(v, walker)
