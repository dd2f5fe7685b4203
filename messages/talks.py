"""Subjects for the talk of a meeting, three from each of the eight areas of a club's work."""

from club.areas import Area
from club.calendar import Month
from messages.moments import moment
from messages.wording import Words

OFFERED = 4


def _of_everyday_life(words: Words) -> dict[Area, tuple[str, ...]]:
    return {
        Area.INCOME: (
            words.say("Keeping chickens free of disease"),
            words.say("A vegetable bed behind the house"),
            words.say("Counting what a trade costs and brings"),
        ),
        Area.HEALTH: (
            words.say("Less salt against high blood pressure"),
            words.say("Not falling at home"),
            words.say("Breathing and stretching in the morning"),
        ),
        Area.HOME_CARE: (
            words.say("Turning and washing somebody who lies in bed"),
            words.say("Taking medicine correctly and on time"),
            words.say("Keeping somebody company who has dementia"),
        ),
        Area.SELF_HELP: (
            words.say("Before storm and flood: who looks after whom"),
            words.say("Who in our hamlet needs a hand this month"),
            words.say("Keeping the lanes clean together"),
        ),
    }


def _of_the_club(words: Words) -> dict[Area, tuple[str, ...]]:
    return {
        Area.RIGHTS: (
            words.say("What the health insurance card pays for"),
            words.say("Social pension: who gets it and how to ask"),
            words.say("The law on older people in plain words"),
        ),
        Area.KNOWLEDGE: (
            words.say("Telling a swindler's call from a real one"),
            words.say("Video calls with children far away"),
            words.say("Sorting waste at home"),
        ),
        Area.CULTURE: (
            words.say("Old songs and plays of our village"),
            words.say("Telling the grandchildren how it was"),
            words.say("A visit from a club nearby"),
        ),
        Area.RESOURCES: (
            words.say("Selling waste paper for the club's fund"),
            words.say("Whom we may ask for support this year"),
            words.say("What the club could do together for its fund"),
        ),
    }


def suggested(month: Month) -> list[str]:
    """The keys of some subjects for a month: from other areas each month, all within a half-year.

    A key is the area's code and the subject's place, "CSSK 1".
    """
    count = month.year * 12 + month.month
    areas, each_has = list(Area), 3
    first = count * OFFERED % len(areas)
    chosen = [areas[(first + step) % len(areas)] for step in range(OFFERED)]
    turn = count * OFFERED // len(areas) % each_has
    return [f"{area.value} {turn}" for area in chosen]


@moment("talks.subject")
def subject(words: Words, key: str) -> str:
    """A subject by its key; anything else is what the board typed."""
    code, _, place = key.partition(" ")
    if code in set(Area) and place.isdecimal():
        subjects = _of_everyday_life(words) | _of_the_club(words)
        return subjects[Area(code)][int(place) % 3]
    return key
