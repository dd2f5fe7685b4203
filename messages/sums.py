"""A sum in figures and in words, as it is read back before anybody agrees to it."""

from club.money import Money
from messages.understand.spell import in_words, in_words_en
from messages.wording import Words


def in_full(words: Words, sum_: Money) -> str:
    """5.000.000 đồng (năm triệu đồng)"""
    spelled = in_words(sum_) if words.language == "vi" else in_words_en(sum_)
    return f"{words.shown(sum_)} ({spelled} đồng)"
