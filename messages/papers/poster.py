"""The month of a club as a poster: one A4 page that can be read from a few steps away."""

from collections.abc import Sequence
from typing import Any

from club.calendar import Month
from club.digest import Digest
from messages.figures.digest import donors_of, listed
from messages.figures.summary_steps import area
from messages.papers.kinds import PDF, Drawn, Paper, paper
from messages.papers.typesetting import as_pdf
from messages.wording import Words, capital

_NAMES = {"vi": "ban-tin", "en": "news"}


@paper("poster")
def poster(
    words: Words,
    *,
    club: str,
    commune: str,
    month: Month,
    figures: Sequence[int],
    work: Sequence[Sequence[Any]],
    donors: Sequence[Any],
    meeting: Sequence[Any],
) -> Drawn:
    """figures: members, new ones, who came to the meeting; work: an area, what was done, people;
    donors: as they may be named; meeting: day, hour, place, talk, or nothing.
    """
    to_all = words.to_a_room()
    lines = _meeting_lines(to_all, meeting) if meeting else _no_meeting(to_all)
    title = to_all.say("News of {month}", month=month)
    data = {
        "language": words.language,
        "above": commune,
        "club": club,
        "title": title,
        "meeting": {"title": to_all.say("Next meeting"), "lines": lines},
        "figures": _figures(to_all, *figures),
        "work_title": to_all.say("Done in the month"),
        "work": [_work(to_all, *each) for each in work],
        "thanks_title": to_all.say("Heartfelt thanks"),
        "thanks": capital(listed(to_all, donors)) if donors else "",
        "foot": to_all.say(
            "Who needs help or would like to join: please speak to somebody of the club's board."
        ),
    }
    return Drawn(as_pdf("poster.typ", data), f"{_NAMES[words.language]}-{month}.pdf", PDF, title)


def _meeting_lines(words: Words, meeting: Sequence[Any]) -> list[str]:
    day, at, place, talk = meeting
    when = words.say("{time}, {day}", time=at, day=day)
    said = [capital(when), capital(place)]
    if talk:
        said.append(words.say("Talk: {talk}", talk=talk.rstrip(" .")))
    return [*filter(None, said), words.say("Everybody is warmly invited!")]


def _no_meeting(words: Words) -> list[str]:
    return [words.say("The day will be told later.")]


def _figures(words: Words, members: int, new: int, present: int) -> list[dict[str, str]]:
    """What is nothing is not shown."""
    shown = [
        (members, words.say("members")),
        (new, words.say("new this month")),
        (present, words.say("came to the meeting")),
    ]
    return [{"value": str(count), "label": label} for count, label in shown if count]


def _work(words: Words, of: str, what: Sequence[str], people: int) -> dict[str, str]:
    parts = [*what]
    if people:
        parts.append(words.plural("{count} person took part", "{count} people took part", people))
    return {"area": capital(of), "what": "; ".join(parts)}


def poster_of(of: Digest, commune: str) -> Paper:
    """The poster of a month."""
    next_ = of.next_meeting
    return poster(
        club=of.club,
        commune=commune,
        month=of.month,
        figures=[of.members, of.new, of.present],
        work=[[area(code=each.area.value), list(each.what), each.people] for each in of.work],
        donors=donors_of(of),
        meeting=[] if next_ is None else [next_.day, next_.at, next_.place, next_.talk],
    )
