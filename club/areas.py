"""The eight activity areas of a club (Decision 1336/QĐ-TTg), in the Association's order."""

from enum import StrEnum


class Area(StrEnum):
    """An activity area; the code is made of the first letters of its Vietnamese name."""

    INCOME = "TTN"
    HEALTH = "CSSK"
    HOME_CARE = "CSTN"
    SELF_HELP = "TGN"
    RIGHTS = "QLI"
    KNOWLEDGE = "NT"
    CULTURE = "VHVN"
    RESOURCES = "VDNL"

    @property
    def number(self) -> int:
        """Its place in the list, from 1."""
        return list(Area).index(self) + 1
