"""Vietnamese phone numbers as people write and say them, in the international form +84…"""

import re

from messages.understand.numbers import DIGITS, NUMBER_WORDS
from messages.understand.plain import plain
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Value, Why, reading_of
from messages.understand.words import MOST_WORDS, Word, is_number, listed, words_of

# The networks' prefixes since 2018, without the leading nought.
_MOBILE = re.compile(r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}")
# The eleven-digit mobile prefixes of before September 2018 and what became of them.
_OLD_MOBILE = {
    "120": "70", "121": "79", "122": "77", "126": "76", "128": "78",
    "123": "83", "124": "84", "125": "85", "127": "81", "129": "82",
    "162": "32", "163": "33", "164": "34", "165": "35", "166": "36", "167": "37", "168": "38",
    "169": "39", "186": "56", "188": "58", "199": "59",
}  # fmt: skip
# Area codes since 2017: 24 and 28 have eight digits behind them, the others seven.
_LANDLINE = re.compile(
    r"2[48][0-9]{8}"
    r"|2(?:0[3-9]|1[0-689]|2[0125-9]|3[2-9]|5[124-9]|6[0-3]|7[0-7]|9[0-4679])[0-9]{7}"
)
_COUNTRY = re.compile(r"(?:\+|00)?840?(?=[0-9]{9,10}$)")

_AROUND = Around(
    [
        *MANNERS,
        *listed(
            "số điện thoại của là sđt sdt đt dt zalo di động gọi máy bàn nhà có dùng tel phone"
        ),
        *listed("number my is mobile nhắn"),
    ],
    meaning=NUMBER_WORDS,
)
_IN_A_SENTENCE = re.compile(r"(?<![0-9+])(?:\+84|0)[ .-]?[0-9](?:[ .-]?[0-9]){7,9}(?!\w)")
_BETWEEN = {".", "-", "–", "(", ")", "/", ","}
_OR = {"hay", "hoac", "va", "or", "and", ";"}
# "Hổng có máy", "bác không xài điện thoại", "chưa có".
_KIN = r"(?:da|toi|tui|minh|bac|ong|ba|co|chu|cu|chau|con|em|anh|chi|o|nha|thi|i)"
_NONE = re.compile(
    rf"(?:{_KIN} )*(?:(?:khong|ko|k|hong|hok|hem|chua|chang|cha|no|deo|lam gi)"
    r"(?: (?:co|dung|xai|sai|sam|duoc|biet dung|biet xai|mang|con|he|con dung))*"
    r"(?: (?:cai|chiec|may|so|dien thoai|dt|sdt|di dong|zalo|nao|rieng|phone|ca|het|gi|dau|a|chau"
    r"|con|em|nhe|nha|roi|nua))*|bo qua|none|(?:do not|don't|don t) have (?:one|a phone|any)"
    r"|have (?:none|no phone)|no phone)"
)
_ENGLISH_DIGITS = {
    word: str(digit)
    for digit, word in enumerate(listed("zero one two three four five six seven eight nine"))
}
_LETTER_O = re.compile(r"(?<![a-z])o(?=[0-9])|(?<=[0-9])o(?=[0-9 ]|$)")


def read_phone(text: str) -> Reading[str]:
    """The number as "+84912345678": mobile or landline of Vietnam, old prefixes renewed."""
    words = words_of(_LETTER_O.sub("0", text[:200].lower()))
    if not words:
        return Unclear(Why.NOT_A_PHONE if text.strip() else Why.EMPTY)
    if len(words) > MOST_WORDS or len(text) > 200:
        return Unclear(Why.TOO_LONG)
    if does_not_know(words):
        return Unclear(Why.DOES_NOT_KNOW)
    core, _ = _AROUND.stripped(words)
    return _read(core, text)


def _read(core: list[Word], text: str) -> Reading[str]:
    whole = _digits(core)
    if whole is not None and (number := _international(whole)):
        return reading_of([number], Why.NOT_A_PHONE)
    several = [_digits(piece) for piece in _pieces(core)]
    numbers = [number for digits in several if digits and (number := _international(digits))]
    if len(several) > 1 and len(numbers) == len(several):
        return reading_of(numbers, Why.NOT_A_PHONE)
    mentioned = _mentioned(text)
    if whole is None and len(mentioned) == 1:
        return Value(mentioned[0])
    return Unclear(_why_not(whole))


def has_no_phone(text: str) -> bool:
    """Whether the whole message says that there is none."""
    said = " ".join(word.bare for word in words_of(text) if word.bare.isalnum() or "'" in word.bare)
    return _NONE.fullmatch(said) is not None


def _mentioned(text: str) -> list[str]:
    """The numbers that stand in a sentence about something else: "số của con gái là 0912…"."""
    found = [re.sub(r"[ .-]", "", each) for each in _IN_A_SENTENCE.findall(plain(text))]
    numbers = [number for digits in found if (number := _international(digits))]
    return numbers if len(numbers) == len(found) else []


def _why_not(digits: str | None) -> Why:
    if digits is None:
        return Why.NOT_A_PHONE
    if digits.startswith("+") and not digits.startswith("+84"):
        return Why.NOT_A_PHONE
    national = _COUNTRY.sub("", digits).lstrip("+0")
    # Landlines, and mobiles of before 2018, have one digit more.
    expected = 10 if national[:1] in {"1", "2"} else 9
    if 3 < len(national) < expected:
        return Why.TOO_FEW_DIGITS
    return Why.TOO_MANY_DIGITS if len(national) > expected else Why.NOT_A_PHONE


def _pieces(words: list[Word]) -> list[list[Word]]:
    """The words between "or", commas and slashes."""
    pieces: list[list[Word]] = [[]]
    for word in words:
        if word.bare in _OR or word.bare in {",", "/"}:
            pieces.append([])
        elif "/" in word.bare and is_number(word):
            first, *others = word.bare.split("/")
            pieces[-1].append(Word(first, first))
            pieces += [[Word(other, other)] for other in others]
        else:
            pieces[-1].append(word)
    return [_AROUND.stripped(piece)[0] for piece in pieces]


def _digits(words: list[Word]) -> str | None:
    """The digits of these words, with a plus in front if there was one; None for other words."""
    found: list[str] = []
    for word in words:
        if is_number(word):
            found.append(re.sub(r"[^0-9]", "", word.bare))
        elif word.bare in DIGITS or word.bare in {"tu", "lam"}:
            found.append(str({"tu": 4, "lam": 5}.get(word.bare, DIGITS.get(word.bare))))
        elif word.bare in _ENGLISH_DIGITS:
            found.append(_ENGLISH_DIGITS[word.bare])
        elif word.bare == "+" and not found:
            found.append("+")
        elif word.bare not in _BETWEEN:
            return None
    return "".join(found) or None


def _international(digits: str) -> str | None:
    """+84 and the number, if it is one of Vietnam in today's or an older form."""
    national = _COUNTRY.sub("", digits, count=1)
    if national == digits:
        if digits.startswith("+") or digits.startswith("00"):
            return None
        national = digits.removeprefix("0")
    if len(national) == 10 and national[:3] in _OLD_MOBILE:
        national = _OLD_MOBILE[national[:3]] + national[3:]
    if _MOBILE.fullmatch(national) or _LANDLINE.fullmatch(national):
        return f"+84{national}"
    return None
