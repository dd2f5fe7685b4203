"""Parts of patterns that stay quick however often their words come.

Where one word can be read in two ways within a repetition, thirty of them can be read in 2^30 ways,
and a pattern that fits none tries them all: for years.
"""


def one_of(words: str, *phrases: str) -> str:
    """Any of these words or phrases, each of them once. `words` stand with spaces between them."""
    return rf"(?:{'|'.join(dict.fromkeys([*words.split(), *phrases]))})"
