"""`lien doctor`: what is wrong, and how to mend it."""

import argparse
import asyncio
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.backup.looked_at import looked_at as looked_at_backups
from bot.clock import Clock
from bot.commands.clock import shown
from bot.could_not import said_by_machine
from bot.own_lessons import use_own_lessons
from bot.settings import Settings, WrongSetting
from bot.sizes import size_said
from bot.surroundings import may_be_read_by_all
from bot.voice.opening import folder_of, why_silent
from bot.voice.voices import tried_voice
from storage.clock_watch import Watch, watch
from storage.damage import is_damaged
from storage.queries.all_clubs import all_clubs
from storage.queries.newest import newest_moment
from storage.queries.practice import Marked, marked_as
from storage.received import bytes_of_photos
from storage.schema import IN_USE, bring_up_to_date, in_one_line
from storage.store import DatabaseFailed, Store, UnusableDatabase, sqlite_file

LEAST_FREE_MEGABYTES = 500
SECONDS_FOR_TELEGRAM = 15
HOW_TO_REACH = "check LIEN_DATABASE_URL, its rights and its disk"
HOW_TO_FREE = "end that program; lien run, an import or a restore may be at work here just now"
HOW_TO_MEND_A_FILE = "stop lien run, keep the file, and lien restore the newest backup elsewhere"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `mend` says what to do where it is not well."""

    what: str
    said: str
    mend: str = ""

    @property
    def is_well(self) -> bool:
        return not self.mend


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--listen",
        type=int,
        metavar="N",
        help="also wait for N messages that you write to the bot on Zalo now, while lien run works",
    )
    parser.epilog = "Exit code 0 when all is well, 1 when something needs mending."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    findings = [
        *_secrets(Path(".env")),
        *_database(settings),
        _disk(settings),
        *_backups(settings),
        *_lessons(settings),
        _telegram(settings),
        *_zalo(settings, asked.listen or 0),
        _voice(settings),
    ]
    for each in findings:
        print(f"{'well ' if each.is_well else 'MEND '} {each.what:<9} {each.said}")
        if each.mend:
            print(f"      {'':<9} → {each.mend}")
    return 0 if all(each.is_well for each in findings) else 1


def _secrets(file: Path) -> Iterator[Finding]:
    """Tokens stand in it."""
    if may_be_read_by_all(file):
        said = f"{file} can be read by everybody on this machine"
        yield Finding("settings", said, f"chmod o-rwx {file}")


def _database(settings: Settings) -> Iterator[Finding]:
    store = Store(settings.database_url)
    try:
        file = sqlite_file(store.url)
        if file is not None and not file.parent.is_dir():
            said = f"there is no folder {file.parent}"
            yield Finding("database", said, "make it, or check LIEN_DATABASE_URL")
            return
        if file is not None and not file.exists():
            yield Finding("database", f"{file} is not there yet", "lien club new founds a club")
            return
        bring_up_to_date(store)
        yield from _looked_into(store)
    except (UnusableDatabase, DatabaseFailed) as error:
        why = str(error) if isinstance(error, UnusableDatabase) else in_one_line(error)
        yield Finding("database", why, HOW_TO_FREE if why == IN_USE else HOW_TO_REACH)
    except OSError as error:
        yield Finding("database", said_by_machine(error), HOW_TO_REACH)
    except (LookupError, ValueError) as error:
        said = f"a row holds what Liên never writes ({type(error).__name__})"
        yield Finding("database", said, "lien check says more")
    finally:
        store.close_now()


def _looked_into(store: Store) -> Iterator[Finding]:
    with store.reading() as db:
        mark, clubs, newest = marked_as(db), len(all_clubs(db)), newest_moment(db)
        (count, size), held = bytes_of_photos(db), watch(db)
    kind = "SQLite" if store.on_sqlite else "PostgreSQL"
    practice = ", for practice only" if mark is Marked.PRACTICE else ""
    yield Finding("database", f"{kind}, {clubs} {_clubs(clubs)}{practice}")
    yield from (Finding("file", each, HOW_TO_MEND_A_FILE) for each in is_damaged(store))
    if count:
        yield Finding("photos", f"{count} in the database, {size_said(size)}")
    if mark is not Marked.PRACTICE:
        yield looked_at(newest, held)


def _clubs(count: int) -> str:
    return "club" if count == 1 else "clubs"


def looked_at(newest: datetime | None, held: Watch | None) -> Finding:
    """A clock that went back would put new entries before old ones."""
    now = Clock().now()
    if held is not None and held.held_at is not None:
        mend = "set the clock right, then lien clock accept: nothing goes out by itself till then"
        return Finding("clock", shown(held), mend)
    if newest is not None and newest > now + timedelta(minutes=5):
        said = f"it is {now:%Y-%m-%d %H:%M} UTC here, but the database knows of {newest:%H:%M}"
        return Finding("clock", said, "set the machine's clock (timedatectl set-ntp true)")
    return Finding("clock", f"{now:%Y-%m-%d %H:%M} UTC")


def _disk(settings: Settings) -> Finding:
    store = Store(settings.database_url)
    file = sqlite_file(store.url)
    store.close_now()
    folder = (file or Path("here")).absolute().parent
    # A path of its own would raise where nobody may look.
    while not os.path.exists(folder):
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 1_000_000
    said = f"{free} MB free in {folder}"
    if free < LEAST_FREE_MEGABYTES:
        return Finding("disk", said, f"make room: at least {LEAST_FREE_MEGABYTES} MB")
    return Finding("disk", said)


def _backups(settings: Settings) -> Iterator[Finding]:
    """Nobody needs a backup of a practice club, or of nothing."""
    if settings.backup_dir or _holds_real_clubs(settings):
        yield Finding("backups", *looked_at_backups(settings, Clock().now()))


def _holds_real_clubs(settings: Settings) -> bool:
    store = Store(settings.database_url)
    try:
        file = sqlite_file(store.url)
        if file is not None and not file.exists():
            return False
        with store.reading() as db:
            return marked_as(db) is not Marked.PRACTICE and bool(all_clubs(db))
    except (DatabaseFailed, OSError):
        return False
    finally:
        store.close_now()


def _lessons(settings: Settings) -> Iterator[Finding]:
    if not settings.lessons_dir:
        return
    try:
        use_own_lessons(settings)
    except WrongSetting as error:
        yield Finding("lessons", str(error), f"lien lessons check {settings.lessons_dir}")
    else:
        yield Finding("lessons", f"own ones in {settings.lessons_dir}")


def _telegram(settings: Settings) -> Finding:
    if not settings.telegram_token:
        return Finding("telegram", _without_telegram(settings))
    # The library is slow to import, and most looks need no messenger.
    from bot.channels.telegram.sending import TokenRefused
    from bot.commands.bot_name import bot_name

    try:
        name = asyncio.run(bot_name(settings, seconds=SECONDS_FOR_TELEGRAM))
    except TokenRefused:
        return Finding("telegram", "the token is refused", "take the token BotFather shows now")
    if name is None:
        mend = "check the network, and LIEN_TELEGRAM_API where another server is used"
        return Finding("telegram", f"{settings.telegram_api} does not answer", mend)
    return Finding("telegram", f"@{name}, by {settings.telegram_mode}")


def _without_telegram(settings: Settings) -> str:
    if settings.zalo_token or settings.public_url:
        return "no LIEN_TELEGRAM_TOKEN: nobody is answered on Telegram"
    return (
        "no LIEN_TELEGRAM_TOKEN, LIEN_ZALO_TOKEN or LIEN_PUBLIC_URL: lien run needs one of them, "
        "lien try none"
    )


def _zalo(settings: Settings, wanted: int) -> Iterator[Finding]:
    from bot.channels.zalo.looking import listened, looked_at

    yield Finding("zalo", *looked_at(settings))
    if wanted and settings.zalo_token:
        print(f"Please write {wanted} messages to the bot on Zalo now, one after another …")
        yield Finding("zalo", *listened(settings, wanted))


def _voice(settings: Settings) -> Finding:
    """One can do without: where it is missing, what was asked to be heard is said in writing."""
    try:
        voice = asyncio.run(tried_voice(settings.voice_command, settings.language))
    except WrongSetting as error:
        return Finding("voice", str(error), "try the command by hand; docs/VOICE.md says how")
    if voice is None:
        return Finding("voice", f"nothing is read aloud: {why_silent(settings)}")
    return Finding("voice", f"{voice.name}, kept a week in {folder_of(settings)}")
