"""How many members a club has, and what is known of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFigures:
    """Members at the end of the month. Age is counted by the year of birth alone.

    younger: those known not to be older; new and left: within the month. From 55 on some provinces
    count already. None in months closed before that was counted too.
    """

    all: int
    older: int
    older_women: int
    women: int
    younger: int
    poor: int
    age_not_known: int
    new: int
    left: int
    older_from_55: int | None = None
    older_women_from_55: int | None = None
    sex_not_known: int | None = None
    hardship_not_known: int | None = None

    @property
    def tells_age(self) -> bool:
        """Whether of anybody the year of birth is known; where nobody is a member, that is all."""
        return not 0 < self.all == self.age_not_known

    @property
    def tells_sex(self) -> bool:
        return not 0 < self.all == self.sex_not_known

    @property
    def tells_hardship(self) -> bool:
        return not 0 < self.all == self.hardship_not_known
