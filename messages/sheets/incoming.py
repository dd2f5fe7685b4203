"""Sheets as what comes into the club, with every row that is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from club.importing import (
    At,
    Column,
    Consent,
    Incoming,
    IncomingBalance,
    IncomingFee,
    IncomingLoan,
    IncomingMember,
    Reason,
    RowFault,
    Whose,
)
from messages.sheets import cells, choices
from messages.sheets.cells import Reader
from messages.sheets.columns import GUIDE, Kind, Layout, layout_of
from messages.sheets.sheet import Cell, Row, Sheet, Unreadable, Why
from messages.understand.plain import bare


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file holds. `incoming` is whole only where there are no faults.

    `not_read`: sheets, and columns of sheets, that hold nothing Liên knows. `formulas`: how many
    cells were read as the value their formula had.
    """

    incoming: Incoming
    faults: tuple[RowFault, ...]
    not_read: tuple[str, ...]
    formulas: int


def read_incoming(sheets: tuple[Sheet, ...], today: date) -> FileRead:
    """Everything the sheets hold. Raises Unreadable where none is one of the four lists."""
    collected = _Collected(today)
    for sheet in sheets:
        layout = layout_of(sheet)
        if layout is None and sheet.name in {GUIDE.vietnamese, GUIDE.english}:
            continue
        if layout is None:
            collected.not_read.append(sheet.name)
        else:
            collected.take(sheet, layout)
    if not collected.has_lists:
        raise Unreadable(Why.NO_SHEET)
    return collected.file_read()


class _Collected:
    """What was found so far."""

    def __init__(self, today: date) -> None:
        self.not_read: list[str] = []
        self.has_lists = False
        self._today = today
        self._formulas = 0
        self._faults: list[RowFault] = []
        self._members: list[IncomingMember] = []
        self._fees: list[IncomingFee] = []
        self._loans: list[IncomingLoan] = []
        self._balances: list[IncomingBalance] = []

    def take(self, sheet: Sheet, layout: Layout) -> None:
        self.has_lists = True
        self.not_read += [f"{sheet.name}: {each}" for each in layout.passed_over]
        self._faults += layout.faults
        self._faults += _merged(sheet, layout)
        if any(each.reason is Reason.COLUMN_MISSING for each in layout.faults):
            return
        for row in sheet.rows:
            if row.number > layout.head and (has := _by_column(row, layout)):
                reader = Reader(At(sheet.name, row.number), has, self._today, self._faults)
                self._take_row(layout.kind, reader)
                self._formulas += reader.formulas

    def _take_row(self, kind: Kind, row: Reader) -> None:
        match kind:
            case Kind.MEMBERS:
                self._members += _member(row)
            case Kind.FEES:
                self._fees += _fee(row)
            case Kind.LOANS:
                self._loans += _loan(row)
            case Kind.BALANCES:
                self._balances += _balance(row)

    def file_read(self) -> FileRead:
        incoming = Incoming(
            members=tuple(self._members),
            fees=tuple(self._fees),
            loans=tuple(self._loans),
            balances=tuple(self._balances),
        )
        faults = tuple(self._faults)
        return FileRead(incoming.as_consented(), faults, tuple(self.not_read), self._formulas)


def _by_column(row: Row, layout: Layout) -> Mapping[Column, Cell]:
    return {
        column: row.cells[number]
        for column, number in layout.columns.items()
        if number in row.cells
    }


def _merged(sheet: Sheet, layout: Layout) -> Iterator[RowFault]:
    """Merged cells in the list: which row their words belong to cannot be known."""
    read = set(layout.columns.values())
    for each in sheet.merged:
        columns = range(each.first_column, each.last_column + 1)
        if each.last_row >= layout.head and any(number in columns for number in read):
            row = max(each.first_row, layout.head)
            yield RowFault(At(sheet.name, row), None, Reason.MERGED, {"range": each.name})


def _member(row: Reader) -> Iterator[IncomingMember]:
    name = row.needed(Column.NAME, cells.name)
    found = IncomingMember(
        at=row.at,
        name=name or "",
        birth_year=row.read(Column.BIRTH_YEAR, cells.birth_year),
        sex=row.read(Column.SEX, cells.one_of(choices.SEX)) or "",
        group=row.read(Column.GROUP, cells.words) or "",
        household=row.read(Column.HOUSEHOLD, cells.words) or "",
        hamlet=row.read(Column.HAMLET, cells.words) or "",
        phone=row.read(Column.PHONE, cells.phone) or "",
        joined_on=row.read(Column.JOINED_ON, cells.past_day),
        hardship=row.read(Column.HARDSHIP, cells.one_of(choices.HARDSHIP)) or "",
        consent=_consent(row),
    )
    if not row.read(Column.HARDSHIP_CONSENT, cells.one_of(choices.YES_OR_NO)):
        # Whether somebody is poor needs a yes of its own (Club rules, G.1).
        found = replace(found, hardship="")
    if name:
        yield found


def _consent(row: Reader) -> Consent | None:
    form = row.read(Column.CONSENT_FORM, cells.one_of(choices.CONSENT))
    given_on = row.read(Column.CONSENT_ON, cells.past_day)
    if form is not None and Column.CONSENT_ON not in row.cells:
        row.wrong(Column.CONSENT_ON, Reason.CONSENT_WITHOUT_DAY)
    if Column.CONSENT_FORM not in row.cells and given_on is not None:
        row.wrong(Column.CONSENT_FORM, Reason.CONSENT_WITHOUT_FORM)
    return None if form is None or given_on is None else Consent(form, given_on)


def _whose(row: Reader) -> Whose | None:
    name = row.needed(Column.NAME, cells.name)
    birth_year = row.read(Column.BIRTH_YEAR, cells.birth_year)
    return Whose(name, birth_year) if name else None


def _fee(row: Reader) -> Iterator[IncomingFee]:
    whose = _whose(row)
    first = row.needed(Column.FIRST_MONTH, cells.month)
    last = row.read(Column.LAST_MONTH, cells.month) or first
    amount = row.needed(Column.AMOUNT, cells.money)
    if whose is None or first is None or last is None or amount is None:
        return
    if last < first:
        row.wrong(Column.LAST_MONTH, Reason.MONTHS_TURNED)
        return
    yield IncomingFee(at=row.at, whose=whose, first=first, last=last, amount=amount)


def _loan(row: Reader) -> Iterator[IncomingLoan]:
    before = len(row.faults)
    whose = _whose(row)
    read = {
        "lent_on": row.needed(Column.LENT_ON, cells.past_day),
        "principal": row.needed(Column.PRINCIPAL, cells.money),
        "months": row.needed(Column.MONTHS, cells.count),
        "rate_hundredths_percent_a_month": row.needed(Column.RATE, cells.rate),
        "form": row.needed(Column.FORM, cells.one_of(choices.FORM)),
        "basis": row.read(Column.BASIS, cells.one_of(choices.BASIS)),
        "left": row.needed(Column.LEFT, cells.money),
        "instalments_left": row.needed(Column.INSTALMENTS_LEFT, cells.count),
        "next_due_on": row.needed(Column.NEXT_DUE_ON, cells.due_day),
        "purpose": row.needed(Column.PURPOSE, cells.words),
        "source": row.needed(Column.SOURCE, cells.one_of(choices.loan_sources())),
    }
    if len(row.faults) == before and whose is not None:
        yield IncomingLoan(at=row.at, whose=whose, **read)  # type: ignore[arg-type]


def _balance(row: Reader) -> Iterator[IncomingBalance]:
    before = len(row.faults)
    fund = row.needed(Column.FUND, cells.words)
    amount = row.needed(Column.AMOUNT, cells.balance)
    source = row.needed(Column.SOURCE, cells.one_of(choices.SOURCE))
    place = row.needed(Column.PLACE, cells.one_of(choices.PLACE))
    whose = _whose(row) if Column.NAME in row.cells else None
    if len(row.faults) > before or not fund or not amount or not source or not place:
        return
    name = bare(fund)
    kinds = {bare(word): kind for word, kind in choices.FUND.items()}
    yield IncomingBalance(
        at=row.at,
        fund=kinds.get(name, name),
        place=place,
        source=source,
        amount=amount,
        whose=whose,
    )
