"""The minutes of a meeting on paper: official heading, six parts, what was decided, the roll."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from messages.formats import short_day
from messages.meetings.minutes_lines import PARTS, guest, part_name
from messages.moments import written
from messages.papers.kinds import Drawn, paper
from messages.papers.sheets import Column, Heading, Section, Sheet, Table, printed
from messages.roles import office
from messages.wording import Words, capital


@paper("minutes")
def minutes(
    words: Words, *, club: str, commune: str, day: date, begins: time, ended: time | None,
    place: str, counts: Sequence[int], guests: Sequence[Any], parts: Sequence[Any],
    decided: Sequence[Any], roll: Sequence[Any], addenda: Sequence[Any], signers: Sequence[Any],
    signed_on: date | None,
) -> Drawn:  # fmt: skip
    """counts: members, present, excused, absent. guests: kind, count. parts: part, lines, words.
    decided: what, who, until. roll: name, presence. addenda: day, who, words. signers: the writer's
    and the signer's office and name.
    """
    chair = (signers[1][0], signers[1][1])
    opening = [*_opening(words, (day, begins, place), signers), *_came(words, counts, guests)]
    sections = [
        Section(words.say("I. TIME, PLACE, WHO CAME"), opening),
        Section(words.say("II. WHAT WAS TALKED ABOUT")),
        *(_part(words, *each) for each in parts),
        _decided(words, decided),
        _end(words, ended, signed_on, chair),
        *_addenda(words, addenda),
        *_roll(words, roll),
    ]
    sheet = Sheet(
        title=words.say("MINUTES OF THE CLUB'S MEETING"),
        heading=Heading(club=club, commune=commune, day=day),
        under_title=(words.say("Month {month}", month=f"{day.month}/{day.year}"),),
        sections=sections,
        signatures=[(capital(office(words, role)), str(name)) for role, name in signers],
    )
    return printed(sheet, words, f"bien-ban-{day.isoformat()}.pdf")


def _opening(
    words: Words, when_and_where: tuple[date, time, str], signers: Sequence[Any]
) -> list[str]:
    day, begins, place = when_and_where
    (writer_role, writer), (chair_role, chair) = signers
    return [
        words.say("Time: {time}, {day}", time=begins, day=day),
        words.say("Place: {place}", place=place),
        words.say("In the chair: {name}, {office}", name=chair, office=office(words, chair_role)),
        words.say("Minutes by: {name}, {office}", name=writer, office=office(words, writer_role)),
    ]


def _came(words: Words, counts: Sequence[int], guests: Sequence[Any]) -> list[str]:
    members, present, excused, absent = counts
    line = words.say(
        "Members: {members}. Present: {present}. Absent with a reason: {excused}. "
        "Absent: {absent}.",
        members=members,
        present=present,
        excused=excused,
        absent=absent,
    )
    if not guests:
        return [line]
    said = ", ".join(_guest(words, kind, count) for kind, count in guests)
    return [line, words.say("Guests: {guests}", guests=said)]


def _guest(words: Words, kind: str, count: int) -> str:
    return written(guest(kind, count), words)


def _part(words: Words, part: str, lines: Sequence[str], said: str) -> Section:
    name = written(part_name(part), words)
    shown = [f"– {each}" for each in lines]
    shown += said.split("\n") if said else []
    title = f"{PARTS.index(part) + 1}. {name}"
    if not shown:
        return Section(title, (words.say("Nothing was written down."),), runs_on=True)
    return Section(title, shown)


def _decided(words: Words, decided: Sequence[Any]) -> Section:
    title = words.say("III. WHAT WAS DECIDED")
    if not decided:
        return Section(title, (words.say("Nothing that somebody has to do."),))
    columns = [
        Column(words.say("Row"), "10mm", "center"),
        Column(words.say("What")),
        Column(words.say("Who does it"), "42mm"),
        Column(words.say("Until"), "26mm", "center"),
    ]
    rows = [
        [str(number), str(what), capital(str(who)), short_day(until)]
        for number, (what, who, until) in enumerate(decided, start=1)
    ]
    return Section(title, (), Table(columns, rows))


def _end(
    words: Words, ended: time | None, signed_on: date | None, chair: tuple[str, str]
) -> Section:
    lines = [] if ended is None else [words.say("The meeting ended at {time}.", time=ended)]
    if signed_on is None:
        lines.append(words.say("Not signed yet."))
    else:
        lines.append(
            words.say(
                "{name}, {office}, agreed to these minutes on {day}.",
                name=chair[1],
                office=office(words, chair[0]),
                day=short_day(signed_on),
            )
        )
    return Section("", lines)


def _addenda(words: Words, addenda: Sequence[Any]) -> list[Section]:
    if not addenda:
        return []
    lines = [
        words.say("{day}, {name}: {words}", day=short_day(day), name=str(name), words=str(said))
        for day, name, said in addenda
    ]
    return [Section(words.say("ADDED AFTERWARDS"), lines)]


def _roll(words: Words, roll: Sequence[Any]) -> list[Section]:
    """Every member, two beside each other."""
    if not roll:
        return []
    half = [
        Column(words.say("Row"), "10mm", "center"),
        Column(words.say("Member")),
        Column(words.say("Came"), "24mm", "center"),
    ]
    cells = [
        [str(number), str(name), _presence(words, presence)]
        for number, (name, presence) in enumerate(roll, start=1)
    ]
    rest = (len(cells) + 1) // 2
    right = cells[rest:] + [["", "", ""]] * (2 * rest - len(cells))
    rows = [[*one, *other] for one, other in zip(cells[:rest], right, strict=True)]
    return [Section(words.say("LIST OF MEMBERS"), (), Table([*half, *half], rows))]


def _presence(words: Words, presence: str) -> str:
    names = {
        "present": words.say("present"),
        "excused": words.say("excused"),
        "absent": words.say("absent"),
    }
    return names[presence]
