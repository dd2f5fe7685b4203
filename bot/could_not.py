"""Why a command could not be done, in one line; a fault of our own has none."""

import json

from bot.settings import WrongSetting
from storage.schema import in_one_line
from storage.store import DatabaseFailed, UnusableDatabase


def why_not(error: Exception) -> str | None:
    """What is wrong and what helps; None for what nobody but us can mend."""
    match error:
        case WrongSetting() | UnusableDatabase():
            return str(error)
        case DatabaseFailed():
            return f"{in_one_line(error)}; lien doctor says more"
        case json.JSONDecodeError():
            return "a row holds what Liên never writes; lien check says more"
        case OSError():
            return said_by_machine(error)
    return None


def said_by_machine(error: OSError) -> str:
    """A folder that may not be entered, a full disk, too many open files."""
    what = f"{error.filename}: " if error.filename else ""
    return f"{what}{error.strerror or type(error).__name__}"
