"""A fault of ours that was kept, by the number that people were told."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.tables.trail import faults


@dataclass(frozen=True, slots=True)
class Fault:
    """What is known of it; `trace` is one frame a line, without any text of a person."""

    id: int
    at: datetime
    where: str
    kind: str
    trace: str
    times: int


def fault(db: Connection, number: int) -> Fault | None:
    row = db.execute(
        select(
            faults.c.id,
            faults.c.at,
            faults.c.where,
            faults.c.kind,
            faults.c.trace,
            faults.c.times,
        ).where(faults.c.id == number)
    ).first()
    return None if row is None else Fault(*row)
