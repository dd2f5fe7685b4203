"""`lien restore FILE --key KEY`: a backup into an empty database, proved by `lien check`."""

import argparse
from dataclasses import dataclass, field
from pathlib import Path

from bot.backup.content import Heading, NewerFile
from bot.backup.folder import ERASURES
from bot.backup.restoring import Reader, read_backup, restore
from bot.backup.seal import NotOpened, WrongKey, secret_key_in
from bot.clock import Clock
from bot.commands.backup import shown_progress
from bot.commands.check import check_books
from bot.commands.progress import show
from bot.settings import Settings, WrongSetting
from bot.surroundings import may_be_read_by_all
from scheduler import planning
from storage.backup.erasures import Erased, WrongList, erase_again, read_list
from storage.backup.stale import Settled, settle_after_restore
from storage.only_one import only_one
from storage.queries import Connection
from storage.store import Store, sqlite_file


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="what lien backup made, on either kind of database")
    parser.add_argument("--key", type=Path, required=True, metavar="FILE", help="the secret key")
    parser.add_argument(
        "--erasures",
        type=Path,
        metavar="LIST",
        help=f"who was erased since; without it {ERASURES} beside the backup, if it is there",
    )
    parser.add_argument("--only-look", action="store_true", help="read all of it, write nothing")
    parser.epilog = (
        "The database of LIEN_DATABASE_URL has to be empty. What waited to be sent without having "
        "been asked for is never sent: it may have been. Exit code 0 when everything is back and "
        "lien check has nothing to say, 1 when it has."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    try:
        key = secret_key_in(asked.key)
        if may_be_read_by_all(asked.key):
            print(f"{asked.key} can be read by everybody on this machine: chmod 600 {asked.key}")
        if asked.only_look:
            return _look(asked.file, key)
        _check_readable(asked.file)
        listed = _erasures(asked)
        return _restore(settings, asked.file, key, listed)
    except (NotOpened, NewerFile) as error:
        raise WrongSetting(f"{asked.file}: {error}") from None
    except WrongKey as error:
        raise WrongSetting(str(error)) from None
    except WrongList as error:
        raise WrongSetting(f"{error}; nothing was restored") from None


def _check_readable(file: Path) -> None:
    """Without a file it does not matter who else is busy with the database."""
    try:
        with file.open("rb"):
            pass
    except OSError as error:
        raise NotOpened(f"it cannot be read: {error.strerror}") from None


def _look(file: Path, key: str) -> int:
    heading = read_backup(file, key, Reader(), shown_progress("reading", Clock()))
    show("")
    print(_what(heading))
    print("all of it can be read; nothing was written")
    return 0


def _erasures(asked: argparse.Namespace) -> list[Erased] | None:
    """The list to be used; None where there is none."""
    beside = asked.file.with_name(ERASURES)
    file = asked.erasures or (beside if beside.is_file() else None)
    if file is None:
        return None
    try:
        return read_list(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise WrongSetting(f"{file} cannot be read") from None


@dataclass(slots=True)
class _Afterwards:
    """What is done before anybody sees the rows, and what it has found."""

    listed: list[Erased] | None
    clock: Clock
    settled: Settled | None = None
    erased: int = field(default=0)

    def __call__(self, db: Connection, heading: Heading) -> None:
        show("")
        now = self.clock.now()
        # First what would be planned anew: of it, too, what is due by now may have been sent.
        planning.plan(db, now)
        self.settled = settle_after_restore(db, now)
        if self.listed:
            self.erased = erase_again(db, self.listed, heading.made_at)


def _restore(settings: Settings, file: Path, key: str, listed: list[Erased] | None) -> int:
    store, clock = Store(settings.database_url), Clock()
    ours = sqlite_file(store.url)
    made_here = ours is not None and not ours.exists()
    afterwards = _Afterwards(listed, clock)
    done = False
    try:
        with only_one(store):
            progress = shown_progress("restore", clock)
            heading = restore(store, file, key, progress=progress, afterwards=afterwards)
            done = True
        print(_what(heading))
        print(_became(afterwards))
        return check_books(store)
    finally:
        show("")
        store.close_now()
        if made_here and not done and ours is not None:
            _take_away(ours)


def _take_away(ours: Path) -> None:
    """What was begun leaves nothing behind."""
    for name in ("", "-wal", "-shm", ".lock"):
        ours.with_name(ours.name + name).unlink(missing_ok=True)


def _what(heading: Heading) -> str:
    rows = {each.name: each.rows for each in heading.shapes}
    named = ", ".join(
        f"{word} {rows.get(table, 0)}"
        for table, word in (
            ("clubs", "clubs"),
            ("members", "members"),
            ("transactions", "entries"),
            ("photos", "photos"),
            ("inbox", "messages in"),
            ("outbox", "messages out"),
        )
    )
    return (
        f"backup of {heading.made_at:%Y-%m-%d %H:%M:%S} UTC, {heading.on}, tables of "
        f"{heading.revision}: {heading.rows} rows ({named})"
    )


def _became(after: _Afterwards) -> str:
    settled = after.settled
    assert settled is not None
    lines = [
        "everything is back; what was written after that moment is not in it",
        f"  {settled.letters} messages nobody had asked for may have been sent: unknown, not sent",
        f"  {settled.reminders} reminders whose time has come may have been sent: not sent",
        f"  {settled.replies} answers go out at the start and say that they may be there already",
        f"  {settled.broadcasts} messages to many are held until their sender goes on",
        f"  {settled.links} links and codes that count once are over; make new ones",
    ]
    if after.listed is None:
        lines.append("  no list of erasures: whoever was erased since has to be erased again")
    else:
        lines.append(f"  {after.erased} people were erased since and are erased again")
    return "\n".join(lines)
