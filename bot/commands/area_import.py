"""`lien area import FILE`: communes from a list, with their provinces; all of them or none."""

import argparse
import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.commands.area_changed import changed, from_day
from bot.commands.area_named import short_name
from bot.settings import Settings, WrongSetting
from club.rollup.totals import Level
from messages.understand.plain import bare, plain
from storage.changes.members.areas import add_area, add_provinces, country_of
from storage.queries import Connection
from storage.queries.members.areas import AreaMap

LONGEST_NAME = 100
MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    province: str
    commune: str


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="CSV with two columns: province, commune"
    )
    from_day(parser)


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    rows = _rows(asked.file)
    with changed(settings, asked.day) as (db, day):
        new, there = _add(db, rows, day)
    news = "1 commune is new" if new == 1 else f"{new} communes are new"
    old = "1 was there already" if there == 1 else f"{there} were there already"
    print(f"{news}, {old}")
    return 0


def _rows(file: Path) -> list[Row]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise WrongSetting(f"{file} is larger than 5 MB")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongSetting(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise WrongSetting(f"{file} is not in UTF-8; please save it as CSV UTF-8") from None
    separator = ";" if text.partition("\n")[0].count(";") else ","
    lines = enumerate(csv.reader(text.splitlines(), delimiter=separator), start=1)
    rows = [_row(number, cells) for number, cells in lines if any(each.strip() for each in cells)]
    if rows and bare(rows[0].province) in {"province", "tinh", "tinh, thanh pho"}:
        rows = rows[1:]
    if not rows:
        raise WrongSetting(f"{file} has no rows")
    return rows


def _row(number: int, cells: list[str]) -> Row:
    if len(cells) < 2:
        raise WrongSetting(f"line {number}: two columns are needed, province and commune")
    province, commune = plain(cells[0]), plain(cells[1])
    for each in (province, commune):
        if not 2 <= len(each) <= LONGEST_NAME:
            raise WrongSetting(f"line {number}: “{each}” is no name of 2 to {LONGEST_NAME} letters")
    return Row(number, province, commune)


def _add(db: Connection, rows: list[Row], day: date) -> tuple[int, int]:
    add_provinces(db, day)
    lines = AreaMap(db, day)
    provinces = {
        short_name(each.name): each.id
        for each in lines.children(country_of(db, day))
        if each.valid_to is None
    }
    known = {
        (number, bare(each.name))
        for number in provinces.values()
        for each in lines.children(number)
        if each.valid_to is None
    }
    new = 0
    for row in rows:
        number = provinces.get(short_name(row.province))
        if number is None:
            raise WrongSetting(
                f"line {row.line}: “{row.province}” is none of the 34 provinces and cities"
            )
        if (number, bare(row.commune)) not in known:
            known.add((number, bare(row.commune)))
            add_area(db, number, Level.COMMUNE, row.commune, day=day)
            new += 1
    return new, len(rows) - new
