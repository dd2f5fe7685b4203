"""A young volunteer who has signed up, without the talk that leads there."""

from datetime import datetime

from sqlalchemy import Connection, insert

from storage.tables.people import volunteers


def enter_volunteer(
    db: Connection, person_id: int, now: datetime, *, belongs_to: str, hamlet: str
) -> None:
    """The person is a volunteer from now on, and shows how to use a phone."""
    db.execute(
        insert(volunteers).values(
            person_id=person_id,
            belongs_to=belongs_to,
            teaches=["digital"],
            hamlet=hamlet,
            signed_up_at=now,
        )
    )
