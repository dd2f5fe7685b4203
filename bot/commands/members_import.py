"""`lien members import`: a club with a past comes in from a spreadsheet."""

import argparse
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.existing import club_called, existing_store
from bot.commands.import_odd import odd_in
from bot.settings import Settings, WrongSetting
from club.calendar import day_in_zone
from club.importing import Incoming, RowFault, RowsWrong
from club.money import NOTHING, Money
from messages.joining import import_preview as say
from messages.joining import importing
from messages.joining.import_preview import Brought, FundBrought
from messages.moments import written
from messages.own.account import fund as fund_name
from messages.sheets.files import read_sheets
from messages.sheets.form import form
from messages.sheets.incoming import FileRead, read_incoming
from messages.sheets.sheet import MOST_BYTES, Unreadable
from messages.understand.readings import Value
from messages.understand.yes_no import read_yes_no
from messages.wording import Words
from storage.changes.deed import Deed
from storage.changes.joining.import_club import ClubImported, ImportClub
from storage.queries import Connection
from storage.queries.all_clubs import ClubLine
from storage.queries.joining.import_plan import import_plan
from storage.queries.joining.planned_import import Plan
from storage.queries.loans.lending import lending_fund
from storage.queries.money.ledger import funds_of
from storage.store import Store

MOST_FAULTS_SHOWN = 50
MEMBERS_A_LINE = 100
DONE, WRONG = 0, 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "club", metavar="CLUB", nargs="?", help="its number, join code, or part of its name"
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help=".xlsx or .csv")
    parser.add_argument("--preview", action="store_true", help="only say what would be written")
    parser.add_argument("--yes", action="store_true", help="write it without asking")
    parser.add_argument(
        "--template", type=Path, metavar="FILE.xlsx", help="write an empty form to fill in"
    )
    parser.epilog = (
        "All or nothing. Exit code 0 when everything was taken over (or could be), "
        "1 when rows are wrong or nothing was written."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    words = Words(settings.language)
    if asked.template is not None:
        return _write_form(words, asked.template)
    if asked.club is None or asked.file is None:
        raise WrongSetting("a club and a file are needed; --template FILE.xlsx writes a form")
    data = _bytes_of(asked.file)
    with existing_store(settings) as store:
        with store.reading() as db:
            club = club_called(db, asked.club)
        return _import(_Job(words, store, club, asked), data)


class _Job:
    """One file for one club."""

    def __init__(
        self, words: Words, store: Store, club: ClubLine, asked: argparse.Namespace
    ) -> None:
        self.words, self.store, self.club, self.asked = words, store, club, asked
        self.now = Clock().now()
        self.today = day_in_zone(self.now, ZoneInfo(club.timezone))

    def read(self, data: bytes) -> FileRead:
        """Raises WrongSetting in one line for a file that is none of ours."""
        try:
            return read_incoming(read_sheets(data), self.today)
        except Unreadable as error:
            said = importing.unreadable(self.words, error.why)
            raise WrongSetting(f"{self.asked.file}: {said}") from None

    def planned(self, file: FileRead) -> tuple[Plan, str]:
        """The plan, and the preview of it."""
        with self.store.reading() as db:
            plan = import_plan(db, self.club.id, file.incoming, self.today)
            brought = say.preview(self.words, _brought(db, self.words, self.club, plan))
            odd = odd_in(db, self.words, self.club.id, plan, self.today)
            return plan, "\n".join([brought, *odd])

    def write(self, file: FileRead) -> ClubImported:
        deed = Deed(
            chat_id=0,
            channel="command line",
            person_id=None,
            club_id=self.club.id,
            now=self.now,
            today=self.today,
            cause=f"import:{self.club.id}:{self.now.isoformat()}",
        )
        command = ImportClub(incoming=file.incoming, tell=_progress)
        return self.store.change(command.carry_out, deed)


def _import(job: _Job, data: bytes) -> int:
    words = job.words
    file = job.read(data)
    if file.incoming == Incoming() and not file.faults:
        print(say.nothing_filled_in(words))
        return WRONG
    plan, preview = job.planned(file)
    print(preview)
    if file.not_read:
        print(importing.not_read(words, file.not_read))
    if file.formulas:
        print(importing.formulas(words, file.formulas))
    if faults := _all(file, plan):
        return _say_faults(words, faults)
    if job.asked.preview or plan.is_empty:
        print(say.only_a_preview(words) if job.asked.preview else say.nothing_new(words))
        return DONE
    return _write(job, file) if _is_agreed(words, job.asked) else WRONG


def _write(job: _Job, file: FileRead) -> int:
    try:
        job.write(file)
    except RowsWrong as wrong:
        # Somebody else changed the club since the preview.
        return _say_faults(job.words, list(wrong.faults))
    finally:
        _progress(0, 0)
    print(say.imported(job.words, job.club.name))
    return DONE


def _all(file: FileRead, plan: Plan) -> list[RowFault]:
    """What is wrong in the file, and with it in this club: sheet by sheet, row by row."""
    found = [*file.faults, *plan.faults]
    sheets = list(dict.fromkeys(each.at.sheet for each in found))
    return sorted(found, key=lambda each: (sheets.index(each.at.sheet), each.at.row))


def _say_faults(words: Words, faults: list[RowFault]) -> int:
    print()
    for fault in faults[:MOST_FAULTS_SHOWN]:
        print(importing.fault_line(words, fault))
    if len(faults) > MOST_FAULTS_SHOWN:
        print(importing.more_faults(words, len(faults) - MOST_FAULTS_SHOWN))
    print()
    print(importing.nothing_imported(words, len(faults)))
    return WRONG


def _is_agreed(words: Words, asked: argparse.Namespace) -> bool:
    if asked.yes:
        return True
    if not sys.stdin.isatty():
        print(say.say_yes_by(words))
        return False
    try:
        answer = input(f"{say.shall_it_be_written(words)} ")
    except EOFError:
        answer = ""
    if read_yes_no(answer) == Value(True):
        return True
    print(say.not_written(words))
    return False


def _brought(db: Connection, words: Words, club: ClubLine, plan: Plan) -> Brought:
    return Brought(
        club=club.name,
        members=len(plan.members),
        without_consent=sum(each.consent is None for each in plan.members),
        members_there=plan.members_there,
        fee_months=len(plan.fees),
        fees=plan.fee_sum,
        fees_there=plan.fees_there,
        loans=len(plan.loans),
        principal_left=plan.principal_left,
        loans_there=plan.loans_there,
        balances=len(plan.balances),
        balances_there=plan.balances_there,
        funds=_funds(db, words, club, plan),
    )


def _funds(db: Connection, words: Words, club: ClubLine, plan: Plan) -> tuple[FundBrought, ...]:
    """Each fund to which something comes."""
    lending = lending_fund(db, club.id)
    found = []
    for fund in funds_of(db, club.id):
        cash = Money(sum(e.balance.amount.dong for e in plan.balances if e.fund == fund.id))
        principal = plan.principal_left if fund.id == lending else NOTHING
        if cash or principal:
            name = written(fund_name(kind=fund.kind, name=fund.name), words)
            found.append(FundBrought(name, cash, principal))
    return tuple(found)


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            # One byte more shows that a file is too large, however large it is.
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise WrongSetting(f"{file} cannot be read: {error.strerror}") from None


def _write_form(words: Words, file: Path) -> int:
    if file.suffix.lower() != ".xlsx":
        raise WrongSetting(f"{file} should end in .xlsx")
    try:
        with file.open("xb") as opened:
            opened.write(form(words))
    except FileExistsError:
        raise WrongSetting(f"{file} is there already; nothing was written over") from None
    except OSError as error:
        raise WrongSetting(f"{file} cannot be written: {error.strerror}") from None
    print(say.form_written(words, str(file)))
    return DONE


def _progress(done: int, of: int) -> None:
    """One line that is written over, for somebody who looks on; nothing into files and pipes."""
    if sys.stderr.isatty() and (done % MEMBERS_A_LINE == 0 or done == of):
        shown = f"{done} / {of}" if of else ""
        print(f"\r\x1b[K{shown}", end="", file=sys.stderr, flush=True)
