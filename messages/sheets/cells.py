"""What a cell says: a name, a sum, a day. What can be read in two ways is never guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from club.calendar import Month
from club.importing import At, Column, Reason, RowFault
from club.money import NOTHING, Money
from messages.sheets.sheet import Cell
from messages.understand.birth import read_birth_year
from messages.understand.days import read_day
from messages.understand.money import read_money
from messages.understand.months import read_month
from messages.understand.names import read_name
from messages.understand.phones import read_phone
from messages.understand.plain import bare
from messages.understand.readings import Either, Reading, Unclear, Value, Why

T = TypeVar("T")

SMALLEST = Money(500)
LARGEST = Money(10_000_000_000)
LONGEST_WORDS = 100
_FIGURES = re.compile(r"[0-9]{1,3}(?:[.,  ][0-9]{3})+|[0-9]+")
_SAYS_DONG = re.compile(r"\s*(?:đồng|đ|₫|vnđ|vnd)$", re.IGNORECASE)
_WITH_YEAR = re.compile(r"[0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}(?![0-9])")
_FULL_DAY = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?")
_MONTH_WITH_YEAR = re.compile(r"[0-9]{4}|[/.-][0-9]{2}(?![0-9])")
_OLDEST_YEAR = 1900
_MOST_YEARS_AHEAD = 10


class WrongCell(Exception):
    """What a cell says cannot be taken over, and why."""

    def __init__(self, reason: Reason, **values: object) -> None:
        super().__init__(reason.value)
        self.reason, self.values = reason, values


@dataclass(slots=True)
class Reader:
    """The cells of one row, read one by one; what is wrong is collected."""

    at: At
    cells: Mapping[Column, Cell]
    today: date
    faults: list[RowFault]
    formulas: int = 0

    def read(self, column: Column, how: Callable[[Cell, date], T]) -> T | None:
        """What stands there; None for an empty cell, and for one that is wrong."""
        cell = self.cells.get(column)
        if cell is None:
            return None
        try:
            _check_formula(cell)
            self.formulas += cell.is_formula
            return how(cell, self.today)
        except WrongCell as wrong:
            self.wrong(column, wrong.reason, **wrong.values)
            return None

    def needed(self, column: Column, how: Callable[[Cell, date], T]) -> T | None:
        """The same where an empty cell is wrong."""
        if column not in self.cells:
            self.wrong(column, Reason.MISSING)
        return self.read(column, how)

    def wrong(self, column: Column | None, reason: Reason, **values: object) -> None:
        self.faults.append(RowFault(self.at, column, reason, values))


def _check_formula(cell: Cell) -> None:
    if cell.is_wrong:
        raise WrongCell(Reason.FORMULA_WRONG, said=said(cell))
    if cell.value is None:
        raise WrongCell(Reason.FORMULA_WITHOUT_VALUE)


def said(cell: Cell) -> str:
    """The cell as words."""
    value = cell.value
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}" if value else "0"
    return value or ""


def name(cell: Cell, today: date) -> str:
    return _only(read_name(said(cell)), cell)


def words(cell: Cell, today: date) -> str:
    """A group, a hamlet, a purpose: any words that are not endless."""
    written = said(cell)
    if len(written) > LONGEST_WORDS:
        raise WrongCell(Reason.TOO_LONG, most=LONGEST_WORDS)
    return written


def birth_year(cell: Cell, today: date) -> int:
    if isinstance(cell.value, date):
        return _only(read_birth_year(str(cell.value.year), today=today), cell)
    return _only(read_birth_year(said(cell), today=today), cell)


def phone(cell: Cell, today: date) -> str:
    return _only(read_phone(said(cell)), cell)


def day(cell: Cell, today: date) -> date:
    """A day of any time, always with its year; "3/2019" and "2019" are their first days."""
    if isinstance(cell.value, date):
        return cell.value
    written = said(cell)
    exact = _exact_day(written)
    if exact is not None:
        return exact
    if (first := _first_day(written)) is not None:
        return first
    if not _WITH_YEAR.search(written):
        raise WrongCell(Reason.YEAR_MISSING, said=written)
    return _only(read_day(written, today=today, ahead=False), cell)


def past_day(cell: Cell, today: date) -> date:
    """A day that has been."""
    found = day(cell, today)
    if found > today:
        raise WrongCell(Reason.IN_FUTURE, said=said(cell))
    return found


def due_day(cell: Cell, today: date) -> date:
    """A day on which an instalment is due: past, or not further ahead than a loan can be."""
    found = day(cell, today)
    if found.year > today.year + _MOST_YEARS_AHEAD:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))
    return found


def month(cell: Cell, today: date) -> Month:
    """A month with its year; any day of it will do."""
    if isinstance(cell.value, date):
        return Month.of(cell.value)
    written = said(cell)
    if (exact := _exact_day(written)) is not None:
        return Month.of(exact)
    if re.search("[/.-]", written) and (first := _first_day(written)) is not None:
        return Month.of(first)
    if not _MONTH_WITH_YEAR.search(written):
        raise WrongCell(Reason.YEAR_MISSING, said=written)
    return _only(read_month(written, today=today), cell)


def money(cell: Cell, today: date) -> Money:
    """A sum in đồng. Figures are đồng as they stand; words are read as in a message."""
    if isinstance(cell.value, date) or cell.is_percent:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))
    if isinstance(cell.value, Decimal):
        return _checked(_whole(cell.value))
    written = said(cell)
    core = _SAYS_DONG.sub("", written).strip()
    if _FIGURES.fullmatch(core):
        return _checked(int(re.sub(r"\D", "", core)))
    return _checked(_only(read_money(written), cell).dong)


def balance(cell: Cell, today: date) -> Money:
    """A sum, or nothing where a fund is empty."""
    return NOTHING if said(cell) in {"0", "-", "–"} else money(cell, today)


def count(cell: Cell, today: date) -> int:
    """How many months or instalments: 1 to 120."""
    written = said(cell).removesuffix(" tháng").removesuffix(" kỳ").removesuffix(" months")
    if not (written.isascii() and written.isdecimal()) or not 1 <= int(written[:9]) <= 120:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))
    return int(written)


def rate(cell: Cell, today: date) -> int:
    """Interest a month in hundredths of a percent: 0,7 and 0,7 % are 70."""
    if cell.is_percent and isinstance(cell.value, Decimal):
        percent = cell.value * 100
    else:
        percent = _decimal(said(cell).removesuffix("%").strip(), cell)
    hundredths = percent * 100
    if hundredths != int(hundredths) or not 0 <= percent <= 100:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))
    return int(hundredths)


def one_of(known: Mapping[str, T]) -> Callable[[Cell, date], T]:
    """A reader of a few words, whatever marks and capitals they are written with."""
    by_bare = {bare(word): value for word, value in known.items()}

    def read(cell: Cell, today: date) -> T:
        found = by_bare.get(bare(said(cell)))
        if found is None:
            raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))
        return found

    return read


def _only(reading: Reading[T], cell: Cell) -> T:
    match reading:
        case Value(value):
            return value
        case Either(readings):
            raise WrongCell(Reason.TWO_READINGS, said=said(cell), readings=list(readings))
        case Unclear(Why.IN_FUTURE):
            raise WrongCell(Reason.IN_FUTURE, said=said(cell))
    raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))


def _checked(dong: int) -> Money:
    if 0 <= dong < SMALLEST.dong:
        raise WrongCell(Reason.TOO_SMALL, said=str(dong))
    if dong < 0:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=str(dong))
    if dong > LARGEST.dong:
        raise WrongCell(Reason.TOO_LARGE, most=LARGEST)
    return Money(dong)


def _whole(number: Decimal) -> int:
    if abs(number) > LARGEST.dong * 1000:
        raise WrongCell(Reason.TOO_LARGE, most=LARGEST)
    if number != int(number):
        raise WrongCell(Reason.NOT_WHOLE, said=f"{number:f}".replace(".", ","))
    return int(number)


def _decimal(written: str, cell: Cell) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{1,4})?", written):
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=said(cell))
    return Decimal(written.replace(",", "."))


def _exact_day(written: str) -> date | None:
    """15/3/2019, 15-03-2019, 2019-03-15."""
    if found := _FULL_DAY.fullmatch(written):
        number, month_number, year = (int(each) for each in found.groups())
    elif found := _ISO_DAY.fullmatch(written):
        year, month_number, number = (int(each) for each in found.groups())
    else:
        return None
    try:
        exact = date(year, month_number, number)
    except ValueError:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=written) from None
    if year < _OLDEST_YEAR:
        raise WrongCell(Reason.NOT_UNDERSTOOD, said=written)
    return exact


def _first_day(written: str) -> date | None:
    """The first day of a month or of a year that stands alone."""
    if iso := re.fullmatch(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])", written):
        return date(int(iso[1]), int(iso[2]), 1)
    found = re.fullmatch(r"(?:(?:tháng |T)?([0-9]{1,2})[/.-])?((?:19|20)[0-9]{2})", written)
    if found is None or not 1 <= int(found[1] or 1) <= 12:
        return None
    return date(int(found[2]), int(found[1] or 1), 1)
