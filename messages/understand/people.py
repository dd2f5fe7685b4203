"""Which of some people is meant: "bà Hoa", "hoa xóm đông", "ông Mạnh sinh năm 1950"."""

from collections.abc import Sequence
from dataclasses import dataclass

from messages.understand.plain import bare, without_marks
from messages.understand.polite import BARE_KIN, KIN, MANNERS
from messages.understand.words import Word, has_marks, words_of

_LEAST_LETTERS_TO_MISTYPE = 4
_LONGEST_NAME = 6
_ENGLISH_TITLES = {"mrs", "mr", "ms", "miss", "aunt", "uncle", "grandma", "grandpa"}
_SELF = {"chau", "con", "toi", "tui", "minh", "to", "lien", "i", "me", "ma"}
TITLES = (BARE_KIN - _SELF) | _ENGLISH_TITLES
"""What stands before the name of somebody who is spoken of, without marks."""


@dataclass(frozen=True, slots=True)
class Described:
    """What tells somebody from others; the hamlet may be empty."""

    name: str
    hamlet: str = ""
    birth_year: int | None = None


def people_meant(typed: str, people: Sequence[Described], *, in_passing: bool = True) -> list[int]:
    """The places of those who may be meant: by the strictest way of reading that finds anybody.

    First every word must be of the name, in any order and without marks; then titles and manners
    are left out; then hamlet and year of birth count too; then one letter may be wrong; then,
    `in_passing`, the words of a name may stand in a longer sentence, the given name among them.
    """
    spoken = words_of(typed)
    core = [each for each in spoken if not _is_manner(each)] or spoken
    for said, reads in (
        (spoken, _in_name),
        (core, _in_name),
        (core, _in_description),
        (core, _nearly_in_name),
    ):
        found = [place for place, one in enumerate(people) if said and reads(said, one)]
        if found:
            return _written_so(found, spoken, people)
    return _written_so(_named_in_passing(core, people), spoken, people) if in_passing else []


def people_named(
    words: Sequence[str], people: Sequence[Described]
) -> list[tuple[int, int, list[int]]]:
    """Who is named in a sentence: from which word to which, and the places of those meant.

    A name is known by its title ("bà Hoa", "chị Lan xóm Đông") or by two words of it at least.
    """
    found: list[tuple[int, int, list[int]]] = []
    at, marked = 0, not " ".join(words).isascii()
    while at < len(words):
        end, meant = _name_at(words, at, people, marked=marked)
        if meant:
            found.append((at, end, meant))
        at = max(end, at + 1)
    return found


def ways_to_name(name: str) -> tuple[str, ...]:
    """How somebody is spoken of in a sentence: the whole name, the given one with each title."""
    whole = " ".join(name.lower().split())
    given = whole.rpartition(" ")[2]
    titles = (each for each in KIN if without_marks(each) in TITLES)
    return (*([whole] if " " in whole else []), *(f"{each} {given}" for each in titles))


def _name_at(
    words: Sequence[str], at: int, people: Sequence[Described], *, marked: bool
) -> tuple[int, list[int]]:
    # Who speaks of somebody as "Hoa" begins with it, or writes the capital: "Hoa nộp 15 nghìn".
    is_capital = words[at].istitle() and not all(each.isupper() for each in words)
    titled = bare(words[at]) in TITLES or is_capital or (at == 0 and len(words) > 1)
    begin = at + 1 if bare(words[at]) in TITLES else at
    for length in range(min(_LONGEST_NAME, len(words) - begin), 0 if titled else 1, -1):
        said = words_of(" ".join(words[begin : begin + length]))
        meant = [
            place
            for place, one in enumerate(people)
            if (_in_name(said, one) or (titled and _in_description(said, one)))
            and _ends_so(said, one, marked=marked)
        ]
        if meant:
            return begin + length, _written_so(meant, said, people)
    return at, []


def _ends_so(said: list[Word], one: Described, *, marked: bool) -> bool:
    """Whether the given name is among the words, with its own marks where the writer uses any."""
    given = _given_name(one)
    if marked:
        return any(each.raw == given for each in said)
    return any(each.bare == bare(given) for each in said)


def _is_manner(word: Word) -> bool:
    return word.raw in MANNERS or (word.raw == word.bare and word.bare in BARE_KIN)


def _in_name(said: list[Word], one: Described) -> bool:
    parts = bare(one.name).split()
    return all(each.bare in parts for each in said)


def _in_description(said: list[Word], one: Described) -> bool:
    name = bare(one.name).split()
    year = "" if one.birth_year is None else str(one.birth_year)
    others = {*bare(one.hamlet).split(), year, year[2:], "thon", "xom", "sinh", "nam", "o", "to"}
    of_name = [each for each in said if each.bare in name]
    return bool(of_name) and all(each.bare in name or each.bare in others for each in said)


def _nearly_in_name(said: list[Word], one: Described) -> bool:
    """One word at least is right, or long enough to be known with a letter wrong."""
    parts = bare(one.name).split()
    sure = any(each.bare in parts or len(each.bare) > _LEAST_LETTERS_TO_MISTYPE for each in said)
    return sure and all(any(_alike(each.bare, part) for part in parts) for each in said)


def _named_in_passing(said: list[Word], people: Sequence[Described]) -> list[int]:
    """Those of whose names most words are said, if the given name is among them."""
    words = {each.bare for each in said}
    counts = [
        sum(part in words for part in parts) if parts and parts[-1] in words else 0
        for parts in (bare(one.name).split() for one in people)
    ]
    most = max(counts, default=0)
    return [place for place, count in enumerate(counts) if most and count == most]


def _written_so(found: list[int], said: list[Word], people: Sequence[Described]) -> list[int]:
    """Where marks were typed, those whose given name has these marks, if there are any."""
    if not has_marks(said):
        return found
    typed = {each.raw for each in said}
    exact = [place for place in found if _given_name(people[place]) in typed]
    return exact or found


def _given_name(one: Described) -> str:
    words = words_of(one.name)
    return words[-1].raw if words else ""


def _alike(typed: str, part: str) -> bool:
    """Whether they are the same but for one letter put in, left out or changed, or two swapped."""
    if typed == part:
        return True
    if (
        min(len(typed), len(part)) < _LEAST_LETTERS_TO_MISTYPE - 1
        or abs(len(typed) - len(part)) > 1
    ):
        return False
    if len(typed) == len(part):
        wrong = [at for at, sign in enumerate(typed) if sign != part[at]]
        swapped = (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and typed[wrong[0]] == part[wrong[1]]
            and typed[wrong[1]] == part[wrong[0]]
        )
        return (len(wrong) == 1 and len(typed) >= _LEAST_LETTERS_TO_MISTYPE) or swapped
    longer, shorter = (typed, part) if len(typed) > len(part) else (part, typed)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
