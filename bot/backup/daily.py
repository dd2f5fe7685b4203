"""A backup a day by itself, in a process of its own: what is read for it weighs on nobody."""

import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.backup.folder import keep_erasures, newest_in
from bot.clock import Clock
from bot.settings import Settings, WrongSetting
from storage.backup.erasures import erased_in
from storage.store import Store

log = logging.getLogger("lien.backup")

SECONDS_BETWEEN = 600
AT_NIGHT = range(1, 5)
"""Hours in which a backup is made once the last one is older than `SOON`."""
SOON = timedelta(hours=20)
AT_LAST = timedelta(hours=26)
"""By then one is made at whatever hour it is; an older one is an alarm."""
MOST_SECONDS = 4 * 3600


def must_have_a_key(settings: Settings) -> None:
    """Raises WrongSetting where backups are to be made that nobody could open."""
    if settings.backup_dir and not settings.backup_key:
        raise WrongSetting(
            "LIEN_BACKUP_DIR needs LIEN_BACKUP_KEY; lien backup --new-key FILE makes one"
        )


def is_due(newest: datetime | None, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a backup is to be made now: the first at once, then one each night."""
    if newest is None or now - newest >= AT_LAST:
        return True
    return now - newest >= SOON and now.astimezone(zone).hour in AT_NIGHT


class Keeper:
    """Looks every ten minutes. Where it cannot do it, that is in the log each time it tries.

    `mine`: whether it is this process's to do, of several.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        *,
        mine: Callable[[], bool] = lambda: True,
    ) -> None:
        self._mine = mine
        self._store, self._settings, self._clock = store, settings, clock
        self._folder = Path(settings.backup_dir)
        self._zone = ZoneInfo(settings.timezone)

    async def knock(self) -> int:
        """Keep the list of erasures, and make a backup where one is due; returns how many."""
        if not self._mine():
            return 0
        try:
            await self._store.in_writer(self._keep_erasures)
            due = is_due(newest_in(self._folder), self._clock.now(), self._zone)
        except OSError as error:
            log.error("BACKUP FAILED: %s: %s", self._folder, error.strerror)
            return 0
        return await self._backup() if due else 0

    def _keep_erasures(self) -> None:
        with self._store.reading() as db:
            found = erased_in(db)
        keep_erasures(self._folder, found)

    async def _backup(self) -> int:
        """`lien backup` with our own settings."""
        began = self._clock.monotonic()
        made = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "backup",
            "--to",
            str(self._folder),
            "--keep",
            str(self._settings.backup_keep),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            async with asyncio.timeout(MOST_SECONDS):
                said, _ = await made.communicate()
        finally:
            if made.returncode is None:
                made.kill()
                await made.wait()
        lines = said.decode(errors="replace").strip().splitlines()
        if made.returncode != 0:
            log.error(
                "BACKUP FAILED: %s", lines[-1] if lines else f"it ended with {made.returncode}"
            )
            return 0
        log.info("backup made in %.0f s: %s", self._clock.monotonic() - began, " ".join(lines))
        return 1
