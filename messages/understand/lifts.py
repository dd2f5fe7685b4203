"""Whether somebody says that she can take others along: "bác chở được một người"."""

import re

from messages.understand.plain import bare, plain

_WHO = r"(?:(?:toi|tui|bac|ba|ong|co|chu|minh|chau|anh|chi|em|mai|hom do|xe|nha|i|da|thi|nay) )*"
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "one": 1, "two": 2, "three": 3}
_N = r"(?P<seats>\d|mot|hai|ba|bon|one|two|three)"
_END = r"(?: (?:nua|nhe|nha|a|chau|di hop|di|hop|day|do|nhi|to the meeting))*"
_TAKES = re.compile(
    rf"{_WHO}(?:co the |con )?cho (?:duoc |them |giup |ho |them duoc )+(?:{_N} )?"
    rf"(?:nguoi|ai|ba con|cho|ba|ong)?(?: nua| khac)*{_END}"
    rf"|{_WHO}(?:con|co|du|thua) (?:(?P<places>\d|mot|hai|ba|bon) )?(?:cho|ghe)"
    rf"(?: trong| ngoi)?{_END}"
    r"(?:\W+(?:ai|co ai) (?:can |muon )?(?:di nho|di cung|di)(?: khong| thi bao)?.*)?"
    rf"|i can take (?:(?P<others>\d|one|two|three) )?(?:person|people|others|somebody|someone)"
    r"(?: along| with me| (?:on|in) my (?:motorbike|bike|car)| to the meeting)*"
)


def seats_told(text: str) -> int | None:
    """How many she takes, 0 where she does not say; None where she says nothing of the kind.

    "Cho" with other marks is another word: to give, a market.
    """
    line = plain(text).lower()
    if not line.isascii() and not re.search(r"\bchở\b|\bchỗ\b|\bghế\b", line):
        return None
    found = _TAKES.fullmatch(" ".join(bare(line).replace(",", " ,").split()).replace(" ,", ","))
    if found is None:
        return None
    said = next((each for each in found.groups() if each), "")
    return _NUMBERS.get(said, int(said) if said.isdecimal() else 0)
