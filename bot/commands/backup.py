"""`lien backup`: everything in the database in one sealed file, while `lien run` is at work."""

import argparse
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.backup.folder import keep_erasures, name_at, without_old, without_unfinished
from bot.backup.making import CannotBeWritten, Made, Progress, make_backup
from bot.backup.seal import WrongKey, checked_public_keys, new_key
from bot.clock import Clock
from bot.commands.existing import store_as_it_is
from bot.commands.progress import show, time_left
from bot.settings import Settings, WrongSetting
from bot.sizes import size_said
from storage.backup.erasures import erased_in
from storage.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument("file", nargs="?", type=Path, help="the file; it must not be there yet")
    where.add_argument("--to", type=Path, metavar="DIR", help="into this folder, named by the time")
    where.add_argument("--new-key", type=Path, metavar="FILE", help="make a key instead")
    parser.add_argument("--keep", type=int, metavar="N", help="with --to: only the newest N stay")
    parser.epilog = (
        "Sealed for LIEN_BACKUP_KEY (several with commas); only the secret key opens it. Without "
        "FILE and --to it goes into LIEN_BACKUP_DIR, where lien run makes one a day by itself."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    if asked.new_key is not None:
        return _make_key(asked.new_key)
    keys = _keys(settings)
    folder, file = _place(asked, settings)
    try:
        with store_as_it_is(settings) as store, _alone_in(folder):
            made = _make(store, file, keys)
            print(_said(made))
            if folder is not None:
                _tidy(store, folder, asked.keep or settings.backup_keep)
    except CannotBeWritten as error:
        raise WrongSetting(str(error)) from None
    except OSError as error:
        raise WrongSetting(f"{error.filename or folder}: {error.strerror}") from None
    return 0


def _keys(settings: Settings) -> list[str]:
    if not settings.backup_key:
        raise WrongSetting(
            "LIEN_BACKUP_KEY is missing; lien backup --new-key FILE makes a key and says the line"
        )
    try:
        return checked_public_keys(settings.backup_key)
    except WrongKey as error:
        raise WrongSetting(f"LIEN_BACKUP_KEY: {error}") from None


def _place(asked: argparse.Namespace, settings: Settings) -> tuple[Path | None, Path]:
    """The folder that is kept tidy, if there is one, and the file."""
    if asked.keep is not None and not 1 <= asked.keep <= 1000:
        raise WrongSetting("--keep takes a number from 1 to 1000")
    if asked.file is not None:
        if asked.keep is not None:
            raise WrongSetting("--keep goes together with --to DIR")
        return None, asked.file
    folder = asked.to or (Path(settings.backup_dir) if settings.backup_dir else None)
    if folder is None:
        raise WrongSetting("where to? right would be lien backup FILE, or lien backup --to DIR")
    if not folder.is_dir():
        raise WrongSetting(f"there is no folder {folder}")
    return folder, folder / name_at(Clock().now())


@contextmanager
def _alone_in(folder: Path | None) -> Iterator[None]:
    """No two backups into one folder at a time: what is unfinished there is nobody's."""
    if folder is None:
        yield
        return
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WrongSetting(f"another backup into {folder} is under way") from None
        without_unfinished(folder)
        yield


def _make(store: Store, file: Path, keys: list[str]) -> Made:
    clock = Clock()
    try:
        return make_backup(
            store, file, keys, now=clock.now(), progress=shown_progress("backup", clock)
        )
    finally:
        show("")


def shown_progress(what: str, clock: Clock) -> Progress:
    """A line for somebody who looks on, at each whole percent."""
    began, last = clock.monotonic(), -1

    def progress(done: int, of: int) -> None:
        nonlocal last
        percent = 100 * done // max(1, of)
        if done and percent != last:
            last = percent
            left = time_left(done, of, clock.monotonic() - began)
            show(f"{what}: {percent} %, {done} of {of} rows, {left} left")

    return progress


def _said(made: Made) -> str:
    return (
        f"{made.file}\n"
        f"  {made.heading.rows} rows, {size_said(made.size)}, tables of "
        f"{made.heading.revision}, {made.heading.on}\n"
        f"  SHA-256 {made.digest}"
    )


def _tidy(store: Store, folder: Path, keep: int) -> None:
    with store.reading() as db:
        keep_erasures(folder, erased_in(db))
    for each in without_old(folder, keep):
        print(f"  {each.name} is gone: {keep} are kept")


def _make_key(file: Path) -> int:
    secret, public = new_key()
    try:
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise WrongSetting(f"{file} is there already; a key is never written over") from None
    except OSError as error:
        raise WrongSetting(f"{file} cannot be written: {error.strerror}") from None
    with open(made, "w", encoding="utf-8") as key:
        key.write(f"# Opens backups of Liên sealed for {public}\n{secret}\n")
    print(f"LIEN_BACKUP_KEY={public}")
    print(f"→ write this line into .env, and keep {file} on another machine and on paper:")
    print("  without it no backup can be opened, and nobody can make it again.")
    return 0
