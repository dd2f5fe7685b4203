"""What a month has nothing of, in one line instead of rows of noughts."""

from collections.abc import Iterable

from club.summary.groups import Group
from club.summary.indicators import Subject
from messages.figures.summary_lines import fund_name
from messages.moments import written
from messages.wording import Words


def nothing_at_all(words: Words, subject: Subject) -> str:
    """Of a whole section."""
    lines = {
        Subject.PEOPLE: words.say("No members and no meeting yet."),
        Subject.AREAS: words.say("Nothing was done in the eight areas this month."),
        Subject.MONEY: words.say("No money came in or went out; the funds are empty."),
        Subject.LOANS: words.say("There is no loan and no request for one."),
    }
    return lines[subject]


def nothing_of(words: Words, groups: Iterable[tuple[Group, str]]) -> str:
    """One line that names them; empty where there is none worth a word."""
    names = [_fund(words, about) if about else _name(words, group) for group, about in groups]
    found = ", ".join(filter(None, names))
    return words.say("None this month: {things}.", things=found) if found else ""


def _fund(words: Words, name: str) -> str:
    return words.say("money in the {fund}", fund=written(fund_name(name=name), words))


def _name(words: Words, group: Group) -> str:
    """Nothing is said of what waits or has to be mended: that there is none is as it should be."""
    return (_of_people(words) | _of_work(words) | _of_money(words)).get(group, "")


def _of_people(words: Words) -> dict[Group, str]:
    return {
        Group.MEMBERS: words.say("members"),
        Group.MEETING: words.say("a meeting"),
        Group.HELP: words.say("help given"),
        Group.HOME_CARE: words.say("care in homes"),
        Group.SUPPORT: words.say("support sessions"),
        Group.LESSON: words.say("a lesson on the phone"),
    }


def _of_work(words: Words) -> dict[Group, str]:
    return {
        Group.AREAS: words.say("work in the eight areas"),
        Group.TRAINING: words.say("training of the board"),
        Group.COMMUNITY: words.say("work for the whole village"),
        Group.HEALTH: words.say("weighing and measuring"),
        Group.LIVELIHOOD: words.say("livelihood groups"),
        Group.TEAMS: words.say("performing teams"),
        Group.EXCHANGES: words.say("meetings with other clubs"),
    }


def _of_money(words: Words) -> dict[Group, str]:
    return {
        Group.FEES: words.say("member fees"),
        Group.GIFTS: words.say("gifts in money"),
        Group.CASH_COUNT: words.say("a count of the cash"),
        Group.REQUESTS: words.say("requests for a loan"),
        Group.LENT: words.say("loans"),
        Group.OVERDUE: words.say("loans that are late"),
        Group.NEED: words.say("members who need a loan"),
    }
