"""The word between us: chosen by her, it opens every message about money (Club rules, F.6)."""

from club.refusals import Code, Refused

SHORTEST, LONGEST = 2, 40


def check_our_word(word: str) -> None:
    """Raises Refused(WORD_NOT_FIT) for what is too short or long, or holds anything but letters.

    Letters alone: nothing in it can be taken for a code, a sum, an account or a link.
    """
    letters = word.replace(" ", "")
    if not SHORTEST <= len(word) <= LONGEST or not letters.isalpha():
        raise Refused(Code.WORD_NOT_FIT)
