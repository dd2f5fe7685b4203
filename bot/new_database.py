"""A start on a database that holds nothing: a first one, or one whose name was mistyped.

Where signs say that there was one it is not begun, since an empty Liên would answer everybody as a
stranger; `lien club new` begins one all the same.
"""

import logging
from difflib import get_close_matches
from pathlib import Path

from bot.backup.folder import backups_in
from bot.settings import Settings
from storage.store import Store, UnusableDatabase, sqlite_file

log = logging.getLogger("lien")

LOCK, LOG = ".lock", "-wal"
"""What lies beside a file of SQLite on which Liên was at work."""
_NEAR = 0.7
"""How alike two names are of which one may be a slip, from 0 to 1."""


def must_not_be_missing(store: Store, settings: Settings) -> None:
    """Raises UnusableDatabase, in one line, where there is no file and there seems to have been."""
    file = sqlite_file(store.url)
    if file is None or file.exists():
        return
    if sign := _sign_of_another(file, settings):
        raise UnusableDatabase(
            f"there is no database {file.absolute()}, but {sign}; "
            "if it is to be a new one, begin it with lien club new"
        )


def _sign_of_another(file: Path, settings: Settings) -> str:
    for end in (LOCK, LOG):
        beside = file.with_name(file.name + end)
        if beside.exists():
            return f"{beside.name} shows that there was one: please put it back"
    if near := _called_nearly_so(file):
        return f"{near} lies beside it: please see whether LIEN_DATABASE_URL means that one"
    if backups := _backups(settings):
        return f"{backups[-1]} was made of one: please put it back, or restore it with lien restore"
    return ""


def _called_nearly_so(file: Path) -> str | None:
    """A database whose name was perhaps meant; those that are numbered are several on purpose."""
    others = {Path(name).stem: name for name in _others_beside(file)}
    near = get_close_matches(file.stem, others, n=1, cutoff=_NEAR)
    is_numbered = near and near[0] != file.stem and _unnumbered(near[0]) == _unnumbered(file.stem)
    return None if not near or is_numbered else others[near[0]]


def _unnumbered(name: str) -> str:
    return "".join(each for each in name if not each.isdecimal())


def _others_beside(file: Path) -> list[str]:
    """The databases in the folder on which Liên was at work."""
    names = (each.name.removesuffix(LOCK) for each in file.parent.glob(f"*{LOCK}"))
    return sorted(name for name in names if file.with_name(name).exists())


def _backups(settings: Settings) -> list[Path]:
    try:
        return backups_in(Path(settings.backup_dir)) if settings.backup_dir else []
    except OSError:
        # Whether the folder is right is looked at where backups are made.
        return []


def say_if_new(store: Store, *, is_new: bool) -> None:
    """The first line of the log, for whoever meant another one."""
    if not is_new:
        return
    file = sqlite_file(store.url)
    where = store.url.database if file is None else file.absolute()
    log.warning(
        "made a new database: %s holds nothing yet; if clubs should be in it, please end Liên and "
        "look at LIEN_DATABASE_URL",
        where,
    )
