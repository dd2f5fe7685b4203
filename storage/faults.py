"""Our own faults: a number to tell, frames for us, no names, sums or texts."""

import traceback
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert

from storage.tables.trail import faults

_ROOT = Path(__file__).parent.parent


def record(db: Connection, error: BaseException, *, where: str, now: datetime) -> int:
    """Keep a fault and return its number. The message of the error is left out: it may quote a
    person.
    """
    row = db.execute(
        insert(faults)
        .values(at=now, where=where, kind=type(error).__name__, trace=frames(error))
        .returning(faults.c.id)
    )
    return int(row.scalar_one())


def frames(error: BaseException) -> str:
    """File, line and function of each frame, ours relative to the project."""
    lines = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        name = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path.name
        lines.append(f"{name}:{frame.lineno} {frame.name}")
    return "\n".join(lines)
