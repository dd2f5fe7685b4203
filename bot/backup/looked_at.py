"""What `lien doctor` says of backups: whether there are any, how old, whether they can go on."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from bot.backup.daily import AT_LAST
from bot.backup.folder import backups_in, made_at
from bot.backup.making import DIGEST
from bot.settings import Settings
from bot.sizes import size_said

ROOM_FOR = 2
"""There should be room for so many more backups like the last one."""


def looked_at(settings: Settings, now: datetime) -> tuple[str, str]:
    """What is said, and what is to be done; the second is empty where all is well."""
    if not settings.backup_dir:
        return "none are made by themselves", "set LIEN_BACKUP_DIR; docs/OPERATIONS.md says how"
    if not settings.backup_key:
        return "LIEN_BACKUP_KEY is missing", "lien backup --new-key FILE makes a key"
    folder = Path(settings.backup_dir)
    try:
        return _in_folder(folder, now)
    except OSError as error:
        return f"{folder}: {error.strerror}", "see to the folder and its rights"


def _in_folder(folder: Path, now: datetime) -> tuple[str, str]:
    found = backups_in(folder)
    if not found:
        return f"{folder} holds none yet", "lien backup makes one now"
    made, size = made_at(found[-1]), found[-1].stat().st_size
    assert made is not None
    hours = (now - made).total_seconds() / 3600
    said = f"{len(found)} in {folder}, the newest {hours:.0f} h old, {size_said(size)}"
    free = shutil.disk_usage(folder).free
    if not os.access(folder, os.W_OK):
        return f"{said}; nothing more can be written there", "see to the folder and its rights"
    if now - made > AT_LAST:
        return said, "the log of lien run says why (BACKUP FAILED); lien backup makes one now"
    if not found[-1].with_name(found[-1].name + DIGEST).is_file():
        return f"{said}, without its digest", "lien backup makes another"
    if free < ROOM_FOR * size:
        return f"{said}, {free // 1_000_000} MB free", "make room, or lower LIEN_BACKUP_KEEP"
    return said, ""
