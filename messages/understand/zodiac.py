"""Years by their animal and stem: tuổi Nhâm Thìn, tuổi Thìn, tuổi con rồng."""

from datetime import date

from messages.understand.words import Word, listed

_STEMS = {
    name: number
    for number, names in enumerate(
        ["giap", "at", "binh", "dinh", "mau", "ky ki", "canh", "tan", "nham", "quy qui"]
    )
    for name in names.split()
}
_BRANCHES = {
    name: number
    for number, names in enumerate(
        [
            "chuot",
            "suu trau",
            "dan cop ho",
            "mao meo",
            "thin rong",
            "ran",
            "ngo ngua",
            "mui vi de",
            "than khi",
            "dau ga",
            "tuat cho",
            "hoi heo lon",
        ]
    )
    for name in names.split()
}
_RAT, _SNAKE = 0, 5
# Tý and Tỵ differ by their mark alone, and not even that in every hand.
_RATS, _SNAKES = frozenset(listed("tý tí")), frozenset(listed("tỵ tị"))
_YOUNGEST, _OLDEST = 15, 105
_USUAL_AGE = 68


def zodiac_years(words: list[Word], *, today: date) -> list[int]:
    """Years of birth of people of 15 to 105 that a stem and animal, or an animal, can mean.

    The likeliest first. The lunar year is given by the solar year in which it begins.
    """
    if len(words) == 2 and words[0].bare in _STEMS:
        stem, branches = _STEMS[words[0].bare], _branches(words[1])
    elif len(words) == 1:
        stem, branches = None, _branches(words[0])
    else:
        return []
    years = range(today.year - _OLDEST, today.year - _YOUNGEST + 1)
    fitting = [year for year in years if _fits(year, stem, branches)]
    return sorted(fitting, key=lambda year: abs(today.year - year - _USUAL_AGE))


def _branches(word: Word) -> set[int]:
    if word.raw in _RATS:
        return {_RAT}
    if word.raw in _SNAKES:
        return {_SNAKE}
    if word.bare in {"ty", "ti"}:
        return {_RAT, _SNAKE}
    return {_BRANCHES[word.bare]} if word.bare in _BRANCHES else set()


def _fits(year: int, stem: int | None, branches: set[int]) -> bool:
    """Giáp Tý was 1984: the stems return every ten years, the animals every twelve."""
    return (year - 4) % 12 in branches and stem in {None, (year - 4) % 10}
