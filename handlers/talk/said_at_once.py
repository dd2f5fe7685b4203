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
from messages.understand.lifts import seats_told
from messages.understand.mentioned import sums_mentioned
from messages.understand.money import read_money
from messages.understand.money_wishes import plainly_wished, sum_in_slang
from messages.understand.plain import bare
from messages.understand.readings import Unclear, Value
from messages.understand.told import DAY_SAID, sentence_of, stretch_told

_POLITE = frozenset(
    bare(each)
    for each in (
        *("cháu", "con", "em", "ơi", "dạ", "thưa", "bác", "ông", "bà", "cô", "chú", "cụ", "tôi"),
        *("tui", "mình", "cho", "xin", "muốn", "định", "được", "anh", "chị", "liên", "à", "ạ", "i"),
        *("cần", "tính", "hỏi", "đang", "sẽ", "e", "nhà", "đặng", "dc", "hôm", "nay", "bữa", "giờ"),
        *("má", "mẹ", "dì", "dượng", "cậu", "mợ", "thím", "o", "mệ", "gia", "đình", "này", "alo"),
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
    *("tang quy", "gop quy", "bieu hoi", "tang hoi", "ung ho hoi", "bieu clb", "bieu cau lac bo"),
    *("ung ho clb", "ung ho cau lac bo", "bieu", "tang"),
    *("donate", "give"),
)
# "Tăng thêm 5 nghìn" gives nothing, "biểu" is to say.
_NO_GIFT = frozenset({"tăng", "biểu"})
_EITHER = ("dong gop", "contribute", "dong", "gop", "nop")
_LOAN = (
    *("vay cua quy", "vay cua hoi", "vay von cua hoi", "vay von quy", "vay quy", "vay hoi"),
    *("vay ban", "xin vay von", "vay von", "vay tien", "xin vay", "vay", "borrow"),
)
# "Góp 50k vào quỹ", "nộp 15k tiền phí": whether it says that it is the fee.
_TO_WHAT = {
    "tien phi": "fee", "phi": "fee", "tien hoi": "fee", "hoi phi": "fee", "tien hoi phi": "fee",
    "vao quy": "", "cho quy": "", "vao hoi": "", "cho hoi": "", "cho clb": "", "tien quy": "",
}  # fmt: skip
_HOW_REPAID = frozenset({"moi", "tra", "hang", "dan", "each", "every", "repay"})
_FOR = frozenset({"de", "cho", "for", "to"})
DAY_WORDS = frozenset(bare(each) for each in WORDS)
THIS_MONTH = frozenset({"thang nay", "cho thang nay", "cua thang nay", "this month"})


@dataclass(frozen=True, slots=True)
class Begun:
    """A dialogue to begin, its subject, and answers by the names of its questions.

    `later`: other work that was told with it, in its own words.
    """

    dialogue: str
    subject: str = ""
    carried: Mapping[str, str] = field(default_factory=dict)
    later: str = ""


def begun_at_once(text: str, me: Visitor) -> Begun | None:
    """What a whole message at the menu begins; None for anything else."""
    if me.may(Action.ANSWER_MEETING) and bare(text) in DAY_WORDS:
        return Begun("here", bare(text))
    if me.may(Action.ANSWER_MEETING) and (coming := coming_told(text)) is not None:
        return answer_said(coming, text, me.today)
    if me.may(Action.ANSWER_MEETING) and (seats := seats_told(text)) is not None:
        return Begun("give_lift", carried={"seats": str(seats)} if seats else {})
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
    text = plainly_wished(text)
    raises = _NO_GIFT & set(text.lower().split())
    for phrases, meant in ((_FEE, "fee"), (() if raises else _GIFT, "money"), (_EITHER, "")):
        rest = _after(text, phrases)
        if not rest:
            continue
        rest, named = _without_what_for(rest)
        kind = meant or named
        if not _is_a_sum(rest, kind):
            # Rice, a working day, something else: the dialogue asks.
            return {} if kind == "money" and any(each.isdigit() for each in rest) else None
        return {"what": kind, "sum": rest} if kind else {"sum": rest}
    return None


def _without_what_for(rest: str) -> tuple[str, str]:
    """ "50k vào quỹ" without the end, and the kind that the end names."""
    words = rest.split()
    for length in (3, 2, 1):
        end = " ".join(bare(each) for each in words[-length:])
        if len(words) > length and end in _TO_WHAT:
            return " ".join(words[:-length]), _TO_WHAT[end]
    return rest, ""


def _is_a_sum(rest: str, kind: str) -> bool:
    if not isinstance(read_money(rest), Unclear):
        return True
    is_time = {"thang", "nam", "months", "month"} & set(bare(rest).split())
    some_months = bool(is_time) and isinstance(read_months(rest), Value)
    return kind == "fee" and (bare(rest) in THIS_MONTH or some_months or bare(rest) == "ca nam")


def _wanted(text: str) -> dict[str, str] | None:
    """Sum, months and purpose of "vay 5 triệu", "vay 3 triệu nuôi gà một năm"."""
    words = _after(plainly_wished(text), _LOAN).split()
    # The time first: in "năm triệu năm tháng" the second "năm" belongs to it.
    tail = next((at for at in range(1, len(words)) if _is_a_time(words[at:])), len(words))
    sums = sums_mentioned(" ".join(words[:tail]))
    piece = None if sums else sum_in_slang(words[:tail])
    if len(sums) != 1 and piece is None:
        return None
    wanted = {"amount": str(sums[0].dong) if piece is None else " ".join(words[slice(*piece)])}
    if words[tail:]:
        wanted["months"] = " ".join(words[tail:])
    begin, end = piece or _where_said(words[:tail], sums[0])
    what_for = _first_clause(words[:begin] + words[end:tail])
    if not what_for or not end or _HOW_REPAID & set(map(bare, what_for)):
        return wanted
    purpose = " ".join(what_for)
    # Where it is none of those offered, it stands as it was said.
    return wanted | {"purpose": purpose, "purpose_typed": purpose}


def _first_clause(words: Sequence[str]) -> list[str]:
    """What it is for: "nuôi lợn nái, sang năm trả cả gốc lẫn lãi" says behind the comma how."""
    ends = (at + 1 for at, each in enumerate(words) if each.endswith(","))
    clause = words[: next(ends, len(words))]
    return [each.rstrip(",") for each in clause if bare(each) not in _FOR]


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
