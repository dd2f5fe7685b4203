"""How people are called, and what the helper calls itself towards them. Club rules, H.3.

Age counts by years alone (this year less the year of birth), as villages count it.
"""

import unicodedata
from datetime import date
from enum import StrEnum
from typing import Final

OWN_NAME: Final = "Liên"
NEUTRAL: Final = "bác"
AMONG_THE_YOUNG: Final = "bạn"

CU_FROM, ELDERS_FROM, BAC_FROM, UNCLES_FROM, GROWN_FROM = 80, 70, 60, 45, 25

OWN_WORDS: Final = ("cháu", "con", "em", "mình")
# From the youngest to the oldest; what only some regions say stands beside its likeness.
_LADDERS: Final[dict[str | None, tuple[str, ...]]] = {
    "female": ("bạn", "em", "chị", "cô", "o", "dì", "bác", "bà", "mệ", "cụ"),
    "male": ("bạn", "em", "anh", "chú", "dượng", "bác", "ông", "cụ"),
    None: ("bạn", "em", "anh", "chị", "cô", "chú", "bác", "bà", "ông", "cụ"),
}
FORMS: Final = (
    *("bác", "ông", "bà", "cô", "chú", "cụ", "anh", "chị", "em", "bạn"),
    *("o", "mệ", "dì", "dượng"),
)
# Many elders go by their eldest child: these words lead a name and take no other before them.
_PARENTS: Final = ("mẹ", "má", "bu", "bầm", "mạ", "bố", "ba", "tía", "cha", "thầy", "vợ", "chồng")


class Region(StrEnum):
    """Where a club is, as far as forms of address go by it."""

    NORTH = "north"
    CENTRE = "centre"
    SOUTH = "south"


_SAID_ONLY_IN: Final = {
    "o": {Region.CENTRE},
    "mệ": {Region.CENTRE},
    "dì": {Region.CENTRE, Region.SOUTH},
    "dượng": {Region.CENTRE, Region.SOUTH},
}
# The provinces of 2025 and those they were made of. What is in neither list is in the North.
_CENTRE: Final = frozenset(
    (
        *("nghe an", "ha tinh", "quang binh", "quang tri", "hue", "thua thien hue"),
        *("da nang", "quang nam", "quang ngai", "binh dinh", "phu yen", "khanh hoa"),
        *("ninh thuan", "binh thuan", "kon tum", "gia lai", "dak lak", "dac lac"),
        *("dak nong", "dac nong", "lam dong"),
    )
)
_SOUTH: Final = frozenset(
    (
        *("ho chi minh", "binh duong", "ba ria vung tau", "dong nai", "binh phuoc", "tay ninh"),
        *("long an", "tien giang", "ben tre", "dong thap", "vinh long", "tra vinh"),
        *("can tho", "hau giang", "soc trang", "an giang", "kien giang", "bac lieu"),
        *("ca mau",),
    )
)
_BEFORE_PROVINCES: Final = ("tinh ", "thanh pho ", "tp ")


def region_of(province: str) -> Region:
    """The region of a province by its name, old or new; the North where it is not known."""
    name = " ".join(_bare(province).replace("-", " ").replace("–", " ").replace(".", " ").split())
    for before in _BEFORE_PROVINCES:
        name = name.removeprefix(before)
    if name in _CENTRE:
        return Region.CENTRE
    return Region.SOUTH if name in _SOUTH else Region.NORTH


def usual_form(
    birth_year: int | None, sex: str | None, today: date, region: Region = Region.NORTH
) -> str:
    """What somebody of this age and sex ("female", "male" or unknown) is called at first."""
    if birth_year is None:
        return NEUTRAL
    age = today.year - birth_year
    if age >= CU_FROM:
        return "cụ"
    if age >= ELDERS_FROM:
        return _by_sex(sex, "bà", "ông", NEUTRAL)
    if age >= BAC_FROM and region is not Region.SOUTH:
        return NEUTRAL
    if age >= UNCLES_FROM:
        return _by_sex(sex, "cô", "chú", NEUTRAL)
    return _by_sex(sex, "chị", "anh", AMONG_THE_YOUNG) if age >= GROWN_FROM else AMONG_THE_YOUNG


def _by_sex(sex: str | None, woman: str, man: str, unknown: str) -> str:
    return {"female": woman, "male": man}.get(sex or "", unknown)


def likely_forms(
    birth_year: int | None, sex: str | None, today: date, region: Region = Region.NORTH
) -> list[str]:
    """Every form there is: the usual one first, then those nearest to it in age and of her sex,
    then what is said in other regions, then what is said to the other sex.
    """
    ladder = _LADDERS.get(sex, _LADDERS[None])
    here = [each for each in ladder if region in _SAID_ONLY_IN.get(each, {region})]
    usual = here.index(usual_form(birth_year, sex, today, region))
    near = sorted(here, key=lambda each: abs(here.index(each) - usual))
    return list(dict.fromkeys([*near, *ladder, *FORMS]))


def usual_own_word(form: str, region: Region = Region.NORTH) -> str:
    """The helper's own word that goes with this form of address."""
    if form in {"anh", "chị"}:
        return "em"
    if form in {"em", "bạn"}:
        return "mình"
    return "cháu" if region is Region.NORTH else "con"


def likely_own_words(form: str, region: Region = Region.NORTH) -> list[str]:
    """Every own word, the one that goes with the form first."""
    usual = usual_own_word(form, region)
    return [usual, *(each for each in OWN_WORDS if each != usual)]


def goes_with(own_word: str, form: str) -> bool:
    """Whether the two make a pair that is said anywhere."""
    return own_word in {usual_own_word(form, each) for each in Region}


def given_name(full_name: str) -> str:
    """What somebody is called by: the last word of a Vietnamese name.

    H'Hen Niê and Y Blăm Êban carry the clan's name last, so they are H'Hen and Y Blăm.
    """
    words = full_name.split()
    if not words:
        return ""
    if words[0][:2] in {"H'", "H’", "Hʼ"}:
        return words[0]
    if words[0] in {"Y", "A", "H"} and len(words) > 1:
        return " ".join(words[:2])
    return words[-1]


def called_and_form(text: str) -> tuple[str, str | None]:
    """What somebody is called, and the form of address if it stands before it: "bà Hai" is Hai, bà.

    "Mẹ thằng Tý" stays whole.
    """
    words = unicodedata.normalize("NFC", text).split()
    if len(words) > 1 and words[0].lower() in FORMS:
        return _named(words[1:]), words[0].lower()
    return _named(words), None


def _named(words: list[str]) -> str:
    return " ".join(each[:1].upper() + each[1:] for each in words[:1]) + "".join(
        f" {each}" for each in words[1:]
    )


def dear(form: str, called: str) -> str:
    """Form and name together: "bác Hoa"; "mẹ thằng Tý" needs no form before it."""
    first, _, rest = called.partition(" ")
    if rest and first.lower() in _PARENTS:
        return f"{first.lower()} {rest}"
    return f"{form} {called}".strip()


def is_called_as_the_helper(name: str, called: str | None = None) -> bool:
    """Whether somebody's name, or what she goes by, is the helper's own name too."""
    return OWN_NAME.lower() in {given_name(name).lower(), *(called or "").lower().split()}


AFTER_DEATH: Final = "†"
"""Behind the form of somebody who has died; it is written in words, never shown."""


class PersonName(str):
    """A full name with the form that others say before it. As text it is the bare name.

    `form` may end in AFTER_DEATH.
    """

    __slots__ = ("form",)
    form: str

    def __new__(cls, name: str, form: str = "") -> "PersonName":
        made = super().__new__(cls, name)
        made.form = form
        return made

    @property
    def has_died(self) -> bool:
        return self.form.endswith(AFTER_DEATH)

    @property
    def unmarked(self) -> "PersonName":
        """The same name where the sentence itself tells of the death."""
        return PersonName(str(self), self.form.removesuffix(AFTER_DEATH))


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(each for each in apart if not unicodedata.combining(each))
