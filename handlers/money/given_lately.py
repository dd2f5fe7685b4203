"""The same sum of the same person once more within days: asked, never entered twice by mistake."""

from club.accounts import Kind
from club.money import Money
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.visitor import Visitor
from messages.moments import Moment
from messages.money import given_lately as say
from storage.queries.money.entries import EntryLine, entries_about

LATELY_DAYS = 10
_MOST_ENTRIES = 10
_SAID = {
    "no": ("lần đó", "lần ấy", "khoản đó", "khoản ấy", "trùng", "ghi rồi", "the same"),
    "yes": ("lần nữa", "nộp thêm", "lần khác", "khoản khác", "lần mới", "another"),
}


async def is_the_same(ask: Ask, me: Visitor, *, member_id: int, kind: Kind, amount: Money) -> bool:
    """Whether it stands in the books already (Club rules, B.3); asked only where it may."""
    lines = await read(entries_about, me.club_id, member_id, _MOST_ENTRIES)
    same = [each for each in lines if _is_alike(each, me, kind, amount)]
    if not same:
        return False
    booked = same[0]
    name = "" if booked.person_id == me.person_id else booked.name
    prompt = say.once_more(name, amount, booked.happened_on, slip=booked.voucher)
    return await is_that_one(ask, prompt)


async def is_that_one(ask: Ask, prompt: Moment) -> bool:
    """Whether what was told is the one that the question names; else it is another."""
    answer = await ask.choice(
        "once_more",
        prompt,
        among=("no", "yes"),
        shown_as=say.answer,
        said_as=lambda each: _SAID[each],
    )
    return answer == "no"


def _is_alike(each: EntryLine, me: Visitor, kind: Kind, amount: Money) -> bool:
    days = (me.today - each.happened_on).days
    return each.kind is kind and each.amount == amount and days <= LATELY_DAYS
