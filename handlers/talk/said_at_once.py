"""A wish and its answers in one message: "đóng phí 15 nghìn", "vay 5 triệu một năm", "thôi tôi
không đi được". The dialogue begins with these answers given; they are read back like all others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from club.day_word import WORDS
from club.members import Action
from club.money import Money
from handlers.dialogue.visitor import Visitor
from handlers.life.life_said import life_said
from messages.understand.coming import Coming, coming_told
from messages.understand.dates import read_day
from messages.understand.durations import read_months
from messages.understand.mentioned import sums_mentioned
from messages.understand.money import read_money
from messages.understand.plain import bare
from messages.understand.readings import Unclear, Value
from messages.understand.told import DAY_SAID, sentence_of, stretch_told

_POLITE = frozenset(
    bare(each)
    for each in (
        *("cháu", "con", "em", "ơi", "dạ", "thưa", "bác", "ông", "bà", "cô", "chú", "cụ", "tôi"),
        *("tui", "mình", "cho", "xin", "muốn", "định", "được", "anh", "chị", "liên", "à", "ạ", "i"),
        *("want", "to", "would", "like", "please"),
    )
)
_FEE = (
    *("dong phi thanh vien", "dong tien phi", "dong tien hoi", "dong tien quy", "dong hoi phi"),
    *("nop tien phi", "nop hoi phi", "nop tien quy", "gui tien phi", "dong phi", "nop phi"),
    *("gop phi", "gui phi", "dong tien", "nop tien", "dong quy", "nop quy", "pay the fee of"),
    *("pay the fee", "pay fee"),
)
_GIFT = (
    *("ung ho so tam long vang", "ung ho tam long vang", "gop tam long vang", "so tam long vang"),
    *("tam long vang", "ung ho cho quy", "ung ho quy", "ung ho", "quyen gop", "bieu quy"),
    *("tang quy", "gop quy"),
    *("donate", "give"),
)
_EITHER = ("dong gop", "contribute", "dong", "gop", "nop")
_LOAN = ("xin vay von", "vay von", "vay tien", "xin vay", "vay", "borrow")
_FOR = frozenset({"de", "cho", "for", "to"})
DAY_WORDS = frozenset(bare(each) for each in WORDS)
THIS_MONTH = frozenset({"thang nay", "cho thang nay", "cua thang nay", "this month"})


@dataclass(frozen=True, slots=True)
class Begun:
    """A dialogue to begin, its subject, and answers by the names of its questions."""

    dialogue: str
    subject: str = ""
    carried: Mapping[str, str] = field(default_factory=dict)


def begun_at_once(text: str, me: Visitor) -> Begun | None:
    """What a whole message at the menu begins; None for anything else."""
    if me.may(Action.ANSWER_MEETING) and bare(text) in DAY_WORDS:
        return Begun("here", bare(text))
    if me.may(Action.ANSWER_MEETING) and (coming := coming_told(text)) is not None:
        return answer_said(coming, text, me.today)
    if me.may(Action.DECLARE_CONTRIBUTION) and (given := what_is_given(text)) is not None:
        return Begun("contribute", carried=given)
    if me.may(Action.ASK_LOAN) and (wanted := _wanted(text)) is not None:
        return Begun("loan", carried=wanted)
    told = life_said(text, me)
    return None if told is None else Begun(*told)


def answer_said(coming: Coming, text: str, today: date) -> Begun:
    """The next meeting answered, or that of the day that was named."""
    words = ["next", coming.answer]
    named = stretch_told(
        sentence_of(text), lambda each: read_day(each, today=today, ahead=True), DAY_SAID
    )
    words += [f"on:{each.isoformat()}" for each in (named.readings if named else ())]
    said = {"said": coming.reason, "late": coming.late, "others": coming.others}
    words += [name for name, is_so in said.items() if is_so]
    return Begun("meeting", " ".join(words), {"reason": coming.reason} if coming.reason else {})


def what_is_given(text: str) -> dict[str, str] | None:
    """Kind and sum of "đóng phí 15 nghìn", "đóng tiền tháng này", "ủng hộ 50k"."""
    for phrases, kind in ((_FEE, "fee"), (_GIFT, "money"), (_EITHER, "")):
        rest = _after(text, phrases)
        if not rest:
            continue
        if not _is_a_sum(rest, kind):
            # Rice, a working day, something else: the dialogue asks.
            return {} if kind == "money" and any(each.isdigit() for each in rest) else None
        return {"what": kind, "sum": rest} if kind else {"sum": rest}
    return None


def _is_a_sum(rest: str, kind: str) -> bool:
    if not isinstance(read_money(rest), Unclear):
        return True
    is_time = {"thang", "nam", "months", "month"} & set(bare(rest).split())
    some_months = bool(is_time) and isinstance(read_months(rest), Value)
    return kind == "fee" and (bare(rest) in THIS_MONTH or some_months or bare(rest) == "ca nam")


def _wanted(text: str) -> dict[str, str] | None:
    """Sum, months and purpose of "vay 5 triệu", "vay 3 triệu nuôi gà một năm"."""
    words = _after(text, _LOAN).split()
    # The time first: in "năm triệu năm tháng" the second "năm" belongs to it.
    tail = next((at for at in range(1, len(words)) if _is_a_time(words[at:])), len(words))
    sums = sums_mentioned(" ".join(words[:tail]))
    if len(sums) != 1:
        return None
    wanted = {"amount": str(sums[0].dong)}
    if words[tail:]:
        wanted["months"] = " ".join(words[tail:])
    begin, end = _where_said(words[:tail], sums[0])
    what_for = [each for each in words[:begin] + words[end:tail] if bare(each) not in _FOR]
    return wanted | ({"purpose": " ".join(what_for)} if what_for and end else {})


def _where_said(words: Sequence[str], amount: Money) -> tuple[int, int]:
    """From which word to which the sum is said; (0, 0) where politeness stands inside it."""
    places = ((i, j) for i in range(len(words)) for j in range(len(words), i, -1))
    said = (each for each in places if read_money(" ".join(words[slice(*each)])) == Value(amount))
    return next(said, (0, 0))


def _is_a_time(words: Sequence[str]) -> bool:
    line = " ".join(words)
    named = {"thang", "nam", "months", "year"} & set(bare(line).split())
    return bool(named) and isinstance(read_months(line), Value)


def _after(text: str, phrases: tuple[str, ...]) -> str:
    """What stands behind one of the phrases, only polite words before it; "" for none."""
    typed = text.split()
    said = [bare(each) for each in typed]
    start = 0
    while start < len(said) and (said[start] in _POLITE or not said[start]):
        start += 1
    line = " ".join(said[start:])
    for phrase in phrases:
        if line.startswith(f"{phrase} "):
            return " ".join(typed[start + len(phrase.split()) :])
    return ""
