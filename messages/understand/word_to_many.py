"""What is to be written to many, said in one message: “nhắn cho cả câu lạc bộ: mai họp lúc 9h”."""

import re
from dataclasses import dataclass

from messages.understand.plain import bare, plain

CLUB, GROUP, UNANSWERED = "club", "group", "unanswered"
_POLITE = (
    r"(?:(?:chau|con|em|lien|oi|a|da|giup|ho|cho|bac|ong|ba|co|chu|toi|minh|anh|chi|hay|nho|muon"
    r"|xin|please) )*"
)
_ALL = (
    r"(?:(?:ca|toan|toan the|tat ca|het|moi|cac) )+"
    r"(?:cau lac bo|clb|hoi|nguoi|bac|ong ba|cu|thanh vien|hoi vien|ba con|xom)"
    r"|ca nha|ba con|hoi vien|thanh vien|the club|everybody|everyone|all members"
)
_SILENT = (
    r"(?:nhung |cac )?(?:nguoi|ai|bac) chua (?:tra loi|bao|dap|noi gi)(?: \w+){0,4}"
    r"|those who have not answered"
)
_HEAD = re.compile(
    rf"{_POLITE}(?:nhan|bao|gui|thong bao|chuyen loi|nhac|loan|write|tell)"
    r"(?: (?:tin|loi|giup|ho|bac|ong|ba|toi|minh|cho|den|toi|voi|rang|to))*"
    rf" (?:(?P<silent>{_SILENT})|(?P<all>{_ALL})|(?P<group>(?:to|nhom|xom) (?!chuc)\w+(?: \w+)?))"
    r"(?: (?:trong|cua) (?:cau lac bo|clb|hoi|xom))?(?: (?:minh|ta|biet|nhe|giup|tin nay|hay|voi))*"
    rf"|{_POLITE}(?:thong bao|loan bao)"
)
_PAUSE = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s+(?:là|rằng|rang|that)\s+|:\s*$|\s*\n\s*|\s*[“\"]")
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class WordToMany:
    """To CLUB, to a GROUP by its name, or to those UNANSWERED; and the words as they were typed."""

    audience: str
    text: str
    group: str = ""


def read_word_to_many(text: str) -> WordToMany | None:
    """What a message wants written, and to whom; None where either is not said."""
    line = plain(text)
    for pause in _PAUSE.finditer(line):
        found = _HEAD.fullmatch(" ".join(bare(line[: pause.start()]).split()))
        words = line[pause.end() :].strip().strip('“”"').strip()
        if found is None or len(words) < _FEWEST_LETTERS:
            continue
        if found["silent"]:
            return WordToMany(UNANSWERED, words)
        return WordToMany(GROUP if found["group"] else CLUB, words, found["group"] or "")
    return None
