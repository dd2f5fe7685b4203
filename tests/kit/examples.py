"""How many examples a property is tried with: few in every run, ten times as many in the long."""

from typing import Final

from hypothesis import settings

_USUAL: Final = 100


def examples(short: int) -> settings:
    """`short` of them in the short run, always the same; as much more as the long profile has."""
    return settings(max_examples=short * settings().max_examples // _USUAL)
