"""Settings from the environment or a `.env` file. A wrong one stops the start with one line that
says what is right.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.pace import CHAT_GAP_SECONDS
from club.calendar import VIETNAM
from club.limits import MOST_A_MINUTE
from messages.wording import LANGUAGES
from storage.store import UnusableDatabase, usable_url


class WrongSetting(Exception):
    """One line: which setting is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set; see README."""

    database_url: str = "sqlite+aiosqlite:///lien.db"
    telegram_token: str = ""
    telegram_api: str = "https://api.telegram.org"
    telegram_mode: str = "polling"
    zalo_token: str = ""
    zalo_api: str = "https://bot-api.zaloplatforms.com"
    zalo_mode: str = "polling"
    zalo_messages_a_month: int = 3000
    public_url: str = ""
    webhook_secret: str = ""
    listen: tuple[str, int] = ("127.0.0.1", 8080)
    timezone: str = VIETNAM.key
    language: str = "vi"
    messages_per_second: int = 30
    chat_gap_seconds: float = CHAT_GAP_SECONDS
    chat_messages_a_minute: int = MOST_A_MINUTE
    voice_command: str = ""
    voice_folder: str = ""
    lessons_dir: str = ""
    backup_key: str = ""
    backup_dir: str = ""
    backup_keep: int = 14
    metrics: tuple[str, int] | None = None
    log: str = "lines"


KNOWN = (
    "LIEN_DATABASE_URL",
    "LIEN_TELEGRAM_TOKEN",
    "LIEN_TELEGRAM_API",
    "LIEN_TELEGRAM_MODE",
    "LIEN_ZALO_TOKEN",
    "LIEN_ZALO_API",
    "LIEN_ZALO_MODE",
    "LIEN_ZALO_MESSAGES_A_MONTH",
    "LIEN_PUBLIC_URL",
    "LIEN_WEBHOOK_SECRET",
    "LIEN_LISTEN",
    "LIEN_TIMEZONE",
    "LIEN_LANGUAGE",
    "LIEN_MESSAGES_PER_SECOND",
    "LIEN_CHAT_GAP_SECONDS",
    "LIEN_CHAT_MESSAGES_A_MINUTE",
    "LIEN_VOICE_COMMAND",
    "LIEN_VOICE_FOLDER",
    "LIEN_LESSONS_DIR",
    "LIEN_BACKUP_KEY",
    "LIEN_BACKUP_DIR",
    "LIEN_BACKUP_KEEP",
    "LIEN_METRICS",
    "LIEN_LOG",
)


def settings(environment: Mapping[str, str] | None = None, file: Path = Path(".env")) -> Settings:
    """The settings of this start. Raises WrongSetting."""
    values = _from_file(file)
    values |= {k: v for k, v in (environment or os.environ).items() if k.startswith("LIEN_")}
    unknown = sorted(set(values) - set(KNOWN))
    if unknown:
        raise WrongSetting(f"{unknown[0]}: no such setting; known are {', '.join(KNOWN)}")
    get = _Values(values)
    usual = Settings()
    found = Settings(
        database_url=_database(get("LIEN_DATABASE_URL", usual.database_url)),
        **_of_messengers(get, usual),
        public_url=_public_address("LIEN_PUBLIC_URL", get("LIEN_PUBLIC_URL", "")),
        webhook_secret=_secret(get("LIEN_WEBHOOK_SECRET", "")),
        listen=_listen(get("LIEN_LISTEN", "127.0.0.1:8080")),
        timezone=_zone(get("LIEN_TIMEZONE", usual.timezone)),
        language=_one_of("LIEN_LANGUAGE", get("LIEN_LANGUAGE", "vi"), LANGUAGES),
        messages_per_second=_rate(get("LIEN_MESSAGES_PER_SECOND", "30")),
        chat_gap_seconds=_gap(get("LIEN_CHAT_GAP_SECONDS", str(usual.chat_gap_seconds))),
        chat_messages_a_minute=_of_a_chat(get("LIEN_CHAT_MESSAGES_A_MINUTE", str(MOST_A_MINUTE))),
        voice_command=get("LIEN_VOICE_COMMAND", ""),
        voice_folder=get("LIEN_VOICE_FOLDER", ""),
        lessons_dir=_folder("LIEN_LESSONS_DIR", get("LIEN_LESSONS_DIR", "")),
        backup_key=_public_keys(get("LIEN_BACKUP_KEY", "")),
        backup_dir=_folder("LIEN_BACKUP_DIR", get("LIEN_BACKUP_DIR", "")),
        backup_keep=_kept(get("LIEN_BACKUP_KEEP", str(usual.backup_keep))),
        metrics=_metrics(get("LIEN_METRICS", "")),
        log=_one_of("LIEN_LOG", get("LIEN_LOG", usual.log), ("lines", "json")),
    )
    _must_go_together(found)
    return found


def _of_messengers(get: "_Values", usual: Settings) -> dict[str, Any]:
    ways = ("polling", "webhook")
    a_month = str(usual.zalo_messages_a_month)
    return {
        "telegram_token": _token(get("LIEN_TELEGRAM_TOKEN", "")),
        "telegram_api": _web_address(
            "LIEN_TELEGRAM_API", get("LIEN_TELEGRAM_API", usual.telegram_api)
        ),
        "telegram_mode": _one_of("LIEN_TELEGRAM_MODE", get("LIEN_TELEGRAM_MODE", ways[0]), ways),
        "zalo_token": _zalo_token(get("LIEN_ZALO_TOKEN", "")),
        "zalo_api": _web_address("LIEN_ZALO_API", get("LIEN_ZALO_API", usual.zalo_api)),
        "zalo_mode": _one_of("LIEN_ZALO_MODE", get("LIEN_ZALO_MODE", ways[0]), ways),
        "zalo_messages_a_month": _a_month(get("LIEN_ZALO_MESSAGES_A_MONTH", a_month)),
    }


def _must_go_together(found: Settings) -> None:
    can_be_posted_to = found.public_url and found.webhook_secret
    for name, mode in (("TELEGRAM", found.telegram_mode), ("ZALO", found.zalo_mode)):
        if mode == "webhook" and not can_be_posted_to:
            raise WrongSetting(
                f"LIEN_{name}_MODE=webhook needs LIEN_PUBLIC_URL (https://…) "
                "and LIEN_WEBHOOK_SECRET"
            )


_ON_THIS_MACHINE = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$)")


class _Values:
    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def __call__(self, name: str, default: str) -> str:
        return self._values.get(name, "").strip() or default


def _from_file(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    values = {}
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise WrongSetting(f"{file} is no text in UTF-8") from None
    except OSError as error:
        raise WrongSetting(f"{file} cannot be read: {error.strerror}") from None
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, equals, value = text.partition("=")
        if not equals:
            raise WrongSetting(f"{file}, line {number}: right would be NAME=value")
        if name.strip().startswith("LIEN_"):
            values[name.strip()] = value.strip().strip("\"'")
    return values


def _database(text: str) -> str:
    try:
        usable_url(text)
    except UnusableDatabase as error:
        raise WrongSetting(f"LIEN_DATABASE_URL: {error}") from None
    return text


def _token(text: str) -> str:
    if text and not re.fullmatch(r"\d+:[A-Za-z0-9_-]{10,}", text):
        raise WrongSetting("LIEN_TELEGRAM_TOKEN: right would be 123456789:AA… as BotFather gave it")
    return text


def _zalo_token(text: str) -> str:
    if text and not re.fullmatch(r"\d+:[A-Za-z0-9._-]{6,}", text):
        raise WrongSetting(
            "LIEN_ZALO_TOKEN: right would be 12345689:abc…, as Zalo's bot creator gave it"
        )
    return text


def _a_month(text: str) -> int:
    if not text.isdecimal() or int(text) > 100_000_000:
        raise WrongSetting(
            "LIEN_ZALO_MESSAGES_A_MONTH: how many the bot's plan allows; 0 for no bound"
        )
    return int(text)


def _secret(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", text):
        raise WrongSetting("LIEN_WEBHOOK_SECRET: 16 to 256 of A-Z a-z 0-9 _ -")
    return text


def _web_address(name: str, text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/]+(/[^\s]*)?", text):
        raise WrongSetting(f"{name}: right would be https://host or http://127.0.0.1:port")
    return text.rstrip("/")


def _public_address(name: str, text: str) -> str:
    """Links into people's savings go over no open line; on this machine alone they may, to try."""
    address = _web_address(name, text)
    if address.startswith("http://") and not _ON_THIS_MACHINE.match(address):
        raise WrongSetting(f"{name}: right would be https://host; http://127.0.0.1:port to try it")
    return address


def _folder(name: str, text: str) -> str:
    if text and not Path(text).is_dir():
        raise WrongSetting(f"{name}: there is no folder {text}")
    return text


def _one_of(name: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise WrongSetting(f"{name}: right would be {' or '.join(known)}")
    return text


def _listen(text: str, name: str = "LIEN_LISTEN", right: str = "8080") -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise WrongSetting(f"{name}: right would be 127.0.0.1:{right}")
    return host, int(port)


def _metrics(text: str) -> tuple[str, int] | None:
    return _listen(text, "LIEN_METRICS", "9464") if text else None


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise WrongSetting("LIEN_TIMEZONE: right would be Asia/Ho_Chi_Minh") from None
    return text


def _public_keys(text: str) -> str:
    if text and not re.fullmatch(r"age1[a-z0-9]{58}(\s*,\s*age1[a-z0-9]{58})*", text):
        raise WrongSetting(
            "LIEN_BACKUP_KEY: right would be age1…, as lien backup --new-key prints it"
        )
    return text


def _kept(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise WrongSetting("LIEN_BACKUP_KEEP: how many backups stay, a number from 1 to 1000")
    return int(text)


def _rate(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise WrongSetting("LIEN_MESSAGES_PER_SECOND: a number from 1 to 1000")
    return int(text)


def _of_a_chat(text: str) -> int:
    if not text.isdecimal() or int(text) > 1000:
        raise WrongSetting(
            "LIEN_CHAT_MESSAGES_A_MINUTE: a number from 1 to 1000; 0 for as many as come"
        )
    return int(text)


def _gap(text: str) -> float:
    if not re.fullmatch(r"\d{1,2}(\.\d{1,3})?", text):
        raise WrongSetting("LIEN_CHAT_GAP_SECONDS: seconds, right would be 1 or 0.5")
    return float(text)
