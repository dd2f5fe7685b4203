"""Sums that are called by what they are: "trả hết", "như cũ", "gấp đôi", "cả gốc lẫn lãi".

Which sum that is, whoever asks must know; it is asked back and never taken at once.
"""

import re

from club.money import Money
from messages.understand.polite import MANNERS, Around
from messages.understand.words import listed, words_of

_AROUND = Around(
    [
        *MANNERS,
        *listed(
            "trả nộp đóng góp lấy rút gửi đưa xin vay muốn cứ thì là số tiền khoản phần chỗ nợ để"
            " chi chỉ được toàn only just pay i want to owe it take borrow the"
        ),
    ]
)
_WHOLE = frozenset(
    (
        *(
            "het",
            "sach",
            "bo",
            "tat ca",
            "tat tan tat",
            "tat toan",
            "con lai",
            "dut",
            "dut diem",
            "dut no",
            "xong",
            "het no",
            "het ca no",
            "het ca goc ca lai",
            "het ca goc lan lai",
            "het goc lan lai",
            "het ca goc va lai",
        ),
        *("mot lan", "mot lan cho xong", "het mot lan", "het luon", "het ca", "tron", "tron goi"),
        *("toi da", "muc cao nhat", "kich tran", "nhieu nhat", "het co", "cao nhat", "all", "off"),
        *("all of it", "all of", "everything", "everything i", "rest", "what is left", "maximum"),
        *("most", "as much as possible", "het muc", "not"),
    )
)
_DUE = frozenset(
    (
        *(
            "nhu cu",
            "nhu lich",
            "theo lich",
            "dung lich",
            "dung ky",
            "ky nay",
            "ky",
            "thang",
            "du ky",
            "mot ky",
        ),
        *("nhu moi khi", "nhu moi thang", "nhu moi lan", "nhu thang truoc", "nhu lan truoc"),
        *("nhu ky truoc", "bang thang truoc", "bang moi khi", "bang lan truoc", "thang nay"),
        *("nhu ky", "den han", "dung han", "nhu ke hoach", "theo ke hoach", "as usual"),
        *("as planned", "what is due", "same as last month", "same as before", "same"),
    )
)
_BOTH = frozenset(
    (
        *("ca goc lan lai", "ca goc va lai", "goc lan lai", "ca lai lan goc", "ca goc ca lai"),
        *("goc va lai", "lai va goc", "lai lan goc", "ca von lan lai", "principal and interest"),
    )
)
_SO_MUCH = re.compile(r"(?:(?:con )?(?:thieu|no) )?bao nhieu (?:thi )?\w+ (?:bay nhieu|het)")
_INTEREST = frozenset(
    (
        *(
            "lai",
            "phan lai",
            "lai thoi",
            "moi lai",
            "lai ky",
            "lai ky nay",
            "lai thang",
            "lai thang nay",
            "interest",
        ),
        *("interest only", "interest due"),
    )
)
_PRINCIPAL = frozenset(
    (
        *("goc", "phan goc", "goc thoi", "moi goc", "von", "goc ky", "goc ky nay", "goc thang"),
        *("principal", "principal only"),
    )
)
_TWICE = frozenset(("gap doi", "gap hai", "doi len", "hai ky", "double", "twice"))
_HALF = frozenset(("mot nua", "nua", "phan nua", "half", "half of", "mot nua so"))


def sums_called(
    text: str,
    *,
    whole: Money | None,
    due: Money | None,
    interest: Money | None = None,
    principal: Money | None = None,
) -> list[Money]:
    """The sums that may be meant; none for other words, or where nobody knows them.

    whole: all there is, or all that is possible. due: what it usually is, or is due now; interest
    and principal: what that is made of.
    """
    core, _ = _AROUND.stripped(words_of(text))
    said = " ".join(word.bare for word in core)
    if _SO_MUCH.fullmatch(said):
        return _known(whole)
    named = (
        (_WHOLE, (whole,)),
        (_DUE, (due,)),
        (_BOTH, (due, whole)),
        (_INTEREST, (interest,)),
        (_PRINCIPAL, (principal,)),
    )
    for names, sums in named:
        if said in names:
            return _known(*sums)
    if said in _TWICE:
        # Nobody gives more than all there is.
        return [due * 2] if due and (whole is None or due * 2 <= whole) else []
    base = [each for each in (whole or due,) if each and each.dong % 2 == 0]
    return [Money(each.dong // 2) for each in base] if said in _HALF else []


def _known(*sums: Money | None) -> list[Money]:
    return list(dict.fromkeys(each for each in sums if each))
