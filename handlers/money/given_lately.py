"""The same sum of the same person once more within days: asked, never entered twice by mistake."""

from dataclasses import dataclass
from datetime import date, timedelta

from club.accounts import Kind
from club.money import Money
from handlers.dialogue.asking import read
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.visitor import Visitor
from messages import everywhere as say_everywhere
from messages.moments import Moment
from messages.money import given_lately as say
from messages.understand.answers import read_yes_no
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.volunteers.help_given import purpose
from storage.queries.money.entries_alike import Told, entry_alike, income_alike
from storage.queries.money.payments import Payment, payments_alike

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


async def is_income_told(me: Visitor, amount: Money) -> bool:
    """Whether so much was entered lately as earned by the club, and this is it."""
    since = me.today - timedelta(days=LATELY_DAYS)
    booked = await read(income_alike, me.club_id, amount, since)
    if booked is None:
        return False
    prompt = say.income_once_more(amount, booked.happened_on, slip=booked.voucher)
    return await is_that_one(prompt, booked.id)


@dataclass(frozen=True, slots=True)
class SlipTold:
    """What a payment slip is told to say; empty, or None, is what it does not say."""

    amount: Money
    day: date
    what: str = ""
    receiver: str = ""
    receiver_id: int | None = None

    def is_like(self, each: Payment) -> bool:
        """Whether it is for the same thing or to the same receiver."""
        return (
            bool(self.what and bare(each.what) == bare(self.what))
            or bool(self.receiver and bare(each.receiver) == bare(self.receiver))
            or (self.receiver_id is not None and each.receiver_id == self.receiver_id)
        )


async def is_paid_already(me: Visitor, told: SlipTold) -> bool:
    """Whether a slip of the same sum, for the same thing or to the same receiver, is this one."""
    since = min(told.day, me.today) - timedelta(days=LATELY_DAYS)
    slips = await read(payments_alike, me.club_id, told.amount, since)
    same = [each for each in slips if told.is_like(each)]
    if not same:
        return False
    slip = same[-1]
    paid_for = say_everywhere.plain(slip.what) if slip.what else purpose(slip.purpose.value)
    prompt = say.slip_once_more(paid_for, told.amount, slip.paid_on, slip=slip.voucher)
    return await is_that_one(prompt, slip.id)


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
