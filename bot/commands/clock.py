"""`lien clock`: whether a jump of the system's clock holds everything; `accept` lets it go on."""

import argparse
from datetime import timedelta

from bot.clock import Clock
from bot.commands.existing import existing_store
from bot.settings import Settings
from storage.clock_watch import Watch, accept, watch

_HELD = 1


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
            return 0
        with store.reading() as db:
            found = watch(db)
    print(f"it is {now:%Y-%m-%d %H:%M} UTC")
    if found is None or found.held_at is None:
        print("nothing is held")
        return 0
    print(f"{shown(found)}: reminders and closing are held; lien clock accept lets them go on")
    return _HELD


def shown(held: Watch) -> str:
    """'the clock went forward by 3 h 20 min, seen 2026-11-02 05:20 UTC'."""
    jumped = held.jumped or timedelta()
    minutes = round(abs(jumped).total_seconds() / 60)
    way = "back" if jumped < timedelta() else "forward"
    by = f"{minutes // 60} h {minutes % 60} min"
    return f"the clock went {way} by {by}, seen {held.held_at:%Y-%m-%d %H:%M} UTC"
