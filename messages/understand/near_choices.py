"""Other words for a choice than those on its button: “tiền mặt” for the box, “ck” for the bank."""

from collections.abc import Sequence

from messages.understand.plain import bare
from messages.understand.words import listed, words_of

_MOST_NEAR = 5
_AROUND = frozenset(
    listed(
        "o trong de bang qua vao gui cat dang thi la ben cho da a nhe nha chau con em oi bac ong ba"
        " co chu toi tui minh tien dua lay tra nop roi ay do het in by the"
    )
)
_CASH = (
    "tien mat|mat|tien tuoi|tien giay|hop|hom|ket|ket sat|tu|ngan keo|tay|trong tay|tan tay|cam tay"
    "|dua tay|cash|box"
)
_BANK = (
    "tai khoan|chuyen khoan|chuyen tien|ngan hang|nha bang|ck|tk|stk|app|the|banking|bank|account"
    "|internet banking|transfer|qr|quet ma|agribank|vietcombank|bidv"
)
# As buttons are written, with their marks: "Tự giúp nhau" is no "tủ".
_ON_CASH = "tiền mặt|hộp tiền|hộp|hòm|két|tủ|trong tay|tận tay|cash|box|hand|hands"
_ON_BANK = "tài khoản|chuyển khoản|ngân hàng|bank|account|transfer"
_NEAR = tuple(
    (frozenset(said.split("|")), tuple(shown.split("|")))
    for said, shown in ((_CASH, _ON_CASH), (_BANK, _ON_BANK))
)
"""What is said, and the words that show on which button it is."""
_ALL = frozenset(each for said, _ in _NEAR for each in said)
# "Hôm qua" is no "hòm".
_A_DAY = frozenset({"qua", "nay", "kia", "truoc"})


def near_choices(text: str, labels: Sequence[str]) -> list[int]:
    """The places of the labels that are called otherwise than they were typed; mostly none."""
    core = _core(text)
    if _A_DAY & set(bare(text).split()) and "hom" in core.split():
        return []
    lines = [f" {' '.join(each.raw for each in words_of(label))} " for label in labels]
    for said, shown in _NEAR:
        if core in said:
            called = [any(f" {each} " in line for each in shown) for line in lines]
            found = [place for place, is_it in enumerate(called) if is_it]
            return found if len(found) <= _MOST_NEAR else []
    return []


def _core(text: str) -> str:
    """Without the little words around it, as far as needed."""
    words = bare(text).replace(",", " ").split()
    while len(words) > 1 and words[0] in _AROUND and " ".join(words) not in _ALL:
        words = words[1:]
    while len(words) > 1 and words[-1] in _AROUND and " ".join(words) not in _ALL:
        words = words[:-1]
    return " ".join(words)
