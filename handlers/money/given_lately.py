"""The same sum of the same person once more within days: asked, never entered twice by mistake."""

from datetime import timedelta

from club.accounts import Kind
from club.money import Money
from handlers.dialogue.asking import read
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.visitor import Visitor
from messages.moments import Moment
from messages.money import given_lately as say
from messages.understand.answers import read_yes_no
from messages.understand.readings import Value
from storage.queries.money.entries_alike import Told, entry_alike

LATELY_DAYS = 10
_SAID = {
    "no": ("lần đó", "lần ấy", "khoản đó", "khoản ấy", "trùng", "ghi rồi", "the same"),
    "yes": ("lần nữa", "nộp thêm", "lần khác", "khoản khác", "lần mới", "another"),
}


async def is_the_same(me: Visitor, *, member_id: int, kind: Kind, amount: Money) -> bool:
    """Whether it stands in the books already (Club rules, B.3); asked only where it may."""
    since = me.today - timedelta(days=LATELY_DAYS)
    told = Told(club_id=me.club_id, member_id=member_id, kind=kind, amount=amount, since=since)
    booked = await read(entry_alike, told)
    if booked is None:
        return False
    name = "" if booked.person_id == me.person_id else booked.name
    prompt = say.once_more(name, amount, booked.happened_on, slip=booked.voucher)
    return await is_that_one(prompt, booked.id)


class OnceMoreQuestion(ChoiceQuestion[str]):
    """Asked of one entry: what was answered to it says nothing of another that came since."""

    __slots__ = ()

    def _agreed(self, text: str) -> str | None:
        agreed = read_yes_no(text)
        if not isinstance(agreed, Value):
            return None
        return str(self.key("yes" if agreed.value else "no"))


async def is_that_one(prompt: Moment, number: int) -> bool:
    """Whether what was told is the one of this number, which the question names; else another."""
    answer = await OnceMoreQuestion(
        "once_more",
        prompt,
        ("no", "yes"),
        say.answer,
        lambda each: f"{each}/{number}",
        lambda each: _SAID[each],
    )
    return answer == "no"
