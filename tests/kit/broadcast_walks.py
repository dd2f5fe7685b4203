"""Walks about words to many: the board's, the officer's, one that is held, and praise."""

from club.calendar import Month
from storage.changes.figures.publish_month import publish_month
from storage.queries import Connection
from tests.kit.country import figures_of
from tests.kit.village import Village
from tests.kit.walker import Walk, Walker, all_of

_SAID = {"text_1": "Mai don nha van hoa"}
# Nga is the commune's officer by now.
WORDS_TO_MANY = (
    Walk("broadcast", "cuc", ("nhan ca cau lac bo", "write to the club"), _SAID),
    Walk("steer_broadcast", "cuc", through=("v:broadcast:", "s:steer_broadcast:")),
    Walk("area_broadcast", "nga", ("nhan cac cau lac bo", "write to the clubs"), _SAID),
)
PRAISE = (
    Walk("name_for_praise", "cuc", ("neu guong", "name for praise"), {"who_1": "manh"}),
    Walk("answer_praise", "manh", through=("s:answer_praise:",)),
    Walk("congratulate", "nga", ("chuc mung", "congratulate")),
)


async def praised(v: Village, walker: Walker) -> None:
    """The month before is closed, and all is well in it."""
    v.store.change(_closed_well, v)
    await all_of(walker, PRAISE)


def _closed_well(db: Connection, v: Village) -> None:
    before = Month.of(v.clock.now().date()).previous()
    well = figures_of(before, members=60, present=55, fund=60_000_000, trained=1)
    publish_month(db, v.club.club_id, before, well)
