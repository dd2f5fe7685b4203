"""`lien clock`: whether a jump of the system's clock holds everything; `accept` lets it go on."""

import argparse
from collections.abc import Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.commands.existing import existing_store
from bot.settings import Settings
from storage.clock_watch import Watch, Written, accept, watch, written_meanwhile

_HELD = 1
MOST_NAMED = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "order", nargs="?", choices=("show", "accept"), default="show", help="default: show"
    )
    parser.epilog = (
        "When the machine's clock jumps by more than an hour, no reminder goes out and no month is "
        "closed. Set the clock right first, then lien clock accept. Safe while lien run is at "
        "work. Exit code 1 while something is held."
    )


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    now = Clock().now()
    with existing_store(settings) as store:
        if asked.order == "accept":
            held = store.change(accept, now)
            print(f"it is {now:%Y-%m-%d %H:%M} UTC: accepted")
            print("nothing was held" if held is None else f"held until now: {shown(held)}")
            with store.reading() as db:
                _name(written_meanwhile(db, held) if held is not None else [])
            return 0
        with store.reading() as db:
            found = watch(db)
            written = written_meanwhile(db, found) if found is not None else []
    print(f"it is {now:%Y-%m-%d %H:%M} UTC")
    if found is None or found.held_at is None:
        print("nothing is held")
        return 0
    print(f"{shown(found)}: reminders and closing are held; lien clock accept lets them go on")
    _name(written)
    return _HELD


def _name(written: Sequence[Written]) -> None:
    """Entries keep their day; whether it is right is for those who know what happened."""
    if not written:
        return
    print("entered since then, by that clock; where a day is wrong the board corrects the entry:")
    for each in written[:MOST_NAMED]:
        print(f"  club {each.club_id}, {each.club_name}: {each.slip} of {each.happened_on}")
    if len(written) > MOST_NAMED:
        print(f"  and {len(written) - MOST_NAMED} more")


def shown(held: Watch) -> str:
    """'the clock went forward by 3 h 20 min, seen 2026-11-02 05:20 UTC'."""
    jumped = held.jumped or timedelta()
    minutes = round(abs(jumped).total_seconds() / 60)
    way = "back" if jumped < timedelta() else "forward"
    by = f"{minutes // 60} h {minutes % 60} min"
    return f"the clock went {way} by {by}, seen {held.held_at:%Y-%m-%d %H:%M} UTC"
