"""An area by what an operator calls it."""

from collections.abc import Iterable
from datetime import date

from bot.commands.existing import holds_words
from bot.settings import WrongSetting
from messages.understand.plain import bare
from storage.queries import Connection
from storage.queries.members.areas import AreaLine, AreaMap

MOST_NEAR = 5
_BEFORE_A_PROVINCE = ("tinh ", "thanh pho ", "tp ")


def province_written(known: Iterable[str], typed: str) -> str:
    """As `area_written`; "Tỉnh" and "Thành phố" before it count for nothing."""
    short = {short_name(each): each for each in known}
    return short.get(short_name(typed), typed)


def short_name(province: str) -> str:
    """To compare by: "Thành phố Hà Nội" and "ha noi" are the same."""
    name = " ".join(bare(province).replace(".", " ").split())
    for before in _BEFORE_A_PROVINCE:
        name = name.removeprefix(before)
    return name


def area_written(known: Iterable[str], typed: str) -> str:
    """The known name that is this one but for marks and capitals; else it stays as typed."""
    return {bare(each): each for each in known}.get(bare(typed), typed)


def area_called(db: Connection, wanted: str, day: date) -> AreaLine:
    """By number, by name, or as "Hà Nội / Xã Mỹ Đức". Raises WrongSetting in one line."""
    lines = AreaMap(db, day)
    found = _found(lines, wanted)
    now = [each for each in found if each.valid_to is None]
    found = now or found
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(f"{each.id} ({path(lines, each)})" for each in found[:5])
        raise WrongSetting(f"“{wanted}” is more than one area; please take the number: {which}")
    if not lines.all:
        raise WrongSetting("there is no area yet: lien area provinces")
    raise WrongSetting(f"there is no area “{wanted}”{_hint(lines, wanted)}")


def _hint(lines: AreaMap, wanted: str) -> str:
    """What is called nearly so, with its number; never taken by itself."""
    part = bare(wanted)
    near = [
        f"{each.id} ({path(lines, each)})"
        for each in lines.all.values()
        if part and part in bare(each.name) and each.valid_to is None
    ]
    if not near:
        return "; lien area list shows them"
    more = f" and {len(near) - MOST_NEAR} more" if len(near) > MOST_NEAR else ""
    return f"; a whole word or the number, please: {', '.join(near[:MOST_NEAR])}{more}"


def path(lines: AreaMap, area: AreaLine) -> str:
    """ "Hà Nội / Xã Mỹ Đức"; the country by its own name."""
    above = [lines.all[each].name for each in lines.above(area.id)]
    return " / ".join(reversed(above[:-1])) if len(above) > 1 else area.name


def _found(lines: AreaMap, wanted: str) -> list[AreaLine]:
    if wanted.isdecimal():
        one = lines.all.get(int(wanted))
        return [] if one is None else [one]
    parts = [bare(each) for each in wanted.split("/")]
    exact = [each for each in lines.all.values() if _ends_with(lines, each, parts)]
    if exact:
        return exact
    return [
        each
        for each in lines.all.values()
        if holds_words(each.name, wanted) and each.valid_to is None
    ]


def _ends_with(lines: AreaMap, area: AreaLine, parts: list[str]) -> bool:
    names = [bare(lines.all[each].name) for each in lines.above(area.id)]
    return names[: len(parts)] == parts[::-1]


def clubs_said(count: int) -> str:
    """How many clubs, in the operator's words."""
    return "1 club" if count == 1 else f"{count} clubs"
