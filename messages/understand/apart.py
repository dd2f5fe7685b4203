"""Figures that were written apart, put together: "50 000", "1. 500. 000", "1, 5"."""

from messages.understand.words import Word, is_number, words_of_plain


def joined_figures(words: list[Word]) -> list[Word]:
    """Figures put together that were written apart: "50 000", "1. 500. 000"; "50-100" apart."""
    joined: list[Word] = []
    at = 0
    while at < len(words):
        end = _end_of_groups(words, at)
        if end > at + 1:
            figure = ".".join(word.bare for word in words[at:end] if is_number(word))
            joined.append(Word(figure, figure))
        elif is_number(words[at]) and "-" in words[at].bare:
            joined += words_of_plain(words[at].bare.replace("-", " - "))
        else:
            joined.append(words[at])
        at = end
    return joined


def _end_of_groups(words: list[Word], at: int) -> int:
    """Where a figure ends whose groups of three digits stand apart; else after this word."""
    first = words[at].bare
    if not (first.isdecimal() and len(first) <= 3 and not first.startswith("0")):
        return at + 1
    end, groups, marks = at + 1, [], 0
    while end < len(words):
        mark = int(words[end].bare in {".", ","})
        group = words[end + mark].bare if end + mark < len(words) else ""
        if not (len(group) == 3 and group.isdecimal()):
            break
        groups.append(group)
        marks += mark
        end += 1 + mark
    sure = not marks or (marks == len(groups) and (marks > 1 or groups == ["000"]))
    return end if groups and sure else at + 1


def glued(words: list[Word]) -> list[Word]:
    """With "1, 5" as the figure 1,5: phones put a space after a comma."""
    together: list[Word] = []
    for at, word in enumerate(words):
        before = words[at - 1].bare if at else ""
        if before == "," and is_number(word) and len(together) > 1 and is_number(together[-2]):
            figure = f"{together[-2].bare},{word.bare}"
            together[-2:] = [Word(figure, figure)]
        else:
            together.append(word)
    return together
